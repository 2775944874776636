/* watch_server.h - the page over HTTP, for this machine only.
 *
 * It answers GET of what it has in memory, and opens no file that a request names. */
#ifndef CLI_WATCH_SERVER_H
#define CLI_WATCH_SERVER_H

#include "watch_http.h"
#include "watch_site.h"

enum { MOST_CONNECTIONS = 64 };

struct waiting {
    struct MHD_Connection *connection;
    double since; /* in seconds of the monotonic clock */
};
struct server {
    struct http_api api;
    struct MHD_Daemon *daemon;
    struct site *site;
    unsigned port;
    bool is_ipv6;
    /* Requests that are answered when something has changed. */
    struct waiting waiting[MOST_CONNECTIONS];
    size_t n_waiting;
    bool ends;
};

/* Listens on the loopback. Returns an exit code. */
int server_open(struct server *server, struct site *site, unsigned port);
void server_close(struct server *server);
/* To poll for reading. */
int server_descriptor(const struct server *server);
/* Does what there is to do. */
void server_run(struct server *server);
/* Milliseconds after which it has something to do; -1: not by itself. */
int server_timeout(const struct server *server);
/* Answers those that wait: all, or those that have waited long, as a connection that says nothing is
 * dropped by some browsers. */
void server_wake(struct server *server, bool all);

/* The files of the page (cli/watch/), without a NUL. */
struct watch_asset {
    const char *path, *type;
    const unsigned char *bytes;
    size_t n;
};
extern const struct watch_asset watch_assets[];
extern const size_t watch_n_assets;

#endif
