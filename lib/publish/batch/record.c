/* record.c - a sheet as a line of JSON: of the report, and of the journal of a run. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/escape.h"
#include "publish/batch/batch.h"

/* The name as it is below the folder of the report. */
static void put_name(const sheaf_batch *batch, const struct batch_sheet *sheet, size_t page,
                     struct buffer *into)
{
    char path[PATH_BYTES];

    if (!template_write(batch, sheet, page, path))
        path[0] = '\0';
    escape_json(into, batch_path_below(batch, path));
}

void record_write_name(const sheaf_batch *batch, const struct batch_sheet *sheet,
                       struct buffer *into)
{
    buffer_text(into, "{\"sheet\": ");
    put_name(batch, sheet, 1, into);
    buffer_text(into, ", ");
}

static void put_digest(struct buffer *into, const struct digest *digest)
{
    char text[DIGEST_TEXT];

    digest_text(digest, text);
    buffer_format(into, "\"%s\"", text);
}

static void put_files(const sheaf_batch *batch, const struct batch_sheet *sheet,
                      const struct made *made, struct buffer *into)
{
    buffer_text(into, "\"files\": [");
    for (size_t i = 0; i < made->n_files; i++) {
        buffer_text(into, i > 0 ? ", {\"file\": " : "{\"file\": ");
        put_name(batch, sheet, i + 1, into);
        buffer_format(into, ", \"bytes\": %zu, \"sha256\": ", made->files[i].bytes);
        put_digest(into, &made->files[i].digest);
        buffer_byte(into, '}');
    }
    buffer_text(into, "]");
}

void record_write(const sheaf_batch *batch, const struct batch_sheet *sheet,
                  const struct made *made, struct buffer *into)
{
    record_write_name(batch, sheet, into);
    buffer_text(into, "\"key\": ");
    put_digest(into, &made->key);
    buffer_text(into, ", \"lang\": ");
    escape_json(into, batch->languages[sheet->language]);
    buffer_format(into, ", \"format\": \"%s\", \"state\": \"%s\", ",
                  batch->formats[sheet->format]->name,
                  made->status != SHEAF_OK ? "failed"
                  : made->is_unchanged     ? "unchanged"
                                           : "made");
    if (made->status != SHEAF_OK) {
        buffer_text(into, "\"error\": ");
        escape_json(into, made->message);
        buffer_format(into, ", \"retry\": %s, ",
                      made->status == SHEAF_SYSTEM || made->status == SHEAF_NO_MEMORY ? "true"
                                                                                      : "false");
    }
    if (made->date.year > 0)
        buffer_format(into, "\"date\": \"%04d-%02d-%02d\", ", made->date.year, made->date.month,
                      made->date.day);
    buffer_format(into, "\"pages\": %zu, \"ms\": ", made->n_pages);
    buffer_fixed(into, made->ms, 3);
    buffer_text(into, ", ");
    put_files(batch, sheet, made, into);
    buffer_text(into, ", \"warnings\": [");
    for (size_t i = 0; i < made->n_warnings; i++) {
        buffer_text(into, i > 0 ? ", " : "");
        escape_json(into, made->warnings[i]);
    }
    buffer_text(into, "], \"members\": {");
    for (size_t i = 0; i < batch->slices.n_sliced; i++) {
        const struct sliced *sliced = &batch->slices.sliced[i];

        buffer_text(into, i > 0 ? ", " : "");
        escape_json(into, sliced->name);
        buffer_text(into, ": ");
        escape_json(into, sliced->members[sheet->members[i]]);
    }
    buffer_text(into, "}}");
}

/* The text behind the key; NULL: there is none. A quote in a text is escaped, so that no text is taken
 * for a key. */
static const char *behind(const char *line, const char *key)
{
    const char *at = strstr(line, key);

    return at != NULL ? at + strlen(key) : NULL;
}

static bool read_digest(const char *text, struct digest *digest)
{
    for (size_t i = 0; i < 2 * sizeof digest->bytes; i++) {
        static const char digits[] = "0123456789abcdef";
        const char *digit = text[i] != '\0' ? strchr(digits, text[i]) : NULL;

        if (digit == NULL)
            return false;
        digest->bytes[i / 2] =
            (uint8_t)(i % 2 == 0 ? (digit - digits) << 4 : digest->bytes[i / 2] | (digit - digits));
    }
    return true;
}

static size_t read_count(const char *text)
{
    size_t value = 0;

    for (; *text >= '0' && *text <= '9' && value < SIZE_MAX / 100; text++)
        value = 10 * value + (size_t)(*text - '0');
    return value;
}

/* The warnings as they stand in the line, unescaped as far as this file escapes. */
static bool read_warnings(const char *at, struct made *made)
{
    enum { MOST = 1000 };

    made->warnings = arena_array(&made->arena, const char *, MOST);
    while (made->warnings != NULL && *at == '"' && made->n_warnings < MOST) {
        char *text = arena_array(&made->arena, char, strlen(at) + 1);
        size_t n = 0;

        if (text == NULL)
            return false;
        for (at++; *at != '"' && *at != '\0'; at++) {
            if (*at == '\\' && at[1] == 'u' && strlen(at) > 6) {
                text[n++] = ' ';
                at += 5;
                continue;
            }
            at += *at == '\\' && at[1] != '\0';
            text[n++] = *at;
        }
        made->warnings[made->n_warnings++] = text;
        at += *at == '"';
        at += strspn(at, ", ");
    }
    return made->warnings != NULL;
}

static const char failed_state[] = "\"state\": \"failed\"";

bool record_is_made(const char *line)
{
    return strstr(line, failed_state) == NULL;
}

const char *record_date(const char *line, struct arena *arena)
{
    const char *date = behind(line, "\"date\": \"");

    return date != NULL ? arena_text(arena, date, strcspn(date, "\"")) : "";
}

bool record_read(const char *line, size_t n, struct made *made)
{
    char *text = arena_text(&made->arena, line, n);
    const char *key = text != NULL ? behind(text, "\"key\": \"") : NULL;
    const char *pages = key != NULL ? behind(key, "\"pages\": ") : NULL;
    const char *warnings = pages != NULL ? behind(pages, "\"warnings\": [") : NULL;
    struct digest digest;

    if (warnings == NULL || !record_is_made(key) || text[n - 1] != '}' ||
        !read_digest(key, &digest) || memcmp(&digest, &made->key, sizeof digest) != 0)
        return false;
    made->n_pages = read_count(pages);
    for (const char *at = pages; (at = behind(at, "\"bytes\": ")) != NULL;) {
        const char *sum = behind(at, "\"sha256\": \"");

        if (made->n_files == MOST_PAGES_APART || sum == NULL ||
            !read_digest(sum, &made->files[made->n_files].digest))
            return false;
        made->files[made->n_files++].bytes = read_count(at);
    }
    return made->n_files > 0 && read_warnings(warnings, made);
}
