/* What a long table costs grows with its rows, not with their square: twice the rows are at most
 * somewhat more than twice the memory and twice the comparisons of
 * texts and periods; so does a chart whose figures are all derived. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>

#include "pages.h"
#include "sheaf/sheaf.h"
#include "sheet/layout/layout.h"
#include "support/quota.h"

struct cost {
    size_t bytes, comparisons;
};

static size_t n_comparisons;

/* Called for strcmp and sheaf_period_compare: the linker is told so (--wrap). */
int __real_strcmp(const char *a, const char *b);
int __wrap_strcmp(const char *a, const char *b);

int __wrap_strcmp(const char *a, const char *b)
{
    n_comparisons++;
    return __real_strcmp(a, b);
}

int __real_sheaf_period_compare(sheaf_period a, sheaf_period b);
int __wrap_sheaf_period_compare(sheaf_period a, sheaf_period b);

int __wrap_sheaf_period_compare(sheaf_period a, sheaf_period b)
{
    n_comparisons++;
    return __real_sheaf_period_compare(a, b);
}

/* Two years of each series and the growth between them, a derived figure a row. */
static void add_table(sheaf_sheet *sheet, size_t n, bool same_names, bool other_units)
{
    const sheaf_table_column columns[] = {
        { .period = sheaf_period_year(2022) },
        { .period = sheaf_period_year(2023) },
        { .period = sheaf_period_year(2023), .growth = true },
    };
    const sheaf_series **series = calloc(n, sizeof *series);

    assert_non_null(series);
    for (size_t i = 0; i < n; i++) {
        char name[30], unit[30];
        snprintf(name, sizeof name, "P%05zu", i);
        snprintf(unit, sizeof unit, other_units ? "u%zu" : "USD", i);
        const double values[] = { (double)(1000 + i), (double)(1100 + i * 7 % 977) };
        sheaf_series *one = sheaf_series_from_years(name, unit, 3, 2022, values, 2);
        if (same_names)
            sheaf_series_set_label(one, "Steel");
        series[i] = one;
    }
    sheaf_sheet_add_table_of(sheet, NULL, series, n, columns, LENGTH(columns));
    for (size_t i = 0; i < n; i++)
        sheaf_series_destroy((sheaf_series *)series[i]);
    free(series);
}

static void add_table_named(sheaf_sheet *sheet, size_t n)
{
    add_table(sheet, n, false, false);
}

static void add_table_of_one_name(sheaf_sheet *sheet, size_t n)
{
    add_table(sheet, n, true, false);
}

static void add_table_of_units(sheaf_sheet *sheet, size_t n)
{
    add_table(sheet, n, false, true);
}

/* The sums of two daily series. */
static void add_chart(sheaf_sheet *sheet, size_t n)
{
    sheaf_series *one = sheaf_series_create(NULL, "one", "USD", 0);
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
    sheaf_period period;

    assert_true(sheaf_period_read("2001-01-01/P1D", 14, &period));
    for (size_t i = 0; i < n; i++, period.start++)
        sheaf_series_add(one, period, (double)(i % 77), 0, SHEAF_NORMAL);
    sheaf_series *sum = sheaf_series_sum(one, one);
    sheaf_chart_add(chart, sum);
    sheaf_sheet_add_chart(sheet, chart);
    sheaf_chart_destroy(chart);
    sheaf_series_destroy(sum);
    sheaf_series_destroy(one);
}

/* Members with a share, another flow, growth and a course, in regions, with sums. */
static void add_table_of_expressions(sheaf_sheet *sheet, size_t n)
{
    static const char spec[] =
        "sheaf: 1\ntitle: Long\ndata: {d: long.csv}\n"
        "series: {world: \"d[flow: exports, partner: WLD]\"}\nsheet:\n  - table:\n"
        "      rows: \"d[flow: exports, partner: !WLD]\"\n      columns:\n        - 2023\n"
        "        - {label: Share, value: \"share(row, of: world)[2023]\"}\n"
        "        - {label: Imports, value: \"d[flow: imports, partner: $row][2023]\"}\n"
        "        - {label: Balance, value: \"(row - d[flow: imports, partner: $row])[2023]\"}\n"
        "        - {label: Course, spark: row}\n"
        "      groups: cluster\n      total: yes\n      sort: {by: 1}\n";
    char path[600];

    snprintf(path, sizeof path, "%s/tests/sheet/long.csv", golden_build_folder());
    assert_true(golden_make_folders(path));
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs("period,partner,cluster,flow,value,unit,unit_mult\n", file);
    for (int year = 2022; year <= 2023; year++)
        for (size_t i = 0; i < n; i++)
            fprintf(
                file,
                "%d,P%05zu,Cluster %c,exports,%zu,USD,6\n%d,P%05zu,Cluster %c,imports,%zu,USD,6\n",
                year, i, "abcdefg"[i % 7], 1000 + i * 7 % 977, year, i, "abcdefg"[i % 7],
                900 + i * 3 % 977);
    fputs("2022,WLD,,exports,99999999,USD,6\n2023,WLD,,exports,99999999,USD,6\n", file);
    assert_int_equal(fclose(file), 0);
    snprintf(path, sizeof path, "%s/tests/sheet/long.yaml", golden_build_folder());
    spec_read(sheet, path, spec, strlen(spec));
}

typedef void add_content(sheaf_sheet *sheet, size_t n);

static struct cost cost_of(add_content *add, size_t n)
{
    struct quota quota = { .left = SIZE_MAX };
    sheaf_alloc alloc = quota_alloc(&quota);
    sheaf_context *context = sheaf_context_create(&alloc);
    sheaf_sheet *sheet = sheaf_sheet_create(context);
    struct cost cost;

    add(sheet, n);
    sheaf_sheet_add_notes(sheet, NULL, 0);
    n_comparisons = quota.asked = 0;
    struct sheet_pages *pages = sheet_layout(sheet);
    cost = (struct cost){ quota.asked, n_comparisons };
    if (pages == NULL)
        print_message("  %s\n", sheaf_sheet_message(sheet));
    assert_non_null(pages);
    sheet_pages_destroy(pages);
    sheaf_sheet_destroy(sheet);
    sheaf_context_destroy(context);
    return cost;
}

static void test_growth(void **state)
{
    /* Both tables are longer than what is set before pages are drawn. */
    enum { ROWS = 2500, POINTS = 1000 };
    static const struct {
        const char *name;
        add_content *add;
        size_t n;
    } cases[] = {
        { "rows of their own names", add_table_named, ROWS },
        { "rows of one name", add_table_of_one_name, ROWS },
        { "a unit for each row", add_table_of_units, ROWS },
        { "a chart of derived figures", add_chart, POINTS },
        { "expressions of members", add_table_of_expressions, ROWS },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        const struct cost once = cost_of(cases[i].add, cases[i].n);
        const struct cost twice = cost_of(cases[i].add, 2 * cases[i].n);

        print_message("  %s: %zu and %zu bytes, %zu and %zu comparisons\n", cases[i].name,
                      once.bytes, twice.bytes, once.comparisons, twice.comparisons);
        assert_true(once.comparisons > 0);
        assert_true(10 * twice.bytes <= 22 * once.bytes);
        assert_true(10 * twice.comparisons <= 22 * once.comparisons);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_growth) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
