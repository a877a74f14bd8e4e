package portzero.reliable;

/** How far a sender is. */
public enum TransferState {
    /** Something has not been acknowledged yet. */
    SENDING,
    /** All data and the END have been acknowledged. */
    DONE,
    /** The sender has given up. */
    FAILED
}
