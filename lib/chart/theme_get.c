/* theme_get.c - what a theme says, for programs that show or change it. */
#include <string.h>

#include "chart/theme_change.h"
#include "chart/theme_own.h"

static uint32_t rgb_of(struct color color)
{
    return (uint32_t)color.red << 16 | (uint32_t)color.green << 8 | color.blue;
}

size_t sheaf_theme_get_colors(const sheaf_theme *theme, uint32_t *rgb, size_t size)
{
    const struct theme *look = theme_look(theme);

    for (size_t i = 0; rgb != NULL && i < size && i < look->n_categories; i++)
        rgb[i] = rgb_of(look->categories[i]);
    return look->n_categories;
}

bool sheaf_theme_get_flow(const sheaf_theme *theme, const char *flow, uint32_t *rgb)
{
    if (flow == NULL || rgb == NULL || !theme_knows_flow(flow))
        return false;
    *rgb = rgb_of(theme_flow_color(theme_look(theme), flow, 0));
    return true;
}

bool sheaf_theme_get_member(const sheaf_theme *theme, const char *member, uint32_t *rgb)
{
    const struct color *color =
        member != NULL ? theme_member_color(theme_look(theme), member) : NULL;

    if (color == NULL || rgb == NULL)
        return false;
    *rgb = rgb_of(*color);
    return true;
}

uint32_t sheaf_theme_get_paper(const sheaf_theme *theme)
{
    return rgb_of(theme_look(theme)->paper);
}

uint32_t sheaf_theme_get_ink(const sheaf_theme *theme)
{
    return rgb_of(theme_look(theme)->ink);
}

bool sheaf_theme_get_transparent(const sheaf_theme *theme)
{
    return theme_look(theme)->is_transparent;
}

double sheaf_theme_get_scale(const sheaf_theme *theme)
{
    return theme_look(theme)->type_scale;
}

double sheaf_theme_get_size(const sheaf_theme *theme, const char *texts)
{
    for (size_t i = 0; texts != NULL && i < THEME_SIZES; i++)
        if (strcmp(texts, theme_size_names[i]) == 0)
            return theme_texts_scale(theme_look(theme), (enum theme_size)i);
    return 0;
}

static void give(const char **to, const char *text)
{
    if (to != NULL)
        *to = text;
}

/* One that a program added has no file. */
static const char *face_of(const struct chosen_faces *faces, enum chosen_face which)
{
    return faces->added[which] != NULL ? faces->added[which] : faces->paths[which];
}

bool sheaf_theme_get_faces(const sheaf_theme *theme, const char **regular, const char **semibold,
                           const char **italic)
{
    const struct chosen_faces *faces = theme_look(theme)->faces;

    if (faces == NULL)
        return false;
    give(regular, face_of(faces, CHOSEN_REGULAR));
    give(semibold, face_of(faces, CHOSEN_SEMIBOLD));
    give(italic, face_of(faces, CHOSEN_ITALIC));
    return true;
}

bool sheaf_theme_get_logo(const sheaf_theme *theme, const char **path, const char **alternative)
{
    const struct theme_logo *logo = theme_look(theme)->logo;

    if (logo == NULL)
        return false;
    give(path, logo->file);
    give(alternative, logo->alternative);
    return true;
}
