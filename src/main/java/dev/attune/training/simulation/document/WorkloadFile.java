package dev.attune.training.simulation.document;

import dev.attune.document.DocumentException;
import dev.attune.document.DocumentText;
import dev.attune.document.Field;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A document that the operator's configuration names: it may have its tables in files beside it. */
final class WorkloadFile {
    private static final long LARGEST = 8L << 20;

    private final Path folder;
    private boolean inlined;

    private WorkloadFile(Path folder) {
        this.folder = folder;
    }

    /** The document with its tables within; throws DocumentException where anything is wrong. */
    static String read(Path path) {
        var text = text(path, new DocumentException("The workload file [" + path + "] cannot be read"));
        try {
            var file = new WorkloadFile(path.toAbsolutePath().resolveSibling("."));
            var root = DocumentText.read(text);
            file.inlineTables(root);
            var whole = file.inlined ? written(root.node()) : text;
            WorkloadReader.read(file.inlined ? whole : text);
            return whole;
        } catch (DocumentException e) {
            throw new DocumentException("The workload file [" + path + "]: " + e.getMessage());
        }
    }

    private void inlineTables(Field root) {
        var workloads = root.entries(10).get("workloads");
        if (workloads == null || !workloads.isSequence()) {
            return;
        }
        for (var workload : workloads.items(Integer.MAX_VALUE)) {
            var table = workload.entries(100).get("table");
            if (table != null && table.isMapping() && table.entries(100).containsKey("file")) {
                inline(table);
            }
        }
    }

    private void inline(Field table) {
        var members = table.members(RecordedMetrics.MEMBERS);
        var file = members.require("file");
        if (members.has("csv")) {
            throw file.wrong("there is a csv, too");
        }
        var text = text(folder.resolve(file.text()), file.wrong("the file [" + file.text() + "] cannot be read"));
        var tuples = new ArrayList<NodeTuple>();
        for (var tuple : ((MappingNode) table.node()).getValue()) {
            var isFile = tuple.getKeyNode() instanceof ScalarNode key
                    && key.getValue().equals("file");
            tuples.add(isFile ? csv(tuple, text) : tuple);
        }
        ((MappingNode) table.node()).setValue(tuples);
        inlined = true;
    }

    private static NodeTuple csv(NodeTuple file, String text) {
        var start = file.getValueNode().getStartMark();
        var end = file.getValueNode().getEndMark();
        return new NodeTuple(
                new ScalarNode(Tag.STR, "csv", start, end, DumperOptions.ScalarStyle.PLAIN),
                new ScalarNode(Tag.STR, text, start, end, DumperOptions.ScalarStyle.LITERAL));
    }

    private static String text(Path path, DocumentException failure) {
        try {
            if (Files.size(path) > LARGEST) {
                throw new DocumentException(failure.getMessage() + ": it is larger than [" + LARGEST + "] bytes");
            }
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new DocumentException(failure.getMessage() + ": " + e);
        }
    }

    private static String written(Node root) {
        var options = new DumperOptions();
        options.setSplitLines(false);
        var out = new StringWriter();
        new Yaml(options).serialize(root, out);
        return out.toString();
    }
}
