/* secrets_have_marks.c - a confidential figure has its mark and key also among thin bars, and leaves no
 * ranks to the others, as does one that is suppressed. A zero says so, where it would look like a gap. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/layout.h"
#include "chart/picture.h"
#include "scene/scene.h"
#include "sheaf/picture.h"

enum { FIRST_YEAR = 2018, YEARS = 6, MEMBERS = 3, SECRET_YEAR = 2020 };

enum secrecy { OPEN = 0, SECRET, SUPPRESSED };

static void add_member(sheaf_chart *chart, int member, enum secrecy secrecy)
{
    static const char *const names[MEMBERS] = { "China", "Germany", "France" };
    sheaf_series *series = sheaf_series_create(NULL, names[member], "USD", 6);

    for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
        sheaf_observation at = { .period = sheaf_period_year(year),
                                 .status = SHEAF_NORMAL,
                                 .value = 120 - 40 * member + year - FIRST_YEAR };
        if (secrecy != OPEN && year == SECRET_YEAR) {
            at.value = NAN;
            at.status = secrecy == SECRET ? SHEAF_MISSING : SHEAF_SUPPRESSED;
            at.confidentiality = secrecy == SECRET ? 'C' : '\0';
        }
        at.low = at.high = at.value;
        sheaf_series_add_observation(series, &at);
    }
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static size_t count(const char *text, const char *what)
{
    size_t n = 0;

    for (const char *at = text; (at = strstr(at, what)) != NULL; at++)
        n++;
    return n;
}

static const struct {
    const char *name;
    sheaf_chart_type type;
    double width, height;
    enum secrecy secrecy;
    const char *shown;
    size_t times;
} cases[] = {
    { "bars in a small chart", SHEAF_BARS, 480, 300, SECRET, "text \"[c]\"", 1 },
    { "with its key", SHEAF_BARS, 480, 300, SECRET, "text \"[c] Confidential\"", 1 },
    { "in a large one", SHEAF_BARS, 1200, 750, SECRET, "text \"[c]\"", 1 },
    { "none where nothing is secret", SHEAF_BARS, 480, 300, OPEN, "text \"[c]\"", 0 },
    { "small columns", SHEAF_MULTIPLES, 480, 300, SECRET, "text \"[c]\"", 1 },
    { "with their key", SHEAF_MULTIPLES, 480, 300, SECRET, "text \"[c] Confidential\"", 1 },
    { "small columns without secrets", SHEAF_MULTIPLES, 480, 300, OPEN, "[c]", 0 },
    { "ranks of all years", SHEAF_BUMP, 480, 300, OPEN, "text \"1\"", YEARS },
    { "none of the year of a secret", SHEAF_BUMP, 480, 300, SECRET, "text \"1\"", YEARS - 1 },
    { "which its sign tells", SHEAF_BUMP, 480, 300, SECRET, "text \"[c]\"", 1 },
    { "and its key", SHEAF_BUMP, 480, 300, SECRET, "text \"[c] Confidential\"", 1 },
    { "nor of one that is suppressed", SHEAF_BUMP, 480, 300, SUPPRESSED, "text \"1\"", YEARS - 1 },
    { "with its sign", SHEAF_BUMP, 480, 300, SUPPRESSED, "text \"[q]\"", 1 },
    { "and its key, too", SHEAF_BUMP, 480, 300, SUPPRESSED, "text \"[q] Suppressed\"", 1 },
};

static void test_secrets(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, cases[i].type);
        for (int member = 0; member < MEMBERS; member++)
            add_member(chart, member, member == 1 ? cases[i].secrecy : OPEN);
        struct scene *scene = chart_scene(chart, cases[i].width, cases[i].height, true, NULL);
        sheaf_error error = { 0 };
        struct buffer dump;

        print_message("  %s\n", cases[i].name);
        assert_string_equal(sheaf_chart_message(chart), "");
        buffer_init(&dump, NULL, &error);
        scene_dump(scene, &dump);
        assert_int_equal(count(dump.bytes, cases[i].shown), cases[i].times);
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

/* Between two lines as on one; where there is no mark, the author is told. */
static void test_marks_or_warnings(void **state)
{
    static const struct {
        sheaf_chart_type type;
        double width, height;
        int members;
        bool is_marked;
    } charts[] = {
        { SHEAF_SURPLUS, 480, 300, 2, true },      { SHEAF_SURPLUS, 1200, 750, 2, true },
        { SHEAF_LINES, 200, 120, 2, true },        { SHEAF_BARS, 480, 300, 2, true },
        { SHEAF_BARS, 200, 120, 3, false }, /* thinner than the mark */
        { SHEAF_STACKED_AREA, 480, 300, 3, true }, { SHEAF_SPARKLINE, 200, 120, 2, false },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        for (int is_secret = 0; is_secret < 2; is_secret++) {
            sheaf_chart *chart = sheaf_chart_create(NULL, charts[i].type);
            sheaf_warning warning = SHEAF_WARNING_INIT;
            sheaf_error error = { 0 };
            struct buffer dump;

            for (int member = 0; member < charts[i].members; member++)
                add_member(chart, member, is_secret && member == 1 ? SECRET : OPEN);
            struct scene *scene = chart_scene(chart, charts[i].width, charts[i].height, true, NULL);
            print_message("  %s at %g x %g\n", sheaf_chart_type_name(charts[i].type),
                          charts[i].width, charts[i].height);
            assert_string_equal(sheaf_chart_message(chart), "");
            buffer_init(&dump, NULL, &error);
            scene_dump(scene, &dump);
            bool is_marked = is_secret && charts[i].is_marked;
            assert_int_equal(count(dump.bytes, "text \"[c]\""), is_marked);
            assert_int_equal(count(dump.bytes, "text \"[c] Confidential\""), is_marked);
            assert_int_equal(sheaf_chart_warning_count(chart), is_secret && !is_marked);
            if (sheaf_chart_warning(chart, 0, &warning))
                assert_string_equal(
                    warning.message,
                    "no mark in the chart tells that the figure of 'Germany' in 2020 is "
                    "confidential; draw it larger or as another type, or say so in its "
                    "subtitle");
            buffer_free(&dump);
            scene_destroy(scene);
            sheaf_chart_destroy(chart);
        }
}

/* Partners from the first and the stated total, which is `rest` more than they are; one is secret or missing
 * in 2020. */
static sheaf_chart *columns_of(sheaf_chart_type type, double rest, enum secrecy secrecy,
                               size_t first)
{
    static const char *const partners[] = { "CHN", "DEU", "FRA", "WLD" };
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    for (size_t i = first; i < LENGTH(partners); i++) {
        sheaf_series *series = sheaf_series_create(NULL, partners[i], "USD", 6);
        sheaf_series_set_partner(series, partners[i]);
        sheaf_series_set_flow(series, "exports");
        for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
            bool is_unknown = i == 1 && year == SECRET_YEAR;
            sheaf_observation at = { .period = sheaf_period_year(year),
                                     .status = !is_unknown             ? SHEAF_NORMAL
                                               : secrecy == SUPPRESSED ? SHEAF_SUPPRESSED
                                                                       : SHEAF_MISSING,
                                     .confidentiality = is_unknown && secrecy == SECRET ? 'C' : 'F',
                                     .value = i == 3 ? 300 + rest - 100 * (double)first : 100 };
            at.value = is_unknown ? NAN : at.value;
            at.low = at.high = at.value;
            sheaf_series_add_observation(series, &at);
        }
        sheaf_chart_take(chart, series);
    }
    return chart;
}

/* Outlined parts of the scene, which have a stroke and no ground. */
static size_t outlines_in(const char *dump)
{
    return count(dump, " stroke #8A94A2");
}

/* A column ends at its total; what is missing of it is outlined, unless its height were the secret. A rest
 * that no column has is in no key. */
static void test_columns_tell_what_they_lack(void **state)
{
    static const struct {
        sheaf_chart_type type;
        double rest;
        enum secrecy secrecy;
        const char *sign;
        bool is_outlined;
    } columns[] = {
        { SHEAF_STACKED, 60, SECRET, "[c]", true },
        { SHEAF_STACKED_100, 60, SECRET, "[c]", true },
        { SHEAF_STACKED, 0, SECRET, "[c]", false },
        { SHEAF_STACKED_100, 0, SECRET, "[c]", false },
        { SHEAF_STACKED_AREA, 0, SUPPRESSED, "\xE2\x80\x93\xC2\xA0[q]", false },
        { SHEAF_STACKED, 0, SUPPRESSED, "\xE2\x80\x93\xC2\xA0[q]", false },
        { SHEAF_STACKED, 0, OPEN, "\xE2\x80\x93", true },
        { SHEAF_STACKED_100, 60, OPEN, "\xE2\x80\x93", true },
        { SHEAF_STACKED_AREA, 60, SECRET, "[c]", false }, /* a gap */
        { SHEAF_STACKED_AREA, 0, SECRET, "[c]", false },
        { SHEAF_STACKED_AREA, 60, OPEN, "\xE2\x80\x93", false },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(columns); i++) {
        sheaf_chart *chart = columns_of(columns[i].type, columns[i].rest, columns[i].secrecy, 0);
        struct scene *scene = chart_scene(chart, 600, 400, true, NULL);
        sheaf_error error = { 0 };
        struct buffer dump;
        char sign[32];

        print_message("  %s, rest %g\n", sheaf_chart_type_name(columns[i].type), columns[i].rest);
        assert_string_equal(sheaf_chart_message(chart), "");
        assert_int_equal(sheaf_chart_warning_count(chart), 0);
        buffer_init(&dump, NULL, &error);
        scene_dump(scene, &dump);
        snprintf(sign, sizeof sign, "text \"%s\"", columns[i].sign);
        assert_int_equal(count(dump.bytes, sign), 1);
        assert_int_equal(count(dump.bytes, "[c] Confidential"), columns[i].secrecy == SECRET);
        assert_int_equal(count(dump.bytes, "text \"Other") > 0, columns[i].rest > 0);
        /* No total stands above the parts beside which it would tell the secret. */
        if (columns[i].type == SHEAF_STACKED)
            assert_int_equal(
                count(dump.bytes, columns[i].rest > 0 ? "text \"360\"" : "text \"300\""),
                columns[i].secrecy != OPEN && columns[i].rest == 0 ? YEARS - 1 : YEARS);
        /* An outlined part, and its swatch in the key. */
        assert_int_equal(outlines_in(dump.bytes), 2 * columns[i].is_outlined);
        assert_int_equal(count(dump.bytes, "text \"\xE2\x80\x93 Missing\""),
                         columns[i].secrecy == OPEN);
        /* Left and right of the gap, of three parts, and the paper. */
        if (columns[i].type == SHEAF_STACKED_AREA)
            assert_true(count(dump.bytes, "Z fill ") >= 7);
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

/* A secret among the parts that are joined: the rest is not "missing", and the column ends at its total also
 * where the rest is known in no period. */
static void test_joined_secrets(void **state)
{
    static const char *const partners[] = { "CHN", "DEU", "FRA", "ITA", "POL",
                                            "USA", "KAZ", "TUR", "WLD" };
    static const struct {
        bool always;
        enum secrecy secrecy;
        const char *sign, *key;
    } joined[] = {
        { false, SECRET, "[c]", "[c] Confidential" },
        { true, SECRET, "[c]", "[c] Confidential" },
        { false, SUPPRESSED, "\xE2\x80\x93\xC2\xA0[q]", "[q] Suppressed" },
    };
    enum { WHOLE = LENGTH(partners) - 1, HIDDEN = WHOLE - 1 };

    (void)state;
    for (size_t i = 0; i < LENGTH(joined); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_STACKED);
        sheaf_error error = { 0 };
        struct buffer dump;
        char text[64];

        for (size_t k = 0; k <= WHOLE; k++) {
            sheaf_series *series = sheaf_series_create(NULL, partners[k], "USD", 6);
            sheaf_series_set_partner(series, partners[k]);
            sheaf_series_set_flow(series, "exports");
            for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
                bool is_hidden = k == HIDDEN && (joined[i].always || year == SECRET_YEAR);
                sheaf_observation at = { .period = sheaf_period_year(year),
                                         .status = SHEAF_NORMAL,
                                         .value = k == WHOLE ? 800 : 100 };
                if (is_hidden) {
                    at.value = NAN;
                    at.status = joined[i].secrecy == SECRET ? SHEAF_MISSING : SHEAF_SUPPRESSED;
                    at.confidentiality = joined[i].secrecy == SECRET ? 'C' : '\0';
                }
                at.low = at.high = at.value;
                sheaf_series_add_observation(series, &at);
            }
            sheaf_chart_take(chart, series);
        }
        struct scene *scene = chart_scene(chart, 600, 400, true, NULL);
        assert_string_equal(sheaf_chart_message(chart), "");
        assert_int_equal(sheaf_chart_warning_count(chart), 0);
        buffer_init(&dump, NULL, &error);
        scene_dump(scene, &dump);
        snprintf(text, sizeof text, "text \"%s\"", joined[i].sign);
        assert_int_equal(count(dump.bytes, text), joined[i].always ? YEARS : 1);
        snprintf(text, sizeof text, "text \"%s\"", joined[i].key);
        assert_int_equal(count(dump.bytes, text), 1);
        assert_int_equal(outlines_in(dump.bytes), 1 + (joined[i].always ? YEARS : 1));
        assert_int_equal(count(dump.bytes, "Missing"), 0);
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

/* Bars that lie end where standing ones do, with the same outline, sign and key, also from right to left. */
static void test_lying_bars_tell_what_they_lack(void **state)
{
    static const struct {
        sheaf_chart_type type;
        double rest;
        enum secrecy secrecy;
        const char *language, *sign, *key;
        bool is_outlined;
    } bars[] = {
        { SHEAF_STACKED, 60, SECRET, "en", "[c]", "[c] Confidential", true },
        { SHEAF_STACKED_100, 60, SECRET, "en", "[c]", "[c] Confidential", true },
        { SHEAF_STACKED, 60, SECRET, "ar", "[c]", "", true },
        { SHEAF_STACKED, 0, SECRET, "en", "[c]", "[c] Confidential", false },
        { SHEAF_STACKED_100, 0, SECRET, "en", "[c]", "[c] Confidential", false },
        { SHEAF_STACKED_100, 0, SECRET, "ar", "[c]", "", false },
        { SHEAF_STACKED, 0, SUPPRESSED, "en", "\xE2\x80\x93\xC2\xA0[q]", "[q] Suppressed", false },
        { SHEAF_STACKED, 0, OPEN, "en", "\xE2\x80\x93", "\xE2\x80\x93 Missing", true },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(bars); i++) {
        sheaf_chart *chart = columns_of(bars[i].type, bars[i].rest, bars[i].secrecy, 1);
        sheaf_error error = { 0 };
        struct buffer dump;
        char text[64];

        sheaf_chart_set_lying(chart, true);
        sheaf_chart_set_language(chart, bars[i].language);
        struct scene *scene = chart_scene(chart, 600, 400, true, NULL);
        print_message("  %s lying, rest %g\n", sheaf_chart_type_name(bars[i].type), bars[i].rest);
        assert_string_equal(sheaf_chart_message(chart), "");
        assert_int_equal(sheaf_chart_warning_count(chart), 0);
        buffer_init(&dump, NULL, &error);
        scene_dump(scene, &dump);
        snprintf(text, sizeof text, "text \"%s\"", bars[i].sign);
        assert_int_equal(count(dump.bytes, text), 1);
        snprintf(text, sizeof text, "text \"%s\"", bars[i].key);
        assert_int_equal(count(dump.bytes, text), bars[i].key[0] != '\0');
        assert_int_equal(count(dump.bytes, "[o]"), 0);
        assert_int_equal(outlines_in(dump.bytes), 2 * bars[i].is_outlined);
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

/* A slope whose end is unknown has its sign and name below the rule, no line and no place on the scale. What
 * is only missing needs no sign. */
static void test_slopes_mark_unknown_ends(void **state)
{
    static const struct {
        enum secrecy secrecy;
        int first, last;
        const char *sign, *key;
        size_t names; /* of Germany */
    } slopes[] = {
        { SECRET, 2018, 2020, "[c]", "[c] Confidential", 2 },
        { SECRET, 2020, 2023, "[c]", "[c] Confidential", 2 },
        { SUPPRESSED, 2018, 2020, "[q]", "[q] Suppressed", 2 },
        { SECRET, 2018, 2023, "[c]", "[c] Confidential", 2 }, /* between the ends */
        { OPEN, 2018, 2020, "[c]", "[c] Confidential", 2 },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(slopes); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_SLOPE);
        const sheaf_period periods[] = { sheaf_period_year(slopes[i].first),
                                         sheaf_period_year(SECRET_YEAR),
                                         sheaf_period_year(slopes[i].last) };
        bool is_between = slopes[i].first < SECRET_YEAR && SECRET_YEAR < slopes[i].last;
        sheaf_error error = { 0 };
        sheaf_datum datum = SHEAF_DATUM_INIT;
        struct buffer dump;
        char text[64];

        for (int member = 0; member < MEMBERS; member++)
            add_member(chart, member, member == 1 ? slopes[i].secrecy : OPEN);
        sheaf_chart_set_periods(chart,
                                is_between                       ? periods
                                : slopes[i].first == SECRET_YEAR ? periods + 1
                                                                 : periods,
                                is_between ? 3 : 2);
        struct scene *scene = chart_scene(chart, 480, 300, true, NULL);
        assert_string_equal(sheaf_chart_message(chart), "");
        assert_int_equal(sheaf_chart_warning_count(chart), 0);
        buffer_init(&dump, NULL, &error);
        scene_dump(scene, &dump);
        size_t n = slopes[i].secrecy != OPEN;
        snprintf(text, sizeof text, "text \"%s\"", slopes[i].sign);
        assert_int_equal(count(dump.bytes, text), n);
        snprintf(text, sizeof text, "text \"%s\"", slopes[i].key);
        assert_int_equal(count(dump.bytes, text), n);
        assert_int_equal(count(dump.bytes, "text \"Germany\""), slopes[i].names);
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_picture *picture = sheaf_chart_layout(chart, 480, 300);
        size_t unknown = 0;
        for (size_t k = 0; sheaf_picture_datum(picture, k, &datum); k++)
            unknown += isfinite(datum.value) ? 0 : 1;
        assert_int_equal(unknown, 0);
        sheaf_picture_destroy(picture);
        sheaf_chart_destroy(chart);
    }
}

/* The largest of twelve may be the secret one: it has no rank, the others are counted without it, and no
 * sentence says which is the largest. */
static void test_rankings_claim_no_rank(void **state)
{
    enum { RANKED = 12 };
    static const struct {
        enum secrecy secrecy;
        double height;
        const char *key, *largest;
        bool says_gap;
    } rankings[] = {
        { SECRET, 480, "[c] Confidential, not ranked", NULL, false },
        { SUPPRESSED, 480, "[q] Suppressed, not ranked", NULL, false },
        { SECRET, 170, "[c] Confidential, not ranked", "of 11", false },
        { OPEN, 170, NULL, "of 12", true },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(rankings); i++) {
        sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_RANKING);
        sheaf_error error = { 0 };
        struct buffer dump;

        for (int member = 0; member < RANKED; member++) {
            char name[20];
            snprintf(name, sizeof name, "Member %d", member);
            sheaf_series *series = sheaf_series_create(NULL, name, "USD", 6);
            bool is_secret = member == 0 && rankings[i].secrecy != OPEN;
            sheaf_observation at = { .period = sheaf_period_year(SECRET_YEAR),
                                     .status = is_secret && rankings[i].secrecy == SUPPRESSED
                                                   ? SHEAF_SUPPRESSED
                                                   : SHEAF_NORMAL,
                                     .confidentiality =
                                         is_secret && rankings[i].secrecy == SECRET ? 'C' : 'F',
                                     .value = 500 - 30 * member };
            at.low = at.high = at.value;
            sheaf_series_add_observation(series, &at);
            sheaf_chart_take(chart, series);
        }
        struct scene *scene = chart_scene(chart, 300, rankings[i].height, true, NULL);
        print_message("  %g high, %s\n", rankings[i].height,
                      rankings[i].key != NULL ? rankings[i].key : "none");
        assert_string_equal(sheaf_chart_message(chart), "");
        buffer_init(&dump, NULL, &error);
        scene_dump(scene, &dump);
        assert_int_equal(count(dump.bytes, "not ranked\""), rankings[i].key != NULL);
        if (rankings[i].key != NULL)
            assert_non_null(strstr(dump.bytes, rankings[i].key));
        if (rankings[i].largest != NULL)
            assert_non_null(strstr(dump.bytes, rankings[i].largest));
        assert_int_equal(strstr(dump.bytes, "Gap between the largest") != NULL,
                         rankings[i].says_gap);
        buffer_free(&dump);
        scene_destroy(scene);
        sheaf_chart_destroy(chart);
    }
}

/* Nor do lines of ranks, of which none is known: names alone would be read as ranks. */
static void test_no_rank_no_chart(void **state)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BUMP);
    const sheaf_period periods[] = { sheaf_period_year(SECRET_YEAR),
                                     sheaf_period_year(SECRET_YEAR + 1) };

    (void)state;
    for (int member = 0; member < MEMBERS; member++) {
        static const char *const names[MEMBERS] = { "China", "Germany", "France" };
        sheaf_series *series = sheaf_series_create(NULL, names[member], "USD", 6);
        for (int k = 0; k < 2; k++) {
            sheaf_observation at = { .period = periods[k],
                                     .status = SHEAF_NORMAL,
                                     .confidentiality = member == 1 ? 'C' : 'F',
                                     .value = 10 + member };
            at.low = at.high = at.value;
            sheaf_series_add_observation(series, &at);
        }
        sheaf_chart_take(chart, series);
    }
    assert_null(sheaf_chart_layout(chart, 480, 300));
    assert_non_null(strstr(sheaf_chart_message(chart), "no rank is known"));
    sheaf_chart_destroy(chart);
}

/* Of China a zero, of Germany none; how many figures "0" stand in the chart. */
static size_t zeros_in(sheaf_chart_type type, double middle)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);
    sheaf_series *series = sheaf_series_create(NULL, "China", "USD", 6);
    sheaf_error error = { 0 };
    struct buffer dump;

    for (int k = 0; k < 5; k++)
        sheaf_series_add(series, sheaf_period_year(FIRST_YEAR + k), k == 2 ? middle : 80, 0,
                         SHEAF_NORMAL);
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    add_member(chart, 1, OPEN);
    add_member(chart, 2, OPEN);
    struct scene *scene = chart_scene(chart, 480, 300, true, NULL);
    assert_string_equal(sheaf_chart_message(chart), "");
    buffer_init(&dump, NULL, &error);
    scene_dump(scene, &dump);
    size_t n = count(dump.bytes, "text \"0\"");
    buffer_free(&dump);
    scene_destroy(scene);
    sheaf_chart_destroy(chart);
    return n;
}

static void test_zeros(void **state)
{
    static const sheaf_chart_type types[] = { SHEAF_BARS, SHEAF_MULTIPLES };

    (void)state;
    for (size_t i = 0; i < LENGTH(types); i++)
        assert_int_equal(zeros_in(types[i], 0), zeros_in(types[i], 70) + 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_secrets),
                                        cmocka_unit_test(test_marks_or_warnings),
                                        cmocka_unit_test(test_columns_tell_what_they_lack),
                                        cmocka_unit_test(test_joined_secrets),
                                        cmocka_unit_test(test_lying_bars_tell_what_they_lack),
                                        cmocka_unit_test(test_slopes_mark_unknown_ends),
                                        cmocka_unit_test(test_rankings_claim_no_rank),
                                        cmocka_unit_test(test_no_rank_no_chart),
                                        cmocka_unit_test(test_zeros) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
