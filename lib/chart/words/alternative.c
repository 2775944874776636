/* alternative.c - what the chart says, in words, for those who do not see it: its
 * type, what it measures, its figures (of many the ends and extremes), and how they go. */
#include <string.h>

#include "base/strings.h"
#include "chart/guides/annotations.h"
#include "chart/words/speech.h"
#include "chart/words/subtitle.h"
#include "chart/words/words.h"
#include "text/format.h"

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

/* ", 2021–2023" behind the words, where there are several periods. */
static const char *with_periods(const struct speech *speech, const char *words)
{
    struct chart_plan *plan = speech->plan;
    const char *periods =
        plan->model != NULL && plan->model->n_periods > 1 ? spoken_periods(plan) : "";

    if (words == NULL || periods == NULL || periods[0] == '\0')
        return periods != NULL ? words : NULL;
    return arena_format(plan->pen.arena, "%s%s%s", words, speech->punctuation->comma, periods);
}

/* ", largest 8 of 40" behind the words, where members had no room. */
static const char *with_largest(const struct speech *speech, const char *words)
{
    const char *largest = subtitle_largest(speech->plan);

    if (words == NULL || largest == NULL || largest[0] == '\0')
        return largest != NULL ? words : NULL;
    return arena_format(speech->plan->pen.arena, "%s%s%s", words, speech->punctuation->comma,
                        largest);
}

/* No unit, or that of an index, which is part of its name: "index (1999 = 100)". */
static bool is_said_already(const struct blank *scope, const char *unit)
{
    size_t n = strlen(unit);

    for (const char *at = scope->text; at != NULL && (at = strchr(at, '(')) != NULL; at++)
        if (strncmp(at + 1, unit, n) == 0 && at[n + 1] == ')')
            return true;
    return n == 0;
}

/* "Bar chart, exports, USD billion, 2021–2023." */
static void say_type(struct speech *speech)
{
    struct chart_plan *plan = speech->plan;
    const struct model *model = plan->model;
    const struct blank blanks[] = {
        { "type", type_and_scope(speech) },
        { "unit", model == NULL ? "" : pen_unit(&plan->pen, model->unit, model->multiplier) },
    };

    const char *words = blanks[1].text != NULL && is_said_already(&blanks[0], blanks[1].text)
                            ? blanks[0].text
                            : phrase(speech, PHRASE_TYPE_AND_UNIT, blanks, 2);
    speech_say(speech, with_largest(speech, with_periods(speech, words)));
}

/* "Some figures: provisional", of marks that the key has no room to explain and no figure has said. */
static void say_untold(struct speech *speech)
{
    const struct legend *legend = &speech->plan->legend;
    struct chart_pen *pen = &speech->plan->pen;
    const char *words = NULL;

    for (size_t i = 0; i < legend->n_untold; i++)
        if (speech->into->length == 0 || strstr(speech->into->bytes, legend->untold[i]) == NULL)
            words = words == NULL ? legend->untold[i]
                                  : arena_format(pen->arena, "%s%s%s", words,
                                                 speech->punctuation->comma, legend->untold[i]);
    if (words == NULL)
        return;
    const struct blank blank = { "statuses", words };
    words = format_trend(pen->text, pen->arena, TREND_SOME_FIGURES, &blank, 1);
    speech_say(speech, words != NULL ? capitalized(pen->arena, words) : NULL);
}

/* "Imports grew faster. Bar chart, USD billion. Exports – 2022: 13.1 (own estimate); …" */
static const char *speak(struct chart_plan *plan, bool with_title, bool with_figures)
{
    struct buffer buffer;
    struct speech speech = { plan, &buffer, punctuation_of(text_locale(plan->pen.text)), false };

    buffer_init(&buffer, &plan->pen.arena->alloc, text_error(plan->pen.text));
    if (with_title && plan->title != NULL)
        speech_say(&speech, plan->title);
    say_type(&speech);
    if (with_figures) {
        plan->type->speak(&speech);
        say_untold(&speech);
        annotations_speak(&speech);
    }
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
    const bool is_heard =
        plan->title_is_heading && plan->header.title != NULL && !plan->header.title->cut;
    return speak(plan, !is_heard,
                 !plan->is_described && plan->chart->description == SHEAF_DESCRIPTION_FULL);
}

const char *chart_plan_describe(struct chart_plan *plan)
{
    plan->is_described = true;
    return plan->chart->alternative != NULL ? plan->chart->alternative : speak(plan, false, true);
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

const char *chart_plan_title_language(const struct chart_plan *plan)
{
    return plan->title != NULL && plan->title[0] != '\0' ? plan->title_language : NULL;
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
