package portzero.echo;

/** A test that everybody passes. */
class EchoFirstStepsTest {}
