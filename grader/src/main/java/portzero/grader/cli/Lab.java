package portzero.grader.cli;

/** Entry point. */
public final class Lab {
    private Lab() {}

    public static void main(String[] args) {
        System.out.println("lab");
    }
}
