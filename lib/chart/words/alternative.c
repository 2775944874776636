/* alternative.c - what the chart says, in words, for those who do not see it: its
 * type, what it measures, and its figures; of long series the ends and extremes. */
#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "chart/guides/annotations.h"
#include "chart/words/speech.h"
#include "chart/words/subtitle.h"
#include "text/format.h"

/* Figures of a series that are read out one by one. */
enum { MAX_SPOKEN = 12 };

static const char *phrase(const struct speech *speech, enum own_phrase number,
                          const struct blank *blanks, size_t n)
{
    return format_phrase(speech->plan->pen.text, speech->plan->pen.arena, number, blanks, n);
}

static bool ends_sentence(const struct buffer *said)
{
    static const char *const ends[] = { ".", "!", "?", "…", "。", "！", "？", "؟" };

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t n = strlen(ends[i]);
        if (said->length >= n && memcmp(said->bytes + said->length - n, ends[i], n) == 0)
            return true;
    }
    return false;
}

/* Adds a sentence with its full stop, unless it ends with a mark of its own: titles may, and
 * abbreviated units ("АҚШ долл.") do. */
void speech_say(struct speech *speech, const char *sentence)
{
    const char *stop = speech->punctuation->full_stop, *space = stop;

    if (sentence == NULL) {
        speech->failed = true;
        return;
    }
    utf8_next(&space, stop + strlen(stop));
    if (speech->into->length > 0)
        buffer_text(speech->into, space);
    buffer_text(speech->into, sentence);
    if (!ends_sentence(speech->into))
        buffer_put(speech->into, stop, (size_t)(space - stop));
}

static const char *figure_words(const struct speech *speech, const struct model_series *series,
                                size_t period)
{
    struct chart_plan *plan = speech->plan;
    const struct figure *figure = &series->figures[period];
    const char *status = pen_status_words(&plan->pen, figure);
    struct blank blanks[] = {
        { "period", pen_period_text(&plan->pen, model_period(plan->model, series, period)) },
        { "amount", NULL },
        { "status", status }
    };

    if (isnan(figure->value)) {
        blanks[1].text = status != NULL ? status : format_word(plan->pen.text, WORD_NO_VALUE);
        return phrase(speech, PHRASE_FIGURE, blanks, 2);
    }
    blanks[1].text = pen_spoken(&plan->pen, plan->model, figure, false);
    return status != NULL ? phrase(speech, PHRASE_FIGURE_WITH_STATUS, blanks, 3)
                          : phrase(speech, PHRASE_FIGURE, blanks, 2);
}

const char *speech_list(const struct speech *speech, const char *before, const char *words)
{
    if (before == NULL || words == NULL)
        return words;
    return arena_format(speech->plan->pen.arena, "%s%s%s", before, speech->punctuation->semicolon,
                        words);
}

static const char *all_figures(const struct speech *speech, const struct model_series *series)
{
    const struct model *model = speech->plan->model;
    const char *words = NULL;
    size_t n = model->n_periods;

    if (model->is_of_years) /* the rest of a year is still to come */
        n = model_last(model, series) + 1;
    for (size_t i = 0; i < n; i++)
        words = speech_list(speech, words, figure_words(speech, series, i));
    return words;
}

static const char *summary(const struct speech *speech, const struct model_series *series)
{
    const struct model *model = speech->plan->model;
    size_t n = model->n_periods, first = n, low = n, high = n;

    for (size_t i = 0; i < n; i++) {
        double value = series->figures[i].value;
        if (isnan(value))
            continue;
        if (first == n)
            first = low = high = i;
        low = value < series->figures[low].value ? i : low;
        high = value > series->figures[high].value ? i : high;
    }
    if (first == n)
        return format_word_inside(speech->plan->pen.text, WORD_NO_VALUE);
    const struct blank blanks[] = {
        { "first", figure_words(speech, series, first) },
        { "latest", figure_words(speech, series, model_last(model, series)) },
        { "lowest", figure_words(speech, series, low) },
        { "highest", figure_words(speech, series, high) },
    };
    return phrase(speech, PHRASE_SUMMARY, blanks, 4);
}

/* Whether a figure needs to be heard beside the ends and extremes: why it is missing, or that it
 * cannot be compared with those before. */
static bool is_remarkable(const struct figure *figure)
{
    return isnan(figure->value) ? figure->flags != 0 : (figure->flags & 1U << FLAG_BREAK) != 0;
}

static const char *with_remarks(const struct speech *speech, const struct model_series *series,
                                const char *words)
{
    size_t said = 0;

    for (size_t i = 0; i < speech->plan->model->n_periods && said < MAX_SPOKEN; i++)
        if (is_remarkable(&series->figures[i])) {
            words = speech_list(speech, words, figure_words(speech, series, i));
            said++;
        }
    return words;
}

void speech_say_one(struct speech *speech, const struct model_series *series)
{
    bool is_long = speech->plan->model->n_periods > MAX_SPOKEN;
    const struct blank blanks[] = {
        { "series", series->label },
        { "figures", is_long ? with_remarks(speech, series, summary(speech, series))
                             : all_figures(speech, series) },
    };

    speech_say(speech, phrase(speech, PHRASE_SERIES, blanks, 2));
}

void speech_say_series(struct speech *speech)
{
    for (size_t i = 0; i < speech->plan->model->n_series; i++)
        speech_say_one(speech, &speech->plan->model->series[i]);
}

/* "Bar chart, Kazakhstan, exports, partner: China" */
static const char *type_and_scope(const struct speech *speech)
{
    struct chart_plan *plan = speech->plan;
    const char *type = format_word(plan->pen.text, plan->type->word);
    const char *scope = plan->model != NULL ? spoken_scope(plan) : "";

    if (scope == NULL || scope[0] == '\0')
        return scope != NULL ? type : NULL;
    return arena_format(plan->pen.arena, "%s%s%s", type, speech->punctuation->comma, scope);
}

/* "Bar chart, exports, USD billion." */
static void say_type(struct speech *speech)
{
    struct chart_plan *plan = speech->plan;
    const struct model *model = plan->model;
    const struct blank blanks[] = {
        { "type", type_and_scope(speech) },
        { "unit", model == NULL ? ""
                                : format_unit(plan->pen.text, plan->pen.arena, model->unit,
                                              model->multiplier) },
    };

    if (blanks[1].text != NULL && blanks[1].text[0] == '\0')
        speech_say(speech, blanks[0].text);
    else
        speech_say(speech, phrase(speech, PHRASE_TYPE_AND_UNIT, blanks, 2));
}

/* "Imports grew faster. Bar chart, USD billion. Exports – 2022: 13.1 (own estimate); …" */
static const char *speak(struct chart_plan *plan)
{
    struct buffer buffer;
    struct speech speech = { plan, &buffer, punctuation_of(text_locale(plan->pen.text)), false };

    buffer_init(&buffer, &plan->pen.arena->alloc, text_error(plan->pen.text));
    if (plan->title != NULL)
        speech_say(&speech, plan->title);
    say_type(&speech);
    plan->type->speak(&speech);
    annotations_speak(&speech);
    char *text = buffer.failed || speech.failed
                     ? NULL
                     : arena_text(plan->pen.arena, buffer.bytes, buffer.length);
    buffer_free(&buffer);
    return text;
}

const char *plan_alternative(struct chart_plan *plan)
{
    if (plan->chart->alternative != NULL)
        return plan->chart->alternative;
    return speak(plan);
}

/* Up to the first full stop, question or exclamation mark that a space, the end or, in Chinese,
 * nothing follows. */
static const char *first_sentence(struct chart_plan *plan, const char *text)
{
    const char *at = text, *end = text + strlen(text);

    while (at < end) {
        const char *start = at;
        uint32_t code = utf8_next(&at, end);
        bool mark = code == '.' || code == '!' || code == '?' || code == 0x061F || code == 0x06D4;
        if ((mark && (at == end || *at == ' ' || *at == '\n')) || code == 0x3002 || code == '\n')
            return arena_text(plan->pen.arena, text, (size_t)(start - text));
    }
    return text;
}

const char *chart_plan_name(struct chart_plan *plan)
{
    struct buffer buffer;
    struct speech speech = { plan, &buffer, punctuation_of(text_locale(plan->pen.text)), false };

    if (plan->title != NULL && plan->title[0] != '\0')
        return plan->title;
    if (plan->chart->alternative != NULL && plan->chart->alternative[0] != '\0')
        return first_sentence(plan, plan->chart->alternative);
    buffer_init(&buffer, &plan->pen.arena->alloc, text_error(plan->pen.text));
    say_type(&speech);
    char *text = buffer.failed || speech.failed
                     ? NULL
                     : arena_text(plan->pen.arena, buffer.bytes, buffer.length);
    buffer_free(&buffer);
    return text;
}
