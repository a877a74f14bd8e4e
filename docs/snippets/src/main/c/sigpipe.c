/* What becomes of a C program that writes to a connection whose other end has gone. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* One end of a connection whose other end is closed. */
static int half_gone(void) {
    int ends[2] = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) < 0) {
        perror("socketpair");
    }
    close(ends[1]);
    return ends[0];
}

int main(void) {
    // snippet: child
    pid_t child = fork();
    if (child == 0) { // in the child
        send(half_gone(), "x", 1, 0);
        _exit(0); // it never comes here
    }
    int status = 0;
    waitpid(child, &status, 0);
    printf("ended by SIGPIPE: %s\n", WIFSIGNALED(status) && WTERMSIG(status) == SIGPIPE ? "yes" : "no");
    // end

    // snippet: ignore
    signal(SIGPIPE, SIG_IGN);
    int s = half_gone();
    ssize_t sent = send(s, "x", 1, 0);
    int reason = errno;
    printf("send returned %zd: %s\n", sent, strerror(reason));
    // end
    close(s);
    return 0;
}
