package dev.attune;

import dev.attune.recording.RecordCommand;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: an HTTP server on one port, its database, and the loop that moves tuning jobs; or the command {@code record}. */
@SpringBootApplication
public class AttuneApplication {
    public static void main(String[] args) {
        var arguments = List.of(args);
        if (!arguments.isEmpty() && arguments.get(0).equals(RecordCommand.NAME)) {
            System.exit(RecordCommand.run(arguments.subList(1, arguments.size()), System.out, System.err));
        }
        SpringApplication.run(AttuneApplication.class, args);
    }
}
