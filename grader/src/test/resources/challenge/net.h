/* What the servers in C have in common. */

#include <errno.h>
#include <netdb.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* A socket that is bound to HOST and PORT, the first two arguments; ends the program where that cannot be. */
static int bound(char **argv, int type) {
    struct addrinfo hints = {.ai_socktype = type, .ai_flags = AI_NUMERICHOST | AI_NUMERICSERV};
    struct addrinfo *address;
    int trouble = getaddrinfo(argv[1], argv[2], &hints, &address);
    if (trouble != 0) {
        fprintf(stderr, "%s:%s: %s\n", argv[1], argv[2], gai_strerror(trouble));
        exit(2);
    }
    int fd = socket(address->ai_family, address->ai_socktype, address->ai_protocol);
    int on = 1;
    if (type == SOCK_STREAM) { /* for UDP it would mean that others may share the port */
        setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    }
    if (fd < 0 || bind(fd, address->ai_addr, address->ai_addrlen) < 0) {
        perror("bind");
        exit(1);
    }
    freeaddrinfo(address);
    signal(SIGPIPE, SIG_IGN); /* a client that has gone makes write fail, and no more */
    return fd;
}

/* A socket that listens there. */
static inline int listening(char **argv) {
    int fd = bound(argv, SOCK_STREAM);
    if (listen(fd, 600) < 0) {
        perror("listen");
        exit(1);
    }
    return fd;
}

/* Writes all; 0, or -1 if the connection is broken. */
static inline int write_all(int fd, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t n = write(fd, bytes, length);
        if (n < 0 && errno != EINTR) {
            return -1;
        }
        if (n > 0) {
            bytes += n;
            length -= (size_t) n;
        }
    }
    return 0;
}

/* The content of a file; ends the program if it cannot be read. */
static inline char *content_of(const char *name, size_t *length) {
    FILE *file = fopen(name, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) < 0) {
        perror(name);
        exit(1);
    }
    *length = (size_t) ftell(file);
    rewind(file);
    char *bytes = malloc(*length + 1);
    if (bytes == NULL || fread(bytes, 1, *length, file) != *length) {
        perror(name);
        exit(1);
    }
    fclose(file);
    return bytes;
}
