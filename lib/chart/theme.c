/* theme.c - what charts and sheets ask a theme: colours of series, tints, words on areas, ramps. */
#include "chart/theme.h"

#include <math.h>

#include "base/strings.h"

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

/* A flow keeps its colour in every chart. A balance is drawn by sign, in those of both flows. */
static const struct {
    const char *name;
    enum theme_flow flow;
} flows[] = {
    { "exports", FLOW_EXPORTS },       { "export", FLOW_EXPORTS },
    { "imports", FLOW_IMPORTS },       { "import", FLOW_IMPORTS },
    { "balance", FLOW_EXPORTS },       { "re-exports", FLOW_RE_EXPORTS },
    { "re-imports", FLOW_RE_IMPORTS }, { "turnover", FLOW_TURNOVER },
    { "total", FLOW_TURNOVER },
};

static bool find_flow(const char *name, enum theme_flow *flow)
{
    for (size_t i = 0; i < sizeof flows / sizeof *flows; i++)
        if (string_equal_ignoring_case(name, flows[i].name)) {
            *flow = flows[i].flow;
            return true;
        }
    return false;
}

bool theme_knows_flow(const char *flow)
{
    enum theme_flow found;

    return find_flow(flow, &found);
}

struct color theme_flow_color(const struct theme *theme, const char *flow, size_t index)
{
    enum theme_flow found;

    return find_flow(flow, &found) ? theme->flows[found] : theme_category(theme, index);
}

struct color theme_category(const struct theme *theme, size_t index)
{
    return index < theme->n_categories ? theme->categories[index] : theme->context;
}

const struct color *theme_member_color(const struct theme *theme, const char *name)
{
    for (size_t i = 0; i < theme->n_members; i++)
        if (string_equal_ignoring_case(theme->members[i].name, name))
            return &theme->members[i].color;
    return NULL;
}

struct color theme_tint(const struct theme *theme, struct color color, double share)
{
    return color_mix(color, theme->paper, share);
}

struct color theme_previous(const struct theme *theme, struct color color)
{
    return theme_tint(theme, color, theme->tint);
}

/* Paper on which white has less contrast than black. */
static bool is_light(struct color paper)
{
    const struct color black = color_hex(0x000000), white = color_hex(0xFFFFFF);

    return color_contrast(paper, black) >= color_contrast(paper, white);
}

static uint8_t nearer(uint8_t channel, bool to_black)
{
    return (uint8_t)(to_black ? channel * 31 / 32 : 255 - (255 - channel) * 31 / 32);
}

struct color theme_word_color(const struct theme *theme, struct color color)
{
    bool to_black;

    if (color_contrast(color, theme->paper) >= 4.5)
        return color;
    to_black = is_light(theme->paper);
    /* 160 steps lead to black or white from any colour. */
    for (int i = 0; i < 160 && color_contrast(color, theme->paper) < 4.5; i++) {
        color.red = nearer(color.red, to_black);
        color.green = nearer(color.green, to_black);
        color.blue = nearer(color.blue, to_black);
    }
    return color;
}

struct color theme_text_on(const struct theme *theme, struct color area)
{
    const struct color choices[] = { theme->ink, theme->paper, color_hex(0x000000),
                                     color_hex(0xFFFFFF) };
    struct color best = theme->ink;

    /* Black or white has 4.58 : 1 to any colour. */
    for (size_t i = 0; i < 4 && (i < 2 || color_contrast(best, area) < 4.5); i++)
        if (color_contrast(choices[i], area) > color_contrast(best, area))
            best = choices[i];
    return best;
}

struct paint theme_area(const struct theme *theme, struct color color, double em)
{
    for (size_t i = 0; i <= theme->n_categories; i++) {
        bool is_other = i == theme->n_categories;
        const struct theme_hatch *hatch = &theme->hatches[is_other ? THEME_COLORS : i];
        if (hatch->line.alpha > 0 &&
            color_equal(color, is_other ? theme->other : theme->categories[i]))
            return (struct paint){ .kind = PAINT_HATCH,
                                   .color = hatch->line,
                                   .background = color,
                                   .angle = hatch->angle,
                                   .spacing = hatch->spacing * em / 7.5,
                                   .width = hatch->width * em / 7.5 };
    }
    return paint_color(color);
}

enum theme_shape theme_shape(const struct theme *theme, struct color color)
{
    for (size_t i = 0; i < theme->n_categories; i++)
        if (color_equal(color, theme->categories[i]))
            return theme->shapes[i];
    return SHAPE_DOT;
}

struct color theme_sequential(const struct theme *theme, double t)
{
    return color_mix(theme->sequential[1], theme->sequential[0], fmin(fmax(t, 0), 1));
}

struct color theme_diverging(const struct theme *theme, double t)
{
    return color_mix(theme->diverging[t < 0 ? 0 : 2], theme->diverging[1], fmin(fabs(t), 1));
}

bool color_equal(struct color a, struct color b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue && a.alpha == b.alpha;
}
