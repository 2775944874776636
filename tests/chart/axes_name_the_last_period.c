/* axes_name_the_last_period.c - whatever the width, the last period has its name; weeks stand under
 * months, long spans under round years, and years at unequal distances where they are in time. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"

enum kind { YEARS, UNEVEN, MONTHS, WEEKS };

static const struct {
    const char *what;
    enum kind kind;
    int n;
    double width;
    const char *shown, *not_shown; /* names between bars; NULL: none */
} cases[] = {
    { "500 years", YEARS, 500, 800, "1524|1550|1600|1950|2023", "1525|2020" },
    { "40 years, narrow", YEARS, 40, 200, "2023", NULL },
    { "41 years in no room for two", YEARS, 41, 100, "2023", "2020" },
    { "uneven years", UNEVEN, 9, 800, "1990|1995|2000|2010|2015|2021|2023", "2005|2022" },
    { "30 months", MONTHS, 30, 480, "Jan|Jul|Jun", NULL },
    { "86 months", MONTHS, 86, 800, "2017|2023|Feb 2024", "2024" },
    { "86 months, narrow", MONTHS, 86, 480, "2017|2023|2024", "Feb 2024" },
    { "six weeks", WEEKS, 6, 800, "week 1|week 6", NULL },
    { "20 weeks", WEEKS, 20, 800, "Jan|Feb|May|2023", "week 1" },
    { "104 weeks", WEEKS, 104, 600, "Jan|Apr|Jul|Oct|2023|2024", "Feb|week 1" },
};

static sheaf_period period_at(enum kind kind, int index, int n)
{
    static const int uneven[] = { 1990, 1995, 2000, 2010, 2015, 2020, 2021, 2022, 2023 };

    switch (kind) {
    case UNEVEN:
        return sheaf_period_year(uneven[index]);
    case MONTHS:
        return sheaf_period_month(2017 + index / 12, 1 + index % 12);
    case WEEKS:
        return sheaf_period_week(2023 + index / 52, 1 + index % 52);
    case YEARS:
        break;
    }
    return sheaf_period_year(2024 - n + index);
}

/* Whether each of the names between bars is a text of its own. */
static void check_names(const char *dump, const char *names, bool shown)
{
    char text[40], copy[200];

    snprintf(copy, sizeof copy, "%s", names != NULL ? names : "");
    for (char *rest = copy, *name; (name = strtok_r(rest, "|", &rest)) != NULL;) {
        snprintf(text, sizeof text, "text \"%s\"", name);
        if ((strstr(dump, text) != NULL) != shown)
            fail_msg("'%s' is %s", name, shown ? "missing" : "there");
    }
}

static void the_last_period_is_named(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
        sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 9);

        print_message("  %s\n", cases[i].what);
        for (int k = 0; k < cases[i].n; k++)
            sheaf_series_add(series, period_at(cases[i].kind, k, cases[i].n), 10 + k % 5, 0,
                             SHEAF_NORMAL);
        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
        struct scene *scene = chart_scene(chart, cases[i].width, 300, true, NULL);
        sheaf_error error = { 0 };
        struct buffer dump;
        assert_string_equal(sheaf_chart_message(chart), "");
        buffer_init(&dump, NULL, &error);
        scene_dump(scene, &dump);
        check_names(dump.bytes, cases[i].shown, true);
        check_names(dump.bytes, cases[i].not_shown, false);
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(the_last_period_is_named) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
