/* dimensions_come_late.c - a dimension may be added after rows: those that are there have no member
 * in it, and stay what they were. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/quota.h"
#include "table/table.h"

enum { SERIES = 3000 }; /* more than one chunk of them */

static void add_row(sheaf_table *table, const char *product, const char *unit, int year)
{
    uint32_t members[2];
    struct table_row row = { .value = year, .growth = NAN, .status = 'A', .confidentiality = 'F' };
    size_t n = strlen(product);

    row.period = (sheaf_period){ .unit = SHEAF_MONTHS, .start = year * 12, .count = 12 };
    members[0] = table_intern_member(table, 0, product, n);
    members[1] = unit != NULL ? table_intern_member(table, 1, unit, strlen(unit)) : 0;
    if (table_error(table)->status == SHEAF_OK)
        table_add_row(table, &row, members);
}

static sheaf_table *table_with_late_unit(const sheaf_alloc *alloc, int series)
{
    sheaf_table *table = table_create(alloc, "t");
    char product[16];

    if (table_error(table)->status == SHEAF_OK)
        table_add_dimension(table, "product", 7);
    for (int i = 0; i < 2 * series && table_error(table)->status == SHEAF_OK; i++) {
        snprintf(product, sizeof product, "p%d", i % series);
        add_row(table, product, NULL, 2020 + i / series);
    }
    if (table_error(table)->status == SHEAF_OK &&
        table_add_late_dimension(table, "unit", 4) != SIZE_MAX) {
        add_row(table, "p0", "", 2022);
        add_row(table, "p0", "t", 2022);
        add_row(table, "p0", "", 2021); /* the same as an earlier row */
    }
    if (table_error(table)->status == SHEAF_OK)
        table_finish(table);
    return table;
}

static void test_rows_keep_their_series(void **state)
{
    sheaf_table *table = table_with_late_unit(NULL, SERIES);
    char product[16];

    (void)state;
    assert_int_equal(sheaf_table_row_count(table), 2 * SERIES + 2);
    assert_int_equal(table_add_late_dimension(table, "unit", 4), 1);
    for (size_t i = 0; i < 2 * (size_t)SERIES; i++) {
        snprintf(product, sizeof product, "p%zu", i % SERIES);
        assert_string_equal(sheaf_table_row_member(table, i, 0), product);
        assert_string_equal(sheaf_table_row_member(table, i, 1), "");
    }
    assert_string_equal(sheaf_table_row_member(table, 2 * SERIES, 1), "");
    assert_string_equal(sheaf_table_row_member(table, 2 * SERIES + 1, 1), "t");
    sheaf_table_destroy(table);
}

static sheaf_status make(const sheaf_alloc *alloc, const void *context)
{
    sheaf_table *table = table_with_late_unit(alloc, 3);
    sheaf_status status = sheaf_table_status(table);

    (void)context;
    sheaf_table_destroy(table);
    return status;
}

static void test_survives_every_failed_allocation(void **state)
{
    (void)state;
    assert_true(quota_sweep(make, NULL) > 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_keep_their_series),
        cmocka_unit_test(test_survives_every_failed_allocation),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
