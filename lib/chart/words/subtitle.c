/* subtitle.c - the default subtitle: what is measured, of which product, countries and flow, the
 * unit, the periods. What all series have in common is said here, for no legend says it. */
#include "chart/words/subtitle.h"

#include <string.h>

#include "chart/guides/axis_period.h"
#include "chart/plan.h"
#include "chart/words/computed.h"
#include "chart/words/names.h"
#include "chart/words/words.h"
#include "period/period.h"
#include "series/series.h"
#include "text/format.h"
#include "vocabulary/flows.h"

/* Parts in their order. The longest of the names, which come first, may be cut. */
enum part {
    MEASURE,
    SERIES,
    PRODUCT,
    OTHERS,
    REPORTER,
    FLOW,
    PARTNER,
    UNIT,
    PERIODS,
    PARTS,
    NAMES = REPORTER
};

static const char *joined(struct chart_plan *plan, const char *left, const char *right)
{
    if (left == NULL || right == NULL || left[0] == '\0' || right[0] == '\0')
        return left == NULL || right == NULL ? NULL : left[0] != '\0' ? left : right;
    return arena_format(plan->pen.arena, "%s%s%s", left,
                        punctuation_of(text_locale(plan->pen.text))->comma, right);
}

static bool is_letter_of_a_word(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* "t", "kWh", "m³", "%" are symbols; "items" and "head" are words. */
static bool is_unit_symbol(const char *unit)
{
    enum { LONGEST = 3 };
    size_t letters = 0;

    for (const char *at = unit; *at != '\0'; at++) {
        if (!is_letter_of_a_word(*at) || (at > unit && *at <= 'Z'))
            return true;
        letters++;
    }
    return letters <= LONGEST;
}

static bool begins_with_symbol(const struct phrase *phrase, const char *text)
{
    size_t n = phrase->symbol != NULL ? strlen(phrase->symbol) : 0;

    return n > 0 && strncmp(text, phrase->symbol, n) == 0 && !is_letter_of_a_word(text[n]);
}

/* A name of the data may be in another language than the chart. */
const char *phrase_text(struct chart_plan *plan, const struct phrase *phrase, const char *name)
{
    if (!phrase->is_made) {
        const char *comma = punctuation_of(text_locale(plan->pen.text))->comma;
        bool begins = name[0] == '\0' && strncmp(phrase->after, comma, strlen(comma)) == 0;
        return begins ? phrase->after + strlen(comma)
                      : arena_format(plan->pen.arena, "%s%s", name, phrase->after);
    }
    name = pen_isolated(&plan->pen, name);
    const char *text = joined(plan, joined(plan, phrase->before, name), phrase->after);
    if (name != NULL && name[0] != '\0')
        text = pen_in_order(&plan->pen, text);
    if (text == NULL || begins_with_symbol(phrase, text))
        return text;
    return capitalized(plan->pen.arena, text);
}

/* Years, quarters, months, weeks and days: two of their names make a range. The names of
 * other periods are ranges themselves. */
static bool is_plain_kind(sheaf_period period)
{
    return (period.unit != SHEAF_NUMBER && period.count == 1) ||
           (period.unit == SHEAF_DAYS && period.count == 7) ||
           (period.unit == SHEAF_MONTHS && (period.count == 3 || period.count == 12));
}

/* Whether all periods are the same part of a year, one a year: the axis has plain years then. */
static bool repeats_a_part(const struct model *model)
{
    const sheaf_period *first = &model->periods[0];
    struct date_interval interval = period_interval(*first);

    if (model->n_kinds != 1 || model->n_periods < 2 || first->unit != SHEAF_MONTHS ||
        first->count >= 12 || interval.first.year != interval.last.year)
        return false;
    for (size_t i = 1; i < model->n_periods; i++)
        if ((model->periods[i].start - first->start) % 12 != 0)
            return false;
    return true;
}

const char *repeated_part(struct chart_plan *plan)
{
    const struct model *model = plan->model;

    if (model == NULL || !repeats_a_part(model))
        return "";
    return format_period_of_years(plan->pen.text, plan->pen.arena,
                                  period_interval(model->periods[0]));
}

/* "January–April, 2014–2024" */
static const char *part_and_years(struct chart_plan *plan)
{
    const struct model *model = plan->model;
    int first = period_interval(model->periods[0]).first.year;
    int last = period_interval(model->periods[model->n_periods - 1]).first.year;
    const char *from = pen_period_text(&plan->pen, sheaf_period_year(first));
    const char *to = pen_period_text(&plan->pen, sheaf_period_year(last));

    if (from == NULL || to == NULL)
        return NULL;
    return joined(plan, repeated_part(plan),
                  arena_format(plan->pen.arena, "%s\xE2\x80\x93%s", from, to));
}

/* "2013–2024": the periods of a model of one kind. */
static const char *span_of(struct chart_plan *plan, const struct model *model)
{
    bool is_one = model->n_periods == 1 && model->periods[0].unit != SHEAF_NUMBER;

    if (model->n_kinds != 1 || (!is_one && !is_plain_kind(model->periods[0])))
        return "";
    const char *from = pen_period_text(&plan->pen, model->periods[0]);
    const char *to = pen_period_text(&plan->pen, model->periods[model->n_periods - 1]);
    if (from == NULL || to == NULL || model->n_periods == 1 || from[0] == '\0')
        return to != NULL ? from : NULL;
    return arena_format(plan->pen.arena, "%s%s%s", from,
                        strchr(from, ' ') != NULL ? " \xE2\x80\x93 " : "\xE2\x80\x93", to);
}

const char *subtitle_periods(struct chart_plan *plan)
{
    return repeats_a_part(plan->model) ? part_and_years(plan) : span_of(plan, plan->model);
}

const char *spoken_periods(struct chart_plan *plan)
{
    return plan->model->is_of_years ? span_of(plan, plan->collected) : subtitle_periods(plan);
}

/* The attribute that all series have in common; "": they differ. */
static const char *common(const struct sheaf_chart *chart,
                          const char *(*said_of)(const sheaf_series *))
{
    const char *words = said_of(chart->series[0]);

    for (size_t i = 1; i < chart->n_series; i++)
        if (strcmp(words, said_of(chart->series[i])) != 0)
            return "";
    return words;
}

/* All products are none. */
static const char *product_of(const sheaf_series *series)
{
    const char *product = sheaf_series_product(series), *name = series_product_name(series);

    if (strcmp(product, "TOTAL") == 0)
        return "";
    return name[0] != '\0' ? name : product;
}

static bool is_code(const char *product)
{
    return product[strspn(product, "0123456789.")] == '\0';
}

static bool is_by_flow(const struct chart_plan *plan, const struct model_series *series)
{
    const char *flow = sheaf_series_flow(series->series);

    return theme_knows_flow(flow) && strcmp(series->name, format_flow(plan->pen.text, flow)) == 0;
}

static bool is_by_country(const struct model_series *series)
{
    const char *name = sheaf_series_name(series->series);

    return strcmp(name, sheaf_series_partner(series->series)) == 0 ||
           strcmp(name, sheaf_series_reporter(series->series)) == 0;
}

/* By its country, and not by a label of an author's. */
static bool is_called_by_country(const struct model_series *series)
{
    return is_by_country(series) &&
           strcmp(sheaf_series_label(series->series), sheaf_series_name(series->series)) == 0;
}

/* "Exports to China", "exports + imports". */
static bool tells_flow(const struct chart_plan *plan, const char *words)
{
    static const struct {
        const char *flow;
        enum word word;
    } flows[] = { { "exports", WORD_EXPORTS },
                  { "imports", WORD_IMPORTS },
                  { "turnover", WORD_TURNOVER },
                  { "balance", WORD_BALANCE } };

    for (size_t i = 0; i < sizeof flows / sizeof *flows; i++)
        if (strstr(words, flows[i].flow) != NULL ||
            strstr(words, format_word(plan->pen.text, flows[i].word)) != NULL ||
            strstr(words, format_word_inside(plan->pen.text, flows[i].word)) != NULL)
            return true;
    return flow_mentioned(words, strlen(words)) != NULL;
}

/* True of a series that goes by a member of the file's own dimensions, which the subtitle names. */
static bool is_other_member(const sheaf_series *series)
{
    const char *line = series_other_members(series), *name = sheaf_series_label(series);
    size_t length = strlen(name);

    for (size_t n; *line != '\0'; line += n + (line[n] == '\n')) {
        n = strcspn(line, "\n");
        if (n > length + 2 && memcmp(line + n - length - 2, ": ", 2) == 0 &&
            memcmp(line + n - length, name, length) == 0)
            return true;
    }
    return false;
}

/* The name of the one series, unless it is the header "value", which says nothing, or a flow or a
 * country, which have parts of their own. */
static const char *series_part(const struct chart_plan *plan)
{
    const struct model_series *one = &plan->model->series[0];

    if (plan->model->n_series > 1 || strcmp(one->name, "value") == 0 || is_by_flow(plan, one) ||
        is_called_by_country(one) || is_other_member(one->series))
        return "";
    return one->label;
}

/* The product, unless the labels of the series contain it or an author named the one series. */
static const char *product_part(const struct chart_plan *plan)
{
    const struct model_series *first = &plan->model->series[0];
    const char *product = common(plan->chart, product_of);

    if (product[0] == '\0' || strstr(first->label, product) != NULL)
        return "";
    if (plan->model->n_series == 1 && series_part(plan)[0] != '\0' && !is_by_country(first))
        return "";
    return product;
}

/* The flow that all series have in common. A rate of exports is not exports, unless the one series
 * is called that, or a measure says what the percentages are: "share of the total". */
static const char *flow_part(struct chart_plan *plan, const char *measure)
{
    const struct model *model = plan->model;
    const struct model_series *first = &model->series[0];

    if (model->n_series == 1 && is_by_flow(plan, first))
        return first->name;
    if (!theme_knows_flow(model->flow))
        return "";
    if (strcmp(model->unit, "%") == 0 && common(plan->chart, series_measure)[0] == '\0')
        return "";
    if ((model->n_series == 1 && tells_flow(plan, first->name)) ||
        (plan->chart->n_series == 1 && tells_flow(plan, measure)))
        return "";
    return format_flow(plan->pen.text, model->flow);
}

static bool is_told(const struct chart_plan *plan, const char *name)
{
    if (plan->title != NULL && strstr(plan->title, name) != NULL)
        return true;
    for (size_t i = 0; i < plan->model->n_series; i++)
        if (strstr(plan->model->series[i].label, name) == NULL)
            return false;
    return true;
}

/* The country that all series have in common, unless the title or the labels tell it. The world is
 * no country. NULL: memory ran out. */
static const char *country_part(struct chart_plan *plan,
                                const char *(*said_of)(const sheaf_series *))
{
    const char *code = common(plan->chart, said_of);

    if (code[0] == '\0' || strcmp(code, "WLD") == 0)
        return "";
    const char *name =
        country_of_series(plan->chart->series[0], code, plan->pen.text, plan->pen.arena);
    bool is_shown = plan->model->n_series > 1 || !is_called_by_country(&plan->model->series[0]);
    bool in_title = name != NULL && plan->title != NULL && strstr(plan->title, name) != NULL;
    return name != NULL && (in_title || (is_shown && is_told(plan, name))) ? "" : name;
}

/* "partner: China": exports of China and exports to China differ. */
static const char *partner_part(struct chart_plan *plan)
{
    const struct blank blank = { "partner", country_part(plan, sheaf_series_partner) };

    return blank.text == NULL || blank.text[0] == '\0'
               ? blank.text
               : format_phrase(plan->pen.text, plan->pen.arena, PHRASE_PARTNER, &blank, 1);
}

/* What a file calls the measure; else what was computed, of series that go by countries alone, and
 * of one series that is shown as several, a year each. NULL: memory ran out. */
static const char *measure_part(struct chart_plan *plan)
{
    const struct sheaf_chart *chart = plan->chart;
    const char *measure = common(chart, series_measure), *all = NULL;

    if (plan->type->takes_measures > 0) /* each axis says its own */
        return "";
    if (measure[0] != '\0')
        return measure;
    if (chart->n_series == 1 && plan->model->n_series > 1)
        return computed_name(chart->series[0], plan->pen.text, plan->pen.arena);
    for (size_t i = 0; i < chart->n_series; i++) {
        measure = computed_measure(chart->series[i], plan->pen.text, plan->pen.arena);
        if (measure == NULL || (all != NULL && strcmp(all, measure) != 0))
            return measure == NULL ? NULL : "";
        all = measure;
    }
    return all;
}

static bool has_line(const char *lines, const char *line, size_t n)
{
    for (; *lines != '\0'; lines += strcspn(lines, "\n"), lines += *lines == '\n')
        if (strcspn(lines, "\n") == n && memcmp(lines, line, n) == 0)
            return true;
    return false;
}

/* "transport: road": what all series have in common of the file's own dimensions. NULL: memory ran
 * out. */
static const char *other_members(struct chart_plan *plan)
{
    const struct sheaf_chart *chart = plan->chart;
    const char *all = "", *line = series_other_members(chart->series[0]);

    for (size_t n; *line != '\0'; line += n + (line[n] == '\n')) {
        bool is_common = true;

        n = strcspn(line, "\n");
        for (size_t i = 1; i < chart->n_series; i++)
            is_common &= has_line(series_other_members(chart->series[i]), line, n);
        if (is_common)
            all = joined(plan, all, arena_text(plan->pen.arena, line, n));
        if (all == NULL)
            return NULL;
    }
    return all;
}

/* What has no room is left out: the countries first. */
bool default_subtitle(struct chart_plan *plan, const char *unit, bool with_countries,
                      struct phrase *phrase)
{
    const char *measure = measure_part(plan), *product = product_part(plan);
    if (measure == NULL)
        return false;
    const char *parts[PARTS] = { [MEASURE] = measure,
                                 [SERIES] = series_part(plan),
                                 [PRODUCT] = is_code(product) ? "" : product,
                                 [OTHERS] = other_members(plan),
                                 [REPORTER] = with_countries
                                                  ? country_part(plan, sheaf_series_reporter)
                                                  : "",
                                 [FLOW] = flow_part(plan, measure),
                                 [PARTNER] = with_countries ? partner_part(plan) : "",
                                 [UNIT] = unit,
                                 [PERIODS] = subtitle_periods(plan) };
    size_t longest = MEASURE;

    if (parts[OTHERS] == NULL || parts[REPORTER] == NULL || parts[PARTNER] == NULL)
        return false;
    if (strcmp(measure, sheaf_series_label(plan->chart->series[0])) == 0)
        parts[SERIES] = ""; /* the one series is called by it, if there is but one */
    if (strchr(unit, '=') != NULL &&
        (strstr(parts[SERIES], unit) != NULL || strstr(measure, unit) != NULL))
        parts[UNIT] = ""; /* "Exports, index (2021 = 100)" */
    if (parts[FLOW][0] != '\0' && product[0] != '\0' && is_code(product))
        parts[FLOW] = arena_format(plan->pen.arena, "%s (%s)", parts[FLOW], product);
    for (size_t i = 0; i < NAMES; i++)
        if (strlen(parts[i]) > strlen(parts[longest]))
            longest = i;
    *phrase = (struct phrase){ .before = "", .name = parts[longest], .after = "", .is_made = true };
    if (plan->model->multiplier == 0 && is_unit_symbol(unit))
        phrase->symbol = unit;
    for (size_t i = 0; i < PARTS; i++) {
        const char *part = i < NAMES ? pen_isolated(&plan->pen, parts[i]) : parts[i];
        if (i < longest)
            phrase->before = joined(plan, phrase->before, part);
        else if (i > longest)
            phrase->after = joined(plan, phrase->after, part);
    }
    return phrase->before != NULL && phrase->after != NULL;
}

const char *subtitle_scale(const struct chart_plan *plan)
{
    switch (plan->all->axis) {
    case SHEAF_AXIS_LOG:
        return format_word_inside(plan->pen.text, WORD_LOG_SCALE);
    case SHEAF_AXIS_SYMLOG:
        return format_word_inside(plan->pen.text, WORD_SYMLOG_SCALE);
    default:
        return "";
    }
}

struct phrase shortest_subtitle(const struct chart_plan *plan, const char *unit, const char *period)
{
    bool is_symbol = plan->model->multiplier == 0 && is_unit_symbol(unit);

    return (struct phrase){ .before = unit,
                            .name = "",
                            .after = period,
                            .symbol = is_symbol ? unit : NULL,
                            .is_made = true };
}

const char *subtitle_largest(const struct chart_plan *plan)
{
    const struct chart_top *top = &plan->top;
    const struct blank blanks[] = {
        { "shown", format_number(plan->pen.text, plan->pen.arena, (double)top->shown, 0) },
        { "all",
          format_number(plan->pen.text, plan->pen.arena, (double)(top->all - top->unranked), 0) },
    };

    if (top->shown == top->all)
        return "";
    return format_phrase(plan->pen.text, plan->pen.arena, PHRASE_LARGEST_OF, blanks, 2);
}

const char *spoken_scope(struct chart_plan *plan)
{
    const char *measure = measure_part(plan), *product = product_part(plan);
    if (measure == NULL)
        return NULL;
    const char *flow = flow_part(plan, measure);
    if (strcmp(measure, format_word(plan->pen.text, WORD_SHARE_OF_TOTAL)) == 0)
        measure = format_word_inside(plan->pen.text, WORD_SHARE_OF_TOTAL); /* behind the type */
    bool flow_is_label = plan->model->n_series == 1 && is_by_flow(plan, &plan->model->series[0]);
    const char *const parts[] = {
        strcmp(measure, sheaf_series_label(plan->chart->series[0])) == 0 ? "" : measure,
        product,
        other_members(plan),
        country_part(plan, sheaf_series_reporter),
        flow_is_label ? "" : flow,
        partner_part(plan),
        subtitle_scale(plan),
    };
    const char *scope = "";

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        scope = joined(plan, scope, parts[i]);
    return scope;
}
