/* growth_shows_the_digits_that_hold.c - derived figures are correct, tell whether they are computed or estimated, and
 * are shown to the digits that hold.
 *
 * The figures are those of the Kazinform News Agency's report of 26 June 2024. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "series/digits.h"
#include "series/rounding.h"
#include "series/series.h"

static sheaf_series *one_flow(const char *flow)
{
    sheaf_series *series = sheaf_series_create(NULL, flow, "USD", 9);

    sheaf_series_set_flow(series, flow);
    sheaf_series_set_reporter(series, "KAZ");
    sheaf_series_set_partner(series, "CHN");
    sheaf_series_set_source(series, "Kazinform");
    return series;
}

static void add(sheaf_series *series, sheaf_period period, double value, int decimals,
                double growth)
{
    struct interval open = rounding_interval(value, decimals);

    sheaf_series_add_observation(series, &(sheaf_observation){ period, value, open.low, open.high,
                                                               decimals, SHEAF_NORMAL, 'F', false,
                                                               true, growth, 1, false, 0, NULL });
}

enum { TURNOVER, EXPORTS, IMPORTS, BALANCE, GROWTH, SERIES };

struct sample {
    sheaf_series *series[SERIES];
};

static struct sample make_sample(void)
{
    struct sample sample;
    sheaf_series *turnover = one_flow("turnover"), *exports = one_flow("exports");

    add(turnover, sheaf_period_year(2023), 31.5, 1, 30.1);
    add(turnover, sheaf_period_trimester(2024, 1), 9, 0, 10.3);
    add(exports, sheaf_period_year(2023), 14.7, 1, 12.6);
    sample.series[TURNOVER] = sheaf_series_imply(turnover);
    sample.series[EXPORTS] = sheaf_series_imply(exports);
    sample.series[IMPORTS] =
        sheaf_series_difference(sample.series[TURNOVER], sample.series[EXPORTS]);
    series_set_name(sample.series[IMPORTS], "imports");
    sample.series[BALANCE] =
        sheaf_series_difference(sample.series[EXPORTS], sample.series[IMPORTS]);
    series_set_name(sample.series[BALANCE], "balance");
    sample.series[GROWTH] = sheaf_series_growth(sample.series[IMPORTS]);
    sheaf_series_destroy(turnover);
    sheaf_series_destroy(exports);
    return sample;
}

static void destroy_sample(struct sample *sample)
{
    for (size_t i = 0; i < SERIES; i++)
        sheaf_series_destroy(sample->series[i]);
}

static const struct {
    int series;
    const char *period, *shown;
    bool about;       /* the shown digits do not all hold */
    double low, high; /* to two places, outwards */
    sheaf_origin origin;
} facts[] = {
    { TURNOVER, "2023", "31.5", false, 31.45, 31.55, SHEAF_ORIGIN_STATED },
    { TURNOVER, "2022", "24.2", false, 24.16, 24.26, SHEAF_ORIGIN_ESTIMATED },
    { TURNOVER, "2024-T1", "9", false, 8.50, 9.50, SHEAF_ORIGIN_STATED },
    { TURNOVER, "2023-T1", "8", false, 7.70, 8.62, SHEAF_ORIGIN_ESTIMATED },
    { EXPORTS, "2023", "14.7", false, 14.65, 14.75, SHEAF_ORIGIN_STATED },
    { EXPORTS, "2022", "13.1", false, 13.00, 13.11, SHEAF_ORIGIN_ESTIMATED },
    { IMPORTS, "2023", "16.8", false, 16.70, 16.90, SHEAF_ORIGIN_COMPUTED },
    { IMPORTS, "2022", "11.2", false, 11.05, 11.26, SHEAF_ORIGIN_ESTIMATED },
    { BALANCE, "2023", "-2.1", true, -2.25, -1.95, SHEAF_ORIGIN_COMPUTED },
    { BALANCE, "2022", "1.9", true, 1.74, 2.05, SHEAF_ORIGIN_ESTIMATED },
    { GROWTH, "2023", "50", false, 48.37, 52.82, SHEAF_ORIGIN_ESTIMATED },
};

static void test_the_first_sample_comes_out_as_its_facts_say(void **state)
{
    struct sample sample = make_sample();

    (void)state;
    for (size_t i = 0; i < LENGTH(facts); i++) {
        char shown[2 * NUMBER_TEXT];
        sheaf_period period = { 0 };
        const sheaf_observation *o;

        print_message("  %s %s\n", sheaf_series_name(sample.series[facts[i].series]),
                      facts[i].period);
        assert_true(sheaf_period_read(facts[i].period, strlen(facts[i].period), &period));
        o = sheaf_series_find(sample.series[facts[i].series], period, ROOM);
        assert_non_null(o);
        struct known_digits known = digits_of(o);
        number_write_fixed(shown, round_to(o->value, known.decimals),
                           known.decimals > 0 ? known.decimals : 0);
        assert_string_equal(shown, facts[i].shown);
        assert_int_equal(known.is_about, facts[i].about);
        assert_true(facts[i].low <= o->low + 1e-9 && o->low - 0.01 < facts[i].low);
        assert_true(facts[i].high >= o->high - 1e-9 && o->high + 0.01 > facts[i].high);
        assert_int_equal(sheaf_observation_origin(o), facts[i].origin);
        assert_int_equal(o->derived, facts[i].origin != SHEAF_ORIGIN_STATED);
    }
    destroy_sample(&sample);
}

static void test_flows_and_names_follow(void **state)
{
    struct sample sample = make_sample();

    (void)state;
    assert_string_equal(sheaf_series_flow(sample.series[IMPORTS]), "imports");
    assert_string_equal(sheaf_series_flow(sample.series[BALANCE]), "balance");
    assert_string_equal(sheaf_series_reporter(sample.series[BALANCE]), "KAZ");
    assert_string_equal(sheaf_series_source(sample.series[BALANCE]), "Kazinform");
    assert_string_equal(sheaf_series_name(sample.series[GROWTH]), "growth(imports)");
    assert_string_equal(sheaf_series_unit(sample.series[GROWTH]), "%");
    assert_int_equal(sheaf_series_multiplier(sample.series[GROWTH]), 0);
    destroy_sample(&sample);
}

static void test_derivations_tell_how(void **state)
{
    static const char *const of_balance[] = {
        "exports 2022 = 14.7 / (1 + 12.6 %), between 13.00 and 13.11",
        "turnover 2022 = 31.5 / (1 + 30.1 %), between 24.16 and 24.26",
        "turnover 2023-T1 = 9 / (1 + 10.3 %), between 7.7 and 8.7",
        "imports 2022 = 24.21 \u2212 13.06, between 11.05 and 11.26",
        "imports 2023 = 31.5 \u2212 14.7, between 16.70 and 16.90",
        "balance 2022 = 13.06 \u2212 11.16, between 1.74 and 2.05",
        "balance 2023 = 14.7 \u2212 16.8, between \u22122.25 and \u22121.95",
    };
    struct sample sample = make_sample();
    const sheaf_series *balance = sample.series[BALANCE];

    (void)state;
    assert_int_equal(sheaf_series_derivation_count(balance), LENGTH(of_balance));
    for (size_t i = 0; i < LENGTH(of_balance); i++)
        assert_string_equal(sheaf_series_derivation(balance, i), of_balance[i]);
    assert_string_equal(sheaf_series_derivation(balance, LENGTH(of_balance)), "");
    sheaf_series_set_label(sample.series[BALANCE], "Balance");
    assert_string_equal(sheaf_series_derivation(balance, 5),
                        "Balance 2022 = 13.06 \u2212 11.16, between 1.74 and 2.05");
    assert_string_equal(sheaf_series_derivation(balance, 3),
                        "imports 2022 = 24.21 \u2212 13.06, between 11.05 and 11.26");
    destroy_sample(&sample);
}

/* A larger unit for both; statuses weaken; decimals are the coarser ones. */
static void test_multipliers_and_statuses(void **state)
{
    sheaf_series *a = sheaf_series_create(NULL, "a", "USD", 9);
    sheaf_series *b = sheaf_series_create(NULL, "b", "USD", 6), *sum;
    static const struct {
        sheaf_observation_status a, b, result;
    } statuses[] = {
        { SHEAF_NORMAL, SHEAF_NORMAL, SHEAF_NORMAL },
        { SHEAF_NORMAL, SHEAF_PROVISIONAL, SHEAF_PROVISIONAL },
        { SHEAF_ESTIMATED, SHEAF_PROVISIONAL, SHEAF_ESTIMATED },
        { SHEAF_FORECAST, SHEAF_ESTIMATED, SHEAF_FORECAST },
        { SHEAF_BREAK, SHEAF_PROVISIONAL, SHEAF_PROVISIONAL },
        { SHEAF_NORMAL, SHEAF_BREAK, SHEAF_BREAK },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(statuses); i++) {
        sheaf_series_add(a, sheaf_period_year(2000 + (int)i), 1.25, 2, statuses[i].a);
        sheaf_series_add(b, sheaf_period_year(2000 + (int)i), 1500, 0, statuses[i].b);
    }
    sheaf_series_add(a, sheaf_period_year(2030), 1, 0, SHEAF_NORMAL);
    sheaf_series_add(b, sheaf_period_year(2030), NAN, 0, SHEAF_SUPPRESSED);
    sum = sheaf_series_sum(a, b);
    assert_int_equal(sheaf_series_multiplier(sum), 9);
    assert_string_equal(sheaf_series_name(sum), "a + b");
    for (size_t i = 0; i < LENGTH(statuses); i++) {
        const sheaf_observation *o = sheaf_series_at(sum, i, ROOM);

        assert_true(o->value == 2.75);
        assert_int_equal(o->decimals, 2);
        assert_int_equal(o->status, statuses[i].result);
        assert_true(o->derived);
    }
    assert_true(isnan(sheaf_series_find(sum, sheaf_period_year(2030), ROOM)->value));
    assert_int_equal(sheaf_series_find(sum, sheaf_period_year(2030), ROOM)->status,
                     SHEAF_SUPPRESSED);
    sheaf_series_destroy(sum);
    sheaf_series_destroy(a);
    sheaf_series_destroy(b);
}

static void check_failure(sheaf_series *result, const char *message)
{
    assert_int_equal(sheaf_series_status(result), SHEAF_BAD_INPUT);
    assert_string_equal(sheaf_series_message(result), message);
    sheaf_series_destroy(result);
}

static void test_what_does_not_go_together_says_so(void **state)
{
    sheaf_series *usd = sheaf_series_create(NULL, "exports", "USD", 9);
    sheaf_series *tonnes = sheaf_series_create(NULL, "grain", "t", 3);
    sheaf_series *part = sheaf_series_create(NULL, "early", "USD", 9);
    sheaf_series *plain = sheaf_series_create(NULL, "plain", "", 0);

    (void)state;
    sheaf_series_add(usd, sheaf_period_year(2022), 1, 0, SHEAF_NORMAL);
    sheaf_series_add(usd, sheaf_period_year(2023), 1, 0, SHEAF_NORMAL);
    sheaf_series_add(part, sheaf_period_trimester(2023, 1), 1, 0, SHEAF_NORMAL);
    check_failure(sheaf_series_sum(usd, tonnes), "cannot add t to USD ('grain' to 'exports')");
    check_failure(sheaf_series_difference(usd, tonnes),
                  "cannot subtract t from USD ('grain' from 'exports')");
    check_failure(sheaf_series_sum(usd, plain),
                  "cannot add a number without unit to USD ('plain' to 'exports')");
    check_failure(sheaf_series_sum(usd, part), "no period in common: 'exports' has years (2022 to "
                                               "2023), 'early' trimesters (2023-T1)");
    sheaf_series_destroy(usd);
    sheaf_series_destroy(tonnes);
    sheaf_series_destroy(part);
    sheaf_series_destroy(plain);
}

static void test_growth_needs_a_base(void **state)
{
    sheaf_series *series = sheaf_series_create(NULL, "x", "USD", 0), *growth;

    (void)state;
    sheaf_series_add(series, sheaf_period_year(2010), 100, 2, SHEAF_NORMAL);
    sheaf_series_add(series, sheaf_period_year(2011), 112.5, 2, SHEAF_PROVISIONAL);
    sheaf_series_add(series, sheaf_period_year(2012), 0, 2, SHEAF_NORMAL);
    sheaf_series_add(series, sheaf_period_year(2013), 5, 2, SHEAF_NORMAL);  /* base is zero */
    sheaf_series_add(series, sheaf_period_year(2015), -5, 2, SHEAF_NORMAL); /* no base */
    sheaf_series_add(series, sheaf_period_year(2016), 5, 2, SHEAF_NORMAL);  /* base is negative */
    sheaf_series_add(series, sheaf_period_year(2017), NAN, 2, SHEAF_MISSING);
    sheaf_series_add(series, sheaf_period_trimester(2018, 1), 5, 2, SHEAF_NORMAL);
    growth = sheaf_series_growth(series);
    assert_int_equal(sheaf_series_count(growth), 5);
    assert_true(fabs(sheaf_series_at(growth, 0, ROOM)->value - 12.5) < 1e-9);
    assert_int_equal(sheaf_series_at(growth, 0, ROOM)->decimals, 1); /* 12.489 to 12.511 */
    assert_int_equal(sheaf_series_at(growth, 0, ROOM)->status, SHEAF_PROVISIONAL);
    assert_true(sheaf_series_at(growth, 1, ROOM)->value == -100);
    for (size_t i = 2; i < 5; i++) {
        const sheaf_observation *none = sheaf_series_at(growth, i, ROOM);

        assert_int_equal(none->period.start / 12, i == 2 ? 2013 : 2014 + (int)i - 1);
        assert_true(isnan(none->value));
        assert_int_equal(none->status, i < 4 ? SHEAF_CANNOT_EXIST : SHEAF_MISSING);
    }
    assert_string_equal(sheaf_series_derivation(growth, 0),
                        "growth(x) 2011 = 112.50 / 100.00 \u2212 1");
    sheaf_series_destroy(growth);
    sheaf_series_destroy(series);
}

/* An observation that is zeroed but for its value states no growth: none may be invented. */
static void test_zero_is_no_stated_growth(void **state)
{
    sheaf_series *series = one_flow("exports"), *growth, *implied;

    (void)state;
    for (int year = 2021; year < 2024; year += 2)
        sheaf_series_add_observation(series,
                                     &(sheaf_observation){ .period = sheaf_period_year(year),
                                                           .value = 14.7,
                                                           .low = 14.65,
                                                           .high = 14.75,
                                                           .decimals = 1,
                                                           .status = SHEAF_NORMAL });
    growth = sheaf_series_growth(series);
    implied = sheaf_series_imply(series);
    assert_int_equal(sheaf_series_status(growth), SHEAF_OK);
    assert_int_equal(sheaf_series_count(growth), 0);
    assert_int_equal(sheaf_series_count(implied), 2);
    assert_true(isnan(sheaf_series_at(series, 0, ROOM)->stated_growth));
    sheaf_series_destroy(implied);
    sheaf_series_destroy(growth);
    sheaf_series_destroy(series);
}

/* Growth of nothing is a growth, when it is stated. */
static void test_a_stated_zero_counts(void **state)
{
    sheaf_series *series = one_flow("exports"), *growth, *implied;

    (void)state;
    add(series, sheaf_period_year(2023), 14.7, 1, 0);
    growth = sheaf_series_growth(series);
    implied = sheaf_series_imply(series);
    assert_int_equal(sheaf_series_count(growth), 1);
    assert_true(sheaf_series_at(growth, 0, ROOM)->value == 0);
    assert_int_equal(sheaf_series_count(implied), 2);
    sheaf_series_destroy(implied);
    sheaf_series_destroy(growth);
    sheaf_series_destroy(series);
}

static void test_a_stated_growth_stays_as_stated(void **state)
{
    sheaf_series *series = one_flow("turnover"), *growth, *implied;

    (void)state;
    add(series, sheaf_period_year(2022), 30, 1, NAN);
    add(series, sheaf_period_year(2023), 31.5, 1, 30.1);
    implied = sheaf_series_imply(series);
    assert_int_equal(sheaf_series_count(implied), 2); /* the base is there already */
    growth = sheaf_series_growth(implied);
    assert_int_equal(sheaf_series_count(growth), 1);
    assert_true(sheaf_series_at(growth, 0, ROOM)->value == 30.1);
    assert_false(sheaf_series_at(growth, 0, ROOM)->derived);
    assert_int_equal(sheaf_series_at(growth, 0, ROOM)->decimals, 1);
    sheaf_series_destroy(growth);
    sheaf_series_destroy(implied);
    sheaf_series_destroy(series);
}

static void test_no_base_is_implied_by_a_fall_to_nothing(void **state)
{
    static const double growths[] = { -100, -99.95, -120 };

    (void)state;
    for (size_t i = 0; i < LENGTH(growths); i++) {
        sheaf_series *series = one_flow("x"), *implied;

        add(series, sheaf_period_year(2023), 5, 0, growths[i]);
        implied = sheaf_series_imply(series);
        assert_int_equal(sheaf_series_status(implied), SHEAF_OK);
        assert_int_equal(sheaf_series_count(implied), 1);
        sheaf_series_destroy(implied);
        sheaf_series_destroy(series);
    }
}

/* xorshift: the same cases on every machine. */
static uint64_t next_random(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

/* The growth from the implied base to the value is the stated one, within what the
 * rounding leaves open; and every derived figure shows no digit that it may not. */
static void test_growth_and_implied_base_are_inverse(void **state)
{
    uint64_t seed = 20240626;

    (void)state;
    for (int i = 0; i < 2000; i++) {
        int decimals = (int)(next_random(&seed) % 4);
        double value = round_to((double)(next_random(&seed) % 1000000) / 1000 + 1, decimals);
        double growth = round_to((double)(next_random(&seed) % 4000) / 10 - 90, 1);
        sheaf_series *series = one_flow("x"), *implied, *unstated, *back;
        const sheaf_observation *base, *g;

        add(series, sheaf_period_year(2023), value, decimals, growth);
        implied = sheaf_series_imply(series);
        base = sheaf_series_find(implied, sheaf_period_year(2022), ROOM);
        assert_non_null(base);
        assert_true(base->low <= base->value && base->value <= base->high);
        assert_true(base->decimals <= decimals);
        assert_true(fabs(round_to(base->value, base->decimals) - base->value) <=
                    0.5000001 * power_of_ten(-base->decimals));

        unstated = one_flow("x");
        sheaf_series_add_observation(unstated, base);
        add(unstated, sheaf_period_year(2023), value, decimals, NAN);
        back = sheaf_series_growth(unstated);
        g = sheaf_series_find(back, sheaf_period_year(2023), ROOM);
        assert_non_null(g);
        assert_true(g->low <= growth && growth <= g->high);
        assert_true(fabs(g->value - growth) < 1e-6);
        sheaf_series_destroy(back);
        sheaf_series_destroy(unstated);
        sheaf_series_destroy(implied);
        sheaf_series_destroy(series);
    }
}

static void test_digits_that_hold(void **state)
{
    static const struct {
        double value, low, high;
        int most, decimals;
    } cases[] = {
        { 31.5, 31.45, 31.55, 1, 1 },        /* a stated figure keeps its digits */
        { 31.5, 31.45, 31.55, 0, 0 },        /* never more than asked for */
        { 24.2121, 24.1644, 24.2599, 1, 1 }, /* half the width is 0.05 */
        { 13.0551, 13.0049, 13.1053, 1, 1 }, /* the same, though 13.1 is at the edge */
        { 16.8, 16.7, 16.9, 1, 1 },          /* two rounded figures */
        { -2.1, -2.25, -1.95, 1, 0 },        /* three rounded figures: half the width is 0.15 */
        { 16.8, 16.6, 17.0, 1, 0 },          /* four: 17 */
        { 50.6, 48.4, 52.8, 1, -1 },         /* only the ten holds */
        { 36.5, 35.95, 37.05, 0, 0 },        /* 37 */
        { 44, 41.8, 46.2, 1, -1 },           /* 40: no further off than a unit and a half */
        { 46.8, 44.8, 48.8, 1, -1 },         /* 50: half the width is 2, and the next place ten */
        { 65, 63, 67, 0, -1 },               /* 70: four whole numbers, each known to a half */
        { 13.0451, 12.995, 13.095, 1, 1 },   /* 13.0 */
        { 34.9, 26, 45.6, 0, -2 },           /* 45.6 is further than one and a half tens from 30 */
        { 15.3846, 7.4, 24, 1, -1 },         /* 20 */
        { 30, 29.9, 30.1, 1, 1 },            /* a final nought is a digit */
        { 3, 3, 3, 5, 5 },                   /* exact */
        { 0, 0, 0, 2, 2 },
        { 1e300, 1e300, 1e300, 2, 2 },
        { 0, -1e308, 1e308, 17, LEAST_DECIMALS },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        assert_int_equal(decimals_that_hold(cases[i].value,
                                            (struct interval){ cases[i].low, cases[i].high },
                                            cases[i].most),
                         cases[i].decimals);
}

/* Fewer than two digits hold of a figure that begins with 1 or 2; or none does. */
static void test_about_where_hardly_a_digit_holds(void **state)
{
    static const struct {
        double value, low, high;
        int most, decimals;
        bool about;
    } cases[] = {
        { 15.3846, 7.4, 24, 1, 0, true },     /* 15 / 13 - 1: about 15 */
        { 50.6, 48.4, 52.8, 1, -1, false },   /* 50 */
        { -2.1, -2.25, -1.95, 1, 1, true },   /* about -2.1 */
        { 8.16, 7.7, 8.62, 0, 0, false },     /* 8 */
        { -25.45, -27.1, -23.8, 1, 0, true }, /* 4.1 / 5.5 - 1: about -25, not -30 */
        { 28.1, 26.5, 29.7, 1, 0, true },     /* about 28, not 30 */
        { 30.2, 28.6, 31.8, 1, -1, false },   /* 30 */
        { 19.6, 14.6, 24.6, 1, 0, true },     /* about 20 */
        { 1.47, 0, 2.96, 1, 1, true },        /* 6.9 / 6.8 - 1: about 1.5 */
        { 34.9, 26, 45.6, 0, 0, true },       /* none holds: about 35 */
        { 2, 1, 3, 0, 0, true },              /* about 2: a final nought is not known */
        { 2, 1.5, 2.5, 0, 0, false },         /* as well known as a stated 2 */
        { 2, 2, 2, 0, 0, false },             /* exactly 2 */
        { 0, -0.1, 0.1, 1, 1, false },        /* 0.0 */
        { 0, -13, 15, 0, 0, true },           /* about 0 */
        { 0.04, -0.06, 0.14, 1, 2, true },    /* about 0.04 */
        { 9.6, 8.6, 10.6, 0, 0, false },      /* 10: two digits */
        { 96, 80, 112, 0, 0, true },          /* about 96: 100 has one digit */
        { 1538, 740, 2400, 0, -2, true },     /* about 1500 */
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        int hold = decimals_that_hold(
            cases[i].value, (struct interval){ cases[i].low, cases[i].high }, cases[i].most);
        struct known_digits known = digits_known(cases[i].value, cases[i].low, cases[i].high, hold);

        print_message("  %g\n", cases[i].value);
        assert_int_equal(known.is_about, cases[i].about);
        assert_int_equal(known.decimals, cases[i].decimals);
    }
}

/* Whatever the interval, a figure that holds is at most one and a half units from the true one, and
 * the place before it would be too: no digit is dropped that holds. */
static void test_digits_are_fair(void **state)
{
    uint64_t seed = 20261130;

    (void)state;
    for (int i = 0; i < 20000; i++) {
        double value = (double)(next_random(&seed) % 2000000) / 1000 - 1000;
        double below = (double)(next_random(&seed) % 100000) / 1000;
        double above = (double)(next_random(&seed) % 100000) / 1000;
        int most = (int)(next_random(&seed) % 4);
        struct interval open = { value - below, value + above };
        int decimals = decimals_that_hold(value, open, most);
        double unit = power_of_ten(-decimals), shown = round_to(value, decimals);

        assert_true(fmax(shown - open.low, open.high - shown) <= 1.5 * unit + 1e-6);
        assert_true((below + above) / 2 <= unit + 1e-6);
        assert_true(decimals <= most);
    }
}

/* Sixteen digits are kept: figures of 1,234,567,890,123,456 dong and one more. */
static void test_whole_figures_keep_all_digits(void **state)
{
    sheaf_series *a = sheaf_series_create(NULL, "a", "VND", 0);
    sheaf_series *b = sheaf_series_create(NULL, "b", "VND", 0), *sum;

    (void)state;
    sheaf_series_add(a, sheaf_period_year(2021), 1234567890123456, 0, SHEAF_NORMAL);
    sheaf_series_add(b, sheaf_period_year(2021), 1, 0, SHEAF_NORMAL);
    sheaf_series_add(a, sheaf_period_year(2022), 12345678901234.56, 2, SHEAF_NORMAL);
    sheaf_series_add(b, sheaf_period_year(2022), 1.01, 2, SHEAF_NORMAL);
    sum = sheaf_series_sum(a, b);
    assert_true(sheaf_series_at(sum, 0, ROOM)->value == 1234567890123457);
    assert_true(sheaf_series_at(sum, 0, ROOM)->low == 1234567890123456);
    assert_true(sheaf_series_at(sum, 0, ROOM)->high == 1234567890123458);
    assert_int_equal(sheaf_series_at(sum, 0, ROOM)->decimals, 0);
    assert_true(sheaf_series_at(sum, 1, ROOM)->decimals <= 1); /* a double keeps no more of it */
    sheaf_series_destroy(sum);
    sheaf_series_destroy(a);
    sheaf_series_destroy(b);
}

static void test_decimal_arithmetic_without_noise(void **state)
{
    (void)state;
    assert_true(without_noise(31.5 - 14.7, 31.5) == 16.8);
    assert_true(without_noise(0.1 + 0.2, 0.2) == 0.3);
    assert_true(without_noise(1e15 - 0.25, 1e15) == 1e15 - 0.25); /* exact in a double */
    assert_true(without_noise(1.1e13 + 2.2e13, 2.2e13) == 3.3e13);
    assert_true(without_noise(1e300, 1) == 1e300);
    assert_true(without_noise(0, 0) == 0);
    assert_true(isnan(without_noise(NAN, NAN)));
    assert_true(round_to(12345, -3) == 12000);
    assert_true(round_to(-0.25, 1) == -0.3);
}

/* The figures of a dong: whole numbers up to 2^53 add up exactly; above, fewer digits are shown. */
static void test_whole_numbers_stay_exact(void **state)
{
    static const struct {
        double a, b, sum, difference;
        int decimals;
    } cases[] = {
        { 1234567890123456, 1, 1234567890123457, 1234567890123455, 0 },
        { 4503599627370497, 4503599627370494, 9007199254740991, 3, 0 },
        { 123456789012345, 67, 123456789012412, 123456789012278, 0 },
        { 9007199254740992, 1e15, 1.000719925474e16, 8007199254740992, -3 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_series *a = one_flow("exports"), *b = one_flow("imports"), *sum, *difference;

        sheaf_series_add(a, sheaf_period_year(2023), cases[i].a, 0, SHEAF_NORMAL);
        sheaf_series_add(b, sheaf_period_year(2023), cases[i].b, 0, SHEAF_NORMAL);
        sum = sheaf_series_sum(a, b);
        difference = sheaf_series_difference(a, b);
        print_message("  %.0f\n", cases[i].a);
        assert_true(fabs(sheaf_series_at(sum, 0, ROOM)->value / cases[i].sum - 1) < 1e-12);
        assert_int_equal(sheaf_series_at(sum, 0, ROOM)->decimals, cases[i].decimals);
        if (cases[i].decimals == 0) {
            assert_true(sheaf_series_at(sum, 0, ROOM)->value == cases[i].sum);
            assert_true(sheaf_series_at(difference, 0, ROOM)->value == cases[i].difference);
        }
        sheaf_series_destroy(a);
        sheaf_series_destroy(b);
        sheaf_series_destroy(sum);
        sheaf_series_destroy(difference);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_first_sample_comes_out_as_its_facts_say),
        cmocka_unit_test(test_flows_and_names_follow),
        cmocka_unit_test(test_derivations_tell_how),
        cmocka_unit_test(test_multipliers_and_statuses),
        cmocka_unit_test(test_what_does_not_go_together_says_so),
        cmocka_unit_test(test_growth_needs_a_base),
        cmocka_unit_test(test_zero_is_no_stated_growth),
        cmocka_unit_test(test_a_stated_zero_counts),
        cmocka_unit_test(test_a_stated_growth_stays_as_stated),
        cmocka_unit_test(test_no_base_is_implied_by_a_fall_to_nothing),
        cmocka_unit_test(test_growth_and_implied_base_are_inverse),
        cmocka_unit_test(test_digits_that_hold),
        cmocka_unit_test(test_about_where_hardly_a_digit_holds),
        cmocka_unit_test(test_digits_are_fair),
        cmocka_unit_test(test_whole_figures_keep_all_digits),
        cmocka_unit_test(test_decimal_arithmetic_without_noise),
        cmocka_unit_test(test_whole_numbers_stay_exact),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
