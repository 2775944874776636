/* plain_observations_are_packed.c - a figure of which nothing is said but value and decimals takes 16
 * bytes; what is read back is what was added, whatever stands beside it. */
#include "support/check.h"
#include "support/quota.h"

#include <math.h>
#include <string.h>

#include "series/rounding.h"
#include "series/series.h"

enum { FIRST = 11000, SEVERAL = 3000, KINDS = 12 };

static sheaf_observation plain_on(size_t day)
{
    double value = (double)(day * 7919 % 100003) / 100;
    struct interval open = rounding_interval(value, 2);

    return (sheaf_observation){ .period = { SHEAF_DAYS, FIRST + (int32_t)day, 1 },
                                .value = value,
                                .low = open.low,
                                .high = open.high,
                                .decimals = 2,
                                .status = SHEAF_NORMAL,
                                .stated_growth = NAN,
                                .line = day + 2,
                                .file = "days.csv" };
}

/* kind 0 and 1 are plain, and so are 8 to 11; but those of another file, length or mark are not beside
 * the first. */
static sheaf_observation observation_on(size_t day, size_t kind)
{
    sheaf_observation o = plain_on(day);
    struct interval open;

    switch (kind) {
    case 2:
        o.status = SHEAF_PROVISIONAL;
        break;
    case 3:
        o.high = o.value + 1;
        break;
    case 4:
        o.derived = true;
        break;
    case 5:
        o.has_stated_growth = true;
        o.stated_growth = 12.5;
        o.stated_growth_decimals = 1;
        break;
    case 6:
        o.confidentiality = 'C';
        break;
    case 7:
        o.line = MOST_PLAIN_LINE + (size_t)1;
        break;
    case 8:
        o.confidentiality = 'F';
        break;
    case 9:
        o.file = NULL;
        break;
    case 10:
        o.decimals = LEAST_DECIMALS;
        open = rounding_interval(o.value, o.decimals);
        o.low = open.low;
        o.high = open.high;
        break;
    case 11:
        o.decimals = MOST_DECIMALS;
        o.line = MOST_PLAIN_LINE;
        open = rounding_interval(o.value, o.decimals);
        o.low = open.low;
        o.high = open.high;
        break;
    default:
        break;
    }
    return o;
}

static void assert_same(const sheaf_observation *a, const sheaf_observation *b)
{
    assert_non_null(a);
    assert_memory_equal(&a->period, &b->period, sizeof a->period);
    assert_true(a->value == b->value && a->low == b->low && a->high == b->high);
    assert_int_equal(a->decimals, b->decimals);
    assert_int_equal(a->status, b->status);
    assert_int_equal(a->confidentiality, b->confidentiality);
    assert_int_equal(a->derived, b->derived);
    assert_int_equal(a->estimated, b->estimated);
    assert_int_equal(a->has_stated_growth, b->has_stated_growth);
    assert_true(a->has_stated_growth ? a->stated_growth == b->stated_growth
                                     : isnan(a->stated_growth));
    assert_int_equal(a->line, b->line);
    assert_true(b->file == NULL ? a->file == NULL : a->file != NULL && !strcmp(a->file, b->file));
}

/* Every so often one of a kind; all others are plain. */
static size_t kind_on(size_t day, size_t kind, size_t every)
{
    return day % every == every / 2 ? kind : 0;
}

static bool is_plain(const sheaf_observation *o)
{
    return o->status == SHEAF_NORMAL && o->confidentiality != 'C' && !o->derived &&
           !o->has_stated_growth && o->line <= MOST_PLAIN_LINE &&
           o->high == rounding_interval(o->value, o->decimals).high;
}

static struct plain_observation packed(const sheaf_observation *o)
{
    return (struct plain_observation){ .value = o->value,
                                       .start = o->period.start,
                                       .line = (uint32_t)o->line & MOST_PLAIN_LINE,
                                       .places = (uint32_t)(o->decimals - LEAST_DECIMALS) & 63U };
}

/* Of those that are plain every second one is said to be. */
static void add_one(sheaf_series *series, const sheaf_observation *o)
{
    if (!is_plain(o) || o->line % 2 != 0) {
        sheaf_series_add_observation(series, o);
        return;
    }
    const struct plain_observation figure = packed(o);
    series_add_plain(series, &(struct plain_run){ .unit = o->period.unit,
                                                  .length = o->period.count,
                                                  .file = o->file,
                                                  .confidentiality = o->confidentiality,
                                                  .figures = &figure,
                                                  .n = 1 });
}

static void add_all(sheaf_series *series, size_t kind, size_t every, size_t step)
{
    for (size_t i = 0; i < SEVERAL; i++) {
        size_t day = i * step % SEVERAL; /* step and SEVERAL have no divisor in common */
        sheaf_observation o = observation_on(day, kind_on(day, kind, every));
        add_one(series, &o);
    }
}

static void assert_all(const sheaf_series *series, size_t kind, size_t every)
{
    assert_string_equal(sheaf_series_message(series), "");
    assert_int_equal(sheaf_series_count(series), SEVERAL);
    for (size_t day = 0; day < SEVERAL; day++) {
        sheaf_observation wanted = observation_on(day, kind_on(day, kind, every));

        assert_same(sheaf_series_at(series, day, ROOM), &wanted);
        assert_same(sheaf_series_find(series, wanted.period, ROOM), &wanted);
        assert_true(series_value_at(series, day) == wanted.value);
        assert_int_equal(series_period_at(series, day).start, wanted.period.start);
    }
}

static void what_is_added_is_read(void **state)
{
    static const size_t every[] = { 2, 700, 100000 }, steps[] = { 1, SEVERAL - 1, 1001 };

    (void)state;
    for (size_t kind = 0; kind < KINDS; kind++)
        for (size_t e = 0; e < 3; e++)
            for (size_t s = 0; s < 3; s++) {
                sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 0), *copy;

                add_all(series, kind, every[e], steps[s]);
                assert_all(series, kind, every[e]);
                copy = series_copy(NULL, series);
                sheaf_series_destroy(series);
                assert_all(copy, kind, every[e]);
                sheaf_series_destroy(copy);
            }
}

/* Adds all days, each run with as many figures as one call may have; in another order than that of time
 * if step is not 1. */
static void add_runs(sheaf_series *series, size_t step, size_t length)
{
    struct plain_observation figures[2000];
    const sheaf_observation first = observation_on(0, 0);
    size_t n = 0;

    assert_true(length <= 2000);
    for (size_t i = 0; i < SEVERAL; i++) {
        const sheaf_observation o = observation_on(i * step % SEVERAL, 0);
        figures[n++] = packed(&o);
        if (n < length && i + 1 < SEVERAL)
            continue;
        series_add_plain(series, &(struct plain_run){ .unit = o.period.unit,
                                                      .length = o.period.count,
                                                      .file = first.file,
                                                      .confidentiality = first.confidentiality,
                                                      .figures = figures,
                                                      .n = n });
        n = 0;
    }
}

static void a_run_is_as_its_figures_one_by_one(void **state)
{
    static const size_t steps[] = { 1, SEVERAL - 1, 1001 }, lengths[] = { 1, 7, 512, 1999 };

    (void)state;
    for (size_t s = 0; s < 3; s++)
        for (size_t l = 0; l < 4; l++) {
            sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 0);

            add_runs(series, steps[s], lengths[l]);
            assert_all(series, 0, 2);
            add_runs(series, steps[s], lengths[l]);
            assert_non_null(strstr(sheaf_series_message(series), "twice"));
            sheaf_series_destroy(series);
        }
}

static void plain_ones_are_read_where_they_lie(void **state)
{
    (void)state;
    for (size_t kind = 0; kind < KINDS; kind++) {
        sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 0);
        size_t n_plain = 0;

        add_all(series, kind, 700, 1);
        for (size_t i = 0; i < SEVERAL;) {
            struct plain_run run = series_plain_from(series, i);
            for (size_t k = 0; k < run.n; k++, i++, n_plain++) {
                sheaf_observation wanted = observation_on(i, kind_on(i, kind, 700));
                struct plain_observation as_packed = packed(&wanted);

                assert_true(is_plain(&wanted) && run.figures[k].value == wanted.value);
                assert_int_equal(run.unit, wanted.period.unit);
                assert_int_equal(run.length, wanted.period.count);
                assert_int_equal(run.figures[k].start, wanted.period.start);
                assert_int_equal(run.figures[k].places, as_packed.places);
            }
            i += run.n == 0;
        }
        assert_true(kind != 0 || n_plain == SEVERAL);
        sheaf_series_destroy(series);
    }
}

static void lengths_stand_side_by_side(void **state)
{
    sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 0);
    sheaf_observation at;

    (void)state;
    for (int year = 2001; year <= 2020; year++) {
        sheaf_series_add(series, sheaf_period_year(year), 12 * year, 0, SHEAF_NORMAL);
        for (int month = 1; month <= 12; month++)
            sheaf_series_add(series, sheaf_period_month(year, month), year, 0, SHEAF_NORMAL);
    }
    for (int year = 2001; year <= 2020; year++) {
        assert_non_null(sheaf_series_find(series, sheaf_period_year(year), &at));
        assert_true(at.value == 12 * year && at.period.count == 12);
        assert_non_null(sheaf_series_find(series, sheaf_period_month(year, 1), &at));
        assert_true(at.value == year && at.low == year - 0.5 && at.period.count == 1);
    }
    sheaf_series_destroy(series);
}

/* Days, months or quarters, of which some are absent, with one that is not plain in a block or in none. */
static void what_is_absent_is_not_found(void **state)
{
    static const sheaf_period kinds[] = { { SHEAF_DAYS, 11000, 1 },
                                          { SHEAF_MONTHS, 24000, 1 },
                                          { SHEAF_MONTHS, 24000, 3 } };
    static const size_t absent[] = { 2, 3, 700, 100000 };

    (void)state;
    for (size_t k = 0; k < 3; k++)
        for (size_t a = 0; a < 4; a++)
            for (int full = 0; full < 2; full++) {
                sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 0);
                sheaf_period period = kinds[k];

                for (size_t i = 0; i < SEVERAL; i++, period.start += kinds[k].count)
                    if (i % absent[a] != absent[a] / 2)
                        sheaf_series_add(series, period, (double)i, 0,
                                         full && i == 1301 ? SHEAF_ESTIMATED : SHEAF_NORMAL);
                assert_string_equal(sheaf_series_message(series), "");
                const int32_t first = kinds[k].start, step = kinds[k].count;
                for (period.start = first - 2; period.start < first + 3002 * step; period.start++) {
                    const int32_t i = (period.start - first) / step;
                    const bool wanted = period.start >= first &&
                                        (period.start - first) % step == 0 && i < SEVERAL &&
                                        (size_t)i % absent[a] != absent[a] / 2;
                    sheaf_observation room;
                    const sheaf_observation *found = sheaf_series_find(series, period, &room);
                    assert_int_equal(found != NULL, wanted);
                    assert_true(found == NULL || found->value == i);
                    period.count = step + 1; /* of another length there is none */
                    assert_null(sheaf_series_find(series, period, &room));
                    period.count = step;
                }
                sheaf_series_destroy(series);
            }
}

static size_t bytes_of(size_t kind, size_t every)
{
    struct quota quota = { .left = SIZE_MAX };
    sheaf_alloc alloc = quota_alloc(&quota);
    sheaf_series *series = sheaf_series_create(&alloc, "exports", "USD", 0);

    add_all(series, kind, every, 1);
    size_t bytes = quota.live;
    sheaf_series_destroy(series);
    assert_int_equal(quota.live, 0);
    return bytes;
}

/* Another kind makes full ones only of the observations of its own block. */
static void a_plain_one_takes_sixteen_bytes(void **state)
{
    enum { MORE = 8000 /* the arena of name and file, 64 a block, the last block's room */ };
    size_t plain = bytes_of(0, 2), beside = bytes_of(2, 100000), one = bytes_of(2, 2 * SEVERAL - 2);

    (void)state;
    assert_in_range(plain, 16 * SEVERAL, 16 * SEVERAL + MORE);
    assert_int_equal(beside, plain);
    assert_in_range(one, plain, plain + 512 * sizeof(sheaf_observation));
    assert_in_range(bytes_of(2, 2), SEVERAL * sizeof(sheaf_observation),
                    SEVERAL * sizeof(sheaf_observation) + 512 * sizeof(sheaf_observation));
}

static sheaf_status use(const sheaf_alloc *alloc, const void *context)
{
    sheaf_series *series = sheaf_series_create(alloc, "exports", "USD", 0), *copy;

    add_all(series, *(const size_t *)context, 700, 1001);
    copy = series_copy(alloc, series);
    sheaf_status status = sheaf_series_status(copy);
    if (status == SHEAF_OK)
        assert_all(copy, *(const size_t *)context, 700);
    sheaf_series_destroy(copy);
    sheaf_series_destroy(series);
    return status;
}

static void memory_may_run_out(void **state)
{
    static const size_t kinds[] = { 0, 2 };

    (void)state;
    for (size_t i = 0; i < 2; i++)
        assert_true(quota_sweep(use, &kinds[i]) > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_added_is_read),
        cmocka_unit_test(a_run_is_as_its_figures_one_by_one),
        cmocka_unit_test(plain_ones_are_read_where_they_lie),
        cmocka_unit_test(lengths_stand_side_by_side),
        cmocka_unit_test(what_is_absent_is_not_found),
        cmocka_unit_test(a_plain_one_takes_sixteen_bytes),
        cmocka_unit_test(memory_may_run_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
