/**
 * The loop: hands each tuning or training job that is due to one node, which moves it step by step as far as its simulated time allows. Read
 * {@link dev.attune.scheduler.TuningLoop} first. The only package that starts threads.
 */
@NullMarked
package dev.attune.scheduler;

import org.jspecify.annotations.NullMarked;
