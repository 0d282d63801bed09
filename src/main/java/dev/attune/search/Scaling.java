package dev.attune.search;

/** How a numeric range is stretched before the search looks at it. */
public enum Scaling {
    /** The search decides: logarithmic where the range is positive and spans three decades or more, else linear. */
    AUTO,
    LINEAR,
    /** Needs min &gt; 0. */
    LOGARITHMIC,
    /** Dense near 1; needs 0 ≤ min and max &lt; 1. Continuous ranges only. */
    REVERSE_LOGARITHMIC
}
