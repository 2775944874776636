/* table.c - a table of a scene as a table. */
#include <math.h>

#include "paint/html/html.h"

static bool is_cell(const struct html_node *node)
{
    enum role role = html_role(node);

    return role == ROLE_CELL || role == ROLE_HEADER_CELL;
}

static bool is_header_row(const struct html_node *row)
{
    for (const struct html_node *cell = row->first; cell != NULL; cell = cell->next)
        if (is_cell(cell) &&
            (html_role(cell) != ROLE_HEADER_CELL || cell->group->scope != SCOPE_COLUMN))
            return false;
    return true;
}

static const struct html_node *first_text(const struct html_node *node)
{
    for (const struct html_node *inner = node->first; inner != NULL; inner = inner->next) {
        const struct html_node *text = inner->kind == HTML_TEXT ? inner : first_text(inner);
        if (text != NULL)
            return text;
    }
    return NULL;
}

/* Where the names of all rows begin. */
static double names_edge(const struct html *html, const struct html_node *part)
{
    double edge = html->page->right_to_left ? -INFINITY : INFINITY;

    for (const struct html_node *row = part->first; row != NULL; row = row->next) {
        const struct html_node *text = row->first != NULL ? first_text(row->first) : NULL;
        if (html_role(row) != ROLE_ROW || is_header_row(row) || text == NULL)
            continue;
        edge = html->page->right_to_left ? fmax(edge, text->right) : fmin(edge, text->left);
    }
    return edge;
}

/* Of a name: in steps of an em, up to 3. */
static int indent_of(const struct html *html, const struct html_node *name, double edge)
{
    const struct html_node *text = first_text(name);

    if (text == NULL || !isfinite(edge))
        return 0;
    double indent = html->page->right_to_left ? edge - text->right : text->left - edge;
    return (int)fmin(3, fmax(0, floor(indent / text->size + 0.35)));
}

/* Strong rows are groups' heads or, with figures, totals. */
static const char *class_of(const struct html_node *row)
{
    const struct html_node *name = row->first;
    const struct html_node *text = name != NULL ? first_text(name) : NULL;

    if (text == NULL || !text->strong)
        return NULL;
    for (const struct html_node *cell = name->next; cell != NULL; cell = cell->next)
        if (is_cell(cell) && first_text(cell) != NULL)
            return "total";
    return "group";
}

/* Bars ------------------------------------------------------------------------------ */

static const struct html_node *area_of(const struct html_node *cell)
{
    for (const struct html_node *inner = cell->first; inner != NULL; inner = inner->next)
        if (html_role(inner) == ROLE_ARTIFACT && inner->first != NULL &&
            inner->first->kind == HTML_AREA)
            return inner->first;
    return NULL;
}

static const struct html_node *cell_at(const struct html_node *row, size_t column)
{
    const struct html_node *cell = row->first;

    while (cell != NULL && column > 0) {
        column--;
        cell = cell->next;
    }
    return cell;
}

/* The room of all bars of a column. */
static struct box bars_of(const struct html_node *part, size_t column)
{
    struct box box = { INFINITY, INFINITY, -INFINITY, -INFINITY };

    for (const struct html_node *row = part->first; row != NULL; row = row->next) {
        const struct html_node *cell = html_role(row) == ROLE_ROW ? cell_at(row, column) : NULL;
        const struct html_node *area = cell != NULL ? area_of(cell) : NULL;
        if (area == NULL)
            continue;
        box.left = fmin(box.left, area->bounds.left);
        box.right = fmax(box.right, area->bounds.right);
    }
    return box;
}

/* The figure beside it says the same. */
static void put_bar(struct html *html, const struct html_node *part, const struct html_node *cell,
                    size_t column)
{
    const struct html_node *area = area_of(cell);

    if (area == NULL)
        return;
    struct box room = bars_of(part, column);
    double width = fmax(room.right - room.left, 1);
    struct buffer *out = html->out;
    buffer_text(
        out, "<svg class=\"bar\" aria-hidden=\"true\" width=\"90\" height=\"10\" viewBox=\"0 0 ");
    buffer_fixed(out, width, 2);
    buffer_text(out, " 10\" preserveAspectRatio=\"none\"><rect x=\"");
    buffer_fixed(out, area->bounds.left - room.left, 2);
    buffer_text(out, "\" width=\"");
    buffer_fixed(out, area->bounds.right - area->bounds.left, 2);
    buffer_format(out, "\" height=\"10\" fill=\"#%02x%02x%02x\"/></svg> ", area->fill.red,
                  area->fill.green, area->fill.blue);
}

/* Courses ---------------------------------------------------------------------------- */

static const struct html_node *figure_of(const struct html_node *cell)
{
    const struct html_node *inner = cell->first;

    while (inner != NULL && html_role(inner) != ROLE_FIGURE)
        inner = inner->next;
    return inner;
}

/* All courses of a column are as wide as the widest, and as tall as a line of the row's name. */
static struct box course_place(const struct html_node *part, const struct html_node *of_row,
                               size_t column)
{
    const struct html_node *name = of_row->first != NULL ? first_text(of_row->first) : NULL;
    struct box box = { INFINITY, 0, -INFINITY, 0 };

    for (const struct html_node *row = part->first; row != NULL; row = row->next) {
        const struct html_node *cell = html_role(row) == ROLE_ROW ? cell_at(row, column) : NULL;
        const struct html_node *figure = cell != NULL ? figure_of(cell) : NULL;
        if (figure == NULL)
            continue;
        box.left = fmin(box.left, figure->bounds.left - 1);
        box.right = fmax(box.right, figure->bounds.right + 1);
    }
    if (name != NULL) {
        box.top = name->baseline - 1.05 * name->size;
        box.bottom = name->baseline + 0.35 * name->size;
    }
    return box;
}

static void put_course(struct html *html, const struct html_node *part,
                       const struct html_node *cell, size_t column)
{
    const struct box place = course_place(part, cell->outer, column);

    html_put_mark(html, figure_of(cell), &place);
}

/* Cells ------------------------------------------------------------------------------ */

static void put_span(struct html *html, const char *name, int n)
{
    if (n > 1)
        buffer_format(html->out, " %s=\"%d\"", name, n);
}

/* A header without words heads nothing: an empty cell. */
static void put_cell(struct html *html, const struct html_node *part, const struct html_node *cell,
                     size_t column, double edge)
{
    bool is_header = html_role(cell) == ROLE_HEADER_CELL && first_text(cell) != NULL;
    bool is_name = is_header && cell->group->scope == SCOPE_ROW;
    int indent = is_name ? indent_of(html, cell, edge) : 0;
    const char *name = is_header ? "th" : "td";

    buffer_format(html->out, "<%s", name);
    if (is_header)
        buffer_format(html->out, " scope=\"%s\"",
                      is_name                    ? "row"
                      : cell->group->columns > 1 ? "colgroup"
                                                 : "col");
    if (indent > 0)
        buffer_format(html->out, " class=\"indent-%d\"", indent);
    else if (area_of(cell) != NULL)
        buffer_text(html->out, " class=\"barred\"");
    put_span(html, "colspan", cell->group->columns);
    put_span(html, "rowspan", cell->group->rows);
    buffer_byte(html->out, '>');
    put_bar(html, part, cell, column);
    html->ignores_weight = true;
    if (figure_of(cell) != NULL)
        put_course(html, part, cell, column);
    else
        html_put_line(html, cell);
    html->ignores_weight = false;
    buffer_format(html->out, "</%s>", name);
}

static void put_row(struct html *html, const struct html_node *part, const struct html_node *row,
                    double edge)
{
    const char *class = is_header_row(row) ? NULL : class_of(row);
    size_t column = 0;

    buffer_text(html->out, "<tr");
    if (class != NULL)
        html_put_attribute(html->out, "class", class);
    buffer_byte(html->out, '>');
    for (const struct html_node *cell = row->first; cell != NULL; cell = cell->next, column++)
        if (is_cell(cell))
            put_cell(html, part, cell, column, edge);
    buffer_text(html->out, "</tr>\n");
}

static void put_rows(struct html *html, const struct html_node *part, const char *element)
{
    double edge = names_edge(html, part);

    buffer_format(html->out, "<%s>\n", element);
    for (const struct html_node *row = part->first; row != NULL; row = row->next)
        if (html_role(row) == ROLE_ROW)
            put_row(html, part, row, edge);
    buffer_format(html->out, "</%s>\n", element);
}

void html_put_table(struct html *html, const struct html_node *table)
{
    const struct html_node *caption = html_find(table, ROLE_CAPTION);

    html_begin_frame(html, caption != NULL ? html_words(html, caption) : "");
    buffer_text(html->out, "<table");
    if (table->group->place.id != NULL)
        html_put_attribute(html->out, "id", table->group->place.id);
    buffer_text(html->out, ">\n");
    if (caption != NULL) {
        buffer_text(html->out, "<caption");
        html_put_language(html, caption, caption->group->language);
        buffer_byte(html->out, '>');
        html->ignores_weight = true;
        html_put_line(html, caption);
        html->ignores_weight = false;
        buffer_text(html->out, "</caption>\n");
    }
    for (const struct html_node *part = table->first; part != NULL; part = part->next)
        if (html_role(part) == ROLE_TABLE_HEAD)
            put_rows(html, part, "thead");
        else if (html_role(part) == ROLE_TABLE_BODY)
            put_rows(html, part, "tbody");
    buffer_text(html->out, "</table>\n");
    html_end_frame(html);
}
