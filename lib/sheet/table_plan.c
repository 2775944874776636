/* table_plan.c - a table as it is drawn: the first column names the rows, figures
 * stand on their decimal marks, hairlines part the rows.
 *
 * The figures of a column and its head end on one edge; edges are as far from each
 * other as they can be alike. Marks hang behind their figures, beyond the edge. */
#include <math.h>
#include <string.h>

#include "chart/amounts.h"
#include "chart/words.h"
#include "data/digits.h"
#include "data/period.h"
#include "data/rounding.h"
#include "sheet/block_table.h"
#include "text/format.h"

#define GAP        12.0 /* between columns, at least */
#define KIND_GAP   10.0 /* more, where the length of the periods changes */
#define MARK_GAP   2.0
#define LEAST_NAME 60.0 /* width of the first column */
#define MOST_NAME  0.4  /* of the table's width; longer names are broken */
#define LEAST_TYPE 0.75 /* of its size: what would be smaller is not read */

struct cell {
    const struct text_line *line, *mark; /* mark: NULL for none */
    double before;                       /* from the line's left end to its decimal mark */
    bool is_blank;                       /* a dash, or a mark in the figure's place */
    bool at_edge;                        /* no decimal mark: ends where the column does */
};

struct column {
    struct text_block *head;
    double before, behind; /* widest cells on either side of the decimal mark */
    double figures;        /* width of all of them */
    double mark;           /* how far marks reach beyond the figures' edge; 0: none do */
    double needed;         /* from the edge of the column before, or of the names */
    double right;          /* of the column's figures, marks not included */
};

/* How the figures of a row are written. */
struct row_style {
    double largest; /* of its figures, in its series' multiplier */
    int multiplier, decimals;
};

struct table_layout {
    struct plan plan;
    const struct table_content *content;
    struct row_style *rows;
    struct text_block *title, *unit; /* NULL: none */
    struct text_block **names;
    struct column *columns;
    struct cell *cells; /* row by row */
    double widest_name; /* on one line */
    double name_width, head_width, head_height, row_height, title_height;
    double factor; /* of the text's size, where a table is too wide */
};

static double larger(double a, double b)
{
    return a > b ? a : b;
}

static struct text_style scaled(struct text_style style, double factor)
{
    style.size *= factor;
    return style;
}

/* The largest figure of a row, in its series' multiplier. */
static double largest_in(const struct table_content *table, const struct table_row *row)
{
    double largest = 0;

    for (size_t k = 0; k < table->n_columns; k++) {
        const sheaf_observation *value = table_cell(row, &table->columns[k]);
        if (!table->columns[k].is_growth && value != NULL && !isnan(value->value))
            largest = larger(largest, fabs(value->value));
    }
    return largest;
}

/* One multiplier for all rows of a unit: that in which the largest of them is read. */
static int multiplier_of(const struct layout *layout, const struct table_layout *table,
                         const char *unit)
{
    int given = SMALLEST_MULTIPLIER;
    double largest = 0;

    for (size_t i = 0; i < table->content->n_rows; i++) {
        const sheaf_series *series = table->content->rows[i].series;
        int own = sheaf_series_multiplier(series);

        if (strcmp(sheaf_series_unit(series), unit) != 0)
            continue;
        if (own > given) {
            largest /= power_of_ten(own - given);
            given = own;
        }
        largest = larger(largest, table->rows[i].largest / power_of_ten(given - own));
    }
    return multiplier_for_people(largest, given, unit,
                                 words_count_by_myriads(text_locale(layout->text)));
}

/* The same decimals in all of a row: those in which its largest figure is read. */
static void style_row(const struct layout *layout, struct table_layout *table, size_t i)
{
    const struct table_row *row = &table->content->rows[i];
    const char *unit = sheaf_series_unit(row->series);
    int multiplier = multiplier_of(layout, table, unit);
    int by = multiplier - sheaf_series_multiplier(row->series);
    double largest = table->rows[i].largest * pow(10, -by);
    int decimals = table->content->decimals;

    if (decimals == DECIMALS_FOR_PEOPLE) {
        decimals = decimals_for_people(unit, largest, MOST_DECIMALS);
        if (decimals == 0 && multiplier > 0)
            decimals = 1; /* 150.3 above 0.4 */
    }
    table->rows[i].multiplier = multiplier;
    table->rows[i].decimals = decimals;
}

static char *write_unit(struct layout *layout, const struct table_layout *table, size_t row)
{
    return format_unit(layout->text, &layout->arena,
                       sheaf_series_unit(table->content->rows[row].series),
                       table->rows[row].multiplier);
}

/* "USD billion" when all rows agree, said once; else NULL and each row says it. */
static const char *common_unit(struct layout *layout, const struct table_layout *table)
{
    const struct table_row *rows = table->content->rows;

    for (size_t i = 1; i < table->content->n_rows; i++)
        if (strcmp(sheaf_series_unit(rows[i].series), sheaf_series_unit(rows[0].series)) != 0)
            return NULL;
    return write_unit(layout, table, 0);
}

/* Bytes before the decimal mark of a formatted figure with so many decimals; of a
 * whole figure, those of its digits. */
static size_t whole_part(const char *figure, int decimals)
{
    const char *last = NULL;

    if (decimals > 0)
        for (const char *mark = strpbrk(figure, ".,"); mark != NULL; mark = strpbrk(mark + 1, ".,"))
            last = mark;
    return last != NULL ? (size_t)(last - figure) : digits_end(figure);
}

static struct amount cell_amount(const struct table_layout *table, size_t i,
                                 const struct table_column *column, const sheaf_observation *value)
{
    const struct table_row *row = &table->content->rows[i];

    if (column->is_growth)
        return amount_of(row->growth, value, 0, DECIMALS_FOR_PEOPLE);
    return amount_of(row->series, value, table->rows[i].multiplier, table->rows[i].decimals);
}

static bool set_cell(struct layout *layout, const struct table_layout *table, size_t i,
                     const struct table_column *column, struct cell *cell)
{
    const struct theme *theme = layout->theme;
    struct text_style style = scaled(theme->table, table->factor);
    struct text_style weak = scaled(theme->note, table->factor);
    const sheaf_observation *value = table_cell(&table->content->rows[i], column);
    const char *figure = "\xE2\x80\x93", *mark = "";
    bool is_known = value != NULL && !isnan(value->value);
    int decimals = 0;

    weak.color = theme->weak;
    if (!is_known) {
        style.color = theme->weak;
    } else {
        const struct amount amount = cell_amount(table, i, column, value);
        figure = amount_text(layout->text, &layout->arena, &amount,
                             column->is_growth ? AMOUNT_CHANGE : AMOUNT_BARE);
        decimals = amount.decimals;
    }
    if (value != NULL)
        mark = marks_text(marks_of(value), &layout->arena);
    if (value != NULL && observation_is_confidential(value)) {
        figure = mark; /* stands in the figure's place */
        mark = "";
    }
    if (figure == NULL || mark == NULL)
        return false;
    cell->line = text_set(layout->text, &layout->arena, figure, &style);
    cell->is_blank = !is_known;
    cell->at_edge = !is_known || column->is_growth;
    if (!cell->at_edge) {
        size_t n = whole_part(figure, decimals);
        const char *whole = arena_text(&layout->arena, figure, n);
        if (whole == NULL)
            return false;
        cell->before = text_width(layout->text, whole, &style);
    }
    cell->mark = mark[0] != '\0' ? text_set(layout->text, &layout->arena, mark, &weak) : NULL;
    return layout_is_well(layout);
}

/* "2023"; over growth, "Change" on a line of its own. */
static bool set_head(struct layout *layout, const struct table_layout *table,
                     const struct table_column *column, struct column *set)
{
    struct text_style style = scaled(layout->theme->table_head, table->factor);
    const char *period =
        format_period(layout->text, &layout->arena, period_interval(column->period), PERIOD_SHORT);

    style.leading = 10;
    const char *change = column->is_growth
                             ? capitalized(&layout->arena, format_word(layout->text, WORD_CHANGE))
                             : "";
    if (period != NULL && change != NULL && change[0] != '\0')
        period = arena_format(&layout->arena, "%s\n%s", change, period);
    const struct text_span span = { period, &style, NULL };
    if (period == NULL || change == NULL)
        return false;
    set->head = text_wrap(layout->text, &layout->arena, &span, 1, table->head_width, 0);
    return set->head != NULL;
}

/* Width of the longest piece of the heads that is never broken. */
static double longest_piece(struct layout *layout, const struct table_layout *table)
{
    struct text_style style = scaled(layout->theme->table_head, table->factor);
    double widest = 0;

    for (size_t k = 0; k < table->content->n_columns; k++) {
        const char *at =
            format_period(layout->text, &layout->arena,
                          period_interval(table->content->columns[k].period), PERIOD_SHORT);
        while (at != NULL && *at != '\0') {
            size_t n = strcspn(at, " ");
            const char *piece = arena_text(&layout->arena, at, n);
            widest = larger(widest, text_width(layout->text, piece, &style));
            at += n + strspn(at + n, " ");
        }
    }
    return widest;
}

/* From a figure's end to the edge of its column: 13 above 24.2 ends before it. */
static double short_of_edge(const struct column *column, const struct cell *cell)
{
    return cell->at_edge ? 0 : column->behind - (cell->line->width - cell->before);
}

/* The same on mirrored sheets, where the edge is at the left: dashes stand on it,
 * percentages end below each other. */
static double before_figure(const struct column *column, const struct cell *cell)
{
    if (cell->is_blank)
        return 0;
    return cell->at_edge ? column->figures - cell->line->width : column->before - cell->before;
}

static void measure_column(const struct layout *layout, struct table_layout *table, size_t k)
{
    struct column *column = &table->columns[k];
    size_t n_columns = table->content->n_columns;

    column->before = column->behind = column->figures = column->mark = 0;
    for (size_t i = 0; i < table->content->n_rows; i++) {
        const struct cell *cell = &table->cells[i * n_columns + k];
        double behind = cell->line->width - cell->before;

        column->figures = larger(column->figures, cell->line->width);
        if (cell->at_edge)
            continue;
        column->before = larger(column->before, cell->before);
        column->behind = larger(column->behind, behind);
    }
    column->figures = larger(column->figures, column->before + column->behind);
    for (size_t i = 0; i < table->content->n_rows; i++) {
        const struct cell *cell = &table->cells[i * n_columns + k];
        double inside =
            layout->mirrored ? before_figure(column, cell) : short_of_edge(column, cell);
        if (cell->mark != NULL)
            column->mark =
                larger(column->mark, cell->mark->width + MARK_GAP * table->factor - inside);
    }
    /* Marks stand in rows, so a head has the room beside them for itself. */
    double figures = column->figures + (k > 0 ? column[-1].mark : 0);
    column->needed = GAP * table->factor + larger(column->head->width, figures);
}

static bool set_columns(struct layout *layout, struct table_layout *table)
{
    const struct table_content *content = table->content;

    for (size_t k = 0; k < content->n_columns; k++) {
        if (!set_head(layout, table, &content->columns[k], &table->columns[k]))
            return false;
        for (size_t i = 0; i < content->n_rows; i++)
            if (!set_cell(layout, table, i, &content->columns[k],
                          &table->cells[i * content->n_columns + k]))
                return false;
        measure_column(layout, table, k);
        if (table->columns[k].head->height > table->head_height)
            table->head_height = table->columns[k].head->height;
    }
    return true;
}

static bool kind_changes(const struct table_content *content, size_t k)
{
    const struct table_column *column = &content->columns[k];

    return k > 0 && (column->period.unit != column[-1].period.unit ||
                     column->period.count != column[-1].period.count);
}

/* Width beside the columns' own: where the periods' length changes, and for the marks
 * of the last one. */
static double width_between(const struct table_layout *table)
{
    size_t n = table->content->n_columns;
    double width = table->columns[n - 1].mark;

    for (size_t k = 0; k < n; k++)
        width += kind_changes(table->content, k) ? KIND_GAP * table->factor : 0;
    return width;
}

/* What all columns but the first need. */
static double columns_width(const struct table_layout *table)
{
    double width = width_between(table);

    for (size_t k = 0; k < table->content->n_columns; k++)
        width += table->columns[k].needed;
    return width;
}

static double smaller(double a, double b)
{
    return a < b ? a : b;
}

/* Names that are longer than that are broken. */
static double least_name_width(const struct table_layout *table)
{
    return smaller(table->widest_name, LEAST_NAME) * table->factor;
}

/* From edge to edge, when all columns are to have the same and names what they need. */
static double even_room(const struct table_layout *table)
{
    double names = smaller(table->widest_name * table->factor, MOST_NAME * table->plan.width);
    double room = table->plan.width - width_between(table) - names;

    return room / (double)table->content->n_columns;
}

static bool can_be_even(const struct table_layout *table)
{
    double room = even_room(table);

    for (size_t k = 0; k < table->content->n_columns; k++)
        if (table->columns[k].needed > room)
            return false;
    return true;
}

static bool reset_columns(struct layout *layout, struct table_layout *table)
{
    table->head_height = 0;
    return set_columns(layout, table);
}

static void fail_too_wide(struct layout *layout, const struct table_layout *table, double needed)
{
    const struct markup *title = table->content->title;
    const char *name = title != NULL
                           ? markup_text(title, layout->text, &layout->arena, (sheaf_period){ 0 })
                           : NULL;

    fail(&layout->sheet->error, SHEAF_BAD_INPUT,
         "the %zu columns of the table%s%.60s%s need %.0f mm, but its place is %.0f mm wide: give "
         "it "
         "a larger span, or take columns out",
         table->content->n_columns, name != NULL ? " '" : "", name != NULL ? name : "",
         name != NULL ? "'" : "", needed / 72 * 25.4, table->plan.width / 72 * 25.4);
}

/* Heads take another line when columns can be alike by it; a table that would still be
 * wider than its place has smaller type. */
static bool fit_columns(struct layout *layout, struct table_layout *table)
{
    table->head_width = layout->width;
    if (!set_columns(layout, table))
        return false;
    if (!can_be_even(table)) {
        table->head_width = larger(even_room(table) - GAP, longest_piece(layout, table));
        if (!reset_columns(layout, table))
            return false;
    }
    double needed = columns_width(table) + least_name_width(table);
    if (needed <= table->plan.width)
        return true;
    table->factor = table->plan.width / needed;
    if (table->factor < LEAST_TYPE) {
        fail_too_wide(layout, table, LEAST_TYPE * needed);
        return false;
    }
    table->head_width *= table->factor;
    return reset_columns(layout, table);
}

static bool measure_names(struct layout *layout, struct table_layout *table)
{
    const struct table_content *content = table->content;

    for (size_t i = 0; i < content->n_rows; i++) {
        const char *name = series_label(layout, content->rows[i].series);
        if (name == NULL)
            return false;
        table->widest_name =
            larger(table->widest_name, text_width(layout->text, name, &layout->theme->table));
    }
    return layout_is_well(layout);
}

/* The first column takes what names need, but a quarter where that is to spare; the
 * others share the rest, evenly if they can. */
static void place_columns(struct table_layout *table)
{
    const struct table_content *content = table->content;
    double n = (double)content->n_columns, width = table->plan.width;
    double names = larger(table->widest_name * table->factor, width * 0.25);
    bool is_even = can_be_even(table);
    double needed = columns_width(table);

    if (is_even) {
        needed = width_between(table);
        double pitch = 0;
        for (size_t k = 0; k < content->n_columns; k++)
            pitch = larger(pitch, table->columns[k].needed);
        needed += n * pitch;
    }
    names = names > width - needed ? width - needed : names;
    table->name_width = larger(names, least_name_width(table));

    double even = (width - table->name_width - width_between(table)) / n;
    double spare = width - table->name_width - needed, x = table->name_width;
    for (size_t k = 0; k < content->n_columns; k++) {
        struct column *column = &table->columns[k];
        x += is_even ? even : column->needed + larger(spare, 0) / n;
        x += kind_changes(content, k) ? KIND_GAP * table->factor : 0;
        column->right = x;
    }
}

static bool set_names(struct layout *layout, struct table_layout *table)
{
    const struct table_content *content = table->content;
    const char *unit = common_unit(layout, table);
    struct text_style style = scaled(layout->theme->table, table->factor), weak = style;

    weak.color = layout->theme->grey;
    table->row_height = layout->theme->table.leading + 4;
    for (size_t i = 0; i < content->n_rows; i++) {
        const sheaf_series *series = content->rows[i].series;
        const char *name = series_label(layout, series);
        const char *own = unit != NULL ? "" : write_unit(layout, table, i);
        if (name == NULL || own == NULL)
            return false;
        const struct text_span spans[] = { { name, &style, NULL },
                                           { ", ", &weak, NULL },
                                           { own, &weak, NULL } };
        table->names[i] = text_wrap(layout->text, &layout->arena, spans, own[0] != '\0' ? 3 : 1,
                                    table->name_width, 0);
        if (table->names[i] == NULL)
            return false;
        if (table->names[i]->height + 4 > table->row_height)
            table->row_height = table->names[i]->height + 4;
    }
    if (unit == NULL)
        return layout_is_well(layout);
    weak.leading = 10;
    const struct text_span span = { unit, &weak, NULL };
    table->unit = text_wrap(layout->text, &layout->arena, &span, 1, table->name_width, 0);
    if (table->unit != NULL && table->unit->height > table->head_height)
        table->head_height = table->unit->height;
    return table->unit != NULL;
}

static bool set_title(struct layout *layout, struct table_layout *table)
{
    const struct markup *title = table->content->title;

    if (title == NULL)
        return true;
    const char *words = markup_text(title, layout->text, &layout->arena, (sheaf_period){ 0 });
    const struct text_span span = { words, &layout->theme->headline, NULL };
    if (words == NULL)
        return false;
    table->title = text_wrap(layout->text, &layout->arena, &span, 1, table->plan.width, 0);
    if (table->title == NULL)
        return false;
    table->title_height = table->title->height + 4;
    return true;
}

static double names_left(const struct layout *layout, const struct table_layout *table, double x)
{
    return x + layout_place(layout, 0, table->name_width, table->plan.width);
}

/* The edge that a column's figures and head share, away from the names. */
static double figures_edge(const struct layout *layout, const struct table_layout *table,
                           const struct column *column)
{
    return layout_place(layout, column->right, 0, table->plan.width);
}

static void draw_head(struct layout *layout, const struct table_layout *table, struct scene *scene,
                      double x, double y)
{
    const struct group corner = { .role = ROLE_HEADER_CELL, .scope = SCOPE_COLUMN };
    double bottom = y + table->head_height;

    scene_open_role(scene, ROLE_ROW);
    scene_open(scene, &corner);
    if (table->unit != NULL)
        layout_draw_text(layout, table->unit, scene, names_left(layout, table, x),
                         bottom - table->unit->height, table->name_width);
    scene_close(scene);
    for (size_t k = 0; k < table->content->n_columns; k++) {
        const struct column *column = &table->columns[k];
        double top = bottom - column->head->height;

        scene_open(scene, &corner);
        for (size_t i = 0; i < column->head->n_lines; i++)
            text_line_draw(column->head->lines[i], scene, x + figures_edge(layout, table, column),
                           top + (double)i * column->head->leading +
                               text_block_first_baseline(column->head),
                           layout->mirrored ? ALIGN_LEFT : ALIGN_RIGHT);
        scene_close(scene);
    }
    scene_close(scene);
    layout_hairline(scene, x, bottom + 2.5, x + table->plan.width, bottom + 2.5, layout->theme->ink,
                    0.6);
}

static void draw_row(const struct layout *layout, const struct table_layout *table,
                     struct scene *scene, size_t i, double x, double y)
{
    const struct group name = { .role = ROLE_HEADER_CELL, .scope = SCOPE_ROW };
    size_t n_columns = table->content->n_columns;
    double baseline = y + 2 + text_block_first_baseline(table->names[i]);

    scene_open_role(scene, ROLE_ROW);
    scene_open(scene, &name);
    layout_draw_text(layout, table->names[i], scene, names_left(layout, table, x), y + 2,
                     table->name_width);
    scene_close(scene);
    for (size_t k = 0; k < n_columns; k++) {
        const struct column *column = &table->columns[k];
        const struct cell *cell = &table->cells[i * n_columns + k];
        double edge = x + figures_edge(layout, table, column);
        double left = layout->mirrored ? edge + before_figure(column, cell)
                                       : edge - short_of_edge(column, cell) - cell->line->width;
        scene_open_role(scene, ROLE_CELL);
        text_line_draw(cell->line, scene, left, baseline, ALIGN_LEFT);
        if (cell->mark != NULL)
            text_line_draw(cell->mark, scene,
                           layout->mirrored ? left - MARK_GAP : left + cell->line->width + MARK_GAP,
                           baseline, layout->mirrored ? ALIGN_RIGHT : ALIGN_LEFT);
        scene_close(scene);
    }
    scene_close(scene);
}

/* Pieces are rows; the head comes again above the rows overleaf. */
static void draw(struct layout *layout, struct plan *plan, struct scene *scene, double x, double y,
                 size_t first, size_t n)
{
    const struct table_layout *table = (const struct table_layout *)plan;

    scene_open_role(scene, ROLE_TABLE);
    if (first == 0 && table->title != NULL) {
        scene_open_role(scene, ROLE_CAPTION);
        layout_draw_text(layout, table->title, scene, x, y, plan->width);
        scene_close(scene);
        y += table->title_height;
    }
    draw_head(layout, table, scene, x, y);
    y += table->head_height + 4;
    for (size_t i = first; i < first + n; i++, y += table->row_height) {
        draw_row(layout, table, scene, i, x, y);
        if (i + 1 < first + n)
            layout_hairline(scene, x, y + table->row_height, x + plan->width, y + table->row_height,
                            layout->theme->hairline, 0.4);
    }
    scene_close(scene);
    layout_hairline(scene, x, y, x + plan->width, y, layout->theme->axis, 0.4);
}

static const struct plan_operations operations = { .draw = draw };

static bool set_pieces(struct layout *layout, struct table_layout *table)
{
    size_t n = table->content->n_rows;
    double *pieces = arena_array(&layout->arena, double, n);
    double head = table->head_height + 4;

    if (pieces == NULL)
        return false;
    for (size_t i = 0; i < n; i++)
        pieces[i] = table->row_height;
    pieces[0] += table->title_height + head;
    table->plan.pieces = pieces;
    table->plan.n_pieces = n;
    table->plan.repeated = head;
    table->plan.least = table->plan.wanted =
        rhythm(table->title_height + head + (double)n * table->row_height);
    return true;
}

struct plan *table_plan(struct layout *layout, const struct block *block, double width)
{
    const struct table_content *content = (const struct table_content *)block;
    struct table_layout *table = plan_new(layout, &operations, sizeof *table, width);

    if (table == NULL)
        return NULL;
    table->content = content;
    table->factor = 1;
    table->columns = arena_array(&layout->arena, struct column, content->n_columns);
    table->cells = arena_array(&layout->arena, struct cell, content->n_rows * content->n_columns);
    table->names = arena_array(&layout->arena, struct text_block *, content->n_rows);
    table->rows = arena_array(&layout->arena, struct row_style, content->n_rows);
    if (table->columns == NULL || table->cells == NULL || table->names == NULL ||
        table->rows == NULL)
        return NULL;
    for (size_t i = 0; i < content->n_rows; i++)
        table->rows[i].largest = largest_in(content, &content->rows[i]);
    for (size_t i = 0; i < content->n_rows; i++)
        style_row(layout, table, i);
    if (!measure_names(layout, table) || !fit_columns(layout, table))
        return NULL;
    place_columns(table);
    if (!set_names(layout, table) || !set_title(layout, table) || !set_pieces(layout, table))
        return NULL;
    table->plan.above = 16;
    return &table->plan;
}
