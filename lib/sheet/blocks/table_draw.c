/* table_draw.c - draws a table: headers above a line, rows separated by hairlines, figures aligned
 * on their decimal marks, flags and footnotes in a column of their own behind them. */
#include "sheet/blocks/table_parts.h"
#include "sheet/words/flag_links.h"

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
static void draw_flag(struct sheet_layout *layout, const struct table_layout *table,
                      const struct set_column *column, struct scene *scene, double x,
                      double baseline)
{
    double gap = TABLE_MARK_GAP * table->factor;

    if (column->flag == NULL)
        return;
    const bool is_link = flag_link_open(layout, scene, column->flags);
    text_line_draw(column->flag, scene, layout->mirrored ? x - gap : x + gap, baseline,
                   layout->mirrored ? ALIGN_RIGHT : ALIGN_LEFT);
    if (is_link)
        scene_close(scene);
}

static void draw_column_header(struct sheet_layout *layout, const struct table_layout *table,
                               struct scene *scene, size_t k, double x, double bottom, int rows)
{
    const struct group header = { .role = ROLE_HEADER_CELL, .scope = SCOPE_COLUMN, .rows = rows };
    const struct set_column *column = &table->columns[k];
    double edge = x + figures_edge(layout, table, column);
    double baseline = bottom - column->header->height + text_block_first_baseline(column->header);
    double last = (double)(column->header->n_lines - 1) * column->header->leading;

    scene_open(scene, &header);
    for (size_t i = 0; i < column->header->n_lines; i++)
        text_line_draw(column->header->lines[i], scene, edge,
                       baseline + (double)i * column->header->leading,
                       layout->mirrored ? ALIGN_LEFT : ALIGN_RIGHT);
    draw_flag(layout, table, column, scene, edge, baseline + last);
    scene_close(scene);
}

static void draw_corner(struct sheet_layout *layout, const struct table_layout *table,
                        struct scene *scene, double x, double bottom, int rows)
{
    const struct group corner = { .role = table->unit != NULL ? ROLE_HEADER_CELL : ROLE_CELL,
                                  .scope = SCOPE_COLUMN,
                                  .rows = rows };

    scene_open(scene, &corner);
    if (table->unit != NULL)
        layout_draw_text(layout, table->unit, scene, names_left(layout, table, x),
                         bottom - table->unit->height, table->name_width);
    scene_close(scene);
}

/* The group of columns that a column is in; n_groups: none. */
static size_t group_of(const struct table_content *content, size_t k)
{
    size_t g = 0;

    while (g < content->n_groups &&
           (k < content->groups[g].first || k >= content->groups[g].first + content->groups[g].n))
        g++;
    return g;
}

/* A header over several columns, with a hairline as wide as they are. */
static void draw_group_header(struct sheet_layout *layout, const struct table_layout *table,
                              struct scene *scene, size_t g, double x, double y)
{
    const struct column_group *group = &table->content->groups[g];
    const struct group header = { .role = ROLE_HEADER_CELL,
                                  .scope = SCOPE_COLUMN,
                                  .columns = (int)group->n };
    const struct text_block *words = table->groups[g].header;
    double first = table->columns[group->first].left;
    double width = table->columns[group->first + group->n - 1].right - first;
    double left = x + layout_offset(layout, first, width, table->plan.width);
    double rule = y + table->group_height - 1.5;

    scene_open(scene, &header);
    layout_draw_text(layout, words, scene, left, y + table->group_height - 4 - words->height,
                     width);
    scene_close(scene);
    layout_hairline(scene, left, rule, left + width, rule, layout->theme->axis, 0.4);
}

/* In the first row of two stand the headers over several columns, and all that are in none. */
static void draw_upper_headers(struct sheet_layout *layout, const struct table_layout *table,
                               struct scene *scene, double x, double y, double bottom)
{
    const struct table_content *content = table->content;

    scene_open_role(scene, ROLE_ROW);
    draw_corner(layout, table, scene, x, bottom, 2);
    for (size_t k = 0; k < content->n_columns; k++) {
        size_t g = group_of(content, k);

        if (g == content->n_groups)
            draw_column_header(layout, table, scene, k, x, bottom, 2);
        else if (content->groups[g].first == k)
            draw_group_header(layout, table, scene, g, x, y);
    }
    scene_close(scene);
}

static void draw_header(struct sheet_layout *layout, const struct table_layout *table,
                        struct scene *scene, double x, double y)
{
    const struct table_content *content = table->content;
    double bottom = y + TABLE_HEAD_SPACE + table->header_height;

    layout_hairline(scene, x, y, x + table->plan.width, y, layout->theme->ink, TABLE_RULE);
    y += TABLE_HEAD_SPACE;
    if (content->n_groups > 0)
        draw_upper_headers(layout, table, scene, x, y, bottom);
    scene_open_role(scene, ROLE_ROW);
    if (content->n_groups == 0)
        draw_corner(layout, table, scene, x, bottom, 0);
    for (size_t k = 0; k < content->n_columns; k++)
        if (content->n_groups == 0 || group_of(content, k) < content->n_groups)
            draw_column_header(layout, table, scene, k, x, bottom, 0);
    scene_close(scene);
    layout_hairline(scene, x, bottom + 2.5, x + table->plan.width, bottom + 2.5, layout->theme->ink,
                    TABLE_RULE);
}

/* The head is repeated above each further part, where it is nothing new. */
static void draw_head(struct sheet_layout *layout, const struct table_layout *table,
                      struct scene *scene, bool again, double x, double y)
{
    const unsigned linked = layout->linked_flags;

    /* What is decoration leads nowhere. */
    layout->linked_flags = again ? ALL_FLAGS : linked;
    scene_open_role(scene, again ? ROLE_ARTIFACT : ROLE_TABLE_HEAD);
    draw_header(layout, table, scene, x, y);
    scene_close(scene);
    if (again)
        layout->linked_flags = linked;
}

/* Opens the link of a cell's mark, which is flags or, without them, a footnote's number. */
static bool open_mark(struct sheet_layout *layout, const struct table_layout *table,
                      struct scene *scene, size_t i, size_t k)
{
    const unsigned flags = table_mark_flags(layout, table, i, k);
    const struct table_figure *figure = table_cell_figure(table, i, k);
    const int number = figure->note != NULL && layout->shown.has_notes
                           ? shown_footnote_number(&layout->shown, figure->note)
                           : 0;

    if (flags != 0 || number == 0)
        return flag_link_open(layout, scene, flags);
    const char *uri = arena_format(&layout->arena, "#note.%d", number);
    if (uri != NULL)
        scene_open(scene, &(struct group){ .role = ROLE_LINK, .uri = uri });
    return uri != NULL;
}

static void draw_cell(struct sheet_layout *layout, const struct table_layout *table,
                      struct scene *scene, size_t i, size_t k, double x, double baseline)
{
    const struct set_column *column = &table->columns[k];
    struct set_cell room;
    const struct set_cell *cell = table_cell(layout, table, i, k, &room);
    double edge = x + figures_edge(layout, table, column);
    double gap = TABLE_MARK_GAP * table->factor;
    const struct table_figure *figure = table_cell_figure(table, i, k);
    const bool is_confidential =
        figure->is_known && observation_is_confidential(&figure->observation);

    if (cell == NULL)
        return;
    if (cell->line != NULL && !cell->is_blank) {
        shown_figures_add(layout->figures, layout->data, table_own_series(figure),
                          &figure->observation, cell->words);
    }
    scene_open_role(scene, ROLE_CELL);
    table_draw_mark(layout, table, scene, i, k, x, baseline);
    if (cell->line != NULL) {
        double inset = table_inset(layout, column, cell);
        double left = layout->mirrored ? edge + inset : edge - inset - cell->line->width;
        double mark = cell->is_blank ? (layout->mirrored ? left : left + cell->line->width) : edge;

        const bool is_flag = is_confidential && open_mark(layout, table, scene, i, k);
        text_line_draw(cell->line, scene, left, baseline, ALIGN_LEFT);
        if (is_flag)
            scene_close(scene);
        const bool is_link = cell->mark != NULL && open_mark(layout, table, scene, i, k);
        if (cell->mark != NULL)
            text_line_draw(cell->mark, scene, layout->mirrored ? mark - gap : mark + gap, baseline,
                           layout->mirrored ? ALIGN_RIGHT : ALIGN_LEFT);
        if (is_link)
            scene_close(scene);
    }
    scene_close(scene);
}

static void draw_name(struct sheet_layout *layout, const struct table_layout *table,
                      const struct text_block *words, struct scene *scene, size_t i, double x,
                      double top)
{
    const struct group name = { .role = ROLE_HEADER_CELL, .scope = SCOPE_ROW };
    double indent = TABLE_INDENT * table->factor * table->content->rows[i].indent;

    scene_open(scene, &name);
    layout_draw_text(layout, words, scene,
                     names_left(layout, table, x) + (layout->mirrored ? 0 : indent), top,
                     table->name_width - indent);
    scene_close(scene);
}

/* Above rows of a group that has begun on an earlier page: its name. Returns its height. */
static double draw_group_again(struct sheet_layout *layout, const struct table_layout *table,
                               struct scene *scene, size_t start, double x, double y)
{
    const struct sheet_row *rows = table->content->rows;
    size_t i = start;

    while (i > 0 && rows[i].indent > 0 && rows[i].kind != ROW_OF_GROUP)
        i--;
    if (i == start || rows[i].kind != ROW_OF_GROUP)
        return 0;
    const struct text_block *name = table_row_name(layout, table, i);
    if (name == NULL)
        return 0;
    scene_open_role(scene, ROLE_ARTIFACT);
    draw_name(layout, table, name, scene, i, x, y + table->row_space / 2);
    scene_close(scene);
    return table_row_height(layout, table, i);
}

static void draw_row(struct sheet_layout *layout, const struct table_layout *table,
                     struct scene *scene, size_t i, double x, double y)
{
    double top = y + table->row_space / 2;
    const struct text_block *name = table_row_name(layout, table, i);

    if (name == NULL)
        return;
    double baseline = top + text_block_first_baseline(name);
    scene_open_role(scene, ROLE_ROW);
    draw_name(layout, table, name, scene, i, x, top);
    for (size_t k = 0; k < table->content->n_columns; k++)
        draw_cell(layout, table, scene, i, k, x, baseline);
    scene_close(scene);
}

/* Above a row: nothing over the head of a group, whose space is enough; ink over a total. */
static void draw_rule(const struct sheet_layout *layout, const struct table_layout *table,
                      struct scene *scene, size_t i, double x, double y)
{
    switch (table->content->rows[i].kind) {
    case ROW_OF_GROUP:
        break;
    case ROW_OF_TOTAL:
        layout_hairline(scene, x, y, x + table->plan.width, y, layout->theme->ink, TABLE_THIN_RULE);
        break;
    case ROW_OF_SERIES:
        layout_hairline(scene, x, y, x + table->plan.width, y, layout->theme->hairline,
                        TABLE_THIN_RULE);
        break;
    }
}

static double draw_title(struct sheet_layout *layout, const struct table_layout *table,
                         struct scene *scene, double x, double y)
{
    double below = table->flags != NULL ? table->flags->height + 4 : 0;

    if (table->title != NULL) {
        const struct markup *title = table->content->title;
        scene_open(scene, &(struct group){ .role = ROLE_CAPTION,
                                           .language = title != NULL ? title->language : NULL });
        layout_draw_text(layout, table->title, scene, x, y, table->plan.width);
        scene_close(scene);
    }
    return y + table->title_height - below;
}

static void draw_flags(struct sheet_layout *layout, const struct table_layout *table,
                       struct scene *scene, double x, double y)
{
    double above = table->title_height - table->flags->height - 4;

    scene_open_role(scene, ROLE_NOTE);
    layout_draw_text(layout, table->flags, scene, x, y + above, table->plan.width);
    scene_close(scene);
}

static void draw_pieces(struct sheet_layout *layout, const struct table_layout *table,
                        struct scene *scene, double x, double y, size_t first, size_t n)
{
    const struct block_plan *plan = &table->plan;
    size_t start = table->piece_rows[first], end = table->piece_rows[first + n];

    flag_links_begin(layout);
    if (first == 0 && table->flags != NULL)
        draw_flags(layout, table, scene, x, y);
    scene_open(scene, &(struct group){ .role = ROLE_TABLE, .whole = plan->whole });
    if (first == 0) {
        draw_title(layout, table, scene, x, y);
        y += table->title_height;
    }
    draw_head(layout, table, scene, first > 0, x, y);
    y += table_head_height(table);
    double again = draw_group_again(layout, table, scene, start, x, y);
    y += again;
    scene_open(scene, &(struct group){ .role = ROLE_TABLE_BODY, .whole = plan->whole });
    for (size_t i = start; i < end; i++) {
        y += i > start ? table_space_above(table, i) : 0;
        if (i > start || again > 0)
            draw_rule(layout, table, scene, i, x, y);
        draw_row(layout, table, scene, i, x, y);
        y += table_row_height(layout, table, i);
    }
    scene_close(scene);
    scene_close(scene);
    layout_hairline(scene, x, y, x + plan->width, y, layout->theme->ink,
                    end == table->content->n_rows ? TABLE_RULE : TABLE_THIN_RULE);
}

/* What is set of a long table's cells goes with the page. */
void table_draw(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene, double x,
                double y, size_t first, size_t n)
{
    const struct table_layout *table = (const struct table_layout *)plan;
    struct layout_aside aside;

    if (table->cells == NULL)
        layout_aside_begin(layout, &aside);
    draw_pieces(layout, table, scene, x, y, first, n);
    if (table->cells == NULL)
        layout_aside_end(layout, &aside);
}
