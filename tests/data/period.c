/* period.c - a period is read from every spelling and written in one. */
#include "support/check.h"

#include <string.h>

#include "data/period.h"

static sheaf_period read_or_fail(const char *text)
{
    sheaf_period period = { 0 };

    if (!sheaf_period_read(text, strlen(text), &period))
        fail_msg("'%s' is not read", text);
    return period;
}

static const char *written(sheaf_period period)
{
    static char text[SHEAF_PERIOD_TEXT];
    size_t n = sheaf_period_write(period, text);

    assert_int_equal(n, strlen(text));
    return text;
}

static const struct {
    const char *text, *canonical;
} spellings[] = {
    { "2023", "2023" },
    { "0001", "0001" },
    { "9999", "9999" },
    { "2023-A1", "2023" },
    { "2023-S1", "2023-S1" },
    { "2023-S2", "2023-S2" },
    { "2023-H2", "2023-S2" },
    { "2023-T1", "2023-T1" },
    { "2023-T3", "2023-T3" },
    { "2023-Q1", "2023-Q1" },
    { "2023Q4", "2023-Q4" },
    { "2023-04", "2023-04" },
    { "2023-M04", "2023-04" },
    { "2023M04", "2023-04" },
    { "2023-M4", "2023-04" },
    { "202304", "2023-04" },
    { "2023-04-15", "2023-04-15" },
    { "2024-02-29", "2024-02-29" },
    { "2023-D105", "2023-04-15" },
    { "2023-W05", "2023-W05" },
    { "2020-W53", "2020-W53" },
    { "2023-01-30/P7D", "2023-W05" },
    { "2019-12-30/P1W", "2020-W01" },
    { "2023-01-31/P7D", "2023-01-31/P7D" },
    { "2024-01-01/P4M", "2024-T1" },
    { "2024-01-01T00:00:00/P4M", "2024-T1" },
    { "2024-01/P4M", "2024-T1" },
    { "2024/P1Y", "2024" },
    { "2024-04-01/P6M", "2024-04-01/P6M" },
    { "2024-04-01/P1Y", "2024-04-01/P1Y" },
    { "2024-04-01/P12M", "2024-04-01/P1Y" },
    { "2020-01-01/P2Y", "2020-01-01/P2Y" },
    { "2023-01-01/P1Y6M", "2023-01-01/P18M" },
    { "2024-02-01/P29D", "2024-02" },
    { "2023-01-01/P365D", "2023" },
    { "2024-04-06/P1Y", "2024-04-06/P365D" },
    { "2024-01-15/P1M", "2024-01-15/P31D" },
    { "Jan-Apr 2024", "2024-T1" },
    { "January - April 2024", "2024-T1" },
    { "Jan\u2009\u2013\u2009Apr 2024", "2024-T1" },
    { "jan.-apr. 2024", "2024-T1" },
    { "Apr-Sept 2024", "2024-04-01/P6M" },
    { "Apr 2024", "2024-04" },
    { "May 2024", "2024-05" },
    { "Nov 2023-Feb 2024", "2023-11-01/P4M" },
};

static void test_reads_every_spelling(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(spellings); i++) {
        print_message("  %s\n", spellings[i].text);
        assert_string_equal(written(read_or_fail(spellings[i].text)), spellings[i].canonical);
    }
}

static void test_refuses_the_rest(void **state)
{
    static const char *const texts[] = {
        "",
        " ",
        "23",
        "203",
        "0000",
        "20234",
        "202300",
        "202313",
        "2023-",
        "2023-4",
        "2023-00",
        "2023-13",
        "2023-4Q1",
        "2023-02-29",
        "2023-04-31",
        "2023-A2",
        "2023-S3",
        "2023-T4",
        "2023-Q0",
        "2023-Q5",
        "2023-M13",
        "2023-X1",
        "2023-W00",
        "2023-W53",
        "2023-D366",
        "2023-D000",
        "2023/24",
        "2023/2024",
        "1/2023",
        "01.2023",
        "2024-01-01/4M",
        "2024-01-01/P",
        "2024-01-01/P0M",
        "2024-01-01/PM",
        "2024-01-01/P4MM",
        "2024-01-01/P4M1Y",
        "2024-01-01/P-4M",
        "2024-01-31/P1M",
        "2024-01-01/P9999999M",
        "2024-01-01/P99999999999999999999D",
        "9999-12-01/P2M",
        "9999-12-31/P2D",
        "2024-01-01/P4M ",
        " 2023",
        "2023 ",
        "Jan-Apr",
        "Dec-Feb 2024",
        "Ja 2024",
        "Janu 2024",
        "Jan 24",
        "Jan-Apr-Jun 2024",
        "Jan--Apr 2024",
        "Apr 2024-Jan 2024",
        "\xff",
        "2023\x80",
        "+2023",
        "-2023",
        "2023.5",
        "2.023e3",
    };
    sheaf_period untouched = { SHEAF_MONTHS, 42, 42 };

    (void)state;
    for (size_t i = 0; i < LENGTH(texts); i++) {
        if (sheaf_period_read(texts[i], strlen(texts[i]), &untouched))
            fail_msg("'%s' is read as %s", texts[i], written(untouched));
        assert_int_equal(untouched.start, 42);
    }
    assert_false(sheaf_period_read("2023\0", 5, &untouched));
    assert_false(sheaf_period_read(NULL, 0, &untouched));
}

static void test_constructors_refuse_what_no_calendar_has(void **state)
{
    (void)state;
    assert_string_equal(written(sheaf_period_months(2024, 4, 6)), "2024-04-01/P6M");
    assert_string_equal(written(sheaf_period_trimester(2024, 1)), "2024-T1");
    assert_string_equal(written(sheaf_period_half_year(2024, 2)), "2024-S2");
    assert_int_equal(sheaf_period_year(0).unit, SHEAF_NO_PERIOD);
    assert_int_equal(sheaf_period_year(10000).unit, SHEAF_NO_PERIOD);
    assert_int_equal(sheaf_period_year(INT32_MIN).unit, SHEAF_NO_PERIOD);
    assert_int_equal(sheaf_period_trimester(2024, 4).unit, SHEAF_NO_PERIOD);
    assert_int_equal(sheaf_period_quarter(2024, 0).unit, SHEAF_NO_PERIOD);
    assert_int_equal(sheaf_period_months(2024, 13, 1).unit, SHEAF_NO_PERIOD);
    assert_int_equal(sheaf_period_months(2024, 1, INT32_MAX).unit, SHEAF_NO_PERIOD);
    assert_int_equal(sheaf_period_day(2023, 2, 29).unit, SHEAF_NO_PERIOD);
    assert_int_equal(sheaf_period_days(2023, 2, 1, INT32_MAX).unit, SHEAF_NO_PERIOD);
}

/* Months from every start and of many lengths, days likewise. */
static void test_what_is_written_reads_back(void **state)
{
    static const int years[] = { 1, 4, 1582, 1900, 1969, 1970, 2000, 2023, 2024, 9990 };

    (void)state;
    for (size_t y = 0; y < LENGTH(years); y++)
        for (int month = 1; month <= 12; month++) {
            for (int count = 1; count <= 40; count++) {
                sheaf_period period = sheaf_period_months(years[y], month, count);
                sheaf_period back = read_or_fail(written(period));

                assert_memory_equal(&back, &period, sizeof period);
            }
            for (int count = 1; count <= 800; count += count < 40 ? 1 : 19) {
                sheaf_period period = sheaf_period_days(years[y], month, month + 3, count);
                sheaf_period back = read_or_fail(written(period));

                assert_memory_equal(&back, &period, sizeof period);
                assert_int_equal(sheaf_period_compare(back, period), 0);
            }
        }
}

/* Every text of three tokens from the grammar either fails or reads back. */
static void test_any_mixture_of_tokens_is_safe(void **state)
{
    static const char *const tokens[] = { "2024", "-",   "01", "/",    "P",  "4M",   "Q1",
                                          "T1",   "W53", "1D", "Jan",  " ",  "2025", "\u2013",
                                          "1Y",   "A1",  "",   "\xe2", "29", "02",   "T00:00:00" };
    size_t read = 0, n = LENGTH(tokens);

    (void)state;
    for (size_t i = 0; i < n * n * n * n * n; i++) {
        char text[64] = "";
        sheaf_period period, back;

        for (size_t k = 0, rest = i; k < 5; k++, rest /= n)
            strcat(text, tokens[rest % n]);
        if (!sheaf_period_read(text, strlen(text), &period))
            continue;
        read++;
        assert_true(period_valid(period));
        back = read_or_fail(written(period));
        assert_memory_equal(&back, &period, sizeof period);
    }
    assert_true(read > 1000);
}

static void test_order_is_by_first_then_last_day(void **state)
{
    static const char *const ascending[] = { "2023-01-01",     "2023-01",    "2023-Q1",
                                             "2023-T1",        "2023-S1",    "2023",
                                             "2023-01-01/P2Y", "2023-01-02", "2023-W02",
                                             "2023-02",        "2024-T1",    "2024" };

    (void)state;
    for (size_t i = 0; i < LENGTH(ascending); i++)
        for (size_t k = 0; k < LENGTH(ascending); k++) {
            int got = sheaf_period_compare(read_or_fail(ascending[i]), read_or_fail(ascending[k]));

            assert_int_equal((got > 0) - (got < 0), (i > k) - (i < k));
        }
    assert_true(sheaf_period_compare((sheaf_period){ 0 }, sheaf_period_year(1)) < 0);
}

static void test_the_year_before(void **state)
{
    static const struct {
        const char *period, *year_before, *before;
    } cases[] = {
        { "2024-T1", "2023-T1", "2023-T3" },
        { "2024", "2023", "2023" },
        { "2024-02", "2023-02", "2024-01" },
        { "2024-02-29", "2023-02-28", "2024-02-28" },
        { "2024-02-15/P14D", "2023-02-15/P14D", "2024-02-01/P14D" },
        { "2023-03-02", "2022-03-02", "2023-03-01" },
        { "2024-04-06/P365D", "2023-04-06/P366D", "2023-04-07/P365D" },
        { "0001", "", "" },
        { "0001-01-02", "", "0001-01-01" },
        { "0001-01-01", "", "" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_period period = read_or_fail(cases[i].period);

        print_message("  %s\n", cases[i].period);
        assert_string_equal(written(sheaf_period_year_before(period)), cases[i].year_before);
        assert_string_equal(written(sheaf_period_before(period)), cases[i].before);
    }
}

static void test_part_of_a_year(void **state)
{
    static const struct {
        const char *period;
        bool part;
    } cases[] = {
        { "2024", false },
        { "2024-T1", true },
        { "2024-12", true },
        { "2024-04-01/P1Y", false },
        { "2024-04-01/P11M", true },
        { "2024-01-01/P2Y", false },
        { "2024-06-26", true },
        { "2024-04-06/P1Y", false },
        { "2024-04-06/P364D", true },
        { "2023-04-06/P365D", true },
        { "2023-04-06/P366D", false },
        { "9999-01-02/P363D", true },
        { "0001-02-03/P3D", true },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        print_message("  %s\n", cases[i].period);
        assert_int_equal(sheaf_period_is_part_of_year(read_or_fail(cases[i].period)),
                         cases[i].part);
    }
    assert_false(sheaf_period_is_part_of_year((sheaf_period){ 0 }));
}

static void test_containing_and_days(void **state)
{
    int year = 0, month = 0, day = 0;

    (void)state;
    assert_true(sheaf_period_contains(sheaf_period_year(2024), read_or_fail("2024-T1")));
    assert_true(sheaf_period_contains(sheaf_period_year(2024), sheaf_period_year(2024)));
    assert_false(sheaf_period_contains(read_or_fail("2024-T1"), sheaf_period_year(2024)));
    assert_false(sheaf_period_contains(sheaf_period_year(2024), (sheaf_period){ 0 }));
    assert_true(sheaf_period_contains(read_or_fail("2024-W05"), read_or_fail("2024-02-01")));
    sheaf_period_last_day(read_or_fail("2024-02"), &year, &month, &day);
    assert_int_equal(year * 10000 + month * 100 + day, 20240229);
    sheaf_period_first_day(read_or_fail("2024-T2"), &year, &month, NULL);
    assert_int_equal(year * 100 + month, 202405);
    sheaf_period_last_day((sheaf_period){ SHEAF_DAYS, INT32_MAX, INT32_MAX }, &year, NULL, NULL);
    assert_int_equal(year, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_every_spelling),
        cmocka_unit_test(test_refuses_the_rest),
        cmocka_unit_test(test_constructors_refuse_what_no_calendar_has),
        cmocka_unit_test(test_what_is_written_reads_back),
        cmocka_unit_test(test_any_mixture_of_tokens_is_safe),
        cmocka_unit_test(test_order_is_by_first_then_last_day),
        cmocka_unit_test(test_the_year_before),
        cmocka_unit_test(test_part_of_a_year),
        cmocka_unit_test(test_containing_and_days),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
