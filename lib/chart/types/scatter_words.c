/* scatter_words.c - what the axes of a scatter plot and the areas of bubbles are called, and how it is
 * told in words. */
#include <string.h>

#include "base/strings.h"
#include "chart/model/course.h"
#include "chart/plan.h"
#include "chart/types/density.h"
#include "chart/types/scatter.h"
#include "chart/words/names.h"
#include "chart/words/speech.h"
#include "chart/words/words.h"
#include "series/series.h"
#include "text/format.h"

size_t scatter_measures(const struct plot *plot)
{
    return plot->type == &bubble_type ? 3 : 2;
}

/* "USD", "USD/kg" */
static bool begins_with_currency(const char *unit)
{
    for (size_t i = 0; i < 3; i++)
        if (unit[i] < 'A' || unit[i] > 'Z')
            return false;
    return unit[3] == '\0' || unit[3] == '/';
}

/* Indicators that files write as codes, in the language; money and prices are told by their unit where
 * the file names no indicator. */
static const char *measure_of(const struct plot *plot, const sheaf_series *series)
{
    static const struct {
        const char *indicator;
        enum word word;
    } known[] = { { "value", WORD_VALUE },
                  { "quantity", WORD_QUANTITY },
                  { "unit value", WORD_UNIT_VALUE } };
    const char *measure = series_measure(series), *unit = sheaf_series_unit(series);

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (string_equal_ignoring_case(measure, known[i].indicator))
            return format_word_inside(plot->pen.text, known[i].word);
    if (measure[0] != '\0' || !begins_with_currency(unit))
        return measure;
    return format_word_inside(plot->pen.text,
                              strchr(unit, '/') != NULL ? WORD_UNIT_VALUE : WORD_VALUE);
}

static const char *flow_of(const struct plot *plot, const sheaf_series *series)
{
    const char *flow = format_flow(plot->pen.text, sheaf_series_flow(series));

    return flow != NULL ? flow : "";
}

/* Whether no other measure has the same words. */
static bool is_told_by(const struct plot *plot, const struct scatter *scatter,
                       const sheaf_series *series,
                       const char *(*words)(const struct plot *, const sheaf_series *))
{
    size_t same = 0;

    for (size_t k = 0; k < scatter_measures(plot); k++)
        same += strcmp(words(plot, series), words(plot, scatter->models[k]->series[0].series)) == 0;
    return same == 1;
}

/* The flow, where it tells the measure from the others, else the indicator, else what there is of both. */
static const char *name_of(const struct plot *plot, const struct scatter *scatter,
                           const sheaf_series *series)
{
    const char *flow = flow_of(plot, series), *measure = measure_of(plot, series);

    if (measure[0] == '\0' || is_told_by(plot, scatter, series, flow_of))
        return flow[0] != '\0' ? flow : measure;
    if (flow[0] == '\0' || is_told_by(plot, scatter, series, measure_of))
        return measure;
    return arena_format(plot->pen.arena, "%s%s%s", flow,
                        punctuation_of(text_locale(plot->pen.text))->comma, measure);
}

/* "Exports, USD billion" */
static const char *head_of(const struct plot *plot, const struct scatter *scatter,
                           const struct model *model)
{
    const char *words = name_of(plot, scatter, model->series[0].series);
    const char *name = words != NULL ? capitalized(plot->pen.arena, words) : NULL;
    const char *unit = format_unit(plot->pen.text, plot->pen.arena, model->unit, model->multiplier);

    if (name == NULL || unit == NULL || name[0] == '\0' || unit[0] == '\0')
        return unit == NULL || name == NULL ? NULL : name[0] == '\0' ? unit : name;
    return arena_format(plot->pen.arena, "%s%s%s", name,
                        punctuation_of(text_locale(plot->pen.text))->comma, unit);
}

bool scatter_set_heads(const struct plot *plot, struct scatter *scatter)
{
    for (size_t k = 0; k < scatter_measures(plot); k++) {
        scatter->heads[k] = head_of(plot, scatter, scatter->models[k]);
        if (scatter->heads[k] == NULL)
            return false;
    }
    return true;
}

enum { MIN_PAIRED = 3 };

/* Of all pairs of dots: in how many one has the larger figure of both measures. It tells the direction
 * of the relation, and can be counted again. */
static void say_pairs(struct speech *speech, const struct scatter *scatter)
{
    struct text *text = speech->plan->pen.text;
    struct arena *arena = speech->plan->pen.arena;
    const struct model_series *x = scatter->models[SCATTER_X]->series;
    const struct model_series *y = scatter->models[SCATTER_Y]->series;
    size_t pairs = scatter->n * (scatter->n - 1) / 2, rising = 0, falling = 0;

    if (scatter->n < MIN_PAIRED)
        return;
    for (size_t i = 0; i < scatter->n; i++)
        for (size_t k = 0; k < i; k++) {
            int both = figure_order(&x[i].figures[0], &x[k].figures[0]) *
                       figure_order(&y[i].figures[0], &y[k].figures[0]);
            rising += both > 0;
            falling += both < 0;
        }
    const struct blank blanks[] = { { "pairs", format_number(text, arena, (double)pairs, 0) },
                                    { "rising", format_number(text, arena, (double)rising, 0) },
                                    { "falling", format_number(text, arena, (double)falling, 0) } };
    const char *words = format_trend(text, arena, TREND_PAIRS, blanks, 3);
    speech_say(speech, words != NULL ? capitalized(arena, words) : NULL);
}

/* Extents, the densest square and the direction. */
static void speak_densely(struct speech *speech)
{
    const struct plot *plot = &speech->plan->plots[0];
    struct scatter *scatter = plot->marks;
    struct scale y = value_axis_scale(plot, &scatter->y);
    double *values[2] = { arena_array(plot->pen.arena, double, scatter->n),
                          arena_array(plot->pen.arena, double, scatter->n) };
    enum word counted = names_counted(speech->plan->model);

    scatter_place(plot, scatter);
    struct density *density = scatter_density(plot, scatter);
    if (density == NULL || values[0] == NULL || values[1] == NULL) {
        speech_say(speech, NULL);
        return;
    }
    for (size_t k = SCATTER_X; k <= SCATTER_Y; k++)
        for (size_t i = 0; i < scatter->n; i++)
            values[k][i] = scatter->models[k]->series[i].figures[0].value;
    const struct density_axis axes[2] = {
        { scatter->heads[SCATTER_X], &scatter->x.scale, scatter->models[SCATTER_X]->extent },
        { scatter->heads[SCATTER_Y], &y, scatter->models[SCATTER_Y]->extent }
    };
    density_speak(speech, density, axes, counted);
    density_say_pairs(speech, values[0], values[1], scatter->n);
}

/* "China – Exports, USD billion: 14.7; Imports, USD billion: 16.8." */
void scatter_speak(struct speech *speech)
{
    const struct plot *plot = &speech->plan->plots[0];
    const struct scatter *scatter = plot->marks;

    size_t said = 0;

    if (scatter_is_dense(speech->plan)) {
        speak_densely(speech);
        return;
    }
    for (; said < scatter->n && (said == 0 || speech_has_room(speech, NULL)); said++) {
        const char *words = NULL;
        for (size_t k = 0; k < scatter_measures(plot); k++) {
            const struct model *model = scatter->models[k];
            const struct blank blanks[] = {
                { "period", scatter->heads[k] },
                { "amount", pen_spoken(&plot->pen, model, &model->series[said].figures[0], false) }
            };
            words = speech_list(
                speech, words,
                format_phrase(plot->pen.text, plot->pen.arena, PHRASE_FIGURE, blanks, 2));
        }
        const struct blank blanks[] = {
            { "series", scatter->models[SCATTER_Y]->series[said].label }, { "figures", words }
        };
        speech_say(speech,
                   format_phrase(plot->pen.text, plot->pen.arena, PHRASE_SERIES, blanks, 2));
    }
    speech_say_more(speech, scatter->n - said);
    say_pairs(speech, scatter);
}
