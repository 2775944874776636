/* theme.c - the default look. The numbers and their reasons: print sizes in points;
 * colours of at least 3 : 1 on white, text of 4.5 : 1; categories told apart with
 * every kind of colour vision (CIEDE2000 of 14 or more under Machado 2009). */
#include "chart/theme.h"

#include <math.h>

#include "base/strings.h"

#define RGB(hex)                                                                                   \
    {                                                                                              \
        (hex) >> 16 & 0xFF, (hex) >> 8 & 0xFF, (hex)&0xFF, 0xFF                                    \
    }
#define INK   RGB(0x1B2430)
#define GREY  RGB(0x55606E)
#define WEAK  RGB(0x6B7685)
#define PAPER RGB(0xFFFFFF)

static const struct theme print = {
    .ink = INK,
    .grey = GREY,
    .weak = WEAK,
    .axis = RGB(0x8A94A2),
    .hairline = RGB(0xD5DAE1),
    .grid = RGB(0xE6E9EE),
    .paper = PAPER,
    .categories = { RGB(0x1F5FA8), RGB(0xD4701C), RGB(0x4CA372), RGB(0x995264), RGB(0x9581CC),
                    RGB(0x605700), RGB(0x044530), RGB(0x42295E) },

    .masthead = { .size = 7.5, .leading = 10, .tracking = 50, .color = INK },
    .title = { .size = 24, .leading = 28, .semibold = true, .tracking = -10, .color = INK },
    .deck = { .size = 11, .leading = 16, .color = GREY },
    .section = { .size = 11, .leading = 14, .semibold = true, .color = INK },
    .body = { .size = 9, .leading = 13, .color = INK },
    .note = { .size = 6.8, .leading = 9.5, .color = GREY },
    .figure_label = { .size = 8, .leading = 11, .color = GREY },
    .figure_value = { .size = 26, .leading = 28, .semibold = true, .tabular = true, .color = INK },
    .figure_unit = { .size = 12, .leading = 28, .semibold = true, .color = INK },
    .figure_change = { .size = 8.5,
                       .leading = 11,
                       .semibold = true,
                       .tabular = true,
                       .color = INK },
    .table = { .size = 8, .leading = 12, .tabular = true, .color = INK },
    .table_head = { .size = 7.5, .leading = 12, .semibold = true, .tabular = true, .color = INK },

    .headline = { .size = 9.5, .leading = 12, .semibold = true, .color = INK },
    .subtitle = { .size = 8, .leading = 11, .color = GREY },
    .label = { .size = 7.5, .leading = 10, .tabular = true, .color = GREY },
    .label_strong = { .size = 7.5, .leading = 10, .semibold = true, .tabular = true, .color = INK },
    .source = { .size = 6.8, .leading = 9.5, .color = WEAK },
    .line_width = 1.6,
    .rule_width = 0.75,
    .zero_width = 0.75,
    .grid_width = 0.4,
    .end_dot = 2.2,
    .group_gap = 0.45,
};

const struct theme *theme_default(void)
{
    return &print;
}

static void scale_style(struct text_style *style, double factor)
{
    style->size *= factor;
    style->leading *= factor;
}

struct theme theme_scaled(const struct theme *theme, double factor)
{
    struct theme scaled = *theme;

    scale_style(&scaled.headline, factor);
    scale_style(&scaled.subtitle, factor);
    scale_style(&scaled.label, factor);
    scale_style(&scaled.label_strong, factor);
    scale_style(&scaled.source, factor);
    scaled.line_width *= factor;
    scaled.rule_width *= factor;
    scaled.zero_width *= factor;
    scaled.grid_width *= factor;
    scaled.end_dot *= factor;
    return scaled;
}

/* A flow keeps its colour in every chart; ink (-1) is kept for the total. */
static const struct {
    const char *flow;
    int category;
} flows[] = {
    { "exports", 0 },    { "export", 0 },     { "imports", 1 },   { "import", 1 }, { "balance", 0 },
    { "re-exports", 2 }, { "re-imports", 3 }, { "turnover", -1 }, { "total", -1 },
};

static bool find_flow(const char *flow, int *category)
{
    for (size_t i = 0; i < sizeof flows / sizeof *flows; i++)
        if (string_equal_ignoring_case(flow, flows[i].flow)) {
            *category = flows[i].category;
            return true;
        }
    return false;
}

bool theme_knows_flow(const char *flow)
{
    int category;

    return find_flow(flow, &category);
}

struct color theme_flow_color(const struct theme *theme, const char *flow, size_t index)
{
    int category;

    if (!find_flow(flow, &category))
        return theme->categories[index % THEME_COLORS];
    return category < 0 ? theme->ink : theme->categories[category];
}

static uint8_t mixed_channel(uint8_t color, uint8_t paper, double share)
{
    return (uint8_t)lround(share * color + (1 - share) * paper);
}

struct color theme_tint(const struct theme *theme, struct color color, double share)
{
    return (struct color){ mixed_channel(color.red, theme->paper.red, share),
                           mixed_channel(color.green, theme->paper.green, share),
                           mixed_channel(color.blue, theme->paper.blue, share), color.alpha };
}

struct color theme_category(const struct theme *theme, size_t index)
{
    struct color color = theme->categories[index % THEME_COLORS];

    return index / THEME_COLORS % THEME_SHADES == 0 ? color : color_tint(color, 0.5);
}

static double linear(uint8_t channel)
{
    double value = channel / 255.0;

    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

/* WCAG 2: the contrast with white. */
static double contrast(struct color color)
{
    double luminance =
        0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);

    return 1.05 / (luminance + 0.05);
}

struct color theme_word_color(struct color color)
{
    while (contrast(color) < 4.5) {
        color.red = (uint8_t)(color.red * 31 / 32);
        color.green = (uint8_t)(color.green * 31 / 32);
        color.blue = (uint8_t)(color.blue * 31 / 32);
    }
    return color;
}

bool color_equal(struct color a, struct color b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue && a.alpha == b.alpha;
}
