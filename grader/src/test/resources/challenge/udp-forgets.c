/* A wrong ticket server over UDP: HOST PORT. It takes a question that is asked again for a new one. */

#include "net.h"
#include <arpa/inet.h>
#include <stdint.h>

#define LONGEST 100

int main(int argc, char **argv) {
    if (argc != 3) {
        return 2;
    }
    int fd = bound(argv, SOCK_DGRAM);
    uint32_t last = 0;
    while (1) {
        char question[4 + LONGEST + 1];
        struct sockaddr_storage client;
        socklen_t client_length = sizeof client;
        ssize_t n = recvfrom(fd, question, sizeof question, 0, (struct sockaddr *) &client, &client_length);
        if (n < 4 || n > 4 + LONGEST) {
            continue;
        }
        uint32_t number = htonl(++last);
        char answer[8 + LONGEST];
        memcpy(answer, question, 4);
        memcpy(answer + 4, &number, 4);
        memcpy(answer + 8, question + 4, (size_t) n - 4);
        sendto(fd, answer, (size_t) n + 4, 0, (struct sockaddr *) &client, client_length);
    }
}
