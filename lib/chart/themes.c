/* themes.c - the built-in themes. Print sizes in points. Of each theme but "analysis", marks have at
 * least 3 : 1 to the paper, text 4.5 : 1, and categories are told apart with every kind of colour
 * vision (CIEDE2000 of 14 or more under Machado 2009), or by their hatches. */
#include <string.h>

#include "chart/theme.h"

#define RGB(hex)                                                                                   \
    {                                                                                              \
        (hex) >> 16 & 0xFF, (hex) >> 8 & 0xFF, (hex)&0xFF, 0xFF                                    \
    }

/* Sizes, leading and weights, which all themes share; only the colours of words differ. */
#define TYPE(INK, GREY, WEAK)                                                                      \
    .masthead = { .size = 7.5, .leading = 10, .tracking = 50, .color = INK },                      \
    .title = { .size = 24, .leading = 28, .semibold = true, .tracking = -10, .color = INK },       \
    .deck = { .size = 11, .leading = 16, .color = GREY },                                          \
    .section = { .size = 11, .leading = 14, .semibold = true, .color = INK },                      \
    .body = { .size = 9, .leading = 13, .color = INK },                                            \
    .note = { .size = 6.8, .leading = 9.5, .color = GREY },                                        \
    .figure_label = { .size = 8, .leading = 11, .color = GREY },                                   \
    .figure_value = { .size = 26,                                                                  \
                      .leading = 28,                                                               \
                      .semibold = true,                                                            \
                      .tabular = true,                                                             \
                      .color = INK },                                                              \
    .figure_unit = { .size = 12, .leading = 28, .semibold = true, .color = INK },                  \
    .figure_change = { .size = 8.5,                                                                \
                       .leading = 11,                                                              \
                       .semibold = true,                                                           \
                       .tabular = true,                                                            \
                       .color = INK },                                                             \
    .table = { .size = 8, .leading = 12, .tabular = true, .color = INK },                          \
    .table_head = { .size = 7.5, .leading = 12, .semibold = true, .tabular = true, .color = INK }, \
    .headline = { .size = 9.5, .leading = 12, .semibold = true, .color = INK },                    \
    .subtitle = { .size = 8, .leading = 11, .color = GREY },                                       \
    .label = { .size = 7.5, .leading = 10, .tabular = true, .color = GREY },                       \
    .label_strong = { .size = 7.5,                                                                 \
                      .leading = 10,                                                               \
                      .semibold = true,                                                            \
                      .tabular = true,                                                             \
                      .color = INK },                                                              \
    .source = { .size = 6.8, .leading = 9.5, .color = WEAK }, .line_width = 1.6,                   \
    .rule_width = 0.75, .zero_width = 0.75, .grid_width = 0.4, .end_dot = 2.2, .group_gap = 0.45,  \
    .area_gap = 0.5, .ink = INK, .grey = GREY, .weak = WEAK, .type_scale = 1

static const struct theme standard = {
    TYPE(RGB(0x1B2430), RGB(0x55606E), RGB(0x6B7685)),
    .name = "default",
    .tint = 0.45,
    .paper = RGB(0xFFFFFF),
    .axis = RGB(0x8A94A2),
    .hairline = RGB(0xD5DAE1),
    .grid = RGB(0xE6E9EE),
    .categories = { RGB(0x1F5FA8), RGB(0xD4701C), RGB(0x605700), RGB(0x4CA372), RGB(0x044530),
                    RGB(0x995264), RGB(0x42295E), RGB(0x9581CC) },
    .n_categories = 8,
    .flows = { [FLOW_EXPORTS] = RGB(0x1F5FA8),
               [FLOW_IMPORTS] = RGB(0xD4701C),
               [FLOW_RE_EXPORTS] = RGB(0x605700),
               [FLOW_RE_IMPORTS] = RGB(0x4CA372),
               [FLOW_TURNOVER] = RGB(0x1B2430) },
    .other = RGB(0x8A94A2),
    .context = RGB(0x8A94A2),
    .positive = RGB(0x1F5FA8),
    .negative = RGB(0xD4701C),
    .sequential = { RGB(0xE3ECF6), RGB(0x123E73) },
    .diverging = { RGB(0xB4560C), RGB(0xF1F1EF), RGB(0x1F5FA8) },
};

/* Dark and light greys by turns, with lines of paper or ink across them. All are darker than the
 * hatches of estimated and provisional figures, whose ground is paper. */
#define PAPER_LINES .line = RGB(0xFFFFFF)
#define INK_LINES   .line = RGB(0x1F1F1F)
static const struct theme print = {
    TYPE(RGB(0x1F1F1F), RGB(0x555555), RGB(0x6B6B6B)),
    .name = "print",
    .tint = 0.7,
    .paper = RGB(0xFFFFFF),
    .axis = RGB(0x8F8F8F),
    .hairline = RGB(0xD6D6D6),
    .grid = RGB(0xE6E6E6),
    .categories = { RGB(0x2F2F2F), RGB(0x8F8F8F), RGB(0x3B3B3B), RGB(0x767676), RGB(0x474747), RGB(0x6A6A6A), RGB(0x838383), RGB(0x545454) },
    .n_categories = 8,
    .hatches = {
        [2] = { PAPER_LINES, .angle = 45, .spacing = 3.4, .width = 0.8 },
        [3] = { PAPER_LINES, .angle = 135, .spacing = 2.6, .width = 0.8 },
        [4] = { PAPER_LINES, .angle = 0, .spacing = 2.6, .width = 0.7 },
        [5] = { PAPER_LINES, .angle = 90, .spacing = 2.6, .width = 0.8 },
        [6] = { INK_LINES, .angle = 45, .spacing = 3.4, .width = 1 },
        [7] = { PAPER_LINES, .angle = 45, .spacing = 5, .width = 2 },
        [THEME_COLORS] = { PAPER_LINES, .angle = 135, .spacing = 5, .width = 2 },
    },
    .shapes = { SHAPE_DOT, SHAPE_DOT, SHAPE_SQUARE, SHAPE_TRIANGLE, SHAPE_DIAMOND, SHAPE_FALLING_TRIANGLE, SHAPE_OPEN_SQUARE, SHAPE_OPEN_DIAMOND },
    .flows = { [FLOW_EXPORTS] = RGB(0x2F2F2F), [FLOW_IMPORTS] = RGB(0x8F8F8F), [FLOW_RE_EXPORTS] = RGB(0x3B3B3B), [FLOW_RE_IMPORTS] = RGB(0x767676), [FLOW_TURNOVER] = RGB(0x1F1F1F) },
    .other = RGB(0x949494),
    .context = RGB(0x939393), /* never hatched */
    .positive = RGB(0x2F2F2F),
    .negative = RGB(0x8F8F8F),
    .sequential = { RGB(0xEBEBEB), RGB(0x2F2F2F) },
    .diverging = { RGB(0x8F8F8F), RGB(0xF2F2F2), RGB(0x2F2F2F) },
};

/* The hues of the default theme, lighter. */
static const struct theme dark = {
    TYPE(RGB(0xE8ECF1), RGB(0xAAB4C1), RGB(0x8D98A7)),
    .name = "dark",
    .tint = 0.6,
    .paper = RGB(0x14181F),
    .axis = RGB(0x6E7886),
    .hairline = RGB(0x333B47),
    .grid = RGB(0x252C36),
    .categories = { RGB(0x4A90E2), RGB(0xF0A04B), RGB(0x807819), RGB(0x8ADCAC), RGB(0x097958),
                    RGB(0xDE5580), RGB(0x9F4793), RGB(0xCAC3FF) },
    .n_categories = 8,
    .flows = { [FLOW_EXPORTS] = RGB(0x4A90E2),
               [FLOW_IMPORTS] = RGB(0xF0A04B),
               [FLOW_RE_EXPORTS] = RGB(0x807819),
               [FLOW_RE_IMPORTS] = RGB(0x8ADCAC),
               [FLOW_TURNOVER] = RGB(0xE8ECF1) },
    .other = RGB(0x77818F),
    .context = RGB(0x77818F),
    .positive = RGB(0x4A90E2),
    .negative = RGB(0xF0A04B),
    .sequential = { RGB(0x20303F), RGB(0x8FC1FF) },
    .diverging = { RGB(0xF0A04B), RGB(0x2B313A), RGB(0x4A90E2) },
};

/* Marks have 4.5 : 1 to the paper, words 7 : 1; that leaves room for seven colours. */
static const struct theme high_contrast = {
    TYPE(RGB(0x000000), RGB(0x2E3640), RGB(0x454E5A)),
    .name = "high-contrast",
    .tint = 0.45,
    .paper = RGB(0xFFFFFF),
    .axis = RGB(0x5A6470),
    .hairline = RGB(0xAEB6C0),
    .grid = RGB(0xC4CAD2),
    .categories = { RGB(0x0046AD), RGB(0xB84600), RGB(0x4E2F00), RGB(0x398557), RGB(0x003B32),
                    RGB(0x945C80), RGB(0x1B0069) },
    .n_categories = 7,
    .flows = { [FLOW_EXPORTS] = RGB(0x0046AD),
               [FLOW_IMPORTS] = RGB(0xB84600),
               [FLOW_RE_EXPORTS] = RGB(0x4E2F00),
               [FLOW_RE_IMPORTS] = RGB(0x398557),
               [FLOW_TURNOVER] = RGB(0x000000) },
    .other = RGB(0x747474), /* neutral: the blue grey is colour 6 without green vision */
    .context = RGB(0x6B7685),
    .positive = RGB(0x0046AD),
    .negative = RGB(0xB84600),
    .sequential = { RGB(0xD6E4F7), RGB(0x00327D) },
    .diverging = { RGB(0xB84600), RGB(0xEDEDED), RGB(0x0046AD) },
};

/* The palette of the UK Government Analysis Function, in its order. Dark blue, dark pink and dark grey
 * are nearer to each other than 14 for some eyes: areas keep a gap and lines their names. */
static const struct theme analysis = {
    TYPE(RGB(0x0B0C0C), RGB(0x505A5F), RGB(0x6B7276)),
    .name = "analysis",
    .tint = 0.45,
    .paper = RGB(0xFFFFFF),
    .axis = RGB(0x8A8F92),
    .hairline = RGB(0xD2D5D6),
    .grid = RGB(0xE5E6E7),
    .categories = { RGB(0x12436D), RGB(0x28A197), RGB(0x801650), RGB(0xF46A25), RGB(0x3D3D3D),
                    RGB(0xA285D1) },
    .n_categories = 6,
    .flows = { [FLOW_EXPORTS] = RGB(0x12436D),
               [FLOW_IMPORTS] = RGB(0x28A197),
               [FLOW_RE_EXPORTS] = RGB(0x801650),
               [FLOW_RE_IMPORTS] = RGB(0xF46A25),
               [FLOW_TURNOVER] = RGB(0x0B0C0C) },
    .other = RGB(0x808080), /* neutral: nearer to blue it is colour 2 without red vision */
    .context = RGB(0x8A8F92),
    .positive = RGB(0x12436D),
    .negative = RGB(0xF46A25),
    .sequential = { RGB(0xE3EBF2), RGB(0x12436D) },
    .diverging = { RGB(0x801650), RGB(0xF3F2F1), RGB(0x12436D) },
};

static const struct theme *const built_in[] = { &standard, &print, &dark, &high_contrast,
                                                &analysis };

const struct theme *theme_default(void)
{
    return &standard;
}

size_t theme_count(void)
{
    return sizeof built_in / sizeof *built_in;
}

const struct theme *theme_at(size_t index)
{
    return built_in[index];
}

const struct theme *theme_named(const char *name)
{
    for (size_t i = 0; i < theme_count(); i++)
        if (strcmp(built_in[i]->name, name) == 0)
            return built_in[i];
    return NULL;
}
