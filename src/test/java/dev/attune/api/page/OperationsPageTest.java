package dev.attune.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.Shipped;
import org.junit.jupiter.api.Test;

class OperationsPageTest {
    private final OperationsPage page = new OperationsPage();

    @Test
    void thePageOfOperationsSaysWhatTheCodeSays() {
        var text = page.text();

        assertThat(page.untold())
                .as("Say of these members what happens to them, by @ActedOn, @Echoed or @NoEffect on the member or its"
                        + " record (dev.attune.api)")
                .isEmpty();
        Shipped.assertUpToDate("docs/OPERATIONS.md", text, OperationsPageTest.class);
    }
}
