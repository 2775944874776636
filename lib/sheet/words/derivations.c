/* derivations.c - how own estimates were made, in the words of the notes. */
#include "sheet/words/derivations.h"

#include <string.h>

#include "base/buffer.h"
#include "base/strings.h"
#include "chart/words/names.h"
#include "chart/words/words.h"
#include "period/period.h"
#include "series/multiplier.h"
#include "series/observation.h"
#include "sheet/model.h"
#include "sheet/words/markup.h"

#define MINUS            "\xE2\x88\x92"
#define NO_BREAK_SPACE   "\xC2\xA0"
#define BEGIN_RIGHTWARDS "\xE2\x81\xA6" /* what follows runs left to right, */
#define END_RIGHTWARDS   "\xE2\x81\xA9" /* whatever stands around it */

/* Functions whose names are left out, because period and unit say the same. */
static const struct {
    const char *function;
    bool has_unit; /* "growth(imports)" is written "imports 2023 (%)" */
} silent[] = { { "growth(", true }, { "change(", true }, { "sum(", false } };

/* True if the whole text is one call of the function without named arguments, such as "sum(x)". */
static bool is_call(const char *text, size_t n, const char *function)
{
    size_t prefix = strlen(function);
    int depth = 1;

    if (n <= prefix || strncmp(text, function, prefix) != 0 || text[n - 1] != ')')
        return false;
    for (const char *at = text + prefix; at < text + n - 1; at++) {
        depth += (*at == '(') - (*at == ')');
        if (*at == ',' || depth == 0)
            return false;
    }
    return true;
}

static const char *derivation_name(struct sheet_layout *layout,
                                   const struct shown_derivation *shown, bool *has_unit)
{
    const char *label = shown->derivation->text->label;
    size_t i = 0;

    *has_unit = false;
    while (label != NULL && i < sizeof silent / sizeof *silent) {
        size_t n = strlen(label), prefix = strlen(silent[i].function);

        if (!is_call(label, n, silent[i].function)) {
            i++;
            continue;
        }
        *has_unit |= silent[i].has_unit;
        label = arena_text(&layout->arena, label + prefix, n - prefix - 1);
        i = 0;
    }
    if (label == NULL)
        return NULL;
    return name_in_words(shown->series, label, layout->text, &layout->arena);
}

/* " (%)" behind a change or a share: the series of a change may be in another unit. */
static const char *percent_unit(struct sheet_layout *layout, const struct shown_derivation *shown)
{
    const char *unit = sheaf_series_unit(shown->series);

    unit = strcmp(unit, "pp") == 0 ? format_unit(layout->text, &layout->arena, unit, 0) : "%";
    return unit != NULL ? arena_format(&layout->arena, NO_BREAK_SPACE "(%s)", unit) : NULL;
}

/* The sign after a percentage and the decimal mark, as the language writes them. */
static bool find_signs(struct sheet_layout *layout, const char **percent, const char **decimal)
{
    const char *none = format_percent(layout->text, &layout->arena, 0, 0, false);
    const char *half = format_number(layout->text, &layout->arena, 0.5, 1);

    if (none == NULL || half == NULL)
        return false;
    *percent = none + digits_end(none);
    if (**percent == '\0') /* some languages write it in front of the number */
        *percent = "%";
    *decimal = arena_text(&layout->arena, half + 1, strlen(half) - 2);
    return *decimal != NULL;
}

/* True behind a sign of arithmetic. */
static bool is_behind_sign(const char *formula, const char *at)
{
    static const char *const signs[] = { "+", MINUS, "\xC3\x97", "/", "^", "=" };

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t n = strlen(signs[i]);
        if ((size_t)(at - formula) >= n && memcmp(at - n, signs[i], n) == 0)
            return true;
    }
    return false;
}

/* Writes a formula with the language's decimal mark and percent sign. Formulas run from left to
 * right in every language. Lines are broken behind operators only. */
static const char *write_formula(struct sheet_layout *layout, const char *formula)
{
    const char *percent, *decimal;
    struct buffer out;
    char *written = NULL;

    if (!find_signs(layout, &percent, &decimal))
        return NULL;
    buffer_init(&out, &layout->sheet->alloc, layout->error);
    buffer_text(&out, layout->mirrored ? BEGIN_RIGHTWARDS : "");
    for (const char *at = formula; *at != '\0'; at++) {
        if (at[0] == ' ' && at[1] == '%') {
            buffer_text(&out, percent);
            at++;
        } else if (at[0] == ' ' && at[1] != '(' && !is_behind_sign(formula, at)) {
            buffer_text(&out, NO_BREAK_SPACE);
        } else if (at[0] == '.') {
            buffer_text(&out, decimal);
        } else {
            buffer_byte(&out, *at);
        }
    }
    buffer_text(&out, layout->mirrored ? END_RIGHTWARDS : "");
    if (!out.failed)
        written = arena_text(&layout->arena, out.bytes, out.length);
    buffer_free(&out);
    return written;
}

/* Upper estimate of the width of words, without shaping them. */
static double estimate(const char *words, double size)
{
    double ems = 0;

    for (; *words != '\0'; words++) {
        unsigned char byte = (unsigned char)*words;
        ems += byte < 0x80 ? 0.58 : byte >= 0xE0 ? 1 : byte >= 0xD8 ? 0.5 : byte >= 0xC0 ? 0.66 : 0;
    }
    return ems * size;
}

/* Forbids line breaks, if the words surely fit into the width. */
static const char *keep_together(struct sheet_layout *layout, const char *words, double width)
{
    if (words == NULL || estimate(words, layout->theme->note.size) > width)
        return words;
    return unbroken(&layout->arena, words);
}

const char *derivation_words(struct sheet_layout *layout, const struct shown_derivation *shown,
                             double width)
{
    const struct derivation *derivation = shown->derivation;
    const char *period =
        period_words(layout->text, &layout->arena, derivation->period, PERIOD_SHORT);
    bool has_unit;
    const char *name = derivation_name(layout, shown, &has_unit);
    has_unit |= derivation->own && strcmp(sheaf_series_unit(shown->series), "%") == 0;
    const char *unit = has_unit ? percent_unit(layout, shown) : "";
    const char *formula = write_formula(layout, derivation->text->formula);

    if (period == NULL || name == NULL || unit == NULL || formula == NULL)
        return NULL;
    return keep_together(layout,
                         arena_format(&layout->arena,
                                      "%s %s%s" NO_BREAK_SPACE "=" NO_BREAK_SPACE "%s", name,
                                      period, unit, formula),
                         width);
}

/* True if charts and tables show the series in another multiplier than that of the data. */
static bool is_shown_otherwise(struct sheet_layout *layout, const sheaf_series *series)
{
    size_t n = sheaf_series_count(series);
    int given = sheaf_series_multiplier(series);
    double *figures = arena_array(&layout->arena, double, n);

    for (size_t i = 0; figures != NULL && i < n; i++)
        figures[i] = sheaf_series_at(series, i, ROOM)->value;
    return figures != NULL &&
           multiplier_for_figures(figures, n, given, sheaf_series_unit(series),
                                  words_count_by_myriads(text_locale(layout->text))) != given;
}

const char *derivation_unit(struct sheet_layout *layout)
{
    const struct shown_derivation *shown = layout->shown.derivations;
    const sheaf_series *last = NULL; /* a series' derivations follow each other */

    for (; shown != NULL; last = shown->series, shown = shown->next)
        if (shown->series != last && is_shown_otherwise(layout, shown->series))
            break;
    if (shown == NULL)
        return "";
    const char *unit = format_unit(layout->text, &layout->arena, sheaf_series_unit(shown->series),
                                   sheaf_series_multiplier(shown->series));
    return unit != NULL ? arena_format(&layout->arena, " (%s)", unit) : NULL;
}
