/**
 * Today's API (service {@code sagemaker}, API version 2017-07-24), as far as it is there: the six operations of hyperparameter tuning jobs,
 * and the five of training jobs. Requests name no account; {@link dev.attune.api.ga.GaOperation} says where a job is looked for. Read
 * {@link dev.attune.api.ga.CreateHyperParameterTuningJob} first.
 */
@NullMarked
package dev.attune.api.ga;

import org.jspecify.annotations.NullMarked;
