/* table_texts.c - texts of files as a table holds them: without the characters that could command a
 * terminal or turn the text around them. No painter or writer of any format has to look for these. */
#include <string.h>

#include "base/strings.h"
#include "table/table_parts.h"

char *table_copy_text(sheaf_table *table, const char *text, size_t n, size_t *length)
{
    uint32_t code;

    *length = n;
    if (!utf8_find_harmful(text, n, &code))
        return arena_text(&table->arena, text, n);
    char *copy = n < SIZE_MAX / 3 ? arena_array(&table->arena, char, 3 * n + 1) : NULL;
    if (copy == NULL)
        return NULL;
    *length = utf8_write_harmless(copy, text, n);
    if (table->harmful.count++ == 0) {
        table->harmful.code = code;
        table->harmful.text = copy;
    }
    return copy;
}

/* The place of the first row with a member; of a header or a name only the file. */
static struct place place_of(const sheaf_table *table, const char *text)
{
    for (size_t row = 0; row < table->row_count; row++)
        for (size_t d = 0; d < table->dimension_count; d++)
            if (strcmp(table_member(table, d, table_row_member(table, row, d)), text) == 0)
                return (struct place){ .file = table_row_file(table, row),
                                       .line = table_row_at(table, row).line };
    return (struct place){ .file = table->name };
}

void table_warn_of_texts(sheaf_table *table)
{
    if (table->harmful.count == 0)
        return;
    table_warn(
        table, "character", place_of(table, table->harmful.text),
        "'%s' is written with U+%04X, which could command a terminal or turn the text around "
        "it; it is read without it",
        table->harmful.text, (unsigned)table->harmful.code);
    for (size_t i = 1; i < table->harmful.count; i++)
        table_warn(table, "character", (struct place){ 0 }, "%s", "");
}
