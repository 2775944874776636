/* text.c - runs as <text>, in logical order.
 *
 * A run is as wide as it was measured (textLength), whatever face draws it, so that a layout holds
 * in a substitute. A run from right to left starts at its right end. Runs that follow each other on
 * a line from left to right are one text, to be found and copied as one; other runs are texts of
 * their own, because viewers differ in how they order the parts of mixed lines. */
#include <math.h>
#include <string.h>

#include "base/escape.h"
#include "paint/svg/svg.h"

static double advance_of(const struct glyph_run *run)
{
    double advance = 0;

    for (size_t i = 0; i < run->n_glyphs; i++)
        advance += run->glyphs[i].advance;
    return advance;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* SVG drops spaces at the ends of texts and joins others, unless it is told not to. */
static bool has_fragile_spaces(const struct glyph_run *run)
{
    for (size_t i = 0; i < run->length; i++)
        if (is_blank(run->text[i]) &&
            (i == 0 || i + 1 == run->length || is_blank(run->text[i + 1])))
            return true;
    return false;
}

static double start_of(const struct glyph_run *run)
{
    return run->origin.x + (run->right_to_left ? advance_of(run) : 0);
}

static void put_place(struct svg *svg, const struct glyph_run *run)
{
    int decimals = svg_level(svg)->decimals;

    svg_put_number(svg->out, "x", start_of(run), decimals);
    if (run->n_glyphs > 1) {
        svg_put_number(svg->out, "textLength", advance_of(run), decimals);
        buffer_text(svg->out, " lengthAdjust=\"spacingAndGlyphs\"");
    }
}

static void put_language(struct svg *svg, const struct glyph_run *run)
{
    if (run->language != NULL)
        svg_put_attribute(svg->out, "lang", run->language);
}

static bool same_color(struct color a, struct color b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static void put_ground(struct svg *svg, const struct glyph_run *run)
{
    const struct color *paper = svg->options->paper;
    struct color on, own = run->color;

    if (paper == NULL || !scene_ground(svg->scene, run, &on) || same_color(on, *paper))
        return;
    buffer_format(svg->out, " data-on=\"#%02x%02x%02x #%02x%02x%02x\"", on.red, on.green, on.blue,
                  own.red, own.green, own.blue);
}

static void put_run(struct svg *svg, const struct glyph_run *run)
{
    buffer_byte(svg->out, '>');
    escape_markup(svg->out, run->text, run->length);
}

static void put_single(struct svg *svg, const struct glyph_run *run)
{
    struct svg_style inherited = svg_level(svg)->style, style = svg_run_style(svg, run);

    buffer_text(svg->out, "<text");
    svg_put_number(svg->out, "y", run->origin.y, svg_level(svg)->decimals);
    put_place(svg, run);
    svg_put_style(svg, &style, &inherited);
    if (run->right_to_left)
        buffer_text(svg->out, " direction=\"rtl\"");
    put_language(svg, run);
    put_ground(svg, run);
    if (has_fragile_spaces(run))
        buffer_text(svg->out, " xml:space=\"preserve\"");
    put_run(svg, run);
    buffer_text(svg->out, "</text>\n");
}

/* Runs that stand apart read as words apart. */
static bool needs_space(const struct glyph_run *before, const struct glyph_run *run)
{
    double gap = run->origin.x - before->origin.x - advance_of(before);

    return gap > 0.12 * run->size && before->length > 0 && run->length > 0 &&
           !is_blank(before->text[before->length - 1]) && !is_blank(run->text[0]);
}

static void put_line(struct svg *svg)
{
    const struct glyph_run *first = svg->line[0];
    struct svg_style line = svg_level(svg)->style, style = svg_run_style(svg, first);
    bool fragile = false;

    for (int i = 0; i < svg->n_line; i++)
        fragile = fragile || has_fragile_spaces(svg->line[i]);
    buffer_text(svg->out, "<text");
    svg_put_number(svg->out, "y", first->origin.y, svg_level(svg)->decimals);
    svg_put_style(svg, &style, &line);
    buffer_text(svg->out, fragile ? " xml:space=\"preserve\">" : ">");
    for (int i = 0; i < svg->n_line; i++) {
        struct svg_style inherited = line;
        if (i > 0 && needs_space(svg->line[i - 1], svg->line[i]))
            buffer_byte(svg->out, ' ');
        style = svg_run_style(svg, svg->line[i]);
        buffer_text(svg->out, "<tspan");
        put_place(svg, svg->line[i]);
        svg_put_style(svg, &style, &inherited);
        put_language(svg, svg->line[i]);
        put_ground(svg, svg->line[i]);
        put_run(svg, svg->line[i]);
        buffer_text(svg->out, "</tspan>");
    }
    buffer_text(svg->out, "</text>\n");
}

void svg_end_line(struct svg *svg)
{
    if (svg->n_line == 1)
        put_single(svg, svg->line[0]);
    else if (svg->n_line > 1)
        put_line(svg);
    svg->n_line = 0;
}

static bool goes_on(const struct svg *svg, const struct glyph_run *run)
{
    if (svg->n_line == 0 || svg->n_line == SVG_LINE)
        return false;
    const struct glyph_run *last = svg->line[svg->n_line - 1];
    double gap = run->origin.x - last->origin.x - advance_of(last);

    return !run->right_to_left && !last->right_to_left && run->origin.y == last->origin.y &&
           gap > -0.02 * run->size && gap < 0.7 * run->size;
}

void svg_draw_glyphs(struct painter *painter, const struct glyph_run *run)
{
    struct svg *svg = svg_of(painter);

    if (svg->options->text == SVG_TEXT_OUTLINES) {
        svg_draw_outlines(svg, run);
        return;
    }
    if (!goes_on(svg, run))
        svg_end_line(svg);
    svg->line[svg->n_line++] = run;
}
