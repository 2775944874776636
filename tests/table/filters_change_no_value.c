/* filters_change_no_value.c - filters keep rows by members and periods; joins make one table of several. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "sheaf/table.h"
#include "support/quota.h"
#include "support/table_in.h"

static const char trade[] = "period,partner,flow,value\n"
                            "2021,CHN,exports,1.10\n"
                            "2022,CHN,exports,2.20\n"
                            "2023,CHN,exports,3.30\n"
                            "2023-01-01/P4M,CHN,exports,0.9\n"
                            "2023,RUS,exports,4\n"
                            "2023,RUS,imports,5\n";

static sheaf_table *read_as(const char *name, const char *text)
{
    sheaf_table *table = sheaf_table_read_bytes(NULL, name, text, strlen(text));

    assert_int_equal(sheaf_table_status(table), SHEAF_OK);
    return table;
}

/* The lines of the rows: "2 3 7". */
static const char *lines_of(const sheaf_table *table)
{
    static char text[256];
    size_t n = 0;
    sheaf_row row = SHEAF_ROW_INIT;

    text[0] = '\0';
    for (size_t i = 0; sheaf_table_row(table, i, &row); i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s%zu", i > 0 ? " " : "", row.line);
    return text;
}

static const struct {
    sheaf_filter filters[3];
    size_t n;
    const char *lines; /* or the message */
} cases[] = {
    { { { NULL, NULL } }, 0, "2 3 4 5 6 7" },
    { { { "partner", "RUS" } }, 1, "6 7" },
    { { { "partner", "RUS" }, { "partner", "CHN" } }, 2, "2 3 4 5 6 7" },
    { { { "partner", "Россия" }, { "flow", "M" } }, 2, "7" },
    { { { "partner", "RUS" }, { "flow", "imports" } }, 2, "7" },
    { { { "period", "2022..2023" } }, 1, "3 4 5 6 7" },
    { { { "period", "2023" } }, 1, "4 6 7" },
    { { { "period", "2023-T1" }, { "period", "2021" } }, 2, "2 5" },
    { { { "partner", "CHN" }, { "flow", "imports" } }, 2, "no row is left by the selection" },
    { { { "partner", "RSU" } }, 1, "no partner named 'RSU'; did you mean 'RUS'?" },
    { { { "parnter", "RUS" } }, 1, "no dimension named 'parnter'; did you mean 'partner'?" },
    { { { "period", "lately" } }, 1, "'lately' is no period" },
    { { { "partner", NULL } }, 1, "a filter has a dimension and a member" },
};

static void test_rows_by_members_and_periods(void **state)
{
    sheaf_table *table = read_as("trade.csv", trade);

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_table *some = sheaf_table_filter(table, cases[i].filters, cases[i].n);

        if (sheaf_table_status(some) == SHEAF_OK)
            assert_string_equal(lines_of(some), cases[i].lines);
        else if (strstr(sheaf_table_error(some)->message, cases[i].lines) == NULL)
            fail_msg("%s", sheaf_table_error(some)->message);
        sheaf_table_destroy(some);
    }
    sheaf_table_destroy(table);
}

static void test_a_filter_never_changes_a_value(void **state)
{
    sheaf_table *table = read_as("trade.csv", trade);
    const sheaf_filter filter = { "partner", "CHN" };
    sheaf_table *some = sheaf_table_filter(table, &filter, 1);
    sheaf_row before = SHEAF_ROW_INIT, after = SHEAF_ROW_INIT;

    (void)state;
    for (size_t i = 0; sheaf_table_row(some, i, &after); i++) {
        assert_true(sheaf_table_row(table, after.line - 2, &before));
        assert_true(before.value == after.value && before.decimals == after.decimals);
        assert_int_equal(sheaf_period_compare(before.period, after.period), 0);
        assert_string_equal(after.file, "trade.csv");
    }
    sheaf_table_destroy(some);
    sheaf_table_destroy(table);
}

static void test_several_files_are_one_table(void **state)
{
    sheaf_table *a = read_as("a.csv", "period,flow,value\n2022,exports,1\n2023,exports,2\n");
    sheaf_table *b = read_as("b.csv", "period,partner,flow,value\n2023,CHN,imports,3\n");
    const sheaf_table *both[] = { a, b };
    sheaf_table *joined = sheaf_table_join(both, 2);
    sheaf_row row = SHEAF_ROW_INIT;

    (void)state;
    assert_int_equal(sheaf_table_status(joined), SHEAF_OK);
    assert_int_equal(sheaf_table_row_count(joined), 3);
    assert_true(sheaf_table_row(joined, 2, &row));
    assert_string_equal(row.file, "b.csv");
    assert_int_equal(row.line, 2);
    assert_string_equal(sheaf_table_dimension(joined, 1), "partner");
    assert_string_equal(sheaf_table_row_member(joined, 0, 1), "");
    assert_string_equal(sheaf_table_row_member(joined, 2, 1), "CHN");
    assert_string_equal(sheaf_table_row_member(joined, 2, 0), "imports");
    sheaf_table_destroy(joined);
    sheaf_table_destroy(b);
    sheaf_table_destroy(a);
}

static void test_a_failed_table_gives_a_failed_one(void **state)
{
    sheaf_table *bad = sheaf_table_read_bytes(NULL, "bad.csv", "x\n", 2);
    const sheaf_table *both[] = { bad, bad };
    sheaf_table *some = sheaf_table_filter(bad, NULL, 0), *joined = sheaf_table_join(both, 2);

    (void)state;
    assert_int_equal(sheaf_table_status(some), SHEAF_BAD_INPUT);
    assert_int_equal(sheaf_table_status(joined), SHEAF_BAD_INPUT);
    sheaf_table_destroy(joined);
    sheaf_table_destroy(some);
    sheaf_table_destroy(bad);
}

static void test_memory_may_run_out(void **state)
{
    sheaf_status status = SHEAF_NO_MEMORY;

    (void)state;
    for (size_t k = 0; status == SHEAF_NO_MEMORY; k++) {
        struct quota quota = { .left = 10000 };
        sheaf_alloc alloc = quota_alloc(&quota);
        sheaf_table *table = table_read_in(&alloc, "x", trade, strlen(trade));
        const sheaf_table *both[] = { table, table };
        const sheaf_filter filters[] = { { "partner", "RUS" }, { "period", "2022..2023" } };
        sheaf_table *some, *joined;

        quota.left = k;
        some = sheaf_table_filter(table, filters, 2);
        joined = sheaf_table_join(both, 2);
        sheaf_table_check(joined);
        status = sheaf_table_status(some) != SHEAF_OK ? sheaf_table_status(some)
                                                      : sheaf_table_status(joined);
        sheaf_table_destroy(joined);
        sheaf_table_destroy(some);
        sheaf_table_destroy(table);
        assert_int_equal(quota.live, 0);
    }
    assert_int_equal(status, SHEAF_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_by_members_and_periods),
        cmocka_unit_test(test_a_filter_never_changes_a_value),
        cmocka_unit_test(test_several_files_are_one_table),
        cmocka_unit_test(test_a_failed_table_gives_a_failed_one),
        cmocka_unit_test(test_memory_may_run_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
