/* theme_set.c - what a program changes in a theme. */
#include <string.h>

#include "chart/theme_assets.h"
#include "chart/theme_change.h"
#include "chart/theme_own.h"

static bool take_color(sheaf_theme *theme, uint32_t rgb, struct color *color)
{
    if (rgb > 0xFFFFFF)
        fail(&theme->error, SHEAF_BAD_ARGUMENT, "0x%X is no colour; write it as 0xRRGGBB",
             (unsigned)rgb);
    else
        *color = color_hex(rgb);
    return theme_is_well(theme);
}

void sheaf_theme_set_colors(sheaf_theme *theme, const uint32_t *rgb, size_t n)
{
    struct color colors[THEME_COLORS];

    if (!theme_is_well(theme))
        return;
    if (rgb == NULL || n == 0 || n > THEME_COLORS) {
        fail(&theme->error, SHEAF_BAD_ARGUMENT, "a theme has 1 to %d colours of series",
             THEME_COLORS);
        return;
    }
    for (size_t i = 0; i < n; i++)
        if (!take_color(theme, rgb[i], &colors[i]))
            return;
    theme_set_categories(&theme->look, colors, n);
    theme_warn_of_change(theme);
}

void sheaf_theme_set_flow(sheaf_theme *theme, const char *flow, uint32_t rgb)
{
    struct color color = { 0 };

    if (!theme_is_well(theme) || !take_color(theme, rgb, &color))
        return;
    if (flow == NULL || !theme_set_flow(&theme->look, flow, color))
        fail(&theme->error, SHEAF_BAD_ARGUMENT,
             "'%.40s' is no flow with a colour; there are exports, imports, re-exports, "
             "re-imports and turnover",
             flow != NULL ? flow : "NULL");
    else
        theme_warn_of_change(theme);
}

void sheaf_theme_set_member(sheaf_theme *theme, const char *member, uint32_t rgb)
{
    struct color color = { 0 };

    if (!theme_is_well(theme) || !take_color(theme, rgb, &color))
        return;
    if (member == NULL || member[0] == '\0')
        fail(&theme->error, SHEAF_BAD_ARGUMENT, "a member with a colour needs a name");
    else if (theme_set_member(&theme->look, member, color, &theme->arena))
        theme_warn_of_change(theme);
}

void sheaf_theme_set_paper(sheaf_theme *theme, uint32_t rgb)
{
    struct theme before;

    if (!theme_is_well(theme))
        return;
    before = theme->look;
    if (!take_color(theme, rgb, &theme->look.paper))
        return;
    theme_follow_ground(&theme->look, &before);
    theme_warn_of_change(theme);
}

void sheaf_theme_set_ink(sheaf_theme *theme, uint32_t rgb)
{
    struct theme before;

    if (!theme_is_well(theme))
        return;
    before = theme->look;
    if (!take_color(theme, rgb, &theme->look.ink))
        return;
    theme_follow_ground(&theme->look, &before);
    theme_warn_of_change(theme);
}

void sheaf_theme_set_transparent(sheaf_theme *theme, bool transparent)
{
    if (theme_is_well(theme))
        theme->look.is_transparent = transparent;
}

void sheaf_theme_set_scale(sheaf_theme *theme, double scale)
{
    if (!theme_is_well(theme))
        return;
    if (scale >= THEME_LEAST_SCALE && scale <= THEME_MOST_SCALE)
        theme_scale_type(&theme->look, scale);
    else
        fail(&theme->error, SHEAF_BAD_ARGUMENT, "type is scaled by 0.8 to 1.5");
}

void sheaf_theme_set_size(sheaf_theme *theme, const char *texts, double ratio)
{
    size_t size = 0;

    if (!theme_is_well(theme))
        return;
    while (texts != NULL && size < THEME_SIZES && strcmp(texts, theme_size_names[size]) != 0)
        size++;
    if (texts == NULL || size == THEME_SIZES)
        fail(&theme->error, SHEAF_BAD_ARGUMENT,
             "'%.40s' is no kind of text; there are title, deck, section, body, figures, table, "
             "headline, subtitle, labels and notes",
             texts != NULL ? texts : "NULL");
    else if (!(ratio >= THEME_LEAST_RATIO && ratio <= THEME_MOST_RATIO))
        fail(&theme->error, SHEAF_BAD_ARGUMENT, "a text is 0.8 to 2 times as large as it was");
    else
        theme_scale_texts(&theme->look, (enum theme_size)size, ratio);
}

static void tell(sheaf_theme *theme, const char *why)
{
    if (why != NULL)
        fail(&theme->error, SHEAF_BAD_INPUT, "%s", why);
}

void sheaf_theme_set_faces(sheaf_theme *theme, const char *regular, const char *semibold,
                           const char *italic)
{
    const char *const names[CHOSEN_FACES] = { regular, semibold, italic }, *why = NULL;
    size_t wrong;

    if (!theme_is_well(theme))
        return;
    const struct theme_source source = { .context = theme->context };
    if (regular == NULL || semibold == NULL)
        fail(&theme->error, SHEAF_BAD_ARGUMENT, "a theme's faces are a regular and a semibold one");
    else if (!theme_open_faces(&theme->look, &source, names, &wrong, &theme->arena, &why))
        tell(theme, why);
}

void sheaf_theme_set_logo(sheaf_theme *theme, const char *path, const char *alternative)
{
    const char *why = NULL;

    if (!theme_is_well(theme))
        return;
    const struct theme_source source = { .context = theme->context };
    if (path == NULL || alternative == NULL || alternative[0] == '\0')
        fail(&theme->error, SHEAF_BAD_ARGUMENT,
             "a logo needs a file, and words for readers who do not see it");
    else {
        const struct theme_logo *logo =
            theme_open_logo(&source, path, alternative, &theme->arena, &why);
        if (logo != NULL)
            theme->look.logo = logo;
        else
            tell(theme, why);
    }
}
