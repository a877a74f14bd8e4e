package org.junit.jupiter.api;

/** Would be found instead of the real one. */
public @interface Test {}
