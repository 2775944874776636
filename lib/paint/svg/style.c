/* style.c - presentation attributes, where they differ from those of the groups around. */
#include "base/escape.h"
#include "paint/svg/svg.h"

#include <string.h>

static bool same_color(struct color a, struct color b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue && a.alpha == b.alpha;
}

static void put_fill(struct buffer *out, struct color fill, const struct svg_style *inherited)
{
    if (inherited->has_fill && same_color(fill, inherited->fill))
        return;
    svg_put_color(out, "fill", fill);
    if (fill.alpha == 255 && inherited->has_fill && inherited->fill.alpha != 255)
        buffer_text(out, " fill-opacity=\"1\"");
}

/* The name of an embedded face comes before the families that may stand in for it. */
static void put_families(struct svg *svg, const struct svg_face *face)
{
    buffer_text(svg->out, " font-family=\"");
    if (svg->options->text == SVG_TEXT_EMBEDDED)
        buffer_format(svg->out, "%s-face-%u,", svg->prefix, face->number);
    escape_markup(svg->out, face->families, strlen(face->families));
    buffer_byte(svg->out, '"');
}

static void put_face(struct svg *svg, const struct svg_face *face, const struct svg_face *inherited)
{
    bool embedded = svg->options->text == SVG_TEXT_EMBEDDED;

    if (inherited == NULL || embedded || strcmp(face->families, inherited->families) != 0)
        put_families(svg, face);
    if (inherited == NULL || face->weight != inherited->weight)
        buffer_format(svg->out, " font-weight=\"%d\"", face->weight);
    if (inherited == NULL || face->font->is_italic != inherited->font->is_italic)
        buffer_format(svg->out, " font-style=\"%s\"", face->font->is_italic ? "italic" : "normal");
}

void svg_put_style(struct svg *svg, const struct svg_style *style, struct svg_style *inherited)
{
    struct buffer *out = svg->out;

    if (style->face != NULL) {
        if (style->face != inherited->face)
            put_face(svg, style->face, inherited->face);
        if (style->size != inherited->size)
            svg_put_number(out, "font-size", style->size, 3);
        if (style->tabular != inherited->tabular)
            buffer_format(out, " font-variant=\"%s\"", style->tabular ? "tabular-nums" : "normal");
        inherited->face = style->face;
        inherited->size = style->size;
        inherited->tabular = style->tabular;
    }
    if (style->has_fill) {
        put_fill(out, style->fill, inherited);
        inherited->has_fill = true;
        inherited->fill = style->fill;
    }
}
