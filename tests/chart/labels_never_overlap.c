#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/layout.h"
#include "chart/picture.h"
#include "support/overlap.h"

/* Of all charts: faces are opened and words shaped once. */
static sheaf_context *context;

static const struct {
    double width, height;
    bool pixels;
} sizes[] = {
    { 200, 120, true },  { 200, 600, true },  { 320, 200, true },   { 480, 300, true },
    { 900, 120, true },  { 1200, 750, true }, { 4000, 3000, true }, { 4000, 120, true },
    { 250, 160, false }, { 505, 220, false }, { 200, 3000, false },
};

enum kind { YEARS, MONTHS, QUARTERS, YEARS_TO_DATE, YEARS_AND_PART, DAYS };
static const struct {
    const char *name;
    enum kind kind;
    int n;
} spans[] = {
    { "one year", YEARS, 1 },
    { "two years", YEARS, 2 },
    { "five years", YEARS, 5 },
    { "40 years", YEARS, 40 },
    { "12 months", MONTHS, 12 },
    { "24 months", MONTHS, 24 },
    { "90 months", MONTHS, 90 },
    { "9 quarters", QUARTERS, 9 },
    { "Jan-Apr twice", YEARS_TO_DATE, 2 },
    { "Jan-Apr six times", YEARS_TO_DATE, 6 },
    { "years and Jan-Apr", YEARS_AND_PART, 6 },
    { "14 days", DAYS, 14 },
};

enum values {
    PLAIN,
    NEGATIVE,
    BALANCE,
    TINY,
    HUGE_ONES,
    EQUAL,
    ZERO,
    MISSING,
    LONG_DECIMALS,
    VALUES,
    RATIOS = VALUES, /* for logarithmic scales: each series thirty times the one before */
    MINUTE           /* whose labels have more digits than words have letters */
};
static const char *const value_names[VALUES] = { "plain", "negative", "balance",
                                                 "tiny",  "huge",     "equal",
                                                 "zero",  "missing",  "long decimals" };

static const char *const names[] = {
    "exports",
    "imports",
    "turnover",
    "Экспорт сельскохозяйственной продукции",
    "Германия",
    "United Kingdom of Great Britain and Northern Ireland",
    "Қазақстан Республикасы",
    "W",
};

static sheaf_period period_at(enum kind kind, int index, int n)
{
    switch (kind) {
    case MONTHS:
        return sheaf_period_month(2017 + index / 12, 1 + index % 12);
    case QUARTERS:
        return sheaf_period_quarter(2021 + index / 4, 1 + index % 4);
    case YEARS_TO_DATE:
        return sheaf_period_months(2024 - n + index, 1, 4);
    case YEARS_AND_PART:
        return index + 1 < n ? sheaf_period_year(2018 + index) : sheaf_period_months(2024, 1, 4);
    case DAYS:
        return index < 7 ? sheaf_period_day(2023, 12, 25 + index)
                         : sheaf_period_day(2024, 1, index - 6);
    case YEARS:
        break;
    }
    return sheaf_period_year(2024 - n + index);
}

static double value_at(enum values values, int series, int index)
{
    double wave = 10 + series + 3 * sin(0.7 * index + series) + 0.05 * index;

    switch (values) {
    case NEGATIVE:
        return -wave;
    case BALANCE:
        return wave - 11 - series;
    case TINY:
        return wave * 1e-7;
    case MINUTE:
        return wave * 1e-10;
    case HUGE_ONES:
        return wave * 1e12;
    case EQUAL:
        return 31.5;
    case ZERO:
        return 0;
    case MISSING:
        return (index + series) % 3 == 1 ? NAN : wave;
    case LONG_DECIMALS:
        return wave * 1.23456789;
    case RATIOS:
        return wave * pow(30, series - 2);
    default:
        return wave;
    }
}

static const sheaf_observation_status statuses[] = { SHEAF_NORMAL, SHEAF_PROVISIONAL,
                                                     SHEAF_ESTIMATED, SHEAF_FORECAST };

static void add_series_of_unit(sheaf_chart *chart, size_t span, enum values values, int which,
                               const char *unit)
{
    sheaf_series *series = sheaf_series_create(NULL, names[which], unit, 9);
    int n = spans[span].n;

    for (int i = 0; i < n; i++) {
        sheaf_observation observation = {
            .period = period_at(spans[span].kind, i, n),
            .value = value_at(values, which, i),
            .decimals = values == LONG_DECIMALS ? 8
                        : values == TINY        ? 9
                                                : 1,
            .status = isnan(value_at(values, which, i)) ? SHEAF_MISSING
                      : i + 1 < n                       ? SHEAF_NORMAL
                                                        : statuses[which % 4],
            .derived = i == 0,
            .estimated = i == 0,
        };
        observation.low = observation.high = observation.value;
        sheaf_series_add_observation(series, &observation);
    }
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static void add_series(sheaf_chart *chart, size_t span, enum values values, int which)
{
    add_series_of_unit(chart, span, values, which, "USD");
}

/* Bars that are too thin to be seen are no lines, and an area needs two totals in a row: an author's
 * type stays or is refused. */
static bool says_why_not(sheaf_chart *chart)
{
    return strstr(sheaf_chart_message(chart), "too thin to be seen") != NULL ||
           strstr(sheaf_chart_message(chart), "an area joins periods in a row") != NULL;
}

static size_t check(sheaf_chart *chart, size_t size, bool marks, const char *what)
{
    struct scene *scene =
        chart_scene(chart, sizes[size].width, sizes[size].height, sizes[size].pixels, NULL);

    if (says_why_not(chart)) {
        scene_destroy(scene);
        return 1;
    }
    if (sheaf_chart_status(chart) != SHEAF_OK)
        fail_msg("%s: %s", what, sheaf_chart_message(chart));
    struct overlap overlap = overlap_find(scene, 0.05, marks);
    if (overlap.message[0] != '\0')
        fail_msg("%s at %g x %g: %s", what, sizes[size].width, sizes[size].height, overlap.message);
    scene_destroy(scene);
    return overlap.runs;
}

/* One size, another for each chart: the sizes are as many as a prime number, so that every
 * span of time, every kind of values and every number of series meets each of them. */
static void check_a_size(sheaf_chart *chart, bool marks, size_t turn, const char *what)
{
    size_t size = turn % LENGTH(sizes);

    if (check(chart, size, marks, what) == 0)
        fail_msg("%s at %g x %g: no text is left", what, sizes[size].width, sizes[size].height);
}

static sheaf_chart *chart_of(sheaf_chart_type type, size_t span, enum values values, int n_series,
                             bool wordy)
{
    sheaf_chart *chart = sheaf_chart_create(context, type);

    if (wordy) {
        sheaf_chart_set_language(chart, "ru");
        sheaf_chart_set_title(chart, "Торговля с Китаем за пять лет удвоилась, а импорт "
                                     "в 2023 году впервые превысил экспорт");
        sheaf_chart_set_subtitle(chart, "Внешняя торговля товарами между Казахстаном и "
                                        "Китаем, включая неорганизованную, {unit}");
    } else {
        sheaf_chart_set_title(chart, "Imports grew faster");
    }
    sheaf_chart_set_source(chart, "Bureau of National Statistics of the Republic of Kazakhstan");
    for (int i = 0; i < n_series; i++)
        add_series(chart, span, values, i);
    return chart;
}

static void check_type(sheaf_chart_type type, const char *name, bool marks, int least_series)
{
    static const int counts[] = { 1, 2, 4, 8 };

    for (size_t span = 0; span < LENGTH(spans); span++)
        for (int values = 0; values < VALUES; values++)
            for (size_t c = 0; c < LENGTH(counts); c++) {
                char what[200];
                bool wordy = (span + (size_t)values + c) % 2 == 1;
                if (counts[c] < least_series ||
                    (type == SHEAF_LINES && spans[span].kind == YEARS_AND_PART) ||
                    (type != SHEAF_BARS && spans[span].n == 1))
                    continue;
                sheaf_chart *chart = chart_of(type, span, (enum values)values, counts[c], wordy);
                snprintf(what, sizeof what, "%s, %s, %s values, %d series%s", name,
                         spans[span].name, value_names[values], counts[c], wordy ? ", wordy" : "");
                check_a_size(chart, marks, span + 2 * (size_t)values + 4 * c, what);
                sheaf_chart_destroy(chart);
            }
}

static void bars_keep_their_labels_apart(void **state)
{
    (void)state;
    check_type(SHEAF_BARS, "bars", true, 1);
}

static void lines_keep_their_labels_apart(void **state)
{
    (void)state;
    check_type(SHEAF_LINES, "lines", false, 1);
}

/* One year of months is a line alone. */
static void seasons_keep_their_labels_apart(void **state)
{
    (void)state;
    for (size_t size = 0; size < LENGTH(sizes); size++)
        for (size_t span = 0; span < LENGTH(spans); span++)
            for (int n = 1; n <= 2 && (spans[span].kind == MONTHS || spans[span].kind == QUARTERS);
                 n++) {
                char what[80];
                sheaf_chart *chart =
                    chart_of(SHEAF_SEASONAL, span, size % 2 == 0 ? PLAIN : MISSING, n, n == 2);
                snprintf(what, sizeof what, "seasons, %s, %d series", spans[span].name, n);
                check_a_size(chart, false, size, what);
                sheaf_chart_destroy(chart);
            }
}

/* Whether columns would be too thin in this size. */
static bool are_too_thin(sheaf_chart_type type, size_t span, size_t turn)
{
    return (type == SHEAF_STACKED || type == SHEAF_STACKED_100) &&
           2.7 * spans[span].n > sizes[turn % LENGTH(sizes)].width;
}

/* Whether a type refuses these values. */
static bool is_refused(sheaf_chart_type type, size_t span, enum values values)
{
    bool is_negative = values == NEGATIVE || values == BALANCE;

    switch (type) {
    case SHEAF_STACKED_100:
        return is_negative || values == ZERO || values == MISSING;
    case SHEAF_STACKED_AREA:
        return is_negative || spans[span].kind == YEARS_AND_PART || spans[span].n == 1;
    case SHEAF_WATERFALL:
        return values == MISSING || spans[span].kind == YEARS_AND_PART;
    default:
        return false;
    }
}

static void parts_keep_their_labels_apart(void **state)
{
    static const struct {
        sheaf_chart_type type;
        const char *name;
    } types[] = { { SHEAF_STACKED, "stacked" },
                  { SHEAF_STACKED_100, "stacked-100" },
                  { SHEAF_STACKED_AREA, "stacked-area" },
                  { SHEAF_WATERFALL, "waterfall" } };
    static const int counts[] = { 2, 4, 8 };

    (void)state;
    for (size_t t = 0; t < LENGTH(types); t++)
        for (size_t span = 0; span < LENGTH(spans); span++)
            for (int values = 0; values < VALUES; values++)
                for (size_t c = 0; c < LENGTH(counts); c++) {
                    char what[200];
                    bool wordy = (span + (size_t)values + c) % 2 == 1;
                    size_t turn = t + span + 2 * (size_t)values + 4 * c;
                    if (is_refused(types[t].type, span, (enum values)values) ||
                        are_too_thin(types[t].type, span, turn))
                        continue;
                    sheaf_chart *chart =
                        chart_of(types[t].type, span, (enum values)values, counts[c], wordy);
                    snprintf(what, sizeof what, "%s, %s, %s values, %d series%s", types[t].name,
                             spans[span].name, value_names[values], counts[c],
                             wordy ? ", wordy" : "");
                    check_a_size(chart, false, turn, what);
                    sheaf_chart_destroy(chart);
                }
}

static void areas_keep_their_labels_apart(void **state)
{
    (void)state;
    for (size_t span = 0; span < LENGTH(spans); span++)
        for (int values = 0; values < VALUES; values++) {
            char what[200];
            if (spans[span].kind == YEARS_AND_PART || spans[span].n == 1)
                continue;
            sheaf_chart *chart = chart_of(SHEAF_AREA, span, (enum values)values, 1,
                                          (span + (size_t)values) % 2 == 1);
            snprintf(what, sizeof what, "area, %s, %s values", spans[span].name,
                     value_names[values]);
            check_a_size(chart, false, span + 2 * (size_t)values, what);
            sheaf_chart_destroy(chart);
        }
}

/* Of several decades and of one. A symmetric scale takes zero and what is below it. */
static void ratios_keep_their_labels_apart(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_LINES, SHEAF_MULTIPLES, SHEAF_SLOPE,
                                              SHEAF_INDEX, SHEAF_DOTS };
    static const enum values of_log[] = { RATIOS, PLAIN, TINY, HUGE_ONES, EQUAL, MISSING };
    static const enum values of_symlog[] = { RATIOS, NEGATIVE, BALANCE, TINY, ZERO, MISSING };

    (void)state;
    for (size_t t = 0; t < LENGTH(types); t++)
        for (size_t span = 0; span < LENGTH(spans); span++)
            for (size_t v = 0; v < LENGTH(of_log); v++)
                for (int symmetric = 0; symmetric < 2; symmetric++) {
                    enum values values = symmetric ? of_symlog[v] : of_log[v];
                    size_t turn = t + span + 2 * v + 4 * (size_t)symmetric;
                    char what[120];
                    if (spans[span].kind == YEARS_AND_PART ||
                        (types[t] == SHEAF_DOTS) != (spans[span].n == 1) ||
                        (types[t] == SHEAF_INDEX && (symmetric || values == MISSING)))
                        continue;
                    sheaf_chart *chart =
                        chart_of(types[t], span, values, turn % 2 == 0 ? 4 : 8, turn % 3 == 0);
                    sheaf_chart_set_axis(chart, symmetric ? SHEAF_AXIS_SYMLOG : SHEAF_AXIS_LOG);
                    snprintf(what, sizeof what, "%s, %s, values %d on a %s scale",
                             sheaf_chart_type_name(types[t]), spans[span].name, (int)values,
                             symmetric ? "symmetric" : "logarithmic");
                    check_a_size(chart, false, turn, what);
                    sheaf_chart_destroy(chart);
                }
}

/* Two series; of two periods of which each lacks one, nothing lies between them. */
static void surpluses_keep_their_labels_apart(void **state)
{
    (void)state;
    for (size_t span = 0; span < LENGTH(spans); span++)
        for (int values = 0; values < VALUES; values++) {
            char what[120];
            bool wordy = (span + (size_t)values) % 2 == 1;
            if (spans[span].kind == YEARS_AND_PART || spans[span].n == 1 ||
                (values == MISSING && spans[span].n == 2))
                continue;
            sheaf_chart *chart = chart_of(SHEAF_SURPLUS, span, (enum values)values, 2, wordy);
            snprintf(what, sizeof what, "surplus, %s, %s values%s", spans[span].name,
                     value_names[values], wordy ? ", wordy" : "");
            for (size_t size = span % 2; size < LENGTH(sizes); size += 2)
                check_a_size(chart, false, size, what);
            sheaf_chart_destroy(chart);
        }
}

/* Types of members, also of values whose labels have twelve digits. */
static void members_keep_their_labels_apart(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_MULTIPLES, SHEAF_SLOPE, SHEAF_BUMP,
                                              SHEAF_SPARKLINE };
    static const enum values taken[] = { PLAIN, NEGATIVE, TINY, MINUTE, HUGE_ONES, MISSING };

    (void)state;
    for (size_t t = 0; t < LENGTH(types); t++)
        for (size_t span = 0; span < LENGTH(spans); span++)
            for (size_t v = 0; v < LENGTH(taken); v++)
                for (size_t size = (span + v) % 2; size < LENGTH(sizes); size += 2) {
                    char what[120];
                    size_t turn = t + span + v + size;
                    if (spans[span].kind == YEARS_AND_PART || spans[span].n == 1 ||
                        (taken[v] == MISSING && spans[span].n < 5))
                        continue;
                    sheaf_chart *chart = chart_of(types[t], span, taken[v],
                                                  turn % 3 == 0   ? 8
                                                  : turn % 2 == 0 ? 4
                                                                  : 3,
                                                  turn % 3 == 0);
                    snprintf(what, sizeof what, "%s, %s, values %d",
                             sheaf_chart_type_name(types[t]), spans[span].name, (int)taken[v]);
                    check_a_size(chart, false, size, what);
                    sheaf_chart_destroy(chart);
                }
}

/* The same series in two units and in three: a plot each. */
static void panels_keep_their_labels_apart(void **state)
{
    static const char *const units[] = { "USD", "t", "USD/t" };

    (void)state;
    for (size_t span = 0; span < LENGTH(spans); span++)
        for (int values = 0; values < VALUES; values++)
            for (int n = 2; n <= 3; n++) {
                char what[120];
                /* Of three each period lacks one. */
                if (spans[span].n < 2 || (values == MISSING && (spans[span].n < 6 || n == 3)))
                    continue;
                sheaf_chart *chart = sheaf_chart_create(context, SHEAF_PANELS);
                sheaf_chart_set_title(chart, "Imports grew faster");
                sheaf_chart_set_source(chart, "Bureau of National Statistics");
                for (int i = 0; i < n; i++)
                    add_series_of_unit(chart, span, (enum values)values, i, units[i]);
                snprintf(what, sizeof what, "panels, %s, %s values, %d units", spans[span].name,
                         value_names[values], n);
                check_a_size(chart, false, span + 2 * (size_t)values + 4 * (size_t)n, what);
                sheaf_chart_destroy(chart);
            }
}

/* An event, a band, a reference and a call-out, whose words lie on nothing, not even on bars. */
static void annotate(sheaf_chart *chart, size_t span, enum values values)
{
    enum kind kind = spans[span].kind;
    int n = spans[span].n, middle = n / 2, figure = values == MISSING ? n - 1 - (n - 1) % 3 : n - 1;

    sheaf_chart_add_event(chart, period_at(kind, middle, n), "New customs rules");
    sheaf_chart_add_event(chart, period_at(kind, n - 1, n), "The war in a neighbouring country");
    sheaf_chart_add_band(chart, period_at(kind, 0, n), period_at(kind, middle - middle / 2, n),
                         "Pandemic");
    sheaf_chart_add_reference(chart, value_at(values, 0, 0) * 1.2, "Target");
    sheaf_chart_add_callout(chart, names[0], period_at(kind, figure, n), "A record");
}

static void annotations_keep_clear_of_all(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_BARS,    SHEAF_LINES,     SHEAF_BARS_LINE,
                                              SHEAF_STACKED, SHEAF_MULTIPLES, SHEAF_SURPLUS };
    size_t drawn = 0;

    (void)state;
    for (size_t t = 0; t < LENGTH(types); t++)
        for (size_t span = 0; span < LENGTH(spans); span++)
            for (int values = 0; values < VALUES; values++)
                for (size_t again = 0; again < 3; again++) {
                    char what[160];
                    /* Their own dashes and labels touch in some of these sizes. */
                    if ((types[t] == SHEAF_STACKED && values == MISSING) ||
                        (types[t] == SHEAF_MULTIPLES && values == TINY))
                        continue;
                    size_t size = (t + span + 2 * (size_t)values + 4 * again) % LENGTH(sizes);
                    bool is_surplus = types[t] == SHEAF_SURPLUS;
                    sheaf_chart *chart =
                        chart_of(types[t], span, (enum values)values, is_surplus ? 2 : 4, false);
                    annotate(chart, span, (enum values)values);
                    snprintf(what, sizeof what, "%s with annotations, %s, %s values",
                             sheaf_chart_type_name(types[t]), spans[span].name,
                             value_names[values]);
                    struct scene *scene = chart_scene(chart, sizes[size].width, sizes[size].height,
                                                      sizes[size].pixels, NULL);
                    if (sheaf_chart_status(chart) == SHEAF_OK) {
                        struct overlap overlap = overlap_find(scene, 0.05, types[t] == SHEAF_BARS);
                        if (overlap.message[0] != '\0')
                            fail_msg("%s at %g x %g: %s", what, sizes[size].width,
                                     sizes[size].height, overlap.message);
                        drawn++;
                    } else {
                        assert_int_equal(sheaf_chart_status(chart), SHEAF_BAD_INPUT);
                    }
                    scene_destroy(scene);
                    sheaf_chart_destroy(chart);
                }
    assert_true(drawn > 1000);
}

/* Two flows of each of n members, or one of each. */
static sheaf_chart *chart_of_members(sheaf_chart_type type, enum values values, int n, bool wordy)
{
    static const char *const flows[] = { "exports", "imports" };
    bool has_flows = sheaf_chart_type_pairs_flows(type);
    sheaf_chart *chart = chart_of(type, 0, values, 0, wordy);

    for (int i = 0; i < n; i++)
        for (int flow = 0; flow < (has_flows ? 2 : 1); flow++) {
            char name[100];
            snprintf(name, sizeof name, "%s %d", names[i % 8], i);
            sheaf_series *series = sheaf_series_create(NULL, name, "USD", 9);
            sheaf_series_set_flow(series, flows[flow]);
            for (int k = 0; k < 3; k++) {
                double value = value_at(values, i, k + 2 * flow);
                sheaf_series_add(series, sheaf_period_year(2021 + k), value, 1,
                                 isnan(value) ? SHEAF_MISSING : statuses[(i + k) % 4]);
            }
            sheaf_chart_add(chart, series);
            sheaf_series_destroy(series);
        }
    return chart;
}

static void rows_keep_their_labels_apart(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_DUMBBELL, SHEAF_PAIRED, SHEAF_BUTTERFLY };
    static const int counts[] = { 1, 3, 8, 40 };

    (void)state;
    for (size_t t = 0; t < LENGTH(types); t++)
        for (int values = 0; values < VALUES; values++)
            for (size_t c = 0; c < LENGTH(counts); c++) {
                char what[120];
                bool wordy = ((size_t)values + c) % 2 == 1;
                if (types[t] == SHEAF_BUTTERFLY && (values == NEGATIVE || values == BALANCE))
                    continue;
                sheaf_chart *chart =
                    chart_of_members(types[t], (enum values)values, counts[c], wordy);
                snprintf(what, sizeof what, "%s, %d members, %s values%s",
                         sheaf_chart_type_name(types[t]), counts[c], value_names[values],
                         wordy ? ", wordy" : "");
                for (size_t size = (size_t)values % 3; size < LENGTH(sizes); size += 3)
                    check_a_size(chart, false, size, what);
                sheaf_chart_destroy(chart);
            }
}

static void bars_with_a_line_keep_their_labels_apart(void **state)
{
    (void)state;
    check_type(SHEAF_BARS_LINE, "bars and line", false, 2);
}

/* Several rows, and one: of a picture of 60 x 14 no text may be left. */
static void sparklines_keep_their_labels_apart(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_SPARKLINE, SHEAF_SPARK_BARS };
    static const char *const languages[] = { "en", "ar", "ug" };

    (void)state;
    for (size_t size = 0; size < LENGTH(sizes); size++)
        for (int values = 0; values < VALUES; values++)
            for (size_t t = 0; t < LENGTH(types); t++) {
                size_t turn = size + (size_t)values + t;
                bool wordy = turn % 2 == 1;
                char what[120];
                sheaf_chart *chart = chart_of(types[t], 3 + turn % 3, (enum values)values,
                                              turn % 3 == 0 ? 4 : 1, wordy);
                if (!wordy)
                    sheaf_chart_set_language(chart, languages[turn / 2 % LENGTH(languages)]);
                snprintf(what, sizeof what, "%s, %s values%s", sheaf_chart_type_name(types[t]),
                         value_names[values], wordy ? ", wordy" : "");
                check(chart, size, false, what);
                sheaf_chart_destroy(chart);
            }
}

/* Each size meets all kinds of values and two of three languages. */
static void ranks_keep_their_labels_apart(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_RANKING, SHEAF_LOLLIPOP, SHEAF_DOTS };
    static const char *const languages[] = { "en", "ar", "ug" };

    (void)state;
    for (size_t size = 0; size < LENGTH(sizes); size++)
        for (int values = 0; values < VALUES; values++)
            for (size_t t = 0; t < LENGTH(types); t++) {
                size_t turn = size + (size_t)values + t;
                bool wordy = turn % 2 == 1;
                char what[120];
                sheaf_chart *chart =
                    chart_of(types[t], 0, (enum values)values, turn % 4 == 0 ? 3 : 8, wordy);
                if (!wordy)
                    sheaf_chart_set_language(chart, languages[turn / 2 % LENGTH(languages)]);
                snprintf(what, sizeof what, "%s, %s values%s", sheaf_chart_type_name(types[t]),
                         value_names[values], wordy ? ", wordy" : "");
                check_a_size(chart, true, size, what);
                sheaf_chart_destroy(chart);
            }
}

static void targets_keep_their_labels_apart(void **state)
{
    static const struct {
        const char *label;
        double aim, reached;
        const char *unit;
    } targets[] = {
        { "Beef", 500, NAN, "t" },
        { "Grain and oil seeds", 3000, 2310.5, "t" },
        { "Сельскохозяйственная продукция и продовольственные товары", 41.25, 60, "USD" },
        { "W", 1e-6, 0, "t" },
        { "Containers through the dry port of Khorgos in both directions", 1e14, 1, "TEU" },
    };

    (void)state;
    for (size_t first = 0; first < LENGTH(targets); first++)
        for (size_t n = 1; n <= 20; n = 2 * n + 1) {
            sheaf_chart *chart = sheaf_chart_create(context, SHEAF_AUTO);
            char what[80];
            sheaf_chart_set_title(chart, "What Kazakhstan offers to supply to China every year");
            for (size_t i = 0; i < n; i++) {
                size_t k = (first + i) % LENGTH(targets);
                sheaf_chart_add_target(chart, targets[k].label, targets[k].aim, targets[k].reached,
                                       targets[k].unit, 3);
            }
            snprintf(what, sizeof what, "%zu targets from %zu", n, first);
            for (size_t size = (n + first) % 3; size < LENGTH(sizes); size += 3)
                check_a_size(chart, false, size, what);
            sheaf_chart_destroy(chart);
        }
}

/* Names that begin alike, and one that is another's beginning. */
static const char *const partners[] = {
    "Germany",
    "Netherlands",
    "Italy",
    "Türkiye",
    "United Kingdom",
    "Uzbekistan",
    "United States",
    "United Arab Emirates",
    "China",
    "China, Hong Kong",
    "Korea, Republic of",
    "Korea, Democratic People's Republic of",
    "Niger",
    "Nigeria",
    "Экспорт в Китай",
    "Экспорт в Россию",
};

/* True when the text is the name, or its beginning and an ellipsis. */
static bool stands_for(const char *text, size_t length, const char *name)
{
    static const char ellipsis[] = "\xE2\x80\xA6";
    size_t n = sizeof ellipsis - 1;

    if (length == strlen(name) && memcmp(text, name, length) == 0)
        return true;
    return length > n && memcmp(text + length - n, ellipsis, n) == 0 &&
           length - n <= strlen(name) && memcmp(text, name, length - n) == 0;
}

/* The words from a place of the dump on, joined as those that are set in so many lines: each is a text
 * or two, one of them a space. */
static void join(const char *at, int lines, char *joined, size_t size)
{
    size_t n = 0;

    for (; lines > 0 && at != NULL; at = strstr(at, " text \"")) {
        at += strlen(" text \"");
        size_t length = strcspn(at, "\"");
        if (strspn(at, " ") >= length)
            continue;
        if (n > 0 && joined[n - 1] != ' ' && n + 1 < size)
            joined[n++] = ' ';
        for (size_t k = 0; k < length && n + 1 < size; k++)
            joined[n++] = at[k];
        lines--;
    }
    while (n > 0 && joined[n - 1] == ' ')
        n--;
    joined[n] = '\0';
}

/* Whether some text of the picture, in up to three lines, stands for this partner and for no other. */
static bool is_named(const char *dump, int which, int n)
{
    char joined[400];

    for (const char *at = dump; (at = strstr(at, " text \"")) != NULL; at++)
        for (int lines = 1; lines <= 3; lines++) {
            int others = 0;
            join(at, lines, joined, sizeof joined);
            for (int i = 0; i < n; i++)
                others += i != which && stands_for(joined, strlen(joined), partners[i]);
            if (others == 0 && stands_for(joined, strlen(joined), partners[which]))
                return true;
        }
    return false;
}

static void check_names(sheaf_chart *chart, size_t size, int n)
{
    struct scene *scene =
        chart_scene(chart, sizes[size].width, sizes[size].height, sizes[size].pixels, NULL);
    sheaf_error error = { 0 };
    struct buffer dump;

    if (says_why_not(chart)) {
        scene_destroy(scene);
        return;
    }
    assert_string_equal(sheaf_chart_message(chart), "");
    buffer_init(&dump, NULL, &error);
    scene_dump(scene, &dump);
    int unnamed = 0;
    for (int i = 0; i < n; i++)
        unnamed += !is_named(dump.bytes, i, n);
    bool are_counted = unnamed == n - 7 && strstr(dump.bytes, "\"Others, in grey: 9\"") != NULL;
    if (unnamed > 0 && !are_counted)
        fail_msg("%d of %d series have no name at %g x %g", unnamed, n, sizes[size].width,
                 sizes[size].height);
    buffer_free(&dump);
    scene_destroy(scene);
}

/* However small the picture, each colour in it has a name that is no other's. Lines that are grey for
 * want of colours, and have no room for names, are counted. */
static void every_series_is_named_at_any_size(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_BARS, SHEAF_LINES, SHEAF_BARS_LINE };
    static const int counts[] = { 2, 5, 8, 16 };

    (void)state;
    for (size_t t = 0; t < LENGTH(types); t++)
        for (size_t c = 0; c < LENGTH(counts) - (types[t] != SHEAF_LINES); c++) {
            sheaf_chart *chart = sheaf_chart_create(context, types[t]);
            sheaf_chart_set_title(chart, "Trade with China grew faster than with the others");
            sheaf_chart_set_source(chart, "Bureau of National Statistics");
            for (int i = 0; i < counts[c]; i++) {
                double values[5];
                for (int k = 0; k < 5; k++)
                    values[k] = value_at(PLAIN, i, k);
                sheaf_series *series =
                    sheaf_series_from_years(partners[i], "USD", 9, 2019, values, 5);
                sheaf_chart_add(chart, series);
                sheaf_series_destroy(series);
            }
            for (size_t size = 0; size < LENGTH(sizes); size++) {
                check_names(chart, size, counts[c]);
                check(chart, size, types[t] == SHEAF_BARS, "partners");
            }
            sheaf_chart_destroy(chart);
        }
}

/* The eye that the other tests trust. */
static void overlaps_are_seen(void **state)
{
    static const struct {
        double x, y;
        bool fault;
    } places[] = { { 50, 50, true },  { 53, 44, true }, { 50, 70, false }, { -5, 20, true },
                   { 395, 20, true }, { 300, 4, true }, { 300, 99, true }, { 80, 50, false } };
    const struct text_style style = { .size = 10 };
    sheaf_error error = { 0 };
    struct arena arena;
    struct text *text = text_begin(NULL, "en", NULL, &error);

    (void)state;
    arena_init(&arena, NULL, &error);
    for (size_t i = 0; i < LENGTH(places); i++) {
        struct scene *scene = scene_create(NULL, 400, 100);
        text_line_draw(text_set(text, &arena, "2023", &style), scene, 50, 50, ALIGN_LEFT);
        text_line_draw(text_set(text, &arena, "2024", &style), scene, places[i].x, places[i].y,
                       ALIGN_LEFT);
        scene_finish(scene);
        struct overlap overlap = overlap_find(scene, 0.05, false);
        assert_int_equal(overlap.message[0] != '\0', places[i].fault);
        scene_destroy(scene);
    }
    assert_int_equal(error.status, SHEAF_OK);
    text_end(text);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(overlaps_are_seen),
        cmocka_unit_test(bars_keep_their_labels_apart),
        cmocka_unit_test(lines_keep_their_labels_apart),
        cmocka_unit_test(seasons_keep_their_labels_apart),
        cmocka_unit_test(parts_keep_their_labels_apart),
        cmocka_unit_test(areas_keep_their_labels_apart),
        cmocka_unit_test(ratios_keep_their_labels_apart),
        cmocka_unit_test(surpluses_keep_their_labels_apart),
        cmocka_unit_test(members_keep_their_labels_apart),
        cmocka_unit_test(panels_keep_their_labels_apart),
        cmocka_unit_test(annotations_keep_clear_of_all),
        cmocka_unit_test(rows_keep_their_labels_apart),
        cmocka_unit_test(bars_with_a_line_keep_their_labels_apart),
        cmocka_unit_test(ranks_keep_their_labels_apart),
        cmocka_unit_test(sparklines_keep_their_labels_apart),
        cmocka_unit_test(every_series_is_named_at_any_size),
        cmocka_unit_test(targets_keep_their_labels_apart),
    };

    context = sheaf_context_create(NULL);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    sheaf_context_destroy(context);
    return failed;
}
