/* table_plan.c - lays a table out: the first column names the rows, figures are aligned on their
 * decimal marks, hairlines separate the rows. */
#include "sheet/blocks/table_parts.h"

#include <math.h>
#include <string.h>

#include "chart/words/names.h"
#include "text/format.h"

static bool measure_names(struct sheet_layout *layout, struct table_layout *table)
{
    const struct table_content *content = table->content;
    size_t n = content->n_rows;
    const sheaf_series **series = arena_array(&layout->arena, const sheaf_series *, n);
    const char **labels = arena_array(&layout->arena, const char *, n);

    if (series == NULL || labels == NULL)
        return false;
    for (size_t i = 0; i < n; i++) {
        series[i] = content->rows[i].series;
        labels[i] = series_label(layout, series[i]);
        if (labels[i] == NULL)
            return false;
    }
    if (!names_tell_apart(labels, series, n, layout->text, &layout->arena) ||
        !names_differ(labels, series, n, &layout->arena))
        return false;
    for (size_t i = 0; i < n; i++)
        table->widest_name =
            fmax(table->widest_name, text_width(layout->text, labels[i], &layout->theme->table));
    table->labels = labels;
    return layout_is_well(layout);
}

static char *write_unit(struct sheet_layout *layout, const struct table_layout *table, size_t row)
{
    return format_unit(layout->text, &layout->arena,
                       sheaf_series_unit(table->content->rows[row].series),
                       table->rows[row].multiplier);
}

/* The unit of all rows, "USD billion", shown once in the header. NULL if rows differ: then each
 * shows its own. */
static const char *common_unit(struct sheet_layout *layout, const struct table_layout *table)
{
    const struct sheet_row *rows = table->content->rows;

    for (size_t i = 1; i < table->content->n_rows; i++)
        if (strcmp(sheaf_series_unit(rows[i].series), sheaf_series_unit(rows[0].series)) != 0)
            return NULL;
    return write_unit(layout, table, 0);
}

static bool set_names(struct sheet_layout *layout, struct table_layout *table)
{
    const struct table_content *content = table->content;
    const char *unit = common_unit(layout, table);
    const char *comma = punctuation_of(text_locale(layout->text))->comma;
    struct text_style style = table_style(table, &layout->theme->table), weak = style;

    weak.color = layout->theme->grey;
    table->row_height = layout->theme->table.leading + 4;
    for (size_t i = 0; i < content->n_rows; i++) {
        const char *own = unit != NULL ? "" : write_unit(layout, table, i);
        if (own == NULL)
            return false;
        if (strstr(table->labels[i], own) != NULL)
            own = ""; /* "Exports, index (2021 = 100)" */
        const struct text_span spans[] = { { table->labels[i], &style, NULL },
                                           { comma, &weak, NULL },
                                           { own, &weak, NULL } };
        table->names[i] = text_wrap(layout->text, &layout->arena, spans, own[0] != '\0' ? 3 : 1,
                                    table->name_width, 0);
        if (table->names[i] == NULL)
            return false;
        table->row_height = fmax(table->row_height, table->names[i]->height + 4);
    }
    if (unit == NULL)
        return layout_is_well(layout);
    weak.leading = 10;
    const struct text_span span = { unit, &weak, NULL };
    table->unit = text_wrap(layout->text, &layout->arena, &span, 1, table->name_width, 0);
    if (table->unit == NULL)
        return false;
    table->header_height = fmax(table->header_height, table->unit->height);
    return true;
}

static bool set_title(struct sheet_layout *layout, struct table_layout *table)
{
    const char *words = layout_title(layout, &table->content->block);
    const struct text_span span = { words, &layout->theme->headline, NULL };

    if (words == NULL)
        return layout_is_well(layout);
    table->title = text_wrap(layout->text, &layout->arena, &span, 1, table->plan.width, 0);
    if (table->title == NULL)
        return false;
    table->title_height = table->title->height + 4;
    return true;
}

static const struct plan_operations operations = { .draw = table_draw };

static bool set_pieces(struct sheet_layout *layout, struct table_layout *table)
{
    size_t n = table->content->n_rows;
    double *pieces = arena_array(&layout->arena, double, n);
    double head = table->header_height + 4;

    if (pieces == NULL)
        return false;
    for (size_t i = 0; i < n; i++)
        pieces[i] = table->row_height;
    pieces[0] += table->title_height + head;
    table->plan.pieces = pieces;
    table->plan.n_pieces = n;
    table->plan.repeated = head;
    table->plan.min_height = table->plan.preferred_height =
        rhythm(table->title_height + head + (double)n * table->row_height);
    return true;
}

struct block_plan *table_plan(struct sheet_layout *layout, const struct block *block, double width)
{
    const struct table_content *content = (const struct table_content *)block;
    struct table_layout *table = plan_new(layout, &operations, sizeof *table, width);

    if (table == NULL)
        return NULL;
    table->content = content;
    table->factor = 1;
    table->columns = arena_array(&layout->arena, struct set_column, content->n_columns);
    table->cells =
        arena_array(&layout->arena, struct set_cell, content->n_rows * content->n_columns);
    table->names = arena_array(&layout->arena, struct text_block *, content->n_rows);
    table->rows = arena_array(&layout->arena, struct row_style, content->n_rows);
    if (table->columns == NULL || table->cells == NULL || table->names == NULL ||
        table->rows == NULL)
        return NULL;
    if (!table_style_rows(layout, table) || !table_unify_decimals(layout, table) ||
        !measure_names(layout, table) || !table_fit_columns(layout, table))
        return NULL;
    table_place_columns(table);
    if (!set_names(layout, table) || !set_title(layout, table) || !set_pieces(layout, table))
        return NULL;
    table->plan.space_above = 16;
    return &table->plan;
}
