/* speech_trends.c - how the series of a chart go and how they stand to each other, in words. Everything
 * said can be counted again in the figures; causes and judgements are not said. */
#include <math.h>
#include <string.h>

#include "chart/model/course.h"
#include "chart/model/figures.h"
#include "chart/types/types.h"
#include "chart/words/amounts.h"
#include "chart/words/change.h"
#include "chart/words/speech.h"
#include "chart/words/words.h"
#include "period/period.h"

enum {
    MIN_STEPS = 2,    /* fewer say nothing that the figures beside do not */
    MIN_RUN = 3,      /* steps in a row at the end that are worth a word, against the rest */
    MIN_SAME_RUN = 4, /* the same, where most steps go that way anyway */
    MIN_RANKED = 3    /* fewer figures of a period lie beside each other in the text */
};

static struct text *text_of(const struct speech *speech)
{
    return speech->plan->pen.text;
}

static struct arena *arena_of(const struct speech *speech)
{
    return speech->plan->pen.arena;
}

static void say_capitalized(struct speech *speech, const char *words)
{
    speech_say(speech, words != NULL ? capitalized(arena_of(speech), words) : NULL);
}

/* Whether one is the period before the other; the calendar need not be asked of two days. */
static bool follows(sheaf_period before, sheaf_period period)
{
    if (period.unit == SHEAF_DAYS && period.count == 1 && before.unit == SHEAF_DAYS &&
        before.count == 1)
        return period.start - 1 == before.start;
    return period_order(sheaf_period_before(period), before) == 0;
}

/* What the periods of a model count by; periods with gaps between them are no years in a row. */
static enum period_step step_of_model(const struct model *model)
{
    const sheaf_period first = model->periods[0], last = model->periods[model->n_periods - 1];
    enum period_step step = step_of(period_interval(first));

    if (first.unit == SHEAF_DAYS && first.count == 1 && model->n_kinds == 1) /* as they ascend */
        return (size_t)((int64_t)last.start - first.start) + 1 == model->n_periods ? step
                                                                                   : STEP_PERIODS;
    for (size_t i = 1; i < model->n_periods; i++)
        if (!follows(model->periods[i - 1], model->periods[i]))
            return STEP_PERIODS;
    return step;
}

/* Plain numbers as x are no time: nothing rises from one to the next, nothing happens in one. */
static bool runs_over_time(const struct model *model)
{
    return model->n_periods > 0 && model->periods[0].unit != SHEAF_NUMBER;
}

static const char *plain(const struct speech *speech, enum trend_phrase phrase)
{
    return format_trend(text_of(speech), arena_of(speech), phrase, NULL, 0);
}

/* Whether all steps go one way. */
static bool is_one_way(const struct course *course)
{
    return course->rises == course->steps || course->falls == course->steps;
}

static const char *counts(const struct speech *speech, const struct course *course,
                          enum period_step step)
{
    bool rises = course->rises >= course->falls;

    if (is_one_way(course) && course->steps + 1 == speech->plan->model->n_periods)
        return plain(speech, rises ? TREND_ROSE_THROUGHOUT : TREND_FELL_THROUGHOUT);
    return format_trend_count(text_of(speech), arena_of(speech),
                              rises ? TREND_ROSE_IN : TREND_FELL_IN,
                              rises ? course->rises : course->falls, course->steps, step, NULL);
}

static const char *latest_run(const struct speech *speech, const struct course *course,
                              enum period_step step)
{
    const struct blank blank = { "times", format_steps(text_of(speech), arena_of(speech),
                                                       course->run, step) };

    return format_trend(text_of(speech), arena_of(speech),
                        course->direction > 0 ? TREND_ROSE_LAST : TREND_FELL_LAST, &blank, 1);
}

static bool is_steady(const struct model *model, const struct model_series *series)
{
    double first = NAN;

    if (figures_are_plain(series))
        return plain_in_model(model, series, series->plain.given.low) ==
               plain_in_model(model, series, series->plain.given.high);
    for (size_t i = 0; i < model->n_periods; i++) {
        double value = series->figures[i].value;
        if (isnan(first))
            first = value;
        if (!isnan(value) && (value < first || value > first))
            return false;
    }
    return true;
}

const char *speech_course(const struct speech *speech, const char *before,
                          const struct model_series *series)
{
    const struct model *model = speech->plan->model;
    struct course course = course_of(model, series);

    if (before == NULL || !runs_over_time(model) || model->is_of_years || model->n_kinds != 1 ||
        series->periods != NULL || course.steps < MIN_STEPS)
        return before;
    if (is_steady(model, series))
        return speech_list(speech, before, plain(speech, TREND_STEADY));
    if (course.rises + course.falls == 0)
        return before;
    enum period_step step = step_of_model(model);
    const char *words = speech_list(speech, before, counts(speech, &course, step));
    bool against = (course.direction > 0) != (course.rises >= course.falls);
    size_t worth = against ? MIN_RUN : MIN_SAME_RUN;
    return course.run >= worth && !is_one_way(&course)
               ? speech_list(speech, words, latest_run(speech, &course, step))
               : words;
}

/* Two series --------------------------------------------------------------------- */

static const char *overtaking_words(const struct speech *speech, const struct model_series *larger,
                                    const struct model_series *smaller, sheaf_period period)
{
    const struct blank when = { "when", format_in_period(text_of(speech), arena_of(speech),
                                                         period_interval(period)) };
    const struct blank blanks[] = { { "larger", larger->name },
                                    { "smaller", smaller->name },
                                    when };
    bool exports = strcmp(larger->name, format_word_inside(text_of(speech), WORD_EXPORTS)) == 0;
    bool imports = strcmp(larger->name, format_word_inside(text_of(speech), WORD_IMPORTS)) == 0;

    if (exports && strcmp(smaller->name, format_word_inside(text_of(speech), WORD_IMPORTS)) == 0)
        return format_trend(text_of(speech), arena_of(speech), TREND_EXPORTS_OVERTOOK, &when, 1);
    if (imports && strcmp(smaller->name, format_word_inside(text_of(speech), WORD_EXPORTS)) == 0)
        return format_trend(text_of(speech), arena_of(speech), TREND_IMPORTS_OVERTOOK, &when, 1);
    return format_trend(text_of(speech), arena_of(speech), TREND_OVERTOOK, blanks, 3);
}

static void say_overtaking(struct speech *speech, size_t a, size_t b)
{
    const struct model *model = speech->plan->model;
    struct overtaking found = course_overtaking(model, a, b);

    if (found.larger == model->n_series)
        return;
    const struct model_series *larger = &model->series[found.larger];
    if (found.period < model->n_periods) {
        say_capitalized(speech,
                        overtaking_words(speech, larger, &model->series[found.larger == a ? b : a],
                                         model->periods[found.period]));
    } else if (found.is_always) {
        const struct blank blank = { "larger", larger->name };
        say_capitalized(speech, format_trend(text_of(speech), arena_of(speech),
                                             TREND_LARGER_THROUGHOUT, &blank, 1));
    }
}

/* Of years beside each other: in how many months the latest was above the year before. */
static void say_years(struct speech *speech)
{
    const struct model *model = speech->plan->model;
    const struct model_series *latest = &model->series[model->n_series - 1], *before = latest - 1;
    size_t higher = 0, all = 0;

    for (size_t i = 0; i < model->n_periods; i++)
        if (!isnan(latest->figures[i].value) && !isnan(before->figures[i].value)) {
            higher += figure_order(&latest->figures[i], &before->figures[i]) > 0;
            all++;
        }
    if (all < MIN_STEPS)
        return;
    enum period_step step = step_of(period_interval(model->periods[0]));
    const struct blank smaller = { "smaller", before->name };
    const struct blank blanks[] = {
        { "series", latest->label },
        { "figures", format_trend_count(text_of(speech), arena_of(speech), TREND_LARGER_IN, higher,
                                        all, step, &smaller) }
    };
    speech_say(speech, format_phrase(text_of(speech), arena_of(speech), PHRASE_SERIES, blanks, 2));
}

/* Many series --------------------------------------------------------------------- */

/* The larger of the members of a period; without the rest of them and their total. n_series: none. */
static size_t extreme(const struct model *model, size_t period, int sign, size_t without)
{
    size_t found = model->n_series;

    for (size_t i = model->begins_with_total ? 1 : 0; i < model->n_series; i++) {
        double value = figure_value(model, &model->series[i], period);
        if (i == without || isnan(value) || sheaf_series_is_remainder(model->series[i].series))
            continue;
        if (found == model->n_series ||
            sign * value > sign * figure_value(model, &model->series[found], period))
            found = i;
    }
    return found;
}

/* Whether a figure is there that nobody may know: it may be the largest of all. */
static bool is_secret(const struct figure *figure)
{
    return isnan(figure->value) && (figure->flags & SECRET_FLAGS) != 0;
}

/* The last period in which all series that have figures at all, if secret ones, have one. */
static size_t last_of_all(const struct model *model)
{
    for (size_t period = model->n_periods; period-- > 0;) {
        size_t without = 0;
        for (size_t i = 0; i < model->n_series; i++) {
            const struct figure figure = figure_at(model, &model->series[i], period);
            without += is_secret(&figure) || (model->series[i].n_values > 0 && isnan(figure.value));
        }
        if (without == 0)
            return period;
    }
    return model->n_periods;
}

/* "Largest China: 14.7, smallest Peru: 0.3"; where members had no room, among those shown. */
static const char *extremes_words(const struct speech *speech, const struct blank blanks[2])
{
    const struct chart_top *top = &speech->plan->top;

    return format_trend(text_of(speech), arena_of(speech),
                        top->shown < top->all ? TREND_EXTREMES_SHOWN : TREND_EXTREMES, blanks, 2);
}

/* "2023 – largest China: 14.7, smallest Peru: 0.3" */
void speech_say_extremes(struct speech *speech)
{
    const struct model *model = speech->plan->model;
    size_t last = last_of_all(model);
    size_t largest =
        last < model->n_periods ? extreme(model, last, 1, model->n_series) : model->n_series;

    if (largest == model->n_series)
        return;
    size_t smallest = extreme(model, last, -1, largest);
    if (smallest == model->n_series)
        return;
    const struct blank blanks[] = {
        { "largest", speech_named_figure(speech, &model->series[largest], last) },
        { "smallest", speech_named_figure(speech, &model->series[smallest], last) }
    };
    const struct blank sentence[] = { { "series",
                                        pen_period_text(&speech->plan->pen, model->periods[last]) },
                                      { "figures", extremes_words(speech, blanks) } };
    speech_say(speech,
               format_phrase(text_of(speech), arena_of(speech), PHRASE_SERIES, sentence, 2));
}

/* Whether the figures of one period are all parts of a sum: the type adds them up, or the rest of all
 * is one of them. */
static bool is_whole(const struct chart_plan *plan)
{
    const struct model *model = plan->model;
    bool has_rest = plan->type->gather != NULL && !plan->type->keeps_series;

    for (size_t i = 0; i < model->n_series; i++) {
        const struct figure *figure = &model->series[i].figures[0];
        if (!(figure->value >= 0))
            return false;
        has_rest = has_rest || sheaf_series_is_remainder(model->series[i].series);
    }
    return has_rest;
}

static void say_share(struct speech *speech, const struct model_series *largest)
{
    const struct model *model = speech->plan->model;
    double sum = 0;

    for (size_t i = model->begins_with_total ? 1 : 0; i < model->n_series; i++)
        sum += model->series[i].figures[0].value;
    if (!(sum > 0))
        return;
    double percent = largest->figures[0].value / sum * 100;
    const struct amount share = { .value = percent, .low = percent, .high = percent, .unit = "%" };
    const struct blank blanks[] = { { "name", largest->label },
                                    { "share", amount_speech(text_of(speech), arena_of(speech),
                                                             &share, AMOUNT_WHOLE) } };
    say_capitalized(
        speech, format_trend(text_of(speech), arena_of(speech), TREND_LARGEST_SHARE, blanks, 2));
}

/* The largest of one period: how far the next is from it, and, where the rest of all is shown, what
 * its share is. Nothing where a secret one may be larger. */
static void say_lead(struct speech *speech)
{
    const struct model *model = speech->plan->model;

    for (size_t i = 0; i < model->n_series; i++)
        if (is_secret(&model->series[i].figures[0]))
            return;
    size_t first = extreme(model, 0, 1, model->n_series);
    size_t next = first < model->n_series ? extreme(model, 0, 1, first) : first;

    if (next == model->n_series)
        return;
    struct figure gap =
        figure_change(&model->series[next].figures[0], &model->series[first].figures[0]);
    const struct blank blank = { "amount", pen_spoken(&speech->plan->pen, model, &gap, false) };
    say_capitalized(speech, format_trend(text_of(speech), arena_of(speech), TREND_GAP, &blank, 1));
    if (is_whole(speech->plan) && !model->begins_with_total && strcmp(model->unit, "%") != 0)
        say_share(speech, &model->series[first]);
}

static size_t series_of_flow(const struct model *model, const char *flow)
{
    size_t i = 0;

    while (i < model->n_series && strcmp(model->series[i].flow, flow) != 0)
        i++;
    return i;
}

/* Flows are no members to be ranked: exports, imports and their balance. */
static void say_many(struct speech *speech)
{
    const struct model *model = speech->plan->model;
    size_t exports = series_of_flow(model, "exports"), imports = series_of_flow(model, "imports");

    if (exports == model->n_series || imports == model->n_series)
        speech_say_extremes(speech);
    else if (model->n_series == 3)
        say_overtaking(speech, exports, imports);
}

void speech_say_relations(struct speech *speech)
{
    const struct model *model = speech->plan->model;
    size_t parts = model->n_series - (model->begins_with_total ? 1 : 0);

    if (model->n_series < 2 || !runs_over_time(model) ||
        (model->n_kinds != 1 && !model->is_of_years))
        return;
    if (model->is_of_years)
        say_years(speech);
    else if (model->n_periods == 1 && parts >= MIN_RANKED)
        say_lead(speech);
    else if (model->n_periods > 1 && parts == 2)
        say_overtaking(speech, model->n_series - 2, model->n_series - 1);
    else if (model->n_periods > 1 && parts > 2)
        say_many(speech);
}

/* Cells --------------------------------------------------------------------------- */

/* "2023, March: 14.7" */
static const char *cell_words(const struct speech *speech, size_t cell)
{
    const struct model *model = speech->plan->model;
    const struct model_series *series = &model->series[cell / model->n_periods];
    const char *figure = speech_figure(speech, series, cell % model->n_periods);

    if (model->is_of_years || model->n_series == 1 || figure == NULL)
        return figure;
    return arena_format(arena_of(speech), "%s%s%s", series->label, speech->punctuation->comma,
                        figure);
}

static const struct figure *cell_figure(const struct model *model, size_t cell)
{
    return &model->series[cell / model->n_periods].figures[cell % model->n_periods];
}

static void say_extreme_cells(struct speech *speech)
{
    const struct model *model = speech->plan->model;
    size_t n = model->n_series * model->n_periods, low = n, high = n;

    for (size_t i = 0; i < n; i++) {
        double value = cell_figure(model, i)->value;
        if (isnan(value))
            continue;
        low = low == n || value < cell_figure(model, low)->value ? i : low;
        high = high == n || value > cell_figure(model, high)->value ? i : high;
    }
    if (low == n || low == high)
        return;
    const struct blank blanks[] = { { "largest", cell_words(speech, high) },
                                    { "smallest", cell_words(speech, low) } };
    say_capitalized(speech, extremes_words(speech, blanks));
}

/* Of a row a year: in which part of it the year's largest figure is most often. Years of which a part
 * is missing do not count; on a tie nothing is said. */
static void say_season(struct speech *speech)
{
    const struct model *model = speech->plan->model;
    size_t *times = arena_array(arena_of(speech), size_t, model->n_periods);
    size_t years = 0, most = 0, ties = 0;

    if (times == NULL) {
        speech->failed = true;
        return;
    }
    memset(times, 0, model->n_periods * sizeof *times);
    for (size_t k = 0; k < model->n_series; k++) {
        const struct figure *figures = model->series[k].figures;
        size_t high = 0;
        for (size_t i = 1; i < model->n_periods; i++)
            high = figures[i].value > figures[high].value ? i : high;
        if (model->series[k].n_values < model->n_periods)
            continue;
        years++;
        times[high]++;
    }
    for (size_t i = 0; i < model->n_periods; i++)
        most = times[i] > times[most] ? i : most;
    for (size_t i = 0; i < model->n_periods; i++)
        ties += times[i] == times[most];
    if (years < 3 || times[most] < 2 || ties > 1)
        return;
    const struct blank part = { "part",
                                format_period_of_years(text_of(speech), arena_of(speech),
                                                       period_interval(model->periods[most])) };
    say_capitalized(speech, format_trend_count(text_of(speech), arena_of(speech), TREND_SEASON,
                                               times[most], years, STEP_YEARS, &part));
}

void speech_say_cells(struct speech *speech)
{
    const struct model *model = speech->plan->model;

    if (model->n_series * model->n_periods <= 12) {
        speech_say_series(speech);
        return;
    }
    say_extreme_cells(speech);
    if (model->is_of_years)
        say_season(speech);
    else if (model->n_series > 1)
        speech_say_extremes(speech);
    else
        speech_say_one(speech, &model->series[0]);
}
