/* also.c - below a plot, what has no room or no place in it. */
#include "chart/guides/also.h"

#include "chart/across.h"
#include "chart/plan.h"

/* Ems between the plot and the list. */
static const double space = 0.6;

void also_add(const struct plot *plot, struct also *also, const char *name, const char *figure)
{
    const char *semicolon = punctuation_of(text_locale(plot->pen.text))->semicolon, *words;

    if (name == NULL || figure == NULL || also->failed) {
        also->failed = true;
        return;
    }
    name = pen_isolated(&plot->pen, name);
    figure = pen_isolated(&plot->pen, figure);
    words = also->names == NULL ? arena_format(plot->pen.arena, "%s\xC2\xA0%s", name, figure)
                                : arena_format(plot->pen.arena, "%s%s%s\xC2\xA0%s", also->names,
                                               semicolon, name, figure);
    also->failed = words == NULL;
    also->names = words;
}

struct text_block *also_set(const struct plot *plot, const struct also *also)
{
    const struct blank blanks[] = { { "names", also->names } };

    if (also->failed || also->names == NULL)
        return NULL;
    const char *words = format_phrase(plot->pen.text, plot->pen.arena, PHRASE_ALSO, blanks, 1);
    struct text_style style = plot->pen.theme->label;
    style.color = plot->pen.theme->ink;
    const struct text_span span = { words, &style, NULL };
    return words != NULL ? text_wrap(plot->pen.text, plot->pen.arena, &span, 1, plot->width, 0)
                         : NULL;
}

double also_height(const struct plot *plot, const struct text_block *block)
{
    return block != NULL ? block->height + space * plot->pen.em : 0;
}

void also_draw(const struct plot *plot, struct scene *scene, const struct text_block *block)
{
    if (block == NULL)
        return;
    scene_open_role(scene, ROLE_LEGEND);
    across_block(plot, scene, block, plot->box.left, plot->box.bottom - block->height / 2,
                 plot->box.right - plot->box.left);
    scene_close(scene);
}
