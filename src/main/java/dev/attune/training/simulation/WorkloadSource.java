package dev.attune.training.simulation;

/** The workloads of every version that a job was ever created under. For any thread. */
public interface WorkloadSource {
    /** The version that jobs are created under from now on. */
    String current();

    /** The workloads of a version, always the same ones. */
    Workloads version(String version);

    /** Workloads that never change. */
    static WorkloadSource only(Workloads workloads) {
        return new WorkloadSource() {
            @Override
            public String current() {
                return "";
            }

            @Override
            public Workloads version(String version) {
                return workloads;
            }
        };
    }
}
