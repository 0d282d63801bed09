package dev.attune.wire;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The setting {@code attune.validation}. */
@ConfigurationProperties("attune")
record ValidationSettings(@DefaultValue("lenient") Validation validation) {}
