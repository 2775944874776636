/* csv.c - splits delimited values into rows and fields, in one pass.
 *
 * A row that runs past the end of the window is read again from its start once the window has
 * slid. That is rare: a window is much larger than a row. */
#include "input/csv.h"

#include <stdio.h>
#include <string.h>

#include "base/strings.h"

#define LONG_FIELD "this field is longer than %d bytes; is a quote or a separator missing?"

/* Counts candidates outside quotes in the first line, up to CSV_FIELD_LIMIT bytes. */
static char most_frequent_separator(const char *at, const char *end)
{
    static const char candidates[] = { ',', ';', '\t', '|' };
    size_t counts[sizeof candidates] = { 0 }, best = 0;
    bool quoted = false;

    if (end - at > CSV_FIELD_LIMIT)
        end = at + CSV_FIELD_LIMIT;
    for (; at < end && (quoted || *at != '\n'); at++) {
        quoted ^= *at == '"';
        for (size_t i = 0; i < sizeof candidates && !quoted; i++)
            counts[i] += *at == candidates[i];
    }
    for (size_t i = 1; i < sizeof candidates; i++)
        if (counts[i] > counts[best])
            best = i;
    return candidates[best];
}

/* Makes room for more fields in a row. False: there are as many as may be, or failed. */
static bool grow_fields(struct csv *csv)
{
    enum { FIRST_FIELDS = 1024 };
    size_t larger = csv->capacity == 0 ? FIRST_FIELDS : 2 * csv->capacity;
    struct csv_field *fields;

    if (larger > CSV_COLUMN_LIMIT)
        return false;
    fields = memory_resize(csv->alloc, csv->fields, csv->capacity * sizeof *fields,
                           larger * sizeof *fields);
    if (fields == NULL) {
        fail_memory(csv->error);
        return false;
    }
    csv->fields = fields;
    csv->capacity = larger;
    return true;
}

void csv_start(struct csv *csv, const sheaf_alloc *alloc, const char *name, const char *text,
               size_t n, sheaf_error *error)
{
    csv->name = name;
    csv->error = error;
    csv->input = NULL;
    csv->at = csv->row = text;
    csv->end = text + n;
    csv->last = true;
    csv->line = csv->row_line = 1;
    csv->lines = NULL;
    csv->separator = most_frequent_separator(text, csv->end);
    csv->scan = (struct scan){ .end = NULL };
    csv->alloc = alloc;
    csv->fields = NULL;
    csv->count = csv->capacity = 0;
    csv->columns = NULL;
    csv->n_columns = 0;
    csv->is_secret = NULL;
    csv->reader = NULL;
    buffer_init(&csv->unquoted, alloc, error);
    grow_fields(csv);
}

void csv_open(struct csv *csv, struct input *input)
{
    size_t n;
    const char *text = input_text(input, &n);
    const struct reading *reading = input_reading(input);

    csv_start(csv, reading->alloc, reading->name, text, n, reading->error);
    csv->input = input;
    csv->last = false;
}

void csv_end(struct csv *csv)
{
    buffer_free(&csv->unquoted);
    memory_free(csv->alloc, csv->fields, csv->capacity * sizeof *csv->fields);
    csv->fields = NULL;
    csv->capacity = 0;
}

static bool failed(const struct csv *csv)
{
    return csv->error->status != SHEAF_OK;
}

static void fail_here(struct csv *csv, const char *at, const char *message)
{
    csv_fail(csv, &(struct csv_field){ .raw = at, .raw_n = 1 }, "%s", message);
}

static void fail_limit(struct csv *csv, const char *at, const char *format, int limit)
{
    char message[128];

    snprintf(message, sizeof message, format, limit);
    fail_here(csv, at, message);
}

/* Fields ------------------------------------------------------------------------ */

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* Drops the spaces around an unquoted field. */
static void trim(struct csv_field *field)
{
    const char *start = field->raw, *end = start + field->raw_n;

    while (end > start && is_blank(end[-1]))
        end--;
    while (start < end && is_blank(*start))
        start++;
    field->text = start;
    field->n = (size_t)(end - start);
}

/* Sets an unquoted field that runs from at to after: a separator, a line feed, or the end. */
static inline void set_bare(const struct csv *csv, struct csv_field *field, const char *at,
                            const char *after)
{
    size_t n = (size_t)(after - at);

    *field = (struct csv_field){ at, n, at, n };
    if (n == 0 || ((unsigned char)*at > ' ' && (unsigned char)after[-1] > ' '))
        return;
    field->raw_n -= after[-1] == '\r' && (after == csv->end || *after == '\n');
    trim(field);
}

/* The position after the closing quote. NULL: it is beyond the window, or beyond the limit (then
 * failed). */
static const char *closing_quote(struct csv *csv, const char *start, bool *doubled)
{
    const char *at = start + 1;

    for (; at < csv->end && at - start <= CSV_FIELD_LIMIT; at++) {
        csv->line += *at == '\n';
        if (*at != '"')
            continue;
        if (at + 1 == csv->end && !csv->last)
            return NULL;
        if (at + 1 == csv->end || at[1] != '"')
            return at + 1;
        *doubled = true;
        at++;
    }
    if (csv->last || at < csv->end)
        fail_limit(csv, start,
                   at == csv->end && csv->last ? "this quote is never closed"
                                               : "this quote is not closed within %d bytes",
                   CSV_FIELD_LIMIT);
    return NULL;
}

/* Copies a field with one quote for each doubled one. The buffer may move while it grows, so
 * place_unquoted sets field->text when the row is complete. */
static void unquote(struct csv *csv, struct csv_field *field, const char *end)
{
    size_t start = csv->unquoted.length;

    field->text = NULL;
    for (const char *at = field->raw + 1; at < end; at++) {
        if (*at == '"')
            at++;
        buffer_byte(&csv->unquoted, *at);
    }
    field->n = csv->unquoted.length - start;
}

static void place_unquoted(struct csv *csv)
{
    const char *text = csv->unquoted.bytes;

    for (size_t i = 0; i < csv->count && csv->unquoted.length > 0; i++)
        if (csv->fields[i].text == NULL) {
            csv->fields[i].text = text;
            text += csv->fields[i].n;
        }
}

/* Reads a quoted field. Returns the separator or line feed after it, or the end of the last
 * window. NULL: that is beyond the window, or failed. */
static const char *read_quoted(struct csv *csv, struct csv_field *field, const char *at)
{
    bool doubled = false;
    const char *after = closing_quote(csv, at, &doubled);

    if (after == NULL)
        return NULL;
    field->raw = at;
    field->raw_n = (size_t)(after - at);
    if (doubled) {
        unquote(csv, field, after - 1);
    } else {
        field->text = at + 1;
        field->n = field->raw_n - 2;
    }
    if (field->raw_n > CSV_FIELD_LIMIT) {
        fail_limit(csv, at, LONG_FIELD, CSV_FIELD_LIMIT);
        return NULL;
    }
    while (after < csv->end && *after == ' ')
        after++;
    if (after < csv->end && *after == '\r' && (after + 1 < csv->end || csv->last))
        after += after + 1 == csv->end || after[1] == '\n';
    if (after == csv->end)
        return csv->last ? after : NULL;
    if (*after == csv->separator || *after == '\n')
        return after;
    if (*after != '\r' || after + 1 < csv->end)
        fail_here(csv, after,
                  "after a closing quote a separator or the end of the line is expected; a quote "
                  "inside quotes is doubled");
    return NULL;
}

/* Rows -------------------------------------------------------------------------- */

/* The end of an unquoted field that runs past the current block. NULL: it is beyond the window, or
 * failed. */
static const char *find_end(struct csv *csv, const char *at)
{
    const char *after = csv->end;

    csv->scan.hits = 0;
    while (csv->scan.hits == 0 && scan_refill(&csv->scan))
        continue;
    if (csv->scan.hits != 0)
        after = scan_next(&csv->scan);
    if (after - at > CSV_FIELD_LIMIT) {
        fail_limit(csv, at, LONG_FIELD, CSV_FIELD_LIMIT);
        return NULL;
    }
    return after < csv->end || csv->last ? after : NULL;
}

/* Like read_quoted; moves the scan of separators to the end of the field. */
static const char *read_quoted_and_skip(struct csv *csv, struct csv_field *field, const char *at)
{
    const char *after = read_quoted(csv, field, at);

    if (after != NULL && after < csv->end) {
        scan_skip(&csv->scan, after);
        scan_next(&csv->scan); /* the separator at `after` */
    } else if (after != NULL) {
        csv->scan.hits = 0;
    }
    return after;
}

/* Reads one field of a rough block (with quotes or carriage returns), or one that runs past its
 * block. Returns as read_quoted and find_end do. */
static const char *read_rough(struct csv *csv, struct csv_field *field, const char *at)
{
    const char *after;

    if (at < csv->end && *at == '"')
        return read_quoted_and_skip(csv, field, at);
    after = csv->scan.hits != 0 ? scan_next(&csv->scan) : find_end(csv, at);
    if (after != NULL)
        set_bare(csv, field, at, after);
    return after;
}

/* The state of reading a row. It is a local variable, so that it stays in registers: every field
 * of a file passes here. */
struct walk {
    const char *at; /* the next field */
    struct csv_field *field;
    const char *block;
    uint64_t hits;
    bool is_rough;
};

static inline void take_block(struct walk *walk, const struct csv *csv)
{
    walk->block = csv->scan.block;
    walk->hits = csv->scan.hits;
    walk->is_rough = csv->scan.rough != 0;
}

/* Reads the fields that end in the current block, which is not rough. True at the end of the row. */
static inline bool walk_block(struct walk *walk, const struct csv *csv)
{
    while (walk->hits != 0) {
        const char *at = walk->at, *after = walk->block + (unsigned)__builtin_ctzll(walk->hits);
        size_t n = (size_t)(after - at);

        walk->hits &= walk->hits - 1;
        walk->at = after + 1;
        if (*after == '\n') {
            set_bare(csv, walk->field++, at, after); /* blanks may stand before a CR */
            return true;
        }
        *walk->field++ = (struct csv_field){ at, n, at, n };
    }
    return false;
}

/* Goes on to the next block, in which an unfinished field continues. False at the end of the
 * window, and when the field may be too long. */
static inline bool next_block(struct walk *walk, struct csv *csv)
{
    if (csv->scan.block - walk->at > CSV_FIELD_LIMIT - 2 * SCAN_BLOCK || !scan_refill(&csv->scan))
        return false;
    take_block(walk, csv);
    return true;
}

/* False when the end of the row is beyond the window, or failed. */
static bool read_row(struct csv *csv)
{
    struct walk walk = { .at = csv->at, .field = csv->fields };
    const struct csv_field *limit = csv->fields + csv->capacity;
    const char *after;

    csv->row = csv->at;
    csv->row_line = csv->line;
    for (take_block(&walk, csv);;) {
        if (!walk.is_rough && limit - walk.field > SCAN_BLOCK) {
            if (walk_block(&walk, csv))
                break;
            if (next_block(&walk, csv))
                continue;
        }
        if (walk.field == limit) {
            size_t n = csv->capacity;

            if (!grow_fields(csv)) {
                if (!failed(csv))
                    csv_fail(
                        csv, limit - 1,
                        "a row has at most %d fields; give periods or series rows of their own",
                        CSV_COLUMN_LIMIT);
                return false;
            }
            walk.field = csv->fields + n;
            limit = csv->fields + csv->capacity;
        }
        csv->scan.hits = walk.hits;
        after = read_rough(csv, walk.field, walk.at);
        if (after == NULL)
            return false;
        take_block(&walk, csv);
        walk.field++;
        walk.at = after + (after < csv->end);
        if (after == csv->end || *after == '\n')
            break;
    }
    csv->count = (size_t)(walk.field - csv->fields);
    csv->scan.hits = walk.hits;
    csv->line += walk.at[-1] == '\n';
    csv->at = walk.at;
    return true;
}

/* Slides the window, so that the row can be read again from its start. False: failed. */
static bool get_more(struct csv *csv)
{
    size_t n = (size_t)(csv->end - csv->row);

    if (failed(csv))
        return false;
    if (n > CSV_ROW_LIMIT) {
        fail_limit(csv, csv->row, "this row is longer than %d bytes", CSV_ROW_LIMIT);
        return false;
    }
    csv->last = !input_slide(csv->input, csv->row, csv->row_line);
    csv->at = csv->row = input_text(csv->input, &n);
    csv->end = csv->at + n;
    csv->line = csv->row_line;
    scan_start(&csv->scan, csv->at, csv->end, csv->separator, '\n');
    return !failed(csv);
}

static bool is_empty(const struct csv *csv)
{
    return csv->count == 1 && csv->fields[0].raw_n == 0;
}

bool csv_next(struct csv *csv)
{
    if (csv->scan.end == NULL)
        scan_start(&csv->scan, csv->at, csv->end, csv->separator, '\n');
    while (!failed(csv)) {
        if (csv->unquoted.length > 0)
            buffer_clear(&csv->unquoted);
        if (csv->at == csv->end && csv->last)
            return false;
        if (!read_row(csv)) {
            if (!get_more(csv))
                return false;
        } else if (!is_empty(csv)) {
            place_unquoted(csv);
            if (csv->lines != NULL)
                csv->row_line = csv->lines[csv->row_line - 1];
            return !failed(csv);
        }
    }
    return false;
}

void csv_pass(struct csv *csv, const char *at, size_t rows)
{
    csv->at = at;
    csv->line += rows;
    scan_skip(&csv->scan, at);
}
