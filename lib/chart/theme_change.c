/* theme_change.c - changes of a theme: what an author does not say follows from what he says. */
#include "chart/theme_change.h"

#include <string.h>

#include "base/strings.h"

enum { STYLES = 17 };

static void list_styles(struct theme *theme, struct text_style *styles[STYLES])
{
    struct text_style *const all[STYLES] = {
        &theme->masthead,    &theme->title,         &theme->deck,         &theme->section,
        &theme->body,        &theme->note,          &theme->figure_label, &theme->figure_value,
        &theme->figure_unit, &theme->figure_change, &theme->table,        &theme->table_head,
        &theme->headline,    &theme->subtitle,      &theme->label,        &theme->label_strong,
        &theme->source,
    };

    memcpy(styles, all, sizeof all);
}

void theme_scale_type(struct theme *theme, double factor)
{
    struct text_style *styles[STYLES], *built_in[STYLES];
    struct theme standard = *theme_default();

    list_styles(theme, styles);
    list_styles(&standard, built_in);
    theme->type_scale = factor;
    for (size_t i = 0; i < STYLES; i++) {
        styles[i]->size = built_in[i]->size * factor;
        styles[i]->leading = built_in[i]->leading * factor;
    }
}

void theme_shrink_type(struct theme *theme, double factor, double least)
{
    struct text_style *styles[STYLES];

    list_styles(theme, styles);
    for (size_t i = 0; i < STYLES; i++) {
        double size = styles[i]->size * factor;
        double ratio = size >= least             ? factor
                       : least < styles[i]->size ? least / styles[i]->size
                                                 : 1;
        styles[i]->size *= ratio;
        styles[i]->leading *= ratio;
    }
}

const char *const theme_size_names[THEME_SIZES] = {
    [SIZE_TITLE] = "title",       [SIZE_DECK] = "deck",         [SIZE_SECTION] = "section",
    [SIZE_BODY] = "body",         [SIZE_FIGURES] = "figures",   [SIZE_TABLE] = "table",
    [SIZE_HEADLINE] = "headline", [SIZE_SUBTITLE] = "subtitle", [SIZE_LABELS] = "labels",
    [SIZE_NOTES] = "notes",
};

enum { MOST_ALIKE = 4 };

/* The styles whose size an author chooses with one word; NULL behind the last. */
static void list_texts(struct theme *theme, enum theme_size size,
                       struct text_style *texts[MOST_ALIKE + 1])
{
    struct text_style *const of[THEME_SIZES][MOST_ALIKE + 1] = {
        [SIZE_TITLE] = { &theme->title },
        [SIZE_DECK] = { &theme->deck },
        [SIZE_SECTION] = { &theme->section },
        [SIZE_BODY] = { &theme->body },
        [SIZE_FIGURES] = { &theme->figure_label, &theme->figure_value, &theme->figure_unit,
                           &theme->figure_change },
        [SIZE_TABLE] = { &theme->table, &theme->table_head },
        [SIZE_HEADLINE] = { &theme->headline },
        [SIZE_SUBTITLE] = { &theme->subtitle },
        [SIZE_LABELS] = { &theme->label, &theme->label_strong },
        [SIZE_NOTES] = { &theme->note, &theme->source, &theme->masthead },
    };

    memcpy(texts, of[size], sizeof of[size]);
}

void theme_scale_texts(struct theme *theme, enum theme_size size, double factor)
{
    struct text_style *texts[MOST_ALIKE + 1];

    list_texts(theme, size, texts);
    for (size_t i = 0; texts[i] != NULL; i++) {
        texts[i]->size *= factor;
        texts[i]->leading *= factor;
    }
}

double theme_texts_scale(const struct theme *theme, enum theme_size size)
{
    struct text_style *texts[MOST_ALIKE + 1], *built_in[MOST_ALIKE + 1];
    struct theme own = *theme, standard = *theme_default();

    list_texts(&own, size, texts);
    list_texts(&standard, size, built_in);
    return texts[0]->size / (built_in[0]->size * theme->type_scale);
}

void theme_set_faces(struct theme *theme, const struct chosen_faces *faces)
{
    struct text_style *styles[STYLES];

    theme->faces = faces;
    list_styles(theme, styles);
    for (size_t i = 0; i < STYLES; i++)
        styles[i]->faces = faces;
}

void theme_color_words(struct theme *theme, const struct theme *before)
{
    struct text_style *styles[STYLES];

    list_styles(theme, styles);
    for (size_t i = 0; i < STYLES; i++) {
        struct color *color = &styles[i]->color;
        if (color_equal(*color, before->ink))
            *color = theme->ink;
        else if (color_equal(*color, before->grey))
            *color = theme->grey;
        else if (color_equal(*color, before->weak))
            *color = theme->weak;
    }
}

/* Ends of ramps: hardly more than the paper, and nearly ink. */
static void follow_ramps(struct theme *theme)
{
    struct color first = theme_category(theme, 0);

    theme->sequential[0] = theme_tint(theme, first, 0.12);
    theme->sequential[1] = color_mix(first, theme->ink, 0.75);
    theme->diverging[0] = theme->negative;
    theme->diverging[1] = theme_tint(theme, theme->grey, 0.08);
    theme->diverging[2] = theme->positive;
}

void theme_set_categories(struct theme *theme, const struct color *colors, size_t n)
{
    memcpy(theme->categories, colors, n * sizeof *colors);
    theme->n_categories = n;
    for (size_t i = FLOW_EXPORTS; i < FLOW_TURNOVER; i++)
        theme->flows[i] = theme_category(theme, i);
    theme->positive = theme_category(theme, 0);
    theme->negative = theme_category(theme, 1);
    memset(theme->hatches, 0, sizeof theme->hatches);
    memset(theme->shapes, 0, sizeof theme->shapes);
    follow_ramps(theme);
}

bool theme_set_flow(struct theme *theme, const char *flow, struct color color)
{
    static const char *const names[] = { [FLOW_EXPORTS] = "exports",
                                         [FLOW_IMPORTS] = "imports",
                                         [FLOW_RE_EXPORTS] = "re-exports",
                                         [FLOW_RE_IMPORTS] = "re-imports",
                                         [FLOW_TURNOVER] = "turnover" };

    for (size_t i = 0; i < THEME_FLOWS; i++)
        if (string_equal_ignoring_case(flow, names[i])) {
            theme->flows[i] = color;
            return true;
        }
    return false;
}

/* The list is never changed in place: copies of the theme share it. */
bool theme_set_member(struct theme *theme, const char *name, struct color color,
                      struct arena *arena)
{
    struct theme_member *members = arena_array(arena, struct theme_member, theme->n_members + 1);
    const char *copy = arena_string(arena, name);
    size_t n = 0;

    if (members == NULL || copy == NULL)
        return false;
    for (size_t i = 0; i < theme->n_members; i++)
        if (!string_equal_ignoring_case(theme->members[i].name, name))
            members[n++] = theme->members[i];
    members[n++] = (struct theme_member){ copy, color };
    theme->members = members;
    theme->n_members = n;
    return true;
}

/* The default theme's greys lie so far from its paper to its ink. */
void theme_follow_ground(struct theme *theme, const struct theme *before)
{
    const struct color ink = theme->ink;

    theme->grey = theme_word_color(theme, theme_tint(theme, ink, 0.74));
    theme->weak = theme_word_color(theme, theme_tint(theme, ink, 0.64));
    theme->axis = theme_tint(theme, ink, 0.5);
    theme->hairline = theme_tint(theme, ink, 0.19);
    theme->grid = theme_tint(theme, ink, 0.11);
    theme->other = theme->context = theme_tint(theme, ink, 0.5);
    if (color_equal(theme->flows[FLOW_TURNOVER], before->ink))
        theme->flows[FLOW_TURNOVER] = ink;
    follow_ramps(theme);
    theme_color_words(theme, before);
}

void theme_fail_unknown(sheaf_error *error, const char *name)
{
    const char *known[16];
    size_t n = 0;

    for (; n < theme_count() && n < sizeof known / sizeof *known; n++)
        known[n] = theme_at(n)->name;
    const char *near = string_nearest(name, strlen(name), known, n);
    if (near != NULL)
        fail(error, SHEAF_BAD_ARGUMENT, "no theme '%.80s'; did you mean '%s'?", name, near);
    else
        fail(error, SHEAF_BAD_ARGUMENT,
             "no theme '%.80s'; there is default, print, dark, high-contrast, analysis, or a file "
             "such as house.yaml",
             name);
}
