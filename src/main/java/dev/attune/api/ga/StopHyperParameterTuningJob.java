package dev.attune.api.ga;

import dev.attune.tuning.TuningJobs;
import dev.attune.wire.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** AWS's StopHyperParameterTuningJob: the answer is empty, and the job is Stopping when it arrives. */
@Component
final class StopHyperParameterTuningJob extends GaOperation<TuningJobRequest, Void> {
    private final TuningJobs jobs;

    StopHyperParameterTuningJob(TuningJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Class<TuningJobRequest> requestType() {
        return TuningJobRequest.class;
    }

    @Override
    @Nullable Void answer(TuningJobRequest request, Caller caller) {
        var name = request.hyperParameterTuningJobName();
        jobs.stop(scopeOf(jobs, name, caller), name);
        return null;
    }
}
