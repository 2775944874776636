/* prose.c - paragraphs in columns.
 *
 * Lines of more than about 80 characters are hard to read, so paragraphs as wide as the page are
 * set in two columns of equal height, unless the author wants others. Text that is longer than a page is
 * given to the columns of pages line by line (layout/galley.c), and so is text in a column of the page. */
#include <math.h>

#include "sheet/words/prose_structure.h"

struct prose_line {
    const struct text_line *line;
    const struct prose_paragraph *of;
    size_t paragraph;
    double top, height; /* within one column of all lines; height: of its leading */
    double baseline;    /* from top */
    bool right_to_left;
};

struct prose {
    struct block_plan plan;
    enum role role;
    const struct prose_paragraph *paragraphs;
    struct prose_line *lines;
    size_t n_lines;
    size_t starts[MOST_TEXT_COLUMNS + 1]; /* the first line of each column, and the end */
    int columns;
    double column_width;
};

enum { MIN_LINES_TO_SPLIT = 4, MAX_EXTRA_LINES = 2 };
#define MIN_COLUMN_WIDTH 80.0 /* points; narrower columns hold a word or two a line */

/* A line, or a label, at a distance from the side where lines begin. */
static void draw_line(const struct sheet_layout *layout, const struct prose *prose,
                      const struct text_line *text, bool right_to_left, struct scene *scene,
                      double x, double baseline, double indent)
{
    if (right_to_left || layout->mirrored)
        text_line_draw(text, scene, x + prose->column_width - indent, baseline, ALIGN_RIGHT);
    else
        text_line_draw(text, scene, x + indent, baseline, ALIGN_LEFT);
}

struct drawn_label {
    const struct sheet_layout *layout;
    const struct prose *prose;
    const struct prose_line *line;
    struct scene *scene;
    double x, baseline;
};

static void draw_label(void *context)
{
    const struct drawn_label *label = context;
    const struct prose_line *line = label->line;

    draw_line(label->layout, label->prose, line->of->label, line->right_to_left, label->scene,
              label->x, label->baseline, line->of->label_indent);
}

static int column_of(const struct prose *prose, size_t line)
{
    int column = 0;

    while (column + 1 < prose->columns && line >= prose->starts[column + 1])
        column++;
    return column;
}

/* A paragraph is one group of the scene, even if it ends in another column. */
static void draw(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene,
                 double x, double y, size_t first, size_t n)
{
    const struct prose *prose = (const struct prose *)plan;
    size_t end = plan->pieces != NULL ? first + n : prose->n_lines;
    struct prose_groups groups = { .first = prose->paragraphs,
                                   .are_notes = prose->role == ROLE_NOTE,
                                   .whole = plan->whole };

    if (plan->pieces == NULL)
        first = 0;
    for (size_t i = first; i < end; i++) {
        const struct prose_line *line = &prose->lines[i];
        int column = column_of(prose, i);
        const struct prose_line *top = &prose->lines[column > 0 ? prose->starts[column] : first];
        double left = x + layout_offset(layout, column * (prose->column_width + layout->gutter),
                                        prose->column_width, plan->width);
        double baseline = y + line->top - top->top + line->baseline;
        bool begins = i == 0 || line->paragraph != line[-1].paragraph;

        if (i == first || begins) {
            struct drawn_label label = { layout, prose, line, scene, left, baseline };
            if (i > first)
                scene_close(scene);
            prose_open(&groups, scene, line->of,
                       line->of->role != ROLE_NONE ? line->of->role : prose->role, begins,
                       begins && line->of->label != NULL ? draw_label : NULL, &label);
        }
        draw_line(layout, prose, line->line, line->right_to_left, scene, left, baseline,
                  line->of->indent);
    }
    if (end > first)
        scene_close(scene);
    prose_close(&groups, scene);
}

static const struct plan_operations operations = { .draw = draw };

/* A paragraph whose parameters and fields have no words. */
static bool is_blank(const struct prose_paragraph *paragraph, const struct text_block *lines)
{
    return lines->width <= 0 && paragraph->label == NULL;
}

/* Breaks every paragraph to the column's width and counts the lines; what is blank has none. */
static bool set_lines(struct sheet_layout *layout, struct prose *prose,
                      const struct prose_paragraph *paragraphs, size_t n, double gap)
{
    struct text_block **blocks = arena_array(&layout->arena, struct text_block *, n);
    size_t n_lines = 0, at = 0;
    double top = 0;

    if (blocks == NULL)
        return false;
    for (size_t i = 0; i < n; i++) {
        const char *language =
            paragraphs[i].language != NULL ? paragraphs[i].language : text_locale(layout->text);
        /* Notes are looked up by their words, and have names that are no words of the language. */
        bool is_note = prose->role == ROLE_NOTE || paragraphs[i].role == ROLE_NOTE;
        blocks[i] = text_wrap_prose(
            layout->text, &layout->arena, paragraphs[i].spans, paragraphs[i].n_spans,
            prose->column_width - paragraphs[i].indent, is_note ? NULL : language);
        if (blocks[i] == NULL)
            return false;
        if (is_blank(&paragraphs[i], blocks[i]))
            blocks[i]->n_lines = 0;
        n_lines += blocks[i]->n_lines;
    }
    prose->lines = arena_array(&layout->arena, struct prose_line, n_lines);
    if (prose->lines == NULL)
        return false;
    for (size_t i = 0; i < n; i++) {
        if (at > 0 && blocks[i]->n_lines > 0)
            top += paragraphs[i].gap >= 0 ? paragraphs[i].gap : gap;
        for (size_t k = 0; k < blocks[i]->n_lines; k++, at++) {
            prose->lines[at] = (struct prose_line){
                .line = blocks[i]->lines[k],
                .of = &paragraphs[i],
                .paragraph = i,
                .top = top,
                .height = blocks[i]->leading,
                .baseline = text_block_first_baseline(blocks[i]),
                .right_to_left = blocks[i]->right_to_left,
            };
            top += blocks[i]->leading;
        }
    }
    prose->n_lines = prose->starts[1] = n_lines;
    prose->columns = 1;
    return true;
}

static double bottom_of(const struct prose_line *line)
{
    return line->top + line->height;
}

/* Height of the lines from first up to end. */
static double height_of(const struct prose *prose, size_t first, size_t end)
{
    return end > first ? bottom_of(&prose->lines[end - 1]) - prose->lines[first].top : 0;
}

/* True for the last line of a longer paragraph, with which no column should begin, for what a
 * sub-heading stands above, and for items of an inner list. */
static bool begins_badly(const struct prose *prose, size_t i)
{
    const struct prose_line *line = &prose->lines[i];

    if (i > 0 && line[-1].of->keeps_next)
        return true;
    if (line->of->markup != NULL && line->of->markup->depth > 1)
        return true;
    bool goes_on = i > 0 && line[-1].paragraph == line->paragraph;
    bool is_last = i + 1 == prose->n_lines || line[1].paragraph != line->paragraph;

    return goes_on && is_last;
}

static double taller_column(const struct prose *prose, size_t split)
{
    double first = height_of(prose, 0, split), second = height_of(prose, split, prose->n_lines);

    return first > second ? first : second;
}

/* Splits the lines so that the first column is hardly longer than the second. A split between
 * paragraphs is preferred if it costs at most MAX_EXTRA_LINES lines of height. */
static void balance_two(struct prose *prose)
{
    size_t split = 0;

    while (split < prose->n_lines &&
           (height_of(prose, 0, split) < height_of(prose, split, prose->n_lines) ||
            begins_badly(prose, split)))
        split++;
    double most = taller_column(prose, split) + MAX_EXTRA_LINES * prose->lines[0].height + 0.01;
    size_t best = split;
    for (size_t i = 1; i < prose->n_lines; i++) {
        double taller = taller_column(prose, i);
        if (prose->lines[i].paragraph != prose->lines[i - 1].paragraph && !begins_badly(prose, i) &&
            taller <= most) {
            most = taller - 0.01;
            best = i;
        }
    }
    prose->starts[1] = best;
    prose->starts[2] = prose->n_lines;
}

/* Fills columns up to a height, one after the other. False: there are lines left. */
static bool fill_columns(struct prose *prose, int columns, double height)
{
    size_t at = 0;

    for (int column = 0; column < columns; column++) {
        size_t end = at;
        while (end < prose->n_lines && height_of(prose, at, end + 1) <= height + 0.01)
            end++;
        while (end < prose->n_lines && end > at + 1 && begins_badly(prose, end))
            end--;
        prose->starts[column] = at;
        at = end;
    }
    prose->starts[columns] = prose->n_lines;
    return at == prose->n_lines;
}

/* The least height, in half lines, in which the columns hold all. Each step adds some height, so there
 * are at most twice as many as lines. */
static void balance_more(struct prose *prose, int columns)
{
    double step = prose->lines[0].height / 2;
    double height = height_of(prose, 0, prose->n_lines) / columns;

    while (!fill_columns(prose, columns, height))
        height += step;
}

static void balance(struct prose *prose, int columns)
{
    prose->columns = columns;
    prose->starts[0] = 0;
    if (columns == 2)
        balance_two(prose);
    else
        balance_more(prose, columns);
}

static double tallest_column(const struct prose *prose)
{
    double tallest = 0;

    for (int i = 0; i < prose->columns; i++) {
        double height = height_of(prose, prose->starts[i], prose->starts[i + 1]);
        tallest = height > tallest ? height : tallest;
    }
    return tallest;
}

/* Whether no column or page ends below a line: it would part a sub-heading from its text, the first or last
 * line of a paragraph from its others, a list from the line that leads to it, or a quotation from its source. */
static bool ends_badly(const struct prose *prose, size_t i)
{
    const struct prose_line *line = &prose->lines[i], *next = line + 1;
    bool is_inside = next->paragraph == line->paragraph;
    bool is_first = i == 0 || line[-1].paragraph != line->paragraph;
    bool is_last_but_one = i + 2 == prose->n_lines || next[1].paragraph != next->paragraph;
    const struct markup *above = line->of->markup, *below = next->of->markup;

    if (is_inside)
        return is_first || is_last_but_one;
    return line->of->keeps_next ||
           (above != NULL && below != NULL &&
            (below->depth > above->depth || below->block == MARKUP_QUOTE_SOURCE));
}

static bool set_pieces(struct sheet_layout *layout, struct prose *prose)
{
    double *pieces = arena_array(&layout->arena, double, prose->n_lines);
    struct piece_end *ends = arena_array(&layout->arena, struct piece_end, prose->n_lines);

    if (pieces == NULL || ends == NULL)
        return false;
    for (size_t i = 0; i < prose->n_lines; i++) {
        const struct prose_line *line = &prose->lines[i];
        if (i + 1 < prose->n_lines)
            ends[i] = (struct piece_end){ line[1].top - bottom_of(line), ends_badly(prose, i) };
        pieces[i] = line->height + ends[i].gap;
    }
    prose->plan.pieces = pieces;
    prose->plan.ends = ends;
    prose->plan.n_pieces = prose->n_lines;
    return true;
}

int prose_column_count(const struct sheet_layout *layout, double width, int columns)
{
    const int of_page = layout->sheet->page.columns;

    if (columns == 0 && !layout->in_columns && width > layout->width * 0.75)
        columns = of_page > 0 ? of_page : 2;
    while (columns > 1 && (width - (columns - 1) * layout->gutter) / columns < MIN_COLUMN_WIDTH)
        columns--;
    return columns > 1 ? columns : 1;
}

double prose_column_width(const struct sheet_layout *layout, double width, int columns)
{
    columns = prose_column_count(layout, width, columns);
    return (width - (columns - 1) * layout->gutter) / columns;
}

/* In columns of one height, if a page is tall enough for that. */
static bool fit_columns(struct sheet_layout *layout, struct prose *prose, int columns)
{
    if (height_of(prose, 0, prose->n_lines) / columns > layout->largest_height)
        return false;
    balance(prose, columns);
    if (tallest_column(prose) <= layout->largest_height)
        return true;
    prose->columns = 1;
    prose->starts[1] = prose->n_lines;
    return false;
}

struct block_plan *prose_plan(struct sheet_layout *layout, const struct prose_paragraph *paragraphs,
                              size_t n, double width, int columns, double gap, enum role role)
{
    struct prose *prose = plan_new(layout, &operations, sizeof *prose, width);

    columns = prose_column_count(layout, width, columns);
    if (prose == NULL)
        return NULL;
    prose->role = role;
    prose->paragraphs = paragraphs;
    prose->column_width = prose_column_width(layout, width, columns);
    if (!set_lines(layout, prose, paragraphs, n, gap))
        return NULL;
    if (columns > 1 && prose->n_lines < MIN_LINES_TO_SPLIT) {
        columns = 1;
        prose->column_width = width;
        if (!set_lines(layout, prose, paragraphs, n, gap))
            return NULL;
    }
    bool stays = columns > 1 && fit_columns(layout, prose, columns);
    double height = tallest_column(prose);
    bool is_galley =
        !stays && prose->n_lines > 0 && (layout->in_columns || height > layout->largest_height);
    if (is_galley && !set_pieces(layout, prose))
        return NULL;
    if (is_galley && !layout->in_columns) {
        prose->plan.galley_columns = columns;
        prose->plan.width = prose->column_width;
    }
    /* In a column of the page texts follow each other line by line. */
    const double most = fmax(height, layout->largest_height);
    prose->plan.min_height = prose->plan.preferred_height =
        is_galley ? height : fmin(rhythm(height), most);
    return &prose->plan;
}
