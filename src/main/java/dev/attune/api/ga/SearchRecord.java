package dev.attune.api.ga;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** AWS's SearchRecord: one of its members is there. */
record SearchRecord(
        @Nullable TrainingJob trainingJob, @Nullable TuningJob hyperParameterTuningJob) {

    /** AWS's TrainingJob: its description without some members that came later, and its tags. */
    record TrainingJob(
            @JsonUnwrapped
            @JsonIgnoreProperties({
                "ProfilerRuleConfigurations",
                "ProfilingStatus",
                "RemoteDebugConfig",
                "InfraCheckConfig",
                "MlflowConfig"
            })
            TrainingJobDescription description,

            List<TagShape> tags) {}

    /** AWS's HyperParameterTuningJobSearchEntity: its description without Autotune, and its tags. */
    record TuningJob(
            @JsonUnwrapped @JsonIgnoreProperties("Autotune") DescribeHyperParameterTuningJob.Response description,
            List<TagShape> tags) {}

    static SearchRecord of(TrainingJob job) {
        return new SearchRecord(job, null);
    }

    static SearchRecord of(TuningJob job) {
        return new SearchRecord(null, job);
    }
}
