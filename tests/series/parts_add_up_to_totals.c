/* parts_add_up_to_totals.c - parts of a total: sums, the largest and the remainder, ranks with ties,
 * concentration; confidential parts stay confidential. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include "series/series.h"
#include "sheaf/algebra.h"
#include "support/series_text.h"

enum { MOST_PARTS = 5 };

/* Parts named A, B, C … */
static sheaf_series_list *make_parts(const char *const figures[MOST_PARTS])
{
    sheaf_series_list *list = sheaf_series_list_create(NULL);

    for (int i = 0; i < MOST_PARTS && figures[i] != NULL; i++) {
        char name[] = { (char)('A' + i), '\0' };

        sheaf_series_list_add(list, series_from_text(name, "USD", 6, figures[i]));
    }
    return list;
}

static const struct {
    const char *name, *parts[MOST_PARTS], *whole;
    size_t n;
    const char *period, *result, *derivation;
} tops[] = {
    { "the rest is summed",
      { "2023: 1.0", "2023: 5.0", "2023: 2.0", "2023: 3.0" },
      NULL,
      2,
      "",
      "B 2023: 5.0; D 2023: 3.0; other 2023: 3.0",
      "other 2023 = 1.0 + 2.0, between 2.90 and 3.10" },
    { "or taken from the whole",
      { "2023: 1.0", "2023: 5.0", "2023: 2.0", "2023: 3.0" },
      "2023: 12.5",
      2,
      "",
      "B 2023: 5.0; D 2023: 3.0; other 2023: 5",
      "other 2023 = 12.5 \u2212 8.0, between 4.3 and 4.7" },
    { "by the latest period",
      { "2022: 9.0, 2023: 1.0", "2022: 1.0, 2023: 2.0" },
      NULL,
      1,
      "",
      "B 2022: 1.0, 2023: 2.0; other 2022: 9.0, 2023: 1.0",
      NULL },
    { "by another period",
      { "2022: 9.0, 2023: 1.0", "2022: 1.0, 2023: 2.0" },
      NULL,
      1,
      "2022",
      "A 2022: 9.0, 2023: 1.0; other 2022: 1.0, 2023: 2.0",
      NULL },
    { "no row is no trade",
      { "2022: 9.0, 2023: 1.0", "2022: 1.0", "2023: 2.0" },
      NULL,
      1,
      "2023",
      "C 2023: 2.0; other 2022: 10.0, 2023: 1.0",
      NULL },
    { "equal ones in their order",
      { "2023: 1.0", "2023: 2.0", "2023: 2.0" },
      NULL,
      1,
      "",
      "B 2023: 2.0; other 2023: 3.0",
      NULL },
    { "all of them", { "2023: 1.0", "2023: 2.0" }, NULL, 9, "", "B 2023: 2.0; A 2023: 1.0", NULL },
    { "a missing one",
      { "2023: 1.0", "2023: : O", "2023: 2.0" },
      NULL,
      1,
      "",
      "C 2023: 2.0; other 2023: : O",
      NULL },
    { "a missing one and a whole",
      { "2023: 1.0", "2023: : O", "2023: 2.0" },
      "2023: 9.0",
      1,
      "",
      "C 2023: 2.0; other 2023: 7.0",
      NULL },
    { "a confidential one is in the rest",
      { "2023: 1.0", "2023: 5.0 A C", "2023: 2.0" },
      NULL,
      1,
      "",
      "C 2023: 2.0; other 2023: 6.0 A C",
      NULL },
    { "which would reveal it",
      { "2023: 1.0", "2023: : Q C", "2023: 2.0" },
      "2023: 8.0",
      2,
      "",
      "C 2023: 2.0; A 2023: 1.0; other 2023: 5 A C",
      NULL },
    { "but not of two",
      { "2023: : Q D", "2023: : Q C", "2023: 2.0" },
      "2023: 8.0",
      2,
      "",
      "C 2023: 2.0; other 2023: 6.0",
      NULL },
    { "of nothing", { NULL }, NULL, 2, "", "", NULL },
};

static void test_the_largest_and_the_rest(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(tops); i++) {
        sheaf_series_list *parts = make_parts(tops[i].parts), *top;
        sheaf_series *whole =
            tops[i].whole != NULL ? series_from_text("WLD", "USD", 6, tops[i].whole) : NULL;
        sheaf_period period = { SHEAF_NO_PERIOD, 0, 0 };

        print_message("  %s\n", tops[i].name);
        if (tops[i].period[0] != '\0')
            period = period_from_text(tops[i].period);
        top = sheaf_series_list_top(parts, whole, tops[i].n, period);
        if (tops[i].derivation != NULL)
            assert_string_equal(sheaf_series_derivation(
                                    sheaf_series_list_at(top, sheaf_series_list_count(top) - 1), 0),
                                tops[i].derivation);
        assert_series_list(top, tops[i].result);
        sheaf_series_list_destroy(parts);
        sheaf_series_destroy(whole);
    }
}

static void test_the_largest_in_a_period_that_no_part_has(void **state)
{
    static const char *const figures[MOST_PARTS] = { "2022: 1.0, 2023: 2.0", "2023: 3.0", NULL };
    sheaf_series_list *parts = make_parts(figures);
    sheaf_series_list *top = sheaf_series_list_top(parts, NULL, 1, sheaf_period_year(1900));

    (void)state;
    assert_int_equal(sheaf_series_list_status(top), SHEAF_BAD_INPUT);
    assert_string_equal(sheaf_series_list_error(top)->message,
                        "no part has 1900, in which to find the largest; 'A' has 2022 to 2023");
    sheaf_series_list_destroy(top);
    sheaf_series_list_destroy(parts);
}

static void test_sums_of_parts(void **state)
{
    static const char *const figures[MOST_PARTS] = { "2022: 1.0, 2023: 2.0", "2023: 3.0 P",
                                                     "2023: : Q C", NULL };
    sheaf_series_list *parts = make_parts(figures);

    (void)state;
    assert_series(sheaf_series_list_total(parts), "2022: 1.0, 2023: : Q C");
    sheaf_series_list_add(parts, series_from_text("t", "t", 0, "2023: 1"));
    assert_series(sheaf_series_list_total(parts),
                  "a total of parts needs one unit: 'A' is in USD, 't' in t");
    sheaf_series_list_destroy(parts);
}

static const struct {
    const char *name, *parts[MOST_PARTS], *result;
} ranks[] = {
    { "ties leave the next ranks out",
      { "2023: 5.00", "2023: 7.00", "2023: 5.00", "2023: 1.00", "2023: 9.00" },
      "A 2023: 3; B 2023: 2; C 2023: 3; D 2023: 5; E 2023: 1" },
    { "in each period",
      { "2022: 1, 2023: 5", "2022: 3, 2023: 4", "2023: 9" },
      "A 2022: 2, 2023: 2; B 2022: 1, 2023: 3; C 2023: 1" },
    { "beside a missing figure, none is known",
      { "2022: 1 P, 2023: : O", "2022: 3, 2023: 4 P C" },
      "A 2022: 2 P, 2023: : O C; B 2022: 1, 2023: : O C" },
    { "of nothing", { NULL }, "" },
    { "a confidential one: the place that is free would tell between which figures it lies",
      { "2022: 5, 2023: 5", "2022: 9, 2023: 9 A C", "2022: 1, 2023: 1" },
      "A 2022: 2, 2023: 2 A C; B 2022: 1, 2023: 1 A C; C 2022: 3, 2023: 3 A C" },
};

static void test_ranks(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(ranks); i++) {
        sheaf_series_list *parts = make_parts(ranks[i].parts);

        print_message("  %s\n", ranks[i].name);
        assert_series_list(sheaf_series_list_rank(parts), ranks[i].result);
        sheaf_series_list_destroy(parts);
    }
}

static void test_rounding_leaves_ranks_open(void **state)
{
    static const char *const figures[MOST_PARTS] = { "2023: 5.0", "2023: 5.1", "2023: 9.0",
                                                     "2023: 5.0", NULL };
    static const double open[][3] = { { 3, 2, 4 }, { 2, 2, 2 }, { 1, 1, 1 }, { 3, 2, 4 } };
    sheaf_series_list *parts = make_parts(figures), *list = sheaf_series_list_rank(parts);

    (void)state;
    for (size_t i = 0; i < LENGTH(open); i++) {
        const sheaf_observation *o = sheaf_series_at(sheaf_series_list_at(list, i), 0, ROOM);

        assert_true(o->value == open[i][0]);
        assert_true(o->low <= o->value && o->value <= o->high);
        if (i == 0 || i == 3) /* they may change places with each other */
            assert_true(o->high == open[i][2]);
    }
    sheaf_series_list_destroy(list);
    sheaf_series_list_destroy(parts);
}

static const struct {
    const char *name, *parts[MOST_PARTS], *result, *derivation;
} concentrations[] = {
    { "only one",
      { "2023: 5.00" },
      "2023: 1.00000",
      "herfindahl 2023 = (5.00\u00b2) / 5.00\u00b2" },
    { "two equal ones", { "2023: 500.00", "2023: 500.00" }, "2023: 0.500000", NULL },
    { "three",
      { "2023: 600.0", "2023: 300.0", "2023: 100.0" },
      "2023: 0.4600",
      "herfindahl 2023 = (600.0\u00b2 + 300.0\u00b2 + 100.0\u00b2) / 1000.0\u00b2" },
    { "five",
      { "2023: 200.0", "2023: 200.0", "2023: 200.0", "2023: 200.0", "2023: 200.0" },
      "2023: 0.200000",
      "herfindahl 2023 = (200.0\u00b2 + 200.0\u00b2 + \u2026 + 200.0\u00b2) / 1000.0\u00b2" },
    { "missing and confidential",
      { "2022: 5.0 P C, 2023: 5.0", "2023: : O" },
      "2022: 1.00000 P C, 2023: : O",
      NULL },
    { "of less than nothing", { "2023: 5.0", "2023: -5.0" }, "2023: : M", NULL },
    { "of nothing", { NULL }, "there are no parts here", NULL },
};

static const struct {
    const char *name, *parts[MOST_PARTS], *result;
} numbers[] = {
    { "those with a figure", { "2022: 1, 2023: 2", "2023: 5", "2023: 0" }, "2022: 1, 2023: 2" },
    { "as weak as the weakest", { "2023: 2", "2023: 5 P" }, "2023: 2 P" },
    { "a suppressed figure is one", { "2023: 2", "2023: : Q", "2023: : O C" }, "2023: 3" },
    { "a confidential one does not hide the number", { "2023: 2", "2023: 5 A C" }, "2023: 2" },
    { "what cannot exist is none", { "2023: 2", "2023: : M" }, "2023: 1" },
    { "what is missing leaves it unknown", { "2023: 2", "2023: : O" }, "2023: : O" },
    { "units of any size", { "2023: 0.0", "2023: -0.1" }, "2023: 1" },
};

static void test_numbers_of_parts(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(numbers); i++) {
        sheaf_series_list *parts = make_parts(numbers[i].parts);

        print_message("  %s\n", numbers[i].name);
        assert_series(sheaf_series_list_number(parts), numbers[i].result);
        sheaf_series_list_destroy(parts);
    }
}

static void test_concentration(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(concentrations); i++) {
        sheaf_series_list *parts = make_parts(concentrations[i].parts);
        sheaf_series *result = sheaf_series_list_concentration(parts);

        print_message("  %s\n", concentrations[i].name);
        if (concentrations[i].derivation != NULL) {
            const char *derivation = sheaf_series_derivation(result, 0);

            assert_memory_equal(derivation, concentrations[i].derivation,
                                strlen(concentrations[i].derivation));
        }
        assert_series(result, concentrations[i].result);
        sheaf_series_list_destroy(parts);
    }
}

/* xorshift: the same cases on every machine. */
static double next_random(uint64_t *seed, double low, double high)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return low + (high - low) * (double)(*seed % 100001) / 100000;
}

/* Whatever the exact figures are, ranks and concentration lie where the rounded ones say. */
static void test_intervals_hold_what_exact_figures_give(void **state)
{
    uint64_t seed = 5;

    (void)state;
    for (int k = 0; k < 500; k++) {
        sheaf_series_list *rounded = sheaf_series_list_create(NULL);
        sheaf_series_list *exact = sheaf_series_list_create(NULL);
        sheaf_period when = sheaf_period_year(2023);

        for (int i = 0; i < 6; i++) {
            sheaf_series *a = sheaf_series_create(NULL, "x", "USD", 0);
            sheaf_series *b = sheaf_series_create(NULL, "x", "USD", 0);

            sheaf_series_add(a, when, floor(next_random(&seed, 1, 12)), 0, SHEAF_NORMAL);
            sheaf_observation o = *sheaf_series_at(a, 0, ROOM);
            o.value = next_random(&seed, o.low, o.high);
            o.low = o.high = o.value;
            sheaf_series_add_observation(b, &o);
            sheaf_series_list_add(rounded, a);
            sheaf_series_list_add(exact, b);
        }
        sheaf_series_list *ranks_a = sheaf_series_list_rank(rounded);
        sheaf_series_list *ranks_b = sheaf_series_list_rank(exact);
        sheaf_series *a = sheaf_series_list_concentration(rounded);
        sheaf_series *b = sheaf_series_list_concentration(exact);

        for (size_t i = 0; i < 6; i++) {
            const sheaf_observation *open =
                sheaf_series_at(sheaf_series_list_at(ranks_a, i), 0, ROOM);
            double rank = sheaf_series_at(sheaf_series_list_at(ranks_b, i), 0, ROOM)->value;

            assert_true(open->low <= rank && rank <= open->high);
        }
        assert_true(sheaf_series_at(a, 0, ROOM)->low - 1e-12 <= sheaf_series_at(b, 0, ROOM)->value);
        assert_true(sheaf_series_at(b, 0, ROOM)->value <=
                    sheaf_series_at(a, 0, ROOM)->high + 1e-12);
        sheaf_series_destroy(a);
        sheaf_series_destroy(b);
        sheaf_series_list_destroy(ranks_a);
        sheaf_series_list_destroy(ranks_b);
        sheaf_series_list_destroy(rounded);
        sheaf_series_list_destroy(exact);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_largest_and_the_rest),
        cmocka_unit_test(test_the_largest_in_a_period_that_no_part_has),
        cmocka_unit_test(test_sums_of_parts),
        cmocka_unit_test(test_ranks),
        cmocka_unit_test(test_rounding_leaves_ranks_open),
        cmocka_unit_test(test_numbers_of_parts),
        cmocka_unit_test(test_concentration),
        cmocka_unit_test(test_intervals_hold_what_exact_figures_give),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
