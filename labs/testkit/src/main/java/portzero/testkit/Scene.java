package portzero.testkit;

import java.util.List;

/**
 * What there was to see when a test failed.
 *
 * @param steps how many steps had been taken
 * @param threads where the student's threads stood
 * @param sockets what the kernel said
 */
record Scene(int steps, List<String> threads, List<String> sockets) {}
