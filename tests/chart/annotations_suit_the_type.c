/* annotations_suit_the_type.c - each chart type draws an event, a band, a reference and a call-out, or
 * refuses it with the reason. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/picture.h"
#include "sheaf/sheaf.h"

/* What its data are. */
enum data { FLOWS, ONE, MONTHS, MEMBERS, ONCE, PAIRS, NETWORK, MEASURES, BOUNDS, UNITS, TARGETS };

enum { EVENT, BAND, REFERENCE, CALLOUT, KINDS };
static const char *const kind_names[KINDS] = { "event", "band", "reference", "call-out" };

/* D: drawn; T: no axis of periods; V: no scale of values; K: drawn, with its words in the key,
 * because marks cover the whole plot. */
static const struct {
    sheaf_chart_type type;
    enum data data;
    const char *does; /* a letter a kind */
} cases[] = {
    { SHEAF_BARS, FLOWS, "DDDD" },         { SHEAF_LINES, FLOWS, "DDDD" },
    { SHEAF_BARS_LINE, FLOWS, "DDDD" },    { SHEAF_BULLET, TARGETS, "TTVT" },
    { SHEAF_RANKING, ONCE, "TTDT" },       { SHEAF_SEASONAL, MONTHS, "DDDD" },
    { SHEAF_LOLLIPOP, ONCE, "TTDT" },      { SHEAF_DOTS, ONCE, "TTDT" },
    { SHEAF_SPARKLINE, FLOWS, "TTVT" },    { SHEAF_SPARK_BARS, ONE, "TTVT" },
    { SHEAF_STACKED, FLOWS, "DDDD" },      { SHEAF_STACKED_100, FLOWS, "DDKD" },
    { SHEAF_STACKED_AREA, FLOWS, "DDDD" }, { SHEAF_AREA, ONE, "DDDD" },
    { SHEAF_WATERFALL, MEMBERS, "TTVT" },  { SHEAF_SURPLUS, FLOWS, "DDDD" },
    { SHEAF_DUMBBELL, MEMBERS, "TTDT" },   { SHEAF_PAIRED, PAIRS, "TTDT" },
    { SHEAF_BUTTERFLY, PAIRS, "TTVT" },    { SHEAF_RANGE, BOUNDS, "DDDD" },
    { SHEAF_FAN, BOUNDS, "DDDD" },         { SHEAF_HISTOGRAM, ONE, "TTVT" },
    { SHEAF_BOX, MEMBERS, "TTDT" },        { SHEAF_HEATMAP, MONTHS, "TTVT" },
    { SHEAF_MULTIPLES, MEMBERS, "DDDD" },  { SHEAF_INDEX, FLOWS, "DDDD" },
    { SHEAF_SLOPE, MEMBERS, "TTDT" },      { SHEAF_BUMP, MEMBERS, "DDVD" },
    { SHEAF_WAFFLE, FLOWS, "TTVT" },       { SHEAF_DONUT, FLOWS, "TTVT" },
    { SHEAF_SANKEY, NETWORK, "TTVT" },     { SHEAF_MARIMEKKO, NETWORK, "TTVT" },
    { SHEAF_TREEMAP, MEMBERS, "TTVT" },    { SHEAF_TILES, MEMBERS, "TTVT" },
    { SHEAF_SCATTER, PAIRS, "TTVT" },      { SHEAF_BUBBLE, MEASURES, "TTVT" },
    { SHEAF_PANELS, UNITS, "DDDD" },
};

static const char *const partners[] = { "DEU", "FRA", "POL", "ITA", "ESP" };
enum { PARTNERS = LENGTH(partners) };

static sheaf_series *make(const char *name, const char *unit, bool monthly, double first)
{
    sheaf_series *series = sheaf_series_create(NULL, name, unit, 9);

    for (int i = 0; i < (monthly ? 36 : 9); i++)
        sheaf_series_add(series,
                         monthly ? sheaf_period_month(2020 + i / 12, 1 + i % 12)
                                 : sheaf_period_year(2015 + i),
                         first + 3 * (i % 4) + i, 1, SHEAF_NORMAL);
    return series;
}

static void take(sheaf_chart *chart, sheaf_series *series)
{
    sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
}

static void add_flow(sheaf_chart *chart, const char *flow, const char *partner, double first)
{
    sheaf_series *series = make(partner != NULL ? partner : flow, "USD", false, first);

    sheaf_series_set_flow(series, flow);
    if (partner != NULL)
        sheaf_series_set_partner(series, partner);
    take(chart, series);
}

static void add_data(sheaf_chart *chart, enum data data)
{
    const sheaf_period when = sheaf_period_year(2019);
    static const char *const bounds[] = { "exports", "low90", "high90" };
    static const char *const measures[] = { "exports", "imports", "re-exports" };

    switch (data) {
    case FLOWS:
    case ONE:
        add_flow(chart, "exports", NULL, 8);
        if (data == FLOWS)
            add_flow(chart, "imports", NULL, 5);
        return;
    case MONTHS:
        take(chart, make("exports", "USD", true, 8));
        return;
    case MEMBERS:
    case ONCE:
        for (int i = 0; i < PARTNERS; i++)
            add_flow(chart, "exports", partners[i], 5 + 4 * i);
        if (data == ONCE)
            sheaf_chart_set_periods(chart, &when, 1);
        return;
    case PAIRS:
    case MEASURES:
        for (int i = 0; i < PARTNERS; i++)
            for (int k = 0; k < (data == PAIRS ? 2 : 3); k++)
                add_flow(chart, measures[k], partners[i], 5 + 4 * i + k);
        return;
    case NETWORK:
        for (int i = 0; i < 4; i++) {
            sheaf_series *series = make("x", "USD", false, 5 + 4 * i);
            sheaf_series_set_flow(series, "exports");
            sheaf_series_set_partner(series, partners[i % 2]);
            sheaf_series_set_product(series, i < 2 ? "Food" : "Fuels");
            take(chart, series);
        }
        return;
    case BOUNDS:
        for (int k = 0; k < 3; k++)
            take(chart, make(bounds[k], "USD", false, k == 1 ? 6 : 8 + k));
        return;
    case UNITS:
        take(chart, make("value", "USD", false, 8));
        take(chart, make("quantity", "t", false, 20));
        return;
    case TARGETS:
        sheaf_chart_add_target(chart, "Beef", 500, 300, "t", 0);
        return;
    }
}

static void annotate(sheaf_chart *chart, int kind, enum data data)
{
    static const char *const about[] = {
        [FLOWS] = "exports",  [ONE] = "exports", [MONTHS] = NULL,   [MEMBERS] = "ESP",
        [ONCE] = "ESP",       [PAIRS] = "ESP",   [NETWORK] = "DEU", [MEASURES] = "ESP",
        [BOUNDS] = "exports", [UNITS] = "value", [TARGETS] = "Beef"
    };
    bool monthly = data == MONTHS;
    sheaf_period when = monthly ? sheaf_period_month(2021, 6) : sheaf_period_year(2019);

    if (kind == EVENT)
        sheaf_chart_add_event(chart, when, "probe");
    else if (kind == BAND)
        sheaf_chart_add_band(chart, when, when, "probe");
    else if (kind == REFERENCE)
        sheaf_chart_add_reference(chart, 48, "probe"); /* above what is stacked */
    else
        sheaf_chart_add_callout(chart, about[data], when, "probe");
}

/* Whether the word is among the words of the scene, alone or with its value in the key. */
static bool is_drawn(const sheaf_picture *picture, bool in_key)
{
    struct buffer text;

    buffer_init(&text, NULL, NULL);
    scene_dump(picture_scene(picture), &text);
    bool drawn = strstr(text.bytes, in_key ? "text \"48: probe\"" : "text \"probe\"") != NULL;
    buffer_free(&text);
    return drawn;
}

/* Whether the message says why, of which type and of which kind. */
static bool says_why(const char *message, const char *type, int kind, char letter)
{
    char name[80];

    snprintf(name, sizeof name, "'%s'", type);
    return strstr(message, letter == 'T' ? "has no axis of periods for the " : "has no scale ") !=
               NULL &&
           strstr(message, name) != NULL && strstr(message, kind_names[kind]) != NULL;
}

/* Returns the number of faults. */
static size_t check(size_t index, int kind)
{
    const char *type = sheaf_chart_type_name(cases[index].type);
    sheaf_chart *chart = sheaf_chart_create(NULL, cases[index].type);
    char does = cases[index].does[kind];

    add_data(chart, cases[index].data);
    annotate(chart, kind, cases[index].data);
    sheaf_picture *picture = sheaf_chart_layout(chart, 1200, 750);
    const char *message = sheaf_chart_message(chart);
    sheaf_warning warning = SHEAF_WARNING_INIT;
    bool warned = sheaf_chart_warning(chart, 0, &warning) &&
                  strstr(warning.message, "has no room for '48: probe'") != NULL;
    bool well = does == 'D' || does == 'K'
                    ? picture != NULL && is_drawn(picture, does == 'K') && !warned
                    : picture == NULL && says_why(message, type, kind, does);
    if (!well)
        print_error("%s, %s: %s: '%s'\n", type, kind_names[kind],
                    picture == NULL ? "refused" : "laid out", message);
    sheaf_picture_destroy(picture);
    sheaf_chart_destroy(chart);
    return !well;
}

static void all_types_draw_or_say_why(void **state)
{
    size_t faults = 0;

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        for (int kind = 0; kind < KINDS; kind++)
            faults += check(i, kind);
    assert_int_equal(faults, 0);
    /* No type is forgotten. */
    for (size_t number = 1; sheaf_chart_type_name((sheaf_chart_type)number) != NULL; number++) {
        bool found = false;
        for (size_t i = 0; i < LENGTH(cases); i++)
            found = found || cases[i].type == (sheaf_chart_type)number;
        if (!found)
            fail_msg("'%s' has no row", sheaf_chart_type_name((sheaf_chart_type)number));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(all_types_draw_or_say_why) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
