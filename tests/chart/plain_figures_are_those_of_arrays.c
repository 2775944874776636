/* plain_figures_are_those_of_arrays.c - a chart whose figures stand in their series alone is the same, mark
 * by mark and word by word, as one that has them in arrays.
 *
 * A figure of a very late line of a file is not plain, and is shown as any other: so each case is drawn of
 * figures of line 1 and again of such. */
#include "support/check.h"

#include <math.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "scene/scene.h"
#include "series/rounding.h"
#include "series/series.h"

enum { LATE = MOST_PLAIN_LINE + 1U };

static double walk(unsigned *seed, double value, double step)
{
    *seed = *seed * 1664525U + 1013904223U;
    return value + step * ((double)(*seed >> 8) / (1 << 23) - 1);
}

enum way {
    WALK,
    LEVEL, /* all the same */
    STEPS, /* many are equal to the one before */
    RISE,
    FALL,       /* one way */
    RISE_AT_END /* in its last steps, behind a walk */
};

struct given {
    double from, step;
    int decimals, multiplier;
    enum way path;
    const char *unit;
    int more;          /* decimals of each third figure beyond those */
    bool is_unrounded; /* the values have more than their decimals say */
};

static const struct {
    const char *name;
    struct given given[2];
    size_t n, n_series;
    bool are_months;
    sheaf_axis axis;
    const char *language;
    sheaf_chart_type type;
} cases[] = {
    { "days", { { 100, 2, 2, 0, WALK, "USD", 0, false } }, 2000, 1, .language = "en" },
    { "fewer than many", { { 100, 2, 2, 0, WALK, "USD", 0, false } }, 999, 1, .language = "en" },
    { "on both sides of zero",
      { { 0, 1, 2, 0, WALK, "USD", 0, false } },
      2000,
      1,
      .language = "ru" },
    { "below zero", { { -900, 2, 1, 0, WALK, "USD", 0, false } }, 2000, 1, .language = "de" },
    { "rates", { { 3, 0.05, 2, 0, WALK, "%", 0, false } }, 2000, 1, .language = "fr" },
    { "small rates", { { 0.05, 0.01, 3, 0, WALK, "%", 0, false } }, 2000, 1, .language = "kk" },
    { "in millions", { { 5e7, 2e5, 0, 0, WALK, "USD", 0, false } }, 2000, 1, .language = "zh" },
    { "in billions, rounded up",
      { { 9.995e8, 1e5, 0, 0, WALK, "USD", 0, false } },
      2000,
      1,
      .language = "ar" },
    { "of thousands", { { 5e4, 2e2, 1, 3, WALK, "USD", 0, false } }, 2000, 1, .language = "ug" },
    { "in billions, as they are rounded",
      { { 9.9996e8, 0, 0, 0, LEVEL, "USD", 0, false },
        { 9.9996e8, 0, 0, 0, LEVEL, "USD", 0, false } },
      2000,
      6,
      .language = "en" },
    { "many a column", { { 100, 2, 2, 0, WALK, "USD", 0, false } }, 20000, 1, .language = "en" },
    { "a run at the end",
      { { 100, 2, 2, 0, RISE_AT_END, "USD", 0, false } },
      2000,
      1,
      .language = "en" },
    { "from less than one",
      { { 0.34, 0.75, 2, 0, RISE, "USD", 0, false } },
      2000,
      1,
      .language = "en" },
    { "nothing at their decimals",
      { { 0.3, 0.2, 0, 0, WALK, "USD", 0, true } },
      2000,
      1,
      .language = "en" },
    { "level, of other decimals",
      { { 20.4, 0, 1, 0, LEVEL, "USD", 0, false }, { 31, 0, 0, 0, LEVEL, "USD", 0, false } },
      2000,
      2,
      .type = SHEAF_LINES,
      .language = "en" },
    { "one above as far as rounding leaves open",
      { { 50, 0, 0, 0, LEVEL, "USD", 0, false }, { 40, 0.00515, 1, 0, RISE, "USD", 0, false } },
      2000,
      2,
      .type = SHEAF_LINES,
      .language = "en" },
    { "level", { { 5, 0, 2, 0, LEVEL, "USD", 0, false } }, 2000, 1, .language = "en" },
    { "steps", { { 5, 0.1, 1, 0, STEPS, "USD", 0, false } }, 2000, 1, .language = "en" },
    { "rising", { { 5, 0.01, 2, 0, RISE, "USD", 0, false } }, 2000, 1, .language = "en" },
    { "falling", { { 90, 0.01, 2, 0, FALL, "USD", 0, false } }, 2000, 1, .language = "en" },
    { "rounding leaves open",
      { { 50, 0.9, 0, 0, WALK, "USD", 0, false } },
      2000,
      1,
      .language = "en" },
    { "of other decimals", { { 50, 2, 1, 0, WALK, "USD", 1, false } }, 2000, 1, .language = "en" },
    { "two",
      { { 100, 2, 2, 0, WALK, "USD", 0, false }, { 120, 2, 2, 0, WALK, "USD", 0, false } },
      2000,
      2,
      .type = SHEAF_LINES,
      .language = "en" },
    { "two that rounding leaves open",
      { { 20, 0.4, 1, 0, WALK, "USD", 0, false }, { 20, 0.4, 0, 0, WALK, "USD", 0, false } },
      2000,
      2,
      .type = SHEAF_LINES,
      .language = "en" },
    { "one always above",
      { { 20, 0.1, 1, 0, WALK, "USD", 0, false }, { 90, 0.1, 1, 0, WALK, "USD", 0, false } },
      2000,
      2,
      .type = SHEAF_LINES,
      .language = "en" },
    { "two multipliers",
      { { 20, 0.1, 1, 6, WALK, "USD", 0, false }, { 2e4, 50, 1, 3, WALK, "USD", 0, false } },
      2000,
      2,
      .type = SHEAF_LINES,
      .language = "en" },
    { "months", { { 100, 2, 2, 0, WALK, "USD", 0, false } }, 1400, 1, true, .language = "en" },
    { "two of months",
      { { 100, 2, 2, 0, WALK, "USD", 0, false }, { 100, 2, 1, 0, WALK, "USD", 0, false } },
      1400,
      2,
      true,
      .type = SHEAF_LINES,
      .language = "en" },
    { "symlog",
      { { 0, 3, 2, 0, WALK, "USD", 0, false } },
      2000,
      1,
      false,
      SHEAF_AXIS_SYMLOG,
      .language = "en" },
    { "area",
      { { 100, 2, 2, 0, WALK, "USD", 0, false } },
      2000,
      1,
      .language = "en",
      .type = SHEAF_AREA },
    { "index",
      { { 100, 2, 2, 0, WALK, "USD", 0, false } },
      2000,
      1,
      .language = "en",
      .type = SHEAF_INDEX },
};

static double next_value(const struct given *given, double before, size_t i, unsigned *seed)
{
    switch (given->path) {
    case LEVEL:
        return before;
    case STEPS:
        return before + (i % 40 == 0 ? given->step : 0);
    case RISE:
        return before + given->step;
    case FALL:
        return before - given->step;
    case RISE_AT_END:
        return i >= 1995 ? before + given->step : walk(seed, before, given->step);
    default:
        return walk(seed, before, given->step);
    }
}

static sheaf_series *make(const struct given *given, const char *flow, size_t n, bool are_months,
                          unsigned line)
{
    sheaf_series *series = sheaf_series_create(NULL, flow, given->unit, given->multiplier);
    sheaf_period period = are_months ? sheaf_period_month(1900, 1) : sheaf_period_day(2001, 3, 5);
    double value = given->from;
    unsigned seed = flow[0] == 'e' ? 3 : 8;

    sheaf_series_set_flow(series, flow);
    for (size_t i = 0; i < n; i++, period.start++) {
        int decimals = given->decimals + (i % 3 == 0 ? given->more : 0);
        value = next_value(given, value, i, &seed);
        double shown = given->is_unrounded ? value : round_to(value, decimals);
        struct interval open = rounding_interval(shown, decimals);
        sheaf_series_add_observation(series, &(sheaf_observation){ .period = period,
                                                                   .value = shown,
                                                                   .low = open.low,
                                                                   .high = open.high,
                                                                   .decimals = decimals,
                                                                   .status = SHEAF_NORMAL,
                                                                   .line = line });
    }
    assert_int_equal(sheaf_series_status(series), SHEAF_OK);
    return series;
}

/* The scene as text, for the caller to free; the series' figures are of this line. */
static struct buffer draw(size_t number, unsigned line)
{
    static const char *const flows[] = { "exports", "imports", "a", "b", "c", "d" };
    static sheaf_error error;
    sheaf_chart *chart = sheaf_chart_create(NULL, cases[number].type);
    struct buffer dump;

    for (size_t i = 0; i < cases[number].n_series; i++)
        sheaf_chart_take(chart, make(&cases[number].given[i < 2 ? i : 1], flows[i], cases[number].n,
                                     cases[number].are_months, line));
    sheaf_chart_set_language(chart, cases[number].language);
    sheaf_chart_set_axis(chart, cases[number].axis);
    struct scene *scene = chart_scene(chart, 600, 400, true, NULL);
    assert_string_equal(sheaf_chart_message(chart), "");
    buffer_init(&dump, NULL, &error);
    scene_dump(scene, &dump);
    scene_destroy(scene);
    sheaf_chart_destroy(chart);
    return dump;
}

static void charts_are_the_same(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer plain = draw(i, 1), late = draw(i, LATE);

        print_message("  %s\n", cases[i].name);
        assert_true(plain.length > 1000);
        assert_int_equal(plain.length, late.length);
        assert_memory_equal(plain.bytes, late.bytes, plain.length);
        buffer_free(&plain);
        buffer_free(&late);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(charts_are_the_same) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
