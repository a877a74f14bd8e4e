/* A message board: HOST PORT LIMIT MESSAGES, a file with a line for each. Each client has a thread of its own. */

#include "net.h"
#include <pthread.h>

struct text {
    const char *bytes;
    size_t length;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct text *board; /* messages stay; only the array of them may move */
static size_t messages;
static int taken;

static size_t post(const char *bytes, size_t length) {
    char *copy = malloc(length + 1);
    memcpy(copy, bytes, length);
    copy[length] = '\n';
    pthread_mutex_lock(&lock);
    board = realloc(board, (messages + 1) * sizeof *board);
    board[messages++] = (struct text){copy, length + 1};
    size_t number = messages;
    pthread_mutex_unlock(&lock);
    return number;
}

static int number(int client, size_t value) {
    char line[32];
    return write_all(client, line, (size_t) snprintf(line, sizeof line, "%zu\n", value));
}

/* Sends the board as it is at this moment; nobody waits for a client that does not read. */
static int list(int client) {
    pthread_mutex_lock(&lock);
    size_t count = messages;
    struct text *copy = malloc((count + 1) * sizeof *copy);
    memcpy(copy, board, count * sizeof *copy);
    pthread_mutex_unlock(&lock);
    int result = number(client, count);
    for (size_t i = 0; i < count && result == 0; i++) {
        result = write_all(client, copy[i].bytes, copy[i].length);
    }
    free(copy);
    return result;
}

static int answer(int client, const char *line, size_t length) {
    if (length == 3 && memcmp(line, "WHO", 3) == 0) {
        pthread_mutex_lock(&lock);
        int now = taken;
        pthread_mutex_unlock(&lock);
        return number(client, (size_t) now);
    }
    if (length == 4 && memcmp(line, "LIST", 4) == 0) {
        return list(client);
    }
    if (length > 5 && memcmp(line, "POST ", 5) == 0) {
        return number(client, post(line + 5, length - 5));
    }
    return write_all(client, "?\n", 2);
}

/* Answers each line that is complete; gives what is left of the others. */
static size_t answer_all(int client, char *bytes, size_t length, int *broken) {
    size_t begin = 0;
    char *end;
    while (!*broken && (end = memchr(bytes + begin, '\n', length - begin)) != NULL) {
        size_t size = (size_t) (end - bytes) - begin;
        *broken = answer(client, bytes + begin, size) != 0;
        begin += size + 1;
    }
    memmove(bytes, bytes + begin, length - begin);
    return length - begin;
}

static void *serve(void *argument) {
    int client = (int) (ptrdiff_t) argument;
    size_t room = 4096;
    size_t length = 0;
    char *bytes = malloc(room);
    int broken = write_all(client, "HELLO\n", 6) != 0;
    ssize_t n;
    while (!broken && (n = read(client, bytes + length, room - length)) > 0) {
        length = answer_all(client, bytes, length + (size_t) n, &broken);
        if (length == room) {
            room *= 2;
            bytes = realloc(bytes, room);
        }
    }
    free(bytes);
    pthread_mutex_lock(&lock);
    taken--;
    pthread_mutex_unlock(&lock);
    close(client);
    return NULL;
}

int main(int argc, char **argv) {
    if (argc != 5) {
        return 2;
    }
    int limit = atoi(argv[3]);
    size_t length;
    char *first = content_of(argv[4], &length);
    char *end;
    for (char *line = first; (end = memchr(line, '\n', length - (size_t) (line - first))) != NULL; line = end + 1) {
        post(line, (size_t) (end - line));
    }
    int listener = listening(argv);
    pthread_attr_t detached;
    pthread_attr_init(&detached);
    pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&detached, 256 << 10);
    while (1) {
        int client = accept(listener, NULL, NULL);
        if (client < 0) {
            continue;
        }
        pthread_mutex_lock(&lock);
        int has_place = taken < limit;
        taken += has_place;
        pthread_mutex_unlock(&lock);
        pthread_t thread;
        if (!has_place) {
            write_all(client, "BUSY\n", 5);
            close(client);
        } else if (pthread_create(&thread, &detached, serve, (void *) (ptrdiff_t) client) != 0) {
            perror("pthread_create");
            exit(1);
        }
    }
}
