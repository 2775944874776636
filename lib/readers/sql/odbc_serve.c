/* odbc_serve.c - reads a database for another process, and passes its rows on as frames.
 *
 * The process is the driver's alone: what it does to locale, signals and memory stays here. When the
 * process that asked is gone, the query is cancelled, so that the server does not go on for nobody. */
#include <locale.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "readers/sql/odbc_frames.h"
#include "readers/sql/odbc_session.h"
#include "sheaf/context.h"

enum { SECONDS_TO_CANCEL = 5, SENT_AT_ONCE = 1 << 16 };

struct server {
    int socket;
    struct odbc_session session;
    struct frame_reader reader;
    struct buffer out;
    sheaf_error error;
    bool is_done; /* all rows are read: nothing is left to be cancelled; atomic */
};

static ssize_t read_socket(void *context, void *into, size_t n)
{
    const struct server *server = context;

    return read(server->socket, into, n);
}

/* Waits until the other process closes its end, however it ends. */
static void *watch(void *context)
{
    struct server *server = context;
    struct pollfd closed = { .fd = server->socket };

    while (poll(&closed, 1, -1) < 0 || (closed.revents & (POLLHUP | POLLERR | POLLNVAL)) == 0)
        ;
    SQLHSTMT statement = __atomic_load_n(&server->session.statement, __ATOMIC_ACQUIRE);
    if (statement != NULL && !__atomic_load_n(&server->is_done, __ATOMIC_ACQUIRE))
        server->session.api.Cancel(statement);
    sleep(SECONDS_TO_CANCEL);
    _exit(EXIT_FAILURE);
}

static bool send_frame(struct server *server, size_t start)
{
    frame_finish(&server->out, start);
    return frames_send(server->socket, &server->out);
}

/* The text of the request, which the session copies nothing of: it stays until the next frame. */
static const char *request_text(struct server *server, struct arena *arena)
{
    size_t n;
    const char *text = frame_text(&server->reader, &n);

    return text != NULL ? arena_text(arena, text, n) : NULL;
}

static bool read_request(struct server *server, struct arena *arena, struct odbc_request *request)
{
    if (frame_next(&server->reader) != FRAME_QUERY)
        return false;
    request->connection = request_text(server, arena);
    request->query = request_text(server, arena);
    request->encoding = request_text(server, arena);
    return !server->reader.is_damaged && request->connection != NULL && request->query != NULL;
}

static bool send_columns(struct server *server)
{
    frame_begin(&server->out, FRAME_COLUMNS);
    for (size_t i = 0; i < server->session.count; i++) {
        const char *name = server->session.columns[i].name;

        frame_put_text(&server->out, name, strlen(name));
    }
    return send_frame(server, 0);
}

static bool read_wanted(struct server *server)
{
    struct frame_reader *reader = &server->reader;

    if (frame_next(reader) != FRAME_WANTED ||
        (size_t)(reader->content_end - reader->content) != server->session.count)
        return false;
    for (size_t i = 0; i < server->session.count; i++)
        server->session.columns[i].is_wanted = reader->content[i] != 0;
    return true;
}

static void put_row(struct server *server)
{
    size_t start = server->out.length;

    frame_begin(&server->out, FRAME_ROW);
    for (size_t i = 0; i < server->session.count; i++)
        frame_put_text(&server->out, server->session.cells[i].text, server->session.cells[i].n);
    frame_finish(&server->out, start);
}

static bool send_rows(struct server *server)
{
    while (odbc_next(&server->session)) {
        put_row(server);
        if (server->out.length >= SENT_AT_ONCE && !frames_send(server->socket, &server->out))
            return false;
    }
    if (server->error.status != SHEAF_OK)
        return false;
    __atomic_store_n(&server->is_done, true, __ATOMIC_RELEASE);
    size_t start = server->out.length;
    frame_begin(&server->out, FRAME_END);
    return send_frame(server, start);
}

static void send_failure(struct server *server)
{
    const sheaf_error *error = &server->error;
    size_t start = server->out.length;

    frame_begin(&server->out, FRAME_FAILURE);
    frame_put_length(&server->out, error->status);
    frame_put_length(&server->out, (uint32_t)error->setting);
    frame_put_length(&server->out, (uint32_t)error->setting_length);
    frame_put_text(&server->out, error->message, strlen(error->message));
    send_frame(server, start);
}

static bool serve(struct server *server, const struct odbc_request *request)
{
    if (!odbc_open(&server->session, request, NULL, &server->error))
        return false;
    frame_begin(&server->out, FRAME_OPEN);
    return send_frame(server, 0) && odbc_run(&server->session, request->query) &&
           send_columns(server) && read_wanted(server) && send_rows(server);
}

static bool serve_watched(struct server *server, struct arena *arena)
{
    struct odbc_request request = { .name = "" };
    pthread_t watching;

    if (!read_request(server, arena, &request) ||
        pthread_create(&watching, NULL, watch, server) != 0)
        return false;
    bool served = serve(server, &request);
    if (!served && server->error.status != SHEAF_OK)
        send_failure(server);
    odbc_close(&server->session);
    pthread_cancel(watching);
    pthread_join(watching, NULL);
    return served;
}

int sheaf_odbc_serve(int socket)
{
    struct server server = { .socket = socket };
    struct arena arena;

    if (socket < 0)
        return EXIT_FAILURE;
    /* Driver manager and drivers ask for the locale: it is one of UTF-8 with the decimal point. */
    setenv("LC_ALL", "C.UTF-8", 1);
    setlocale(LC_ALL, "");
    signal(SIGPIPE, SIG_IGN);
    signal(SIGINT, SIG_IGN); /* a terminal's goes to the other process, too, which then is gone */
    arena_init(&arena, NULL, &server.error);
    buffer_init(&server.out, NULL, &server.error);
    frame_reader_init(&server.reader, read_socket, &server, NULL, &server.error);
    bool served = serve_watched(&server, &arena);
    frame_reader_free(&server.reader);
    buffer_free(&server.out);
    arena_free(&arena);
    return served ? EXIT_SUCCESS : EXIT_FAILURE;
}
