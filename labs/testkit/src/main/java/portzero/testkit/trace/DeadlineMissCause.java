package portzero.testkit.trace;

/** Why something came too late, as far as the operating system tells. */
public enum DeadlineMissCause {
    /** Nothing kept the program or the test from running: more time on a machine to itself would bring nothing. */
    OF_THE_PROGRAM,
    /** Program or test used a processor for much of the time: a faster machine might have been in time. */
    OF_ITS_COMPUTING,
    /** Program or test waited for a processor, for memory or for a disk for a notable part of the time. */
    OF_THE_MACHINE,
    /** The system does not tell, or not for all of the time. */
    UNKNOWN
}
