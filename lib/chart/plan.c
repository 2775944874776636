/* plan.c - what every part of a chart's layout shares. */
#include "chart/plan.h"

#include <math.h>

#include "chart/amounts.h"

#include "period/period.h"
#include "text/format.h"

#define BEGIN_LEFTWARDS "\xE2\x81\xA7"
#define BEGIN_ISOLATE   "\xE2\x81\xA8"
#define END_ISOLATE     "\xE2\x81\xA9"

double plan_snap(const struct chart_plan *plan, double at)
{
    return plan->pixel > 0 ? floor(at / plan->pixel + 0.5) * plan->pixel : at;
}

bool plan_failed(const struct chart_plan *plan)
{
    return text_error(plan->text)->status != SHEAF_OK;
}

struct text_line *plan_label(struct chart_plan *plan, const char *utf8,
                             const struct text_style *style)
{
    return utf8 != NULL ? text_set(plan->text, plan->arena, utf8, style) : NULL;
}

double line_width(const struct text_line *line)
{
    return line != NULL ? line->width : 0;
}

void plan_draw_centered(struct scene *scene, const struct text_line *line, double x, double y,
                        enum text_align align)
{
    if (line != NULL)
        text_line_draw(line, scene, x, y + line->cap_height / 2, align);
}

static const char *isolated(struct chart_plan *plan, const char *begin, const char *words)
{
    if (words == NULL || words[0] == '\0' || !text_is_right_to_left(plan->text))
        return words;
    return arena_format(plan->arena, "%s%s" END_ISOLATE, begin, words);
}

const char *plan_isolated(struct chart_plan *plan, const char *words)
{
    return isolated(plan, BEGIN_ISOLATE, words);
}

const char *plan_in_order(struct chart_plan *plan, const char *words)
{
    return isolated(plan, BEGIN_LEFTWARDS, words);
}

const char *plan_style_word(struct chart_plan *plan, enum figure_style style)
{
    static const enum word words[FIGURE_STYLES] = {
        [FIGURE_DERIVED] = WORD_DERIVED,
        [FIGURE_PROVISIONAL] = WORD_PROVISIONAL,
        [FIGURE_ESTIMATED] = WORD_ESTIMATED,
        [FIGURE_FORECAST] = WORD_FORECAST,
    };

    return style == FIGURE_SOLID ? NULL : format_word_inside(plan->text, words[style]);
}

const char *plan_status_words(struct chart_plan *plan, const struct figure *figure)
{
    const char *words = plan_style_word(plan, figure->style);

    for (unsigned mark = 0; mark < MARK_COUNT; mark++) {
        if ((figure->marks >> mark & 1) == 0)
            continue;
        const char *word = format_word_inside(plan->text, mark_word(mark));
        const char *comma = punctuation_of(text_locale(plan->text))->comma;
        words = words != NULL ? arena_format(plan->arena, "%s%s%s", words, comma, word) : word;
    }
    return words;
}

const char *plan_amount(struct chart_plan *plan, const struct figure *figure, bool with_unit)
{
    const struct amount amount = { .value = figure->value,
                                   .low = figure->low,
                                   .high = figure->high,
                                   .decimals = figure->decimals,
                                   .known = figure->known,
                                   .unit = plan->model->unit,
                                   .multiplier = plan->model->multiplier };

    return amount_text(plan->text, plan->arena, &amount, with_unit ? AMOUNT_WHOLE : AMOUNT_BARE);
}

const char *plan_marked(struct chart_plan *plan, const char *text, const struct figure *figure)
{
    const char *marks = marks_text(figure->marks, plan->arena);

    if (text == NULL || marks == NULL || marks[0] == '\0')
        return marks != NULL ? text : NULL;
    return arena_format(plan->arena, "%s\xC2\xA0%s", text, marks);
}

const char *plan_blank(struct chart_plan *plan, const struct figure *figure)
{
    if ((figure->marks & 1U << MARK_CONFIDENTIAL) != 0)
        return marks_text(figure->marks, plan->arena);
    return plan_marked(plan, "\xE2\x80\x93", figure);
}

char *plan_period_text(struct chart_plan *plan, sheaf_period period)
{
    return format_period(plan->text, plan->arena, period_interval(period), PERIOD_SHORT);
}

char *plan_datum_name(struct chart_plan *plan, const struct model_series *series, size_t period)
{
    const struct figure *figure = &series->figures[period];
    const char *time = plan_period_text(plan, plan->model->periods[period]);
    const char *word = plan_status_words(plan, figure);
    const char *amount = isnan(figure->value) ? format_word(plan->text, WORD_NO_VALUE)
                                              : plan_amount(plan, figure, true);

    if (isnan(figure->value) && word != NULL) {
        amount = word;
        word = NULL;
    }
    const struct blank blanks[] = {
        { "series", series->name }, { "period", time }, { "amount", amount }, { "status", word }
    };
    return word != NULL
               ? format_phrase(plan->text, plan->arena, PHRASE_DATUM_WITH_STATUS, blanks, 4)
               : format_phrase(plan->text, plan->arena, PHRASE_DATUM, blanks, 3);
}
