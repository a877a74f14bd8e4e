/* An echo server: HOST PORT. One client after another. */

#include "net.h"

int main(int argc, char **argv) {
    if (argc != 3) {
        return 2;
    }
    int listener = listening(argv);
    static char block[65536];
    while (1) {
        int client = accept(listener, NULL, NULL);
        if (client < 0) {
            continue;
        }
        ssize_t n;
        while ((n = read(client, block, sizeof block)) > 0 && write_all(client, block, (size_t) n) == 0) {
        }
        close(client);
    }
}
