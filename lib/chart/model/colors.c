/* colors.c - colours for series: those that their members have already, those of flows, free ones. */
#include "chart/model/colors.h"

#include <string.h>

#include "base/strings.h"
#include "chart/words/names.h"

void color_assignment_init(struct color_assignment *colors, struct arena *arena)
{
    *colors = (struct color_assignment){ .arena = arena };
}

static struct member_color *find(const struct color_assignment *colors, const char *member)
{
    for (size_t i = 0; i < colors->n; i++)
        if (strcmp(colors->members[i].member, member) == 0)
            return &colors->members[i];
    return NULL;
}

/* The place of a colour in the order of a theme, from 1; 0: it has none. */
static size_t place_of(const struct theme *theme, struct color color)
{
    for (size_t i = 0; i < theme->n_categories; i++)
        if (color_equal(theme->categories[i], color))
            return i + 1;
    return 0;
}

/* What a member's colour is in a theme; transparent: the theme has none for it. */
static struct color color_in(const struct theme *theme, const struct member_color *known)
{
    if (known->theme == theme)
        return known->color;
    return known->place > 0 && known->place <= theme->n_categories
               ? theme->categories[known->place - 1]
               : (struct color){ 0 };
}

/* Whether a member has a theme's colour, or its place in other themes. */
static bool is_assigned(const struct color_assignment *colors, const struct theme *theme,
                        struct color color)
{
    size_t place = place_of(theme, color);

    for (size_t i = 0; i < colors->n; i++)
        if (color_equal(color_in(theme, &colors->members[i]), color) ||
            (place > 0 && colors->members[i].place == place))
            return true;
    return false;
}

/* What one theme's author chose has no place in others: the first of their colours that the member is
 * given is its place from then on. */
static void remember_place(struct member_color *known, const struct theme *theme,
                           struct color color)
{
    if (known->place == 0 && known->theme != theme)
        known->place = place_of(theme, color);
}

static bool remember(struct color_assignment *colors, const struct theme *theme, const char *member,
                     struct color color)
{
    struct member_color *known = find(colors, member);

    if (known != NULL) {
        remember_place(known, theme, color);
        return true;
    }
    if (colors->n == colors->capacity) {
        size_t larger = colors->capacity == 0 ? 16 : 2 * colors->capacity;
        struct member_color *members = arena_array(colors->arena, struct member_color, larger);
        if (members == NULL)
            return false;
        for (size_t i = 0; i < colors->n; i++)
            members[i] = colors->members[i];
        colors->members = members;
        colors->capacity = larger;
    }
    const char *copy = arena_string(colors->arena, member);
    if (copy == NULL)
        return false;
    colors->members[colors->n++] =
        (struct member_color){ copy, color, place_of(theme, color), theme };
    return true;
}

static bool is_taken(const struct model_series *series, size_t n, struct color color)
{
    for (size_t i = 0; i < n; i++)
        if (color_equal(series[i].color, color))
            return true;
    return false;
}

static bool is_for_flows(const struct theme *theme, struct color color)
{
    return color_equal(color, theme->flows[FLOW_EXPORTS]) ||
           color_equal(color, theme->flows[FLOW_IMPORTS]);
}

static bool is_chosen(const struct theme *theme, struct color color)
{
    for (size_t i = 0; i < theme->n_members; i++)
        if (color_equal(theme->members[i].color, color))
            return true;
    return false;
}

/* One that no member of the document has, by its author or by another chart; else one that no series of the chart has; else grey. */
static struct color free_category(const struct color_assignment *colors, const struct theme *theme,
                                  const struct model_series *series, size_t n)
{
    for (size_t i = 0; i < theme->n_categories; i++) {
        struct color color = theme->categories[i];
        if (!(colors->shows_flows && is_for_flows(theme, color)) && !is_taken(series, n, color) &&
            !is_assigned(colors, theme, color) && !is_chosen(theme, color))
            return color;
    }
    for (size_t i = 0; i < theme->n_categories; i++)
        if (!is_taken(series, n, theme->categories[i]))
            return theme->categories[i];
    return theme->context;
}

/* Whether an attribute, such as the partner, tells series of a chart apart. */
static bool tells_apart(const struct model_series *series, size_t n,
                        const char *(*attribute)(const sheaf_series *series))
{
    for (size_t i = 1; i < n; i++)
        if (strcmp(attribute(series[i].series), attribute(series[0].series)) != 0)
            return true;
    return false;
}

/* The author's colour for what series i of n is called by, or is told apart by; NULL: none. */
static const struct color *chosen_color(const struct theme *theme,
                                        const struct model_series *series, size_t n, size_t i)
{
    static const char *(*const attributes[])(const sheaf_series *series) = {
        sheaf_series_partner, sheaf_series_product, sheaf_series_reporter
    };
    const sheaf_series *own = series[i].series;
    const char *names[] = { series[i].name, sheaf_series_name(own), sheaf_series_label(own) };
    const struct color *color = NULL;

    for (size_t k = 0; color == NULL && k < sizeof names / sizeof *names; k++)
        color = theme_member_color(theme, names[k]);
    for (size_t k = 0; color == NULL && k < sizeof attributes / sizeof *attributes; k++)
        if (tells_apart(series, n, attributes[k]))
            color = theme_member_color(theme, attributes[k](own));
    return color;
}

static void take_chosen(const struct theme *theme, struct model_series *series, size_t n)
{
    for (size_t i = 0; i < n && theme->n_members > 0; i++) {
        const struct color *color = chosen_color(theme, series, n, i);
        if (color != NULL)
            series[i].color = *color;
    }
}

static void take_known(const struct color_assignment *colors, const struct theme *theme,
                       struct model_series *series, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (series[i].color.alpha != 0)
            continue;
        const struct member_color *known = find(colors, series[i].name);
        struct color color = known != NULL ? color_in(theme, known) : (struct color){ 0 };
        if (color.alpha != 0 && !is_taken(series, n, color))
            series[i].color = color;
    }
}

static bool is_called_by_country(const sheaf_series *series)
{
    const char *name = sheaf_series_name(series);

    return name[0] != '\0' && (strcmp(name, sheaf_series_partner(series)) == 0 ||
                               strcmp(name, sheaf_series_reporter(series)) == 0);
}

/* Whether series i of n stands for its flow: not alone for a country, nor for one of several
 * members. */
static bool stands_for_flow(const sheaf_series *const *series, size_t n, size_t i)
{
    const char *flow = series_flow(series[i]);

    if (!theme_knows_flow(flow) || (n == 1 && is_called_by_country(series[i])))
        return false;
    if (string_equal_ignoring_case(sheaf_series_name(series[i]), flow) &&
        strcmp(sheaf_series_label(series[i]), sheaf_series_name(series[i])) == 0)
        return true;
    for (size_t k = 0; k < n; k++)
        if (k != i && string_equal_ignoring_case(series_flow(series[k]), flow))
            return false;
    return true;
}

bool series_show_flows(const sheaf_series *const *series, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (stands_for_flow(series, n, i))
            return true;
    return false;
}

/* A flow has its own; a second series of that flow, and what has no flow, waits for one that is
 * free. What is left of a whole is grey. */
static void take_flows(const struct theme *theme, const sheaf_series *const *given,
                       struct model_series *series, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct color flow = theme_flow_color(theme, series[i].flow, i);

        if (sheaf_series_is_remainder(series[i].series))
            series[i].color = theme->other;
        else if (series[i].color.alpha == 0 && stands_for_flow(given, n, i) &&
                 !is_taken(series, n, flow))
            series[i].color = flow;
    }
}

/* Alone, a balance shows its sign by the flow that is larger; beside others it would be taken for
 * imports. */
static struct color color_below_zero(const struct theme *theme, const struct model_series *series,
                                     size_t n)
{
    return n == 1 && string_equal_ignoring_case(series->flow, "balance")
               ? theme_flow_color(theme, "imports", 1)
               : series->color;
}

bool colors_assign(struct color_assignment *colors, const struct theme *theme,
                   const sheaf_series *const *given, struct model_series *series, size_t n)
{
    take_chosen(theme, series, n);
    take_known(colors, theme, series, n);
    take_flows(theme, given, series, n);
    for (size_t i = 0; i < n; i++)
        if (series[i].color.alpha == 0)
            series[i].color = free_category(colors, theme, series, n);
    for (size_t i = 0; i < n; i++) {
        series[i].below = color_below_zero(theme, &series[i], n);
        series[i].own = series[i].color;
        bool is_grey = sheaf_series_is_remainder(series[i].series) ||
                       color_equal(series[i].color, theme->context);
        if (!is_grey && !remember(colors, theme, series[i].name, series[i].color))
            return false;
    }
    return true;
}
