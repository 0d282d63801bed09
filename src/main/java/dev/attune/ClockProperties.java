package dev.attune;

import dev.attune.tuning.ClockSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code attune.clock.*}: how simulated time passes.
 *
 * @param speed simulated seconds in a second, for mode scaled
 */
@ConfigurationProperties("attune.clock")
record ClockProperties(
        @DefaultValue("scaled") ClockSettings.Mode mode,
        @DefaultValue("600") double speed) {
    ClockSettings settings() {
        return new ClockSettings(mode, speed);
    }
}
