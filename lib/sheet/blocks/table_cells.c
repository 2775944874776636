/* table_cells.c - sets a table's cells: figures with their marks, dashes where nothing is known.
 *
 * "0" is a true zero, "<0.1" a figure that rounding would show as zero, "–" a figure that is not
 * known; why it is not known is told by the flag behind the dash. */
#include <math.h>
#include <string.h>

#include "chart/words/amounts.h"
#include "series/rounding.h"
#include "sheet/blocks/table_parts.h"

/* Length in bytes of a formatted figure up to its decimal mark or, without decimals, up to its
 * last digit. */
static size_t whole_part(const char *figure, int decimals)
{
    const char *last = NULL;

    if (decimals > 0)
        for (const char *mark = strpbrk(figure, ".,"); mark != NULL; mark = strpbrk(mark + 1, ".,"))
            last = mark;
    return last != NULL ? (size_t)(last - figure) : digits_end(figure);
}

struct written {
    const char *figure, *mark; /* NULL: memory ran out */
    int decimals;
    bool is_known;
};

unsigned table_mark_flags(const struct sheet_layout *layout, const struct table_layout *table,
                          size_t i, size_t k)
{
    const struct table_figure *figure = table_cell_figure(table, i, k);
    unsigned said = table_has_figure(table, i, k) ? table->columns[k].flags : 0;

    return figure->is_known ? table_cell_flags(layout, table, figure) & ~said : 0;
}

/* The flags of the cell that its column does not say, and its footnote. */
static const char *write_mark(struct sheet_layout *layout, const struct table_layout *table,
                              size_t i, size_t k)
{
    const struct table_figure *figure = table_cell_figure(table, i, k);
    const char *flags = flags_text(table_mark_flags(layout, table, i, k), layout->words);
    const char *note = table_note_sign(layout, figure->note);

    if (flags == NULL || note == NULL || note[0] == '\0')
        return flags;
    return arena_format(layout->words, "%s%s", flags, note);
}

/* Writes a dash for an unknown figure, and for a confidential one its status mark alone. */
static struct written write_cell(struct sheet_layout *layout, const struct table_layout *table,
                                 size_t i, size_t k)
{
    const struct sheet_column *column = &table->content->columns[k];
    const struct table_figure *figure = table_cell_figure(table, i, k);
    struct written written = { "\xE2\x80\x93", write_mark(layout, table, i, k), 0,
                               figure->is_known && !isnan(figure->observation.value) };

    if (written.is_known) {
        struct amount amount = table_amount(table, i, k);
        struct known_digits alone = { amount.decimals, amount.is_about };
        struct known_digits shown =
            common_decimals_of(table_common(table, i, k), alone, figure->observation.derived);
        amount.decimals = shown.decimals;
        amount.is_about = shown.is_about;
        written.figure = amount_text(layout->text, layout->words, &amount,
                                     !column->is_change            ? AMOUNT_BARE
                                     : table_has_unit(table, i, k) ? AMOUNT_BARE_CHANGE
                                                                   : AMOUNT_CHANGE);
        written.decimals = amount.decimals;
    }
    if (figure->is_known && observation_is_confidential(&figure->observation)) {
        written.figure = written.mark;
        written.mark = "";
    }
    return written;
}

/* What a figure has before its decimal mark; line: all of it. */
static double before_mark(struct sheet_layout *layout, const struct written *written,
                          const struct text_line *line, const struct text_style *style)
{
    size_t n = whole_part(written->figure, written->decimals);

    if (written->figure[n] == '\0')
        return line->width;
    const char *whole = arena_text(layout->words, written->figure, n);
    return whole != NULL ? text_width(layout->text, whole, style) : 0;
}

/* before: what was measured of the cell before its decimal mark; NULL: nothing was yet. */
static bool set_figure(struct sheet_layout *layout, const struct table_layout *table, size_t i,
                       size_t k, const double *before, struct set_cell *cell)
{
    struct text_style style = table_style(table, &layout->theme->table);
    struct text_style weak = table_style(table, &layout->theme->note);
    const struct written written = write_cell(layout, table, i, k);

    if (written.figure == NULL || written.mark == NULL)
        return false;
    weak.color = layout->theme->weak;
    style.semibold |= row_is_strong(&table->content->rows[i]);
    if (!written.is_known)
        style.color = layout->theme->weak;
    cell->line = text_set(layout->text, layout->words, written.figure, &style);
    if (cell->line == NULL)
        return false;
    cell->words = written.figure;
    cell->is_blank = !written.is_known;
    cell->at_edge =
        cell->is_blank || (table->content->columns[k].is_change && !table_has_unit(table, i, k));
    if (!cell->at_edge)
        cell->before = before != NULL ? *before : before_mark(layout, &written, cell->line, &style);
    if (written.mark[0] != '\0')
        cell->mark = text_set(layout->text, layout->words, written.mark, &weak);
    return layout_is_well(layout);
}

/* A cell without figures is empty. */
static bool set_cell(struct sheet_layout *layout, const struct table_layout *table, size_t i,
                     size_t k, const double *before, struct set_cell *cell)
{
    const struct table_content *content = table->content;

    *cell = (struct set_cell){ .at_edge = true };
    return row_is_empty(&content->rows[i]) || column_is_spark(&content->columns[k]) ||
           set_figure(layout, table, i, k, before, cell);
}

const struct set_cell *table_cell(struct sheet_layout *layout, const struct table_layout *table,
                                  size_t i, size_t k, struct set_cell *room)
{
    const size_t at = table_cell_at(table, i, k);

    if (table->cells != NULL)
        return &table->cells[at];
    return set_cell(layout, table, i, k, &table->befores[at], room) ? room : NULL;
}

static void join(struct cells_extent *extent, const struct set_cell *cell)
{
    if (cell->line == NULL)
        return;
    extent->width = fmax(extent->width, cell->line->width);
    if (cell->mark != NULL)
        extent->mark = fmax(extent->mark, cell->mark->width);
    if (cell->at_edge)
        return;
    extent->before = fmax(extent->before, cell->before);
    extent->behind = fmax(extent->behind, cell->line->width - cell->before);
}

bool table_set_cells(struct sheet_layout *layout, struct table_layout *table, size_t k)
{
    struct set_column *column = &table->columns[k];
    const bool is_aside = table->cells == NULL;
    struct layout_aside aside;
    struct set_cell room;
    bool well = true;

    column->cells = (struct cells_extent){ 0 };
    if (is_aside)
        layout_aside_begin(layout, &aside);
    for (size_t i = 0; well && i < table->content->n_rows; i++) {
        const size_t at = table_cell_at(table, i, k);
        struct set_cell *cell = is_aside ? &room : &table->cells[at];

        if (is_aside && i % TABLE_ROWS_ASIDE == 0) {
            layout_aside_end(layout, &aside);
            layout_aside_begin(layout, &aside);
        }
        well = set_cell(layout, table, i, k, NULL, cell);
        if (well)
            join(&column->cells, cell);
        if (is_aside)
            table->befores[at] = cell->before;
    }
    if (is_aside)
        layout_aside_end(layout, &aside);
    return well;
}
