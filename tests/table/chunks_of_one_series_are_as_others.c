/* chunks_of_one_series_are_as_others.c - rows of one series, with periods that follow each other, are kept
 * together; what is selected, found and dropped is the same as among rows of others. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "series/series.h"
#include "sheaf/table.h"
#include "support/quota.h"
#include "support/table_in.h"

enum { DAYS = 40000, CHUNK = 16384, BYTES = DAYS * 40 };

/* What is peculiar about one row of the series. */
struct peculiar {
    const char *name;
    size_t at;
    const char *value; /* NULL: as the others */
    int days;          /* added to its day */
    bool is_missing;
};

static const struct peculiar cases[] = {
    { "none", 0, NULL, 0, false },
    { "an outlier at the start", 0, "99999.5", 0, false },
    { "an outlier in a chunk", 5000, "99999.5", 0, false },
    { "an outlier at the end of a chunk", CHUNK - 1, "99999.5", 0, false },
    { "an outlier at the start of a chunk", CHUNK, "99999.5", 0, false },
    { "an outlier behind it", CHUNK + 1, "0.5", 0, false },
    { "an outlier at the end", DAYS - 1, "99999.5", 0, false },
    { "zero", 7000, "0.0", 0, false },
    { "less than zero", 7000, "-3.5", 0, false },
    { "other decimals", CHUNK + 9, "100.25", 0, false },
    { "other decimals at the start of a chunk", CHUNK, "100.25", 0, false },
    { "a missing row", CHUNK + 100, NULL, 0, true },
    { "a day twice, the same", CHUNK + 7, "100.5", -1, false },
    { "a day twice, another value", CHUNK + 7, "101.5", -1, false },
    { "a day twice, at the start of a chunk", CHUNK, "100.5", -1, false },
    { "a day long ago", CHUNK + 7, NULL, -30000, false },
};

static size_t write_day(char *at, int since, const char *member, const char *value)
{
    sheaf_period day = sheaf_period_days(1900, 1, 1, 1);
    char text[SHEAF_PERIOD_TEXT];

    day.start += since;
    sheaf_period_write(day, text);
    return (size_t)sprintf(at, "%s,%s,%s\n", text, member, value);
}

/* The series, and rows of another among those of each chunk, or all behind it. */
static char *write_text(const struct peculiar *peculiar, bool is_mixed)
{
    char *text = malloc(BYTES), *at = text;

    assert_non_null(text);
    at += sprintf(at, "period,partner,value\n");
    for (size_t i = 0; i < DAYS; i++) {
        bool is_it = i == peculiar->at;
        const char *value = is_it && peculiar->value != NULL ? peculiar->value : "100.5";

        if (is_mixed && i % 5000 == 2500)
            at += write_day(at, (int)i, "Q", "7.5");
        if (!is_it || !peculiar->is_missing)
            at += write_day(at, (int)i + (is_it ? peculiar->days : 0), "P", value);
    }
    for (size_t i = 2500; i < DAYS && !is_mixed; i += 5000)
        at += write_day(at, (int)i, "Q", "7.5");
    return text;
}

static sheaf_table *read(const char *text)
{
    sheaf_table *table = sheaf_table_read_bytes(NULL, "days.csv", text, strlen(text));

    if (sheaf_table_status(table) != SHEAF_OK)
        fail_msg("%s", sheaf_table_error(table)->message);
    return table;
}

/* Lines differ, where rows of the other series stand between. */
static void assert_same_series(const sheaf_series *a, const sheaf_series *b)
{
    sheaf_observation one, other;

    assert_int_equal(sheaf_series_status(a), sheaf_series_status(b));
    assert_int_equal(sheaf_series_count(a), sheaf_series_count(b));
    for (size_t i = 0; sheaf_series_at(a, i, &one) != NULL; i++) {
        assert_non_null(sheaf_series_at(b, i, &other));
        if (sheaf_period_compare(one.period, other.period) != 0 || one.value != other.value ||
            one.low != other.low || one.high != other.high || one.decimals != other.decimals ||
            one.status != other.status || one.confidentiality != other.confidentiality)
            fail_msg("observation %zu differs", i);
    }
}

static void assert_same_selection(const sheaf_table *a, const sheaf_table *b, const char *member)
{
    const sheaf_filter filter = { "partner", member };
    sheaf_series *one = sheaf_table_select(a, &filter, 1);
    sheaf_series *other = sheaf_table_select(b, &filter, 1);

    assert_same_series(one, other);
    sheaf_series_destroy(one);
    sheaf_series_destroy(other);
}

/* The kinds of warnings, which begin alike but for lines. */
static void assert_same_warnings(const sheaf_table *a, const sheaf_table *b)
{
    sheaf_warning one = SHEAF_WARNING_INIT, other = SHEAF_WARNING_INIT;

    assert_int_equal(sheaf_table_warning_count(a), sheaf_table_warning_count(b));
    for (size_t i = 0; sheaf_table_warning(a, i, &one); i++) {
        assert_true(sheaf_table_warning(b, i, &other));
        assert_int_equal(one.count, other.count);
        if (strncmp(one.message, "line", 4) != 0)
            assert_string_equal(one.message, other.message);
    }
}

static void test_chunks(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *apart = write_text(&cases[i], false), *mixed = write_text(&cases[i], true);
        sheaf_table *one = read(apart), *other = read(mixed);

        print_message("  %s\n", cases[i].name);
        sheaf_table_check(one);
        sheaf_table_check(other);
        assert_same_warnings(one, other);
        assert_same_selection(one, other, "P");
        assert_same_selection(one, other, "Q");
        sheaf_table_destroy(one);
        sheaf_table_destroy(other);
        free(apart);
        free(mixed);
    }
}

/* Each row of the table is that of its day and line, whatever stands between. */
static void test_rows(void **state)
{
    char *text = write_text(&cases[0], true);
    sheaf_table *table = read(text);
    sheaf_row row = SHEAF_ROW_INIT;
    size_t p = 0;

    (void)state;
    for (size_t i = 0; sheaf_table_row(table, i, &row); i++) {
        bool is_other = strcmp(sheaf_table_row_member(table, i, 0), "Q") == 0;

        assert_int_equal(row.line, i + 2);
        assert_true(is_other ? row.value == 7.5 : row.value == 100.5);
        assert_int_equal(row.period.start, sheaf_period_days(1900, 1, 1, 1).start + (int)p);
        p += !is_other;
    }
    assert_int_equal(p, DAYS);
    sheaf_table_destroy(table);
    free(text);
}

static sheaf_status read_in(const sheaf_alloc *alloc, const void *text)
{
    sheaf_table *table = table_read_in(alloc, "days.csv", text, strlen(text));
    sheaf_status status = sheaf_table_status(table);

    sheaf_table_destroy(table);
    return status;
}

/* Where memory runs out, the table says so: also where a row makes a chunk one of cells, and a period more. */
static void test_memory_runs_out(void **state)
{
    char text[8192];
    size_t n = (size_t)sprintf(text, "period,partner,value\n");

    (void)state;
    for (int i = 0; i < 200; i++)
        n += write_day(text + n, i, "P", "1.5");
    write_day(text + n, 10, "Q", "1.5");
    quota_sweep(read_in, text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chunks),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_memory_runs_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
