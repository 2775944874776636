/* waterfall.c - why a total changed: its first figure, what each part added or took, its last. */
#include <math.h>
#include <string.h>

#include "chart/model/parts.h"
#include "chart/plan.h"
#include "chart/types/parts/waterfall.h"
#include "chart/words/change.h"
#include "chart/words/speech.h"

/* Width of a column with its gap, in ems, that names and values need; and how many contributions are
 * shown, with "other" among them. */
static const double pitch_wanted = 5.6;
enum { MIN_CONTRIBUTIONS = 2, MAX_CONTRIBUTIONS = 9, NAME_LINES = 3, MOST_NAME_LINES = 5 };
/* Of a plot so many ems high names take more lines. */
static const double tall = 24;
/* Gap between columns as a share of a column, and a column's maximum width in ems. */
static const double column_gap = 0.5, widest_column = 12;

/* Steps */

static void add_step(struct waterfall *waterfall, struct step step)
{
    waterfall->steps[waterfall->n++] = step;
}

/* The total as it was, the contributions, the total as it is. Of one period, contributions begin at
 * zero. */
static bool find_steps(const struct plot *plot, struct waterfall *waterfall)
{
    const struct model *model = plot->model;
    const struct model_series *total = &model->series[0];
    size_t last = model->n_periods - 1;
    double level = last > 0 ? total->figures[0].value : 0;

    waterfall->steps = arena_array(plot->pen.arena, struct step, model->n_series + 2);
    waterfall->bands = arena_array(plot->pen.arena, struct band, model->n_series + 2);
    if (waterfall->steps == NULL || waterfall->bands == NULL)
        return false;
    waterfall->n = 0;
    if (last > 0)
        add_step(waterfall, (struct step){ .to = level, .is_total = true });
    for (size_t i = 1; i < model->n_series; i++) {
        double change = model->series[i].figures[last].value;
        add_step(waterfall,
                 (struct step){ .series = i, .period = last, .from = level, .to = level + change });
        level += isnan(change) ? 0 : change;
    }
    add_step(waterfall,
             (struct step){ .period = last, .to = total->figures[last].value, .is_total = true });
    return true;
}

/* From the least to the largest level that the contributions reach. */
static struct extent reach_of_changes(const struct waterfall *waterfall)
{
    struct extent reach = { INFINITY, -INFINITY };

    for (size_t i = 0; i < waterfall->n; i++) {
        const struct step *step = &waterfall->steps[i];
        if (isnan(step->to))
            continue;
        reach.low = fmin(reach.low, step->is_total ? step->to : fmin(step->from, step->to));
        reach.high = fmax(reach.high, step->is_total ? step->to : fmax(step->from, step->to));
    }
    return reach;
}

/* Words */

static struct text_line *value_label(const struct plot *plot, const struct step *step,
                                     bool with_unit)
{
    const struct figure *figure = waterfall_figure(plot, step);
    const char *words;

    if (isnan(figure->value))
        words = pen_blank(&plot->pen, figure);
    else if (step->is_total)
        words =
            pen_flagged(&plot->pen, pen_amount(&plot->pen, plot->model, figure, with_unit), figure);
    else
        words = pen_flagged(&plot->pen, pen_change(&plot->pen, plot->model, figure, false), figure);
    return pen_label(&plot->pen, words, &plot->pen.theme->label_strong);
}

/* Chinese and its kin break between any two characters. */
static bool breaks_anywhere(const char *word)
{
    return (unsigned char)word[0] >= 0xE3 && (unsigned char)word[0] <= 0xED;
}

/* A word that is wider than its column's room would be broken anywhere. */
static bool breaks_a_word(const struct plot *plot, const char *name, const struct text_style *style,
                          double most)
{
    for (const char *at = name; *at != '\0';) {
        size_t n = strcspn(at, " ");
        const char *word = arena_text(plot->pen.arena, at, n);
        if (word == NULL ||
            (!breaks_anywhere(word) && text_width(plot->pen.text, word, style) > most))
            return true;
        at += n + (at[n] == ' ');
    }
    return false;
}

static const char *name_of(const struct plot *plot, const struct step *step)
{
    const struct model_series *series = &plot->model->series[step->series];

    return step->is_total && plot->model->n_periods > 1
               ? plot_period_name(plot, plot->model->periods[step->period])
               : series->label;
}

/* A country whose name has no room by its code. No word is broken: one that has no room is cut. */
static struct text_block *name_label(const struct plot *plot, const struct step *step, double most,
                                     size_t lines)
{
    const struct model_series *series = &plot->model->series[step->series];
    struct text_style style = plot->pen.theme->label;
    const char *name = name_of(plot, step);

    if (step->is_total)
        style.color = plot->pen.theme->ink;
    if (name == NULL)
        return NULL;
    if (series->code != NULL && breaks_a_word(plot, name, &style, most))
        name = series->code;
    struct text_block *words = NULL;
    if (!breaks_a_word(plot, name, &style, most))
        words = text_wrap_words(plot->pen.text, plot->pen.arena, name, &style, most, lines, NULL);
    const struct text_span span = { .utf8 = name, .style = &style };
    return words != NULL ? words : text_wrap(plot->pen.text, plot->pen.arena, &span, 1, most, 1);
}

static double pitch_of(const struct waterfall *waterfall)
{
    return waterfall->bands[0].width * (1 + column_gap);
}

/* Values at their columns; false: one would be wider than its column's room. */
static bool set_values(const struct plot *plot, struct waterfall *waterfall)
{
    bool fits = plot->plan->detail < DETAIL_NO_AXIS;

    for (size_t i = 0; i < waterfall->n && fits; i++) {
        struct step *step = &waterfall->steps[i];
        step->value = value_label(plot, step, i == 0 && !plot->plan->unit_said);
        fits = line_width(step->value) <= pitch_of(waterfall) - 0.2 * plot->pen.em;
    }
    for (size_t i = 0; i < waterfall->n && !fits; i++)
        waterfall->steps[i].value = NULL;
    return fits;
}

static void set_names(const struct plot *plot, struct waterfall *waterfall, double plot_height)
{
    double most = pitch_of(waterfall) - 0.4 * plot->pen.em;
    size_t lines = plot_height > tall * plot->pen.em ? MOST_NAME_LINES : NAME_LINES;

    waterfall->names_height = 0;
    for (size_t i = 0; i < waterfall->n && plot->plan->detail < DETAIL_NO_AXIS; i++) {
        struct step *step = &waterfall->steps[i];
        step->name = name_label(plot, step, most, lines);
        if (step->name != NULL)
            waterfall->names_height = fmax(waterfall->names_height, step->name->height);
    }
}

/* Measuring */

static void place_columns(const struct plot *plot, struct waterfall *waterfall, double left)
{
    double end;

    waterfall->left = left;
    for (size_t i = 0; i < waterfall->n; i++)
        waterfall->bands[i] = (struct band){ .weight = 1 };
    end = bands_place(waterfall->bands, waterfall->n, left, plot->width - left, column_gap,
                      widest_column * plot->pen.em);
    waterfall->right = fmin(end, plot->width);
}

/* Whether a value that stands below its column would lie below the columns' lower end. */
static bool value_hangs_out(const struct waterfall *waterfall, struct extent extent)
{
    for (size_t i = 0; i < waterfall->n; i++) {
        const struct step *step = &waterfall->steps[i];
        if (!step->is_total && step->to < step->from &&
            step->to < extent.low + 0.12 * (extent.high - extent.low))
            return true;
    }
    return extent.low < 0;
}

/* Values at the columns need no axis. It has zero: the totals are columns, whose heights are compared. */
static void measure_bare_axis(struct plot *plot, struct waterfall *waterfall)
{
    double room = plot->pen.theme->label_strong.leading + 0.1 * plot->pen.em, below;
    struct extent extent = plot->extent;

    if (!(extent.low < extent.high))
        extent = (struct extent){ fmin(extent.low, 0), fmax(extent.high, extent.low + 1) };
    below = value_hangs_out(waterfall, extent) ? room : 0;
    value_axis_bare(plot, &waterfall->axis, extent, room, below);
}

static unsigned flags_shown(const struct plot *plot, const struct waterfall *waterfall)
{
    unsigned flags = 0;

    for (size_t i = 0; i < waterfall->n; i++)
        if (waterfall->steps[i].value != NULL)
            flags |= waterfall_figure(plot, &waterfall->steps[i])->flags;
    return flags;
}

/* Whether the period of the last column is not said: a single one has no column, a long one is cut,
 * and the line above the plot can say it. */
static bool period_is_lost(const struct plot *plot, const struct waterfall *waterfall)
{
    const struct text_block *name = waterfall->steps[waterfall->n - 1].name;
    bool may_be_said = plot->plan->detail < DETAIL_NO_AXIS && !plot->plan->short_period;

    return !plot->plan->period_said &&
           (plot->model->n_periods == 1 || (may_be_said && (name == NULL || name->cut)));
}

static void measure(struct plot *plot, double plot_height)
{
    struct waterfall *waterfall = arena_new(plot->pen.arena, struct waterfall);

    plot->marks = waterfall;
    if (waterfall == NULL || !find_steps(plot, waterfall))
        return;
    place_columns(plot, waterfall, 0);
    if (set_values(plot, waterfall)) {
        measure_bare_axis(plot, waterfall);
    } else {
        value_axis_measure(plot, &waterfall->axis, plot->extent, plot_height);
        place_columns(plot, waterfall, waterfall->axis.gutter);
    }
    set_names(plot, waterfall, plot_height);
    plot->plan->period_lost = period_is_lost(plot, waterfall);
    plot->foot = waterfall->names_height > 0 ? waterfall->names_height + 0.4 * plot->pen.em : 0;
    legend_add_styles(plot->plan, SWATCH_BAR);
    legend_add_flags(plot->plan, flags_shown(plot, waterfall));
}

/* The type */

static const sheaf_chart *gather(const struct chart_plan *plan)
{
    double columns = floor(plan->width / (pitch_wanted * plan->pen.em)) - 3;

    return parts_as_changes(plan,
                            (size_t)fmax(MIN_CONTRIBUTIONS, fmin(columns, MAX_CONTRIBUTIONS - 1)));
}

static void check(const struct plot *plot)
{
    const struct model *model = plot->model;

    for (size_t i = 0; i < model->n_periods; i++) {
        const char *period = pen_period_text(&plot->pen, model->periods[i]);
        if (!isnan(model->series[0].figures[i].value))
            continue;
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "the total of %s is not known, because a part of it is missing; leave that part out, "
             "or "
             "choose other periods",
             period != NULL ? period : "");
        return;
    }
    if (model->n_kinds > 1) {
        const char *first = pen_period_text(&plot->pen, model->periods[0]);
        const char *last = pen_period_text(&plot->pen, model->periods[1]);
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "a waterfall compares periods of one length, not %s and %s; choose the periods",
             first != NULL ? first : "", last != NULL ? last : "");
    }
}

static struct extent extent(const struct plot *plot)
{
    struct waterfall waterfall = { 0 };

    if (!find_steps(plot, &waterfall))
        return (struct extent){ 0, 1 };
    struct extent reach = reach_of_changes(&waterfall);
    return (struct extent){ fmin(reach.low, 0), fmax(reach.high, 0) };
}

static double min_height(const struct plot *plot)
{
    return 9 * plot->pen.em;
}

/* The total, then what each part changed. */
static void speak(struct speech *speech)
{
    const struct chart_plan *plan = speech->plan;
    const struct model *model = plan->model;
    size_t last = model->n_periods - 1;
    const char *changes = NULL;

    speech_say_one(speech, &model->series[0]);
    size_t i = 1;
    for (; i < model->n_series && (i + 1 == model->n_series || speech_has_room(speech, changes));
         i++) {
        const struct figure *figure = &model->series[i].figures[last];
        const char *words = isnan(figure->value) ? format_word(plan->pen.text, WORD_NO_VALUE)
                                                 : pen_spoken_change(&plan->pen, model, figure);
        if (words != NULL)
            words = arena_format(plan->pen.arena, "%s %s", model->series[i].label, words);
        changes = speech_list(speech, changes, words);
    }
    changes = speech_list_more(speech, changes, model->n_series - i);
    const struct blank blanks[] = { { "series", format_word(plan->pen.text, WORD_CHANGE) },
                                    { "figures", changes } };
    speech_say(speech, format_phrase(plan->pen.text, plan->pen.arena, PHRASE_SERIES, blanks, 2));
}

static struct value_axis *lengths_axis(const struct plot *plot)
{
    return &((struct waterfall *)plot->marks)->axis;
}

const struct chart_type waterfall_type = {
    .word = WORD_WATERFALL,
    .gather = gather,
    .check = check,
    .extent = extent,
    .measure = measure,
    .draw = waterfall_draw,
    .min_height = min_height,
    .lengths = LENGTHS_UPRIGHT,
    .lengths_axis = lengths_axis,
    .speak = speak,
};
