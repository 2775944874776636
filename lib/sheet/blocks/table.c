/* table.c - tables: rows of series, groups and totals; columns of periods, growth, expressions and
 * courses. */
#include <math.h>

#include "chart/words/amounts.h"
#include "series/observation.h"
#include "sheet/blocks/table_read.h"
#include "sheet/spec/reader.h"

struct table_content *table_new(sheaf_sheet *sheet, const struct sheet_row *rows, size_t n_rows,
                                const struct sheet_column *columns, size_t n_columns,
                                struct table_figure *figures)
{
    struct table_content *table = block_new(sheet, &block_table, sizeof *table);

    if (table == NULL)
        return NULL;
    table->rows = rows;
    table->n_rows = n_rows;
    table->columns = columns;
    table->n_columns = table->stride = n_columns;
    table->decimals = DECIMALS_FOR_PEOPLE;
    table->figures = figures;
    return table;
}

/* Computes the growth of the rows if a column of periods shows it. */
static bool add_growth(sheaf_sheet *sheet, struct sheet_row *rows, size_t n_rows,
                       const struct sheet_column *columns, size_t n_columns)
{
    bool is_shown = false;

    for (size_t k = 0; k < n_columns; k++)
        is_shown |= columns[k].is_growth;
    for (size_t i = 0; is_shown && i < n_rows; i++) {
        if (rows[i].series == NULL)
            continue;
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
    const bool is_long = n_rows * n_columns > MOST_FIGURES_KEPT;
    struct table_figure *figures =
        is_long ? NULL : arena_array(&sheet->arena, struct table_figure, n_rows * n_columns);
    struct table_content *table = is_long || figures != NULL
                                      ? table_new(sheet, rows, n_rows, columns, n_columns, figures)
                                      : NULL;

    if (table == NULL || !add_growth(sheet, rows, n_rows, columns, n_columns))
        return NULL;
    table->title = title;
    for (size_t i = 0; !is_long && i < n_rows; i++)
        for (size_t k = 0; k < n_columns; k++)
            table->figures[i * n_columns + k] = table_period_figure(&rows[i], &columns[k]);
    return &table->block;
}

enum table_turn block_table_turn(const struct block *block)
{
    return ((const struct table_content *)block)->turn;
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

struct table_figure table_period_figure(const struct sheet_row *row,
                                        const struct sheet_column *column)
{
    struct table_figure figure = { .series = column->is_growth ? row->growth : row->series };

    figure.is_known = sheaf_series_find(figure.series, column->period, &figure.observation) != NULL;
    return figure;
}

static void show_spark(const sheaf_series *series, struct shown *shown,
                       const struct display *display)
{
    for (size_t i = 0; series != NULL && i < sheaf_series_count(series); i++) {
        const sheaf_observation *at = sheaf_series_at(series, i, ROOM);

        shown_add(shown, series, at, display);
        shown_gather(shown, series, at);
    }
}

static void show_note(const struct markup *note, struct shown *shown)
{
    if (note == NULL)
        return;
    shown_add_footnote(shown, note);
    markup_show(note, shown);
}

static void show(const struct block *block, struct shown *shown)
{
    const struct table_content *table = (const struct table_content *)block;

    markup_show(table->title, shown);
    for (size_t k = 0; k < table->n_columns; k++) {
        markup_show(table->columns[k].label, shown);
        show_note(table->columns[k].note, shown);
    }
    for (size_t i = 0; i < table->n_rows; i++) {
        markup_show(table->rows[i].label, shown);
        show_note(table->rows[i].note, shown);
        for (size_t k = 0; k < table->n_columns; k++) {
            const struct table_figure *figure = table_figure(table, i, k, FIGURE_ROOM);

            if (column_is_spark(&table->columns[k]))
                show_spark(figure->series, shown, &table->display);
            else if (figure->is_known) {
                shown_add(shown, figure->series, &figure->observation, &table->display);
                shown_gather(shown, table_own_series(figure), &figure->observation);
            }
            if (figure->is_revised)
                shown->flags |= 1U << FLAG_REVISED;
            show_note(figure->note, shown);
        }
    }
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
                                        .read = table_read,
                                        .show = show,
                                        .shows_labels = true,
                                        .plan = table_plan };
