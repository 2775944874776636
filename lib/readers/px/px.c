/* px.c - reads PX files, the format of PC-Axis and PxWeb that most Nordic, Baltic and many other
 * statistics offices publish in: keywords that describe a cube, and DATA= with its figures. */
#include "readers/px/px_parts.h"

#include <string.h>

#include "base/strings.h"
#include "readers/reader.h"

/* The keywords that files begin with. */
static bool recognises(const char *bytes, size_t n)
{
    static const char *const starts[] = {
        "CHARSET",      "AXIS-VERSION", "CODEPAGE", "LANGUAGE", "MATRIX", "CREATION-DATE", "TITLE",
        "SUBJECT-CODE", "SUBJECT-AREA", "DECIMALS", "CONTENTS", "STUB",   "HEADING"
    };
    size_t at = 0;

    while (at < n && strchr(" \t\r\n", bytes[at]) != NULL && bytes[at] != '\0')
        at++;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        size_t length = strlen(starts[i]);

        if (n - at > length + 1 && string_is_ignoring_case(bytes + at, length, starts[i]) &&
            (bytes[at + length] == '=' || bytes[at + length] == '[') &&
            memchr(bytes + at, ';', n - at) != NULL)
            return true;
    }
    return false;
}

static void read_px(sheaf_table *table, struct input *input)
{
    const sheaf_alloc *alloc = table_alloc(table);
    size_t n;
    const char *bytes = input_text(input, &n);
    struct px *px = memory_resize(alloc, NULL, 0, sizeof *px);

    if (px == NULL) {
        fail_memory(table_error(table));
        return;
    }
    *px = (struct px){ .header_size = 0 };
    px_text_open(&px->text, input, table_name(table));
    builder_init(&px->builder, table);
    arena_init(&px->arena, alloc, table_error(table));
    buffer_init(&px->word, alloc, table_error(table));
    if (n == 0 || memchr(bytes, '\0', n) != NULL)
        reader_fail_binary(table, bytes, n);
    else
        px_read_keywords(px);
    if (!px_failed(px))
        px_read_cube(px);
    if (!px_failed(px))
        px_read_data(px);
    for (size_t i = 0; i < px->variable_count; i++) {
        string_cache_free(&px->variables[i].keys, alloc);
        string_cache_free(&px->variables[i].names, alloc);
    }
    memory_free(alloc, px->keywords, px->keyword_capacity * sizeof *px->keywords);
    buffer_free(&px->word);
    arena_free(&px->arena);
    builder_settle_countries(&px->builder);
    builder_free(&px->builder);
    memory_free(alloc, px, sizeof *px);
}

const struct reader px_reader = {
    .name = "px",
    .title = "PX",
    .recognises = recognises,
    .read = read_px,
};
