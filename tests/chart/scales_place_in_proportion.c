#include "support/check.h"

#include <math.h>
#include <stdlib.h>

#include "chart/scale/band.h"
#include "chart/scale/period.h"

static const struct {
    const char *name;
    double low, high, from, to, value, position;
} linear[] = {
    { "upwards", 0, 20, 300, 100, 5, 250 },
    { "negative", -4, 4, 300, 100, -2, 250 },
    { "no domain", 3, 3, 300, 100, 3, 200 },
    { "the largest doubles", -1.7e308, 1.7e308, 0, 100, 0, 50 },
    { "no room", 0, 20, 100, 100, 0, 100 },
};

static void values_lie_in_proportion(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(linear); i++) {
        const struct scale scale = { .type = &linear_scale,
                                     .low = linear[i].low,
                                     .high = linear[i].high,
                                     .from = linear[i].from,
                                     .to = linear[i].to };

        print_message("  %s\n", linear[i].name);
        assert_true(fabs(scale_position(&scale, linear[i].value) - linear[i].position) < 1e-9);
        assert_true(fabs(scale_invert(&scale, linear[i].position) - linear[i].value) < 1e-9);
    }
}

static void gaps_are_a_share_of_a_band(void **state)
{
    struct band bands[] = { { .weight = 1 }, { .weight = 1 } };
    double end = bands_place(bands, 2, 10, 290, 0.45, 0);

    (void)state;
    assert_true(fabs((end) - (300)) < 1e-9);
    assert_true(fabs((bands[0].width) - (100)) < 1e-9);
    assert_true(fabs((bands[0].left) - (10 + 22.5)) < 1e-9);
    assert_true(fabs((bands[1].left - (bands[0].left + bands[0].width)) - (45)) < 1e-9);
}

static void wide_bands_end_early(void **state)
{
    struct band bands[] = { { .weight = 1 }, { .weight = 1 } };
    double end = bands_place(bands, 2, 0, 1000, 0.5, 100);

    (void)state;
    assert_true(fabs((bands[1].width) - (100)) < 1e-9);
    assert_true(fabs((end) - (300)) < 1e-9);
}

static void bands_are_a_scale(void **state)
{
    struct band bands[] = { { .weight = 1 }, { .weight = 1 }, { .weight = 1 } };
    bands_place(bands, 3, 0, 300, 0, 0);
    struct scale scale = band_scale_of(bands, 3);

    (void)state;
    assert_true(fabs(scale_position(&scale, 1) - 150) < 1e-9);
    assert_true(scale_invert(&scale, 160) == 1);
    assert_true(scale_invert(&scale, -20) == 0);
    assert_true(scale_invert(&scale, 1000) == 2);
    scale_nice(&scale, 5);
    assert_int_equal(scale_ticks(&scale).count, 0);
    assert_int_equal(scale_decimals(&scale, 1), 0);
}

/* Years and parts of years never stand side by side as equals. */
static void kinds_of_period_stand_apart(void **state)
{
    sheaf_period periods[] = { sheaf_period_months(2024, 1, 4), sheaf_period_year(2023),
                               sheaf_period_months(2023, 1, 4), sheaf_period_year(2022) };
    struct band bands[LENGTH(periods)];

    (void)state;
    qsort(periods, LENGTH(periods), sizeof *periods, period_order_by_kind);
    assert_int_equal(sheaf_period_compare(periods[0], sheaf_period_year(2022)), 0);
    assert_int_equal(sheaf_period_compare(periods[1], sheaf_period_year(2023)), 0);
    assert_int_equal(sheaf_period_compare(periods[2], sheaf_period_months(2023, 1, 4)), 0);
    assert_int_equal(sheaf_period_compare(periods[3], sheaf_period_months(2024, 1, 4)), 0);

    bands_cluster(bands, periods, LENGTH(periods), 100);
    bands_place(bands, LENGTH(periods), 0, 400, 0.45, 0);
    assert_false(bands[0].opens_cluster || bands[1].opens_cluster || bands[3].opens_cluster);
    assert_true(bands[2].opens_cluster);
    assert_true(bands[2].width < bands[1].width);
    assert_true(bands[2].rule > bands[1].left + bands[1].width);
    assert_true(bands[2].rule < bands[2].left);
    double gap = bands[1].left - bands[0].left - bands[0].width;
    assert_true(bands[2].left - bands[1].left - bands[1].width > 1.5 * gap);
}

static void parts_of_years_alone_are_whole_bands(void **state)
{
    const sheaf_period periods[] = { sheaf_period_months(2023, 1, 4),
                                     sheaf_period_months(2024, 1, 4) };
    struct band bands[LENGTH(periods)];

    (void)state;
    bands_cluster(bands, periods, LENGTH(periods), 100);
    for (size_t i = 0; i < LENGTH(periods); i++) {
        assert_false(bands[i].opens_cluster);
        assert_true(bands[i].weight == 1);
    }
}

/* From middle to middle ten years are twice five, as long as there is room for empty bands. */
static void uneven_years_keep_their_distances(void **state)
{
    const sheaf_period periods[] = { sheaf_period_year(2000), sheaf_period_year(2010),
                                     sheaf_period_year(2015), sheaf_period_year(2016) };
    struct band bands[LENGTH(periods)];

    (void)state;
    bands_cluster(bands, periods, LENGTH(periods), 17);
    double end = bands_place(bands, LENGTH(periods), 0, 400, 0.45, 0);
    struct scale scale = band_scale_of(bands, LENGTH(periods));
    double ten = scale_position(&scale, 1) - scale_position(&scale, 0);
    assert_true(fabs(scale_position(&scale, 2) - scale_position(&scale, 1) - ten / 2) < 1e-9);
    assert_true(fabs(scale_position(&scale, 3) - scale_position(&scale, 2) - ten / 10) < 1e-9);
    assert_true(fabs(end - 400) < 1e-9);

    bands_cluster(bands, periods, LENGTH(periods), 16);
    assert_true(bands[1].is_cut && bands[2].is_cut && !bands[0].is_cut && !bands[3].is_cut);
    assert_true(fabs(bands_place(bands, LENGTH(periods), 0, 400, 0.45, 0) - 400) < 1e-9);
    assert_true(bands[2].left - bands[1].left > 1.2 * (bands[3].left - bands[2].left));
}

static void equal_steps_leave_no_band_empty(void **state)
{
    const sheaf_period periods[] = { sheaf_period_year(1990), sheaf_period_year(2000),
                                     sheaf_period_year(2010) };
    struct band bands[LENGTH(periods)];

    (void)state;
    bands_cluster(bands, periods, LENGTH(periods), 3);
    for (size_t i = 0; i < LENGTH(periods); i++)
        assert_true(bands[i].skip == 0 && !bands[i].is_cut);
}

static void a_period_lies_at_its_middle(void **state)
{
    (void)state;
    assert_true(fabs((period_middle(sheaf_period_month(1970, 1))) - (15.5)) < 1e-9);
    assert_true(fabs((period_middle(sheaf_period_year(1970))) - (182.5)) < 1e-9);
    assert_true(fabs((period_middle(sheaf_period_quarter(1970, 2))) - (90 + 45.5)) < 1e-9);
    assert_true(fabs((period_middle(sheaf_period_day(1970, 1, 1))) - (0.5)) < 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_lie_in_proportion),
        cmocka_unit_test(gaps_are_a_share_of_a_band),
        cmocka_unit_test(wide_bands_end_early),
        cmocka_unit_test(bands_are_a_scale),
        cmocka_unit_test(kinds_of_period_stand_apart),
        cmocka_unit_test(parts_of_years_alone_are_whole_bands),
        cmocka_unit_test(uneven_years_keep_their_distances),
        cmocka_unit_test(equal_steps_leave_no_band_empty),
        cmocka_unit_test(a_period_lies_at_its_middle),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
