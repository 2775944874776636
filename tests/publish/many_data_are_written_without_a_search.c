/* many_data_are_written_without_a_search.c - the figures of a chart are within its PDF; each is copied, and
 * none is looked up by its period.
 *
 * Calls are counted, nothing is timed: the linker sends sheaf_series_find through a counter (--wrap in
 * CMakeLists.txt). */
#include "support/check.h"

#include <sheaf/sheaf.h>

enum { DAYS = 4000, FEW = 100 };

static size_t searches;

const sheaf_observation *__real_sheaf_series_find(const sheaf_series *series, sheaf_period period,
                                                  sheaf_observation *observation);
const sheaf_observation *__wrap_sheaf_series_find(const sheaf_series *series, sheaf_period period,
                                                  sheaf_observation *observation);
const sheaf_observation *__wrap_sheaf_series_find(const sheaf_series *series, sheaf_period period,
                                                  sheaf_observation *observation)
{
    searches++;
    return __real_sheaf_series_find(series, period, observation);
}

/* Of the second series every third day is provisional. */
static sheaf_chart *make_chart(void)
{
    static const char *const names[] = { "exports", "imports" };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);

    for (int s = 0; s < 2; s++) {
        sheaf_series *series = sheaf_series_create(NULL, names[s], "USD", 0);
        sheaf_period day = sheaf_period_day(2001, 1, 1);

        for (int i = 0; i < DAYS; i++, day.start++)
            sheaf_series_add(series, day, 100 + i % 97, 2,
                             s == 1 && i % 3 == 0 ? SHEAF_PROVISIONAL : SHEAF_NORMAL);
        sheaf_chart_take(chart, series);
    }
    return chart;
}

static void none_is_looked_up(void **state)
{
    sheaf_chart *chart = make_chart();
    sheaf_bytes *bytes = sheaf_bytes_create(NULL);

    (void)state;
    searches = 0;
    assert_int_equal(
        sheaf_chart_write_sink(chart, SHEAF_PDF, sheaf_bytes_sink(bytes), 1200, 750, 1), SHEAF_OK);
    assert_in_range(searches, 0, FEW); /* three a figure before: 24,000 */
    sheaf_bytes_destroy(bytes);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(none_is_looked_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
