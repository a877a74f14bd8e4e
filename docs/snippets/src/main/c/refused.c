/* A connect that is refused, as C tells it: -1, and the reason in errno. */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void) {
    struct sockaddr_in address = {.sin_family = AF_INET};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    struct sockaddr *place = (struct sockaddr *)&address;
    socklen_t size = sizeof address;
    int taken = socket(AF_INET, SOCK_STREAM, 0); // bound, but nobody listens: this port refuses
    if (bind(taken, place, size) < 0 || getsockname(taken, place, &size) < 0) {
        perror("bind");
        return 1;
    }

    // snippet: connect
    int client = socket(AF_INET, SOCK_STREAM, 0);
    int result = connect(client, place, size);
    int reason = errno; // at once: the next call may overwrite it
    printf("connect returned %d\n", result);
    printf("errno is ECONNREFUSED: %s\n", reason == ECONNREFUSED ? "yes" : "no");
    printf("in words: %s\n", strerror(reason));
    close(client);
    // end
    close(taken);
    return 0;
}
