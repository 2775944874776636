/* web_chart.c - the charts of a page of the web: each laid out twice, for a column of text and for a
 * phone, since type that shrinks with its picture cannot be read. */
#include "sheet/layout/web.h"

#include <math.h>
#include <string.h>

#include "chart/datum.h"
#include "chart/layout.h"
#include "chart/words/words.h"
#include "period/period.h"
#include "sheet/blocks/block.h"

/* Pixels: what a picture is laid out for, the part of its width that is its height, its labels. */
static const struct size {
    double width, height, label;
} wide = { 820, 0.54, 13 }, narrow = { 400, 0.9, 13 };
enum { MOST_DATA = 1000 }; /* of lines: more are no walk for a reader */

/* A chart being laid out. */
struct laid {
    const struct block *block;
    struct web_part *part;
    struct datum_list *data;
    struct block_plan *plan;
};

static double height_of(const struct block_plan *plan, const struct size *size)
{
    return plan->stretch >= 1 ? fmax(plan->preferred_height, size->height * size->width)
                              : plan->preferred_height;
}

static bool plan_chart(struct web *web, struct laid *laid, const struct size *size)
{
    struct sheet_layout *layout = web->layout;

    laid->data = arena_new(&layout->arena, struct datum_list);
    if (laid->data == NULL)
        return false;
    *laid->data = (struct datum_list){ .arena = &layout->arena, .most_of_lines = MOST_DATA };
    layout->chart_data = laid->data;
    laid->plan = block_plan(layout, laid->block, size->width);
    layout->chart_data = NULL;
    return laid->plan != NULL;
}

/* Copies a datum into the page. */
static void take_datum(struct web *web, const struct datum_note *note, struct web_datum *datum)
{
    const sheaf_datum *from = &note->datum;
    struct arena *arena = &web->page->arena;
    const char *series = capitalized(arena, from->series);
    char code[SHEAF_PERIOD_TEXT];

    *datum = (struct web_datum){ .series_index = note->series,
                                 .period_index = note->period,
                                 .box = { from->box.left, from->box.top, from->box.right,
                                          from->box.bottom },
                                 .label = arena_string(arena, from->label),
                                 .series = arena_string(arena, series != NULL ? series : ""),
                                 .period = "",
                                 .code = "",
                                 .text = arena_string(arena, from->text),
                                 .unit = arena_string(arena, from->unit),
                                 .value = from->value,
                                 .multiplier = from->multiplier,
                                 .status = (char)from->status };
    if (from->period.unit == SHEAF_NO_PERIOD)
        return;
    sheaf_period_write(from->period, code);
    datum->code = arena_string(arena, code);
    datum->period = period_words(web->layout->text, arena, from->period, PERIOD_SHORT);
}

static bool take_data(struct web *web, const struct datum_list *list, struct web_picture *picture)
{
    picture->data = arena_array(&web->page->arena, struct web_datum, list->n);
    if (picture->data == NULL)
        return false;
    for (size_t i = 0; i < list->n; i++)
        take_datum(web, &list->notes[i], &picture->data[i]);
    picture->n_data = list->n;
    return layout_is_well(web->layout);
}

/* What is cut on a phone is whole in the wide picture: nothing to warn of. */
static void draw_narrow(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene)
{
    const struct text_foreign *before = text_set_foreign(layout->text, layout->sheet->foreign);

    plan->operations->draw(layout, plan, scene, 0, 0, 0, 1);
    text_set_foreign(layout->text, before);
}

/* Of a text that has none in the sheet's language; NULL: it has. */
static const char *foreign_language(struct web *web, const char *words)
{
    const struct text_foreign *foreign = web->layout->sheet->foreign;

    while (foreign != NULL && strcmp(foreign->words, words) != 0)
        foreign = foreign->next;
    return foreign != NULL ? arena_string(&web->page->arena, foreign->language) : NULL;
}

static void take_words(struct web *web, const struct laid *laid, const struct scene *scene)
{
    struct arena *arena = &web->page->arena;
    const char *name = chart_plan_name(laid->plan->chart), *alternative = scene_alternative(scene);
    const char *language = chart_plan_title_language(laid->plan->chart);

    laid->part->name = arena_string(arena, name != NULL ? name : "");
    laid->part->alternative = arena_string(arena, alternative != NULL ? alternative : "");
    laid->part->alternative_language =
        alternative != NULL ? foreign_language(web, alternative) : NULL;
    /* Without a title its name is the first sentence of the alternative text. */
    if (language != NULL)
        laid->part->name_language = arena_string(arena, language);
    else if (name != NULL && alternative != NULL && strncmp(alternative, name, strlen(name)) == 0)
        laid->part->name_language = laid->part->alternative_language;
}

static bool draw_chart(struct web *web, const struct laid *laid, const struct size *size)
{
    struct sheet_layout *layout = web->layout;
    bool is_wide = size == &wide;
    struct web_picture *picture = is_wide ? &laid->part->wide : &laid->part->narrow;
    const struct theme *look = block_chart_look(laid->block);

    picture->scene = scene_create(&layout->sheet->alloc, size->width, laid->plan->height);
    if (is_wide)
        plan_draw(layout, laid->plan, picture->scene, 0, 0);
    else
        draw_narrow(layout, laid->plan, picture->scene);
    scene_finish(picture->scene);
    error_take(layout->error, scene_error(picture->scene));
    if (is_wide && layout_is_well(layout)) {
        take_words(web, laid, picture->scene);
        laid->part->has_ground = look != NULL && !look->is_transparent &&
                                 !color_equal(look->paper, layout->theme->paper);
    }
    return layout_is_well(layout) && take_data(web, laid->data, picture);
}

/* Charts of a row are as tall as the tallest, and their plots begin and end at the same heights. */
static void fix_charts(struct sheet_layout *layout, const struct block *group,
                       const struct stack *plans, const struct size *size)
{
    const bool is_row = group != NULL && group->type == &block_row;
    double tallest = 0;

    for (size_t i = 0; i < plans->n; i++)
        tallest = fmax(tallest, height_of(plans->plans[i], size));
    for (size_t i = 0; i < plans->n; i++)
        plan_fix(layout, plans->plans[i], is_row ? tallest : height_of(plans->plans[i], size));
    if (is_row)
        block_row_align(layout, plans);
}

static bool lay_size(struct web *web, const struct block *group, struct laid *laid, size_t n,
                     const struct size *size)
{
    struct sheet_layout *layout = web->layout;
    struct stack plans = { .plans = arena_array(&layout->arena, struct block_plan *, n), .n = n };

    layout->width = size->width;
    layout->screen_scale = size->label / theme_default()->label.size;
    bool well = plans.plans != NULL;
    for (size_t i = 0; well && i < n; i++) {
        well = plan_chart(web, &laid[i], size);
        plans.plans[i] = laid[i].plan;
    }
    well = well && (group == NULL || block_group_share(layout, group, &plans));
    if (well)
        fix_charts(layout, group, &plans, size);
    well = well && layout_is_well(layout);
    for (size_t i = 0; well && i < n; i++)
        well = draw_chart(web, &laid[i], size);
    layout->screen_scale = 0;
    return well && layout_is_well(layout);
}

bool web_lay_charts(struct web *web, const struct block *group, const struct block *const *blocks,
                    struct web_part *const *parts, size_t n)
{
    struct laid *laid = arena_array(&web->layout->arena, struct laid, n);
    size_t n_charts = 0;

    if (laid == NULL)
        return false;
    for (size_t i = 0; i < n; i++)
        if (blocks[i]->type == &block_chart)
            laid[n_charts++] = (struct laid){ .block = blocks[i], .part = parts[i] };
    return n_charts == 0 || (lay_size(web, group, laid, n_charts, &wide) &&
                             lay_size(web, group, laid, n_charts, &narrow));
}
