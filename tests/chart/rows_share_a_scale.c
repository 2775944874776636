/* rows_share_a_scale.c - bars in a row of charts have one scale where that lets readers compare
 * them, and their own where it would hide some. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include "chart/guides/axis_value.h"
#include "chart/layout.h"
#include "chart/plan.h"

enum { MOST = 3 };

struct one {
    sheaf_chart_type type;
    const char *unit;
    double values[2];
};

static const struct {
    const char *name;
    struct one charts[MOST]; /* a unit of NULL: there are no more */
    bool shared;
    double low, high; /* of the common scale */
} rows[] = {
    { "near each other",
      { { SHEAF_BARS, "USD", { 8, 10 } }, { SHEAF_BARS, "USD", { 20, 7 } } },
      true,
      0,
      20 },
    { "four times as far is near enough",
      { { SHEAF_BARS, "USD", { 8, 10 } }, { SHEAF_BARS, "USD", { 40, 7 } } },
      true,
      0,
      40 },
    { "whichever comes first",
      { { SHEAF_BARS, "USD", { 40, 7 } }, { SHEAF_BARS, "USD", { 8, 10 } } },
      true,
      0,
      40 },
    { "further is too far",
      { { SHEAF_BARS, "USD", { 8, 10 } }, { SHEAF_BARS, "USD", { 40.01, 7 } } },
      false,
      0,
      0 },
    { "one of three that is too far",
      { { SHEAF_BARS, "USD", { 8, 10 } },
        { SHEAF_BARS, "USD", { 12, 9 } },
        { SHEAF_BARS, "USD", { 60, 7 } } },
      false,
      0,
      0 },
    { "below zero as well",
      { { SHEAF_BARS, "USD", { -3, 10 } }, { SHEAF_BARS, "USD", { 20, 7 } } },
      true,
      -3,
      20 },
    { "further below zero than above",
      { { SHEAF_BARS, "USD", { -40, 2 } }, { SHEAF_BARS, "USD", { 8, 10 } } },
      true,
      -40,
      10 },
    { "all hang from zero",
      { { SHEAF_BARS, "USD", { -8, -10 } }, { SHEAF_BARS, "USD", { -40, -7 } } },
      true,
      -40,
      0 },
    { "one hangs and one stands",
      { { SHEAF_BARS, "USD", { -8, -10 } }, { SHEAF_BARS, "USD", { 8, 10 } } },
      false,
      0,
      0 },
    { "other units",
      { { SHEAF_BARS, "USD", { 8, 10 } }, { SHEAF_BARS, "t", { 9, 11 } } },
      false,
      0,
      0 },
    { "lines beside bars",
      { { SHEAF_BARS, "USD", { 8, 10 } }, { SHEAF_LINES, "USD", { 9, 11 } } },
      false,
      0,
      0 },
};

static const struct value_axis *axis_of(const struct chart_plan *plan)
{
    const struct plot *plot = &plan->plots[0];

    return plot->type->lengths_axis != NULL ? plot->type->lengths_axis(plot) : NULL;
}

static struct chart_plan *plan_one(const struct one *one, int multiplier, struct text *text,
                                   struct arena *arena, sheaf_chart **chart)
{
    const struct chart_options options = { .title = NULL };
    sheaf_series *series =
        sheaf_series_from_years("exports", one->unit, multiplier, 2022, one->values, 2);

    *chart = sheaf_chart_create(NULL, one->type);
    sheaf_chart_add(*chart, series);
    sheaf_series_destroy(series);
    struct chart_plan *plan =
        chart_plan_create(*chart, &options, theme_default(), text, arena, 240, 160);
    assert_non_null(plan);
    return plan;
}

struct row {
    sheaf_error error;
    struct arena arena;
    struct text *text;
    sheaf_chart *charts[MOST];
    struct chart_plan *plans[MOST];
    struct value_axis before[MOST]; /* of those that have one */
    size_t n;
};

static void row_open(struct row *row)
{
    *row = (struct row){ .n = 0 };
    arena_init(&row->arena, NULL, &row->error);
    row->text = text_begin(NULL, "en", NULL, &row->error);
}

static void row_add(struct row *row, const struct one *one, int multiplier)
{
    row->plans[row->n] = plan_one(one, multiplier, row->text, &row->arena, &row->charts[row->n]);
    if (axis_of(row->plans[row->n]) != NULL)
        row->before[row->n] = *axis_of(row->plans[row->n]);
    row->n++;
}

static void row_close(struct row *row)
{
    assert_string_equal(row->error.message, "");
    for (size_t i = 0; i < row->n; i++)
        sheaf_chart_destroy(row->charts[i]);
    text_end(row->text);
    arena_free(&row->arena);
}

/* Whether each has the scale that it had before. */
static bool each_has_its_own(const struct row *row)
{
    bool own = true;

    for (size_t i = 0; i < row->n; i++) {
        const struct value_axis *axis = axis_of(row->plans[i]);
        own = own && (axis == NULL || (axis->scale.low == row->before[i].scale.low &&
                                       axis->scale.high == row->before[i].scale.high));
    }
    return own;
}

static void bars_share_a_scale_or_keep_their_own(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct row row;

        print_message("  %s\n", rows[i].name);
        row_open(&row);
        for (size_t k = 0; k < MOST && rows[i].charts[k].unit != NULL; k++)
            row_add(&row, &rows[i].charts[k], 9);
        chart_plan_align(row.plans, row.n);
        for (size_t k = 0; rows[i].shared && k < row.n; k++) {
            const struct value_axis *axis = axis_of(row.plans[k]);
            assert_true(axis->scale.low == rows[i].low);
            assert_true(axis->scale.high == rows[i].high);
            assert_true(axis->room_below >= row.before[0].room_below);
            assert_true(axis->room_below >= row.before[1].room_below);
        }
        if (!rows[i].shared)
            assert_true(each_has_its_own(&row));
        row_close(&row);
    }
}

/* 10 million and 20 billion look alike as numbers. */
static void multipliers_are_no_scale(void **state)
{
    static const struct one small = { SHEAF_BARS, "USD", { 8, 10 } },
                            large = { SHEAF_BARS, "USD", { 9, 20 } };
    struct row row;

    (void)state;
    row_open(&row);
    row_add(&row, &small, 6);
    row_add(&row, &large, 9);
    chart_plan_align(row.plans, row.n);
    assert_true(each_has_its_own(&row));
    row_close(&row);
}

static bool all_are_bars_of_one_unit(const struct one *charts)
{
    for (size_t k = 0; k < MOST && charts[k].unit != NULL; k++)
        if (charts[k].type != SHEAF_BARS || strcmp(charts[k].unit, charts[0].unit) != 0)
            return false;
    return true;
}

/* Readers compare bars of one unit: where they must not, each chart says so. */
static void what_is_not_shared_is_said(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct row row;

        print_message("  %s\n", rows[i].name);
        row_open(&row);
        for (size_t k = 0; k < MOST && rows[i].charts[k].unit != NULL; k++)
            row_add(&row, &rows[i].charts[k], 9);
        assert_true(chart_plan_share(row.plans, row.n, SCALE_AUTO));
        for (size_t k = 0; k < row.n; k++) {
            const struct chart_plan *plan = row.plans[k];
            bool said = !rows[i].shared && all_are_bars_of_one_unit(rows[i].charts);
            bool shows = false;
            for (size_t n = 0; n < plan->legend.n_items; n++)
                shows |= strcmp(plan->legend.items[n].words, "Scale of its own") == 0;
            assert_int_equal(plan->own_scale, said);
            assert_int_equal(shows, said);
            assert_int_equal(plan->plots[0].extent.low == rows[i].low &&
                                 plan->plots[0].extent.high == rows[i].high,
                             rows[i].shared);
        }
        row_close(&row);
    }
}

/* 8 million is 0.008 billion. */
static void an_author_shares_a_scale_or_does_not(void **state)
{
    static const struct one small = { SHEAF_BARS, "USD", { 800, 900 } },
                            large = { SHEAF_BARS, "USD", { 9, 20 } },
                            weight = { SHEAF_BARS, "t", { 9, 20 } };
    struct row row;

    (void)state;
    row_open(&row);
    row_add(&row, &small, 6);
    row_add(&row, &large, 9);
    assert_true(chart_plan_share(row.plans, row.n, SCALE_SHARED));
    assert_true(row.plans[0]->plots[0].extent.high == 20000);
    assert_true(row.plans[1]->plots[0].extent.high == 20);
    assert_true(chart_plan_share(row.plans, row.n, SCALE_OWN));
    assert_true(row.plans[0]->own_scale && row.plans[1]->own_scale);
    assert_true(row.plans[0]->plots[0].extent.high == 900);
    row_add(&row, &weight, 9);
    assert_false(chart_plan_share(row.plans, row.n, SCALE_SHARED));
    assert_non_null(strstr(row.error.message, "units differ"));
    row.error = (sheaf_error){ 0 };
    row_close(&row);
}

/* Three partners' exports and imports, of one year or of three; waterfalls' are changes of a total. */
static sheaf_chart *chart_of_partners(sheaf_chart_type type, double largest)
{
    static const char *const partners[] = { "China", "Italy", "Russia" };
    const bool lies = chart_type_find(type)->lengths == LENGTHS_LYING;
    const bool has_flows = type == SHEAF_PAIRED || type == SHEAF_BUTTERFLY;
    sheaf_chart *chart = sheaf_chart_create(NULL, type);
    int n = type == SHEAF_AREA ? 1 : 3;

    for (int i = 0; i < n; i++)
        for (int flow = 0; flow <= has_flows; flow++) {
            double last = largest / (1 + i + flow);
            sheaf_series *series = sheaf_series_from_years(
                partners[i], "USD", 9, lies ? 2023 : 2021,
                lies ? &last : (double[]){ 0.7 * last, 0.8 * last, last }, lies ? 1 : 3);
            sheaf_series_set_partner(series, partners[i]);
            sheaf_series_set_flow(series, flow == 0 ? "exports" : "imports");
            sheaf_chart_add(chart, series);
            sheaf_series_destroy(series);
        }
    return chart;
}

/* The length that a billion has. */
static double length_of_one(const struct chart_plan *plan)
{
    const struct plot *plot = &plan->plots[0];

    if (plan->type->lengths == LENGTHS_LYING)
        return plan->type->per_value(plot);
    struct scale scale = value_axis_scale(plot, plan->type->lengths_axis(plot));
    return scale_position(&scale, 0) - scale_position(&scale, 1);
}

/* All types whose lengths begin at zero, beside each other. */
static void the_same_value_has_the_same_length(void **state)
{
    static const struct {
        sheaf_chart_type types[2];
        double times; /* as far as the second reaches beyond the first */
        bool shared;
    } cases[] = {
        { { SHEAF_BARS, SHEAF_BARS_LINE }, 2, true },
        { { SHEAF_BARS_LINE, SHEAF_BARS_LINE }, 0.4, true },
        { { SHEAF_BARS_LINE, SHEAF_BARS_LINE }, 5, false },
        { { SHEAF_STACKED, SHEAF_STACKED }, 3, true },
        { { SHEAF_STACKED, SHEAF_BARS }, 1, true },
        { { SHEAF_STACKED_AREA, SHEAF_AREA }, 2.5, true },
        { { SHEAF_AREA, SHEAF_BARS }, 0.1, false },
        { { SHEAF_WATERFALL, SHEAF_WATERFALL }, 1.3, true },
        { { SHEAF_RANKING, SHEAF_RANKING }, 3, true },
        { { SHEAF_RANKING, SHEAF_RANKING }, 30, false },
        { { SHEAF_LOLLIPOP, SHEAF_RANKING }, 0.5, true },
        { { SHEAF_PAIRED, SHEAF_PAIRED }, 2, true },
        { { SHEAF_BUTTERFLY, SHEAF_PAIRED }, 2, true },
        { { SHEAF_BUTTERFLY, SHEAF_BUTTERFLY }, 9, false },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        const struct chart_options options = { .title = NULL };
        struct row row;

        print_message("  %s beside %s, %g times as far\n", sheaf_chart_type_name(cases[i].types[0]),
                      sheaf_chart_type_name(cases[i].types[1]), cases[i].times);
        row_open(&row);
        for (size_t k = 0; k < 2; k++) {
            row.charts[k] = chart_of_partners(cases[i].types[k], k == 0 ? 10 : 10 * cases[i].times);
            row.plans[k] = chart_plan_create(row.charts[k], &options, theme_default(), row.text,
                                             &row.arena, 240 + 30 * (double)k, 200);
            assert_string_equal(row.error.message, "");
            assert_non_null(row.plans[k]);
            row.n++;
        }
        assert_true(chart_plan_share(row.plans, row.n, SCALE_AUTO));
        chart_plan_align(row.plans, row.n);
        double one = length_of_one(row.plans[0]), other = length_of_one(row.plans[1]);
        assert_true(one > 0 && other > 0);
        assert_int_equal(fabs(one - other) < 1e-6 * one, cases[i].shared);
        assert_int_equal(row.plans[0]->own_scale, !cases[i].shared);
        assert_int_equal(row.plans[1]->own_scale, !cases[i].shared);
        row_close(&row);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_value_has_the_same_length),
        cmocka_unit_test(bars_share_a_scale_or_keep_their_own),
        cmocka_unit_test(multipliers_are_no_scale),
        cmocka_unit_test(what_is_not_shared_is_said),
        cmocka_unit_test(an_author_shares_a_scale_or_does_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
