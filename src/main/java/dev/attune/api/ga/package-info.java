/** Today's API (service {@code sagemaker}, API version 2017-07-24), as far as it is there: DescribeTrainingJob. */
@NullMarked
package dev.attune.api.ga;

import org.jspecify.annotations.NullMarked;
