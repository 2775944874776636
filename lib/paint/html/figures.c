/* figures.c - key figures as a list of terms. A figure is one paragraph of the scene: its label above
 * the value, which has the largest type, and the change below. */
#include "paint/html/html.h"

static const struct html_node *largest(const struct html_node *figure)
{
    const struct html_node *found = NULL;

    for (const struct html_node *text = figure->first; text != NULL; text = text->next)
        if (text->kind == HTML_TEXT && (found == NULL || text->size > found->size))
            found = text;
    return found;
}

/* The first text below a baseline; NULL: there is none. */
static const struct html_node *first_below(const struct html_node *from, double baseline)
{
    while (from != NULL && (from->kind != HTML_TEXT || from->baseline <= baseline + 0.01))
        from = from->next;
    return from;
}

static void put_part(struct html *html, const char *open, const struct html_node *first,
                     const struct html_node *end, const char *close)
{
    if (first == end)
        return;
    buffer_text(html->out, open);
    html->begins = true;
    html_put_runs(html, first, end);
    buffer_text(html->out, close);
}

static void put_figure(struct html *html, const struct html_node *figure)
{
    const struct html_node *value = largest(figure);

    if (value == NULL)
        return;
    const struct html_node *change = first_below(value, value->baseline);
    html->ignores_weight = true;
    buffer_text(html->out, "<div>");
    put_part(html, "<dt>", figure->first, value, "</dt>");
    put_part(html, "<dd class=\"value\">", value, change, "</dd>");
    put_part(html, "<dd>", change, NULL, "</dd>");
    buffer_text(html->out, "</div>\n");
    html->ignores_weight = false;
}

static void put_all(struct html *html, const struct html_node *node)
{
    for (const struct html_node *inner = node->first; inner != NULL; inner = inner->next)
        if (html_role(inner) == ROLE_PARAGRAPH)
            put_figure(html, inner);
        else
            put_all(html, inner);
}

static unsigned count(const struct html_node *node)
{
    unsigned n = 0;

    for (const struct html_node *inner = node->first; inner != NULL; inner = inner->next)
        n += html_role(inner) == ROLE_PARAGRAPH ? 1 : count(inner);
    return n;
}

void html_put_figures(struct html *html, const struct html_node *tree)
{
    buffer_format(html->out, "<div class=\"clip\"><dl class=\"figures of-%u\">\n", count(tree));
    put_all(html, tree);
    buffer_text(html->out, "</dl></div>\n");
}
