package dev.attune.wire;

/** Hears of every request that was answered, or left without an answer. For any thread. */
@FunctionalInterface
public interface ExchangeLog {
    void add(Exchange exchange);
}
