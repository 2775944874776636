/* A sheet of hundreds of pages takes memory and work by its cells: twice the rows are twice the requests
 * and bytes, and what is held at once is bounded for each cell. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>

#include "sheaf/sheaf.h"
#include "support/quota.h"

enum { YEARS = 8 };

struct cost {
    size_t requests, asked, peak, bytes, pages;
};

static int count_bytes(void *context, const void *bytes, size_t n)
{
    (void)bytes;
    *(size_t *)context += n;
    return 0;
}

static void add_table(sheaf_sheet *sheet, size_t n, const sheaf_alloc *alloc)
{
    const sheaf_series **series = calloc(n, sizeof *series);
    sheaf_table_column columns[YEARS];

    assert_non_null(series);
    for (int k = 0; k < YEARS; k++)
        columns[k] =
            (sheaf_table_column){ .size = sizeof *columns, .period = sheaf_period_year(2016 + k) };
    for (size_t i = 0; i < n; i++) {
        char name[40];
        snprintf(name, sizeof name, "Product number %05zu", i);
        sheaf_series *one = sheaf_series_create(alloc, name, "USD", 3);
        for (int k = 0; k < YEARS; k++)
            sheaf_series_add(one, sheaf_period_year(2016 + k),
                             (double)(1000 + (i * 7919 + (size_t)k * 104729) % 99000), 0,
                             SHEAF_NORMAL);
        series[i] = one;
    }
    sheaf_sheet_add_table_of(sheet, "All products", series, n, columns, YEARS);
    for (size_t i = 0; i < n; i++)
        sheaf_series_destroy((sheaf_series *)series[i]);
    free(series);
}

static struct cost cost_of(size_t n)
{
    struct quota quota = { .left = SIZE_MAX };
    const sheaf_alloc alloc = quota_alloc(&quota);
    sheaf_context *context = sheaf_context_create(&alloc);
    sheaf_sheet *sheet = sheaf_sheet_create(context);
    sheaf_page_format format = SHEAF_PAGE_FORMAT_INIT;
    struct cost cost = { 0 };

    format.paper = "A5 landscape";
    sheaf_sheet_set_page_format(sheet, &format);
    sheaf_sheet_set_title(sheet, "A long table");
    add_table(sheet, n, &alloc);
    quota.peak = quota.live;
    quota.asked = 0;
    const size_t left = quota.left;
    if (sheaf_sheet_write_pdf_sink(sheet, (sheaf_sink){ &cost.bytes, count_bytes }) != SHEAF_OK)
        print_message("  %s\n", sheaf_sheet_message(sheet));
    assert_int_equal(sheaf_sheet_status(sheet), SHEAF_OK);
    cost.requests = left - quota.left;
    cost.asked = quota.asked;
    cost.peak = quota.peak;
    assert_int_equal(sheaf_sheet_page_count(sheet, &cost.pages), SHEAF_OK);
    sheaf_sheet_destroy(sheet);
    sheaf_context_destroy(context);
    assert_int_equal(quota.live, 0);
    return cost;
}

/* Of the peak; libharu's objects, some 50 bytes a cell, are not counted. */
enum { MOST_BYTES_A_CELL = 680 };

static void test_cost(void **state)
{
    enum { ROWS = 5000 };
    const struct cost once = cost_of(ROWS), twice = cost_of(2 * ROWS);
    const size_t a_cell = twice.peak / ((size_t)2 * ROWS * YEARS);

    (void)state;
    print_message(
        "  %zu and %zu pages, %zu and %zu requests, %zu and %zu bytes asked for; %zu bytes "
        "a cell at once\n",
        once.pages, twice.pages, once.requests, twice.requests, once.asked, twice.asked, a_cell);
    assert_true(twice.pages >= 300);
    assert_true(10 * twice.requests <= 21 * once.requests);
    assert_true(10 * twice.asked <= 22 * once.asked);
    assert_true(10 * twice.bytes <= 21 * once.bytes);
    assert_true(a_cell <= MOST_BYTES_A_CELL);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_cost) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
