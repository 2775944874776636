/* table_draw.c - draws a table: headers above a line, rows separated by hairlines, figures aligned
 * on their decimal marks. */
#include "sheet/blocks/table_parts.h"

static double names_left(const struct sheet_layout *layout, const struct table_layout *table,
                         double x)
{
    return x + layout_offset(layout, 0, table->name_width, table->plan.width);
}

/* The edge at which a column's header and figures are aligned, on the side away from the names. */
static double figures_edge(const struct sheet_layout *layout, const struct table_layout *table,
                           const struct set_column *column)
{
    return layout_offset(layout, column->right, 0, table->plan.width);
}

/* Beside the last line of a column's header. */
static void draw_flag(const struct sheet_layout *layout, const struct table_layout *table,
                      const struct set_column *column, struct scene *scene, double x,
                      double baseline)
{
    double gap = TABLE_MARK_GAP * table->factor;

    if (column->flag != NULL)
        text_line_draw(column->flag, scene, layout->mirrored ? x - gap : x + gap, baseline,
                       layout->mirrored ? ALIGN_RIGHT : ALIGN_LEFT);
}

static void draw_header(struct sheet_layout *layout, const struct table_layout *table,
                        struct scene *scene, double x, double y)
{
    const struct group corner = { .role = ROLE_HEADER_CELL, .scope = SCOPE_COLUMN };
    double bottom = y + table->header_height;

    scene_open_role(scene, ROLE_ROW);
    scene_open(scene, &corner);
    if (table->unit != NULL)
        layout_draw_text(layout, table->unit, scene, names_left(layout, table, x),
                         bottom - table->unit->height, table->name_width);
    scene_close(scene);
    for (size_t k = 0; k < table->content->n_columns; k++) {
        const struct set_column *column = &table->columns[k];
        double edge = x + figures_edge(layout, table, column);
        double baseline =
            bottom - column->header->height + text_block_first_baseline(column->header);

        scene_open(scene, &corner);
        for (size_t i = 0; i < column->header->n_lines; i++)
            text_line_draw(column->header->lines[i], scene, edge,
                           baseline + (double)i * column->header->leading,
                           layout->mirrored ? ALIGN_LEFT : ALIGN_RIGHT);
        double last = (double)(column->header->n_lines - 1) * column->header->leading;
        draw_flag(layout, table, column, scene, edge, baseline + last);
        scene_close(scene);
    }
    scene_close(scene);
    layout_hairline(scene, x, bottom + 2.5, x + table->plan.width, bottom + 2.5, layout->theme->ink,
                    0.6);
}

static void draw_row(const struct sheet_layout *layout, const struct table_layout *table,
                     struct scene *scene, size_t i, double x, double y)
{
    const struct group name = { .role = ROLE_HEADER_CELL, .scope = SCOPE_ROW };
    size_t n_columns = table->content->n_columns;
    double baseline = y + 2 + text_block_first_baseline(table->names[i]);

    scene_open_role(scene, ROLE_ROW);
    scene_open(scene, &name);
    layout_draw_text(layout, table->names[i], scene, names_left(layout, table, x), y + 2,
                     table->name_width);
    scene_close(scene);
    for (size_t k = 0; k < n_columns; k++) {
        const struct set_column *column = &table->columns[k];
        const struct set_cell *cell = &table->cells[i * n_columns + k];
        double edge = x + figures_edge(layout, table, column);
        double inset = table_inset(layout, column, cell);
        double left = layout->mirrored ? edge + inset : edge - inset - cell->line->width;
        double gap = TABLE_MARK_GAP * table->factor;
        scene_open_role(scene, ROLE_CELL);
        text_line_draw(cell->line, scene, left, baseline, ALIGN_LEFT);
        if (cell->mark != NULL)
            text_line_draw(cell->mark, scene,
                           layout->mirrored ? left - gap : left + cell->line->width + gap, baseline,
                           layout->mirrored ? ALIGN_RIGHT : ALIGN_LEFT);
        scene_close(scene);
    }
    scene_close(scene);
}

void table_draw(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene, double x,
                double y, size_t first, size_t n)
{
    const struct table_layout *table = (const struct table_layout *)plan;

    scene_open_role(scene, ROLE_TABLE);
    if (first == 0 && table->title != NULL) {
        const struct markup *title = table->content->title;
        scene_open(scene, &(struct group){ .role = ROLE_CAPTION,
                                           .language = title != NULL ? title->language : NULL });
        layout_draw_text(layout, table->title, scene, x, y, plan->width);
        scene_close(scene);
        y += table->title_height;
    }
    draw_header(layout, table, scene, x, y);
    y += table->header_height + 4;
    for (size_t i = first; i < first + n; i++, y += table->row_height) {
        draw_row(layout, table, scene, i, x, y);
        if (i + 1 < first + n)
            layout_hairline(scene, x, y + table->row_height, x + plan->width, y + table->row_height,
                            layout->theme->hairline, 0.4);
    }
    scene_close(scene);
    layout_hairline(scene, x, y, x + plan->width, y, layout->theme->axis, 0.4);
}
