/* Asks for a raw socket without the capability to have one. */
// linux only: capabilities are
#include <errno.h>
#include <linux/capability.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Gives up every capability, so that this is the same for root and for everyone else. */
static int drop_capabilities(void) {
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct none[2] = {{0}, {0}};
    return (int)syscall(SYS_capset, &header, none);
}

static void try_to_open(const char *what, int type, int protocol) {
    int s = socket(AF_INET, type, protocol);
    int reason = errno;
    printf("%-14s %s\n", what, s >= 0 ? "yes" : strerror(reason));
    if (s >= 0) {
        close(s);
    }
}

int main(void) {
    if (drop_capabilities() < 0) {
        perror("capset");
        return 1;
    }
    // snippet: open
    try_to_open("SOCK_STREAM", SOCK_STREAM, 0);
    try_to_open("SOCK_DGRAM", SOCK_DGRAM, 0);
    try_to_open("SOCK_RAW", SOCK_RAW, IPPROTO_TCP);
    // end
    return 0;
}
