package portzero.echo;

/** Asks for less than the course's own. */
public interface Server {}
