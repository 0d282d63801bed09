package dev.attune.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.tuning.Event;
import dev.attune.tuning.EventLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
    @TempDir
    private Path folder;

    private final Events events = new Events();

    private Path file() {
        return folder.resolve("events.jsonl");
    }

    private List<String> run() throws IOException {
        var file = new EventFile(events, file());
        file.start();
        file.stop();
        return Files.readAllLines(file());
    }

    @Test
    void appendsEveryEventOnALineOfItsOwn() throws IOException {
        events.add(1200);

        assertThat(run()).isEqualTo(events.texts());
    }

    @Test
    void goesOnAfterTheLastLineWhenItStartsAgain() throws IOException {
        events.add(3);
        run();
        events.add(4);

        assertThat(run()).isEqualTo(events.texts());
        assertThat(run()).isEqualTo(events.texts());
    }

    @Test
    void writesALineAnewThatACrashCutShort() throws IOException {
        events.add(5);
        run();
        var whole = Files.readString(file());
        Files.writeString(file(), whole.substring(0, whole.length() - 20));

        assertThat(run()).isEqualTo(events.texts());
    }

    @Test
    void appendsAllThatAreKeptWhereTheLastLineIsUnknown() throws IOException {
        Files.writeString(file(), "{\"id\":\"" + new UUID(9, 9) + "\"}\nnonsense\n", StandardOpenOption.CREATE);
        events.add(2);

        assertThat(run()).hasSize(4).endsWith(events.texts().toArray(String[]::new));
    }

    @Test
    void refusesAFileThatCannotBeWritten() {
        var file = new EventFile(events, folder.resolve("missing/events.jsonl"));

        assertThatThrownBy(file::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("attune.events.file [");
    }

    /** Events that are nobody's. */
    private static final class Events implements EventLog {
        private final List<Entry> entries = new ArrayList<>();

        void add(int count) {
            IntStream.range(0, count).forEach(i -> {
                var id = new UUID(0, entries.size()).toString();
                entries.add(new Entry(
                        entries.size() + 1, new Event(id, "{\"version\":\"0\",\"id\":\"" + id + "\",\"text\":\"ü\"}")));
            });
        }

        List<String> texts() {
            return entries.stream().map(entry -> entry.event().text()).toList();
        }

        @Override
        public List<Entry> after(long position, int limit) {
            return entries.stream().skip(position).limit(limit).toList();
        }

        @Override
        public long last() {
            return entries.size();
        }

        @Override
        public OptionalLong positionOf(String id) {
            return entries.stream()
                    .filter(entry -> entry.event().id().equals(id))
                    .mapToLong(Entry::position)
                    .findFirst();
        }
    }
}
