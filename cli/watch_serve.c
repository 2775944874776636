/* watch_serve.c - the loop of sheaf watch: requests, changes of files, Ctrl-C. One thread does all. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "signals.h"
#include "watch_server.h"

/* Milliseconds. Files are looked at even where nothing tells of changes: links, network drives. What
 * has gone may be about to come back, as editors replace files in two steps. */
enum { LOOK_AGAIN = 1000, LOOK_OFTEN = 250, WAIT_FOR_RETURN = 120 };

struct loop {
    struct server *server;
    struct site *site;
    int signals;
    long long look_at; /* when to look at the files, by the monotonic clock */
    bool is_gone;      /* some file was gone when they were last looked at */
};

static long long milliseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* A descriptor that is readable at SIGINT, SIGTERM or SIGHUP. */
static int open_signals(void)
{
    static const int ending[] = { SIGINT, SIGTERM, SIGHUP };
    const sigset_t signals = signals_block(ending, sizeof ending / sizeof *ending);

    signal(SIGPIPE, SIG_IGN);
    return signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

/* Those who wait are answered with their views; if nobody does, the messages are told all the same. */
static void draw_again(struct loop *loop)
{
    site_change(loop->site);
    if (loop->server->n_waiting > 0) {
        server_wake(loop->server, true);
        return;
    }
    struct view_choice own = site_choice(loop->site);
    site_view(loop->site, &own);
}

static void look(struct loop *loop)
{
    const int interval = loop->site->files.queue < 0 ? LOOK_OFTEN : LOOK_AGAIN;
    const enum files_news news = files_look(&loop->site->files);

    loop->look_at = milliseconds() + interval;
    if (news == FILES_GONE && !loop->is_gone) {
        loop->is_gone = true;
        loop->look_at = milliseconds() + WAIT_FOR_RETURN;
        return;
    }
    loop->is_gone = false;
    if (news == FILES_GONE)
        files_accept(&loop->site->files);
    if (news != FILES_SAME)
        draw_again(loop);
}

static void take_events(struct loop *loop)
{
    const int wait = files_take_events(&loop->site->files);
    const long long now = milliseconds();

    if (wait >= 0 && !loop->is_gone && now + wait < loop->look_at)
        loop->look_at = now + wait;
}

static void run(struct loop *loop)
{
    struct pollfd polled[] = { { server_descriptor(loop->server), POLLIN, 0 },
                               { loop->signals, POLLIN, 0 },
                               { loop->site->files.queue, POLLIN, 0 } };

    while ((polled[1].revents & POLLIN) == 0) {
        const unsigned long long version = loop->site->version;
        const int of_server = server_timeout(loop->server);
        long long wait = loop->look_at - milliseconds();

        wait = wait < 0 ? 0 : wait;
        if (of_server >= 0 && of_server < wait)
            wait = of_server;
        if (poll(polled, 3, (int)wait) < 0 && errno != EINTR)
            return;
        if ((polled[2].revents & POLLIN) != 0)
            take_events(loop);
        if (milliseconds() >= loop->look_at)
            look(loop);
        server_wake(loop->server, false);
        server_run(loop->server);
        /* What changed while it was read is read again. */
        if (loop->site->version != version && loop->server->n_waiting > 0)
            server_wake(loop->server, true);
    }
}

static int tell_address(const struct server *server, const struct watch_order *order)
{
    const char *host = server->is_ipv6 ? "[::1]" : "127.0.0.1";

    if (order->json)
        printf("{\"event\":\"listening\",\"url\":\"http://%s:%u/\"}\n", host, server->port);
    else
        printf("http://%s:%u/\n", host, server->port);
    const int code = finish_output();
    if (code == EXIT_FINE && !order->quiet && !order->json)
        fputs("Open it in a browser; Ctrl-C ends it.\n", stderr);
    return code;
}

int watch_serve(const struct watch_order *order)
{
    struct site site;
    struct server server;
    const int signals = open_signals();

    if (signals < 0) {
        fprintf(stderr, "sheaf: error: cannot wait for signals: %s\n", strerror(errno));
        return EXIT_SYSTEM;
    }
    site_open(&site, order);
    int code = server_open(&server, &site, order->port);
    if (code == EXIT_FINE)
        code = tell_address(&server, order);
    if (code == EXIT_FINE) {
        struct view_choice own = site_choice(&site);
        struct loop loop = { .server = &server, .site = &site, .signals = signals };

        site_view(&site, &own);
        loop.look_at = milliseconds();
        run(&loop);
    }
    server_close(&server);
    site_close(&site);
    close(signals);
    return code;
}
