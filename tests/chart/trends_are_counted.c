/* trends_are_counted.c - what alternative texts say about the course of series: in each language, for
 * each shape, and true of the figures. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/strings.h"
#include "chart/layout.h"
#include "chart/picture.h"
#include "scene/scene.h"

enum { MONTHS = 24, YEARS = 14 };

static void add_months(sheaf_chart *chart, const char *flow, const double *values, int n)
{
    sheaf_series *series = sheaf_series_create(NULL, flow, "USD", 9);

    sheaf_series_set_flow(series, flow);
    for (int i = 0; i < n; i++)
        sheaf_series_add(series, sheaf_period_month(2022 + (i + 3) / 12, 1 + (i + 3) % 12),
                         values[i], 1, SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static void add_years(sheaf_chart *chart, const char *name, const double *values, int n)
{
    sheaf_series *series = sheaf_series_from_years(name, "t", 3, 2010, values, (size_t)n);

    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

/* Exports lie below imports until February 2024: April 2022 to March 2024. */
static sheaf_chart *crossing(void)
{
    double exports[MONTHS], imports[MONTHS];
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);

    for (int i = 0; i < MONTHS; i++) {
        exports[i] = 10 + i;
        imports[i] = i < MONTHS - 1 ? 12 + i : 30;
    }
    add_months(chart, "exports", exports, MONTHS);
    add_months(chart, "imports", imports, MONTHS);
    return chart;
}

/* Falls in the last four of 13 years, and rises in all others. */
static sheaf_chart *falling(void)
{
    double values[YEARS];
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);

    for (int i = 0; i < YEARS; i++)
        values[i] = i < YEARS - 4 ? 10 + i : 38 - 2 * i;
    add_years(chart, "A", values, YEARS);
    return chart;
}

static sheaf_chart *steady(void)
{
    double values[YEARS];
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);

    for (int i = 0; i < YEARS; i++)
        values[i] = 7;
    add_years(chart, "A", values, YEARS);
    return chart;
}

/* B overtakes A in 2022. */
static sheaf_chart *overtaking(void)
{
    double a[YEARS], b[YEARS];
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);

    for (int i = 0; i < YEARS; i++) {
        a[i] = 20 + i;
        b[i] = i < 12 ? 10 + i : 20 + 2 * i;
    }
    add_years(chart, "A", a, YEARS);
    add_years(chart, "B", b, YEARS);
    return chart;
}

static sheaf_chart *ranked(void)
{
    static const double values[] = { 3, 9, 5, 1 };
    static const char *const names[] = { "C", "A", "B", "D" };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_RANKING);

    for (size_t i = 0; i < LENGTH(values); i++)
        add_years(chart, names[i], &values[i], 1);
    return chart;
}

/* June is the highest month of three years. */
static sheaf_chart *seasons(void)
{
    double values[36];
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_HEATMAP);
    sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 9);

    for (int i = 0; i < 36; i++) {
        values[i] = 10 + i / 12 + (i % 12 == 5 ? 8 : i % 12 == 0 ? -4 : 0);
        sheaf_series_add(series, sheaf_period_month(2021 + i / 12, 1 + i % 12), values[i], 0,
                         SHEAF_NORMAL);
    }
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    return chart;
}

/* The fourth quarter is the highest of four years, and each is above that of the year before. */
static sheaf_chart *quarters(sheaf_chart_type type)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);
    sheaf_series *series = sheaf_series_create(NULL, "exports", "USD", 9);

    for (int i = 0; i < 16; i++)
        sheaf_series_add(series, sheaf_period_quarter(2020 + i / 4, 1 + i % 4), 10 + i, 0,
                         SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    return chart;
}

static sheaf_chart *mapped_quarters(void)
{
    return quarters(SHEAF_HEATMAP);
}

static sheaf_chart *quarters_of_years(void)
{
    return quarters(SHEAF_SEASONAL);
}

static const struct {
    const char *language;
    sheaf_chart *(*make)(void);
    const char *says[2];
} shapes[] = {
    { "en", crossing, { "", "Exports overtook imports in March 2024." } },
    { "ru", crossing, { "", "В марте 2024\u00A0года экспорт превысил импорт." } },
    { "kk", crossing, { "", "2024\u00A0жылғы наурызда экспорт импорттан асып түсті." } },
    { "zh", crossing, { "", "2024年3月出口超过进口。" } },
    { "de", crossing, { "", "Im März 2024 überholten die Ausfuhren die Einfuhren." } },
    { "fr", crossing, { "", "En mars 2024, les exportations ont dépassé les importations." } },
    { "ar", crossing, { "", "في مارس 2024 تجاوزت الصادرات الواردات." } },
    { "ug", crossing, { "", "2024-يىلى مارتتا ئېكسپورت ئىمپورتتىن ئېشىپ كەتتى." } },
    { "en", falling, { "rose in 9 of 13 years", "fell in each of the last 4 years." } },
    { "ru", falling, { "рост в 9 из 13 лет", "в конце ряда снижение 4 года подряд." } },
    { "kk", falling, { "13 жыл ішінде 9 рет өсті", "соңғы 4 жыл қатарынан төмендеді." } },
    { "zh", falling, { "13年中有9年上升", "最近4年连续下降。" } },
    { "de", falling, { "in 9 von 13 Jahren gestiegen", "zuletzt 4 Jahre in Folge gefallen." } },
    { "fr", falling, { "en hausse 9 ans sur 13", "en baisse 4 ans de suite en fin de série." } },
    { "ar", falling, { "ارتفاع في 9 سنوات من أصل 13", "انخفاض في آخر 4 سنوات على التوالي." } },
    { "ug", falling, { "13 يىل ئىچىدە 9 قېتىم ئۆستى", "ئاخىرقى 4 يىل ئۇدا تۆۋەنلىدى." } },
    { "en", steady, { "first 2010: 7, latest 2023: 7", "did not change." } },
    { "ru", steady, { "", "без изменений." } },
    { "kk", steady, { "", "өзгермеді." } },
    { "zh", steady, { "", "没有变化。" } },
    { "de", steady, { "", "unverändert." } },
    { "fr", steady, { "", "sans changement." } },
    { "ar", steady, { "", "بلا تغير." } },
    { "ug", steady, { "", "ئۆزگەرمىدى." } },
    { "en", overtaking, { "rose throughout", "B overtook A in 2022." } },
    { "ru",
      overtaking,
      { "рост на всём протяжении", "В 2022\u00A0году показатель «B» превысил показатель «A»." } },
    { "kk",
      overtaking,
      { "үздіксіз өсті", "2022\u00A0жылы «B» көрсеткіші «A» көрсеткішінен асып түсті." } },
    { "zh", overtaking, { "持续上升", "2022年B超过A。" } },
    { "de",
      overtaking,
      { "durchgehend gestiegen", "Im Jahr 2022 überholte die Reihe „B“ die Reihe „A“." } },
    { "fr",
      overtaking,
      { "en hausse continue",
        "En 2022, la série «\u00A0B\u00A0» a dépassé la série «\u00A0A\u00A0»." } },
    { "ar", overtaking, { "ارتفاع متواصل", "في عام 2022 تجاوزت سلسلة «B» سلسلة «A»." } },
    { "ug",
      overtaking,
      { "ئىزچىل ئۆستى", "2022-يىلى «B» كۆرسەتكۈچى «A» كۆرسەتكۈچىدىن ئېشىپ كەتتى." } },
    { "en",
      ranked,
      { "2010 – A: 9; B: 5; C: 3; D: 1.", "Gap between the largest and the next: 4." } },
    { "ru",
      ranked,
      { "2010: A — 9; B — 5; C — 3; D — 1.", "Разрыв между первым и вторым значением: 4." } },
    { "en",
      seasons,
      { "Largest Jun 2023: 20, smallest Jan 2021: 6.",
        "Most often the highest of its year: June, in 3 of 3 years." } },
    { "ru", seasons, { "", "Чаще всего наибольшее значение за год: июнь, в 3 из 3 лет." } },
    { "en", mapped_quarters, { "", "Most often the highest of its year: Q4, in 4 of 4 years." } },
    { "ru",
      mapped_quarters,
      { "", "Чаще всего наибольшее значение за год: IV кв., в 4 из 4 лет." } },
    { "en", quarters_of_years, { "", "above 2022 in 4 of 4 quarters." } },
    { "ar", seasons, { "", "الأعلى في السنة في أغلب الأحيان: يونيو، في 3 سنوات من أصل 3." } },
};

/* The alternative text of a chart, which it destroys. The caller frees it. */
static char *text_of(sheaf_chart *chart, const char *language)
{
    sheaf_chart_set_language(chart, language);
    struct scene *scene = chart_scene(chart, 800, 500, true, NULL);

    assert_string_equal(sheaf_chart_message(chart), "");
    char *copy = strdup(scene_alternative(scene));
    assert_non_null(copy);
    scene_destroy(scene);
    sheaf_chart_destroy(chart);
    return copy;
}

static void shapes_are_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(shapes); i++) {
        char *text = text_of(shapes[i].make(), shapes[i].language);
        print_message("  %s: %s\n", shapes[i].language, text);
        for (size_t k = 0; k < LENGTH(shapes[i].says); k++)
            assert_non_null(strstr(text, shapes[i].says[k]));
        free(text);
    }
}

/* What rounding leaves open of the base, 4.5 to 5.5, is the same in each figure of an index; it was
 * counted twice, and "about 180; about 200" was no rise. */
static void an_index_goes_as_its_figures(void **state)
{
    static const double values[] = { 5, 6.2, 9.1, 10.2, 11.9 };
    static const int decimals[] = { 0, 1, 1, 1, 1 };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_INDEX);
    sheaf_series *series = sheaf_series_create(NULL, "A", "t", 3);

    (void)state;
    for (int i = 0; i < (int)LENGTH(values); i++)
        sheaf_series_add(series, sheaf_period_year(2019 + i), values[i], decimals[i], SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    char *text = text_of(chart, "en");
    print_message("  %s\n", text);
    assert_non_null(strstr(text, "rose throughout"));
    free(text);
}

/* Rounding intervals that touch, 9.1 to 9.2, are in order; those that overlap, 9.2 to 9, are not. */
static void neighbours_that_touch_are_in_order(void **state)
{
    static const double values[] = { 128.24, 128.25, 128.26, 128.3, 128.31, 128.32 };
    static const int decimals[] = { 2, 2, 2, 1, 2, 2 };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
    sheaf_series *series = sheaf_series_create(NULL, "A", "t", 3);

    (void)state;
    for (int i = 0; i < (int)LENGTH(values); i++)
        sheaf_series_add(series, sheaf_period_year(2018 + i), values[i], decimals[i], SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    char *text = text_of(chart, "en");
    print_message("  %s\n", text);
    assert_non_null(strstr(text, "rose in 3 of 5 years"));
    free(text);
}

/* The smallest was said of those that had room, as if there were no others. */
static void the_smallest_is_of_those_shown(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_DUMBBELL, SHEAF_SLOPE, SHEAF_MULTIPLES,
                                              SHEAF_HEATMAP, SHEAF_BUMP };
    static const int numbers[] = { 5, 40 };

    (void)state;
    for (size_t i = 0; i < 2 * LENGTH(types); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, types[i / 2]);
        bool some = i % 2 != 0;
        for (int k = 0; k < numbers[some]; k++) {
            char name[16];
            double values[5];
            snprintf(name, sizeof name, "N%d", k);
            for (int year = 0; year < 5; year++)
                values[year] = 100 + 10 * k + year;
            add_years(chart, name, values, 5);
        }
        char *text = text_of(chart, "en");
        print_message("  %s\n", text);
        assert_int_equal(strstr(text, " of 40.") != NULL, some);
        assert_int_equal(strstr(text, "f those shown, largest N39") != NULL, some);
        free(text);
    }
}

/* A number that repeats: the same in every run. */
static unsigned next_number(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16;
}

/* Counted again here, from the values. */
static void assert_counts(const char *text, const double *values, int n)
{
    int rises = 0, falls = 0, run = 0, direction = 0;
    char words[80];

    for (int i = 1; i < n; i++) {
        int step = (values[i] > values[i - 1]) - (values[i] < values[i - 1]);
        rises += step > 0;
        falls += step < 0;
        run = step == 0 ? 0 : step == direction ? run + 1 : 1;
        direction = step;
    }
    if (rises < n - 1 && falls < n - 1) {
        snprintf(words, sizeof words, "%s in %d of %d years", rises >= falls ? "rose" : "fell",
                 rises >= falls ? rises : falls, n - 1);
        assert_non_null(strstr(text, words));
    }
    const char *last = strstr(text, "in each of the last ");
    if (last == NULL)
        return;
    snprintf(words, sizeof words, "%s in each of the last %d years",
             direction > 0 ? "rose" : "fell", run);
    assert_non_null(strstr(text, words));
}

static void what_is_said_is_true(void **state)
{
    unsigned seed = 14;

    (void)state;
    for (int round = 0; round < 60; round++) {
        double values[YEARS];
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
        for (int i = 0; i < YEARS; i++)
            values[i] = 100 + (double)(next_number(&seed) % 9);
        add_years(chart, "A", values, YEARS);
        char *text = text_of(chart, "en");
        assert_counts(text, values, YEARS);
        free(text);
    }
}

/* Figures on the two sides of a break or of a gap are not compared. */
static void breaks_and_gaps_are_no_steps(void **state)
{
    static const double values[] = { 1, 2, 90, 91, NAN, 3, 2, 5, 6, 7, 8, 9, 10, 11 };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
    sheaf_series *series = sheaf_series_create(NULL, "A", "t", 3);

    (void)state;
    for (int i = 0; i < YEARS; i++)
        sheaf_series_add(series, sheaf_period_year(2010 + i), values[i], 0,
                         isnan(values[i]) ? SHEAF_MISSING
                         : i == 2         ? SHEAF_BREAK
                                          : SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    char *text = text_of(chart, "en");
    print_message("  %s\n", text);
    assert_non_null(strstr(text, "rose in 9 of 10 years"));
    assert_non_null(strstr(text, "2012: 90 (break in series)"));
    free(text);
}

static void secrets_are_nowhere(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
    sheaf_series *series = sheaf_series_create(NULL, "A", "t", 3);

    (void)state;
    for (int i = 0; i < YEARS; i++) {
        double value = i == 5 ? 777 : 10 + i;
        sheaf_observation at = { .period = sheaf_period_year(2010 + i),
                                 .value = value,
                                 .low = value,
                                 .high = value,
                                 .status = SHEAF_NORMAL,
                                 .confidentiality = i == 5 ? 'C' : 0 };
        sheaf_series_add_observation(series, &at);
    }
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    char *text = text_of(chart, "en");
    print_message("  %s\n", text);
    assert_null(strstr(text, "777"));
    assert_non_null(strstr(text, "2015: confidential; rose in 11 of 11 years."));
    free(text);
}

static void estimates_are_said(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);
    sheaf_series *series = sheaf_series_create(NULL, "A", "t", 3);

    (void)state;
    for (int i = 0; i < YEARS; i++)
        sheaf_series_add(series, sheaf_period_year(2010 + i), 10 + i, 0,
                         i == 6 ? SHEAF_ESTIMATED : SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    char *text = text_of(chart, "en");
    assert_non_null(strstr(text, "Some figures: estimated."));
    free(text);
}

/* However many figures there are: the data have them. */
static void texts_stay_short(void **state)
{
    static const char *const languages[] = { "en", "ru", "kk", "zh", "fr", "de", "ar", "ug" };
    static const sheaf_chart_type types[] = { SHEAF_LINES, SHEAF_MULTIPLES, SHEAF_STACKED,
                                              SHEAF_STACKED_AREA, SHEAF_BUMP };

    (void)state;
    for (size_t t = 0; t < LENGTH(types); t++)
        for (size_t l = 0; l < LENGTH(languages); l++) {
            sheaf_chart *chart = sheaf_chart_create(NULL, types[t]);
            for (int k = 0; k < 9; k++) {
                double values[YEARS];
                char name[32];
                for (int i = 0; i < YEARS; i++)
                    values[i] = 100.5 + ((i + 1) * (k + 3)) % 37;
                snprintf(name, sizeof name, "Member %d", k);
                add_years(chart, name, values, YEARS);
            }
            char *text = text_of(chart, languages[l]);
            assert_in_range(utf8_count(text, strlen(text)), 60, 700);
            free(text);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shapes_are_told),
        cmocka_unit_test(an_index_goes_as_its_figures),
        cmocka_unit_test(neighbours_that_touch_are_in_order),
        cmocka_unit_test(the_smallest_is_of_those_shown),
        cmocka_unit_test(what_is_said_is_true),
        cmocka_unit_test(breaks_and_gaps_are_no_steps),
        cmocka_unit_test(secrets_are_nowhere),
        cmocka_unit_test(estimates_are_said),
        cmocka_unit_test(texts_stay_short),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
