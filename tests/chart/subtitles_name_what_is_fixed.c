/* subtitles_name_what_is_fixed.c - a chart that nobody gave a subtitle says which members of a file's
 * own dimensions it shows, what was computed, and whose figures they are. */
#include "support/check.h"

#include <string.h>

#include "base/buffer.h"
#include "chart/layout.h"
#include "chart/picture.h"
#include "sheaf/expression.h"

static const char file[] =
    "period,flow,transport,customs_procedure,freq,indicator,value,unit,source\n"
    "2021,exports,road,general,A,net weight,10,t,Customs Office\n"
    "2022,exports,road,general,A,net weight,12,t,Customs Office\n"
    "2021,exports,rail,general,A,net weight,5,t,Customs Office\n"
    "2022,exports,rail,general,A,net weight,6,t,Customs Office\n"
    "2021,exports,all,general,A,net weight,15,t,Customs Office\n"
    "2022,exports,all,general,A,net weight,18,t,Customs Office\n";

/* A data set that only its title says what is of. */
static const char titled[] =
    "{\"version\":\"2.0\",\"class\":\"dataset\",\"label\":\"Registered "
    "enterprises\",\"id\":[\"geo\","
    "\"time\"],\"size\":[2,2],\"dimension\":{\"geo\":{\"category\":{\"index\":[\"KZ\",\"UZ\"]}},"
    "\"time\":{\"category\":{\"index\":[\"2022\",\"2023\"]}}},\"value\":[5,6,7,8]}";
/* One whose figures are called exports. */
static const char of_a_flow[] =
    "{\"version\":\"2.0\",\"class\":\"dataset\",\"label\":\"Trade by country\",\"id\":[\"geo\","
    "\"flow\",\"time\"],\"size\":[2,1,2],\"dimension\":{\"geo\":{\"category\":{\"index\":[\"KZ\","
    "\"UZ\"]}},\"flow\":{\"category\":{\"index\":[\"exports\"]}},\"time\":{\"category\":{\"index\":"
    "["
    "\"2022\",\"2023\"]}}},\"value\":[5,6,7,8]}";

static const struct {
    const char *text, *expression, *shown[3], *not_shown[3];
} cases[] = {
    { titled,
      "data[reporter: KAZ | UZB]",
      { "\"Registered enterprises, 2022", "Uzbekistan" },
      { NULL } },
    { titled, "data[reporter: KAZ]", { "\"Registered enterprises, Kazakhstan" }, { NULL } },
    { titled, "growth(data[reporter: KAZ | UZB])", { "Growth" }, { "enterprises" } },
    { of_a_flow, "data[reporter: KAZ | UZB]", { "\"Exports" }, { "Trade" } },
    { file,
      "data[transport: road]",
      { "Net weight, transport: road, customs procedure: general", "Source: Customs Office" },
      { "freq", "\"Road" } },
    /* The legend tells these apart. */
    { file,
      "data[transport: road | rail]",
      { "Net weight, customs procedure: general", "\"Road\"", "\"Rail\"" },
      { "transport", "freq" } },
    { file,
      "growth(data[transport: road | rail])",
      { "Growth of exports, customs procedure: general", "Source: Customs Office" },
      { "growth(", "et weight" } },
    /* What restricts nothing is not named. */
    { file, "data[transport: all]", { "customs procedure: general" }, { "transport" } },
};

/* The chart's scene as text; the caller frees the buffer. */
static void draw(const char *text, const char *expression, struct buffer *dump)
{
    sheaf_table *table = sheaf_table_read_bytes(NULL, "trade.csv", text, strlen(text));
    sheaf_series_list *list = sheaf_table_evaluate(table, expression);
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
    const sheaf_series *series;

    assert_int_equal(sheaf_series_list_status(list), SHEAF_OK);
    for (size_t i = 0; (series = sheaf_series_list_at(list, i)) != NULL; i++)
        sheaf_chart_add(chart, series);
    struct scene *scene = chart_scene(chart, 900, 400, true, NULL);
    assert_string_equal(sheaf_chart_message(chart), "");
    scene_dump(scene, dump);
    scene_destroy(scene);
    sheaf_chart_destroy(chart);
    sheaf_series_list_destroy(list);
    sheaf_table_destroy(table);
}

static void test_what_no_legend_tells(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_error error = { 0 };
        struct buffer dump;

        print_message("  %s\n", cases[i].expression);
        buffer_init(&dump, NULL, &error);
        draw(cases[i].text, cases[i].expression, &dump);
        buffer_byte(&dump, '\0');
        for (size_t k = 0; k < 3; k++) {
            const char *shown = cases[i].shown[k], *not_shown = cases[i].not_shown[k];

            if (shown != NULL && strstr(dump.bytes, shown) == NULL)
                fail_msg("'%s' is not shown in\n%s", shown, dump.bytes);
            if (not_shown != NULL && strstr(dump.bytes, not_shown) != NULL)
                fail_msg("'%s' is shown in\n%s", not_shown, dump.bytes);
        }
        buffer_free(&dump);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_what_no_legend_tells) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
