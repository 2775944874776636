/* definitions.c - of what computed series are made, in the words of the notes.
 *
 * A definition stands once for each name, and without one for what is computed of many series alike,
 * such as the growth of every row of a table. Names are the sheet's, never those of expressions. */
#include "sheet/words/definitions.h"

#include <string.h>

#include "base/buffer.h"
#include "chart/words/names.h"
#include "chart/words/words.h"
#include "period/period.h"
#include "text/format.h"
#include "text/trends.h"

/* Definitions that are written out; of more their number is said. */
enum { MOST_DEFINITIONS = 12, MOST_DEPTH = 2 };

static const enum own_phrase phrases[DEFINITION_KINDS] = {
    [DEFINITION_SHARE] = PHRASE_DEFINE_SHARE,
    [DEFINITION_INDEX] = PHRASE_DEFINE_INDEX,
    [DEFINITION_GROWTH_ON_YEAR] = PHRASE_DEFINE_GROWTH_ON_YEAR,
    [DEFINITION_GROWTH_ON_PREVIOUS] = PHRASE_DEFINE_GROWTH_ON_PREVIOUS,
    [DEFINITION_CHANGE_ON_YEAR] = PHRASE_DEFINE_CHANGE_ON_YEAR,
    [DEFINITION_CHANGE_ON_PREVIOUS] = PHRASE_DEFINE_CHANGE_ON_PREVIOUS,
    [DEFINITION_COMPOUND_GROWTH] = PHRASE_DEFINE_COMPOUND_GROWTH,
    [DEFINITION_CONTRIBUTION] = PHRASE_DEFINE_CONTRIBUTION,
    [DEFINITION_SUM_OF_PERIODS] = PHRASE_DEFINE_SUM_OF_PERIODS,
    [DEFINITION_YEAR_TO_DATE] = PHRASE_DEFINE_YEAR_TO_DATE,
    [DEFINITION_ROLLING_SUM] = PHRASE_DEFINE_ROLLING_SUM,
    [DEFINITION_ROLLING_MEAN] = PHRASE_DEFINE_ROLLING_MEAN,
    [DEFINITION_SEASONAL_MEAN] = PHRASE_DEFINE_SEASONAL_MEAN,
    [DEFINITION_TOTAL] = PHRASE_DEFINE_TOTAL,
    [DEFINITION_REMAINDER] = PHRASE_DEFINE_REMAINDER,
    [DEFINITION_RANK] = PHRASE_DEFINE_RANK,
    [DEFINITION_CONCENTRATION] = PHRASE_DEFINE_CONCENTRATION,
    [DEFINITION_RATIO_OF_SHARES] = PHRASE_DEFINE_RATIO_OF_SHARES,
    [DEFINITION_PARTS_OF_YEAR] = PHRASE_DEFINE_PARTS_OF_YEAR,
    [DEFINITION_COUNT] = PHRASE_DEFINE_COUNT,
    [DEFINITION_CONVERTED] = PHRASE_DEFINE_CONVERTED,
    [DEFINITION_CONSTANT_PRICES] = PHRASE_DEFINE_CONSTANT_PRICES,
};

static const char *body_of(struct sheet_layout *layout, const struct definition *definition,
                           bool names_series, int depth);

/* What an operand is called; one that has no name but a formula stands for itself, in brackets. */
static const char *operand(struct sheet_layout *layout, const sheaf_series *series, int depth)
{
    const struct definition *definition = series_definition(series);
    const char *code;

    if (series == NULL)
        return "";
    if (definition == NULL || !series_is_called_by_formula(series) || depth >= MOST_DEPTH)
        return series_name(series, layout->text, &layout->arena, &code);
    const char *body = body_of(layout, definition, true, depth + 1);
    return body != NULL ? arena_format(&layout->arena, "(%s)", body) : NULL;
}

/* "turnover − exports" */
static const char *formula_of(struct sheet_layout *layout, const struct definition *definition,
                              int depth)
{
    const char *a = operand(layout, definition->a, depth);
    const char *b = operand(layout, definition->b, depth);

    if (a == NULL || b == NULL)
        return NULL;
    switch (definition->kind) {
    case DEFINITION_SUM:
        return arena_format(&layout->arena, "%s + %s", a, b);
    case DEFINITION_DIFFERENCE:
        return arena_format(&layout->arena, "%s \u2212 %s", a, b);
    case DEFINITION_MIRROR:
        return arena_format(&layout->arena, "%s (CIF) \u2212 %s (FOB)", a, b);
    case DEFINITION_PRODUCT:
        return arena_format(&layout->arena, "%s \u00D7 %s", a, b);
    case DEFINITION_PERCENT:
        return arena_format(&layout->arena, "%s / %s (%%)", a, b);
    default:
        return arena_format(&layout->arena, "%s / %s", a, b);
    }
}

/* "growth on the same period of the year before (exports)"; without the brackets if the series goes
 * by the name of what it is made of. */
static const char *phrase_of(struct sheet_layout *layout, const struct definition *definition,
                             bool names_series, int depth)
{
    bool has_period = period_valid(definition->period);
    const struct blank blanks[] = {
        { "whole", definition->b != NULL ? operand(layout, definition->b, depth) : "" },
        { "period",
          has_period ? period_words(layout->text, &layout->arena, definition->period, PERIOD_SHORT)
                     : "" },
        { "count", arena_format(&layout->arena, "%zu", definition->count) },
    };
    const char *words =
        format_phrase(layout->text, &layout->arena, phrases[definition->kind], blanks, 3);
    const char *of =
        names_series && definition->a != NULL ? operand(layout, definition->a, depth) : "";

    if (words == NULL || of == NULL || of[0] == '\0')
        return of != NULL ? words : NULL;
    return of[0] == '(' ? arena_format(&layout->arena, "%s %s", words, of)
                        : arena_format(&layout->arena, "%s (%s)", words, of);
}

static const char *body_of(struct sheet_layout *layout, const struct definition *definition,
                           bool names_series, int depth)
{
    return definition->kind < DEFINITION_FORMULAS
               ? formula_of(layout, definition, depth)
               : phrase_of(layout, definition, names_series, depth);
}

/* True if the series goes by the name of what it is made of, as the share of a partner does. */
static bool goes_by_its_part(const sheaf_series *series, const struct definition *definition)
{
    return definition->a != NULL &&
           strcmp(sheaf_series_label(series), sheaf_series_label(definition->a)) == 0;
}

/* True of a definition that stands without a name. */
static bool is_generic(const sheaf_series *series)
{
    return series_is_called_by_formula(series) || sheaf_series_is_remainder(series) ||
           goes_by_its_part(series, series_definition(series));
}

/* "Number of parts = number of parts" says nothing. */
static bool says_nothing(struct sheet_layout *layout, const char *name, const char *body)
{
    const char *a = format_capitals(layout->text, &layout->arena, name);
    const char *b = format_capitals(layout->text, &layout->arena, body);

    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* "Imports = turnover − exports". A formula that is its series' name needs no words: "". */
static const char *words_of(struct sheet_layout *layout, const sheaf_series *series)
{
    const struct definition *definition = series_definition(series);

    if (is_generic(series) && definition->kind < DEFINITION_FORMULAS)
        return "";
    const char *body = body_of(layout, definition, !is_generic(series), 0);
    if (body == NULL || is_generic(series))
        return body;
    const char *name = series_label(layout, series);
    if (name == NULL || says_nothing(layout, name, body))
        return name != NULL ? "" : NULL;
    return arena_format(&layout->arena, "%s = %s", name, body);
}

struct definitions {
    struct sheet_layout *layout;
    struct string_cache known; /* what is written already */
    struct buffer joined;
    size_t n;
};

static bool add_words(struct definitions *list, const char *words)
{
    size_t length = words != NULL ? strlen(words) : 0;
    uint64_t meaning;

    if (length == 0 || string_cache_find(&list->known, words, length, &meaning))
        return words != NULL;
    if (!string_cache_add(&list->known, &list->layout->arena, words, length, 0))
        return false;
    if (list->n++ >= MOST_DEFINITIONS)
        return true;
    buffer_text(&list->joined,
                list->n > 1 ? punctuation_of(text_locale(list->layout->text))->semicolon : "");
    buffer_text(&list->joined, words);
    return !list->joined.failed;
}

/* The series' definition, and those of the named series that it is made of; of all those with a
 * name, or of all without one. */
static bool add_series(struct definitions *list, const sheaf_series *series, bool named, int depth)
{
    const struct definition *definition = series_definition(series);

    if (definition == NULL || depth > MOST_DEPTH)
        return true;
    if (is_generic(series) != named && (depth == 0 || !series_is_called_by_formula(series)) &&
        !add_words(list, words_of(list->layout, series)))
        return false;
    return add_series(list, definition->a, named, depth + 1) &&
           add_series(list, definition->b, named, depth + 1);
}

static bool add_all(struct definitions *list, bool named)
{
    const struct shown_definition *shown = list->layout->shown.definitions;

    for (; shown != NULL; shown = shown->next)
        if (!add_series(list, shown->series, named, 0))
            return false;
    return true;
}

const char *words_of_more(struct sheet_layout *layout, size_t n)
{
    const struct blank blank = { "count",
                                 format_number(layout->text, &layout->arena, (double)n, 0) };

    return format_trend(layout->text, &layout->arena, TREND_MORE, &blank, 1);
}

const char *definitions_words(struct sheet_layout *layout, size_t *n)
{
    struct definitions list = { .layout = layout };

    buffer_init(&list.joined, &layout->arena.alloc, layout->arena.error);
    bool well = add_all(&list, true) && add_all(&list, false);
    if (well && list.n > MOST_DEFINITIONS) {
        const char *more = words_of_more(layout, list.n - MOST_DEFINITIONS);
        buffer_text(&list.joined, punctuation_of(text_locale(layout->text))->semicolon);
        buffer_text(&list.joined, more != NULL ? more : "");
        well = more != NULL && !list.joined.failed;
    }
    const char *words = !well ? NULL
                        : list.n == 0
                            ? ""
                            : arena_text(&layout->arena, list.joined.bytes, list.joined.length);
    buffer_free(&list.joined);
    string_cache_free(&list.known, &layout->arena.alloc);
    *n = list.n;
    return words;
}
