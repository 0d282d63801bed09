package dev.attune.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers commands, one JSON object a line, each with one JSON object on a line. The protocol is described in {@code src/bench/README.md}. A command that cannot be
 * carried out is answered with {@code {"error": …}} and changes nothing.
 */
public final class AskTell {
    private final JsonMapper json = new JsonMapper();
    private @Nullable Study study;

    private AskTell() {}

    public static void main(String[] arguments) throws IOException {
        var program = new AskTell();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isBlank()) {
                var answer = program.answer(line);
                out.println(program.json.writeValueAsString(answer));
                if (answer.has("closed")) {
                    return;
                }
            }
        }
    }

    private ObjectNode answer(String line) {
        try {
            return carryOut(json.readTree(line));
        } catch (IllegalArgumentException | IllegalStateException | JacksonException e) {
            return json.createObjectNode().put("error", String.valueOf(e.getMessage()));
        }
    }

    private ObjectNode carryOut(JsonNode command) {
        var answer = json.createObjectNode();
        var name = command.path("cmd").asString("");
        switch (name) {
            case "space" -> {
                study = Study.of(command);
                answer.put("ok", true);
            }
            case "ask" -> study().ask(Math.max(1, command.path("n").asInt(1)), answer);
            case "tell" -> study().tell(command, answer);
            case "add" -> study().add(command, answer);
            case "close" -> answer.put("closed", true);
            default ->
                throw new IllegalArgumentException(
                        "The command [%s] must be one of space, ask, tell, add, close".formatted(name));
        }
        return answer;
    }

    private Study study() {
        if (study == null) {
            throw new IllegalStateException("The first command must be space");
        }
        return study;
    }
}
