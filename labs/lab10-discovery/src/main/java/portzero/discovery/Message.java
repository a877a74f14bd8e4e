package portzero.discovery;

/**
 * A message that a member of a group has received.
 *
 * @param sender the number of the member that has sent it
 * @param payload its bytes, 0 to {@link Member#LONGEST} of them, in an array that no later call changes
 */
@SuppressWarnings("ArrayRecordComponent") // nobody asks whether two messages are equal
public record Message(long sender, byte[] payload) {}
