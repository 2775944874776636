/* csv.c - separated values, split into rows and fields in one pass. */
#include "data/csv.h"

#include <stdio.h>
#include <string.h>

#include "base/strings.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF";

/* Counts outside quotes, in the first line (as much of it as a field may have). */
static char most_frequent_separator(const char *at, const char *end)
{
    static const char candidates[] = { ',', ';', '\t' };
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

void csv_start(struct csv *csv, const sheaf_alloc *alloc, const char *name, const char *bytes,
               size_t n, sheaf_error *error)
{
    csv->mark = n >= 3 && memcmp(bytes, byte_order_mark, 3) == 0 ? 3 : 0;
    bytes += csv->mark;
    n -= csv->mark;
    csv->name = name;
    csv->bytes = csv->at = csv->line_start = bytes;
    csv->end = bytes + n;
    csv->line = 1;
    csv->separator = most_frequent_separator(bytes, csv->end);
    csv->error = error;
    csv->count = 0;
    buffer_init(&csv->unquoted, alloc, error);
}

void csv_end(struct csv *csv)
{
    buffer_free(&csv->unquoted);
}

static bool failed(const struct csv *csv)
{
    return csv->error->status != SHEAF_OK;
}

void csv_fail(struct csv *csv, const struct csv_field *field, const char *format, ...)
{
    char message[sizeof csv->error->message];
    struct place at = { .file = csv->name, .line = field->line };
    va_list arguments;

    if (failed(csv))
        return;
    at.column = 1 + utf8_count(field->line_start, (size_t)(field->raw - field->line_start));
    at.length = utf8_count(field->raw, field->raw_n);
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    fail_at(csv->error, SHEAF_BAD_INPUT, at, "%s", message);
    error_set_excerpt(csv->error, csv->bytes, (size_t)(csv->end - csv->bytes));
}

bool csv_check_text(struct csv *csv, const struct csv_field *field)
{
    size_t offset;

    if (!utf8_valid(field->text, field->n, NULL)) {
        struct csv_field bad = *field;

        utf8_valid(field->raw, field->raw_n, &offset); /* in the raw field, for the place */
        bad.raw += offset;
        bad.raw_n = 1;
        csv_fail(csv, &bad, "byte %zu of the file (0x%02X) is not UTF-8; save the file as UTF-8",
                 (size_t)(bad.raw - csv->bytes) + csv->mark, (unsigned)(unsigned char)*bad.raw);
        return false;
    }
    if (memchr(field->text, '\0', field->n) != NULL) {
        csv_fail(csv, field, "this field holds a NUL byte; a text table has none");
        return false;
    }
    return true;
}

static bool at_line_end(const char *at, const char *end)
{
    return *at == '\n' || (*at == '\r' && (at + 1 == end || at[1] == '\n'));
}

static void read_bare(struct csv *csv, struct csv_field *field)
{
    const char *at = csv->at, *end = csv->end;
    const char *stop = (size_t)(end - at) > CSV_FIELD_LIMIT ? at + CSV_FIELD_LIMIT + 1 : end;

    while (at < stop && *at != csv->separator && !at_line_end(at, end))
        at++;
    field->text = csv->at;
    field->n = (size_t)(at - csv->at);
    csv->at = at;
    while (field->n > 0 && (field->text[field->n - 1] == ' ' || field->text[field->n - 1] == '\t'))
        field->n--;
    while (field->n > 0 && (field->text[0] == ' ' || field->text[0] == '\t')) {
        field->text++;
        field->n--;
    }
}

/* The position after the closing quote, or NULL when there is none within the
 * limit. Line ends inside are counted. */
static const char *closing_quote(struct csv *csv, bool *doubled)
{
    const char *at = csv->at + 1;

    for (; at < csv->end && (size_t)(at - csv->at) <= CSV_FIELD_LIMIT; at++) {
        if (*at == '\n') {
            csv->line++;
            csv->line_start = at + 1;
        }
        if (*at != '"')
            continue;
        if (at + 1 == csv->end || at[1] != '"')
            return at + 1;
        *doubled = true;
        at++;
    }
    return NULL;
}

/* Keeps one of two quotes. The buffer may move, so text is set when the row is
 * complete (place_unquoted). */
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

    for (size_t i = 0; i < csv->count; i++)
        if (csv->fields[i].text == NULL) {
            csv->fields[i].text = text;
            text += csv->fields[i].n;
        }
}

static void read_quoted(struct csv *csv, struct csv_field *field)
{
    bool doubled = false;
    const char *after = closing_quote(csv, &doubled);

    if (after == NULL) {
        field->raw_n = 1;
        csv_fail(csv, field, "this quote is not closed within %d bytes", CSV_FIELD_LIMIT);
        return;
    }
    csv->at = after;
    if (doubled) {
        unquote(csv, field, after - 1);
    } else {
        field->text = field->raw + 1;
        field->n = (size_t)(after - field->raw) - 2;
    }
    while (csv->at < csv->end && *csv->at == ' ')
        csv->at++;
}

/* A field and what ends it. True when more fields follow in the row. */
static bool read_field(struct csv *csv, struct csv_field *field)
{
    *field = (struct csv_field){ .raw = csv->at, .line_start = csv->line_start, .line = csv->line };
    if (csv->at < csv->end && *csv->at == '"')
        read_quoted(csv, field);
    else
        read_bare(csv, field);
    if (failed(csv))
        return false;
    field->raw_n = (size_t)(csv->at - field->raw);
    if (field->raw_n > CSV_FIELD_LIMIT) {
        field->raw_n = 1;
        csv_fail(csv, field, "this field is longer than %d bytes", CSV_FIELD_LIMIT);
        return false;
    }
    if (csv->at == csv->end)
        return false;
    if (*csv->at == csv->separator) {
        csv->at++;
        return true;
    }
    if (!at_line_end(csv->at, csv->end)) {
        field->raw = csv->at;
        field->raw_n = 1;
        field->line_start = csv->line_start;
        field->line = csv->line;
        csv_fail(csv, field,
                 "after a closing quote a separator or the end of the line is expected; a quote "
                 "inside quotes is doubled");
        return false;
    }
    csv->at += *csv->at == '\r' && csv->at + 1 < csv->end ? 2 : 1;
    csv->line++;
    csv->line_start = csv->at;
    return false;
}

static bool is_empty(const struct csv *csv)
{
    return csv->count == 1 && csv->fields[0].raw_n == 0;
}

bool csv_next(struct csv *csv)
{
    bool more;

    do {
        if (failed(csv) || csv->at == csv->end)
            return false;
        buffer_clear(&csv->unquoted);
        csv->count = 0;
        do {
            if (csv->count == CSV_COLUMN_LIMIT) {
                csv_fail(csv, &csv->fields[csv->count - 1], "a row has at most %d fields",
                         CSV_COLUMN_LIMIT);
                return false;
            }
            more = read_field(csv, &csv->fields[csv->count]);
            csv->count++;
        } while (more);
    } while (is_empty(csv) && !failed(csv));
    if (failed(csv))
        return false;
    place_unquoted(csv);
    return true;
}
