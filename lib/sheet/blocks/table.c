/* table.c - tables: a row for each series, a column for each period or the growth in it. */
#include <math.h>
#include <string.h>

#include "chart/words/amounts.h"
#include "sheet/blocks/table.h"
#include "sheet/spec/evaluate.h"
#include "sheet/spec/parameters.h"
#include "sheet/spec/reader.h"

enum {
    TABLE_TITLE,
    TABLE_ROWS,
    TABLE_COLUMNS,
    TABLE_DECIMALS,
    TABLE_FLAGS,
    TABLE_SHOW,
    TABLE_KEYS
};
static const struct spec_key table_keys[TABLE_KEYS] = {
    [TABLE_TITLE] = { "title", SPEC_TEXT | SPEC_WORDS, false, NULL },
    [TABLE_ROWS] = { "rows", SPEC_LIST, true, NULL },
    [TABLE_COLUMNS] = { "columns", SPEC_LIST, true, NULL },
    [TABLE_DECIMALS] = { "decimals", SPEC_NUMBER, false, NULL },
    [TABLE_FLAGS] = { "flags", SPEC_TEXT, false, flags_choices },
    [TABLE_SHOW] = { "show", SPEC_TEXT, false, show_choices },
};
const struct grammar table_grammar = { "a table", "table", table_keys, TABLE_KEYS };

/* Computes the growth of each row; called only if a column shows growth. */
static bool add_growth(sheaf_sheet *sheet, struct sheet_row *rows, size_t n_rows)
{
    for (size_t i = 0; i < n_rows; i++) {
        rows[i].growth = sheet_keep_series(sheet, sheaf_series_growth(rows[i].series));
        if (rows[i].growth == NULL)
            return false;
    }
    return true;
}

struct block *block_table_create(sheaf_sheet *sheet, const struct markup *title,
                                 struct sheet_row *rows, size_t n_rows,
                                 const struct sheet_column *columns, size_t n_columns)
{
    struct table_content *table = block_new(sheet, &block_table, sizeof *table);
    bool has_growth = false;

    if (table == NULL)
        return NULL;
    for (size_t i = 0; i < n_columns; i++)
        has_growth |= columns[i].is_growth;
    if (has_growth && !add_growth(sheet, rows, n_rows))
        return NULL;
    table->title = title;
    table->rows = rows;
    table->n_rows = n_rows;
    table->columns = columns;
    table->n_columns = n_columns;
    table->decimals = DECIMALS_FOR_PEOPLE;
    return &table->block;
}

bool block_table_set_decimals(struct block *block, int decimals)
{
    if (block->type != &block_table)
        return false;
    ((struct table_content *)block)->decimals = decimals;
    return true;
}

struct display *block_table_display(struct block *block)
{
    return block->type == &block_table ? &((struct table_content *)block)->display : NULL;
}

/* Growth from or to a negative value (of a balance) has no meaning. */
const sheaf_observation *table_cell(const struct sheet_row *row, const struct sheet_column *column)
{
    const sheaf_observation *value = sheaf_series_find(row->series, column->period);

    if (!column->is_growth)
        return value;
    const sheaf_observation *base =
        sheaf_series_find(row->series, sheaf_period_year_before(column->period));
    if ((value != NULL && value->value < 0) || (base != NULL && base->value < 0))
        return NULL;
    const sheaf_observation *growth = sheaf_series_find(row->growth, column->period);
    return growth != NULL && !isnan(growth->value) ? growth : NULL;
}

/* "2023" or "growth(2023)". */
static bool read_column(struct spec_reader *reader, const struct node *node,
                        struct sheet_column *column)
{
    static const char growth[] = "growth(";
    const struct sheet_scope scope = { .sheet = reader->sheet, .reader = reader, .node = node };
    const char *text = node->text;
    size_t n = node->length, prefix = sizeof growth - 1;

    if (!keys_check_kind(reader, node, SPEC_TEXT, "a column"))
        return false;
    if (n > prefix && strncmp(text, growth, prefix) == 0 && text[n - 1] == ')') {
        column->is_growth = true;
        text += prefix;
        n -= prefix + 1;
    }
    return scope_period(&scope, text, n, &column->period);
}

/* A table as far as it is read. */
struct rows {
    struct arena *arena;
    struct sheet_row *rows;
    size_t n, capacity;
    size_t *ends; /* of each entry in the spec's list of rows: the number of rows up to it */
    struct sheet_column *columns;
    size_t n_columns;
};

static void add_row(void *context, const sheaf_series *series)
{
    struct rows *rows = context;

    if (rows->n == rows->capacity) {
        size_t capacity = 2 * rows->capacity + 8;
        struct sheet_row *more = arena_array(rows->arena, struct sheet_row, capacity);

        if (more == NULL)
            return;
        if (rows->n > 0)
            memcpy(more, rows->rows, rows->n * sizeof *more);
        rows->rows = more;
        rows->capacity = capacity;
    }
    rows->rows[rows->n++].series = series;
}

/* Adds a row for each series that the expression gives. */
static bool read_rows(struct spec_reader *reader, const struct node *node, struct rows *rows)
{
    const struct sheet_scope scope = { .sheet = reader->sheet, .reader = reader, .node = node };

    return keys_check_kind(reader, node, SPEC_TEXT, "a row") &&
           evaluate_each(&scope, node->text, node->length, add_row, rows);
}

static bool has_figure(const sheaf_series *series, const struct sheet_column *column)
{
    return sheaf_series_find(series, column->period) != NULL;
}

/* Growth is known with a figure of the year before, or if the source states it. */
static bool has_growth(const sheaf_series *series, const struct sheet_column *column)
{
    const sheaf_observation *now = sheaf_series_find(series, column->period);

    return now != NULL &&
           (!isnan(now->stated_growth) ||
            sheaf_series_find(series, sheaf_period_year_before(column->period)) != NULL);
}

/* A column without any figure is a mistake of the spec. */
static bool check_column(struct spec_reader *reader, const struct node *node,
                         const struct sheet_column *column, const struct rows *rows)
{
    bool has_any = false;
    char before[SHEAF_PERIOD_TEXT];

    for (size_t i = 0; i < rows->n; i++) {
        const sheaf_series *series = rows->rows[i].series;
        if (column->is_growth ? has_growth(series, column) : has_figure(series, column))
            return true;
        has_any |= has_figure(series, column);
    }
    sheaf_period_write(sheaf_period_year_before(column->period), before);
    if (has_any)
        spec_fail(reader, node->place, "no row has a figure for %.60s: there is nothing for %s",
                  node->text, before);
    else
        spec_fail(reader, node->place, "no row has a figure for %.60s", node->text);
    return false;
}

/* So is an expression none of whose rows has a figure, such as months under columns of quarters. */
static bool check_rows(struct spec_reader *reader, const struct node *node, const struct rows *rows,
                       size_t first, size_t end)
{
    char has[SHEAF_PERIOD_TEXT] = "";

    for (size_t i = first; i < end; i++) {
        const sheaf_series *series = rows->rows[i].series;
        for (size_t k = 0; k < rows->n_columns; k++)
            if (has_figure(series, &rows->columns[k]))
                return true;
        if (has[0] == '\0' && sheaf_series_count(series) > 0)
            sheaf_period_write(sheaf_series_at(series, 0)->period, has);
    }
    spec_fail(reader, node->place, "'%.60s' has no figure in any column%s%s", node->text,
              has[0] != '\0' ? "; its first is for " : "", has);
    return false;
}

static bool read_lists(struct spec_reader *reader, const struct node *row_list,
                       const struct node *column_list, struct rows *rows)
{
    size_t n_entries = 0;

    rows->columns = arena_array(rows->arena, struct sheet_column, column_list->n_items);
    rows->ends = arena_array(rows->arena, size_t, row_list->n_items);
    if (rows->columns == NULL || rows->ends == NULL)
        return false;
    for (const struct node_item *item = column_list->items; item != NULL; item = item->next)
        if (!read_column(reader, item->value, &rows->columns[rows->n_columns++]))
            return false;
    for (const struct node_item *item = row_list->items; item != NULL; item = item->next) {
        if (!read_rows(reader, item->value, rows) &&
            ((item->next == NULL && rows->n == 0) || !spec_pass_over(reader)))
            return false;
        rows->ends[n_entries++] = rows->n;
    }
    return true;
}

static bool has_cell(const struct rows *rows)
{
    for (size_t i = 0; i < rows->n; i++)
        for (size_t k = 0; k < rows->n_columns; k++) {
            const sheaf_observation *at =
                sheaf_series_find(rows->rows[i].series, rows->columns[k].period);
            if (at != NULL && !isnan(at->value))
                return true;
        }
    return false;
}

/* What a template lacks for one is there for another. */
static bool check_lists(struct spec_reader *reader, const struct node *row_list,
                        const struct node *column_list, const struct rows *rows)
{
    size_t column = 0, entry = 0, first = 0;

    if (!has_cell(rows)) {
        spec_fail_nothing(reader, column_list->place, "no row has a figure for any of the columns");
        return false;
    }
    if (spec_is_template(reader))
        return true;
    for (const struct node_item *item = column_list->items; item != NULL; item = item->next)
        if (!check_column(reader, item->value, &rows->columns[column++], rows))
            return false;
    for (const struct node_item *item = row_list->items; item != NULL; item = item->next) {
        if (!check_rows(reader, item->value, rows, first, rows->ends[entry]))
            return false;
        first = rows->ends[entry++];
    }
    return true;
}

static struct block *read(struct spec_reader *reader, const struct node *value)
{
    const struct node *values[TABLE_KEYS];
    int decimals;

    if (!keys_read(reader, value, &table_grammar, values))
        return NULL;
    struct rows rows = { .arena = &reader->sheet->arena };
    const struct node *row_list = values[TABLE_ROWS], *column_list = values[TABLE_COLUMNS];
    for (int i = TABLE_ROWS; i <= TABLE_COLUMNS; i++) {
        if (values[i]->n_items > 0)
            continue;
        spec_fail(reader, values[i]->place, "a table needs something in '%s'", table_keys[i].name);
        return NULL;
    }
    if (!read_lists(reader, row_list, column_list, &rows) ||
        !check_lists(reader, row_list, column_list, &rows))
        return NULL;
    struct markup *title = spec_markup(reader, values[TABLE_TITLE], 0);
    if (!block_read_decimals(reader, values[TABLE_DECIMALS], &decimals) ||
        !sheet_is_well(reader->sheet))
        return NULL;
    struct block *block =
        block_table_create(reader->sheet, title, rows.rows, rows.n, rows.columns, rows.n_columns);
    if (block == NULL || !block_table_set_decimals(block, decimals))
        return NULL;
    *block_table_display(block) = block_read_display(values[TABLE_FLAGS], values[TABLE_SHOW]);
    return block;
}

static void show(const struct block *block, struct shown *shown)
{
    const struct table_content *table = (const struct table_content *)block;

    for (size_t i = 0; i < table->n_rows; i++)
        for (size_t k = 0; k < table->n_columns; k++) {
            const sheaf_observation *cell = table_cell(&table->rows[i], &table->columns[k]);
            if (cell != NULL)
                shown_add(shown,
                          table->columns[k].is_growth ? table->rows[i].growth
                                                      : table->rows[i].series,
                          cell, &table->display);
        }
    markup_show(table->title, shown);
}

static const struct markup *title_of(const struct block *block)
{
    return ((const struct table_content *)block)->title;
}

const struct block_type block_table = { .name = "table",
                                        .takes = SPEC_MAPPING,
                                        .grammar = &table_grammar,
                                        .target = TARGET_TABLE,
                                        .title = title_of,
                                        .may_be_nothing = true,
                                        .read = read,
                                        .show = show,
                                        .plan = table_plan };
