/* A server of pieces: HOST PORT CONTENT, a file. One thread serves all clients. */

#include "net.h"
#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>

#define MOST 1000
#define REQUEST 8

struct client {
    char requests[4096];
    size_t received;
    const char *piece;
    size_t left;
};

static struct pollfd polled[MOST + 1]; /* the first is the listener */
static struct client *clients[MOST + 1];
static int count = 1;
static const char *content;
static size_t content_length;

static void leave(int i) {
    close(polled[i].fd);
    free(clients[i]);
    count--;
    polled[i] = polled[count];
    clients[i] = clients[count];
}

/* Answers requests until one answer does not go out at once; -1 if the connection is to be closed. */
static int answer(int fd, struct client *client) {
    size_t used = 0;
    int result = 0;
    while (1) {
        while (client->left > 0) {
            ssize_t n = write(fd, client->piece, client->left);
            if (n < 0) {
                result = errno == EAGAIN || errno == EINTR ? 0 : -1;
                goto end;
            }
            client->piece += n;
            client->left -= (size_t) n;
        }
        if (client->received - used < REQUEST) {
            goto end;
        }
        uint32_t numbers[2];
        memcpy(numbers, client->requests + used, REQUEST);
        used += REQUEST;
        int64_t offset = (int32_t) ntohl(numbers[0]);
        int64_t length = (int32_t) ntohl(numbers[1]);
        if (offset < 0 || length < 0 || offset + length > (int64_t) content_length) {
            result = -1;
            goto end;
        }
        client->piece = content + offset;
        client->left = (size_t) length;
    }
end:
    client->received -= used;
    memmove(client->requests, client->requests + used, client->received);
    return result;
}

static int serve(int fd, struct client *client) {
    if (client->left == 0) {
        ssize_t n = read(fd, client->requests + client->received, sizeof client->requests - client->received);
        if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR)) {
            return -1;
        }
        client->received += n > 0 ? (size_t) n : 0;
    }
    return answer(fd, client);
}

static void enter(int fd) {
    struct client *client = count <= MOST ? calloc(1, sizeof *client) : NULL;
    if (client == NULL) {
        close(fd);
        return;
    }
    fcntl(fd, F_SETFL, O_NONBLOCK);
    polled[count] = (struct pollfd){.fd = fd, .events = POLLIN};
    clients[count++] = client;
}

int main(int argc, char **argv) {
    if (argc != 4) {
        return 2;
    }
    content = content_of(argv[3], &content_length);
    polled[0] = (struct pollfd){.fd = listening(argv), .events = POLLIN};
    fcntl(polled[0].fd, F_SETFL, O_NONBLOCK);
    while (poll(polled, (nfds_t) count, -1) >= 0 || errno == EINTR) {
        for (int i = count - 1; i >= 1; i--) { /* downwards: who leaves is replaced by one that has been served */
            if (polled[i].revents == 0) {
                continue;
            }
            if (serve(polled[i].fd, clients[i]) < 0) {
                leave(i);
            } else {
                polled[i].events = clients[i]->left > 0 ? POLLOUT : POLLIN;
            }
        }
        int fd;
        if (polled[0].revents != 0 && (fd = accept(polled[0].fd, NULL, NULL)) >= 0) {
            enter(fd);
        }
    }
    return 1;
}
