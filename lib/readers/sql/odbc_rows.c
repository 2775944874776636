/* odbc_rows.c - rows that another process reads from a database, as frames, become rows of a table. */
#include "readers/sql/odbc_rows.h"

#include <string.h>

#include "base/strings.h"
#include "readers/sql/odbc_session.h"
#include "readers/sql/sql_result.h"

struct source {
    sheaf_table *table;
    struct frame_reader *reader;
    struct sql_result result;
    struct odbc_cell *cells;
    bool is_whole; /* the end of the rows was there */
};

/* A failure without words, or in bytes that are no text, is as good as none: the caller then tells
 * that the frames ended too early. */
static bool is_message(const char *text, size_t n)
{
    return text != NULL && n > 0 && memchr(text, '\0', n) == NULL && utf8_valid(text, n, NULL);
}

static void take_failure(struct source *source)
{
    uint32_t status = frame_length(source->reader), setting = frame_length(source->reader);
    uint32_t length = frame_length(source->reader);
    size_t n;
    const char *message = frame_text(source->reader, &n);
    struct place at = { .file = table_name(source->table) };

    if (!is_message(message, n) || status < SHEAF_NO_MEMORY || status > SHEAF_SYSTEM ||
        setting > n || length > n - setting)
        return;
    const char *after = message + setting + length;
    fail_at(table_error(source->table), (sheaf_status)status, at,
            length > 0 ? "%.*s" SETTING("%.*s") "%.*s" : "%.*s%.*s%.*s", (int)setting, message,
            (int)length, message + setting, (int)(n - setting - length), after);
}

/* True for a frame of that kind. A failure that was sent instead is taken. */
static bool expect(struct source *source, enum frame frame)
{
    enum frame next = frame_next(source->reader);

    if (next == FRAME_FAILURE)
        take_failure(source);
    source->is_whole = next == FRAME_END;
    return next == frame;
}

static bool next_frame(void *context)
{
    struct source *source = context;

    if (!expect(source, FRAME_ROW))
        return false;
    for (size_t i = 0; i < source->result.count; i++)
        source->cells[i].text = frame_text(source->reader, &source->cells[i].n);
    return !source->reader->is_damaged && frame_at_end(source->reader);
}

static const char *frame_cell(void *context, size_t column, size_t *n)
{
    const struct source *source = context;

    *n = source->cells[column].n;
    return source->cells[column].text;
}

/* False: failed, or the frame is damaged. */
static bool read_columns(struct source *source)
{
    struct sql_result *result = &source->result;
    struct frame_reader *reader = source->reader;
    const char *first = reader->content;
    size_t count = 0, n;

    while (!frame_at_end(reader) && frame_text(reader, &n) != NULL)
        count++;
    if (reader->is_damaged || !frame_at_end(reader) || count == 0)
        return false;
    sql_reserve_columns(result, count);
    reader->content = first;
    for (size_t i = 0; i < result->count && !sql_failed(result); i++) {
        const char *name = frame_text(reader, &n);
        const char *copy = arena_text(&result->builder.arena, name, n);

        if (copy != NULL)
            sql_name_column(result, i, copy);
    }
    if (!sql_failed(result))
        sql_resolve_columns(result);
    source->cells = arena_array(&result->builder.arena, struct odbc_cell, count);
    return !sql_failed(result);
}

static void put_wanted(const struct sql_result *result, struct buffer *frames)
{
    size_t start = frames->length;

    frame_begin(frames, FRAME_WANTED);
    for (size_t i = 0; i < result->count; i++)
        buffer_byte(frames, (char)!result->columns[i].is_skipped);
    frame_finish(frames, start);
}

static bool read_source(struct source *source, const struct odbc_peer *peer)
{
    const struct sql_source rows = { source, next_frame, frame_cell, NULL, NULL };
    struct buffer frames;

    if (!expect(source, FRAME_OPEN))
        return false;
    peer->opened(peer->context);
    if (!expect(source, FRAME_COLUMNS) || !read_columns(source))
        return false;
    buffer_init(&frames, table_alloc(source->table), table_error(source->table));
    put_wanted(&source->result, &frames);
    bool sent = peer->send(peer->context, &frames);
    buffer_free(&frames);
    size_t count = sent ? sql_read_rows(&source->result, &rows) : 0;
    if (source->is_whole)
        sql_require_rows(&source->result, count);
    return source->is_whole;
}

bool odbc_read_frames(sheaf_table *table, struct frame_reader *reader, const struct odbc_peer *peer)
{
    struct source source = { .table = table, .reader = reader };

    sql_init(&source.result, table);
    bool whole = !sql_failed(&source.result) && read_source(&source, peer);
    sql_free(&source.result);
    return whole;
}
