/* A client, and a server that serves it once: every call of a TCP conversation in one place. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

// snippet: checked
/* The result of a call, unless the call has failed: then errno says why, and the program ends. */
static int checked(const char *call, ssize_t result) {
    if (result < 0) {
        perror(call);
        exit(1);
    }
    return (int)result;
}
// end

// snippet: send-all
/* Sends all of it, as sendall does in Python and write in Java. */
static void send_all(int socket, const char *bytes, size_t count) {
    while (count > 0) {
        size_t sent = (size_t)checked("send", send(socket, bytes, count, 0));
        bytes += sent;
        count -= sent;
    }
}
// end

// snippet: loop
static void echo(int socket) {
    char buffer[8192];
    int n;
    while ((n = checked("recv", recv(socket, buffer, sizeof buffer, 0))) != 0) {
        send_all(socket, buffer, (size_t)n);
    }
}
// end

/* Reads until the end of the stream or of the buffer; how many bytes came. */
static int recv_all(int socket, char *buffer, size_t size) {
    size_t have = 0;
    int n;
    while (have < size && (n = checked("recv", recv(socket, buffer + have, size - have, 0))) != 0) {
        have += (size_t)n;
    }
    return (int)have;
}

int main(void) {
    // snippet: calls
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(0)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    struct sockaddr *place = (struct sockaddr *)&address;
    socklen_t size = sizeof address;

    int listener = checked("socket", socket(AF_INET, SOCK_STREAM, 0));
    checked("bind", bind(listener, place, size));
    checked("listen", listen(listener, 50));
    checked("getsockname", getsockname(listener, place, &size)); // its port

    int client = checked("socket", socket(AF_INET, SOCK_STREAM, 0));
    checked("connect", connect(client, place, size));
    send_all(client, "hello", 5);
    checked("shutdown", shutdown(client, SHUT_WR));

    int accepted = checked("accept", accept(listener, NULL, NULL));
    echo(accepted);
    checked("close", close(accepted));

    char answer[100];
    int length = recv_all(client, answer, sizeof answer);
    printf("client got: %.*s\n", length, answer);
    checked("close", close(client));
    checked("close", close(listener));
    // end
    return 0;
}
