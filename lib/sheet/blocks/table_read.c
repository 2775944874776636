/* table_read.c - the keys of a table, and what of a spec must have data. */
#include "sheet/blocks/table_read.h"

#include <math.h>

#include "period/period.h"
#include "series/observation.h"
#include "sheet/spec/parameters.h"
#include "sheet/spec/reader.h"

const char *const table_yes_or_no[] = { "yes", "no", NULL };

enum {
    TABLE_TITLE,
    TABLE_ROWS,
    TABLE_COLUMNS,
    TABLE_GROUPS,
    TABLE_TOTAL,
    TABLE_SORT,
    TABLE_NOTES,
    TABLE_DECIMALS,
    TABLE_FLAGS,
    TABLE_SHOW,
    TABLE_TURN,
    TABLE_KEYS
};
static const struct spec_key table_keys[TABLE_KEYS] = {
    [TABLE_TITLE] = { "title", SPEC_TEXT | SPEC_WORDS, false, NULL },
    [TABLE_ROWS] = { "rows", SPEC_LIST | SPEC_TEXT | SPEC_EXPRESSION, true, NULL },
    [TABLE_COLUMNS] = { "columns", SPEC_LIST, true, NULL },
    [TABLE_GROUPS] = { "groups", SPEC_LIST | SPEC_TEXT, false, NULL },
    [TABLE_TOTAL] = { "total", SPEC_TEXT, false, table_yes_or_no },
    [TABLE_SORT] = { "sort", SPEC_MAPPING, false, NULL },
    [TABLE_NOTES] = { "notes", SPEC_LIST, false, NULL },
    [TABLE_DECIMALS] = { "decimals", SPEC_NUMBER, false, NULL },
    [TABLE_FLAGS] = { "flags", SPEC_TEXT, false, flags_choices },
    [TABLE_SHOW] = { "show", SPEC_TEXT, false, show_choices },
    [TABLE_TURN] = { "turn", SPEC_TEXT, false, table_yes_or_no },
};
const struct grammar table_grammar = { "a table", "table", table_keys, TABLE_KEYS };

static bool has_figure(const sheaf_series *series, const struct sheet_column *column)
{
    return sheaf_series_find(series, column->period, ROOM) != NULL;
}

/* Growth is known with a figure of the year before, or if the source states it. */
static bool has_growth(const sheaf_series *series, const struct sheet_column *column)
{
    const sheaf_observation *now = sheaf_series_find(series, column->period, ROOM);

    return now != NULL &&
           (!isnan(now->stated_growth) ||
            sheaf_series_find(series, sheaf_period_year_before(column->period), ROOM) != NULL);
}

/* A column of a period without any figure is a mistake of the spec; so is an expression without one,
 * which has failed already. */
static bool check_column(const struct table_reading *table, size_t k)
{
    const struct sheet_column *column = &table->columns[k];
    const struct node *node = table->column_nodes[k];
    bool has_any = false;
    char when[SHEAF_PERIOD_TEXT], before[SHEAF_PERIOD_TEXT];

    if (column->is_expression)
        return true;
    for (size_t i = 0; i < table->n_rows; i++) {
        const sheaf_series *series = table->rows[i].row.series;

        if (column->is_growth ? has_growth(series, column) : has_figure(series, column))
            return true;
        has_any |= has_figure(series, column);
    }
    sheaf_period_write(column->period, when);
    sheaf_period_write(sheaf_period_year_before(column->period), before);
    if (has_any)
        spec_fail(table->reader, node->place,
                  "no row has a figure for %.60s: there is nothing for %s", node->text, before);
    else
        spec_fail(table->reader, node->place, "no row has a figure for %.60s",
                  column->is_growth ? node->text : when);
    return false;
}

/* An expression none of whose rows has a figure, such as months under columns of quarters, is a
 * mistake, too. */
static bool check_entry(const struct table_reading *table, const struct row_entry *entry)
{
    char has[SHEAF_PERIOD_TEXT] = "";
    bool has_periods = false;

    for (size_t k = 0; k < table->n_columns; k++)
        has_periods |= !table->columns[k].is_expression;
    for (size_t i = 0; i < entry->rows.n; i++) {
        const struct read_row *row = &table->rows[entry->first + i];

        for (size_t k = 0; k < table->n_columns; k++)
            if (table->columns[k].is_expression ? row->figures[k].series != NULL
                                                : has_figure(row->row.series, &table->columns[k]))
                return true;
        if (has[0] == '\0' && sheaf_series_count(row->row.series) > 0)
            sheaf_period_write(sheaf_series_at(row->row.series, 0, ROOM)->period, has);
    }
    spec_fail(table->reader, entry->node->place, "'%.60s' has no figure in any column%s%s",
              entry->node->text, has_periods && has[0] != '\0' ? "; its first is for " : "",
              has_periods ? has : "");
    return false;
}

static bool has_cell(const struct table_reading *table)
{
    for (size_t i = 0; i < table->n_rows; i++)
        for (size_t k = 0; k < table->n_columns; k++) {
            const struct table_figure *figure = &table->rows[i].figures[k];
            const sheaf_observation *at =
                table->columns[k].is_growth
                    ? sheaf_series_find(table->rows[i].row.series, table->columns[k].period, ROOM)
                : figure->is_known ? &figure->observation
                                   : NULL;

            if ((at != NULL && !isnan(at->value)) ||
                (column_is_spark(&table->columns[k]) && figure->series != NULL))
                return true;
        }
    return false;
}

/* What a template lacks for one is there for another. */
static bool check(const struct table_reading *table, const struct node *columns)
{
    if (!has_cell(table)) {
        spec_fail_nothing(table->reader, columns->place,
                          "no row has a figure for any of the columns");
        return false;
    }
    if (spec_is_template(table->reader))
        return true;
    for (size_t k = 0; k < table->n_columns; k++)
        if (!check_column(table, k))
            return false;
    for (const struct row_entry *entry = table->entries; entry != NULL; entry = entry->next)
        if (!check_entry(table, entry))
            return false;
    return true;
}

static bool read_parts(struct table_reading *table, const struct node *const *values)
{
    return table_read_rows(table, values[TABLE_ROWS]) &&
           table_read_columns(table, values[TABLE_COLUMNS]) && table_evaluate(table) &&
           check(table, values[TABLE_COLUMNS]) && table_mark_revised(table) &&
           table_group_rows(table, values[TABLE_GROUPS]) &&
           table_read_notes(table, values[TABLE_NOTES]) &&
           table_sum_rows(table, values[TABLE_TOTAL]) &&
           table_order_rows(table, values[TABLE_SORT]);
}

static struct table_content *read_table(struct spec_reader *reader,
                                        const struct node *const *values)
{
    struct table_reading table = { .reader = reader, .arena = &reader->sheet->arena };

    table.last_entry = &table.entries;
    table.last_group = &table.groups;
    arena_init(&table.work, &reader->sheet->alloc, &reader->sheet->error);
    struct table_content *content = read_parts(&table, values) ? table_make(&table) : NULL;
    arena_free(&table.work);
    return content;
}

struct block *table_read(struct spec_reader *reader, const struct node *value)
{
    const struct node *values[TABLE_KEYS];

    if (!keys_read(reader, value, &table_grammar, values))
        return NULL;
    for (int i = TABLE_ROWS; i <= TABLE_COLUMNS; i++) {
        if (values[i]->kind == NODE_SCALAR || values[i]->n_items > 0)
            continue;
        spec_fail(reader, values[i]->place, "a table needs something in '%s'", table_keys[i].name);
        return NULL;
    }
    struct table_content *content = read_table(reader, values);
    if (content == NULL)
        return NULL;
    content->title = spec_markup(reader, values[TABLE_TITLE], 0);
    if (!block_read_decimals(reader, values[TABLE_DECIMALS], &content->decimals) ||
        !sheet_is_well(reader->sheet))
        return NULL;
    content->display = block_read_display(values[TABLE_FLAGS], values[TABLE_SHOW]);
    content->turn = values[TABLE_TURN] == NULL           ? TURN_WHERE_WIDE
                    : table_says_yes(values[TABLE_TURN]) ? TURN_ALWAYS
                                                         : TURN_NEVER;
    return &content->block;
}
