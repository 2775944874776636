/* speech_figures.c - the figures of a chart in words: all of few, of many the ends and extremes. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "chart/model/absent.h"
#include "chart/model/figures.h"
#include "chart/words/speech.h"
#include "chart/words/words.h"
#include "series/series.h"

enum {
    MAX_SPOKEN = 12,      /* figures of a chart that are read out one by one */
    FEW_SERIES = 3,       /* so many are all told */
    FEW_PERIODS = 4,      /* a series of so few is as short as its ends and extremes */
    MAX_REMARKS = 4,      /* missing figures of a series, and breaks in it */
    ROOM_OF_ENTRIES = 320 /* characters of a text behind which no further entry begins */
};

static const char *phrase(const struct speech *speech, enum own_phrase number,
                          const struct blank *blanks, size_t n)
{
    return format_phrase(speech->plan->pen.text, speech->plan->pen.arena, number, blanks, n);
}

const char *speech_list(const struct speech *speech, const char *before, const char *words)
{
    if (before == NULL || words == NULL)
        return words;
    return arena_format(speech->plan->pen.arena, "%s%s%s", before, speech->punctuation->semicolon,
                        words);
}

bool speech_has_room(const struct speech *speech, const char *words)
{
    size_t title = speech->plan->title != NULL ? strlen(speech->plan->title) : 0;
    size_t said = utf8_count(speech->into->bytes, speech->into->length);
    size_t listed = words != NULL ? utf8_count(words, strlen(words)) : 0;

    title = title > 0 ? utf8_count(speech->plan->title, title) : 0;
    return said + listed < title + ROOM_OF_ENTRIES;
}

static const char *more_words(const struct speech *speech, size_t n)
{
    struct text *text = speech->plan->pen.text;
    const struct blank blank = { "count",
                                 format_number(text, speech->plan->pen.arena, (double)n, 0) };

    return format_trend(text, speech->plan->pen.arena, TREND_MORE, &blank, 1);
}

void speech_say_more(struct speech *speech, size_t n)
{
    const char *words = n > 0 ? more_words(speech, n) : "";

    if (words == NULL || n > 0)
        speech_say(speech, words != NULL ? capitalized(speech->plan->pen.arena, words) : NULL);
}

const char *speech_list_more(const struct speech *speech, const char *list, size_t n)
{
    return n > 0 ? speech_list(speech, list, more_words(speech, n)) : list;
}

/* A figure behind what tells it from the others: its period, its series. */
static const char *figure_behind(const struct speech *speech, const char *name,
                                 const struct figure *figure)
{
    struct chart_plan *plan = speech->plan;
    const char *status = pen_status_words(&plan->pen, figure);
    struct blank blanks[] = { { "period", name }, { "amount", NULL }, { "status", status } };

    if (isnan(figure->value)) {
        blanks[1].text = status != NULL ? status : format_word(plan->pen.text, WORD_NO_VALUE);
        return phrase(speech, PHRASE_FIGURE, blanks, 2);
    }
    blanks[1].text = pen_spoken(&plan->pen, plan->model, figure, false);
    return status != NULL ? phrase(speech, PHRASE_FIGURE_WITH_STATUS, blanks, 3)
                          : phrase(speech, PHRASE_FIGURE, blanks, 2);
}

const char *speech_figure(const struct speech *speech, const struct model_series *series,
                          size_t period)
{
    const struct chart_plan *plan = speech->plan;
    const struct figure figure = figure_at(plan->model, series, period);

    return figure_behind(
        speech, pen_period_text(&plan->pen, model_period(plan->model, series, period)), &figure);
}

const char *speech_named_figure(const struct speech *speech, const struct model_series *series,
                                size_t period)
{
    const struct figure figure = figure_at(speech->plan->model, series, period);

    return figure_behind(speech, series->label, &figure);
}

/* "2016–2021: n/a", of the periods that are absent before one. */
static const char *absent_words(const struct speech *speech, size_t period)
{
    const struct model *model = speech->plan->model;
    const struct chart_pen *pen = &speech->plan->pen;
    sheaf_period first = model->periods[period - 1], last = model->periods[period];

    first.start += model->absent_step;
    last.start -= model->absent_step;
    const char *from = pen_period_text(pen, first), *to = pen_period_text(pen, last);
    if (from == NULL || to == NULL)
        return NULL;
    if (first.start < last.start)
        from = arena_format(pen->arena, "%s%s%s", from,
                            strchr(from, ' ') != NULL ? " \xE2\x80\x93 " : "\xE2\x80\x93", to);
    const struct blank blanks[] = { { "period", from },
                                    { "amount", format_word(pen->text, WORD_NO_VALUE) } };
    return phrase(speech, PHRASE_FIGURE, blanks, 2);
}

static const char *all_figures(const struct speech *speech, const struct model_series *series)
{
    const struct model *model = speech->plan->model;
    const char *words = NULL;
    size_t n = model->n_periods;

    if (model->is_of_years) /* the rest of a year is still to come */
        n = model_last(model, series) + 1;
    for (size_t i = 0; i < n; i++) {
        if (absent_before(model, i))
            words = speech_list(speech, words, absent_words(speech, i));
        words = speech_list(speech, words, speech_figure(speech, series, i));
    }
    return words;
}

/* The ends of a series and its extremes: indices of periods. */
struct course_marks {
    size_t first, latest, low, high;
};

/* The first period whose figure is that of a value of the series. Others that become it as well in the
 * model's multiplier are as near as doubles are. */
static size_t first_with(const struct model *model, const struct model_series *series, double given)
{
    const double figure = plain_in_model(model, series, given), near = 1e-12 * fabs(given);

    for (size_t k = 0; k < model->n_periods;) {
        const struct plain_run run = series_plain_from(series->series, k);
        for (size_t i = 0; i < run.n; i++)
            if (fabs(run.figures[i].value - given) <= near &&
                plain_in_model(model, series, run.figures[i].value) == figure)
                return k + i;
        k += run.n;
    }
    return model->n_periods;
}

/* Of figures without an array, whose extremes are known. */
static struct course_marks marks_of_plain(const struct model *model,
                                          const struct model_series *series)
{
    const size_t last = model->n_periods - 1;
    const double low = plain_in_model(model, series, series->plain.given.low),
                 high = plain_in_model(model, series, series->plain.given.high),
                 first = figure_value(model, series, 0), latest = figure_value(model, series, last);

    return (struct course_marks){
        .first = 0,
        .latest = last,
        .low = first == low    ? 0
               : latest == low ? last
                               : first_with(model, series, series->plain.given.low),
        .high = first == high    ? 0
                : latest == high ? last
                                 : first_with(model, series, series->plain.given.high)
    };
}

/* An extreme that an end reaches as well is at that end. first is n_periods where there is no value. */
static struct course_marks marks_of(const struct model *model, const struct model_series *series)
{
    size_t n = model->n_periods;
    struct course_marks marks = { n, n, n, n };

    if (figures_are_plain(series))
        return marks_of_plain(model, series);
    for (size_t i = 0; i < n; i++) {
        double value = series->figures[i].value;
        if (isnan(value))
            continue;
        if (marks.first == n)
            marks = (struct course_marks){ i, i, i, i };
        marks.latest = i;
        marks.low = value < series->figures[marks.low].value ? i : marks.low;
        marks.high = value > series->figures[marks.high].value ? i : marks.high;
    }
    if (marks.first < n && series->figures[marks.latest].value <= series->figures[marks.low].value)
        marks.low = marks.low == marks.first ? marks.low : marks.latest;
    if (marks.first < n && series->figures[marks.latest].value >= series->figures[marks.high].value)
        marks.high = marks.high == marks.first ? marks.high : marks.latest;
    return marks;
}

static const char *mark_words(const struct speech *speech, const char *before,
                              enum trend_phrase which, const struct model_series *series,
                              size_t period)
{
    const struct chart_plan *plan = speech->plan;
    const struct blank blank = { "figure", speech_figure(speech, series, period) };
    const char *words = format_trend(plan->pen.text, plan->pen.arena, which, &blank, 1);

    if (before == NULL || words == NULL)
        return words;
    return arena_format(plan->pen.arena, "%s%s%s", before, speech->punctuation->comma, words);
}

/* "first and lowest 2010: 10, latest 2023: 19, highest 2021: 23" */
static const char *summary(const struct speech *speech, const struct model_series *series)
{
    const struct model *model = speech->plan->model;
    struct course_marks marks = marks_of(model, series);
    enum trend_phrase first = marks.low == marks.first    ? TREND_FIRST_LOWEST
                              : marks.high == marks.first ? TREND_FIRST_HIGHEST
                                                          : TREND_FIRST;
    enum trend_phrase latest = marks.low == marks.latest    ? TREND_LATEST_LOWEST
                               : marks.high == marks.latest ? TREND_LATEST_HIGHEST
                                                            : TREND_LATEST;

    if (marks.first == model->n_periods)
        return format_word_inside(speech->plan->pen.text, WORD_NO_VALUE);
    if (marks.low == marks.high) /* all figures are the same */
        first = TREND_FIRST;
    const char *words = mark_words(speech, NULL, first, series, marks.first);
    if (marks.latest == marks.first)
        return words;
    words = mark_words(speech, words, latest, series, marks.latest);
    if (marks.low != marks.first && marks.low != marks.latest)
        words = mark_words(speech, words, TREND_LOWEST, series, marks.low);
    if (marks.high != marks.first && marks.high != marks.latest)
        words = mark_words(speech, words, TREND_HIGHEST, series, marks.high);
    return words;
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

    if (figures_are_plain(series) && absent_of(speech->plan->model) == NULL)
        return words;
    for (size_t i = 0; i < speech->plan->model->n_periods && said < MAX_REMARKS; i++) {
        if (absent_before(speech->plan->model, i)) {
            words = speech_list(speech, words, absent_words(speech, i));
            said++;
        }
        if (!figures_are_plain(series) && is_remarkable(&series->figures[i])) {
            words = speech_list(speech, words, speech_figure(speech, series, i));
            said++;
        }
    }
    return words;
}

static bool is_long(const struct model *model)
{
    return model->n_periods > FEW_PERIODS && model->n_periods * model->n_series > MAX_SPOKEN;
}

void speech_say_one(struct speech *speech, const struct model_series *series)
{
    const char *figures = is_long(speech->plan->model)
                              ? with_remarks(speech, series, summary(speech, series))
                              : all_figures(speech, series);
    const struct blank blanks[] = { { "series", series->label },
                                    { "figures", speech_course(speech, figures, series) } };

    speech_say(speech, phrase(speech, PHRASE_SERIES, blanks, 2));
}

/* Statuses of figures that ends and extremes leave out: "Some figures: provisional". */
static void say_statuses(struct speech *speech)
{
    const struct chart_plan *plan = speech->plan;
    const char *words = NULL;

    for (int i = FIGURE_SOLID + 1; i < FIGURE_STYLES; i++) {
        const char *word = pen_style_word(&plan->pen, (enum figure_style)i);
        if (!plan->model->styles[i] || word == NULL)
            continue;
        words = words == NULL ? word
                              : arena_format(plan->pen.arena, "%s%s%s", words,
                                             speech->punctuation->comma, word);
    }
    if (words == NULL)
        return;
    const struct blank blank = { "statuses", words };
    words = format_trend(plan->pen.text, plan->pen.arena, TREND_SOME_FIGURES, &blank, 1);
    speech_say(speech, words != NULL ? capitalized(plan->pen.arena, words) : NULL);
}

/* Where a series stands in a list: the total, the largest, …, the rest, those without a figure. */
static double rank_of(const struct model *model, size_t i)
{
    double value = figure_value(model, &model->series[i], 0);

    if (i == 0 && model->begins_with_total)
        return INFINITY;
    if (isnan(value))
        return -INFINITY;
    return sheaf_series_is_remainder(model->series[i].series) ? -DBL_MAX : value;
}

/* The series that comes next after `before` in such a list; of equal ones the first. n_series: that
 * was the last. before: n_series for the first. */
static size_t next_in_rank(const struct model *model, size_t before)
{
    size_t next = model->n_series;

    for (size_t i = 0; i < model->n_series; i++) {
        double rank = rank_of(model, i);
        double last = before < model->n_series ? rank_of(model, before) : INFINITY;
        bool is_behind = before == model->n_series || rank < last ||
                         (rank >= last && rank <= last && i > before);
        if (is_behind && (next == model->n_series || rank > rank_of(model, next)))
            next = i;
    }
    return next;
}

/* "2023 – China: 14.7; Russia: 10.2; further entries: 21" */
static void say_period(struct speech *speech)
{
    const struct model *model = speech->plan->model;
    const char *words = NULL;
    size_t said = 0, i = model->n_series;

    while (said < model->n_series &&
           (said == 0 || said + 1 == model->n_series || speech_has_room(speech, words))) {
        i = next_in_rank(model, i);
        words = speech_list(speech, words, speech_named_figure(speech, &model->series[i], 0));
        said++;
    }
    words = speech_list_more(speech, words, model->n_series - said);
    const char *period = pen_period_text(&speech->plan->pen, model->periods[0]);
    const struct blank blanks[] = { { "series", period }, { "figures", words } };
    speech_say(speech, period != NULL && period[0] == '\0'
                           ? words
                           : phrase(speech, PHRASE_SERIES, blanks, 2));
}

void speech_say_series(struct speech *speech)
{
    const struct model *model = speech->plan->model;
    size_t said = 0;

    if (model->n_periods == 1 && model->n_series > 1 && !model->is_of_years) {
        say_period(speech);
    } else {
        for (size_t k = 0; k < model->n_series; k++) {
            /* Of years the latest first. */
            size_t i = model->is_of_years ? model->n_series - 1 - k : k;
            const struct model_series *series = &model->series[i];
            if (k > 0 && model->n_series > FEW_SERIES && !speech_has_room(speech, NULL) &&
                (is_long(model) || !sheaf_series_is_remainder(series->series)))
                continue;
            speech_say_one(speech, series);
            said++;
        }
        speech_say_more(speech, model->n_series - said);
        if (is_long(model))
            say_statuses(speech);
    }
    speech_say_relations(speech);
}
