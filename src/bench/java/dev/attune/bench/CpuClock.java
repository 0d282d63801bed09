package dev.attune.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/**
 * Processor time from one lap to the next, gap-free, so that compiler and collector threads that work between two commands are counted too. On Linux in
 * nanoseconds from the scheduler; elsewhere from the JVM, in its ticks of 10 ms.
 */
final class CpuClock {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final Path THREADS = Path.of("/proc/self/task");

    private long process = processNanos();
    private long thread = threadNanos();

    /** Starts to count the calling thread's own time. */
    void start() {
        thread = threadNanos();
    }

    /** Adds to an answer {@code cpu_ms}, of the whole process since the last lap, and {@code thread_ms}, of the calling thread since the start. */
    void lap(ObjectNode answer) {
        answer.put("thread_ms", (threadNanos() - thread) / NANOS_PER_MILLI);
        long now = processNanos();
        answer.put("cpu_ms", (now - process) / NANOS_PER_MILLI);
        process = now;
    }

    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long processNanos() {
        long sum = 0;
        try (var threads = Files.newDirectoryStream(THREADS)) {
            for (var thread : threads) {
                var text = Files.readString(thread.resolve("schedstat"));
                sum += Long.parseLong(text.substring(0, text.indexOf(' ')));
            }
            return sum;
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                    .getProcessCpuTime();
        }
    }
}
