/* watch_server.c - answers the page's requests: itself, the state of a view, its pages, its sheet. */
#include "watch_server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

/* Seconds: how long a request may take to arrive, and how long one may wait for a change. */
enum { SLOWEST = 10, LONGEST_WAIT = 20 };

/* The page loads nothing but from this server, and stands in no other page. */
static const char page_policy[] =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src "
    "'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/* A picture fetches nothing; its faces are within it. */
static const char picture_policy[] =
    "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";
/* A sheet has its own policy in it. */
static const char sheet_policy[] = "frame-ancestors 'self'";

static double seconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Answers ------------------------------------------------------------------------- */

struct answer {
    unsigned status;
    const char *type, *policy;
    const void *bytes;
    size_t n;
};

static enum MHD_Result give(const struct server *server, struct MHD_Connection *connection,
                            const struct answer *answer)
{
    const struct http_api *api = &server->api;
    /* The response copies the bytes: the view may be drawn anew before they are sent. */
    struct MHD_Response *response = api->MHD_create_response_from_buffer(
        answer->n, (void *)(uintptr_t)answer->bytes, MHD_RESPMEM_MUST_COPY);

    if (response == NULL)
        return MHD_NO;
    api->MHD_add_response_header(response, "Content-Type", answer->type);
    api->MHD_add_response_header(response, "Content-Security-Policy",
                                 answer->policy != NULL ? answer->policy : "default-src 'none'");
    api->MHD_add_response_header(response, "Cache-Control", "no-store");
    api->MHD_add_response_header(response, "X-Content-Type-Options", "nosniff");
    api->MHD_add_response_header(response, "Referrer-Policy", "no-referrer");
    api->MHD_add_response_header(response, "Cross-Origin-Resource-Policy", "same-origin");
    if (answer->status == MHD_HTTP_METHOD_NOT_ALLOWED)
        api->MHD_add_response_header(response, "Allow", "GET");
    const enum MHD_Result result = api->MHD_queue_response(connection, answer->status, response);
    api->MHD_destroy_response(response);
    return result;
}

static enum MHD_Result refuse(const struct server *server, struct MHD_Connection *connection,
                              unsigned status, const char *reason)
{
    const struct answer answer = { status, "text/plain; charset=utf-8", NULL, reason,
                                   strlen(reason) };

    return give(server, connection, &answer);
}

/* Requests ------------------------------------------------------------------------ */

/* Only names of this machine: a page of elsewhere whose name is made to lead here is refused (DNS
 * rebinding). */
static bool is_own_host(const struct server *server, const char *host)
{
    static const char *const names[] = { "127.0.0.1", "localhost", "[::1]" };
    char port[16];

    snprintf(port, sizeof port, ":%u", server->port);
    for (size_t i = 0; host != NULL && i < sizeof names / sizeof *names; i++) {
        const size_t n = strlen(names[i]);

        if (strncasecmp(host, names[i], n) == 0 &&
            (strcmp(host + n, port) == 0 || (host[n] == '\0' && server->port == 80)))
            return true;
    }
    return false;
}

static const char *header(const struct server *server, struct MHD_Connection *connection,
                          const char *name)
{
    return server->api.MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

static const char *argument(const struct server *server, struct MHD_Connection *connection,
                            const char *name)
{
    return server->api.MHD_lookup_connection_value(connection, MHD_GET_ARGUMENT_KIND, name);
}

struct choosing {
    struct view_choice choice;
    bool is_first, is_wrong;
};

/* "lang=ru" and "set.partner=DEU". The first of them stands in place of the command line's choice. */
static enum MHD_Result choose(void *context, enum MHD_ValueKind kind, const char *key,
                              const char *value)
{
    struct choosing *choosing = context;
    const char *text = value != NULL ? value : "";

    (void)kind;
    if (strcmp(key, "lang") != 0 && strncmp(key, "set.", 4) != 0)
        return MHD_YES;
    if (choosing->is_first)
        choice_free(&choosing->choice);
    choosing->is_first = false;
    if (key[0] == 'l')
        choice_set_language(&choosing->choice, text);
    else if (key[4] == '\0' || text[0] == '\0' || !choice_add(&choosing->choice, key + 4, text))
        choosing->is_wrong = true;
    return MHD_YES;
}

/* A text that names no file or database: a spec may have a parameter in such a place. */
static bool is_harmless(const char *value)
{
    return value[0] != '.' && strpbrk(value, "/\\:=;") == NULL;
}

static bool is_given(const struct watch_order *order, const char *name, const char *value)
{
    const size_t n = strlen(name);

    for (const char *const *set = order->sets; *set != NULL; set++)
        if (strncmp(*set, name, n) == 0 && (*set)[n] == '=' && strcmp(*set + n + 1, value) == 0)
            return true;
    return false;
}

/* Other texts only as members of the data, or as the command line has them. */
static bool is_allowed(struct site *site, const char *name, const char *value)
{
    if (is_harmless(value) || is_given(site->order, name, value))
        return true;
    struct view_choice own = site_choice(site);
    return view_has_member(site_view(site, &own), name, value);
}

static bool all_allowed(struct site *site, const struct view_choice *choice)
{
    for (size_t i = 0; i < choice->n; i++)
        if (!is_allowed(site, choice->names[i], choice->values[i]))
            return false;
    return true;
}

/* NULL: the request names no view; it is refused. */
static struct view *asked_view(struct server *server, struct MHD_Connection *connection)
{
    struct choosing choosing = { .choice = site_choice(server->site), .is_first = true };

    server->api.MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, choose, &choosing);
    if (choosing.is_wrong || !all_allowed(server->site, &choosing.choice)) {
        choice_free(&choosing.choice);
        return NULL;
    }
    return site_view(server->site, &choosing.choice);
}

/* A page that has this version waits for the next. */
static bool waits(struct server *server, struct MHD_Connection *connection)
{
    const char *after = argument(server, connection, "after");
    char version[24];

    snprintf(version, sizeof version, "%llu", server->site->version);
    if (after == NULL || strcmp(after, version) != 0 || server->ends ||
        server->n_waiting == MOST_CONNECTIONS)
        return false;
    server->api.MHD_suspend_connection(connection);
    server->waiting[server->n_waiting++] = (struct waiting){ connection, seconds() };
    return true;
}

static enum MHD_Result give_state(struct server *server, struct MHD_Connection *connection,
                                  bool has_waited)
{
    struct growing state = { .n = 0 };

    if (!has_waited && waits(server, connection))
        return MHD_YES;
    const struct view *view = asked_view(server, connection);
    if (view == NULL)
        return refuse(server, connection, MHD_HTTP_BAD_REQUEST, "no such parameters\n");
    site_state(server->site, view, &state);
    const struct answer answer = { MHD_HTTP_OK, "application/json", NULL, state.bytes, state.n };
    const enum MHD_Result result = give(server, connection, &answer);
    free(state.bytes);
    return result;
}

/* "/page/0" to the last page of the view. */
static enum MHD_Result give_page(struct server *server, struct MHD_Connection *connection,
                                 const char *number)
{
    const size_t digits = strspn(number, "0123456789");
    const struct view *view =
        digits > 0 && digits < 6 && number[digits] == '\0' ? asked_view(server, connection) : NULL;
    const size_t page = view != NULL ? (size_t)strtoul(number, NULL, 10) : 0;

    if (view == NULL || page >= view->n_pages)
        return refuse(server, connection, MHD_HTTP_NOT_FOUND, "no such page\n");
    const struct answer answer = { MHD_HTTP_OK, "image/svg+xml", picture_policy,
                                   view->pages[page].svg, view->pages[page].n };
    return give(server, connection, &answer);
}

static enum MHD_Result give_sheet(struct server *server, struct MHD_Connection *connection)
{
    struct view *view = asked_view(server, connection);
    size_t n = 0;
    const char *html = view != NULL ? view_html(view, &n) : NULL;

    if (html == NULL)
        return refuse(server, connection, MHD_HTTP_NOT_FOUND, "there is no sheet yet\n");
    const struct answer answer = { MHD_HTTP_OK, "text/html; charset=utf-8", sheet_policy, html, n };
    return give(server, connection, &answer);
}

static enum MHD_Result give_path(struct server *server, struct MHD_Connection *connection,
                                 const char *path, bool has_waited)
{
    for (size_t i = 0; i < watch_n_assets; i++)
        if (strcmp(path, watch_assets[i].path) == 0) {
            const struct answer answer = { MHD_HTTP_OK, watch_assets[i].type, page_policy,
                                           watch_assets[i].bytes, watch_assets[i].n };
            return give(server, connection, &answer);
        }
    if (strcmp(path, "/state") == 0)
        return give_state(server, connection, has_waited);
    if (strcmp(path, "/sheet") == 0)
        return give_sheet(server, connection);
    if (strncmp(path, "/page/", 6) == 0)
        return give_page(server, connection, path + 6);
    return refuse(server, connection, MHD_HTTP_NOT_FOUND, "nothing is here; the sheet is at /\n");
}

/* Pages of elsewhere may link here, and load nothing. */
static bool is_from_elsewhere(const struct server *server, struct MHD_Connection *connection,
                              const char *path)
{
    const char *site = header(server, connection, "Sec-Fetch-Site");

    return site != NULL && strcmp(path, "/") != 0 &&
           (strcmp(site, "cross-site") == 0 || strcmp(site, "same-site") == 0);
}

static enum MHD_Result handle(void *context, struct MHD_Connection *connection, const char *path,
                              const char *method, const char *version, const char *upload,
                              size_t *n_upload, void **request)
{
    static const int begun, waited; /* what a request has done so far */
    struct server *server = context;

    (void)version;
    (void)upload;
    if (!is_own_host(server, header(server, connection, "Host")))
        return refuse(server, connection, MHD_HTTP_FORBIDDEN,
                      "this page is for 127.0.0.1 and localhost only\n");
    if (strcmp(method, "GET") != 0)
        return refuse(server, connection, MHD_HTTP_METHOD_NOT_ALLOWED, "GET only\n");
    if (is_from_elsewhere(server, connection, path))
        return refuse(server, connection, MHD_HTTP_FORBIDDEN, "not for other pages\n");
    if (*request == NULL) { /* the headers are there, the body is not */
        *request = (void *)(uintptr_t)&begun;
        return MHD_YES;
    }
    if (*n_upload > 0) {
        *n_upload = 0;
        return MHD_YES;
    }
    const bool has_waited = *request == &waited;
    *request = (void *)(uintptr_t)&waited;
    return give_path(server, connection, path, has_waited);
}

/* Sockets ------------------------------------------------------------------------- */

/* -1: errno says why. */
static int bind_to(int family, unsigned port)
{
    const struct sockaddr_in ipv4 = { .sin_family = AF_INET,
                                      .sin_port = htons((uint16_t)port),
                                      .sin_addr = { htonl(INADDR_LOOPBACK) } };
    const struct sockaddr_in6 ipv6 = { .sin6_family = AF_INET6,
                                       .sin6_port = htons((uint16_t)port),
                                       .sin6_addr = in6addr_loopback };
    const bool is_ipv6 = family == AF_INET6;
    const int on = 1;
    const int descriptor = socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

    if (descriptor < 0)
        return -1;
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(descriptor, is_ipv6 ? (const void *)&ipv6 : (const void *)&ipv4,
             is_ipv6 ? sizeof ipv6 : sizeof ipv4) == 0 &&
        listen(descriptor, MOST_CONNECTIONS) == 0)
        return descriptor;
    const int reason = errno;
    close(descriptor);
    errno = reason;
    return -1;
}

/* A machine without IPv4 has ::1. */
static int listen_on(struct server *server, unsigned port)
{
    struct sockaddr_in6 bound = { 0 }; /* its port is where that of IPv4 is */
    socklen_t n = sizeof bound;
    int descriptor = bind_to(AF_INET, port);

    if (descriptor < 0 && (errno == EADDRNOTAVAIL || errno == EAFNOSUPPORT)) {
        descriptor = bind_to(AF_INET6, port);
        server->is_ipv6 = descriptor >= 0;
    }
    if (descriptor >= 0 && getsockname(descriptor, (void *)&bound, &n) == 0)
        server->port = ntohs(bound.sin6_port);
    return descriptor;
}

static int tell_port(unsigned port)
{
    if (errno == EADDRINUSE)
        fprintf(stderr,
                "sheaf: error: port %u is in use, perhaps by another sheaf watch; --port 0 takes a "
                "free one\n",
                port);
    else if (errno == EACCES)
        fprintf(stderr,
                "sheaf: error: port %u is not for users; name one from 1024 on, or --port 0 for a "
                "free one\n",
                port);
    else
        fprintf(stderr, "sheaf: error: cannot listen on port %u: %s\n", port, strerror(errno));
    return EXIT_SYSTEM;
}

int server_open(struct server *server, struct site *site, unsigned port)
{
    *server = (struct server){ .site = site };
    if (!http_api_load(&server->api))
        return EXIT_SYSTEM;
    const int descriptor = listen_on(server, port);
    if (descriptor < 0)
        return tell_port(port);
    server->daemon = server->api.MHD_start_daemon(
        MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, handle, server,
        MHD_OPTION_LISTEN_SOCKET, descriptor, MHD_OPTION_CONNECTION_LIMIT,
        (unsigned)MOST_CONNECTIONS, MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)SLOWEST,
        MHD_OPTION_END);
    if (server->daemon != NULL)
        return EXIT_FINE;
    close(descriptor);
    fputs("sheaf: error: the server cannot be started\n", stderr);
    return EXIT_SYSTEM;
}

void server_close(struct server *server)
{
    if (server->daemon == NULL)
        return;
    server->ends = true;
    server_wake(server, true);
    server->api.MHD_run(server->daemon);
    server->api.MHD_stop_daemon(server->daemon);
}

int server_descriptor(const struct server *server)
{
    const union MHD_DaemonInfo *info =
        server->api.MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_EPOLL_FD);

    return info != NULL ? info->epoll_fd : -1;
}

void server_run(struct server *server)
{
    server->api.MHD_run(server->daemon);
}

int server_timeout(const struct server *server)
{
    MHD_UNSIGNED_LONG_LONG milliseconds;

    if (server->api.MHD_get_timeout(server->daemon, &milliseconds) != MHD_YES)
        return -1;
    return milliseconds < 1000 ? (int)milliseconds : 1000;
}

void server_wake(struct server *server, bool all)
{
    const double now = seconds();
    size_t kept = 0;

    for (size_t i = 0; i < server->n_waiting; i++)
        if (all || now - server->waiting[i].since >= LONGEST_WAIT)
            server->api.MHD_resume_connection(server->waiting[i].connection);
        else
            server->waiting[kept++] = server->waiting[i];
    server->n_waiting = kept;
}
