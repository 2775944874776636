/* alternative.c - what the chart says, in words, for those who do not see it: its
 * type, what it measures, and its figures; of long series the ends and extremes. */
#include <math.h>
#include <string.h>

#include "chart/words/speech.h"
#include "chart/words/words.h"
#include "text/format.h"

/* Figures of a series that are read out one by one. */
enum { MOST_SPOKEN = 12 };

void speech_say(const struct speech *speech, const char *text)
{
    buffer_text(speech->into, text != NULL ? text : "");
}

static void say_figure(const struct speech *speech, const struct model_series *series,
                       size_t period)
{
    struct chart_plan *plan = speech->plan;
    const struct figure *figure = &series->figures[period];
    const char *word = pen_status_words(&plan->pen, figure);

    speech_say(speech, pen_period_text(&plan->pen, plan->model->periods[period]));
    speech_say(speech, ": ");
    if (isnan(figure->value)) {
        speech_say(speech, word != NULL ? word : format_word(plan->pen.text, WORD_NO_VALUE));
        return;
    }
    speech_say(speech, pen_amount(&plan->pen, plan->model, figure, false));
    if (word != NULL) {
        speech_say(speech, " (");
        speech_say(speech, word);
        speech_say(speech, ")");
    }
}

static void say_all(const struct speech *speech, const struct model_series *series)
{
    for (size_t i = 0; i < speech->plan->model->n_periods; i++) {
        speech_say(speech, i > 0 ? "; " : "");
        say_figure(speech, series, i);
    }
}

static void say_named(const struct speech *speech, const struct model_series *series,
                      enum chart_word word, size_t period)
{
    speech_say(speech, chart_word(speech->locale, word));
    speech_say(speech, " ");
    say_figure(speech, series, period);
}

static void say_summary(const struct speech *speech, const struct model_series *series)
{
    size_t n = speech->plan->model->n_periods, first = n, low = n, high = n;

    for (size_t i = 0; i < n; i++) {
        double value = series->figures[i].value;
        if (isnan(value))
            continue;
        if (first == n)
            first = low = high = i;
        low = value < series->figures[low].value ? i : low;
        high = value > series->figures[high].value ? i : high;
    }
    if (first == n) {
        speech_say(speech, format_word(speech->plan->pen.text, WORD_NO_VALUE));
        return;
    }
    say_named(speech, series, CHART_WORD_FIRST, first);
    speech_say(speech, ", ");
    say_named(speech, series, CHART_WORD_LAST, model_last(speech->plan->model, series));
    speech_say(speech, ", ");
    say_named(speech, series, CHART_WORD_LOWEST, low);
    speech_say(speech, ", ");
    say_named(speech, series, CHART_WORD_HIGHEST, high);
}

void speech_say_series(const struct speech *speech)
{
    const struct model *model = speech->plan->model;
    const char *unit = format_unit(speech->plan->pen.text, speech->plan->pen.arena, model->unit,
                                   model->multiplier);

    speech_say(speech, unit != NULL && unit[0] != '\0' ? ", " : "");
    speech_say(speech, unit);
    for (size_t i = 0; i < model->n_series; i++) {
        speech_say(speech, ". ");
        speech_say(speech, model->series[i].label);
        speech_say(speech, " \xE2\x80\x93 ");
        if (model->n_periods <= MOST_SPOKEN)
            say_all(speech, &model->series[i]);
        else
            say_summary(speech, &model->series[i]);
    }
    speech_say(speech, ".");
}

/* "Imports grew faster. Bar chart, USD billion. Exports: 2022 13 (derived), …" */
static const char *speak(struct chart_plan *plan)
{
    struct buffer buffer;
    struct speech speech = { plan, &buffer, text_locale(plan->pen.text) };

    buffer_init(&buffer, &plan->pen.arena->alloc, text_error(plan->pen.text));
    if (plan->title != NULL) {
        const char *title = plan->title;
        bool ends = strchr(".!?", title[strlen(title) - 1]) != NULL;
        speech_say(&speech, title);
        speech_say(&speech, ends ? " " : ". ");
    }
    speech_say(&speech, chart_word(speech.locale, plan->type->word));
    plan->type->speak(&speech);
    char *text = buffer.failed ? NULL : arena_text(plan->pen.arena, buffer.bytes, buffer.length);
    buffer_free(&buffer);
    return text;
}

const char *plan_alternative(struct chart_plan *plan)
{
    if (plan->chart->alternative != NULL)
        return plan->chart->alternative;
    return speak(plan);
}
