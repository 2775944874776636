/* figures_draw.c - draws key figures, separated by hairlines: label, value, change. */
#include "sheet/blocks/figures_parts.h"
#include "sheet/words/flag_links.h"

static void draw_arrow(struct scene *scene, double x, double baseline, double direction,
                       struct color color)
{
    double height = FIGURES_ARROW * 0.8, foot = baseline - 0.6, tip = foot - height;

    if (direction < 0) {
        double swap = foot;
        foot = tip;
        tip = swap;
    }
    scene_open_role(scene, ROLE_ARTIFACT);
    scene_move_to(scene, x, foot);
    scene_line_to(scene, x + FIGURES_ARROW, foot);
    scene_line_to(scene, x + FIGURES_ARROW / 2, tip);
    scene_close_path(scene);
    scene_fill(scene, color);
    scene_close(scene);
}

/* Draws lines one after the other on a baseline, the last of several with the flags, if there are any.
 * The first begins at the offset `behind` from x; returns the offset at which the last one ends. */
static double draw_lines(struct sheet_layout *layout, const struct set_figure *set,
                         struct scene *scene, const struct text_line *const *lines, size_t n,
                         unsigned flags, double gap, double x, double behind, double baseline)
{
    for (size_t i = 0; i < n; i++) {
        if (lines[i] == NULL)
            continue;
        const bool is_link = i > 0 && i + 1 == n && flag_link_open(layout, scene, flags);
        behind += i > 0 ? gap : 0;
        text_line_draw(lines[i], scene,
                       x + layout_offset(layout, behind, lines[i]->width, set->width), baseline,
                       ALIGN_LEFT);
        if (is_link)
            scene_close(scene);
        behind += lines[i]->width;
    }
    return behind;
}

static void draw_change(struct sheet_layout *layout, const struct figures_plan *planned,
                        const struct set_figure *set, struct scene *scene, double x, double y)
{
    const struct text_line *const lines[] = { set->change, set->change_flag };
    double leading = layout->theme->figure_change.leading, baseline = y + leading * 0.77;

    if (set->direction != 0)
        draw_arrow(scene, x + layout_offset(layout, 0, FIGURES_ARROW, set->width), baseline,
                   set->direction, layout->theme->ink);
    double behind =
        draw_lines(layout, set, scene, lines, 2, set->change_flags, planned->unit_gap, x,
                   set->direction != 0 ? FIGURES_ARROW + FIGURES_ARROW_GAP : 0, baseline);
    if (planned->base_beside)
        draw_lines(layout, set, scene, set->base->lines, 1, 0, 0, x, behind + planned->unit_gap,
                   baseline);
    else
        layout_draw_text(layout, set->base, scene, x, y + leading, set->width);
}

/* An item of a list, read as "Turnover, 2023 $31.5 bn +30.1% on a year earlier". */
static void draw_figure(struct sheet_layout *layout, const struct figures_plan *planned,
                        const struct set_figure *set, struct scene *scene, double x, double y)
{
    const struct theme *theme = layout->theme;
    const struct group group = { .role = ROLE_PARAGRAPH, .label = set->label_words };
    const struct text_line *const value[] = { set->value, set->unit, set->mark };
    double baseline;
    double below = y + planned->label_height + theme->figure_value.leading;

    shown_figures_add(layout->figures, 0, set->figure->series, &set->figure->observation,
                      set->value_words);
    shown_figures_add(layout->figures, 0, set->figure->growth, &set->figure->change,
                      set->change_words);
    scene_open_role(scene, ROLE_LIST_ITEM);
    scene_open_role(scene, ROLE_LIST_BODY);
    scene_open(scene, &group);
    layout_draw_text(layout, set->label, scene, x, y + planned->label_height - set->label->height,
                     set->width);
    baseline = below - theme->figure_value.leading * 0.16;
    draw_lines(layout, set, scene, value, 3, set->flags, planned->unit_gap, x, 0, baseline);
    if (set->change != NULL)
        draw_change(layout, planned, set, scene, x, below + 4);
    scene_close(scene);
    scene_close(scene);
    scene_close(scene);
}

void figures_draw(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene,
                  double x, double y, size_t first, size_t n)
{
    const struct figures_plan *planned = (const struct figures_plan *)plan;

    (void)first;
    (void)n;
    flag_links_begin(layout);
    scene_open_role(scene, ROLE_LIST);
    for (size_t i = 0; i < planned->n; i++) {
        const struct set_figure *set = &planned->figures[i];
        double left = x + layout_offset(layout, set->left, set->width, plan->width);
        double rule = x + layout_offset(layout, set->left - layout->gutter / 2, 0, plan->width);
        size_t row = i / planned->n_columns;
        double top = y + (double)row * (planned->row_height + FIGURES_ROW_GAP);

        if (i % planned->n_columns > 0)
            layout_hairline(scene, rule, top + 1, rule, top + planned->row_height,
                            layout->theme->hairline, 0.5);
        draw_figure(layout, planned, set, scene, left, top);
    }
    scene_close(scene);
}
