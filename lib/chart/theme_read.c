/* theme_read.c - reads an author's theme. What it does not say is as in the theme it is based on, or
 * follows from what it says: flows, signs and ramps from the colours, words from the ink. */
#include "chart/theme_read.h"

#include <string.h>

#include "base/number.h"
#include "chart/theme_change.h"
#include "chart/theme_read_assets.h"

static const char *const versions[] = { "1", NULL };
static const char *const bases[] = {
    "default", "print", "dark", "high-contrast", "analysis", NULL
};
static const char *const yes_no[] = { "yes", "no", NULL };

/* What is written without quotation marks (ink: #1B2430) is a comment, and so there is nothing. */
enum { COLOR = SPEC_TEXT | SPEC_NOTHING };

enum {
    KEY_THEME,
    KEY_NAME,
    KEY_BASE,
    KEY_PAPER,
    KEY_INK,
    KEY_GREY,
    KEY_WEAK,
    KEY_AXIS,
    KEY_HAIRLINE,
    KEY_GRID,
    KEY_OTHER,
    KEY_CONTEXT,
    KEY_COLORS,
    KEY_MEMBERS,
    KEY_FLOWS,
    KEY_POSITIVE,
    KEY_NEGATIVE,
    KEY_SEQUENTIAL,
    KEY_DIVERGING,
    KEY_HATCHES,
    KEY_SCALE,
    KEY_SIZES,
    KEY_FACES,
    KEY_LOGO,
    THEME_KEYS
};
static const struct spec_key theme_keys[THEME_KEYS] = {
    [KEY_THEME] = { "theme", SPEC_NUMBER, true, versions },
    [KEY_NAME] = { "name", SPEC_TEXT, false, NULL },
    [KEY_BASE] = { "based_on", SPEC_TEXT, false, bases },
    [KEY_PAPER] = { "paper", COLOR, false, NULL },
    [KEY_INK] = { "ink", COLOR, false, NULL },
    [KEY_GREY] = { "grey", COLOR, false, NULL },
    [KEY_WEAK] = { "weak", COLOR, false, NULL },
    [KEY_AXIS] = { "axis", COLOR, false, NULL },
    [KEY_HAIRLINE] = { "hairline", COLOR, false, NULL },
    [KEY_GRID] = { "grid", COLOR, false, NULL },
    [KEY_OTHER] = { "other", COLOR, false, NULL },
    [KEY_CONTEXT] = { "context", COLOR, false, NULL },
    [KEY_COLORS] = { "colors", SPEC_LIST, false, NULL },
    [KEY_MEMBERS] = { "members", SPEC_MAPPING, false, NULL },
    [KEY_FLOWS] = { "flows", SPEC_MAPPING, false, NULL },
    [KEY_POSITIVE] = { "positive", COLOR, false, NULL },
    [KEY_NEGATIVE] = { "negative", COLOR, false, NULL },
    [KEY_SEQUENTIAL] = { "sequential", SPEC_LIST, false, NULL },
    [KEY_DIVERGING] = { "diverging", SPEC_LIST, false, NULL },
    [KEY_HATCHES] = { "hatches", SPEC_TEXT, false, yes_no },
    [KEY_SCALE] = { "scale", SPEC_NUMBER, false, NULL },
    [KEY_SIZES] = { "sizes", SPEC_MAPPING, false, NULL },
    [KEY_FACES] = { "faces", SPEC_MAPPING, false, NULL },
    [KEY_LOGO] = { "logo", SPEC_MAPPING, false, NULL },
};
const struct grammar theme_grammar = { "a theme", "", theme_keys, THEME_KEYS };

static const struct spec_key flow_keys[THEME_FLOWS] = {
    [FLOW_EXPORTS] = { "exports", COLOR, false, NULL },
    [FLOW_IMPORTS] = { "imports", COLOR, false, NULL },
    [FLOW_RE_EXPORTS] = { "re-exports", COLOR, false, NULL },
    [FLOW_RE_IMPORTS] = { "re-imports", COLOR, false, NULL },
    [FLOW_TURNOVER] = { "turnover", COLOR, false, NULL },
};
const struct grammar theme_flows_grammar = { "the colours of flows", "flows", flow_keys,
                                             THEME_FLOWS };

/* "#1F5FA8". NULL leaves the colour as it is. */
static bool read_color(const struct grammar_reader *reader, const struct node *node,
                       struct color *color)
{
    if (node == NULL)
        return true;
    if (node->kind == NODE_SCALAR && color_read(node->text, node->length, color))
        return true;
    if (node->kind == NODE_NOTHING)
        grammar_fail(reader, node->place,
                     "there is no colour; write it as '#1F5FA8', in quotation marks, because # "
                     "begins a comment");
    else if (node->kind == NODE_SCALAR)
        grammar_fail(reader, node->place, "'%.40s' is no colour; write it as '#1F5FA8'",
                     node->text);
    else
        grammar_fail(reader, node->place, "a colour is a text such as '#1F5FA8', not %s",
                     node_kind_words(node));
    return false;
}

/* Of `least` to `most` colours; *n becomes how many. */
static bool read_colors(const struct grammar_reader *reader, const struct node *list, size_t least,
                        size_t most, struct color *colors, size_t *n)
{
    if (list->n_items < least || list->n_items > most) {
        grammar_fail(reader, list->place,
                     least == most ? "%zu colours belong here, not %zu"
                                   : "at most %zu colours belong here, and at least one, not %zu",
                     most, list->n_items);
        return false;
    }
    *n = 0;
    for (const struct node_item *item = list->items; item != NULL; item = item->next)
        if (!read_color(reader, item->value, &colors[(*n)++]))
            return false;
    return true;
}

static bool read_members(const struct grammar_reader *reader, const struct node *mapping,
                         struct theme *theme)
{
    for (const struct node_item *item = mapping->items; item != NULL; item = item->next) {
        struct color color = { 0 };
        if (!read_color(reader, item->value, &color) ||
            !theme_set_member(theme, item->key->text, color, reader->arena))
            return false;
    }
    return true;
}

static bool read_flows(const struct grammar_reader *reader, const struct node *mapping,
                       struct theme *theme)
{
    const struct node *values[THEME_FLOWS];

    if (!grammar_read(reader, mapping, &theme_flows_grammar, values))
        return false;
    for (size_t i = 0; i < THEME_FLOWS; i++)
        if (!read_color(reader, values[i], &theme->flows[i]))
            return false;
    return true;
}

/* "none" leaves the ground as it is: a page of the same colour lies below. */
static bool read_paper(const struct grammar_reader *reader, const struct node *node,
                       struct theme *theme)
{
    theme->is_transparent =
        node != NULL && node->kind == NODE_SCALAR && strcmp(node->text, "none") == 0;
    return theme->is_transparent || read_color(reader, node, &theme->paper);
}

/* Greys that are not given are mixed of the paper and the ink. */
static bool read_ground(const struct grammar_reader *reader, const struct node *const *values,
                        struct theme *theme)
{
    const struct {
        size_t key;
        struct color *color;
    } greys[] = {
        { KEY_GREY, &theme->grey },       { KEY_WEAK, &theme->weak },
        { KEY_AXIS, &theme->axis },       { KEY_HAIRLINE, &theme->hairline },
        { KEY_GRID, &theme->grid },       { KEY_OTHER, &theme->other },
        { KEY_CONTEXT, &theme->context },
    };
    const struct theme base = *theme;

    if (!read_paper(reader, values[KEY_PAPER], theme) ||
        !read_color(reader, values[KEY_INK], &theme->ink))
        return false;
    if (!color_equal(theme->paper, base.paper) || !color_equal(theme->ink, base.ink))
        theme_follow_ground(theme, &base);
    const struct theme mixed = *theme;
    for (size_t i = 0; i < sizeof greys / sizeof *greys; i++)
        if (!read_color(reader, values[greys[i].key], greys[i].color))
            return false;
    theme_color_words(theme, &mixed);
    return true;
}

static bool read_series_colors(const struct grammar_reader *reader,
                               const struct node *const *values, struct theme *theme)
{
    struct color colors[THEME_COLORS];
    size_t n;

    if (values[KEY_COLORS] != NULL) {
        if (!read_colors(reader, values[KEY_COLORS], 1, THEME_COLORS, colors, &n))
            return false;
        theme_set_categories(theme, colors, n);
    }
    return (values[KEY_FLOWS] == NULL || read_flows(reader, values[KEY_FLOWS], theme)) &&
           (values[KEY_MEMBERS] == NULL || read_members(reader, values[KEY_MEMBERS], theme)) &&
           read_color(reader, values[KEY_POSITIVE], &theme->positive) &&
           read_color(reader, values[KEY_NEGATIVE], &theme->negative) &&
           (values[KEY_SEQUENTIAL] == NULL ||
            read_colors(reader, values[KEY_SEQUENTIAL], 2, 2, theme->sequential, &n)) &&
           (values[KEY_DIVERGING] == NULL ||
            read_colors(reader, values[KEY_DIVERGING], 3, 3, theme->diverging, &n));
}

/* Hatches of the print theme, whose lines take this theme's paper and ink, and its shapes on lines. */
static void set_hatches(struct theme *theme, bool wanted)
{
    const struct theme *print = theme_named("print");

    memset(theme->hatches, 0, sizeof theme->hatches);
    memset(theme->shapes, 0, sizeof theme->shapes);
    if (wanted)
        memcpy(theme->shapes, print->shapes, sizeof theme->shapes);
    for (size_t i = 0; wanted && i <= THEME_COLORS; i++) {
        const struct theme_hatch *hatch = &print->hatches[i];
        theme->hatches[i] = *hatch;
        if (hatch->line.alpha > 0)
            theme->hatches[i].line =
                color_equal(hatch->line, print->paper) ? theme->paper : theme->ink;
    }
}

static bool read_scale(const struct grammar_reader *reader, const struct node *node,
                       struct theme *theme)
{
    double scale = 1;

    if (node == NULL)
        return true;
    number_read(node->text, node->length, &scale, NULL);
    if (scale >= THEME_LEAST_SCALE && scale <= THEME_MOST_SCALE) {
        theme_scale_type(theme, scale);
        return true;
    }
    grammar_fail(reader, node->place, "type is scaled by 0.8 to 1.5, not by %.20s", node->text);
    return false;
}

static bool read_root(const struct grammar_reader *reader, const struct theme_source *source,
                      struct theme *theme)
{
    const struct node *values[THEME_KEYS];

    if (!grammar_read(reader, reader->document->root, &theme_grammar, values))
        return false;
    const struct theme *base =
        values[KEY_BASE] != NULL ? theme_named(values[KEY_BASE]->text) : theme_default();
    *theme = *base;
    theme->name = values[KEY_NAME] != NULL ? values[KEY_NAME]->text : reader->document->file;
    if (!read_ground(reader, values, theme) || !read_series_colors(reader, values, theme) ||
        !read_scale(reader, values[KEY_SCALE], theme) ||
        !theme_read_assets(reader, source, values[KEY_SIZES], values[KEY_FACES], values[KEY_LOGO],
                           theme))
        return false;
    if (values[KEY_HATCHES] != NULL)
        set_hatches(theme, strcmp(values[KEY_HATCHES]->text, "yes") == 0);
    return true;
}

bool theme_read(struct theme *theme, const struct theme_source *source, const char *text, size_t n,
                struct arena *arena, sheaf_error *error)
{
    struct document document;
    const struct grammar_reader reader = { .document = &document, .arena = arena, .error = error };

    return document_read(&document, source->file, text, n, arena, error) == SHEAF_OK &&
           read_root(&reader, source, theme);
}
