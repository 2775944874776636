/* names_tell_series_apart.c - what series of one name are called beside each other. */
#include "support/check.h"

#include <string.h>

#include "chart/layout.h"
#include "chart/model/model.h"
#include "chart/words/names.h"
#include "series/series.h"

struct named {
    const char *name, *label, *flow, *partner, *product, *product_name;
};

struct naming {
    struct named series[3];
    const char *labels[3];
};

static const struct naming cases[] = {
    /* Nothing to do. */
    { { { "exports", NULL, "exports", NULL, NULL, NULL },
        { "imports", NULL, "imports", NULL, NULL, NULL } },
      { "Exports", "Imports" } },
    /* By the flow. */
    { { { "10", "Cereals", "exports", NULL, "10", "Cereals" },
        { "10", "Cereals", "imports", NULL, "10", "Cereals" } },
      { "Cereals, exports", "Cereals, imports" } },
    /* By the code; the rest of a whole has none. */
    { { { "8541", "Other", "exports", NULL, "8541", "Other" },
        { "8549", "Other", "exports", NULL, "8549", "Other" },
        { "other", NULL, "exports", NULL, NULL, NULL } },
      { "Other (8541)", "Other (8549)", "Other" } },
    /* What is only called so is a series like any. */
    { { { "other", NULL, "exports", "CHN", NULL, NULL },
        { "other", NULL, "exports", "ITA", NULL, NULL } },
      { "Other, China", "Other, Italy" } },
    /* By the partner. */
    { { { "10", "Cereals", "exports", "CHN", "10", "Cereals" },
        { "10", "Cereals", "exports", "ITA", "10", "Cereals" },
        { "72", "Iron and steel", "exports", "ITA", "72", "Iron and steel" } },
      { "Cereals, China", "Cereals, Italy", "Iron and steel" } },
    /* A product is known by its name in what is computed of it, too. */
    { { { "72", NULL, "exports", NULL, "72", "Iron and steel" } }, { "Iron and steel" } },
};

static sheaf_series *make(const struct named *named)
{
    sheaf_series *series =
        sheaf_series_from_years(named->name, "USD", 9, 2022, (const double[]){ 5, 6 }, 2);

    sheaf_series_set_label(series, named->label);
    sheaf_series_set_flow(series, named->flow);
    sheaf_series_set_partner(series, named->partner);
    sheaf_series_set_product(series, named->product);
    series_set_product_name(series, named->product_name);
    sheaf_series_set_remainder(series, strcmp(named->name, "other") == 0 && named->partner == NULL);
    return series;
}

static void check_labels(const struct naming *naming, const char *locale)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
    sheaf_error error = { 0 };
    struct arena arena;
    struct text *text = text_begin(NULL, locale, NULL, &error);

    arena_init(&arena, NULL, &error);
    for (size_t k = 0; k < 3 && naming->series[k].name != NULL; k++) {
        sheaf_series *series = make(&naming->series[k]);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    struct model *model =
        model_create(chart, SHEAF_FLAGS_ESTIMATED, theme_default(), NULL, text, &arena, &error);
    assert_non_null(model);
    for (size_t k = 0; k < model->n_series; k++)
        assert_string_equal(model->series[k].label, naming->labels[k]);
    text_end(text);
    arena_free(&arena);
    sheaf_chart_destroy(chart);
}

static void test_series_are_told_apart(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        check_labels(&cases[i], "en");
}

/* ICU has other codes for the world, the euro area and Kosovo, and names without capitals. */
static void test_groups_have_names(void **state)
{
    static const struct naming groups = { { { "WLD", NULL, NULL, "WLD", NULL, NULL },
                                            { "EA", NULL, NULL, "EA", NULL, NULL },
                                            { "XKX", NULL, NULL, "XKX", NULL, NULL } },
                                          { "Весь мир", "Еврозона", "Косово" } };

    (void)state;
    check_labels(&groups, "ru");
}

/* A reader could only guess which is which. */
static void test_what_nothing_tells_apart_is_refused(void **state)
{
    static const struct named exports = { "a", "Exports", "exports", "CHN", NULL, NULL };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
    sheaf_error error = { 0 };
    struct arena arena;
    struct text *text = text_begin(NULL, "en", NULL, &error);

    (void)state;
    arena_init(&arena, NULL, &error);
    for (size_t i = 0; i < 2; i++) {
        sheaf_series *series = make(&exports);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    assert_null(
        model_create(chart, SHEAF_FLAGS_ESTIMATED, theme_default(), NULL, text, &arena, &error));
    assert_string_equal(error.message,
                        "series 1 ('a') and series 2 ('a') are both called 'Exports' and differ in "
                        "no member; leave one out, or give one a label of its own");
    text_end(text);
    arena_free(&arena);
    sheaf_chart_destroy(chart);
}

static void test_units_in_names_must_agree(void **state)
{
    static const struct {
        const char *unit, *measures[2];
        bool agree;
    } pairs[] = {
        { "", { "Exports (% of GDP)", "Imports (% of GDP)" }, true },
        { "", { "Exports (% of GDP)", "Exports (current US$)" }, false },
        { "", { "Exports (% of GDP)", "Exports" }, true },
        { "USD", { "Exports (BoP)", "Exports (customs)" }, true },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(pairs); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);

        for (int k = 0; k < 2; k++) {
            sheaf_series *series = sheaf_series_from_years(k == 0 ? "A" : "B", pairs[i].unit, 0,
                                                           2022, (const double[]){ 5, 6 }, 2);
            series_set_measure(series, pairs[i].measures[k]);
            sheaf_chart_add(chart, series);
            sheaf_series_destroy(series);
        }
        assert_string_equal(sheaf_chart_message(chart),
                            pairs[i].agree
                                ? ""
                                : "'A' is in '% of GDP' but 'B' in 'current US$'; a plot has one "
                                  "unit, so draw panels, a plot a unit on one time axis, or leave "
                                  "one of them out");
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_series_are_told_apart),
        cmocka_unit_test(test_groups_have_names),
        cmocka_unit_test(test_what_nothing_tells_apart_is_refused),
        cmocka_unit_test(test_units_in_names_must_agree),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
