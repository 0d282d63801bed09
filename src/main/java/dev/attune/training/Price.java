package dev.attune.training;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What an instance cost in an hour, once.
 *
 * @param asOf the day on which it did
 * @param source who says so
 */
public record Price(BigDecimal usdPerHour, LocalDate asOf, String source) {}
