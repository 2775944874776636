/* key.c - the row under the subtitle that says what colours and hatches mean. */
#include "chart/key.h"

#include <math.h>

#include "chart/marks.h"
#include "chart/plan.h"
#include "chart/words.h"

void key_clear(struct key *key)
{
    key->n_items = 0;
    key->rows = 0;
    key->height = 0;
}

void key_add(struct chart_plan *plan, const char *words, enum swatch swatch, struct color color,
             enum figure_style style)
{
    struct key *key = &plan->key;

    if (words == NULL || plan->detail >= DETAIL_NO_KEY)
        return;
    if (key->n_items == key->capacity) {
        size_t larger = key->capacity == 0 ? 16 : 2 * key->capacity;
        struct key_item *items = arena_array(plan->arena, struct key_item, larger);
        if (items == NULL)
            return;
        for (size_t i = 0; i < key->n_items; i++)
            items[i] = key->items[i];
        key->items = items;
        key->capacity = larger;
    }
    key->items[key->n_items++] =
        (struct key_item){ .words = words, .swatch = swatch, .color = color, .style = style };
}

void key_add_series(struct chart_plan *plan, size_t first, size_t end, enum swatch swatch)
{
    for (size_t i = first; i < end; i++)
        key_add(plan, plan->model->series[i].label, swatch, plan->model->series[i].color,
                FIGURE_SOLID);
}

void key_add_styles(struct chart_plan *plan, enum swatch swatch)
{
    for (int style = FIGURE_DERIVED; style < FIGURE_STYLES; style++)
        if (plan->model->styles[style] && plan->detail < DETAIL_SHORT_KEY) {
            const char *word = plan_style_word(plan, (enum figure_style)style);
            key_add(plan, word != NULL ? capitalized(plan->arena, word) : NULL, swatch,
                    plan->theme.grey, (enum figure_style)style);
        }
}

void key_add_marks(struct chart_plan *plan, unsigned marks)
{
    for (unsigned mark = 0; mark < MARK_COUNT; mark++) {
        if ((marks >> mark & 1) == 0 || plan->detail >= DETAIL_SHORT_KEY)
            continue;
        const char *sign = marks_text(1U << mark, plan->arena);
        const char *word = format_word(plan->text, mark_word(mark));
        key_add(plan, sign != NULL ? arena_format(plan->arena, "%s %s", sign, word) : NULL,
                SWATCH_NONE, plan->theme.grey, FIGURE_SOLID);
    }
}

static double swatch_width(const struct chart_plan *plan, enum swatch swatch)
{
    static const double ems[] = {
        [SWATCH_BAR] = 0.95, [SWATCH_LINE] = 1.9, [SWATCH_TARGET] = 0.3, [SWATCH_NONE] = 0
    };

    return ems[swatch] * plan->em;
}

/* From an item's left to its words. */
static double words_left(const struct chart_plan *plan, enum swatch swatch)
{
    return swatch == SWATCH_NONE ? 0 : swatch_width(plan, swatch) + 0.5 * plan->em;
}

static double row_height(const struct chart_plan *plan)
{
    return plan->theme.label.leading * 1.15;
}

void key_measure(struct chart_plan *plan)
{
    struct key *key = &plan->key;
    double x = 0, gap = 1.5 * plan->em;

    key->rows = key->n_items > 0 ? 1 : 0;
    for (size_t i = 0; i < key->n_items; i++) {
        struct key_item *item = &key->items[i];
        struct text_style style = plan->theme.label;
        double swatch = words_left(plan, item->swatch);
        style.color = plan->theme.ink;
        item->line = text_fit(plan->text, plan->arena, item->words, &style, plan->width - swatch);
        if (x > 0 && x + swatch + line_width(item->line) > plan->width) {
            x = 0;
            key->rows++;
        }
        item->x = x;
        item->row = key->rows - 1;
        x += swatch + line_width(item->line) + gap;
    }
    key->top = plan->header.bottom + (plan->header.bottom > 0 ? 0.55 * plan->em : 0);
    key->height = key->rows > 0 ? (double)key->rows * row_height(plan) : 0;
}

static void draw_swatch(const struct chart_plan *plan, struct scene *scene,
                        const struct key_item *item, double y)
{
    double width = swatch_width(plan, item->swatch), half = width / 2;
    struct paint none = paint_none(), paint = paint_color(item->color);
    struct stroke stroke = mark_stroke(plan, item->style);
    struct box box = { item->x, y - half, item->x + width, y + half };

    switch (item->swatch) {
    case SWATCH_BAR:
        box.top = plan_snap(plan, box.top);
        box.bottom = plan_snap(plan, box.bottom);
        mark_bar(plan, scene, box, item->color, item->style);
        return;
    case SWATCH_LINE:
        scene_move_to(scene, box.left + stroke.width / 2, y);
        scene_line_to(scene, box.right - stroke.width / 2, y);
        scene_draw(scene, &none, &paint, &stroke);
        return;
    case SWATCH_TARGET:
        scene_rectangle(scene, box.left, y - 0.6 * plan->em, plan->theme.line_width,
                        1.2 * plan->em);
        scene_fill(scene, item->color);
        return;
    case SWATCH_NONE:
        return;
    }
}

void key_draw(const struct chart_plan *plan, struct scene *scene)
{
    const struct key *key = &plan->key;

    if (key->height <= 0)
        return;
    scene_open_role(scene, ROLE_LEGEND);
    for (size_t i = 0; i < key->n_items; i++) {
        const struct key_item *item = &key->items[i];
        double y = key->top + ((double)item->row + 0.5) * row_height(plan);
        double x = item->x + words_left(plan, item->swatch);
        draw_swatch(plan, scene, item, y);
        plan_draw_centered(scene, item->line, x, y, ALIGN_LEFT);
    }
    scene_close(scene);
}
