/* computed.c - what computed series are called, by their definitions.
 *
 * Flows stand in the case that a phrase asks for ("Wachstum der Ausfuhren", "Доля экспорта в
 * товарообороте"). Other names cannot be declined: they stand in front of a comma ("Китай, рост
 * экспорта"). What is computed of something computed is a chain: "exports, 12-month mean, growth". */
#include "chart/words/computed.h"
#include "chart/words/words.h"

#include <string.h>

#include "base/strings.h"
#include "chart/words/computed_flows.h"
#include "chart/words/names.h"
#include "period/period.h"
#include "series/series.h"
#include "text/format.h"
#include "text/words.h"

/* Characters of a name that still reads as one. */
enum { LONGEST_NAME = 60 };

/* How a name is put together. brief: operands go by what they were made of. */
struct naming {
    struct text *text;
    struct arena *arena;
    bool brief;
};

/* How a computation reads: "growth of exports" says what it is of, and has no need of a name. */
struct reading {
    const char *what;
    bool says_of;
};

static const char *name_of(const struct naming *n, const sheaf_series *series);

static const char *joined(const struct naming *n, const char *left, const char *right)
{
    if (left == NULL || right == NULL)
        return NULL;
    if (left[0] == '\0' || right[0] == '\0')
        return left[0] != '\0' ? left : right;
    return arena_format(n->arena, "%s%s%s", left, punctuation_of(text_locale(n->text))->comma,
                        right);
}

static const sheaf_series *reduced(const struct naming *n, const sheaf_series *series)
{
    while (n->brief && series_is_called_by_formula(series) && !computed_makes_flow(series) &&
           series_definition(series) != NULL && series_definition(series)->a != NULL)
        series = series_definition(series)->a;
    return series;
}

static const char *operand(const struct naming *n, const sheaf_series *series)
{
    return name_of(n, reduced(n, series));
}

static bool differ(const sheaf_series *a, const sheaf_series *b,
                   const char *(*said_of)(const sheaf_series *))
{
    return said_of(a)[0] != '\0' && strcmp(said_of(a), said_of(b)) != 0;
}

/* What tells a part from its whole, where both are called by one flow: its country or product. */
static const char *part_name(const struct naming *n, const struct definition *made)
{
    const sheaf_series *a = made->a;

    if (computed_flow_name(a) == NULL)
        return operand(n, a);
    if (differ(a, made->b, sheaf_series_partner))
        return country_of_series(a, sheaf_series_partner(a), n->text, n->arena);
    if (differ(a, made->b, sheaf_series_reporter))
        return country_of_series(a, sheaf_series_reporter(a), n->text, n->arena);
    if (differ(a, made->b, sheaf_series_product))
        return series_product_name(a)[0] != '\0' ? series_product_name(a) : sheaf_series_product(a);
    return operand(n, a);
}

/* Formulas ------------------------------------------------------------------------------- */

static bool is_sum(const sheaf_series *series)
{
    const struct definition *made = series_definition(series);

    return series_is_called_by_formula(series) && made != NULL && !computed_makes_flow(series) &&
           (made->kind == DEFINITION_SUM || made->kind == DEFINITION_DIFFERENCE);
}

static const char *term(const struct naming *n, const sheaf_series *series, bool in_brackets)
{
    const char *name = operand(n, series);

    return name != NULL && in_brackets ? arena_format(n->arena, "(%s)", name) : name;
}

static const char *formula(const struct naming *n, const struct definition *made)
{
    static const char *const signs[DEFINITION_FORMULAS] = {
        [DEFINITION_SUM] = "+",         [DEFINITION_DIFFERENCE] = "\u2212",
        [DEFINITION_MIRROR] = "\u2212", [DEFINITION_PRODUCT] = "\u00D7",
        [DEFINITION_QUOTIENT] = "/",    [DEFINITION_UNIT_VALUE] = "/",
        [DEFINITION_PERCENT] = "/"
    };
    bool is_product = made->kind == DEFINITION_PRODUCT || made->kind == DEFINITION_QUOTIENT;
    bool by_flow = computed_of_one_member(made) && computed_member_flow(made->a) != NULL &&
                   computed_member_flow(made->b) != NULL && computed_flow_name(made->a) == NULL;
    const char *a = by_flow ? format_flow(n->text, computed_member_flow(made->a))
                            : term(n, made->a, is_product && is_sum(made->a));
    const char *b = by_flow ? format_flow(n->text, computed_member_flow(made->b))
                            : term(n, made->b, made->kind != DEFINITION_SUM && is_sum(made->b));

    if (a == NULL || b == NULL)
        return NULL;
    return joined(n, by_flow ? operand(n, made->a) : "",
                  arena_format(n->arena, "%s %s %s", a, signs[made->kind], b));
}

/* Words ---------------------------------------------------------------------------------- */

static const char *phrase(const struct naming *n, enum own_phrase phrase, const char *blank,
                          const char *words)
{
    return format_phrase(n->text, n->arena, phrase, &(struct blank){ blank, words }, 1);
}

static struct reading of_flow(const struct naming *n, enum own_phrase of, const char *flow)
{
    return (struct reading){ phrase(n, of, "of", format_flow_of(n->text, flow)), true };
}

/* "growth of exports", else "growth". */
static struct reading change_of(const struct naming *n, const sheaf_series *a, enum own_phrase of,
                                enum word word)
{
    const char *flow = computed_flow_name(a) != NULL ? computed_flow_name(a)
                       : computed_makes_flow(a)      ? sheaf_series_flow(a)
                                                     : computed_member_flow(a);

    return flow != NULL ? of_flow(n, of, flow)
                        : (struct reading){ format_word_inside(n->text, word), false };
}

static bool is_of_months(sheaf_period period, int months)
{
    return period.unit == SHEAF_MONTHS && period.count == months;
}

/* Of years, and the same of nothing, no one asks on which period. */
static const char *with_basis(const struct naming *n, const char *what,
                              const struct definition *made)
{
    bool on_year =
        made->kind == DEFINITION_GROWTH_ON_YEAR || made->kind == DEFINITION_CHANGE_ON_YEAR;
    bool is_month = is_of_months(made->period, 1);

    if (what == NULL || !period_valid(made->period) || is_of_months(made->period, 12))
        return what;
    return phrase(n,
                  on_year ? is_month ? PHRASE_NAME_ON_MONTH_OF_YEAR : PHRASE_NAME_ON_PERIOD_OF_YEAR
                  : is_month ? PHRASE_NAME_ON_MONTH_BEFORE
                             : PHRASE_NAME_ON_PERIOD_BEFORE,
                  "what", what);
}

/* "12-month mean" */
static const char *rolling(const struct naming *n, const struct definition *made, bool mean)
{
    static const enum own_phrase phrases[][2] = {
        { PHRASE_DEFINE_ROLLING_SUM, PHRASE_DEFINE_ROLLING_MEAN },
        { PHRASE_NAME_SUM_OF_DAYS, PHRASE_NAME_MEAN_OF_DAYS },
        { PHRASE_NAME_SUM_OF_MONTHS, PHRASE_NAME_MEAN_OF_MONTHS },
        { PHRASE_NAME_SUM_OF_QUARTERS, PHRASE_NAME_MEAN_OF_QUARTERS },
        { PHRASE_NAME_SUM_OF_YEARS, PHRASE_NAME_MEAN_OF_YEARS },
    };
    sheaf_period each = made->period;
    size_t unit = each.unit == SHEAF_DAYS && each.count == 1 ? 1
                  : is_of_months(each, 1)                    ? 2
                  : is_of_months(each, 3)                    ? 3
                  : is_of_months(each, 12)                   ? 4
                                                             : 0;

    return phrase(n, phrases[unit][mean], "count", arena_format(n->arena, "%zu", made->count));
}

static const char *with_period(const struct naming *n, enum own_phrase of, sheaf_period period)
{
    return phrase(n, of, "period", period_words(n->text, n->arena, period, PERIOD_SHORT));
}

/* "share in exports", "contribution to growth of exports", of a member; else of a whole by name. */
static struct reading part_of(const struct naming *n, const struct definition *made)
{
    const char *flow = computed_pair_flow(made);
    bool is_share = made->kind == DEFINITION_SHARE;

    if (flow == NULL)
        return (struct reading){ phrase(n,
                                        is_share ? PHRASE_NAME_SHARE : PHRASE_DEFINE_CONTRIBUTION,
                                        "whole", operand(n, made->b)),
                                 false };
    return is_share ? (struct reading){ phrase(n, PHRASE_NAME_SHARE_IN, "in",
                                               format_flow_in(n->text, flow)),
                                        false }
                    : (struct reading){ of_flow(n, PHRASE_NAME_CONTRIBUTION_TO, flow).what, false };
}

static struct reading word(const struct naming *n, enum word word)
{
    return (struct reading){ format_word_inside(n->text, word), false };
}

static struct reading reading_of(const struct naming *n, const struct definition *made)
{
    struct reading change;

    switch (made->kind) {
    case DEFINITION_GROWTH_ON_YEAR:
    case DEFINITION_GROWTH_ON_PREVIOUS:
        change = change_of(n, reduced(n, made->a), PHRASE_NAME_GROWTH_OF, WORD_GROWTH);
        return (struct reading){ with_basis(n, change.what, made), change.says_of };
    case DEFINITION_CHANGE_ON_YEAR:
    case DEFINITION_CHANGE_ON_PREVIOUS:
        change = change_of(n, reduced(n, made->a), PHRASE_NAME_CHANGE_OF, WORD_CHANGE);
        return (struct reading){ with_basis(n, change.what, made), change.says_of };
    case DEFINITION_SHARE:
    case DEFINITION_CONTRIBUTION:
        return part_of(n, made);
    case DEFINITION_INDEX:
        return (struct reading){ with_period(n, PHRASE_NAME_INDEX, made->period), false };
    case DEFINITION_COMPOUND_GROWTH:
        return (struct reading){ with_period(n, PHRASE_DEFINE_COMPOUND_GROWTH, made->period),
                                 false };
    case DEFINITION_ROLLING_MEAN:
    case DEFINITION_ROLLING_SUM:
        return (struct reading){ rolling(n, made, made->kind == DEFINITION_ROLLING_MEAN), false };
    case DEFINITION_SEASONAL_MEAN:
        return (struct reading){
            format_phrase(n->text, n->arena, PHRASE_DEFINE_SEASONAL_MEAN, NULL, 0), false
        };
    case DEFINITION_COUNT:
        return (struct reading){ format_phrase(n->text, n->arena, PHRASE_DEFINE_COUNT, NULL, 0),
                                 false };
    case DEFINITION_YEAR_TO_DATE:
        return word(n, WORD_YEAR_TO_DATE);
    case DEFINITION_TOTAL:
        return word(n, WORD_TOTAL);
    case DEFINITION_RANK:
        return word(n, WORD_RANK);
    case DEFINITION_CONCENTRATION:
        return word(n, WORD_HERFINDAHL_INDEX);
    case DEFINITION_RATIO_OF_SHARES:
        return word(n, WORD_COMPARATIVE_ADVANTAGE);
    case DEFINITION_TRADE_INTENSITY:
        return word(n, WORD_TRADE_INTENSITY);
    case DEFINITION_UNIT_VALUE:
        return word(n, WORD_UNIT_VALUE);
    case DEFINITION_PERCENT:
        return (struct reading){ format_word_inside(n->text, WORD_COVERAGE), true };
    case DEFINITION_MIRROR:
        return (struct reading){ format_word_inside(n->text, WORD_DIFFERENCE), true };
    default: /* the same figures by other periods, in another currency, at other prices */
        return (struct reading){ "", false };
    }
}

/* "share of exports in turnover", "contribution of China to growth of exports"; "": no such phrase
 * fits. */
static const char *whole_phrase(const struct naming *n, const struct definition *made)
{
    bool is_share = made->kind == DEFINITION_SHARE;

    if ((!is_share && made->kind != DEFINITION_CONTRIBUTION) || computed_pair_flow(made) == NULL)
        return "";
    const char *whole = computed_pair_flow(made), *part = computed_part_flow(made);
    const struct blank blanks[] = {
        { "part", part != NULL ? format_flow(n->text, part) : part_name(n, made) },
        { "of", format_flow_of(n->text, part != NULL && is_share ? part : whole) },
        { "in", format_flow_in(n->text, whole) },
    };
    const char *words = format_phrase(n->text, n->arena,
                                      !is_share      ? PHRASE_NAME_CONTRIBUTION_OF
                                      : part != NULL ? PHRASE_NAME_SHARE_OF_FLOW
                                                     : PHRASE_NAME_SHARE_OF_PART,
                                      blanks, 3);
    return part != NULL && computed_flow_name(made->a) == NULL
               ? joined(n, operand(n, made->a), words)
               : words;
}

/* The name of what says "growth of exports" by itself: "" unless it goes by a country. */
static const char *member_of(const struct naming *n, const struct definition *made, bool says_of)
{
    const sheaf_series *a = made->a != NULL ? reduced(n, made->a) : NULL;

    if (a == NULL ||
        (says_of && (made->kind == DEFINITION_PERCENT || made->kind == DEFINITION_MIRROR ||
                     computed_flow_name(a) != NULL)))
        return "";
    if (says_of && computed_makes_flow(a))
        a = series_definition(a)->a;
    else if (made->kind == DEFINITION_PARTS_OF_YEAR && series_is_called_by_formula(a) &&
             series_definition(a) != NULL && series_definition(a)->kind == DEFINITION_YEAR_TO_DATE)
        a = series_definition(a)->a; /* months of figures for the year to date are months again */
    /* The header of a file's only column says nothing. */
    return strcmp(sheaf_series_label(a), "value") == 0 ? "" : operand(n, a);
}

/* "China, balance" of two series that go by the name of China. */
static const char *name_of_flow(const struct naming *n, const sheaf_series *series)
{
    const struct definition *made = series_definition(series);
    const char *flow = format_flow(n->text, sheaf_series_flow(series));

    return computed_of_one_member(made) ? joined(n, operand(n, made->a), flow) : flow;
}

static const char *computed(const struct naming *n, const sheaf_series *series)
{
    const struct definition *made = series_definition(series);
    const char *words = whole_phrase(n, made);
    struct reading reading;

    if (computed_makes_flow(series))
        return name_of_flow(n, series);
    if (words == NULL || words[0] != '\0')
        return words;
    reading = reading_of(n, made);
    if (reading.what != NULL && reading.what[0] == '\0' && made->kind < DEFINITION_FORMULAS)
        return formula(n, made);
    return joined(n, member_of(n, made, reading.says_of), reading.what);
}

/* Sums and the like of a list of parts are called by the function, without a formula. */
static bool is_called_by_function(const sheaf_series *series)
{
    static const struct {
        enum definition_kind kind;
        const char *name;
    } functions[] = { { DEFINITION_TOTAL, "total" },
                      { DEFINITION_COUNT, "count" },
                      { DEFINITION_CONCENTRATION, "herfindahl" },
                      { DEFINITION_MIRROR, "difference" } };
    const struct definition *made = series_definition(series);

    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (made != NULL && made->kind == functions[i].kind &&
            strcmp(sheaf_series_name(series), functions[i].name) == 0)
            return true;
    return false;
}

static bool is_computed(const sheaf_series *series)
{
    return series_definition(series) != NULL && !computed_has_label(series) &&
           (series_is_called_by_formula(series) || is_called_by_function(series));
}

static const char *name_of(const struct naming *n, const sheaf_series *series)
{
    const char *code;

    return is_computed(series) ? computed(n, series)
                               : series_name(series, n->text, n->arena, &code);
}

static size_t characters(const char *text)
{
    const char *end = text + strlen(text);
    size_t n = 0;

    for (; text < end; n++)
        utf8_next(&text, end);
    return n;
}

const char *computed_name(const sheaf_series *series, struct text *text, struct arena *arena)
{
    struct naming n = { text, arena, false };
    const char *name;

    if (!is_computed(series))
        return "";
    name = computed(&n, series);
    if (name == NULL || characters(name) <= LONGEST_NAME)
        return name;
    n.brief = true;
    return computed(&n, series);
}

const char *computed_measure(const sheaf_series *series, struct text *text, struct arena *arena)
{
    const struct naming n = { text, arena, false };
    const struct definition *made = series_definition(series);

    return made == NULL || is_computed(series) || computed_has_label(series) ||
                   made->kind < DEFINITION_FORMULAS || made->kind == DEFINITION_TOTAL
               ? ""
               : reading_of(&n, made).what;
}
