/* figures_plan.c - key figures in a row, between hairlines: the label, the value as
 * large as the narrowest place allows, and its change under it.
 *
 * All values of a block have one size and one baseline. What stands after a
 * value's last digit (its scale and unit) is smaller than the value. */
#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "chart/amounts.h"
#include "chart/words.h"
#include "data/period.h"
#include "sheet/block_figures.h"
#include "text/format.h"

#define NARROWEST  84.0 /* of a figure's place; more of them go on in a second row */
#define NEAR       0.25 /* of a grid column: what begins so near an edge begins on it */
#define LEAST_GAP  0.8  /* of the gutter, between figures that are moved to an edge */
#define LEAST_EVEN 0.92 /* of a place in even columns */
#define LEAST_UNIT 7.0  /* size of the type behind a value */
#define ARROW      5.5  /* width of the mark before a change, and then its gap */
#define ARROW_GAP  3.0

struct set_figure {
    const char *label_words;
    struct text_block *label;
    struct text_line *value, *unit, *mark;  /* unit, mark: NULL for none */
    struct text_line *change, *change_mark; /* NULL: none is shown */
    struct text_block *base;                /* "on a year earlier" */
    double direction;                       /* of the change: its sign */
    double natural;                         /* width that it needs on one line each */
    double left, width;                     /* of its place */
};

struct figures_plan {
    struct plan plan;
    struct set_figure *figures;
    size_t n, n_columns;
    double edges[MOST_PLACES + 1]; /* of the row below */
    size_t n_edges;
    const char *base_words;
    double base_width;
    bool base_beside; /* the change, not under it */
    double unit_gap;  /* between a value's number and the smaller unit behind it */
    double label_height, row_height;
};

static double larger(double a, double b)
{
    return a > b ? a : b;
}

static const char *skip_blanks(const char *text)
{
    for (;;) {
        if (*text == ' ')
            text++;
        else if (strncmp(text, "\xC2\xA0", 2) == 0)
            text += 2;
        else if (strncmp(text, "\xE2\x80\xAF", 3) == 0)
            text += 3;
        else
            return text;
    }
}

static const char *write_value(struct layout *layout, const struct key_figure *figure)
{
    if (isnan(figure->observation.value))
        return format_word(layout->text, WORD_NO_VALUE);

    const struct amount amount =
        amount_alone(figure->series, &figure->observation, figure->decimals);

    return amount_text(layout->text, &layout->arena, &amount, AMOUNT_WHOLE);
}

/* The value's parts at a size. */
static bool set_value(struct layout *layout, const struct key_figure *figure, double size,
                      struct set_figure *set)
{
    const struct theme *theme = layout->theme;
    struct text_style large = theme->figure_value, small = theme->figure_unit;
    struct text_style mark = theme->figure_label;
    const char *value = write_value(layout, figure);
    const char *letters = marks_text(marks_of(&figure->observation), &layout->arena);

    if (value == NULL || letters == NULL)
        return false;
    small.size = larger(small.size * size / large.size, LEAST_UNIT);
    large.size = size;
    mark.size = theme->note.size;
    mark.color = theme->weak;
    size_t n = digits_end(value);
    if (value[n] == '%')
        n++;
    const char *number = arena_text(&layout->arena, value, n), *unit = skip_blanks(value + n);
    if (number == NULL)
        return false;
    set->value = text_set(layout->text, &layout->arena, number, &large);
    set->unit = unit[0] != '\0' ? text_set(layout->text, &layout->arena, unit, &small) : NULL;
    set->mark = letters[0] != '\0' ? text_set(layout->text, &layout->arena, letters, &mark) : NULL;
    return layout_is_well(layout);
}

static double line_width(const struct text_line *line, double gap)
{
    return line != NULL ? gap + line->width : 0;
}

static double value_width(const struct figures_plan *planned, const struct set_figure *set)
{
    return set->value->width + line_width(set->unit, planned->unit_gap) +
           line_width(set->mark, planned->unit_gap);
}

static double change_width(const struct figures_plan *planned, const struct set_figure *set)
{
    return set->change == NULL ? 0
                               : ARROW + ARROW_GAP + set->change->width +
                                     line_width(set->change_mark, planned->unit_gap);
}

static const char *label_words(struct layout *layout, const struct key_figure *figure)
{
    sheaf_period period = figure->observation.period;

    if (figure->label != NULL)
        return markup_text(figure->label, layout->text, &layout->arena, period);
    const char *name = series_label(layout, figure->series);
    const char *when =
        unbroken(&layout->arena, format_period(layout->text, &layout->arena,
                                               period_interval(period), PERIOD_SHORT));
    return name != NULL && when != NULL ? arena_format(&layout->arena, "%s%s%s", name,
                                                       words_comma(text_locale(layout->text)), when)
                                        : NULL;
}

static bool set_change(struct layout *layout, const struct key_figure *figure,
                       struct set_figure *set)
{
    const sheaf_observation *change = &figure->change;
    struct text_style weak = layout->theme->note;

    if (figure->growth == NULL)
        return true;
    const struct amount amount = amount_of(figure->growth, change, 0, DECIMALS_FOR_PEOPLE);
    const char *percent = amount_text(layout->text, &layout->arena, &amount, AMOUNT_CHANGE);
    const char *mark = marks_text(marks_of(change), &layout->arena);
    if (percent == NULL || mark == NULL)
        return false;
    weak.color = layout->theme->weak;
    set->direction = amount_direction(&amount);
    set->change = text_set(layout->text, &layout->arena, percent, &layout->theme->figure_change);
    set->change_mark = mark[0] != '\0' ? text_set(layout->text, &layout->arena, mark, &weak) : NULL;
    return layout_is_well(layout);
}

/* Width that a figure needs on one line each. */
static double natural_width(struct layout *layout, const struct figures_plan *planned,
                            const struct set_figure *set)
{
    double label = text_width(layout->text, set->label_words, &layout->theme->figure_label);
    double change = change_width(planned, set);

    if (set->change != NULL && planned->base_beside)
        change += planned->unit_gap + planned->base_width;
    else if (set->change != NULL)
        change = larger(change, planned->base_width);
    return larger(larger(label, change), value_width(planned, set));
}

/* Figures first to end, the places of their own widths between two points: what is left
 * goes to each alike. */
static void spread(struct figures_plan *planned, size_t first, size_t end, double left,
                   double right, double gutter)
{
    double spare = right - left;

    for (size_t i = first; i < end; i++)
        spare -= planned->figures[i].natural;
    for (size_t i = first; i < end; i++) {
        struct set_figure *set = &planned->figures[i];
        double pitch = set->natural + spare / (double)(end - first);
        set->left = left;
        set->width = larger(pitch - gutter, set->natural);
        left += pitch;
    }
}

/* What figures first to end need when they stand as close as may be. */
static double least_width(const struct figures_plan *planned, size_t first, size_t end,
                          double gutter)
{
    double width = 0;

    for (size_t i = first; i < end; i++)
        width += planned->figures[i].natural + LEAST_GAP * gutter;
    return width;
}

/* Moves figure i to an edge, those before it and behind it closer together or apart;
 * false: they need more. */
static bool move(struct figures_plan *planned, size_t first, size_t i, double edge, double gutter)
{
    double left = planned->figures[first].left;
    double rest = least_width(planned, i, planned->n, gutter) - LEAST_GAP * gutter;

    if (left + least_width(planned, first, i, gutter) > edge || edge + rest > planned->plan.width)
        return false;
    spread(planned, first, i, left, edge, gutter);
    spread(planned, i, planned->n, edge, planned->plan.width + gutter, gutter);
    return true;
}

/* Figures that begin near a place of the row below them begin where it does. */
static void snap(const struct layout *layout, struct figures_plan *planned)
{
    double near = NEAR * (planned->plan.width + layout->gutter) / GRID_COLUMNS;
    size_t first = 0;

    for (size_t i = 1; i < planned->n; i++)
        for (size_t k = 1; k < planned->n_edges; k++)
            if (fabs(planned->edges[k] - planned->figures[i].left) <= near &&
                move(planned, first, i, planned->edges[k], layout->gutter)) {
                first = i;
                break;
            }
}

/* Each its own width and an equal part of what is left; false: they do not fit. */
static bool place_naturally(struct layout *layout, struct figures_plan *planned)
{
    double room = planned->plan.width - (double)(planned->n - 1) * layout->gutter;

    for (size_t i = 0; i < planned->n; i++) {
        struct set_figure *set = &planned->figures[i];
        set->natural = natural_width(layout, planned, set) + 0.5;
        room -= set->natural;
    }
    if (room < 0)
        return false;
    planned->n_columns = planned->n;
    spread(planned, 0, planned->n, 0, planned->plan.width + layout->gutter, layout->gutter);
    snap(layout, planned);
    return true;
}

/* Columns of one width, as many as fit, in as even rows as can be. */
static void place_evenly(struct layout *layout, struct figures_plan *planned)
{
    double fit = (planned->plan.width + layout->gutter) / (NARROWEST + layout->gutter);
    size_t most = fit < 1 ? 1 : (size_t)fit;
    size_t n_rows = (planned->n + most - 1) / most;

    planned->n_columns = (planned->n + n_rows - 1) / n_rows;
    double n = (double)planned->n_columns;
    double width = (planned->plan.width - (n - 1) * layout->gutter) / n;
    for (size_t i = 0; i < planned->n; i++) {
        planned->figures[i].width = width;
        planned->figures[i].natural = LEAST_EVEN * width;
        planned->figures[i].left = (double)(i % planned->n_columns) * (width + layout->gutter);
    }
}

static bool set_values(struct layout *layout, struct figures_plan *planned,
                       const struct key_figure *figure, double factor)
{
    double size = layout->theme->figure_value.size * factor;

    for (size_t i = 0; i < planned->n; i++, figure = figure->next)
        if (!set_value(layout, figure, size, &planned->figures[i]))
            return false;
    return true;
}

/* By what the values' present size must be multiplied for the longest to fit its place; marks
 * do not shrink along, nor do units that are as small as may be. */
static double fitting_factor(const struct layout *layout, const struct figures_plan *planned,
                             double size)
{
    const struct theme *theme = layout->theme;
    bool units_shrink = theme->figure_unit.size * size / theme->figure_value.size > LEAST_UNIT;
    double factor = 1;

    for (size_t i = 0; i < planned->n; i++) {
        const struct set_figure *set = &planned->figures[i];
        double fixed = line_width(set->mark, 0) + 2 * planned->unit_gap;
        fixed += units_shrink ? 0 : line_width(set->unit, 0);
        double share = (set->width - fixed) / (value_width(planned, set) - fixed);
        if (value_width(planned, set) > set->width && share < factor)
            factor = larger(share, 0.1);
    }
    return factor;
}

static bool fit_values(struct layout *layout, struct figures_plan *planned,
                       const struct key_figure *first)
{
    double size = layout->theme->figure_value.size;

    for (int i = 0; i < 3; i++) {
        double factor = fitting_factor(layout, planned, size);
        if (factor >= 1)
            return true;
        size *= factor;
        if (!set_values(layout, planned, first, size / layout->theme->figure_value.size))
            return false;
    }
    return true;
}

/* First all on one line, then the base of the change on a line of its own, then
 * somewhat smaller values; what does not fit by then stands in even columns. */
static bool place(struct layout *layout, struct figures_plan *planned,
                  const struct key_figure *first)
{
    static const double factors[] = { 1, 0.94, 0.88, 0.82, 0.76 };

    planned->base_beside = true;
    if (place_naturally(layout, planned))
        return true;
    planned->base_beside = false;
    for (size_t i = 0; i < sizeof factors / sizeof *factors; i++) {
        if (i > 0 && !set_values(layout, planned, first, factors[i]))
            return false;
        if (place_naturally(layout, planned))
            return true;
    }
    place_evenly(layout, planned);
    if (planned->n_columns == planned->n)
        snap(layout, planned);
    return set_values(layout, planned, first, 1) && fit_values(layout, planned, first);
}

static bool set_lines(struct layout *layout, const struct figures_plan *planned,
                      struct set_figure *set)
{
    const struct text_style *style = &layout->theme->figure_label;
    const struct text_span label = { set->label_words, style, NULL };
    const struct text_span base = { planned->base_words, style, NULL };

    set->label = text_wrap(layout->text, &layout->arena, &label, 1, set->width, 0);
    if (set->change != NULL)
        set->base = text_wrap(layout->text, &layout->arena, &base, 1, set->width, 0);
    return layout_is_well(layout);
}

static void measure(struct figures_plan *planned, const struct theme *theme)
{
    double change = 0, n_rows;

    for (size_t i = 0; i < planned->n; i++) {
        const struct set_figure *set = &planned->figures[i];
        planned->label_height = larger(planned->label_height, set->label->height);
        if (set->change != NULL)
            change = larger(change, theme->figure_change.leading +
                                        (planned->base_beside ? 0 : set->base->height));
    }
    planned->row_height =
        planned->label_height + theme->figure_value.leading + (change > 0 ? 4 + change : 0);
    n_rows = (double)((planned->n + planned->n_columns - 1) / planned->n_columns);
    planned->plan.least = planned->plan.wanted =
        rhythm(n_rows * planned->row_height + (n_rows - 1) * 12);
}

static void draw_arrow(struct scene *scene, double x, double baseline, double direction,
                       struct color color)
{
    double height = ARROW * 0.8, foot = baseline - 0.6, tip = foot - height;

    if (direction < 0) {
        double swap = foot;
        foot = tip;
        tip = swap;
    }
    scene_open_role(scene, ROLE_ARTIFACT);
    scene_move_to(scene, x, foot);
    scene_line_to(scene, x + ARROW, foot);
    scene_line_to(scene, x + ARROW / 2, tip);
    scene_close_path(scene);
    scene_fill(scene, color);
    scene_close(scene);
}

/* Lines behind each other on a baseline, the first `behind` from where the figure's
 * place at x begins; returns where the last one ends. */
static double draw_lines(const struct layout *layout, const struct set_figure *set,
                         struct scene *scene, const struct text_line *const *lines, size_t n,
                         double gap, double x, double behind, double baseline)
{
    for (size_t i = 0; i < n; i++) {
        if (lines[i] == NULL)
            continue;
        behind += i > 0 ? gap : 0;
        text_line_draw(lines[i], scene,
                       x + layout_place(layout, behind, lines[i]->width, set->width), baseline,
                       ALIGN_LEFT);
        behind += lines[i]->width;
    }
    return behind;
}

static void draw_change(struct layout *layout, const struct figures_plan *planned,
                        const struct set_figure *set, struct scene *scene, double x, double y)
{
    const struct text_line *const lines[] = { set->change, set->change_mark };
    double leading = layout->theme->figure_change.leading, baseline = y + leading * 0.77;

    if (set->direction != 0)
        draw_arrow(scene, x + layout_place(layout, 0, ARROW, set->width), baseline, set->direction,
                   layout->theme->ink);
    double behind = draw_lines(layout, set, scene, lines, 2, planned->unit_gap, x,
                               set->direction != 0 ? ARROW + ARROW_GAP : 0, baseline);
    if (planned->base_beside)
        draw_lines(layout, set, scene, set->base->lines, 1, 0, x, behind + planned->unit_gap,
                   baseline);
    else
        layout_draw_text(layout, set->base, scene, x, y + leading, set->width);
}

/* One paragraph, read as "Turnover, 2023 $31.5 bn +30.1% on a year earlier". */
static void draw_figure(struct layout *layout, const struct figures_plan *planned,
                        const struct set_figure *set, struct scene *scene, double x, double y)
{
    const struct theme *theme = layout->theme;
    const struct group group = { .role = ROLE_PARAGRAPH, .label = set->label_words };
    const struct text_line *const value[] = { set->value, set->unit, set->mark };
    double below = y + planned->label_height + theme->figure_value.leading;

    scene_open(scene, &group);
    layout_draw_text(layout, set->label, scene, x, y + planned->label_height - set->label->height,
                     set->width);
    draw_lines(layout, set, scene, value, 3, planned->unit_gap, x, 0,
               below - theme->figure_value.leading * 0.16);
    if (set->change != NULL)
        draw_change(layout, planned, set, scene, x, below + 4);
    scene_close(scene);
}

static void draw(struct layout *layout, struct plan *plan, struct scene *scene, double x, double y,
                 size_t first, size_t n)
{
    const struct figures_plan *planned = (const struct figures_plan *)plan;

    (void)first;
    (void)n;
    for (size_t i = 0; i < planned->n; i++) {
        const struct set_figure *set = &planned->figures[i];
        double left = x + layout_place(layout, set->left, set->width, plan->width);
        double rule = x + layout_place(layout, set->left - layout->gutter / 2, 0, plan->width);
        double top = y + (double)(i / planned->n_columns) * (planned->row_height + 12);

        if (i % planned->n_columns > 0)
            layout_hairline(scene, rule, top + 1, rule, top + planned->row_height,
                            layout->theme->hairline, 0.5);
        draw_figure(layout, planned, set, scene, left, top);
    }
}

static const struct plan_operations operations = { .draw = draw };

static bool set_figures(struct layout *layout, struct figures_plan *planned,
                        const struct figures *figures)
{
    const struct key_figure *figure = figures->first;

    planned->base_words = format_word(layout->text, WORD_ON_YEAR_BEFORE);
    planned->base_width =
        text_width(layout->text, planned->base_words, &layout->theme->figure_label);
    planned->unit_gap = layout->theme->figure_value.size * 0.1;
    planned->n = figures->n;
    planned->figures = arena_array(&layout->arena, struct set_figure, figures->n);
    if (planned->figures == NULL)
        return false;
    for (size_t i = 0; i < figures->n; i++, figure = figure->next) {
        struct set_figure *set = &planned->figures[i];
        set->label_words = label_words(layout, figure);
        if (set->label_words == NULL ||
            !set_value(layout, figure, layout->theme->figure_value.size, set) ||
            !set_change(layout, figure, set))
            return false;
    }
    return true;
}

struct plan *figures_plan(struct layout *layout, const struct block *block, double width)
{
    const struct figures *figures = (const struct figures *)block;
    struct figures_plan *planned = plan_new(layout, &operations, sizeof *planned, width);

    if (planned == NULL || !set_figures(layout, planned, figures))
        return NULL;
    if (block->next != NULL && block->next->type == &block_row)
        planned->n_edges = block_row_lefts(layout, block->next, width, planned->edges, MOST_PLACES);
    if (!place(layout, planned, figures->first))
        return NULL;
    for (size_t i = 0; i < planned->n; i++)
        if (!set_lines(layout, planned, &planned->figures[i]))
            return NULL;
    measure(planned, layout->theme);
    planned->plan.above = 16;
    return &planned->plan;
}
