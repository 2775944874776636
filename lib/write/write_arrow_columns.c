/* write_arrow_columns.c - which columns a table has in Arrow, and their buffers. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/string_cache.h"
#include "write/arrow_columns.h"
#include "write/writer.h"

/* Columns ----------------------------------------------------------------------------------- */

static void add(struct out_columns *columns, enum out_content content, const char *name,
                const char *format)
{
    columns->list[columns->count++] = (struct out_column){
        .content = content,
        .name = name,
        .format = format,
        .has_dictionary = content == OUT_PERIOD || content == OUT_MEMBER || content == OUT_STATUS ||
                          content == OUT_CONFIDENTIALITY,
    };
}

/* True if a double does not show the decimals that its source gave: 12.50. */
static bool needs_decimals(const sheaf_table *table)
{
    sheaf_row row = SHEAF_ROW_INIT;

    for (size_t i = 0; sheaf_table_row(table, i, &row); i++)
        if (!isnan(row.value) && number_decimals(row.value) != row.decimals)
            return true;
    return false;
}

bool out_list_columns(const sheaf_table *table, struct arena *arena, struct out_columns *columns)
{
    enum { OTHERS = OUT_GROWTH + 1 };
    size_t dimensions = sheaf_table_dimension_count(table);
    struct writer_columns needed = writer_columns(table);
    bool has_x = table_x(table)[0] != '\0';

    columns->count = 0;
    columns->list = arena_array(arena, struct out_column, dimensions + OTHERS);
    if (columns->list == NULL)
        return false;
    if (has_x)
        add(columns, OUT_NUMBER_PERIOD, arena_string(arena, table_x(table)), "g");
    else
        add(columns, OUT_PERIOD, "period", "i");
    for (size_t d = 0; d < dimensions; d++) {
        add(columns, OUT_MEMBER, arena_string(arena, sheaf_table_dimension(table, d)), "i");
        columns->list[columns->count - 1].dimension = d;
    }
    add(columns, OUT_VALUE, "value", "g");
    if (needed.bounds) {
        add(columns, OUT_LOW, "low", "g");
        add(columns, OUT_HIGH, "high", "g");
    }
    if (needed.multiplier)
        add(columns, OUT_MULTIPLIER, "unit_mult", "i");
    if (needs_decimals(table))
        add(columns, OUT_DECIMALS, "decimals", "i");
    if (needed.status)
        add(columns, OUT_STATUS, "status", "i");
    if (needed.confidentiality)
        add(columns, OUT_CONFIDENTIALITY, "conf_status", "i");
    if (needed.derived)
        add(columns, OUT_DERIVED, "derived", "b");
    if (needed.estimated)
        add(columns, OUT_ESTIMATED, "estimated", "b");
    if (needed.growth)
        add(columns, OUT_GROWTH, "growth_pct", "g");
    for (size_t i = 0; i < columns->count; i++)
        if (columns->list[i].name == NULL)
            return false;
    return true;
}

/* Dictionaries ------------------------------------------------------------------------------ */

struct dictionary {
    struct arena *arena;
    sheaf_error *error;
    struct string_cache cache; /* texts to their numbers */
};

/* The number of a text; -1: failed. */
static int32_t number_of(struct dictionary *dictionary, const char *text)
{
    size_t n = strlen(text);
    uint64_t number = dictionary->cache.count;

    if (string_cache_find(&dictionary->cache, text, n, &number))
        return (int32_t)number;
    if (number >= INT32_MAX)
        fail(dictionary->error, SHEAF_BAD_INPUT,
             "a column has more distinct texts than a dictionary of 32 bits has places");
    else if (string_cache_add(&dictionary->cache, dictionary->arena, text, n, number))
        return (int32_t)number;
    return -1;
}

/* The texts behind each other, with the offsets of each and of the end. */
static bool write_dictionary(const struct dictionary *dictionary, struct out_cells *into)
{
    const struct string_cache *cache = &dictionary->cache;
    size_t bytes = 0, at = 0;

    for (size_t i = 0; i < cache->count; i++)
        bytes += cache->entries[i].n;
    if (bytes > INT32_MAX) {
        fail(dictionary->error, SHEAF_BAD_INPUT, "the texts of a column take more than 2 GiB");
        return false;
    }
    into->entries = (int64_t)cache->count;
    into->offsets = arena_array(dictionary->arena, int32_t, cache->count + 1);
    into->text = arena_array(dictionary->arena, char, bytes + 1);
    if (into->offsets == NULL || into->text == NULL)
        return false;
    for (size_t i = 0; i < cache->count; i++) {
        memcpy(into->text + at, cache->entries[i].text, cache->entries[i].n);
        at += cache->entries[i].n;
        into->offsets[i + 1] = (int32_t)at;
    }
    return true;
}

/* The text of a cell; "": null. */
static const char *text_of(const sheaf_table *table, size_t at, const sheaf_row *row,
                           const struct out_column *column, char scratch[SHEAF_PERIOD_TEXT])
{
    switch (column->content) {
    case OUT_PERIOD:
        sheaf_period_write(row->period, scratch);
        return scratch;
    case OUT_MEMBER:
        return sheaf_table_row_member(table, at, column->dimension);
    default:
        scratch[0] = column->content == OUT_STATUS ? (char)row->status : row->confidentiality;
        scratch[1] = '\0';
        return scratch;
    }
}

/* Cells ------------------------------------------------------------------------------------- */

static void set_bit(unsigned char *bits, size_t at)
{
    bits[at / 8] |= (unsigned char)(1U << at % 8);
}

static double double_of(const sheaf_row *row, enum out_content content)
{
    switch (content) {
    case OUT_NUMBER_PERIOD:
        return sheaf_period_as_number(row->period);
    case OUT_LOW:
        return row->low;
    case OUT_HIGH:
        return row->high;
    case OUT_GROWTH:
        return row->stated_growth;
    default:
        return row->value;
    }
}

/* Puts a number or truth value. False: there is none. */
static bool put_plain(const sheaf_row *row, const struct out_column *column, size_t at, void *cells)
{
    double *numbers = cells;
    int32_t *whole = cells;
    bool is_true = column->content == OUT_DERIVED ? row->derived : row->estimated;

    switch (column->format[0]) {
    case 'g':
        numbers[at] = double_of(row, column->content);
        if (!isnan(numbers[at]))
            return true;
        numbers[at] = 0;
        return false;
    case 'i':
        whole[at] = column->content == OUT_MULTIPLIER ? row->multiplier : row->decimals;
        return true;
    default:
        if (is_true)
            set_bit(cells, at);
        return true;
    }
}

static bool reserve(const struct out_column *column, size_t rows, struct arena *arena,
                    struct out_cells *into)
{
    size_t bits = (rows + 7) / 8;

    *into = (struct out_cells){ .validity = arena_array(arena, unsigned char, bits) };
    if (column->format[0] == 'g')
        into->cells = arena_array(arena, double, rows);
    else if (column->format[0] == 'i')
        into->cells = arena_array(arena, int32_t, rows);
    else
        into->cells = arena_array(arena, unsigned char, bits);
    return into->validity != NULL && into->cells != NULL;
}

bool out_fill_column(const sheaf_table *table, const struct out_column *column, struct arena *arena,
                     struct out_cells *into, sheaf_error *error)
{
    struct dictionary dictionary = { .arena = arena, .error = error };
    sheaf_row row = SHEAF_ROW_INIT;
    char scratch[SHEAF_PERIOD_TEXT];

    if (!reserve(column, sheaf_table_row_count(table), arena, into))
        return false;
    for (size_t i = 0; error->status == SHEAF_OK && sheaf_table_row(table, i, &row); i++) {
        bool is_there;

        if (column->has_dictionary) {
            const char *text = text_of(table, i, &row, column, scratch);

            is_there = text[0] != '\0';
            ((int32_t *)into->cells)[i] = is_there ? number_of(&dictionary, text) : 0;
        } else {
            is_there = put_plain(&row, column, i, into->cells);
        }
        if (is_there)
            set_bit(into->validity, i);
        else
            into->nulls++;
    }
    bool done = error->status == SHEAF_OK &&
                (!column->has_dictionary || write_dictionary(&dictionary, into));
    string_cache_free(&dictionary.cache, &arena->alloc);
    return done;
}
