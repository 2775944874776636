/* element.c - the tree of a scene as elements. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/escape.h"
#include "paint/html/html.h"

/* Lines ---------------------------------------------------------------------------- */

static void set_emphasis(struct html *html, bool strong, bool italic)
{
    if (html->italic && (!italic || html->strong != strong)) {
        buffer_text(html->out, "</em>");
        html->italic = false;
    }
    if (html->strong && !strong)
        buffer_text(html->out, "</strong>");
    if (!html->strong && strong)
        buffer_text(html->out, "<strong>");
    html->strong = strong;
    if (!html->italic && italic)
        buffer_text(html->out, "<em>");
    html->italic = italic;
}

static bool is_flag(const struct html_node *node)
{
    return node->space && node->text[0] == '[';
}

static void put_text(struct html *html, const struct html_node *node)
{
    if (node->space && !html->begins)
        buffer_byte(html->out, ' ');
    html->begins = false;
    set_emphasis(html, node->strong && !html->ignores_weight, node->italic);
    if (is_flag(node))
        buffer_text(html->out, "<bdi class=\"flag\">");
    if (node->language != NULL) {
        buffer_text(html->out, "<span");
        html_put_language(html, node, node->language);
        buffer_byte(html->out, '>');
    }
    escape_markup(html->out, node->text, node->length);
    if (node->language != NULL)
        buffer_text(html->out, "</span>");
    if (is_flag(node))
        buffer_text(html->out, "</bdi>");
}

static void put_inline(struct html *html, const struct html_node *node);

static const char note_uri[] = "#note.";

/* Whether a mark or a flag, "#note.1" or "#note.est", has been referred to. */
static bool is_referred(const struct html *html, const char *uri, size_t n)
{
    const unsigned mark = (unsigned)strtoul(uri + strlen(note_uri), NULL, 10);

    for (const struct html_name *flag = html->flags; flag != NULL; flag = flag->next)
        if (strlen(flag->name) == n && strncmp(flag->name, uri, n) == 0)
            return true;
    return mark > 0 && mark <= html->n_refs;
}

/* The first mark of a footnote and the first of a flag are where the note leads back to. */
static void put_reference(struct html *html, const char *uri)
{
    const unsigned mark = (unsigned)strtoul(uri + strlen(note_uri), NULL, 10);
    const bool is_first = !is_referred(html, uri, strlen(uri));

    buffer_text(html->out, "<a role=\"doc-noteref\"");
    if (!is_first)
        return;
    html_put_attribute(html->out, "id", arena_format(html->arena, "%s.back", uri + 1));
    if (mark > 0) {
        html->n_refs = mark;
        return;
    }
    struct html_name *flag = arena_new(html->arena, struct html_name);
    if (flag == NULL)
        return;
    *flag = (struct html_name){ uri, html->flags };
    html->flags = flag;
}

/* A link within the page. A flag of a chart alone is explained, and leads nowhere back. */
static void put_own_link(struct html *html, const struct html_node *node)
{
    const char *uri = node->group->uri, *back = strstr(uri, ".back");
    const bool is_note = strncmp(uri, note_uri, strlen(note_uri)) == 0;

    set_emphasis(html, false, false);
    if (is_note && back != NULL && !is_referred(html, uri, (size_t)(back - uri))) {
        put_inline(html, node);
        return;
    }
    if (node->first != NULL && node->first->kind == HTML_TEXT && node->first->space &&
        !html->begins) {
        buffer_byte(html->out, ' ');
        html->begins = true;
    }
    if (!is_note)
        buffer_text(html->out, "<a");
    else if (back != NULL)
        buffer_text(html->out, "<a role=\"doc-backlink\"");
    else
        put_reference(html, uri);
    html_put_attribute(html->out, "href", uri);
    html_put_language(html, node, node->group->language);
    buffer_byte(html->out, '>');
    put_inline(html, node);
    set_emphasis(html, false, false);
    buffer_text(html->out, "</a>");
}

static void put_link(struct html *html, const struct html_node *node)
{
    const char *uri = node->group->uri;

    if (uri[0] == '#') {
        put_own_link(html, node);
        return;
    }
    bool is_safe = html_address_is_safe(uri);
    set_emphasis(html, false, false);
    if (node->first != NULL && node->first->kind == HTML_TEXT && node->first->space)
        buffer_byte(html->out, ' ');
    if (is_safe) {
        buffer_text(html->out, "<a");
        html_put_attribute(html->out, "href", uri);
        buffer_byte(html->out, '>');
    }
    put_inline(html, node);
    set_emphasis(html, false, false);
    if (is_safe)
        buffer_text(html->out, "</a>");
}

static void put_inline_group(struct html *html, const struct html_node *node)
{
    const char *language = node->group->language;
    bool has_language = language != NULL && language[0] != '\0';

    switch (html_role(node)) {
    case ROLE_ARTIFACT:
        break;
    case ROLE_LINK:
        put_link(html, node);
        break;
    case ROLE_FIGURE:
        html_put_mark(html, node, &node->bounds);
        break;
    default:
        set_emphasis(html, false, false);
        if (has_language) {
            buffer_text(html->out, "<span");
            html_put_language(html, node, language);
            buffer_byte(html->out, '>');
        }
        put_inline(html, node);
        set_emphasis(html, false, false);
        if (has_language)
            buffer_text(html->out, "</span>");
    }
}

void html_put_runs(struct html *html, const struct html_node *first, const struct html_node *end)
{
    for (const struct html_node *inner = first; inner != end; inner = inner->next)
        if (inner->kind == HTML_TEXT)
            put_text(html, inner);
        else if (inner->kind == HTML_GROUP)
            put_inline_group(html, inner);
    set_emphasis(html, false, false);
}

static void put_inline(struct html *html, const struct html_node *node)
{
    html_put_runs(html, node->first, NULL);
}

void html_put_line(struct html *html, const struct html_node *node)
{
    put_inline(html, node);
}

static void gather(const struct html_node *node, struct buffer *words)
{
    for (const struct html_node *inner = node->first; inner != NULL; inner = inner->next) {
        if (inner->kind == HTML_TEXT) {
            if (inner->space && words->length > 0)
                buffer_byte(words, ' ');
            buffer_put(words, inner->text, inner->length);
        } else if (html_role(inner) != ROLE_ARTIFACT) {
            gather(inner, words);
        }
    }
}

const char *html_words(const struct html *html, const struct html_node *node)
{
    struct buffer words;

    buffer_init(&words, &html->arena->alloc, html->error);
    gather(node, &words);
    const char *text = arena_text(html->arena, words.length > 0 ? words.bytes : "", words.length);
    buffer_free(&words);
    return text != NULL ? text : "";
}

/* Elements -------------------------------------------------------------------------- */

static void open_element(struct html *html, const struct html_node *node, const char *name,
                         const char *class)
{
    buffer_format(html->out, "<%s", name);
    if (class != NULL)
        html_put_attribute(html->out, "class", class);
    if (node->group->place.id != NULL)
        html_put_attribute(html->out, "id", node->group->place.id);
    html_put_language(html, node, node->group->language);
    buffer_byte(html->out, '>');
}

static void put_element(struct html *html, const struct html_node *node, const char *name,
                        const char *class)
{
    open_element(html, node, name, class);
    put_inline(html, node);
    buffer_format(html->out, "</%s>\n", name);
}

void html_end_section(struct html *html)
{
    if (html->in_section)
        buffer_text(html->out, "</section>\n");
    html->in_section = false;
}

/* Where links lead to: the heading, or the hairline that is drawn before it. NULL: no link does. */
static const char *heading_id(const struct html_node *node)
{
    const char *id = node->group->place.id;

    for (const struct html_node *other = node->outer->first; id == NULL && other != node;
         other = other->next)
        if (other->next == node && html_role(other) == ROLE_ARTIFACT)
            id = other->group->place.id;
    return id;
}

/* A section begins with each of the main headings that stands across the page. */
static void put_heading(struct html *html, const struct html_node *node)
{
    unsigned level = (unsigned)(html_role(node) - ROLE_HEADING1) + 2;

    html->level = level;
    html->ignores_weight = true;
    if (level == 2 && !html->in_part) {
        html_end_section(html);
        html->n_sections++;
        html->in_section = true;
        const char *id = heading_id(node);
        if (id == NULL)
            id = arena_format(html->arena, "heading.%u", html->n_sections);
        buffer_text(html->out, "<section");
        html_put_attribute(html->out, "aria-labelledby", id);
        buffer_text(html->out, ">\n<h2");
        html_put_attribute(html->out, "id", id);
        html_put_language(html, node, node->group->language);
        buffer_byte(html->out, '>');
        put_inline(html, node);
        buffer_text(html->out, "</h2>\n");
    } else {
        put_element(html, node, level == 2 ? "h2" : level == 3 ? "h3" : "h4", NULL);
    }
    html->ignores_weight = false;
}

static void put_list(struct html *html, const struct html_node *node)
{
    const char *name = node->group->labels == LABELS_NUMBERS ? "ol" : "ul";

    open_element(html, node, name, NULL);
    buffer_byte(html->out, '\n');
    html_put_nodes(html, node);
    buffer_format(html->out, "</%s>\n", name);
}

/* "3." of a numbered list; "": a bullet. */
static void put_item(struct html *html, const struct html_node *node)
{
    const struct html_node *label = html_find(node, ROLE_LIST_LABEL);
    const char *words = label != NULL ? html_words(html, label) : "";
    long number = strtol(words, NULL, 10);

    if (number > 0)
        buffer_format(html->out, "<li value=\"%ld\">", number);
    else
        buffer_text(html->out, "<li>");
    html_put_nodes(html, node);
    buffer_text(html->out, "</li>\n");
}

/* Of each entry the link. */
static void put_entries(struct html *html, const struct html_node *contents)
{
    buffer_text(html->out, "<ul>\n");
    for (const struct html_node *entry = contents->first; entry != NULL; entry = entry->next) {
        if (html_role(entry) != ROLE_CONTENTS_ITEM)
            continue;
        html->begins = true;
        buffer_text(html->out, "<li>");
        put_inline(html, entry);
        buffer_text(html->out, "</li>\n");
    }
    buffer_text(html->out, "</ul>\n");
}

void html_put_contents(struct html *html, const struct html_node *tree)
{
    const struct html_node *title = html_find(tree, ROLE_HEADING1);
    const bool outer = html->in_part;

    html->in_part = true;
    buffer_text(html->out, "<nav class=\"contents\"");
    html_put_attribute(html->out, "aria-label", title != NULL ? html_words(html, title) : "");
    buffer_text(html->out, ">\n");
    html_put_nodes(html, tree);
    buffer_text(html->out, "</nav>\n");
    html->in_part = outer;
}

static void put_quote(struct html *html, const struct html_node *node)
{
    open_element(html, node, "blockquote", NULL);
    html_put_nodes(html, node);
    buffer_text(html->out, "</blockquote>\n");
}

static void put_group(struct html *html, const struct html_node *node)
{
    switch (html_role(node)) {
    case ROLE_ARTIFACT:
    case ROLE_HEADER:
    case ROLE_FOOTER:
    case ROLE_LIST_LABEL:
        break;
    case ROLE_TITLE:
        html->ignores_weight = true;
        put_element(html, node, "h1", NULL);
        html->ignores_weight = false;
        break;
    case ROLE_HEADING1:
    case ROLE_HEADING2:
    case ROLE_HEADING3:
        put_heading(html, node);
        break;
    case ROLE_PARAGRAPH:
        put_element(html, node, "p", NULL);
        break;
    case ROLE_NOTE:
        put_element(html, node, "p", "note");
        break;
    case ROLE_LIST:
        put_list(html, node);
        break;
    case ROLE_LIST_ITEM:
        put_item(html, node);
        break;
    case ROLE_CONTENTS:
        put_entries(html, node);
        break;
    case ROLE_QUOTE:
        put_quote(html, node);
        break;
    case ROLE_TABLE:
        html_put_table(html, node);
        break;
    case ROLE_FIGURE:
        html_put_mark(html, node, &node->bounds);
        break;
    default:
        html_put_nodes(html, node);
    }
}

void html_put_nodes(struct html *html, const struct html_node *node)
{
    for (const struct html_node *inner = node->first; inner != NULL; inner = inner->next)
        if (inner->kind == HTML_GROUP)
            put_group(html, inner);
}

/* Keyboards scroll what has focus; two frames of one name would be one to a screen reader. */
void html_begin_frame(struct html *html, const char *name)
{
    buffer_text(html->out, "<div class=\"frame\" role=\"region\" tabindex=\"0\" aria-label=\"");
    html_put_string(html->out, name[0] != '\0' ? name : html->page->title);
    buffer_format(html->out, " (%u)\">\n", ++html->n_frames);
}

void html_end_frame(struct html *html)
{
    buffer_text(html->out, "</div>\n");
}
