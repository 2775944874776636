/* periods_are_read_from_every_spelling.c - a period is read from every spelling and written in one. */
#include "support/check.h"

#include <string.h>

#include "period/period.h"
#include "period/period_usage.h"
#include "period/period_words.h"

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
    { "04/2023", "2023-04" },
    { "M04-2023", "2023-04" },
    { "M04/2023", "2023-04" },
    { "W05-2023", "2023-W05" },
    { "04.2023", "2023-04" },
    { "2023-04-15T00:00:00", "2023-04-15" },
    { "2023-04-15T00:00:00Z", "2023-04-15" },
    { "2023-04-15 00:00:00", "2023-04-15" },
    { "2023-W01", "2023-W01" },
    { "2020W53", "2020-W53" },
    { "week 5, 2023", "2023-W05" },
    { "W05 2023", "2023-W05" },
    { "2023-w05", "2023-W05" },
    { "5 неделя 2023 г.", "2023-W05" },
    { "2023年第5周", "2023-W05" },
    { "1980\u20131985", "1980-01-01/P6Y" },
    { "Apr-2024", "2024-04" },
    { "2024-Apr", "2024-04" },
    { "2024 April", "2024-04" },
    { "APRIL 2024", "2024-04" },
    { "April, 2024", "2024-04" },
    { "January to April 2024", "2024-T1" },
    { "15 April 2024", "2024-04-15" },
    { "April 15, 2024", "2024-04-15" },
    { "Q1 2023", "2023-Q1" },
    { "Q1-2023", "2023-Q1" },
    { "Q1/2023", "2023-Q1" },
    { "2023/Q1", "2023-Q1" },
    { "2023:Q1", "2023-Q1" },
    { "H1/2023", "2023-S1" },
    { "Apr/2024", "2024-04" },
    { "q4 2023", "2023-Q4" },
    { "1Q2023", "2023-Q1" },
    { "1Q 2023", "2023-Q1" },
    { "2023 Q1", "2023-Q1" },
    { "2023-q1", "2023-Q1" },
    { "first quarter of 2023", "2023-Q1" },
    { "1st quarter 2023", "2023-Q1" },
    { "Q1-Q3 2023", "2023-01-01/P9M" },
    { "H1 2023", "2023-S1" },
    { "1H2023", "2023-S1" },
    { "2023 H2", "2023-S2" },
    { "second half of 2023", "2023-S2" },
    { "январь-апрель 2024 г.", "2024-T1" },
    { "Январь–апрель 2024 года", "2024-T1" },
    { "янв.–апр. 2024", "2024-T1" },
    { "с января по апрель 2024 г.", "2024-T1" },
    { "апрель 2024", "2024-04" },
    { "в январе-апреле 2024 года", "2024-T1" },
    { "январе–апреле 2024 г.", "2024-T1" },
    { "за январь-апрель 2024 г.", "2024-T1" },
    { "в I квартале 2024 года", "2024-Q1" },
    { "в первом полугодии 2024 года", "2024-S1" },
    { "1-ое полугодие 2024", "2024-S1" },
    { "в 2023 году", "2023" },
    { "2024 жылдың қаңтар-сәуірі", "2024-T1" },
    { "2024 жылғы қаңтар-сәуірде", "2024-T1" },
    { "2024 жылғы наурызда", "2024-03" },
    { "2024年1-4月累计", "2024-T1" },
    { "2024年1月至4月累计", "2024-T1" },
    { "2024年4月累计", "2024-T1" }, /* from January on */
    { "АПРЕЛЬ 2024 г.", "2024-04" },
    { "15 апреля 2024 г.", "2024-04-15" },
    { "2023 г.", "2023" },
    { "2023\u00a0г.", "2023" },
    { "2023 год", "2023" },
    { "I квартал 2023", "2023-Q1" },
    { "IV квартал 2023 г.", "2023-Q4" },
    { "1 кв. 2023", "2023-Q1" },
    { "1-й квартал 2023 года", "2023-Q1" },
    { "I\u2013III кварталы 2023 г.", "2023-01-01/P9M" },
    { "первое полугодие 2023", "2023-S1" },
    { "2 полугодие 2023 г.", "2023-S2" },
    { "9 месяцев 2023 г.", "2023-01-01/P9M" },
    { "за 4 мес. 2024", "2024-T1" },
    { "1980-1981 гг.", "1980-01-01/P2Y" },
    { "2024 ж. қаңтар-сәуір", "2024-T1" },
    { "2024 жылғы қаңтар–сәуір", "2024-T1" },
    { "2024 ж. қаң.–сәу.", "2024-T1" },
    { "2024 жылғы сәуір", "2024-04" },
    { "Сәуір 2024 ж.", "2024-04" },
    { "2023 ж.", "2023" },
    { "2023 жыл", "2023" },
    { "2023 жылғы I тоқсан", "2023-Q1" },
    { "2023 ж. бірінші жартыжылдық", "2023-S1" },
    { "2024年1-4月", "2024-T1" },
    { "2024年1\u20144月", "2024-T1" },
    { "2024年1月至4月", "2024-T1" },
    { "2024年1至4月", "2024-T1" },
    { "2023年11月-2024年2月", "2023-11-01/P4M" },
    { "2024年4月", "2024-04" },
    { "2024 年 4 月份", "2024-04" },
    { "2024年十一月", "2024-11" },
    { "2024年", "2024" },
    { "2023年第一季度", "2023-Q1" },
    { "2023年第4季度", "2023-Q4" },
    { "2023年一季度", "2023-Q1" },
    { "2023年Q2", "2023-Q2" },
    { "2023年前三季度", "2023-01-01/P9M" },
    { "2024年前4个月", "2024-T1" },
    { "2023年上半年", "2023-S1" },
    { "2023年下半年", "2023-S2" },
    { "März 2024", "2024-03" },
    { "1. Quartal 2023", "2023-Q1" },
    { "15. Mai 2024", "2024-05-15" },
    { "févr. 2024", "2024-02" },
    { "1er trimestre 2023", "2023-Q1" },
    { "enero de 2024", "2024-01" },
    { "Giugno 2024", "2024-06" },
    { "dez/2024", "2024-12" },
    { "styczeń 2024", "2024-01" },
    { "říjen 2024", "2024-10" },
    { "2024 Ağustos", "2024-08" },
    { "يناير 2024", "2024-01" },
    { "ئاپرېل 2024", "2024-04" },
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
        "13.2023",
        "00/2023",
        "1.2023",
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
        "Apr-24",
        "01/02/2023",
        "01.02.2023",
        "2023-24",
        "1980-1981",
        "1980\u20131981",
        "FY2022",
        "FY2021-22",
        "2021-W53",
        "I kw. 2023", /* a quarter in Polish, a week in German */
        "1. 2023",
        "1981-1980",
        "2023-2023",
        "5 квартал 2023",
        "Q0 2023",
        "3 полугодие 2023",
        "13 месяцев 2023",
        "31 апреля 2024",
        "апрель-январь 2024",
        "апрель",
        "мартобрь 2024",
        "2024年13月",
        "2024年1-13月",
        "2024年4-1月",
        "2024年月",
        "2024月",
        "г. ",
        "年",
        "T1 2023",
        "2023 4",
        "2023 04",
        "апрель 24 г.",
        "2023 г. 2024 г. 2025 г.",
        "I-V кварталы 2023",
        "Q3-Q1 2023",
        "2023-04-15T12:00:00",
        "2023-04-15T00:00:00X",
        "Jan\xff 2024",
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
    assert_string_equal(written(sheaf_period_week(2026, 1)), "2026-W01"); /* from 29 December */
    assert_string_equal(written(sheaf_period_week(2020, 53)), "2020-W53");
    assert_int_equal(sheaf_period_week(2021, 53).unit, SHEAF_NO_PERIOD);
    assert_int_equal(sheaf_period_week(2021, 0).unit, SHEAF_NO_PERIOD);
    assert_int_equal(sheaf_period_week(0, 1).unit, SHEAF_NO_PERIOD);
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

/* Any period of whole months or days, from any day of ten thousand years. */
static void test_any_period_reads_back(void **state)
{
    uint32_t random = 1;

    (void)state;
    for (int i = 0; i < 200000; i++) {
        int32_t first =
            -719162 + (int32_t)((random = random * 1664525u + 1013904223u) / 4 % 3652059u);
        struct date day = date_from_days(first);
        int count = (int)((random = random * 1664525u + 1013904223u) / 65536 % 1000u) + 1;
        sheaf_period period =
            i % 4 == 0   ? sheaf_period_months(day.year, day.month, count)
            : i % 4 == 1 ? sheaf_period_days(day.year, day.month, day.day, 7)
                         : sheaf_period_days(day.year, day.month, day.day, i % 4 == 2 ? 1 : count);
        sheaf_period back;

        if (period.unit == SHEAF_NO_PERIOD)
            continue;
        back = read_or_fail(written(period));
        assert_memory_equal(&back, &period, sizeof period);
    }
}

static void test_year_and_part_in_two_columns(void **state)
{
    static const struct {
        const char *year, *part;
        enum period_part kind;
        const char *canonical; /* "": refused */
    } cases[] = {
        { "2024", "4", PERIOD_PART_MONTH, "2024-04" },
        { "2024", "04", PERIOD_PART_MONTH, "2024-04" },
        { "2024", "M04", PERIOD_PART_MONTH, "2024-04" },
        { "2024", "April", PERIOD_PART_MONTH, "2024-04" },
        { "2024", "апрель", PERIOD_PART_MONTH, "2024-04" },
        { "2024", "сәуір", PERIOD_PART_MONTH, "2024-04" },
        { "2024", "4月", PERIOD_PART_MONTH, "2024-04" },
        { "2024年", "4", PERIOD_PART_MONTH, "2024-04" },
        { "2024 г.", "4", PERIOD_PART_MONTH, "2024-04" },
        { "2024", "1to4", PERIOD_PART_MONTH, "2024-T1" },
        { "2024", "1-4", PERIOD_PART_MONTH, "2024-T1" },
        { "2024", "1-4月", PERIOD_PART_MONTH, "2024-T1" },
        { "2024", "Jan-Apr", PERIOD_PART_MONTH, "2024-T1" },
        { "2022", "52", PERIOD_PART_MONTH, "2022" },
        { "2023", "1", PERIOD_PART_QUARTER, "2023-Q1" },
        { "2023", "Q1", PERIOD_PART_QUARTER, "2023-Q1" },
        { "2023", "I", PERIOD_PART_QUARTER, "2023-Q1" },
        { "2023", "I квартал", PERIOD_PART_QUARTER, "2023-Q1" },
        { "2023", "第一季度", PERIOD_PART_QUARTER, "2023-Q1" },
        { "2023", "1-3", PERIOD_PART_QUARTER, "2023-01-01/P9M" },
        { "2024", "13", PERIOD_PART_MONTH, "" },
        { "2024", "0", PERIOD_PART_MONTH, "" },
        { "2024", "4to1", PERIOD_PART_MONTH, "" },
        { "2024", "", PERIOD_PART_MONTH, "" },
        { "2024", "2023", PERIOD_PART_MONTH, "" },
        { "2024", "Smarch", PERIOD_PART_MONTH, "" },
        { "2023", "5", PERIOD_PART_QUARTER, "" },
        { "2023", "52", PERIOD_PART_QUARTER, "" },
        { "2023-04", "4", PERIOD_PART_MONTH, "" },
        { "", "4", PERIOD_PART_MONTH, "" },
        { "2024", "1-2-3", PERIOD_PART_MONTH, "" },
        { "2024", "a-b-c-d-e-f-g-h-i-j-k-l-m", PERIOD_PART_MONTH, "" },
        { "2024", "- - - - - - - - - - - - - -", PERIOD_PART_MONTH, "" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_period period = { 0 };
        bool read = period_read_parts(cases[i].year, strlen(cases[i].year), cases[i].part,
                                      strlen(cases[i].part), cases[i].kind, &period);

        print_message("  %s, %s\n", cases[i].year, cases[i].part);
        assert_int_equal(read, cases[i].canonical[0] != '\0');
        assert_string_equal(written(period), cases[i].canonical);
    }
}

/* What a text stands for if the file says how it writes periods. */
static void test_usage_settles_what_texts_do_not_say(void **state)
{
    static const struct {
        const char *text;
        char frequency;
        const char *financial_year, *canonical; /* canonical "": refused */
    } cases[] = {
        { "202301", 'W', NULL, "2023-W01" },
        { "202353", 'W', NULL, "" },
        { "202053", 'W', NULL, "2020-W53" },
        { "202301", 'M', NULL, "2023-01" },
        { "2023-01", 'W', NULL, "2023-01" },
        { "2022.0", '\0', NULL, "2022" },
        { "202204.0", '\0', NULL, "2022-04" },
        { "2022.5", '\0', NULL, "" },
        { "2021-22", '\0', NULL, "" },
        { "2021-22", '\0', "4", "2021-04-01/P1Y" },
        { "2021/22", '\0', "April", "2021-04-01/P1Y" },
        { "2021-2022", '\0', "7", "2021-07-01/P1Y" },
        { "2021/2022", '\0', "from 10", "2021-10-01/P1Y" },
        { "2021\u201322", '\0', "to 3", "2021-04-01/P1Y" },
        { "FY2021-22", '\0', "4", "2021-04-01/P1Y" },
        { "2011-12", '\0', "4", "2011-04-01/P1Y" },
        { "2011-12", '\0', NULL, "2011-12" },
        { "2011-11", '\0', "4", "2011-11" },
        { "1999-00", '\0', "4", "1999-04-01/P1Y" },
        { "FY2022", '\0', "4", "" },
        { "FY2022", '\0', "from 4", "2022-04-01/P1Y" },
        { "FY 2022", '\0', "to 3", "2021-04-01/P1Y" },
        { "FY2022", '\0', "to December", "2022" },
        { "2021-22", '\0', "calendar", "2021-01-01/P2Y" },
        { "FY2022", '\0', "calendar", "" },
        { "2021-22", '\0', "1", "" },
        { "2021-2023", '\0', "4", "2021-01-01/P3Y" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct period_usage usage = { .frequency = cases[i].frequency };
        sheaf_period period = { 0 };

        print_message("  %s\n", cases[i].text);
        if (cases[i].financial_year != NULL)
            assert_true(period_usage_read(cases[i].financial_year, &usage));
        assert_int_equal(period_read_as(cases[i].text, strlen(cases[i].text), &usage, &period),
                         cases[i].canonical[0] != '\0');
        assert_string_equal(written(period), cases[i].canonical);
    }
}

static void test_usage_is_a_month(void **state)
{
    static const char *const texts[] = { "", "0", "13", "banana", "from", "to x", "4 5", "fr 4" };

    (void)state;
    for (size_t i = 0; i < LENGTH(texts); i++) {
        struct period_usage usage = { .first_month = 5 };

        print_message("  %s\n", texts[i]);
        assert_false(period_usage_read(texts[i], &usage));
        assert_int_equal(usage.first_month, 5);
    }
}

static void test_refusals_say_why(void **state)
{
    static const struct {
        const char *text, *why;
    } cases[] = {
        { "2023/24", "financial year" },
        { "2023/2024", "financial year" },
        { "2023-24", "financial year" },
        { "2023-2024", "financial year" },
        { "2023\u201324", "financial year" },
        { "FY2022", "in which month the financial year begins" },
        { "2023-2025", NULL },
        { "01/02/2023", "which the month" },
        { "1/2/2023", "which the month" },
        { "01.02.2023", "which the month" },
        { "2023-4", "month or a quarter" },
        { "Apr-24", "four digits" },
        { "2023-13", NULL },
        { "banana", NULL },
        { "", NULL },
        { "a much longer text than any period", NULL },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        const char *why = period_refusal(cases[i].text, strlen(cases[i].text));

        print_message("  %s\n", cases[i].text);
        if (cases[i].why == NULL)
            assert_null(why);
        else
            assert_non_null(strstr(why, cases[i].why));
    }
}

/* Every text of so many tokens from a list either fails or reads back; how many are read. */
static size_t read_mixtures(const char *const *tokens, size_t n, int length)
{
    size_t read = 0, all = 1;

    for (int k = 0; k < length; k++)
        all *= n;
    for (size_t i = 0; i < all; i++) {
        char text[128] = "";
        sheaf_period period, back;
        size_t rest = i;

        for (int k = 0; k < length; k++, rest /= n)
            strcat(text, tokens[rest % n]);
        if (!sheaf_period_read(text, strlen(text), &period))
            continue;
        read++;
        assert_true(period_valid(period));
        back = read_or_fail(written(period));
        assert_memory_equal(&back, &period, sizeof period);
    }
    return read;
}

static void test_any_mixture_of_tokens_is_safe(void **state)
{
    static const char *const figures[] = { "2024", "-",  "01", "/",  "P", "4M", "Q1", "T1",
                                           "W53",  "1D", "1Y", "A1", "",  "29", "02", "T00:00:00" };
    static const char *const words[] = { "2024",    "2025", "-",      "1",       "4",
                                         "Jan",     " ",    "\u2013", "",        "\xe2",
                                         "年",      "月",   "第",     "q",       ".",
                                         "г",       "至",   "前",     "квартал", "I",
                                         "месяцев", "Ⅱ",    "ё",      "半",      "上半年" };

    (void)state;
    assert_true(read_mixtures(figures, LENGTH(figures), 5) > 1000);
    assert_true(read_mixtures(words, LENGTH(words), 4) > 500);
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
        { "2023-W01", "2022-W01", "2022-W52" },
        { "2020-W53", "", "2020-W52" },
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
        cmocka_unit_test(test_any_period_reads_back),
        cmocka_unit_test(test_year_and_part_in_two_columns),
        cmocka_unit_test(test_usage_settles_what_texts_do_not_say),
        cmocka_unit_test(test_usage_is_a_month),
        cmocka_unit_test(test_refusals_say_why),
        cmocka_unit_test(test_any_mixture_of_tokens_is_safe),
        cmocka_unit_test(test_order_is_by_first_then_last_day),
        cmocka_unit_test(test_the_year_before),
        cmocka_unit_test(test_part_of_a_year),
        cmocka_unit_test(test_containing_and_days),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
