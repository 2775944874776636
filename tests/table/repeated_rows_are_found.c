/* repeated_rows_are_found.c - rows are kept as the file states them, in any order; duplicates and conflicts are
 * found. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "series/observation.h"
#include "support/quota.h"
#include "table/table.h"

static sheaf_table *read_text(const char *text)
{
    return sheaf_table_read_bytes(NULL, "trade.csv", text, strlen(text));
}

static void check_ok(const sheaf_table *table)
{
    if (sheaf_table_status(table) != SHEAF_OK)
        fail_msg("%s", sheaf_table_error(table)->message);
}

static double value_of(const sheaf_table *table, size_t index)
{
    sheaf_row row = { .value = NAN };

    assert_true(sheaf_table_row(table, index, &row));
    return row.value;
}

/* Repeats ------------------------------------------------------------------------- */

static const char differ[] = "differ; keep one of the two, or tell them apart in a further column";
static const char once[] = "are the same and count once: leave it so if files overlap, but "
                           "consignments that are to be added need a further column";

/* One kind of warning: how many rows it is about, the first message without its end, and its line. */
struct expected {
    size_t count;
    const char *message;
    size_t line;
};

static const struct {
    const char *name, *text;
    size_t rows;
    struct expected differ, same;
} repeats[] = {
    { "in order", "period,value\n2021,1\n2022,2\n2023,3\n", 3, { 0 }, { 0 } },
    { "in no order", "period,value\n2022,2\n2021,1\n2023,3\n", 3, { 0 }, { 0 } },
    { "the same at once",
      "period,value\n2021,1\n2021,1.0\n2022,2\n",
      2,
      { 0 },
      { 1, "lines 2 and 3 ", 3 } },
    { "the same later",
      "period,value\n2021,1\n2022,2\n2021,1\n2023,3\n2022,2\n",
      3,
      { 0 },
      { 2, "lines 2 and 4 ", 4 } },
    { "missing twice", "period,value\n2021,\n2022,2\n2021,\n", 2, { 0 }, { 0 } },
    { "other decimals",
      "period,value,decimals\n2022,1,1\n2021,1,1\n2022,1,0\n",
      2,
      { 0 },
      { 1, "lines 2 and 4 ", 4 } },
    { "another value",
      "period,value\n2021,1\n2021,2\n",
      2,
      { 1, "lines 2 and 3 are both about 2021 and ", 3 },
      { 0 } },
    { "another status",
      "period,value,status\n2021,1,A\n2022,1,A\n2021,1,P\n",
      3,
      { 1, "lines 2 and 4 are both about 2021 and ", 4 },
      { 0 } },
    { "another growth",
      "period,value,growth_pct\n2021,1,5\n2021,1,\n",
      2,
      { 1, "lines 2 and 3 are both about 2021 and ", 3 },
      { 0 } },
    { "the same and others",
      "period,value\n2022,9\n2021,1\n2021,2\n2021,1\n2021,3\n2021,2\n",
      4,
      { 2, "lines 3 and 4 are both about 2021 and ", 4 },
      { 2, "lines 3 and 5 ", 5 } },
    { "two series",
      "period,value,kind\n2022,1,b\n2021,1,a\n2022,5,a\n2022,2,b\n2021,1,b\n2022,6,a\n",
      6,
      { 2, "lines 2 and 5 are both about 2022 and ", 5 },
      { 0 } },
    { "two spellings of a period",
      "period,value\n2024-T1,1\n2023,1\n2024-01/P4M,2\n",
      3,
      { 1, "lines 2 and 4 are both about 2024-T1 and ", 4 },
      { 0 } },
};

/* The warning whose message has this end. count is 0 if there is none. */
static sheaf_warning warning_with(const sheaf_table *table, const char *end)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;

    for (size_t i = 0; sheaf_table_warning(table, i, &warning); i++)
        if (strstr(warning.message, end) != NULL)
            return warning;
    return (sheaf_warning)SHEAF_WARNING_INIT;
}

static void check_warning(const sheaf_table *table, const char *end,
                          const struct expected *expected)
{
    sheaf_warning warning = warning_with(table, end);
    char message[512];

    assert_int_equal(warning.count, expected->count);
    if (expected->count == 0)
        return;
    snprintf(message, sizeof message, "%s%s", expected->message, end);
    assert_string_equal(warning.message, message);
    assert_string_equal(warning.file, "trade.csv");
    assert_int_equal(warning.line, expected->line);
}

static void test_repeated_rows_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(repeats); i++) {
        sheaf_table *table = read_text(repeats[i].text);

        print_message("  %s\n", repeats[i].name);
        check_ok(table);
        assert_int_equal(sheaf_table_row_count(table), repeats[i].rows);
        check_warning(table, differ, &repeats[i].differ);
        check_warning(table, once, &repeats[i].same);
        sheaf_table_destroy(table);
    }
}

/* JSON on one line; or a file that is given twice, whose lines have the same numbers. */
static void test_one_line_says_which_file(void **state)
{
    sheaf_table *table = read_text("[{\"year\":2022,\"value\":1},{\"year\":2022,\"value\":1},"
                                   "{\"year\":2023,\"value\":1},{\"year\":2023,\"value\":2}]");
    sheaf_warning warning = warning_with(table, strstr(once, "once: "));

    (void)state;
    assert_non_null(strstr(warning.message, "line 1 of trade.csv comes twice, as where a file is "
                                            "given twice, and counts once"));
    warning = warning_with(table, differ);
    assert_non_null(
        strstr(warning.message, "two rows in line 1 of trade.csv are both about 2023 and differ"));
    sheaf_table_destroy(table);
}

static void test_rows_that_differ_are_not_selected(void **state)
{
    static const sheaf_filter a = { "kind", "a" }, b = { "kind", "b" };
    sheaf_table *table = read_text(
        "period,value,kind\n2022,1,b\n2021,1,a\n2022,5,a\n2022,2,b\n2021,1,b\n2022,5,a\n");
    sheaf_series *series = sheaf_table_select(table, &b, 1);

    (void)state;
    check_ok(table);
    assert_string_equal(sheaf_series_message(series),
                        "lines 2 and 5 are both about 2022 and differ; keep one of the two, or "
                        "tell them apart in a further column");
    sheaf_series_destroy(series);
    series = sheaf_table_select(table, &a, 1);
    assert_string_equal(sheaf_series_message(series), "");
    assert_int_equal(sheaf_series_count(series), 2);
    sheaf_series_destroy(series);
    sheaf_table_destroy(table);
}

static void test_value_is_meant_among_indicators(void **state)
{
    static const sheaf_filter weight = { "indicator", "net weight" };
    sheaf_table *table = read_text("period,value,indicator,unit\n2022,1,net weight,kg\n"
                                   "2022,2,value,USD\n2023,3,net weight,kg\n2023,4,value,USD\n");
    sheaf_series *series = sheaf_table_select(table, NULL, 0);

    (void)state;
    assert_string_equal(sheaf_series_message(series), "");
    assert_string_equal(sheaf_series_unit(series), "USD");
    assert_true(sheaf_series_at(series, 1, ROOM)->value == 4);
    sheaf_series_destroy(series);
    series = sheaf_table_select(table, &weight, 1);
    assert_string_equal(sheaf_series_unit(series), "kg");
    sheaf_series_destroy(series);
    sheaf_table_destroy(table);
    table = read_text("period,value,indicator\n2022,1,net weight\n2022,2,quantity\n");
    series = sheaf_table_select(table, NULL, 0);
    assert_string_equal(sheaf_series_message(series),
                        "more than one indicator is left: net weight, quantity; pick one, as in "
                        "indicator: net weight");
    sheaf_series_destroy(series);
    sheaf_table_destroy(table);
}

/* Any order ----------------------------------------------------------------------- */

struct model_row {
    int year, partner, value;
    bool kept;
};

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* What a comparison of every row with every earlier one finds. */
static size_t mark_repeats(struct model_row *rows, size_t n, size_t *conflicts)
{
    size_t kept = 0;

    *conflicts = 0;
    for (size_t i = 0; i < n; i++) {
        bool differs = false;

        rows[i].kept = true;
        for (size_t k = 0; k < i; k++)
            if (rows[k].kept && rows[k].year == rows[i].year &&
                rows[k].partner == rows[i].partner) {
                differs |= rows[k].value != rows[i].value;
                rows[i].kept &= rows[k].value != rows[i].value;
            }
        kept += rows[i].kept;
        *conflicts += rows[i].kept && differs;
    }
    return kept;
}

static void check_against_model(unsigned seed, unsigned partners, unsigned years, unsigned values)
{
    enum { ROWS = 400 };
    struct model_row rows[ROWS];
    char text[ROWS * 24 + 64];
    size_t n = (size_t)sprintf(text, "period,partner,value\n"), conflicts, kept, index = 0;
    sheaf_table *table;

    for (size_t i = 0; i < ROWS; i++) {
        rows[i].year = 1900 + (int)(next_random(&seed) % years);
        rows[i].partner = (int)(next_random(&seed) % partners);
        rows[i].value = (int)(next_random(&seed) % values);
        n += (size_t)sprintf(text + n, "%d,P%d,%d\n", rows[i].year, rows[i].partner, rows[i].value);
    }
    kept = mark_repeats(rows, ROWS, &conflicts);
    table = sheaf_table_read_bytes(NULL, "trade.csv", text, n);
    check_ok(table);
    assert_int_equal(sheaf_table_row_count(table), kept);
    assert_int_equal(warning_with(table, differ).count, conflicts);
    assert_int_equal(warning_with(table, once).count, ROWS - kept);
    for (size_t i = 0; i < ROWS; i++)
        if (rows[i].kept) {
            char partner[16];
            sheaf_row row = SHEAF_ROW_INIT;

            sprintf(partner, "P%d", rows[i].partner);
            assert_true(sheaf_table_row(table, index, &row));
            assert_true(row.value == rows[i].value && row.line == i + 2);
            assert_int_equal(sheaf_period_compare(row.period, sheaf_period_year(rows[i].year)), 0);
            assert_string_equal(sheaf_table_row_member(table, index, 0), partner);
            index++;
        }
    sheaf_table_destroy(table);
}

static void test_any_order_is_kept(void **state)
{
    (void)state;
    for (unsigned seed = 0; seed < 60; seed++) {
        check_against_model(seed, 1, 200, 2);
        check_against_model(seed, 20, 10, 2);
        check_against_model(seed, 300, 100, 100);
        check_against_model(seed, 2, 3, 50);
    }
}

/* Large ----------------------------------------------------------------------------- */

/* rows rows of 7 partners in a table; growth is stated in one of them. */
static sheaf_table *fill(const sheaf_alloc *alloc, size_t rows, size_t growth_at)
{
    sheaf_table *table = table_create(alloc, "trade.csv");
    size_t partner =
        sheaf_table_status(table) == SHEAF_OK ? table_add_dimension(table, "partner", 7) : SIZE_MAX;
    uint32_t members[7];

    for (int i = 0; i < 7 && sheaf_table_status(table) == SHEAF_OK; i++) {
        char name[2] = { (char)('A' + i), '\0' };

        members[i] = table_intern_member(table, partner, name, 1);
    }
    for (size_t i = 0; i < rows && sheaf_table_status(table) == SHEAF_OK; i++)
        table_add_row(table,
                      &(struct table_row){ .period = sheaf_period_day(1 + (int)(i / 7 / 28), 1,
                                                                      1 + (int)(i / 7 % 28)),
                                           .line = (uint32_t)i + 2,
                                           .value = (double)i,
                                           .growth = i == growth_at ? 12.5 : NAN,
                                           .growth_decimals = 1,
                                           .status = SHEAF_NORMAL,
                                           .confidentiality = 'F' },
                      &members[i % 7]);
    return table;
}

static void test_large_tables_keep_every_row(void **state)
{
    enum { ROWS = 100000 };
    static const sheaf_filter filters[] = { { "partner", "C" } };
    sheaf_table *table = fill(NULL, ROWS, 70000);
    sheaf_series *series;

    (void)state;
    table_finish(table);
    check_ok(table);
    assert_int_equal(sheaf_table_row_count(table), ROWS);
    for (size_t i = 0; i < ROWS; i++) {
        struct table_row row = table_row_at(table, i);

        if (row.value != (double)i || row.line != i + 2 || row.status != SHEAF_NORMAL ||
            table_row_member(table, i, 0) != i % 7 || isnan(row.growth) != (i != 70000))
            fail_msg("row %zu", i);
    }
    assert_true(table_row_at(table, 70000).growth == 12.5);
    assert_int_equal(table_row_at(table, 70000).growth_decimals, 1);
    series = sheaf_table_select(table, filters, 1);
    assert_int_equal(sheaf_series_count(series), ROWS / 7 + (ROWS % 7 > 2));
    assert_true(sheaf_series_at(series, 1, ROOM)->value == 9);
    sheaf_series_destroy(series);
    sheaf_table_destroy(table);
}

static void test_rows_move_up_when_repeats_go(void **state)
{
    enum { ROWS = 50000 };
    sheaf_table *table = fill(NULL, ROWS, 40000);
    struct table_row again = table_row_at(table, 3), first = table_row_at(table, 0);
    uint32_t member = table_row_member(table, 3, 0);
    uint16_t file = table_add_file(table, "more.csv");
    sheaf_row row = SHEAF_ROW_INIT;

    (void)state;
    first.value++; /* says something else */
    first.file = file;
    table_add_row(table, &again, &member);
    table_add_row(table, &first, &(uint32_t){ 0 });
    again = table_row_at(table, 40000);
    member = table_row_member(table, 40000, 0);
    again.file = file;
    table_add_row(table, &again, &member);
    table_finish(table);
    check_ok(table);
    assert_int_equal(sheaf_table_row_count(table), ROWS + 1);
    assert_true(value_of(table, ROWS) == 1);
    assert_true(sheaf_table_row(table, ROWS, &row));
    assert_string_equal(row.file, "more.csv");
    assert_true(sheaf_table_row(table, ROWS - 1, &row));
    assert_string_equal(row.file, "trade.csv");
    assert_true(table_row_at(table, 40000).growth == 12.5);
    sheaf_table_destroy(table);
}

static void test_files_are_told_apart(void **state)
{
    sheaf_table *table = fill(NULL, 1, SIZE_MAX);
    struct table_row row = table_row_at(table, 0);
    sheaf_series *series;
    sheaf_warning warning = SHEAF_WARNING_INIT;

    (void)state;
    row.file = table_add_file(table, "other.csv");
    row.value = 5;
    table_add_row(table, &row, &(uint32_t){ 0 });
    table_finish(table);
    assert_true(sheaf_table_warning(table, 0, &warning));
    assert_string_equal(warning.message,
                        "line 2 of trade.csv and line 2 of other.csv are both about 0001-01-01 and "
                        "differ; keep one of the two, or tell them apart in a further column");
    assert_string_equal(warning.file, "other.csv");
    series = sheaf_table_select(table, NULL, 0);
    assert_string_equal(sheaf_series_message(series), warning.message);
    sheaf_series_destroy(series);
    sheaf_table_destroy(table);
}

static void test_a_dimension_can_go(void **state)
{
    static const char text[] = "period,value,code,label,kind\n2021,1,a,A,x\n2021,2,b,B,x\n"
                               "2022,3,a,A,x\n2022,4,b,B,y\n2021,4,b,B,y\n";
    sheaf_table *table = read_text(text);
    sheaf_series *series;
    static const sheaf_filter b = { "code", "b" };

    (void)state;
    table_drop_dimension(table, "label");
    assert_int_equal(sheaf_table_dimension_count(table), 2);
    assert_string_equal(sheaf_table_dimension(table, 1), "kind");
    assert_string_equal(sheaf_table_row_member(table, 3, 0), "b");
    assert_string_equal(sheaf_table_row_member(table, 3, 1), "y");
    table_drop_dimension(table, "nothing");
    table_drop_dimension(table, "kind"); /* two series become one */
    table_finish(table);
    check_ok(table);
    assert_int_equal(sheaf_table_row_count(table), 5);
    assert_int_equal(sheaf_table_warning_count(table), 1);
    series = sheaf_table_select(table, &b, 1);
    assert_string_equal(sheaf_series_message(series),
                        "lines 3 and 6 are both about 2021 and differ; keep one of the two, or "
                        "tell them apart in a further column");
    sheaf_series_destroy(series);
    table_drop_dimension(table, "code");
    table_finish(table);
    assert_int_equal(sheaf_table_dimension_count(table), 0);
    assert_int_equal(sheaf_table_row_count(table), 5);
    sheaf_table_destroy(table);
}

/* Memory ---------------------------------------------------------------------------- */

static sheaf_status fill_and_finish(const sheaf_alloc *alloc, const void *context)
{
    sheaf_table *table = fill(alloc, 20000, 10);
    sheaf_series *series;
    sheaf_status status;

    (void)context;
    if (sheaf_table_status(table) == SHEAF_OK) {
        struct table_row row = table_row_at(table, 5);
        uint32_t member = table_row_member(table, 5, 0);

        row.file = table_add_file(table, "more.csv");
        table_add_row(table, &row, &member);
        row.value = -1;
        table_add_row(table, &row, &member);
    }
    if (sheaf_table_status(table) == SHEAF_OK)
        table_finish(table);
    if (sheaf_table_status(table) == SHEAF_OK)
        table_drop_dimension(table, "partner");
    if (sheaf_table_status(table) == SHEAF_OK)
        table_finish(table);
    status = sheaf_table_status(table);
    series = sheaf_table_select(table, NULL, 0);
    if (status == SHEAF_OK)
        status = sheaf_series_status(series) == SHEAF_NO_MEMORY ? SHEAF_NO_MEMORY : SHEAF_OK;
    sheaf_series_destroy(series);
    sheaf_table_destroy(table);
    return status;
}

static void test_survives_every_failed_allocation(void **state)
{
    (void)state;
    quota_sweep(fill_and_finish, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_repeated_rows_are_found),
        cmocka_unit_test(test_one_line_says_which_file),
        cmocka_unit_test(test_rows_that_differ_are_not_selected),
        cmocka_unit_test(test_value_is_meant_among_indicators),
        cmocka_unit_test(test_any_order_is_kept),
        cmocka_unit_test(test_large_tables_keep_every_row),
        cmocka_unit_test(test_rows_move_up_when_repeats_go),
        cmocka_unit_test(test_files_are_told_apart),
        cmocka_unit_test(test_a_dimension_can_go),
        cmocka_unit_test(test_survives_every_failed_allocation),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
