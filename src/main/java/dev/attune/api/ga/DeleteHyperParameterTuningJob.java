package dev.attune.api.ga;

import dev.attune.tuning.TuningJobs;
import dev.attune.wire.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** AWS's DeleteHyperParameterTuningJob, for jobs that have ended: the answer is empty, and the job is gone when it arrives. */
@Component
final class DeleteHyperParameterTuningJob extends GaOperation<TuningJobRequest, Void> {
    private final TuningJobs jobs;

    DeleteHyperParameterTuningJob(TuningJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Class<TuningJobRequest> requestType() {
        return TuningJobRequest.class;
    }

    @Override
    @Nullable Void answer(TuningJobRequest request, Caller caller) {
        var name = request.hyperParameterTuningJobName();
        jobs.delete(scopeOf(jobs, name, caller), name);
        return null;
    }
}
