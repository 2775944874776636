/* work_grows_with_the_members.c - twice the members are twice the work, of every type that takes so
 * many and of every type that refuses them: no step compares each with all others.
 *
 * Work is counted, not timed: comparisons of texts, questions to series, and memory. The linker sends
 * these calls through the counters below (--wrap in CMakeLists.txt). */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "chart/picture.h"
#include "sheaf/picture.h"

static size_t work;

int __real_strcmp(const char *a, const char *b);
int __wrap_strcmp(const char *a, const char *b);
int __wrap_strcmp(const char *a, const char *b)
{
    work++;
    return __real_strcmp(a, b);
}

int __real_memcmp(const void *a, const void *b, size_t n);
int __wrap_memcmp(const void *a, const void *b, size_t n);
int __wrap_memcmp(const void *a, const void *b, size_t n)
{
    work++;
    return __real_memcmp(a, b, n);
}

void *__real_realloc(void *block, size_t n);
void *__wrap_realloc(void *block, size_t n);
void *__wrap_realloc(void *block, size_t n)
{
    work += 1 + n / 64;
    return __real_realloc(block, n);
}

#define COUNTED(type, name)                                                                        \
    type __real_##name(const sheaf_series *series);                                                \
    type __wrap_##name(const sheaf_series *series);                                                \
    type __wrap_##name(const sheaf_series *series)                                                 \
    {                                                                                              \
        work++;                                                                                    \
        return __real_##name(series);                                                              \
    }
COUNTED(const char *, sheaf_series_name)
COUNTED(const char *, sheaf_series_flow)
COUNTED(const char *, sheaf_series_partner)
COUNTED(const char *, sheaf_series_unit)
COUNTED(size_t, sheaf_series_count)
COUNTED(bool, sheaf_series_is_remainder)

/* What the members are: most types take one of these. */
enum shape { ONE_PERIOD, THREE_PERIODS, TWO_FLOWS, CROSSED, BOUNDED, SHAPES };
static const char *const shape_names[SHAPES] = { "of one period", "of three periods",
                                                 "of two flows in opposite orders",
                                                 "of two dimensions", "with bounds" };

struct subject {
    const char *flow, *reporter, *ending;
    double factor;
};

static void add(sheaf_chart *chart, size_t member, const struct subject *subject, int periods)
{
    char partner[40], name[60];

    snprintf(partner, sizeof partner, "Place %zu", member);
    snprintf(name, sizeof name, "%s%s", partner, subject->ending);
    sheaf_series *series = sheaf_series_create(NULL, name, "USD", 0);
    sheaf_series_set_partner(series, partner);
    sheaf_series_set_flow(series, subject->flow);
    sheaf_series_set_reporter(series, subject->reporter);
    for (int i = 0; i < periods; i++)
        sheaf_series_add(series, sheaf_period_year(2020 + i),
                         subject->factor * (double)(1 + (member * 7919 + (size_t)i * 31) % 100003),
                         0, SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static void add_member(sheaf_chart *chart, size_t member, enum shape shape)
{
    static const char *const reporters[] = { "KAZ", "DEU", "FRA" };
    struct subject subject = { "exports", "KAZ", "", 1 };

    if (shape == CROSSED)
        subject.reporter = reporters[member % 3];
    add(chart, member, &subject, shape == ONE_PERIOD || shape == TWO_FLOWS ? 1 : 3);
    if (shape != BOUNDED)
        return;
    add(chart, member, &(struct subject){ "exports", "KAZ", " low90", 0.9 }, 3);
    add(chart, member, &(struct subject){ "exports", "KAZ", " high90", 1.1 }, 3);
}

/* Also tells whether the chart was drawn. */
static size_t work_of(sheaf_chart_type type, enum shape shape, size_t n, bool *is_drawn)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    work = 0;
    for (size_t i = 0; i < n; i++)
        add_member(chart, i, shape);
    for (size_t i = n; shape == TWO_FLOWS && i-- > 0;)
        add(chart, i, &(struct subject){ "imports", "KAZ", "", 0.6 }, 1);
    struct scene *scene = chart_scene(chart, 600, 400, true, NULL);
    sheaf_status status = sheaf_chart_status(chart);

    *is_drawn = status == SHEAF_OK;
    assert_true(*is_drawn || status == SHEAF_BAD_INPUT || status == SHEAF_BAD_ARGUMENT);
    scene_destroy(scene);
    sheaf_chart_destroy(chart);
    return work;
}

/* n log n of a sort: 8 · 13 / (4 · 12) is 2.17. Hash tables double, now in the one and then in the
 * other. A step of n * n gives 4. */
static const double most_growth = 2.5;
/* Per member. A step of n * n over 8,000 members would be 8,000 a member. */
static const double most_each = 4000;

static void twice_the_members_are_twice_the_work(void **state)
{
    size_t faults = 0, drawn = 0, most = 0;

    (void)state;
    for (size_t type = SHEAF_AUTO; type < sheaf_chart_type_count(); type++)
        for (size_t shape = 0; shape < SHAPES; shape++) {
            bool is_drawn;
            size_t once = work_of((sheaf_chart_type)type, (enum shape)shape, 4000, &is_drawn);
            size_t twice = work_of((sheaf_chart_type)type, (enum shape)shape, 8000, &is_drawn);

            most = twice > most ? twice : most;
            drawn += is_drawn;
            if ((double)twice <= most_growth * (double)once && (double)twice <= most_each * 8000)
                continue;
            faults++;
            print_message("%s, members %s: %zu for 4,000 and %zu for 8,000\n",
                          sheaf_chart_type_name((sheaf_chart_type)type), shape_names[shape], once,
                          twice);
        }
    print_message("  %zu of %zu drawn; at most %zu a member\n", drawn,
                  sheaf_chart_type_count() * SHAPES, most / 8000);
    assert_int_equal(faults, 0);
    assert_true(drawn >= 40);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(twice_the_members_are_twice_the_work),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
