package dev.attune.scheduler;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code attune.events.*}: where events go besides those who watch them.
 *
 * @param file events are appended to it, one a line; absent for no file
 */
@ConfigurationProperties("attune.events")
record EventProperties(@Nullable String file) {}
