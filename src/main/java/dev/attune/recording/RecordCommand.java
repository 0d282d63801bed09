package dev.attune.recording;

import dev.attune.training.TrialTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command {@code record}: from what the AWS CLI printed of a real tuning job it makes a table of trials that can be replayed. */
public final class RecordCommand {
    /** What the command is called. */
    public static final String NAME = "record";

    private static final String USAGE = """
            usage: java -jar attune.jar record [--definition NAME] FILE_OR_FOLDER... > trials.csv

            Makes a table of trials, for a workload document to replay, from saved output of the AWS CLI:

              aws sagemaker list-training-jobs-for-hyper-parameter-tuning-job --hyper-parameter-tuning-job-name JOB > list.json
              aws sagemaker describe-training-job --training-job-name TRAINING_JOB > TRAINING_JOB.json   (of each one, if wanted)

            Of a folder all files *.json count. Without descriptions the table has the objective alone, and times that
            include downloads. NAME is a DefinitionName, needed where the tuning job has several.
            """;

    private RecordCommand() {}

    /** Writes the table, or what is wrong. The result is the program's exit status. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var definition = arguments.indexOf("--definition") == 0 && arguments.size() > 1 ? arguments.get(1) : null;
        var paths = definition == null ? arguments : arguments.subList(2, arguments.size());
        if (paths.isEmpty() || paths.get(0).startsWith("-")) {
            err.print(USAGE);
            return 2;
        }
        try {
            var answers = new SavedAnswers();
            for (var file : files(paths)) {
                answers.read(file);
            }
            write(answers.trials(definition), out, err);
            return 0;
        } catch (IllegalArgumentException | IOException e) {
            err.println("record: " + (e instanceof IOException ? e : e.getMessage()));
            return 1;
        }
    }

    private static void write(SavedTrials saved, PrintStream out, PrintStream err) {
        out.print(TrialTable.of(saved.hyperParameters(), saved.objective(), saved.trials())
                .csv());
        out.flush();
        err.println("record: [%d] of [%d] training jobs; the others run, or told nothing"
                .formatted(saved.trials().size(), saved.trainingJobs()));
    }

    private static List<Path> files(List<String> paths) throws IOException {
        var files = new ArrayList<Path>();
        for (var text : paths) {
            var path = path(text);
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (var inside = Files.list(path)) {
                inside.filter(file -> file.toString().endsWith(".json"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("[" + text + "] is no path", e);
        }
    }
}
