/* checks_grow_with_the_rows.c - twice the rows of one series are at most twice the looks at their statuses, however
 * many outliers there are. */
#include "support/check.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "table/table.h"

static size_t looks;

bool __real_check_is_confidential(const sheaf_table *table, size_t row);
bool __wrap_check_is_confidential(const sheaf_table *table, size_t row);

bool __wrap_check_is_confidential(const sheaf_table *table, size_t row)
{
    looks++;
    return __real_check_is_confidential(table, row);
}

/* Years from 1000 on; every tenth figure is a hundred times those around it. */
static size_t looks_at(int years)
{
    size_t room = (size_t)years * 16 + 64, n = 0;
    char *text = malloc(room);

    assert_non_null(text);
    n += (size_t)snprintf(text, room, "period,partner,value\n");
    for (int i = 0; i < years; i++)
        n += (size_t)snprintf(text + n, room - n, "%d,KZ,%s\n", 1000 + i,
                              i % 10 == 5 ? "1234" : "12.5");
    looks = 0;
    sheaf_table *table = sheaf_table_read_bytes(NULL, "trade.csv", text, n);
    sheaf_warning warning = SHEAF_WARNING_INIT;
    assert_int_equal(sheaf_table_status(table), SHEAF_OK);
    sheaf_table_check(table);
    assert_true(sheaf_table_warning(table, 0, &warning));
    assert_non_null(strstr(warning.message, "about 99 times"));
    sheaf_table_destroy(table);
    free(text);
    return looks;
}

static void test_looks(void **state)
{
    size_t few = looks_at(1000), many = looks_at(2000);

    (void)state;
    if (many > 2 * few + 16 || few > 8 * 1000)
        fail_msg("%zu looks at 1,000 figures, %zu at 2,000", few, many);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_looks) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
