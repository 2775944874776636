/* figures_plan.c - key figures in a row, between hairlines: the label, the value as
 * large as the narrowest place allows, and its change under it.
 *
 * All values of a block have one size and one baseline. What stands after a
 * value's last digit (its scale and unit) is smaller than the value. */
#include <string.h>

#include "base/strings.h"
#include "data/period.h"
#include "sheet/block_figures.h"
#include "text/format.h"

#define NARROWEST 84.0 /* of a figure's place; more of them go on in a second row */
#define ARROW     5.5  /* width of the mark before a change */

struct set_figure {
    struct text_block *label, *change;
    struct text_line *value, *unit, *mark; /* unit, mark: NULL for none */
    double direction;                      /* of the change: its sign */
    const char *summary;
};

struct figures_plan {
    struct plan plan;
    struct set_figure *figures;
    size_t n, n_columns;
    double column_width;
    double label_height, value_height, row_height;
};

/* The gap between a value's number and the smaller unit behind it. */
static double unit_gap(const struct figures_plan *planned)
{
    return planned->value_height * 0.09;
}

/* Where a value's large part ends: behind its last digit of any script. */
static size_t number_length(const char *value)
{
    const char *at = value, *end = value + strlen(value), *behind = value;

    while (at < end) {
        uint32_t code = utf8_next(&at, end);
        bool is_digit = (code >= '0' && code <= '9') || (code >= 0x660 && code <= 0x669) ||
                        (code >= 0x6F0 && code <= 0x6F9);
        if (is_digit || code == '%' || code == 0x66A)
            behind = at;
    }
    return behind > value ? (size_t)(behind - value) : strlen(value);
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
    const sheaf_observation *observation = &figure->observation;
    const char *unit = sheaf_series_unit(figure->series);

    if (strcmp(unit, "%") == 0)
        return format_percent(layout->text, &layout->arena, observation->value,
                              observation->decimals, false);
    return format_amount(layout->text, &layout->arena, observation->value, unit,
                         sheaf_series_multiplier(figure->series), observation->decimals);
}

/* The value's parts at a size. */
static bool set_value(struct layout *layout, const struct key_figure *figure, double size,
                      struct set_figure *set)
{
    const struct theme *theme = layout->theme;
    struct text_style large = theme->figure_value, small = theme->figure_unit;
    struct text_style mark = theme->figure_label;
    const char *value = write_value(layout, figure);
    const char *letters = mark_text(&figure->observation, &layout->arena);

    if (value == NULL || letters == NULL)
        return false;
    small.size *= size / large.size;
    large.size = size;
    mark.size = theme->note.size;
    mark.color = theme->weak;
    size_t n = number_length(value);
    const char *number = arena_text(&layout->arena, value, n), *unit = skip_blanks(value + n);
    if (number == NULL)
        return false;
    set->value = text_set(layout->text, &layout->arena, number, &large);
    set->unit = unit[0] != '\0' ? text_set(layout->text, &layout->arena, unit, &small) : NULL;
    set->mark = letters[0] != '\0' ? text_set(layout->text, &layout->arena, letters, &mark) : NULL;
    return layout_is_well(layout);
}

static double value_width(const struct figures_plan *planned, const struct set_figure *set)
{
    double gap = unit_gap(planned);

    return set->value->width + (set->unit != NULL ? gap + set->unit->width : 0) +
           (set->mark != NULL ? gap + set->mark->width : 0);
}

static const char *label_words(struct layout *layout, const struct key_figure *figure)
{
    sheaf_period period = figure->observation.period;

    if (figure->label != NULL)
        return markup_text(figure->label, layout->text, &layout->arena, period);
    const char *name = series_label(layout, figure->series);
    const char *when =
        format_period(layout->text, &layout->arena, period_interval(period), PERIOD_SHORT);
    return name != NULL && when != NULL ? arena_format(&layout->arena, "%s, %s", name, when) : NULL;
}

/* "+30.1 % on a year earlier", the figure strong. */
static bool set_change(struct layout *layout, const struct key_figure *figure, double width,
                       struct set_figure *set)
{
    struct text_style *weak = arena_new(&layout->arena, struct text_style);
    const sheaf_observation *change = &figure->change;

    if (figure->growth == NULL)
        return true;
    const char *percent =
        format_percent(layout->text, &layout->arena, change->value, change->decimals, true);
    const char *base =
        arena_format(&layout->arena, " %s", format_word(layout->text, WORD_ON_YEAR_BEFORE));
    const char *mark = mark_text(change, &layout->arena);
    if (weak == NULL || percent == NULL || base == NULL || mark == NULL)
        return false;
    *weak = layout->theme->figure_label;
    const struct text_span spans[] = {
        { percent, &layout->theme->figure_change, NULL },
        { base, weak, NULL },
        { " ", weak, NULL },
        { mark, weak, NULL },
    };
    set->direction = change->value;
    set->change = text_wrap(layout->text, &layout->arena, spans, mark[0] != '\0' ? 4 : 2,
                            width - ARROW - 3, 0);
    return set->change != NULL;
}

static bool set_figure(struct layout *layout, struct figures_plan *planned,
                       const struct key_figure *figure, struct set_figure *set)
{
    const char *words = label_words(layout, figure);
    const struct text_span span = { words, &layout->theme->figure_label, NULL };

    if (words == NULL || !set_value(layout, figure, layout->theme->figure_value.size, set) ||
        !set_change(layout, figure, planned->column_width, set))
        return false;
    set->summary = words;
    set->label = text_wrap(layout->text, &layout->arena, &span, 1, planned->column_width, 0);
    return set->label != NULL;
}

/* One size for all, at which the longest fits its place. */
static bool fit_values(struct layout *layout, struct figures_plan *planned,
                       const struct figures *figures)
{
    double widest = 0, size = layout->theme->figure_value.size;
    const struct key_figure *figure = figures->first;

    for (size_t i = 0; i < planned->n; i++) {
        double width = value_width(planned, &planned->figures[i]);
        widest = width > widest ? width : widest;
    }
    if (widest <= planned->column_width)
        return true;
    size *= planned->column_width / widest;
    size -= size > 12 ? 0.25 : 0; /* marks do not shrink along */
    for (size_t i = 0; i < planned->n; i++, figure = figure->next)
        if (!set_value(layout, figure, size, &planned->figures[i]))
            return false;
    return true;
}

static void measure(struct figures_plan *planned, const struct theme *theme)
{
    double change = 0;

    for (size_t i = 0; i < planned->n; i++) {
        const struct set_figure *set = &planned->figures[i];
        double below = set->change != NULL ? set->change->height : 0;

        if (set->label->height > planned->label_height)
            planned->label_height = set->label->height;
        change = below > change ? below : change;
    }
    planned->row_height = planned->label_height + theme->figure_value.leading + 4 + change;
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

static void draw_value(const struct figures_plan *planned, const struct set_figure *set,
                       struct scene *scene, double x, double baseline)
{
    double gap = unit_gap(planned);

    text_line_draw(set->value, scene, x, baseline, ALIGN_LEFT);
    x += set->value->width + gap;
    if (set->unit != NULL) {
        text_line_draw(set->unit, scene, x, baseline, ALIGN_LEFT);
        x += set->unit->width + gap;
    }
    if (set->mark != NULL)
        text_line_draw(set->mark, scene, x, baseline, ALIGN_LEFT);
}

static void draw_figure(struct layout *layout, const struct figures_plan *planned,
                        const struct set_figure *set, struct scene *scene, double x, double y)
{
    const struct theme *theme = layout->theme;
    const struct group group = { .role = ROLE_PARAGRAPH, .label = set->summary };
    double baseline = y + planned->label_height + theme->figure_value.leading * 0.84;
    double below = y + planned->label_height + theme->figure_value.leading + 4;

    scene_open(scene, &group);
    text_block_draw(set->label, scene, x, y, planned->column_width);
    draw_value(planned, set, scene, x, baseline);
    if (set->change != NULL) {
        double first = below + text_block_first_baseline(set->change);
        if (set->direction != 0)
            draw_arrow(scene, x, first, set->direction, theme->ink);
        text_block_draw(set->change, scene, x + (set->direction != 0 ? ARROW + 3 : 0), below,
                        planned->column_width);
    }
    scene_close(scene);
}

static void draw(struct layout *layout, struct plan *plan, struct scene *scene, double x, double y,
                 size_t first, size_t n)
{
    const struct figures_plan *planned = (const struct figures_plan *)plan;

    (void)first;
    (void)n;
    for (size_t i = 0; i < planned->n; i++) {
        size_t column = i % planned->n_columns, row = i / planned->n_columns;
        double left = x + (double)column * (planned->column_width + layout->gutter);
        double top = y + (double)row * (planned->row_height + 12);

        if (column > 0)
            layout_hairline(scene, left - layout->gutter / 2, top, left - layout->gutter / 2,
                            top + planned->row_height, layout->theme->hairline, 0.5);
        draw_figure(layout, planned, &planned->figures[i], scene, left, top);
    }
}

static const struct plan_operations operations = { .draw = draw };

/* As many columns as fit, and as even rows as can be. */
static size_t count_columns(const struct layout *layout, size_t n, double width)
{
    double fit = (width + layout->gutter) / (NARROWEST + layout->gutter);
    size_t most = fit < 1 ? 1 : (size_t)fit;
    size_t n_rows = (n + most - 1) / most;

    return (n + n_rows - 1) / n_rows;
}

struct plan *figures_plan(struct layout *layout, const struct block *block, double width)
{
    const struct figures *figures = (const struct figures *)block;
    const struct key_figure *figure = figures->first;
    struct figures_plan *planned = plan_new(layout, &operations, sizeof *planned, width);

    if (planned == NULL)
        return NULL;
    planned->n = figures->n;
    planned->n_columns = count_columns(layout, figures->n, width);
    planned->column_width =
        (width - (double)(planned->n_columns - 1) * layout->gutter) / (double)planned->n_columns;
    planned->value_height = layout->theme->figure_value.leading;
    planned->figures = arena_array(&layout->arena, struct set_figure, figures->n);
    if (planned->figures == NULL)
        return NULL;
    for (size_t i = 0; i < figures->n; i++, figure = figure->next)
        if (!set_figure(layout, planned, figure, &planned->figures[i]))
            return NULL;
    if (!fit_values(layout, planned, figures))
        return NULL;
    measure(planned, layout->theme);

    double n_rows = (double)((planned->n + planned->n_columns - 1) / planned->n_columns);
    planned->plan.least = planned->plan.wanted =
        rhythm(n_rows * planned->row_height + (n_rows - 1) * 12);
    planned->plan.above = 16;
    return &planned->plan;
}
