/* types.c - the table of chart types: the only list of them. */
#include "chart/types/types.h"

#include <string.h>

#include "chart/model/members.h"

/* Number, file's struct, name, other name, summary. */
#define CHART_TYPES(ROW)                                                                           \
    ROW(SHEAF_BARS, bars_type, "bars", "bar", "bars side by side over periods")                    \
    ROW(SHEAF_LINES, lines_type, "lines", "line", "a line a series over time")                     \
    ROW(SHEAF_BARS_LINE, bars_line_type, "bars+line", "bar+line",                                  \
        "bars, and the last series as a line")                                                     \
    ROW(SHEAF_BULLET, bullet_type, "bullet", "bullets", "what is reached of targets")              \
    ROW(SHEAF_RANKING, ranking_type, "ranking", "rank", "series of one period, the largest first") \
    ROW(SHEAF_SEASONAL, seasonal_type, "seasonal", "season",                                       \
        "a line a year over its months, of the year to date")                                      \
    ROW(SHEAF_LOLLIPOP, lollipop_type, "lollipop", "lollipops",                                    \
        "a ranking of many: a dot on a thin stem each")                                            \
    ROW(SHEAF_DOTS, dots_type, "dots", "dot", "a ranking of many: a dot each")                     \
    ROW(SHEAF_SPARKLINE, sparkline_type, "sparkline", "spark",                                     \
        "a line without axes, in a word's room")                                                   \
    ROW(SHEAF_SPARK_BARS, spark_bars_type, "spark-bars", "sparkbars", "a sparkline of bars")       \
    ROW(SHEAF_STACKED, stacked_type, "stacked", "stack", "parts on each other, with their total")  \
    ROW(SHEAF_STACKED_100, stacked_shares_type, "stacked-100", "stacked100",                       \
        "parts on each other, as shares of 100")                                                   \
    ROW(SHEAF_STACKED_AREA, stacked_area_type, "stacked-area", "stacked-areas",                    \
        "areas of parts on each other over time")                                                  \
    ROW(SHEAF_AREA, area_type, "area", "areas", "one series over time, filled from zero")          \
    ROW(SHEAF_WATERFALL, waterfall_type, "waterfall", "bridge",                                    \
        "how parts changed a total from one period to another")                                    \
    ROW(SHEAF_SURPLUS, surplus_type, "surplus", "surpluses",                                       \
        "two lines, the surplus between them filled")                                              \
    ROW(SHEAF_DUMBBELL, dumbbell_type, "dumbbell", "dumbbells",                                    \
        "then and now for many, the largest first")                                                \
    ROW(SHEAF_PAIRED, paired_type, "paired", "pairs", "two flows a member, two bars that touch")   \
    ROW(SHEAF_BUTTERFLY, butterfly_type, "butterfly", "butterflies",                               \
        "two flows a member, to both sides of its name")                                           \
    ROW(SHEAF_RANGE, range_type, "range", "ranges", "lines with how sure their figures are")       \
    ROW(SHEAF_FAN, fan_type, "fan", "fans", "a forecast with its intervals")                       \
    ROW(SHEAF_HISTOGRAM, histogram_type, "histogram", "histograms",                                \
        "how many figures lie between which values")                                               \
    ROW(SHEAF_BOX, box_type, "box", "boxes", "how figures are spread, a box a period or a series") \
    ROW(SHEAF_HEATMAP, heatmap_type, "heatmap", "heatmaps",                                        \
        "a coloured cell a period: a row a year, or a member")                                     \
    ROW(SHEAF_MULTIPLES, multiples_type, "multiples", "small-multiples",                           \
        "a small plot a member, on one scale")                                                     \
    ROW(SHEAF_INDEX, index_type, "index", "indices", "lines rebased to 100 in a common period")    \
    ROW(SHEAF_SLOPE, slope_type, "slope", "slopes",                                                \
        "who moved between periods, named at both ends")                                           \
    ROW(SHEAF_BUMP, bump_type, "bump", "bumps", "ranks over periods, 1 on top")                    \
    ROW(SHEAF_WAFFLE, waffle_type, "waffle", "waffles",                                            \
        "two or three shares as squares of a hundred")                                             \
    ROW(SHEAF_DONUT, donut_type, "donut", "ring", "two or three shares as a ring")                 \
    ROW(SHEAF_SANKEY, sankey_type, "sankey", "sankeys",                                            \
        "what goes from member to member, as wide links")                                          \
    ROW(SHEAF_MARIMEKKO, marimekko_type, "marimekko", "mekko",                                     \
        "columns of shares, as wide as their totals")                                              \
    ROW(SHEAF_TREEMAP, treemap_type, "treemap", "treemaps", "an area a part of a whole")           \
    ROW(SHEAF_TILES, tiles_type, "tiles", "tile-map", "a map of equal tiles, one a country")       \
    ROW(SHEAF_SCATTER, scatter_type, "scatter", "scatterplot",                                     \
        "a dot a member, at two of its measures")                                                  \
    ROW(SHEAF_BUBBLE, bubble_type, "bubble", "bubbles",                                            \
        "the same, with a third measure as its area")                                              \
    ROW(SHEAF_PANELS, panels_type, "panels", "panel",                                              \
        "a plot a unit, one above the other on one time axis")

#define AS_DECLARATION(number, type, ...) extern const struct chart_type type;
#define AS_ROW(number, type, name, other_name, summary)                                            \
    [number] = { &type, name, other_name, summary },
#define AS_NAME(number, type, name, other_name, summary) [number] = name,
#define AS_CASE(number, ...)                             case number:
#define AS_ONE_MORE(number, ...)                         +1

CHART_TYPES(AS_DECLARATION)

enum { TYPE_COUNT = 1 CHART_TYPES(AS_ONE_MORE) };

static const struct {
    const struct chart_type *type;
    const char *name, *other_name, *summary;
} rows[] = { [SHEAF_AUTO] = { NULL, "auto", "", "the type that suits the data" },
             CHART_TYPES(AS_ROW) };

const char *const chart_type_names[] = { [SHEAF_AUTO] = "auto",
                                         CHART_TYPES(AS_NAME)[TYPE_COUNT] = NULL };

_Static_assert(sizeof rows / sizeof *rows == TYPE_COUNT, "chart types are numbered without gaps");

/* The compiler warns when a number of the enum has no row. */
static bool has_row(sheaf_chart_type type)
{
    switch (type) {
    case SHEAF_AUTO:
        CHART_TYPES(AS_CASE)
        return true;
    }
    return false;
}

const struct chart_type *chart_type_find(sheaf_chart_type type)
{
    return has_row(type) ? rows[type].type : NULL;
}

const char *chart_type_name_of(const struct chart_type *type)
{
    size_t i = 0;

    while (i + 1 < TYPE_COUNT && rows[i].type != type &&
           (rows[i].type == NULL || rows[i].type->over_numbers != type))
        i++;
    return rows[i].name;
}

size_t sheaf_chart_type_count(void)
{
    return TYPE_COUNT;
}

const char *sheaf_chart_type_name(sheaf_chart_type type)
{
    return has_row(type) ? rows[type].name : NULL;
}

const char *sheaf_chart_type_summary(sheaf_chart_type type)
{
    return has_row(type) ? rows[type].summary : NULL;
}

bool sheaf_chart_type_takes_targets(sheaf_chart_type type)
{
    return has_row(type) && rows[type].type != NULL && rows[type].type->takes_targets;
}

bool sheaf_chart_type_adds_up(sheaf_chart_type type)
{
    return has_row(type) && rows[type].type != NULL && rows[type].type->gather != NULL &&
           !rows[type].type->keeps_series;
}

bool sheaf_chart_type_ranks_members(sheaf_chart_type type)
{
    return has_row(type) && rows[type].type != NULL && rows[type].type->members != NULL;
}

bool sheaf_chart_type_shows_spread(sheaf_chart_type type)
{
    return has_row(type) && rows[type].type != NULL && rows[type].type->shows_spread;
}

size_t sheaf_chart_type_measures(sheaf_chart_type type)
{
    return has_row(type) && rows[type].type != NULL ? rows[type].type->takes_measures : 0;
}

bool sheaf_chart_type_splits_units(sheaf_chart_type type)
{
    return has_row(type) && rows[type].type != NULL && rows[type].type->splits_units;
}

bool sheaf_chart_type_pairs_flows(sheaf_chart_type type)
{
    return sheaf_chart_type_ranks_members(type) && rows[type].type->members->has_flows;
}

bool sheaf_chart_type_crosses_dimensions(sheaf_chart_type type)
{
    return has_row(type) && rows[type].type != NULL && rows[type].type->crosses;
}

bool sheaf_chart_type_named(const char *name, sheaf_chart_type *type)
{
    if (name == NULL || name[0] == '\0' || type == NULL)
        return false;
    for (size_t i = 0; i < TYPE_COUNT; i++)
        if (strcmp(name, rows[i].name) == 0 || strcmp(name, rows[i].other_name) == 0) {
            *type = (sheaf_chart_type)i;
            return true;
        }
    return false;
}
