package dev.attune.recording;

import dev.attune.training.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers of AWS that the AWS CLI, version 1 or 2, printed as JSON: of list-training-jobs-for-hyper-parameter-tuning-job, which say what was
 * tuned, and of describe-training-job, which tell more of each training job. What else there is counts for nothing. Used by one thread.
 */
final class SavedAnswers {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, JsonNode> summaries = new LinkedHashMap<>();
    private final Map<String, JsonNode> descriptions = new LinkedHashMap<>();

    /** Reads a file of one answer, or of several one after the other; throws IllegalArgumentException where it is no JSON. */
    void read(Path file) throws IOException {
        var text = Files.readString(file);
        try (var answers = JSON.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            answers.forEachRemaining(this::take);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("[" + file + "] is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Of one training job the last answer counts. */
    private void take(JsonNode answer) {
        for (var summary : answer.path("TrainingJobSummaries")) {
            if (summary.has("TunedHyperParameters")) {
                summaries.put(SavedTrainingJob.text(summary, "TrainingJobName"), summary);
            }
        }
        if (answer.has("TrainingJobName") && answer.has("TrainingJobStatus")) {
            descriptions.put(SavedTrainingJob.text(answer, "TrainingJobName"), answer);
        }
    }

    /**
     * The trials of all answers.
     *
     * @param definition a DefinitionName; null where there is only one
     * @throws IllegalArgumentException where there is nothing to make a table of
     */
    SavedTrials trials(@Nullable String definition) {
        var jobs = jobs(definition);
        var names = new LinkedHashSet<String>();
        jobs.forEach(job -> names.addAll(job.hyperParameters().keySet()));
        var objective = jobs.stream()
                .map(SavedTrainingJob::objective)
                .filter(metric -> !metric.isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no training job has a value of the objective"));
        var trials = new ArrayList<TrialRecord>();
        jobs.forEach(job -> job.trial().ifPresent(trials::add));
        return new SavedTrials(List.copyOf(names), objective, trials, jobs.size());
    }

    private List<SavedTrainingJob> jobs(@Nullable String definition) {
        var jobs = summaries.values().stream()
                .map(summary -> new SavedTrainingJob(
                        summary, descriptions.get(SavedTrainingJob.text(summary, "TrainingJobName"))))
                .toList();
        var definitions =
                jobs.stream().map(SavedTrainingJob::definition).distinct().toList();
        if (definitions.isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no output of list-training-jobs-for-hyper-parameter-tuning-job among the files");
        }
        var chosen = definition == null ? definitions.get(0) : definition;
        if ((definition == null && definitions.size() > 1) || !definitions.contains(chosen)) {
            throw new IllegalArgumentException("the tuning job has the definitions " + definitions
                    + ". Maybe begin with --definition and one of them");
        }
        return jobs.stream().filter(job -> job.definition().equals(chosen)).toList();
    }
}
