/* whole_lines_are_drawn_as_in_parts.c - a line of very many figures of which there is nothing to tell is
 * drawn in one go, and its figures are collected in runs: the marks and the figures are those of the
 * general way. One status, gap or break within it is not lost. */
#include "support/check.h"
#include "support/quota.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/marks.h"
#include "chart/model/status_flags.h"
#include "scene/scene.h"
#include "series/rounding.h"
#include "series/series.h"

enum { FEW = 999, MANY = 1000, MORE = 4321 };

/* What figures are: all of one kind but for one, or in stretches. */
enum what { ONE_STYLE, ANOTHER_STYLE, STRETCHES, GAP, BREAK, WHATS };

static const char *const what_names[WHATS] = { "one style", "another style", "stretches", "a gap",
                                               "a break" };

struct line {
    enum what what;
    enum figure_style style;
    size_t n, at; /* at: of the one that differs */
    const char *theme;
    bool is_deemphasised, lacks_periods, joins_gaps;
};

/* The way that every line could take draws the same of periods without a step, if they are many. */
enum way { USUAL, GENERAL };

static struct figure figure_at(const struct line *line, size_t i)
{
    struct figure figure = { .value = 50 + 40 * sin((double)i / 97) + (double)(i * 7919 % 101) / 20,
                             .drawn = line->style };

    if (line->what == STRETCHES && i >= line->at)
        figure.drawn = (enum figure_style)(i / 150 % FIGURE_STYLES);
    if (i != line->at)
        return figure;
    if (line->what == ANOTHER_STYLE)
        figure.drawn = (enum figure_style)((line->style + 1) % FIGURE_STYLES);
    if (line->what == GAP)
        figure.value = NAN;
    if (line->what == BREAK)
        figure.flags = 1U << FLAG_BREAK;
    return figure;
}

struct drawn {
    struct figure *figures;
    double *x;
    bool *absent;
    sheaf_period *periods;
};

static struct drawn make(const struct line *line)
{
    struct drawn made = { .figures = calloc(line->n, sizeof *made.figures),
                          .x = calloc(line->n, sizeof *made.x),
                          .absent = calloc(line->n, sizeof *made.absent),
                          .periods = calloc(line->n, sizeof *made.periods) };

    assert_true(made.figures != NULL && made.x != NULL && made.absent != NULL &&
                made.periods != NULL);
    for (size_t i = 0; i < line->n; i++) {
        made.figures[i] = figure_at(line, i);
        made.x[i] = 20 + 400 * (double)i / (double)(line->n - 1);
        made.absent[i] = line->lacks_periods && i == line->n / 3;
    }
    return made;
}

static void destroy(struct drawn *made)
{
    free(made->figures);
    free(made->x);
    free(made->absent);
    free(made->periods);
}

/* The marks as text, for the caller to free; *asked: memory that they took on their way. */
static struct buffer marks_of(const struct line *line, enum way way, size_t *asked)
{
    static sheaf_error error;
    struct drawn made = make(line);
    struct quota quota = { .left = SIZE_MAX };
    sheaf_alloc alloc = quota_alloc(&quota);
    const struct theme *theme = theme_named(line->theme);
    struct model_series series = { .color = theme->categories[1],
                                   .is_deemphasised = line->is_deemphasised,
                                   .figures = made.figures,
                                   .n_values = line->n };
    struct model model = { .periods = made.periods,
                           .periods_found = made.periods,
                           .n_periods = line->n,
                           .absent_before = line->lacks_periods ? made.absent : NULL,
                           .absent_step = line->lacks_periods ? 1 : 0,
                           .is_uneven = way == GENERAL,
                           .series = &series,
                           .n_series = 1 };
    struct arena arena;
    struct buffer dump;

    error = (sheaf_error){ 0 };
    arena_init(&arena, &alloc, &error);
    buffer_init(&dump, NULL, &error);
    const struct plot plot = {
        .pen = { .theme = theme, .arena = &arena, .em = 7.5, .pixel = 0.5, .column = 0.5 },
        .model = &model,
        .joins_gaps = line->joins_gaps
    };
    const struct scale scale = { .type = &linear_scale, .high = 100, .from = 300, .to = 20 };
    struct scene *scene = scene_create(NULL, 440, 320);

    mark_line(&plot, scene, &scale, &series, PLACES(made.x), NULL);
    scene_finish(scene);
    scene_dump(scene, &dump);
    assert_string_equal(error.message, "");
    *asked = quota.asked;
    scene_destroy(scene);
    arena_free(&arena);
    destroy(&made);
    return dump;
}

/* True: the usual way took no room for all points. */
static bool compare(const struct line *line)
{
    size_t room, general_room;
    struct buffer usual = marks_of(line, USUAL, &room);
    struct buffer general = marks_of(line, GENERAL, &general_room);

    if (usual.length != general.length || memcmp(usual.bytes, general.bytes, usual.length) != 0)
        fail_msg("%s at %zu of %zu, style %d, theme %s%s%s%s: the marks differ",
                 what_names[line->what], line->at, line->n, (int)line->style, line->theme,
                 line->is_deemphasised ? ", grey" : "", line->lacks_periods ? ", absent" : "",
                 line->joins_gaps ? ", joined" : "");
    assert_true(usual.length > 100);
    assert_true(general_room >= line->n * sizeof(double));
    buffer_free(&usual);
    buffer_free(&general);
    return room == 0;
}

/* Statuses, gaps and breaks at the ends, in the middle and at the edges of it. */
static void marks_are_equal(void **state)
{
    static const size_t counts[] = { FEW, MANY, MORE };

    (void)state;
    for (enum what what = 0; what < WHATS; what++)
        for (enum figure_style style = 0; style < FIGURE_STYLES; style++)
            for (size_t k = 0; k < 3; k++) {
                const size_t n = counts[k], places[] = { 0, 1, n / 2, n - 2, n - 1 };
                for (size_t p = 0; p < sizeof places / sizeof *places; p++) {
                    const struct line line = {
                        .what = what, .style = style, .n = n, .at = places[p], .theme = "default"
                    };
                    bool is_plain = what == ONE_STYLE && n >= MANY && style != FIGURE_PROVISIONAL;

                    assert_true(compare(&line) == is_plain || what == STRETCHES);
                }
            }
}

static void so_are_those_of_other_looks(void **state)
{
    static const char *const themes[] = { "default", "print", "dark", "high-contrast", "analysis" };

    (void)state;
    for (size_t t = 0; t < sizeof themes / sizeof *themes; t++)
        for (unsigned bits = 0; bits < 8; bits++) {
            const struct line line = { .n = MORE,
                                       .theme = themes[t],
                                       .is_deemphasised = (bits & 1U) != 0,
                                       .lacks_periods = (bits & 2U) != 0,
                                       .joins_gaps = (bits & 4U) != 0 };
            (void)compare(&line);
        }
}

/* Figures -------------------------------------------------------------------------------------- */

/* The observation of a day; one of a line that series do not keep is not plain, whatever else it is. */
static sheaf_observation observation_on(size_t day, bool plain)
{
    static const sheaf_observation_status statuses[] = { SHEAF_PROVISIONAL, SHEAF_ESTIMATED,
                                                         SHEAF_FORECAST, SHEAF_BREAK,
                                                         SHEAF_MISSING };
    const double value = day % 1201 == 7   ? 0
                         : day % 1201 == 9 ? 0.004 /* nothing of it is left in two decimals */
                                           : (double)(day * 7919 % 100003) / 100;
    const int decimals = day % 11 == 3 ? 0 : 2;
    struct interval open = rounding_interval(value, decimals);
    sheaf_observation o = { .period = { SHEAF_DAYS, 11000 + (int32_t)day, 1 },
                            .value = value,
                            .decimals = decimals,
                            .low = open.low,
                            .high = open.high,
                            .status = SHEAF_NORMAL,
                            .line = day + (plain ? 2 : MOST_PLAIN_LINE + (size_t)1),
                            .file = "days.csv" };

    if (day == 350 || day / 100 == 17 || day + 2 == MORE) /* blocks of 512 without one are plain */
        o.status = statuses[day % 5];
    if (day == 900)
        o.confidentiality = 'C';
    if (o.status == SHEAF_MISSING)
        o.value = o.low = o.high = NAN;
    return o;
}

/* Every so often a day is absent: of the second series another one than of the first. */
static sheaf_chart *make_chart(sheaf_context *context, bool plain)
{
    static const char *const names[] = { "exports", "imports" };
    sheaf_chart *chart = sheaf_chart_create(context, SHEAF_LINES);

    for (size_t s = 0; s < 2; s++) {
        sheaf_series *series = sheaf_series_create(NULL, names[s], "USD", 0);
        for (size_t day = 0; day < MORE; day++) {
            const sheaf_observation o = observation_on(day, plain);
            if (day % 613 != 100 * s + 11)
                sheaf_series_add_observation(series, &o);
        }
        assert_string_equal(sheaf_series_message(series), "");
        assert_int_equal(series_plain_from(series, 3000).n > 0, plain);
        sheaf_chart_take(chart, series);
    }
    return chart;
}

static void assert_same_number(double a, double b)
{
    assert_true(a == b || (isnan(a) && isnan(b)));
}

static void assert_same_figure(const struct figure *a, const struct figure *b)
{
    assert_same_number(a->value, b->value);
    if (!isnan(a->value)) {
        assert_same_number(a->low, b->low);
        assert_same_number(a->high, b->high);
    }
    assert_int_equal(a->decimals, b->decimals);
    assert_int_equal(a->flags, b->flags);
    assert_int_equal(a->is_about, b->is_about);
    assert_int_equal(a->is_derived, b->is_derived);
    assert_int_equal(a->style, b->style);
    assert_int_equal(a->drawn, b->drawn);
}

static void figures_are_equal(void **state)
{
    sheaf_context *context = sheaf_context_create(NULL);
    sheaf_chart *charts[2];
    struct model *models[2];
    struct arena arena;
    sheaf_error error = { 0 };

    (void)state;
    arena_init(&arena, NULL, &error);
    struct text *text = text_begin(NULL, "en", NULL, &error);
    for (int k = 0; k < 2; k++) {
        charts[k] = make_chart(context, k == 0);
        models[k] = model_create(charts[k], SHEAF_FLAGS_ALL, theme_named("default"), NULL, text,
                                 &arena, &error);
        assert_string_equal(error.message, "");
    }
    assert_int_equal(models[0]->n_periods, models[1]->n_periods);
    assert_int_equal(models[0]->n_values, models[1]->n_values);
    for (size_t s = 0; s < 2; s++)
        for (size_t i = 0; i < models[0]->n_periods; i++) {
            assert_memory_equal(&models[0]->periods[i], &models[1]->periods[i],
                                sizeof(sheaf_period));
            assert_same_figure(&models[0]->series[s].figures[i], &models[1]->series[s].figures[i]);
        }
    for (int k = 0; k < 2; k++)
        sheaf_chart_destroy(charts[k]);
    text_end(text);
    arena_free(&arena);
    sheaf_context_destroy(context);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_are_equal),
        cmocka_unit_test(so_are_those_of_other_looks),
        cmocka_unit_test(figures_are_equal),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
