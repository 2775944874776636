/* http.h - a server as another process, and a client that keeps its connection. */
#ifndef TESTS_SUPPORT_HTTP_H
#define TESTS_SUPPORT_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct http_server {
    pid_t pid;
    unsigned short port;
};

/* Starts a program with arguments (the program first, NULL last) whose first line on standard output is
 * "http://127.0.0.1:PORT/". False: it did not come up within ten seconds. */
bool http_start(struct http_server *server, char *const *arguments);
/* Asks it to end (SIGTERM). Returns its exit code; -1: a signal ended it. */
int http_stop(struct http_server *server);

/* Its memory, in kilobytes, and the processor's time that it has taken, in seconds. */
long http_memory(const struct http_server *server);
double http_seconds(const struct http_server *server);

struct http_answer {
    int code;      /* 0: there is none */
    char type[64]; /* of the body */
    char *body;    /* NUL-terminated; kept for the next answer */
    size_t n, capacity;
};

/* Returns a socket, or -1. */
int http_connect(const struct http_server *server);
/* Sends a request, n bytes, and reads its answer. */
bool http_ask(int socket, const char *request, size_t n, struct http_answer *answer);
/* GET of a path, from the host that the server is. */
bool http_get(const struct http_server *server, int socket, const char *path,
              struct http_answer *answer);
bool http_post(const struct http_server *server, int socket, const char *path, const char *body,
               size_t n, struct http_answer *answer);

#endif
