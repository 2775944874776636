/* built.c - blocks that a program adds as structs (sheaf/block.h). They are written in the words of a spec
 * and read like one, so that both make the same thing; the text is JSON, which is YAML. */
#include <string.h>

#include "base/buffer.h"
#include "base/escape.h"
#include "base/sized.h"
#include "sheaf/block.h"
#include "sheet/blocks/block.h"
#include "sheet/spec/added.h"

enum { MOST_DEPTH = 8 }; /* of groups of rows and columns: a struct may hold itself */

struct words {
    sheaf_sheet *sheet;
    struct buffer text;
};

/* Begins the next item of a list or a mapping. */
static void begin_item(struct words *words)
{
    const struct buffer *text = &words->text;
    char last = text->length > 0 ? text->bytes[text->length - 1] : '[';

    if (last != '[' && last != '{' && last != ':')
        buffer_byte(&words->text, ',');
}

static void put_string(struct words *words, const char *text)
{
    begin_item(words);
    escape_json(&words->text, text);
}

static void put_key(struct words *words, const char *key)
{
    put_string(words, key);
    buffer_byte(&words->text, ':');
}

static void open_item(struct words *words, char bracket)
{
    begin_item(words);
    buffer_byte(&words->text, bracket);
}

static void close_item(struct words *words, char bracket)
{
    buffer_byte(&words->text, bracket);
}

/* A key whose text may be missing. */
static void put_text(struct words *words, const char *key, const char *text)
{
    if (text == NULL)
        return;
    put_key(words, key);
    put_string(words, text);
}

static void put_number(struct words *words, const char *key, bool is_said, int64_t number)
{
    if (!is_said)
        return;
    put_key(words, key);
    buffer_integer(&words->text, number);
}

static void put_display(struct words *words, bool has_flags, sheaf_flags flags, bool ranges)
{
    static const char *const names[] = { "estimated", "all", "none" };

    if (has_flags && ((int)flags < 0 || flags > SHEAF_FLAGS_NONE))
        fail(&words->sheet->error, SHEAF_BAD_ARGUMENT, "no such choice of flags: %d", (int)flags);
    else if (has_flags)
        put_text(words, "flags", names[flags]);
    put_text(words, "show", ranges ? "range" : NULL);
}

/* Copies item i of a caller's array, whose items are as far apart as the first one is large. */
static bool take_item(struct words *words, void *own, size_t n, const void *items, size_t i)
{
    size_t size = items != NULL ? sized_size(items, n) : 0;
    const unsigned char *given = items != NULL ? (const unsigned char *)items + i * size : NULL;
    sheaf_error *error = &words->sheet->error;

    if (items == NULL)
        fail(error, SHEAF_BAD_ARGUMENT, "a list of a block is missing (NULL)");
    else if (size < sizeof size || sized_size(given, n) != size)
        fail(error, SHEAF_BAD_ARGUMENT, "item %zu of a block has a wrong size", i + 1);
    else if (!sized_take(own, n, n, given))
        fail(error, SHEAF_BAD_ARGUMENT,
             "item %zu of a block says more than this version of libsheaf (%s) knows", i + 1,
             sheaf_version());
    return sheet_is_well(words->sheet);
}

static bool check_depth(struct words *words, int depth)
{
    if (depth > MOST_DEPTH)
        fail(&words->sheet->error, SHEAF_BAD_ARGUMENT, "groups of a table are more than %d deep",
             MOST_DEPTH);
    return sheet_is_well(words->sheet);
}

static void put_rows(struct words *words, const sheaf_block_row *rows, size_t n, int depth)
{
    sheaf_block_row row = { 0 };

    if (!check_depth(words, depth))
        return;
    put_key(words, "rows");
    open_item(words, '[');
    for (size_t i = 0; i < n && take_item(words, &row, sizeof row, rows, i); i++) {
        open_item(words, '{');
        put_text(words, "value", row.value);
        put_text(words, "label", row.label);
        put_text(words, "note", row.note);
        put_number(words, "indent", row.indent != 0, row.indent);
        put_text(words, "group", row.group);
        put_text(words, "total", row.total ? "yes" : NULL);
        if (row.n_rows > 0)
            put_rows(words, row.rows, row.n_rows, depth + 1);
        close_item(words, '}');
    }
    close_item(words, ']');
}

static void put_columns(struct words *words, const sheaf_block_column *columns, size_t n,
                        int depth);

static void put_column(struct words *words, const sheaf_block_column *column, int depth)
{
    const char *const others[] = { column->label, column->value,      column->bar, column->spark,
                                   column->unit,  column->spark_bars, column->note };
    bool has_other = column->has_decimals || column->n_columns > 0;

    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        has_other |= others[i] != NULL;
    if (column->period != NULL && has_other) {
        fail(&words->sheet->error, SHEAF_BAD_ARGUMENT,
             "a column of '%.40s' says nothing but the period; \"row[2023]\" as its value may have "
             "a label",
             column->period);
        return;
    }
    if (column->period != NULL) {
        put_string(words, column->period);
        return;
    }
    open_item(words, '{');
    put_text(words, "label", column->label);
    put_text(words, "value", column->value);
    put_text(words, "bar", column->bar);
    put_text(words, "spark", column->spark);
    put_text(words, "spark-bars", column->spark_bars);
    put_text(words, "unit", column->unit);
    put_text(words, "note", column->note);
    put_number(words, "decimals", column->has_decimals, column->decimals);
    if (column->n_columns > 0)
        put_columns(words, column->columns, column->n_columns, depth + 1);
    close_item(words, '}');
}

static void put_columns(struct words *words, const sheaf_block_column *columns, size_t n, int depth)
{
    sheaf_block_column column = { 0 };

    if (!check_depth(words, depth))
        return;
    put_key(words, "columns");
    open_item(words, '[');
    for (size_t i = 0; i < n && take_item(words, &column, sizeof column, columns, i); i++)
        put_column(words, &column, depth);
    close_item(words, ']');
}

static void put_groups(struct words *words, const sheaf_table_block *table)
{
    sheaf_block_group group = { 0 };

    if (table->n_groups == 0) {
        put_text(words, "groups", table->group_by);
        return;
    }
    put_key(words, "groups");
    open_item(words, '[');
    for (size_t i = 0;
         i < table->n_groups && take_item(words, &group, sizeof group, table->groups, i); i++) {
        open_item(words, '{');
        put_text(words, "group", group.group);
        put_key(words, "members");
        open_item(words, '[');
        for (size_t k = 0; k < group.n_members && sheet_is_well(words->sheet); k++)
            if (group.members == NULL || group.members[k] == NULL)
                fail(&words->sheet->error, SHEAF_BAD_ARGUMENT, "a group lacks a member (NULL)");
            else
                put_string(words, group.members[k]);
        close_item(words, ']');
        close_item(words, '}');
    }
    close_item(words, ']');
}

static void put_notes(struct words *words, const sheaf_block_note *notes, size_t n)
{
    sheaf_block_note note = { 0 };

    if (n == 0)
        return;
    put_key(words, "notes");
    open_item(words, '[');
    for (size_t i = 0; i < n && take_item(words, &note, sizeof note, notes, i); i++) {
        open_item(words, '{');
        put_text(words, "row", note.row);
        put_number(words, "column", true, (int64_t)(note.column < INT32_MAX ? note.column : 0));
        put_text(words, "note", note.note);
        close_item(words, '}');
    }
    close_item(words, ']');
}

static void put_table(struct words *words, const sheaf_table_block *table)
{
    static const char *const turns[] = { NULL, "yes", "no" };
    size_t by = table->sort_by < INT32_MAX ? table->sort_by : 0;

    put_text(words, "title", table->title);
    put_rows(words, table->rows, table->n_rows, 1);
    put_columns(words, table->columns, table->n_columns, 1);
    put_groups(words, table);
    put_text(words, "total", table->total ? "yes" : NULL);
    if (table->sort_by > 0) {
        put_key(words, "sort");
        open_item(words, '{');
        put_number(words, "by", true, (int64_t)by);
        put_text(words, "order", table->ascending ? "ascending" : NULL);
        close_item(words, '}');
    }
    put_notes(words, table->notes, table->n_notes);
    put_number(words, "decimals", table->has_decimals, table->decimals);
    put_display(words, table->has_flags, table->flags, table->ranges);
    if ((int)table->turn < 0 || table->turn > SHEAF_TURN_NEVER)
        fail(&words->sheet->error, SHEAF_BAD_ARGUMENT, "no such turn of a table: %d",
             (int)table->turn);
    else
        put_text(words, "turn", turns[table->turn]);
}

/* Reads the words and frees them. Their lines and columns mean nothing to the program. */
static void read_words(struct words *words)
{
    sheaf_error *error = &words->sheet->error;

    if (!words->text.failed && sheet_is_well(words->sheet)) {
        added_read(words->sheet, words->text.bytes, words->text.length);
        error->file[0] = error->excerpt[0] = '\0';
        error->line = error->column = error->length = 0;
    }
    buffer_free(&words->text);
}

static void begin_words(struct words *words, sheaf_sheet *sheet, const char *block, char bracket)
{
    words->sheet = sheet;
    buffer_init(&words->text, &sheet->alloc, &sheet->error);
    open_item(words, '[');
    open_item(words, '{');
    put_key(words, block);
    open_item(words, bracket);
}

void sheaf_sheet_add_table_block(sheaf_sheet *sheet, const sheaf_table_block *table)
{
    struct words words;
    sheaf_table_block own = { 0 };

    if (!sheet_may_add(sheet))
        return;
    begin_words(&words, sheet, "table", '{');
    if (take_item(&words, &own, sizeof own, table, 0))
        put_table(&words, &own);
    buffer_text(&words.text, "}}]");
    read_words(&words);
}

void sheaf_sheet_add_figures(sheaf_sheet *sheet, const sheaf_figure_block *figures, size_t n)
{
    struct words words;
    sheaf_figure_block figure = { 0 };

    if (!sheet_may_add(sheet))
        return;
    begin_words(&words, sheet, "figures", '[');
    for (size_t i = 0; i < n && take_item(&words, &figure, sizeof figure, figures, i); i++) {
        open_item(&words, '{');
        put_text(&words, "value", figure.value);
        put_text(&words, "label", figure.label);
        put_text(&words, "change", figure.growth ? "growth" : NULL);
        put_number(&words, "decimals", figure.has_decimals, figure.decimals);
        put_display(&words, figure.has_flags, figure.flags, figure.ranges);
        close_item(&words, '}');
    }
    buffer_text(&words.text, "]}]");
    read_words(&words);
}
