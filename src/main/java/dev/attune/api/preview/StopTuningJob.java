package dev.attune.api.preview;

import dev.attune.api.Identity;
import dev.attune.tuning.TuningJobs;
import dev.attune.wire.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The preview's StopTuningJob: the answer is empty, and the job is Stopping when it arrives. */
@Component
final class StopTuningJob extends PreviewOperation<TuningJobRequest, Void> {
    private final TuningJobs jobs;

    StopTuningJob(TuningJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Class<TuningJobRequest> requestType() {
        return TuningJobRequest.class;
    }

    @Override
    @Nullable Void answer(TuningJobRequest request, Caller caller) {
        jobs.stop(Identity.scope(caller, request.awsAccountId()), request.tuningJobName());
        return null;
    }
}
