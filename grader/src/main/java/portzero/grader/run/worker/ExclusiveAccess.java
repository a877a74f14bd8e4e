package portzero.grader.run.worker;

/** Lets whoever needs it have the machine to itself. */
interface ExclusiveAccess {

    /** For a program that has the machine to itself anyway. */
    ExclusiveAccess OPEN = () -> {};

    /** Waits until no other tests run; they stay stopped until the current submission is done. */
    void waitToBeAlone();

    /**
     * Clears the network of what earlier tests have left, so that a program which is asked again does not know it. Does nothing
     * where the network is not the worker's own.
     */
    default void clearNetwork() {}
}
