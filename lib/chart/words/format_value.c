/* format_value.c - a figure or a period for programs, as readers of a sheet would see it. */
#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "chart/chart.h"
#include "chart/model/status_flags.h"
#include "chart/words/amounts.h"
#include "chart/words/words.h"
#include "context/context.h"
#include "period/period.h"
#include "series/observation.h"
#include "series/series.h"
#include "sheaf/format.h"
#include "text/format.h"

/* What is written. */
struct writing {
    const sheaf_observation *observation;
    const char *unit;
    int multiplier;
    sheaf_period period;
};

/* A figure that nobody may know is its flag alone. */
static const char *write_value(const struct writing *writing, struct text *text,
                               struct arena *arena)
{
    const sheaf_observation *observation = writing->observation;
    const char *flags = flags_text(flags_of(observation, SHEAF_FLAGS_ESTIMATED), arena);
    const char *figure = "\xE2\x80\x93";

    if (flags == NULL || observation_is_confidential(observation))
        return flags;
    if (!isnan(observation->value)) {
        const struct amount amount =
            amount_of_observation(observation, writing->unit, writing->multiplier);
        figure = amount_text(text, arena, &amount, AMOUNT_WHOLE);
    }
    return figure == NULL || flags[0] == '\0' ? figure
                                              : arena_format(arena, "%s\xC2\xA0%s", figure, flags);
}

static const char *write_period(const struct writing *writing, struct text *text,
                                struct arena *arena)
{
    return period_words(text, arena, writing->period, PERIOD_SHORT);
}

static size_t give(const char *words, char *text, size_t size)
{
    if (words == NULL)
        words = "";
    const size_t length = strlen(words);

    if (size == 0 || text == NULL)
        return length;
    const size_t n = length < size ? length : utf8_floor(words, size - 1);
    memcpy(text, words, n);
    text[n] = '\0';
    return length;
}

static size_t format(sheaf_context *context, const char *language,
                     const char *(*write)(const struct writing *writing, struct text *text,
                                          struct arena *arena),
                     const struct writing *writing, char *text, size_t size)
{
    sheaf_error error = { .status = SHEAF_OK };
    const char *words = NULL;
    size_t length = 0;
    struct arena arena;

    if (language == NULL || language[0] == '\0')
        language = "en";
    if (!text_language_is_known(language))
        return give(NULL, text, size);
    context = context_hold(context);
    arena_init(&arena, context_alloc(context), &error);
    struct text *setting = text_begin(context, language, NULL, &error);
    if (setting != NULL)
        words = write(writing, setting, &arena);
    length = give(error.status == SHEAF_OK ? words : NULL, text, size);
    text_end(setting);
    arena_free(&arena);
    context_drop(context);
    return length;
}

/* As a series would take it: what has no value by its status has none. */
static bool is_right(const sheaf_observation *observation, int multiplier, sheaf_observation *right)
{
    if (observation == NULL || multiplier < SMALLEST_MULTIPLIER || multiplier > LARGEST_MULTIPLIER)
        return false;
    *right = *observation;
    if (!period_valid(right->period)) /* it is not written */
        right->period = sheaf_period_year(2000);
    if (status_denies_value((char)right->status))
        right->value = right->low = right->high = NAN;
    else if (isnan(right->value) && right->status == SHEAF_NORMAL)
        right->status = SHEAF_MISSING;
    return observation_fault(right) == NULL &&
           (isnan(right->value) || chart_has_room(right->value * pow(10, multiplier)));
}

size_t sheaf_format_value(sheaf_context *context, const char *language,
                          const sheaf_observation *observation, const char *unit, int multiplier,
                          char *text, size_t size)
{
    sheaf_observation right;
    struct writing writing = { .observation = &right,
                               .unit = unit != NULL ? unit : "",
                               .multiplier = multiplier };
    size_t bad;

    if (!is_right(observation, multiplier, &right) ||
        !utf8_valid(writing.unit, strlen(writing.unit), &bad))
        return give(NULL, text, size);
    return format(context, language, write_value, &writing, text, size);
}

size_t sheaf_format_period(sheaf_context *context, const char *language, sheaf_period period,
                           char *text, size_t size)
{
    struct writing writing = { .period = period };

    if (!period_valid(period))
        return give(NULL, text, size);
    return format(context, language, write_period, &writing, text, size);
}
