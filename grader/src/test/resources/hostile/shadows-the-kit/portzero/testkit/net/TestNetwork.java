package portzero.testkit.net;

/** Would be found instead of the real one. */
public class TestNetwork {}
