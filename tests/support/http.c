/* http.c - a server as another process, and a client of HTTP/1.1 for answers that tell their length. */
#include "support/http.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

bool http_start(struct http_server *server, char *const *arguments)
{
    char line[128] = "";
    int ends[2];

    if (pipe(ends) != 0 || (server->pid = fork()) < 0)
        return false;
    if (server->pid == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execv(arguments[0], arguments);
        _exit(127);
    }
    close(ends[1]);
    struct pollfd ready = { .fd = ends[0], .events = POLLIN };
    const bool spoke = poll(&ready, 1, 10000) == 1 && read(ends[0], line, sizeof line - 1) > 0;
    close(ends[0]);
    return spoke && sscanf(line, "http://127.0.0.1:%hu/", &server->port) == 1;
}

int http_stop(struct http_server *server)
{
    int status = 0;

    kill(server->pid, SIGTERM);
    if (waitpid(server->pid, &status, 0) != server->pid || !WIFEXITED(status))
        return -1;
    return WEXITSTATUS(status);
}

/* The file of the process in /proc. */
static bool read_proc(const struct http_server *server, const char *name, char *out, size_t size)
{
    char path[64];

    snprintf(path, sizeof path, "/proc/%d/%s", (int)server->pid, name);
    FILE *file = fopen(path, "r");
    if (file == NULL)
        return false;
    const size_t n = fread(out, 1, size - 1, file);
    out[n] = '\0';
    fclose(file);
    return n > 0;
}

long http_memory(const struct http_server *server)
{
    char text[4096];
    const char *line =
        read_proc(server, "status", text, sizeof text) ? strstr(text, "VmRSS:") : NULL;

    return line != NULL ? strtol(line + 6, NULL, 10) : -1;
}

double http_seconds(const struct http_server *server)
{
    char text[1024];
    unsigned long user = 0, system = 0;

    if (!read_proc(server, "stat", text, sizeof text) || strrchr(text, ')') == NULL)
        return -1;
    sscanf(strrchr(text, ')') + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user,
           &system);
    return (double)(user + system) / (double)sysconf(_SC_CLK_TCK);
}

int http_connect(const struct http_server *server)
{
    const struct sockaddr_in there = { .sin_family = AF_INET,
                                       .sin_port = htons(server->port),
                                       .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    const struct timeval patience = { .tv_sec = 60 };
    const int on = 1;
    const int connection = socket(AF_INET, SOCK_STREAM, 0);

    if (connection < 0)
        return -1;
    setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (connect(connection, (const struct sockaddr *)&there, sizeof there) == 0)
        return connection;
    close(connection);
    return -1;
}

static bool send_all(int connection, const char *bytes, size_t n)
{
    while (n > 0) {
        const ssize_t sent = send(connection, bytes, n, MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes += sent;
        n -= (size_t)sent;
    }
    return true;
}

/* Reads on, behind the n bytes that are there. */
static bool receive(int connection, struct http_answer *answer)
{
    if (answer->capacity - answer->n < 2) {
        const size_t capacity = 2 * answer->capacity + 65536;
        char *larger = realloc(answer->body, capacity);
        if (larger == NULL)
            return false;
        answer->body = larger;
        answer->capacity = capacity;
    }
    const ssize_t n =
        recv(connection, answer->body + answer->n, answer->capacity - answer->n - 1, 0);
    if (n <= 0)
        return false;
    answer->n += (size_t)n;
    answer->body[answer->n] = '\0';
    return true;
}

static const char *header(const char *headers, const char *name)
{
    const char *found = strcasestr(headers, name);

    return found != NULL ? found + strlen(name) : "";
}

bool http_ask(int connection, const char *request, size_t n, struct http_answer *answer)
{
    const char *end = NULL;

    answer->n = 0;
    answer->code = 0;
    if (!send_all(connection, request, n))
        return false;
    while (end == NULL) {
        if (!receive(connection, answer))
            return false;
        end = strstr(answer->body, "\r\n\r\n");
    }
    const size_t begin = (size_t)(end - answer->body) + 4;
    const size_t length = strtoul(header(answer->body, "\r\nContent-Length:"), NULL, 10);
    const int code = (int)strtol(header(answer->body, "HTTP/1.1 "), NULL, 10);
    sscanf(header(answer->body, "\r\nContent-Type:"), " %63[^\r]", answer->type);
    while (answer->n < begin + length)
        if (!receive(connection, answer))
            return false;
    memmove(answer->body, answer->body + begin, length);
    answer->body[length] = '\0';
    answer->n = length;
    answer->code = code;
    return true;
}

bool http_get(const struct http_server *server, int connection, const char *path,
              struct http_answer *answer)
{
    char request[2048];
    const int n = snprintf(request, sizeof request,
                           "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%hu\r\n\r\n", path, server->port);

    return (size_t)n < sizeof request && http_ask(connection, request, (size_t)n, answer);
}

bool http_post(const struct http_server *server, int connection, const char *path, const char *body,
               size_t n, struct http_answer *answer)
{
    char request[2048];
    const int head =
        snprintf(request, sizeof request,
                 "POST %s HTTP/1.1\r\nHost: localhost:%hu\r\nContent-Length: %zu\r\n\r\n", path,
                 server->port, n);

    return (size_t)head < sizeof request && send_all(connection, request, (size_t)head) &&
           http_ask(connection, body, n, answer);
}
