/* bounds_are_drawn_as_bands.c - which series are bounds of others, which figures of a fan are
 * forecasts, and what is refused. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/model/intervals.h"
#include "chart/picture.h"
#include "scene/scene.h"

static void names_say_what_they_bound(void **state)
{
    static const struct {
        const char *name, *about;
        bool is_bound, is_high;
        int share;
    } cases[] = {
        { "low90", "", true, false, 90 },
        { "high 50 %", "", true, true, 50 },
        { "Lo 80", "", true, false, 80 },
        { "exports high_95", "exports", true, true, 95 },
        { "exports (upper, 90%)", "exports", true, true, 90 },
        { "lower", "", true, false, 0 },
        { "imports max", "imports", true, true, 0 },
        { "p05", "", true, false, 90 },
        { "p75", "", true, true, 50 },
        { "p50", "", false, false, 0 },
        { "low100", "", false, false, 0 },
        { "exports", "", false, false, 0 },
        { "Malta low-cost", "", false, false, 0 },
        { "slow", "", false, false, 0 },
        { "2024", "", false, false, 0 },
        { "", "", false, false, 0 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct bound_name bound;
        print_message("  '%s'\n", cases[i].name);
        assert_int_equal(bound_name_read(cases[i].name, &bound), cases[i].is_bound);
        if (!cases[i].is_bound)
            continue;
        assert_int_equal(bound.is_high, cases[i].is_high);
        assert_int_equal(bound.share, cases[i].share);
        assert_int_equal(bound.about, strlen(cases[i].about));
    }
}

struct row {
    const char *name;
    double values[4]; /* of 2021 to 2024; NaN: none */
    sheaf_observation_status last;
};

static void add(sheaf_chart *chart, const struct row *row, int decimals)
{
    sheaf_series *series = sheaf_series_create(NULL, row->name, "Zlr", 0);

    for (int i = 0; i < 4; i++)
        if (!isnan(row->values[i]))
            sheaf_series_add(series, sheaf_period_year(2021 + i), row->values[i], decimals,
                             i == 3 ? row->last : SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

/* The scene as text; the caller frees. *status: of the chart. */
static struct buffer draw(sheaf_chart *chart, sheaf_error *error)
{
    static sheaf_error none;
    struct scene *scene = chart_scene(chart, 480, 300, true, NULL);
    struct buffer dump;

    *error = *sheaf_chart_error(chart);
    buffer_init(&dump, NULL, &none);
    if (error->status == SHEAF_OK)
        scene_dump(scene, &dump);
    else
        buffer_text(&dump, error->message);
    scene_destroy(scene);
    return dump;
}

static const struct row exports = { "exports", { 10, 11, 12, 13 }, SHEAF_NORMAL };
static const struct row forecast = { "exports", { 10, 11, 12, 13 }, SHEAF_FORECAST };
static const struct row low = { "low", { NAN, NAN, NAN, 11 }, SHEAF_NORMAL };
static const struct row high = { "high", { NAN, NAN, NAN, 16 }, SHEAF_NORMAL };
static const struct row low90 = { "low90", { NAN, NAN, 11, 11 }, SHEAF_NORMAL };
static const struct row high90 = { "high90", { NAN, NAN, 14, 16 }, SHEAF_NORMAL };
static const struct row imports = { "imports", { 1, 2, 3, 4 }, SHEAF_NORMAL };
static const struct row whole = { "imports", { 1, 2, 3, 70 }, SHEAF_NORMAL };

static void what_is_drawn_and_what_refused(void **state)
{
    static const struct {
        sheaf_chart_type type;
        const struct row *rows[5];
        const char *says; /* the picture, or the refusal */
        bool is_refused;
    } cases[] = {
        { SHEAF_FAN, { &exports, &low90, &high90 }, "90% interval: 11", false },
        { SHEAF_FAN, { &exports, &low90, &high90 }, "2023: 12 (forecast)", false },
        { SHEAF_FAN, { &forecast, &low90, &high90 }, "2024: 13 (forecast)", false },
        { SHEAF_FAN, { &exports }, "add columns or series such as 'low90' and 'high90'", true },
        { SHEAF_RANGE, { &exports, &low, &high }, "Range: 11 to 16", false },
        { SHEAF_RANGE,
          { &imports, &exports, &low, &high },
          "'low' is a bound of none of the series shown; call it after one of them",
          true },
        { SHEAF_RANGE, { &exports, &low }, "'low' has no high bound beside it", true },
        { SHEAF_RANGE, { &low, &high }, "the series that it bounds is not there", true },
        { SHEAF_RANGE, { &imports }, "What rounding leaves open: 3.5 to 4.5", false },
        { SHEAF_RANGE, { &whole }, "nothing says so of these", true },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, cases[i].type);
        sheaf_error error;
        for (size_t k = 0; cases[i].rows[k] != NULL; k++)
            add(chart, cases[i].rows[k], 0);
        struct buffer dump = draw(chart, &error);
        print_message("  %s\n", cases[i].says);
        assert_int_equal(error.status, cases[i].is_refused ? SHEAF_BAD_INPUT : SHEAF_OK);
        if (strstr(dump.bytes, cases[i].says) == NULL)
            fail_msg("it says: %.900s", dump.bytes);
        buffer_free(&dump);
        sheaf_chart_destroy(chart);
    }
}

/* Once a status says which figures are forecasts, bounds alone make none. */
static void statuses_come_before_bounds(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_FAN);
    sheaf_error error;

    (void)state;
    add(chart, &forecast, 0);
    add(chart, &low90, 0);
    add(chart, &high90, 0);
    struct buffer dump = draw(chart, &error);
    assert_non_null(strstr(dump.bytes, "2023: 12;"));
    buffer_free(&dump);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_say_what_they_bound),
        cmocka_unit_test(what_is_drawn_and_what_refused),
        cmocka_unit_test(statuses_come_before_bounds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
