package portzero.testkit;

/** Would be found instead of the real one. */
public class TestNetwork {}
