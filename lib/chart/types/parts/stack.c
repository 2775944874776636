/* stack.c - parts on each other, from zero. */
#include "chart/types/parts/stack.h"

#include <math.h>

#include "chart/plan.h"
#include "chart/words/amounts.h"
#include "chart/words/speech.h"
#include "chart/words/words.h"
#include "text/format.h"

/* The first parts, of which the largest, whose shares are told in any case. */
enum { ALWAYS_SHARES = 4 };

size_t stack_first(const struct model *model)
{
    return model->begins_with_total ? 1 : 0;
}

bool stack_span(const struct model *model, size_t series, size_t period, double *from, double *to)
{
    double value = model->series[series].figures[period].value;

    *from = *to = 0;
    if (isnan(value))
        return false;
    for (size_t i = stack_first(model); i < series; i++) {
        double below = model->series[i].figures[period].value;
        if (!isnan(below) && (below < 0) == (value < 0))
            *from += below;
    }
    *to = *from + value;
    return true;
}

struct extent stack_reach(const struct model *model, size_t period)
{
    struct extent reach = { 0, 0 };

    for (size_t i = stack_first(model); i < model->n_series; i++) {
        double value = model->series[i].figures[period].value;
        if (value < 0)
            reach.low += value;
        else if (value > 0)
            reach.high += value;
    }
    return reach;
}

struct extent stack_extent(const struct plot *plot)
{
    struct extent extent = { 0, 0 };

    for (size_t i = 0; i < plot->model->n_periods; i++) {
        struct extent reach = stack_reach(plot->model, i);
        extent.low = fmin(extent.low, reach.low);
        extent.high = fmax(extent.high, reach.high);
    }
    return extent;
}

bool stack_is_mixed(const struct model *model)
{
    for (size_t i = 0; i < model->n_periods; i++) {
        struct extent reach = stack_reach(model, i);
        if (reach.low < 0 && reach.high > 0)
            return true;
    }
    return false;
}

size_t stack_last(const struct model *model)
{
    for (size_t period = model->n_periods; period > 0; period--)
        for (size_t i = stack_first(model); i < model->n_series; i++)
            if (!isnan(model->series[i].figures[period - 1].value))
                return period - 1;
    return model->n_periods - 1;
}

bool stack_is_of_shares(const struct model *model)
{
    return !model->begins_with_total;
}

void stack_place_names(const struct plot *plot, struct part_names *names, const struct scale *scale)
{
    for (size_t i = 0; i < names->n; i++) {
        struct part_name *name = &names->items[i];
        double from, to;
        if (name->series < stack_first(plot->model)) /* the total, at its dot */
            from = to = plot->model->series[name->series].figures[names->period].value;
        else
            stack_span(plot->model, name->series, names->period, &from, &to);
        name->wanted = (scale_position(scale, from) + scale_position(scale, to)) / 2;
    }
}

static bool is_drawn(const struct model *model, size_t series)
{
    for (size_t period = 0; period < model->n_periods; period++) {
        double value = model->series[series].figures[period].value;
        if (!isnan(value) && value != 0)
            return true;
    }
    return false;
}

/* Parts that are drawn, but have no figure in the last period, where the names stand. */
static void explain_ended(struct plot *plot, size_t last)
{
    const struct model *model = plot->model;

    for (size_t i = stack_first(model); i < model->n_series; i++)
        if (isnan(model->series[i].figures[last].value) && is_drawn(model, i))
            legend_add_series(plot->plan, i, i + 1, SWATCH_BAR);
}

double stack_measure_names(struct plot *plot, struct part_names *names, size_t last,
                           bool with_values, double plot_height)
{
    const struct model *model = plot->model;
    size_t first = stack_is_mixed(model) ? 0 : stack_first(model);
    const struct scale scale = { .type = plot->scale,
                                 .low = plot->extent.low,
                                 .high = plot->extent.high > plot->extent.low
                                             ? plot->extent.high
                                             : plot->extent.low + 1,
                                 .from = plot_height,
                                 .to = plot->pen.theme->label.leading };

    for (int value = with_values ? 1 : 0; value >= 0; value--) {
        if (!part_names_set(plot, names, first, last, value == 1, plot_height))
            continue;
        stack_place_names(plot, names, &scale);
        bool moved = part_names_spread(plot, names, 0, plot_height);
        names->beside = (moved ? 1.7 : 0.6) * plot->pen.em;
        if (names->n == 0)
            continue;
        explain_ended(plot, last);
        return names->beside + names->width;
    }
    names->n = 0;
    legend_add_series(plot->plan, stack_first(model), model->n_series, SWATCH_BAR);
    return 0;
}

static const char *spoken_share(const struct speech *speech, double value)
{
    const struct amount share = { .value = value, .low = value, .high = value, .unit = "%" };

    return amount_speech(speech->plan->pen.text, speech->plan->pen.arena, &share, AMOUNT_WHOLE);
}

/* "China 34%": of the total in the last period, if it is one of positive parts. NULL: none. */
static const char *share_words(const struct speech *speech, const struct model_series *part,
                               size_t period)
{
    const struct chart_plan *plan = speech->plan;
    const struct figure *figure = &part->figures[period];
    double total = plan->model->series[0].figures[period].value;

    if (!(total > 0) || !(figure->value >= 0))
        return NULL;
    const char *text = spoken_share(speech, figure->value / total * 100);
    return text != NULL ? arena_format(plan->pen.arena, "%s %s", part->label, text) : NULL;
}

/* "Shares in 2023: China 34%; Germany 12%". */
static void say_shares(struct speech *speech)
{
    struct chart_plan *plan = speech->plan;
    const struct model *model = plan->model;
    size_t last = stack_last(model);
    const char *shares = NULL;

    bool says_moved = last > 0 && model->n_series - stack_first(model) == 2; /* so tells both */

    if (stack_is_of_shares(model) || stack_is_mixed(model) || says_moved)
        return;
    size_t i = stack_first(model);
    for (; i < model->n_series && (i < ALWAYS_SHARES || speech_has_room(speech, shares)); i++) {
        const char *words = share_words(speech, &model->series[i], last);
        if (words != NULL)
            shares = speech_list(speech, shares, words);
    }
    shares = shares != NULL ? speech_list_more(speech, shares, model->n_series - i) : NULL;
    if (shares == NULL)
        return;
    const struct blank blanks[] = { { "period", pen_period_text(&plan->pen, model->periods[last]) },
                                    { "shares", shares } };
    speech_say(speech, format_phrase(plan->pen.text, plan->pen.arena, PHRASE_SHARES_IN, blanks, 2));
}

/* In per cent of the total; NaN: there is no total, or a part is negative. */
static double share_in(const struct model *model, size_t part, size_t period)
{
    double value = model->series[part].figures[period].value;
    double total = stack_is_of_shares(model) ? 100 : model->series[0].figures[period].value;

    return total > 0 && value >= 0 ? value / total * 100 : NAN;
}

/* As it is drawn, where shares are. */
static const char *part_share(const struct speech *speech, size_t part, size_t period)
{
    const struct chart_plan *plan = speech->plan;

    return stack_is_of_shares(plan->model)
               ? pen_spoken(&plan->pen, plan->model, &plan->model->series[part].figures[period],
                            true)
               : spoken_share(speech, share_in(plan->model, part, period));
}

/* Whose share changed most from the first period to the last. */
static void say_moved_share(struct speech *speech)
{
    const struct chart_plan *plan = speech->plan;
    const struct model *model = plan->model;
    size_t last = stack_last(model), found = model->n_series;
    double most = 0;

    if (stack_is_mixed(model) || last == 0)
        return;
    for (size_t i = stack_first(model); i < model->n_series; i++) {
        double change = fabs(share_in(model, i, last) - share_in(model, i, 0));
        if (change > most + 1e-6) { /* two parts change alike: the first is told */
            most = change;
            found = i;
        }
    }
    if (found == model->n_series)
        return;
    const struct blank blanks[] = { { "name", model->series[found].label },
                                    { "first", part_share(speech, found, 0) },
                                    { "last", part_share(speech, found, last) } };
    const char *words = format_trend(plan->pen.text, plan->pen.arena, TREND_SHARE_MOVED, blanks, 3);
    speech_say(speech, words != NULL ? capitalized(plan->pen.arena, words) : NULL);
}

void stack_speak(struct speech *speech)
{
    speech_say_series(speech);
    say_shares(speech);
    say_moved_share(speech);
}
