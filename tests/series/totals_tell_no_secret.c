/* totals_tell_no_secret.c - a total is hidden where the one part that is secret would be left of it, and nothing
 * else tells a secret: neither the decimals of one nor the growth that a source states of the next year. */
#include "support/check.h"

#include <math.h>

#include <sheaf/algebra.h>

#include "series/residual.h"
#include "series/series.h"

enum { FIRST_YEAR = 2020, YEARS = 3, PARTS = 3 };

/* A letter a part: its state in the last year. */
enum { KNOWN = 'k', SECRET = 'c', SUPPRESSED = 'q', MISSING = 'm', ABSENT = 'a', REST = 'r' };

static sheaf_series *make(double value, char last)
{
    sheaf_series *series = sheaf_series_create(NULL, "part", "USD", 6);

    for (int i = 0; i < YEARS; i++) {
        sheaf_observation at = { .period = sheaf_period_year(FIRST_YEAR + i),
                                 .value = value,
                                 .low = value,
                                 .high = value,
                                 .status = SHEAF_NORMAL };
        if (i == YEARS - 1 && last == ABSENT)
            continue;
        if (i == YEARS - 1 && last != KNOWN) {
            at.value = at.low = at.high = NAN;
            at.status = last == SUPPRESSED ? SHEAF_SUPPRESSED : SHEAF_MISSING;
            at.confidentiality = last == SECRET ? 'C' : 'F';
        }
        sheaf_series_add_observation(series, &at);
    }
    sheaf_series_set_remainder(series, last == REST);
    return series;
}

static void totals_are_hidden(void **state)
{
    static const struct {
        char parts[PARTS + 1];
        double total;
        bool is_hidden;
        char confidentiality, status;
    } cases[] = {
        { "kkk", 300, false, 'F', SHEAF_NORMAL },
        { "ckk", 300, true, 'C', SHEAF_MISSING },
        { "kkc", 300, true, 'C', SHEAF_MISSING },
        { "kqk", 300, true, 'F', SHEAF_SUPPRESSED },
        { "cak", 300, true, 'C', SHEAF_MISSING },
        { "cck", 300, false, 'F', SHEAF_NORMAL }, /* two, of which only the sum is told */
        { "cmk", 300, false, 'F', SHEAF_NORMAL },
        { "kmk", 300, false, 'F', SHEAF_NORMAL }, /* is not secret */
        { "ckk", 315, true, 'C', SHEAF_MISSING }, /* at most 5 % beside the parts */
        { "ckk", 330, false, 'F', SHEAF_NORMAL },
        { "ckr", 300, false, 'F', SHEAF_NORMAL }, /* the rest is in the total */
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_series *parts[PARTS], *total = make(cases[i].total, KNOWN);
        for (int k = 0; k < PARTS; k++)
            parts[k] = make(100, cases[i].parts[k]);
        print_message("  %s of %g\n", cases[i].parts, cases[i].total);
        series_hide_residuals(total, (const sheaf_series *const *)parts, PARTS);
        assert_string_equal(sheaf_series_message(total), "");
        assert_int_equal(sheaf_series_count(total), YEARS);
        for (size_t k = 0; k < YEARS; k++) {
            sheaf_observation room;
            const sheaf_observation *at = sheaf_series_at(total, k, &room);
            bool is_hidden = cases[i].is_hidden && k == YEARS - 1;
            assert_int_equal(isnan(at->value), is_hidden);
            assert_int_equal(isnan(at->high), is_hidden);
            if (!is_hidden)
                continue;
            assert_int_equal(at->status, cases[i].status);
            assert_int_equal(at->confidentiality, cases[i].confidentiality);
        }
        for (int k = 0; k < PARTS; k++)
            sheaf_series_destroy(parts[k]);
        sheaf_series_destroy(total);
    }
}

/* A figure that its source says grew by 25 % on a secret one of 80. */
static sheaf_series *grown(char confidentiality)
{
    sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 6);
    const sheaf_observation base = { .period = sheaf_period_year(2020),
                                     .value = 80.125,
                                     .low = 80.1245,
                                     .high = 80.1255,
                                     .decimals = 3,
                                     .status = SHEAF_NORMAL,
                                     .confidentiality = confidentiality };
    const sheaf_observation next = { .period = sheaf_period_year(2021),
                                     .value = 100,
                                     .low = 99.5,
                                     .high = 100.5,
                                     .status = SHEAF_NORMAL,
                                     .has_stated_growth = true,
                                     .stated_growth = 25 };

    sheaf_series_add_observation(series, &base);
    sheaf_series_add_observation(series, &next);
    return series;
}

static void growth_and_decimals_are_hidden(void **state)
{
    (void)state;
    for (int is_secret = 0; is_secret < 2; is_secret++) {
        sheaf_series *series = grown(is_secret ? 'C' : 'F');
        sheaf_series *growth = sheaf_series_growth(series);
        const sheaf_observation *at =
            sheaf_series_find(growth, sheaf_period_year(2021), &(sheaf_observation){ 0 });

        assert_non_null(at);
        assert_int_equal(at->confidentiality == 'C', is_secret);
        series_hide_confidential(growth);
        at = sheaf_series_find(growth, sheaf_period_year(2021), &(sheaf_observation){ 0 });
        assert_int_equal(isnan(at->value), is_secret);
        series_hide_confidential(series);
        at = sheaf_series_find(series, sheaf_period_year(2020), &(sheaf_observation){ 0 });
        assert_int_equal(at->decimals, is_secret ? 0 : 3);
        at = sheaf_series_find(series, sheaf_period_year(2021), &(sheaf_observation){ 0 });
        assert_int_equal(at->has_stated_growth, !is_secret);
        assert_true(at->value == 100);
        sheaf_series_destroy(growth);
        sheaf_series_destroy(series);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(totals_are_hidden),
                                        cmocka_unit_test(growth_and_decimals_are_hidden) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
