/* Asks for a receive buffer of 20,000 bytes, and asks the kernel how large it is. */
// linux only: other kernels give other sizes
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void) {
    // snippet: ask
    int s = socket(AF_INET, SOCK_STREAM, 0);
    int size = 20000;
    setsockopt(s, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);

    socklen_t length = sizeof size;
    getsockopt(s, SOL_SOCKET, SO_RCVBUF, &size, &length);
    printf("asked for 20000, have %d\n", size);
    // end
    close(s);
    return 0;
}
