/* server.c - charts and sheets over HTTP, to this machine only.
 *
 *     cc server.c answer.c $(pkg-config --cflags --libs sheaf libmicrohttpd) -o server
 *     ./server [-p PORT] [-P PAGES] [-r ROWS] [-s SECONDS] FOLDER
 *
 *     curl -o deu.pdf 'http://127.0.0.1:8080/partner.pdf?partner=DEU&language=ru'  # FOLDER/partner.yaml
 *     curl -o deu.html --data-binary @other.yaml http://127.0.0.1:8080/sheet.html  # its data: in FOLDER
 *     curl -o trade.png --data-binary @trade.csv 'http://127.0.0.1:8080/chart.png?type=lines'
 *
 * One context serves all threads, one for each processor: faces and data files are read once. */
#include <arpa/inet.h>
#include <microhttpd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "answer.h"

struct server {
    sheaf_context *context;
    struct limits limits;
    char hosts[2][32]; /* the names that it answers to, with its port */
};

static const char *value_of(void *connection, const char *key)
{
    return MHD_lookup_connection_value(connection, MHD_GET_ARGUMENT_KIND, key);
}

struct pairs {
    void (*take)(void *context, const char *key, const char *value);
    void *context;
};

static enum MHD_Result take_pair(void *context, enum MHD_ValueKind kind, const char *key,
                                 const char *value)
{
    const struct pairs *pairs = context;

    (void)kind;
    pairs->take(pairs->context, key, value != NULL ? value : "");
    return MHD_YES;
}

static void each_pair(void *connection,
                      void (*take)(void *context, const char *key, const char *value),
                      void *context)
{
    struct pairs pairs = { take, context };

    MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, take_pair, &pairs);
}

/* A page of the web can have its own name point to 127.0.0.1, to read what is answered here: the
 * browser then names that host. */
static int is_meant(const struct server *server, struct MHD_Connection *connection)
{
    const char *host = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Host");

    return host != NULL &&
           (strcmp(host, server->hosts[0]) == 0 || strcmp(host, server->hosts[1]) == 0);
}

static enum MHD_Result send_answer(struct MHD_Connection *connection, struct answer *out)
{
    if (out->bytes == NULL) /* no memory, not even for words */
        return MHD_NO;
    struct MHD_Response *response =
        MHD_create_response_from_buffer(out->n, out->bytes, MHD_RESPMEM_MUST_FREE);
    if (response == NULL) {
        free(out->bytes);
        return MHD_NO;
    }
    MHD_add_response_header(response, "Content-Type", out->type);
    MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
    const enum MHD_Result sent = MHD_queue_response(connection, (unsigned)out->code, response);
    MHD_destroy_response(response);
    return sent;
}

static enum MHD_Result say(struct MHD_Connection *connection, int code, const char *words)
{
    struct answer out = { 0 };

    answer_words(&out, code, words);
    return send_answer(connection, &out);
}

/* Splits "/partner.pdf", whose copy the request keeps in name. */
static int split(const char *url, char *name, size_t size, struct request *request)
{
    char *dot;

    if (url[0] != '/' || strlen(url) > size)
        return 0;
    strcpy(name, url + 1);
    dot = strrchr(name, '.');
    if (dot == NULL)
        return 0;
    *dot = '\0';
    request->name = name;
    request->format = dot + 1;
    return 1;
}

/* The first call for a request: its headers are there. Returns 0 if it goes on. */
static int refuse_headers(const struct server *server, struct MHD_Connection *connection,
                          const char *method, enum MHD_Result *sent)
{
    const char *length = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Content-Length");

    if (!is_meant(server, connection))
        *sent = say(connection, 421, "this server answers to 127.0.0.1 and localhost");
    else if (strcmp(method, "GET") != 0 && strcmp(method, "POST") != 0)
        *sent = say(connection, 405, "a request is GET or POST");
    else if (length != NULL && strtoull(length, NULL, 10) > server->limits.bytes)
        *sent = say(connection, 413, "the body is larger than is allowed");
    else
        return 0;
    return 1;
}

/* Returns 0 when memory runs out. */
static int keep_body(struct request *request, const char *bytes, size_t n, size_t most)
{
    request->is_too_large |= n > most - request->n; /* a length need not be told before */
    if (request->is_too_large)
        return 1;
    if (n > request->capacity - request->n) {
        const size_t capacity = 2 * request->capacity + n;
        char *larger = realloc(request->body, capacity);
        if (larger == NULL)
            return 0;
        request->body = larger;
        request->capacity = capacity;
    }
    memcpy(request->body + request->n, bytes, n);
    request->n += n;
    return 1;
}

/* Called for the headers, for each piece of the body, and at the end. */
static enum MHD_Result handle(void *context, struct MHD_Connection *connection, const char *url,
                              const char *method, const char *version, const char *piece,
                              size_t *n_piece, void **state)
{
    struct server *server = context;
    struct request *request = *state;
    struct answer out = { 0 };
    enum MHD_Result sent;
    char name[256];

    (void)version;
    if (request == NULL) {
        if (refuse_headers(server, connection, method, &sent))
            return sent;
        request = *state = calloc(1, sizeof *request);
        if (request != NULL && strcmp(method, "POST") == 0)
            request->body = malloc(request->capacity = 4096);
        return request != NULL ? MHD_YES : MHD_NO;
    }
    if (*n_piece > 0) {
        const int kept = keep_body(request, piece, *n_piece, server->limits.bytes);
        *n_piece = 0;
        return kept ? MHD_YES : MHD_NO;
    }
    if (!split(url, name, sizeof name, request))
        return say(connection, 404, "a sheet is /NAME.pdf or .html, a chart /chart.png or .svg");
    if (request->is_too_large)
        return say(connection, 413, "the body is larger than is allowed");
    request->query = connection;
    request->value = value_of;
    request->each = each_pair;
    answer(server->context, &server->limits, request, &out);
    return send_answer(connection, &out);
}

static void forget(void *context, struct MHD_Connection *connection, void **state,
                   enum MHD_RequestTerminationCode why)
{
    struct request *request = *state;

    (void)context, (void)connection, (void)why;
    if (request != NULL)
        free(request->body);
    free(request);
    *state = NULL;
}

/* port 0: one that is free. The caller stops the daemon. */
static struct MHD_Daemon *listen_at(struct server *server, unsigned short port)
{
    const struct sockaddr_in here = { .sin_family = AF_INET,
                                      .sin_port = htons(port),
                                      .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    struct MHD_Daemon *daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ERROR_LOG, port, NULL, NULL, handle, server,
        MHD_OPTION_SOCK_ADDR, (const struct sockaddr *)&here, MHD_OPTION_NOTIFY_COMPLETED, forget,
        NULL, MHD_OPTION_THREAD_POOL_SIZE, processors > 1 ? (unsigned)processors : 1U,
        MHD_OPTION_CONNECTION_LIMIT, 64U, MHD_OPTION_CONNECTION_TIMEOUT, 30U, MHD_OPTION_END);
    if (daemon == NULL)
        return NULL;
    port = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
    snprintf(server->hosts[0], sizeof server->hosts[0], "127.0.0.1:%hu", port);
    snprintf(server->hosts[1], sizeof server->hosts[1], "localhost:%hu", port);
    return daemon;
}

/* Numbers of the command line; returns the port, or -1 for what is none. */
static int read_options(int n_words, char **words, struct limits *limits)
{
    double port = 8080;

    for (int option; (option = getopt(n_words, words, "p:P:r:s:")) != -1;) {
        char *end = optarg;
        const double number = option != '?' ? strtod(optarg, &end) : 0;
        if (option == '?' || *end != '\0' || !(number > 0 || option == 'p') || !(number < 1e9))
            return -1;
        if (option == 'p')
            port = number;
        else if (option == 'P')
            limits->pages = (size_t)number;
        else if (option == 'r')
            limits->rows = (size_t)number;
        else
            limits->seconds = number;
    }
    return port >= 0 && port <= 65535 && optind == n_words - 1 ? (int)port : -1;
}

int main(int n_words, char **words)
{
    static struct server server = { .limits = { 50, 100000, 8 << 20, 10 } };
    const int port = read_options(n_words, words, &server.limits);
    sigset_t ends;
    int ended;

    if (port < 0 || chdir(words[n_words - 1]) != 0) {
        fprintf(stderr, "usage: server [-p PORT] [-P PAGES] [-r ROWS] [-s SECONDS] FOLDER\n");
        return 2;
    }
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    sigprocmask(SIG_BLOCK, &ends,
                NULL); /* threads inherit it: they end when the daemon is stopped */
    server.context = answer_context();
    struct MHD_Daemon *daemon = listen_at(&server, (unsigned short)port);
    if (daemon == NULL)
        fprintf(stderr, "server: port %d cannot be opened\n", port);
    else {
        printf("http://%s/\n", server.hosts[0]);
        fflush(stdout);
        sigwait(&ends, &ended);
        MHD_stop_daemon(daemon);
    }
    sheaf_context_destroy(server.context);
    return daemon == NULL;
}
