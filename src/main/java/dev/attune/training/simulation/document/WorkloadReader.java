package dev.attune.training.simulation.document;

import dev.attune.document.DocumentText;
import dev.attune.document.Members;
import dev.attune.training.simulation.Workloads;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a document into workloads, all of it or nothing. */
final class WorkloadReader {
    static final List<String> DOCUMENT_MEMBERS = List.of("version", "workloads");
    static final List<String> WORKLOAD_MEMBERS = List.of(
            "name",
            "description",
            "match",
            "metrics",
            "table",
            "noise",
            "curve",
            "duration",
            "phases",
            "jitter",
            "logs",
            "outcomes");
    private static final int MOST_WORKLOADS = 100;
    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_DESCRIPTION = 2000;

    private WorkloadReader() {}

    /** The rules of a document that needs no other file; throws DocumentException. */
    static List<Workloads.Rule> read(String text) {
        var document = DocumentText.read(text).members(DOCUMENT_MEMBERS);
        document.require("version").whole(1, 1);
        var rules = new ArrayList<Workloads.Rule>();
        var names = new HashSet<String>();
        for (var workload : document.require("workloads").items(MOST_WORKLOADS)) {
            var rule = rule(workload.members(WORKLOAD_MEMBERS));
            if (!names.add(rule.name())) {
                throw workload.wrong("the name [%s] is there twice".formatted(rule.name()));
            }
            rules.add(rule);
        }
        return List.copyOf(rules);
    }

    private static Workloads.Rule rule(Members workload) {
        var name = workload.require("name").text(LONGEST_NAME);
        workload.find("description").ifPresent(field -> field.text(LONGEST_DESCRIPTION));
        var match = workload.read("match", Match::of, new Match(List.of()));
        return new Workloads.Rule(name, match, DocumentWorkload.of(name, parts(workload)));
    }

    private static DocumentWorkload.Parts parts(Members workload) {
        var curve = workload.read("curve", LearningCurve::of, LearningCurve.NONE);
        var noise = workload.read("noise", Noise::of, Noise.NONE);
        var metrics = metrics(workload, curve, noise);
        var names = metrics == null ? Set.<String>of() : metrics.names();
        return new DocumentWorkload.Parts(
                metrics,
                curve,
                Times.of(workload),
                workload.read("outcomes", Outcomes::of, Outcomes.NONE),
                workload.read("logs", field -> LogTemplate.all(field, names), List.of()));
    }

    private static @Nullable MetricSource metrics(Members workload, LearningCurve curve, Noise noise) {
        if (workload.has("table")) {
            for (var other : List.of("metrics", "curve")) {
                workload.find(other).ifPresent(field -> {
                    throw field.wrong("a workload with a table has its metrics and epochs from there");
                });
            }
            return RecordedMetrics.of(workload.require("table"), noise);
        }
        if (workload.has("metrics")) {
            return new FormulaMetrics(workload.require("metrics"), curve, noise);
        }
        if (workload.has("noise")) {
            throw workload.require("noise").wrong("needs metrics or a table");
        }
        if (workload.has("curve")
                && !workload.require("curve").entries(10).keySet().equals(Set.of("epochs"))) {
            throw workload.require("curve").wrong("can only have epochs where there are no metrics");
        }
        return null;
    }
}
