/* months_stand_for_their_days.c - on an axis of very many days a month stands in the middle of those days of
 * it that there are, whichever are missing. */
#include "support/check.h"

#include <stdlib.h>

#include "chart/guides/axis_period.h"
#include "chart/plot.h"

enum { DAYS = 6000 };

enum lacking { NONE, WEEKENDS, MONTHS, HALF };

static int32_t step_from(int32_t start, enum lacking lacking, size_t i)
{
    switch (lacking) {
    case WEEKENDS:
        return i % 5 == 4 ? 3 : 1;
    case MONTHS:
        return i % 97 == 0 ? 60 : 1;
    case HALF:
        return 1 + (start % 3 == 0);
    default:
        return 1;
    }
}

/* Checks the slots against days counted one by one. */
static void check_slots(const struct period_slot *slots, size_t n, const sheaf_period *days)
{
    size_t from = 0;

    for (size_t k = 0; k < n; k++) {
        size_t end = from;
        int year, month, day, next_year, next_month;
        assert_true(from < DAYS);
        sheaf_period_first_day(days[from], &year, &month, &day);
        for (; end < DAYS; end++) {
            sheaf_period_first_day(days[end], &next_year, &next_month, &day);
            if (next_year != year || next_month != month)
                break;
        }
        assert_int_equal(sheaf_period_compare(slots[k].period, sheaf_period_month(year, month)), 0);
        assert_true(slots[k].center == (double)(from + end - 1) / 2);
        from = end;
    }
    assert_int_equal(from, DAYS);
}

static void months_stand_in_their_middle(void **state)
{
    static sheaf_period days[DAYS];
    static double x[DAYS];

    (void)state;
    for (enum lacking lacking = NONE; lacking <= HALF; lacking++) {
        sheaf_error error = { 0 };
        struct arena arena;
        struct model model = { .periods = days, .n_periods = DAYS, .n_kinds = 1 };
        size_t n;

        arena_init(&arena, NULL, &error);
        days[0] = sheaf_period_day(1999, 11, 29);
        for (size_t i = 0; i < DAYS; i++) {
            x[i] = (double)i;
            if (i > 0) {
                days[i] = days[i - 1];
                days[i].start += step_from(days[i].start, lacking, i);
            }
        }
        const struct plot plot = { .pen = { .arena = &arena }, .model = &model };
        const struct period_slot *slots = period_axis_slots(&plot, PLACES(x), &n);
        assert_non_null(slots);
        check_slots(slots, n, days);
        arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(months_stand_in_their_middle) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
