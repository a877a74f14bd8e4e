/* A visitors' book: HOST PORT BOOK, a file. One client after another. */

#include "net.h"

#define LONGEST 1024

int main(int argc, char **argv) {
    if (argc != 4) {
        return 2;
    }
    size_t length;
    char *book = content_of(argv[3], &length);
    int listener = listening(argv);
    static char block[65536];
    while (1) {
        int client = accept(listener, NULL, NULL);
        if (client < 0) {
            continue;
        }
        char entry[LONGEST];
        size_t size = 0;
        ssize_t n;
        while ((n = read(client, block, sizeof block)) > 0) {
            if (size + (size_t) n <= LONGEST) {
                memcpy(entry + size, block, (size_t) n);
                size += (size_t) n;
            } else {
                size = LONGEST + 1; /* too long to be added, whatever else comes */
            }
        }
        if (n == 0) { /* the end of the stream, and no reset */
            if (size <= LONGEST) {
                book = realloc(book, length + size + 1);
                memcpy(book + length, entry, size);
                length += size;
            }
            write_all(client, book, length);
        }
        close(client);
    }
}
