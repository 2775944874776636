/* references_are_said_in_small_pictures.c - in a small picture the words of a reference stand beside its line,
 * in fewer ems or on it, or in the key; nothing is left out unsaid, and no two texts touch. */
#include "support/check.h"

#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "sheaf/sheaf.h"
#include "support/overlap.h"

enum { FIRST_YEAR = 2015, YEARS = 9 };

static sheaf_chart *chart_of(sheaf_chart_type type, size_t n, const char *language)
{
    static const char *const flows[] = { "exports", "imports" };
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    for (size_t flow = 0; flow < n; flow++) {
        sheaf_series *series = sheaf_series_create(NULL, flows[flow], "USD", 9);
        sheaf_series_set_flow(series, flows[flow]);
        for (int k = 0; k < YEARS; k++)
            sheaf_series_add(series, sheaf_period_year(FIRST_YEAR + k),
                             (flow == 0 ? 100 + 10 * k : 80 + 12 * k) - (k == 5 ? 30 : 0), 0,
                             SHEAF_NORMAL);
        sheaf_chart_take(chart, series);
    }
    sheaf_chart_set_title(chart, "Trade grew");
    sheaf_chart_set_language(chart, language);
    sheaf_chart_add_reference(chart, 130, "target of the plan");
    return chart;
}

static bool has_line_and_words(const struct scene *scene)
{
    struct buffer dump;

    buffer_init(&dump, NULL, NULL);
    scene_dump(scene, &dump);
    bool has =
        strstr(dump.bytes, "annotation \"130") != NULL && strstr(dump.bytes, "target of") != NULL;
    buffer_free(&dump);
    return has;
}

static void they_are_said(void **state)
{
    static const struct {
        sheaf_chart_type type;
        size_t series;
    } charts[] = { { SHEAF_LINES, 2 },        { SHEAF_BARS, 2 },     { SHEAF_AREA, 1 },
                   { SHEAF_STACKED, 2 },      { SHEAF_SURPLUS, 2 },  { SHEAF_INDEX, 2 },
                   { SHEAF_STACKED_AREA, 2 }, { SHEAF_MULTIPLES, 2 } };
    static const char *const languages[] = { "en", "ar", "zh" };
    static const double sizes[][2] = { { 260, 170 }, { 284, 178 }, { 480, 300 } };

    (void)state;
    for (size_t i = 0; i < LENGTH(charts); i++)
        for (size_t k = 0; k < LENGTH(languages); k++)
            for (size_t size = 0; size < LENGTH(sizes); size++) {
                sheaf_chart *chart = chart_of(charts[i].type, charts[i].series, languages[k]);
                sheaf_picture *picture = sheaf_chart_layout(chart, sizes[size][0], sizes[size][1]);
                sheaf_warning warning = SHEAF_WARNING_INIT;
                const char *name = sheaf_chart_type_name(charts[i].type);
                if (picture == NULL)
                    fail_msg("%s, %s: '%s'", name, languages[k], sheaf_chart_message(chart));
                if (sheaf_chart_warning(chart, 0, &warning))
                    fail_msg("%s, %s, %.0f: %s", name, languages[k], sizes[size][0],
                             warning.message);
                if (!has_line_and_words(picture_scene(picture)))
                    fail_msg("%s, %s, %.0f: no words", name, languages[k], sizes[size][0]);
                struct overlap overlap = overlap_find(picture_scene(picture), 0.5, false);
                if (overlap.message[0] != '\0')
                    fail_msg("%s, %s, %.0f: %s", name, languages[k], sizes[size][0],
                             overlap.message);
                sheaf_picture_destroy(picture);
                sheaf_chart_destroy(chart);
            }
}

/* Where there is no room in the key either, it is left out with a warning. */
static void what_is_left_out_is_told(void **state)
{
    sheaf_chart *chart = chart_of(SHEAF_BARS, 2, "ar");
    sheaf_warning warning = SHEAF_WARNING_INIT;
    sheaf_picture *picture = sheaf_chart_layout(chart, 200, 110);

    (void)state;
    assert_non_null(picture);
    assert_true(sheaf_chart_warning(chart, 0, &warning));
    assert_non_null(strstr(warning.message, "the chart has no room for '130: target of the plan'"));
    assert_false(has_line_and_words(picture_scene(picture)));
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_are_said),
        cmocka_unit_test(what_is_left_out_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
