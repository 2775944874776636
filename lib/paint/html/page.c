/* page.c - a page of the web: one file that asks for nothing else. */
#include <string.h>

#include "base/digest.h"
#include "paint/html/html.h"

/* Parts ---------------------------------------------------------------------------- */

static void put_parts(struct html *html, const struct web_part *first, const struct web_part *end);

static void put_scene(struct html *html, const struct web_part *part)
{
    const struct html_node *tree =
        html_tree(part->scene, html->page->language, html->arena, html->error);

    if (tree == NULL)
        return;
    html->scene = part->scene;
    if (part->kind == WEB_FIGURES) {
        html_put_figures(html, tree);
    } else if (part->kind == WEB_TEXT) {
        html_put_nodes(html, tree);
    } else if (part->kind == WEB_CONTENTS) {
        html_put_contents(html, tree);
    } else {
        buffer_text(html->out, part->kind == WEB_CALLOUT ? "<div class=\"callout\">\n"
                                                         : "<div class=\"notes\">\n");
        const bool outer = html->in_part;
        html->in_part = true;
        html_put_nodes(html, tree);
        html->in_part = outer;
        buffer_text(html->out, "</div>\n");
    }
    html->scene = NULL;
}

/* Widths of a row's parts, in twelfths of the row; equal shares are rounded. */
static int span_of(const struct web_part *row, const struct web_part *part)
{
    int taken = 0, open = 0;

    for (const struct web_part *inner = row->inner; inner != NULL; inner = inner->next) {
        taken += inner->span;
        open += inner->span == 0;
    }
    int equal = open > 0 ? (12 - taken) / open : 0;
    int span = part->span > 0 ? part->span : equal;
    return span < 1 ? 1 : span > 12 ? 12 : span;
}

/* Titles, plots and sources of a row of charts stand on the same lines. */
static bool is_of_charts(const struct web_part *row)
{
    const struct web_part *part = row->inner;

    while (part != NULL && part->kind == WEB_CHART)
        part = part->next;
    return part == NULL;
}

enum { NARROWEST_SPAN = 4 }; /* 21 rem; narrower parts share the row equally */

/* Charts alone do so too: their plots stay beside each other only where all have one scale. */
static bool keeps_spans(const struct web_part *row)
{
    const struct web_part *part = row->inner;

    if (is_of_charts(row))
        return false;

    while (part != NULL && span_of(row, part) >= NARROWEST_SPAN)
        part = part->next;
    return part == NULL;
}

static void put_row(struct html *html, const struct web_part *row)
{
    const bool of_charts = is_of_charts(row);

    html->in_part = true;
    html->row = of_charts ? row : NULL;
    buffer_format(html->out, "<div class=\"row%s%s\">\n", keeps_spans(row) ? " spans" : "",
                  of_charts ? " charts" : "");
    for (const struct web_part *part = row->inner; part != NULL; part = part->next) {
        buffer_format(html->out, "<div class=\"of-12-%d\">\n", span_of(row, part));
        put_parts(html, part, part->next);
        buffer_text(html->out, "</div>\n");
    }
    buffer_text(html->out, "</div>\n");
    html->in_part = false;
    html->row = NULL;
}

static void put_part(struct html *html, const struct web_part *part)
{
    switch (part->kind) {
    case WEB_ROW:
        put_row(html, part);
        break;
    case WEB_COLUMN:
        put_parts(html, part->inner, NULL);
        break;
    case WEB_CHART:
        html_put_chart(html, part);
        break;
    default:
        put_scene(html, part);
    }
}

static void put_parts(struct html *html, const struct web_part *first, const struct web_part *end)
{
    for (; first != end && html->error->status == SHEAF_OK; first = first->next)
        put_part(html, first);
}

/* Around them ----------------------------------------------------------------------- */

static void put_slots(struct html *html, const struct web_line *line, const char *class)
{
    const struct web_page *page = html->page;
    const char *const *slots = line->slots;
    bool any = false;

    for (int i = 0; i < 3; i++) {
        if (slots[i] == NULL || slots[i][0] == '\0')
            continue;
        if (!any)
            buffer_format(html->out, "<p class=\"%s\">", class);
        any = true;
        buffer_text(html->out, "<span");
        html_put_language(html, NULL, line->languages[i]);
        buffer_byte(html->out, '>');
        if (slots[i] == page->date_words) {
            buffer_text(html->out, "<time");
            html_put_attribute(html->out, "datetime", page->date);
            buffer_byte(html->out, '>');
        }
        html_put_string(html->out, slots[i]);
        buffer_text(html->out, slots[i] == page->date_words ? "</time></span> " : "</span> ");
    }
    if (any)
        buffer_text(html->out, "</p>\n");
}

static void put_logo(struct html *html)
{
    struct buffer png;

    if (html->page->logo == NULL)
        return;
    buffer_init(&png, &html->arena->alloc, html->error);
    paint_png_image(html->page->logo, &png, html->error);
    buffer_text(html->out, "<img class=\"logo\"");
    html_put_attribute(html->out, "alt", html->page->logo_name);
    buffer_text(html->out, " src=\"data:image/png;base64,");
    if (!png.failed)
        buffer_base64(html->out, png.bytes, png.length);
    buffer_text(html->out, "\">\n");
    buffer_free(&png);
}

static void put_head_line(struct html *html, const struct scene *scene)
{
    const struct html_node *tree =
        scene != NULL ? html_tree(scene, html->page->language, html->arena, html->error) : NULL;

    if (tree != NULL)
        html_put_nodes(html, tree);
}

static void put_header(struct html *html)
{
    buffer_text(html->out, html->page->colors.has_band ? "<header class=\"band\">\n<div>\n"
                                                       : "<header>\n<div>\n");
    put_logo(html);
    put_slots(html, &html->page->header, "slots");
    put_head_line(html, html->page->heading);
    put_head_line(html, html->page->deck);
    buffer_text(html->out, "</div>\n</header>\n");
}

static bool is_elsewhere(const struct web_translation *translation)
{
    return translation->address != NULL && html_address_is_safe(translation->address);
}

static void put_translations(struct html *html)
{
    const struct web_translation *other = html->page->translations;

    if (other == NULL)
        return;
    buffer_text(html->out, "<nav");
    html_put_attribute(html->out, "aria-label", html->page->words.languages);
    buffer_text(html->out, ">\n<ul>\n");
    for (; other != NULL; other = other->next) {
        bool is_linked = is_elsewhere(other);
        buffer_text(html->out, is_linked                ? "<li><a"
                               : other->address == NULL ? "<li><span aria-current=\"page\""
                                                        : "<li><span");
        html_put_language(html, NULL, other->language);
        if (is_linked) {
            html_put_attribute(html->out, "hreflang", other->language);
            html_put_attribute(html->out, "href", other->address);
        }
        buffer_byte(html->out, '>');
        html_put_string(html->out, other->name);
        buffer_text(html->out, is_linked ? "</a></li>\n" : "</span></li>\n");
    }
    buffer_text(html->out, "</ul>\n</nav>\n");
}

/* Notes at the end are the page's footer. */
static const struct web_part *last_notes(const struct web_page *page)
{
    const struct web_part *last = page->parts.last;

    return last != NULL && last->kind == WEB_NOTES ? last : NULL;
}

static bool has_slots(const char *const slots[3])
{
    return slots[0] != NULL || slots[1] != NULL || slots[2] != NULL;
}

static void put_footer(struct html *html)
{
    const struct web_part *notes = last_notes(html->page);

    if (notes == NULL && !has_slots(html->page->footer.slots))
        return;
    buffer_text(html->out, "<footer>\n");
    if (notes != NULL)
        put_parts(html, notes, NULL);
    put_slots(html, &html->page->footer, "slots");
    buffer_text(html->out, "</footer>\n");
}

static void put_body(struct html *html)
{
    put_translations(html);
    put_header(html);
    buffer_text(html->out, "<main>\n");
    put_parts(html, html->page->parts.inner, last_notes(html->page));
    html_end_section(html);
    buffer_text(html->out, "</main>\n");
    put_footer(html);
}

/* The document ----------------------------------------------------------------------- */

/* 'sha256-…' of what stands between the tags of a style or script. */
void html_put_hash(struct buffer *into, const char *bytes, size_t n)
{
    const struct digest digest = digest_of(bytes, n);

    buffer_text(into, "'sha256-");
    buffer_base64(into, digest.bytes, sizeof digest.bytes);
    buffer_byte(into, '\'');
}

static void put_policy(struct buffer *out, const struct buffer *style)
{
    buffer_text(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                     "style-src ");
    html_put_hash(out, style->bytes, style->length);
    buffer_text(out, "; script-src ");
    html_put_hash(out, html_script, strlen(html_script));
    buffer_text(out, "; img-src data:; base-uri 'none'; form-action 'none'\">\n");
}

static void put_alternates(struct buffer *out, const struct web_page *page)
{
    for (const struct web_translation *other = page->translations; other != NULL;
         other = other->next) {
        if (!is_elsewhere(other))
            continue;
        buffer_text(out, "<link rel=\"alternate\"");
        html_put_attribute(out, "hreflang", other->language);
        html_put_attribute(out, "href", other->address);
        buffer_text(out, ">\n");
    }
}

/* For programs, which compare releases: browsers do not run a script of this type. */
static void put_figures(struct buffer *out, const struct web_page *page)
{
    if (page->figures == NULL)
        return;
    buffer_format(out, "<script type=\"text/csv\" data-sheaf-figures=\"%s\">",
                  page->figures_have_charts ? "all" : "but-charts");
    buffer_put(out, page->figures, page->figures_length);
    buffer_text(out, "</script>\n");
}

static void put_document(const struct web_page *page, const struct buffer *style,
                         const struct buffer *body, struct buffer *out)
{
    buffer_text(out, "<!DOCTYPE html>\n<html");
    html_put_attribute(out, "lang", page->language);
    buffer_format(out, " dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                  page->right_to_left ? "rtl" : "ltr");
    put_policy(out, style);
    buffer_text(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta name=\"generator\" content=\"Sheaf\">\n");
    if (!html_is_dark(&page->colors))
        buffer_text(out, "<meta name=\"color-scheme\" content=\"light dark\">\n");
    buffer_text(out, "<title>");
    html_put_string(out, page->title);
    buffer_text(out, "</title>\n");
    if (page->description[0] != '\0') {
        buffer_text(out, "<meta name=\"description\"");
        html_put_attribute(out, "content", page->description);
        buffer_text(out, ">\n");
    }
    put_alternates(out, page);
    buffer_text(out, "<style>");
    buffer_put(out, style->bytes, style->length);
    buffer_text(out, "</style>\n</head>\n<body>\n");
    buffer_put(out, body->bytes, body->length);
    put_figures(out, page);
    buffer_format(out, "<script>%s</script>\n</body>\n</html>\n", html_script);
}

sheaf_status paint_html(const struct web_page *page, struct buffer *into, sheaf_error *error)
{
    const size_t start = into->length;
    struct arena arena;
    struct buffer body, style;
    struct html html = { .page = page, .out = &body, .arena = &arena, .error = error };

    arena_init(&arena, &into->alloc, error);
    buffer_init(&body, &into->alloc, error);
    buffer_init(&style, &into->alloc, error);
    put_body(&html);
    if (!body.failed && error->status == SHEAF_OK)
        html_put_style(&style, page, &body);
    if (!body.failed && !style.failed && error->status == SHEAF_OK)
        put_document(page, &style, &body, into);
    if (body.failed || style.failed || into->failed)
        fail_memory(error);
    if (error->status != SHEAF_OK)
        into->length = start;
    buffer_free(&style);
    buffer_free(&body);
    arena_free(&arena);
    return error->status;
}
