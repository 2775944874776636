/* prose.c - paragraphs in columns.
 *
 * Lines of more than about 80 characters are hard to read, so paragraphs as wide as the page are
 * set in two columns of equal height. Text that is longer than a page is set in one column and may
 * be broken between any two lines. */
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
    struct prose_line *lines;
    size_t n_lines;
    size_t in_first; /* lines in the first column */
    double column_width;
};

enum { MIN_LINES_TO_SPLIT = 4, MAX_EXTRA_LINES = 2 };

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

/* A paragraph is one group of the scene, even if it ends in the second column. */
static void draw(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene,
                 double x, double y, size_t first, size_t n)
{
    const struct prose *prose = (const struct prose *)plan;
    size_t end = plan->pieces != NULL ? first + n : prose->n_lines;
    struct prose_groups groups = { .depth = 0 };

    if (plan->pieces == NULL)
        first = 0;
    for (size_t i = first; i < end; i++) {
        const struct prose_line *line = &prose->lines[i];
        bool second = i >= prose->in_first;
        const struct prose_line *top = &prose->lines[second ? prose->in_first : first];

        double left = x + layout_offset(layout, second ? prose->column_width + layout->gutter : 0,
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

/* Breaks every paragraph to the column's width and counts the lines. */
static bool set_lines(struct sheet_layout *layout, struct prose *prose,
                      const struct prose_paragraph *paragraphs, size_t n, double gap)
{
    struct text_block **blocks = arena_array(&layout->arena, struct text_block *, n);
    size_t n_lines = 0, at = 0;
    double top = 0;

    if (blocks == NULL)
        return false;
    for (size_t i = 0; i < n; i++) {
        const char *language = paragraphs[i].language;
        blocks[i] =
            text_wrap_prose(layout->text, &layout->arena, paragraphs[i].spans,
                            paragraphs[i].n_spans, prose->column_width - paragraphs[i].indent,
                            language != NULL ? language : text_locale(layout->text));
        if (blocks[i] == NULL)
            return false;
        n_lines += blocks[i]->n_lines;
    }
    prose->lines = arena_array(&layout->arena, struct prose_line, n_lines);
    if (prose->lines == NULL)
        return false;
    for (size_t i = 0; i < n; i++) {
        top += i == 0 ? 0 : paragraphs[i].gap >= 0 ? paragraphs[i].gap : gap;
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
    prose->n_lines = prose->in_first = n_lines;
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
static void balance(struct prose *prose)
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
    prose->in_first = best;
}

static bool set_pieces(struct sheet_layout *layout, struct prose *prose)
{
    double *pieces = arena_array(&layout->arena, double, prose->n_lines);

    if (pieces == NULL)
        return false;
    for (size_t i = 0; i < prose->n_lines; i++)
        pieces[i] =
            (i + 1 < prose->n_lines ? prose->lines[i + 1].top : bottom_of(&prose->lines[i])) -
            prose->lines[i].top;
    prose->plan.pieces = pieces;
    prose->plan.n_pieces = prose->n_lines;
    return true;
}

double prose_column_width(const struct sheet_layout *layout, double width)
{
    return width > layout->width * 0.75 ? (width - layout->gutter) / 2 : width;
}

struct block_plan *prose_plan(struct sheet_layout *layout, const struct prose_paragraph *paragraphs,
                              size_t n, double width, double gap, enum role role)
{
    struct prose *prose = plan_new(layout, &operations, sizeof *prose, width);
    bool wide = prose_column_width(layout, width) < width;
    double height = 0;

    if (prose == NULL)
        return NULL;
    prose->role = role;
    if (wide) {
        prose->column_width = prose_column_width(layout, width);
        if (!set_lines(layout, prose, paragraphs, n, gap))
            return NULL;
        balance(prose);
        height = taller_column(prose, prose->in_first);
        wide = prose->n_lines >= MIN_LINES_TO_SPLIT && height <= layout->largest_height;
    }
    if (!wide) {
        prose->column_width = width;
        if (!set_lines(layout, prose, paragraphs, n, gap))
            return NULL;
        height = height_of(prose, 0, prose->n_lines);
        if (height > layout->largest_height && !set_pieces(layout, prose))
            return NULL;
    }
    prose->plan.min_height = prose->plan.preferred_height = rhythm(height);
    return &prose->plan;
}
