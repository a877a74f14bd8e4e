/* A ticket server over UDP: HOST PORT. */

#include "net.h"
#include <arpa/inet.h>
#include <stdint.h>

#define LONGEST 100
#define REMEMBERED 256

struct ticket {
    struct sockaddr_storage client;
    socklen_t client_length;
    char answer[8 + LONGEST];
    size_t length;
};

static struct ticket tickets[REMEMBERED]; /* the next one takes the place of the oldest */

static struct ticket *find(const char *id, const struct sockaddr_storage *client, socklen_t client_length) {
    for (int i = 0; i < REMEMBERED; i++) {
        if (tickets[i].length > 0 && memcmp(tickets[i].answer, id, 4) == 0
                && tickets[i].client_length == client_length
                && memcmp(&tickets[i].client, client, client_length) == 0) {
            return &tickets[i];
        }
    }
    return NULL;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        return 2;
    }
    int fd = bound(argv, SOCK_DGRAM);
    uint32_t last = 0;
    while (1) {
        char question[4 + LONGEST + 1]; /* one more, or a longer one would look like the longest */
        struct sockaddr_storage client;
        memset(&client, 0, sizeof client);
        socklen_t client_length = sizeof client;
        ssize_t n = recvfrom(fd, question, sizeof question, 0, (struct sockaddr *) &client, &client_length);
        if (n < 4 || n > 4 + LONGEST) {
            continue; /* no question, and so no answer */
        }
        struct ticket *ticket = find(question, &client, client_length);
        if (ticket == NULL) {
            ticket = &tickets[last++ % REMEMBERED];
            ticket->client = client;
            ticket->client_length = client_length;
            uint32_t number = htonl(last);
            memcpy(ticket->answer, question, 4);
            memcpy(ticket->answer + 4, &number, 4);
            memcpy(ticket->answer + 8, question + 4, (size_t) n - 4);
            ticket->length = (size_t) n + 4;
        }
        sendto(fd, ticket->answer, ticket->length, 0, (struct sockaddr *) &client, client_length);
    }
}
