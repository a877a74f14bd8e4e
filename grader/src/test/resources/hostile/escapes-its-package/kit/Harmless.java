\u0070ackage portzero.\u0074estkit.host;

/** Names its package in Unicode escapes, so that nobody finds it in the text. */
public class Host {}
