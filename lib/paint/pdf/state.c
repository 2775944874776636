/* state.c - graphics parameters and paths in the content stream. A parameter
 * is written only when it changes; q and Q keep ours and the viewer's in step. */
#include "paint/pdf/pdf.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

void pdf_save_state(struct pdf *pdf)
{
    if (!memory_grow(&pdf->alloc, &pdf->painter.error, &pdf->saved, &pdf->saved_capacity,
                     pdf->n_saved + 1, sizeof *pdf->saved))
        return;
    pdf->saved[pdf->n_saved++] = pdf->state;
    buffer_text(&pdf->content, "q\n");
}

void pdf_restore_state(struct pdf *pdf)
{
    if (pdf->n_saved == 0)
        return;
    pdf->state = pdf->saved[--pdf->n_saved];
    buffer_text(&pdf->content, "Q\n");
}

static bool is_same_color(struct color a, struct color b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

/* Three decimals distinguish all 256 levels. */
static void put_color(struct buffer *into, struct color color, const char *grey, const char *rgb)
{
    const double values[] = { color.red / 255.0, color.green / 255.0, color.blue / 255.0 };
    bool is_grey = color.red == color.green && color.green == color.blue;

    pdf_put_numbers(into, values, is_grey ? 1 : 3, 3);
    buffer_text(into, is_grey ? grey : rgb);
}

void pdf_set_fill(struct pdf *pdf, struct color color)
{
    struct pdf_state *state = &pdf->state;

    if (is_same_color(color, state->fill))
        return;
    put_color(&pdf->content, color, "g\n", "rg\n");
    state->fill = (struct color){ color.red, color.green, color.blue, state->fill.alpha };
}

void pdf_set_stroke(struct pdf *pdf, struct color color)
{
    struct pdf_state *state = &pdf->state;

    if (is_same_color(color, state->stroke))
        return;
    put_color(&pdf->content, color, "G\n", "RG\n");
    state->stroke = (struct color){ color.red, color.green, color.blue, state->stroke.alpha };
}

/* One external graphics state for each opacity: "a128" for fills, "A128" for strokes. */
static void set_alpha(struct pdf *pdf, struct pdf_resource *resource, uint8_t alpha,
                      const char *parameter, char letter)
{
    if (resource->number == 0) {
        struct buffer *body = pdf_begin(pdf);
        buffer_text(body, parameter);
        buffer_fixed(body, alpha / 255.0, 4);
        resource->kind = RESOURCE_STATE;
        snprintf(resource->name, sizeof resource->name, "%c%d", letter, alpha);
        resource->number = pdf_make(pdf);
    }
    pdf_use(pdf, resource);
    buffer_format(&pdf->content, "/%s gs\n", resource->name);
}

void pdf_set_fill_alpha(struct pdf *pdf, uint8_t alpha)
{
    if (alpha == pdf->state.fill.alpha)
        return;
    set_alpha(pdf, &pdf->fill_alpha[alpha], alpha, "/ca ", 'a');
    pdf->state.fill.alpha = alpha;
}

void pdf_set_stroke_alpha(struct pdf *pdf, uint8_t alpha)
{
    if (alpha == pdf->state.stroke.alpha)
        return;
    set_alpha(pdf, &pdf->stroke_alpha[alpha], alpha, "/CA ", 'A');
    pdf->state.stroke.alpha = alpha;
}

static bool is_same_dash(const struct stroke *a, const struct stroke *b)
{
    bool same = a->n_dash == b->n_dash && a->dash_phase == b->dash_phase;

    for (int i = 0; same && i < a->n_dash; i++)
        same = a->dash[i] == b->dash[i];
    return same;
}

/* PDF viewers reject dashes whose lengths are all 0; such a line is solid. */
static struct stroke without_empty_dash(const struct stroke *pen)
{
    struct stroke solid = *pen;
    double sum = 0;

    for (int i = 0; i < pen->n_dash; i++)
        sum += pen->dash[i];
    if (pen->n_dash == 0 || !(sum > 0)) {
        solid.n_dash = 0;
        solid.dash_phase = 0;
    }
    return solid;
}

void pdf_set_pen(struct pdf *pdf, const struct stroke *pen)
{
    struct buffer *content = &pdf->content;
    struct stroke *now = &pdf->state.pen, want = without_empty_dash(pen);
    int decimals = pdf->state.decimals;

    if (want.width != now->width) {
        buffer_fixed(content, want.width, decimals);
        buffer_text(content, " w\n");
    }
    if (want.cap != now->cap)
        buffer_format(content, "%d J\n", want.cap);
    if (want.join != now->join)
        buffer_format(content, "%d j\n", want.join);
    if (!is_same_dash(&want, now)) {
        buffer_byte(content, '[');
        pdf_put_numbers(content, want.dash, (size_t)want.n_dash, decimals);
        buffer_byte(content, ']');
        pdf_put_numbers(content, &want.dash_phase, 1, decimals);
        buffer_text(content, "d\n");
    }
    *now = want;
}

void pdf_put_point(struct pdf *pdf, struct point point)
{
    const double values[] = { point.x, point.y };

    pdf_put_numbers(&pdf->content, values, 2, pdf->state.decimals);
}

/* A move, three lines along the axes and a close can be written as one operator. */
static bool is_rectangle(const struct path *path)
{
    static const uint8_t verbs[] = { VERB_MOVE, VERB_LINE, VERB_LINE, VERB_LINE, VERB_CLOSE };
    const struct point *at = path->points;

    if (path->n_verbs != 5 || memcmp(path->verbs, verbs, 5) != 0)
        return false;
    return (at[0].y == at[1].y && at[1].x == at[2].x && at[2].y == at[3].y && at[3].x == at[0].x);
}

static void put_rectangle(struct pdf *pdf, const struct point *corners)
{
    pdf_put_point(pdf, corners[0]);
    pdf_put_point(pdf, (struct point){ corners[2].x - corners[0].x, corners[2].y - corners[0].y });
    buffer_text(&pdf->content, "re\n");
}

void pdf_put_path(struct pdf *pdf, const struct path *path)
{
    static const char *const operators[] = {
        [VERB_MOVE] = "m\n", [VERB_LINE] = "l\n", [VERB_CURVE] = "c\n", [VERB_CLOSE] = "h\n"
    };
    static const int counts[] = {
        [VERB_MOVE] = 1, [VERB_LINE] = 1, [VERB_CURVE] = 3, [VERB_CLOSE] = 0
    };
    const struct point *at = path->points;

    if (is_rectangle(path)) {
        put_rectangle(pdf, at);
        return;
    }
    for (size_t i = 0; i < path->n_verbs; i++) {
        for (int k = 0; k < counts[path->verbs[i]]; k++)
            pdf_put_point(pdf, *at++);
        buffer_text(&pdf->content, operators[path->verbs[i]]);
    }
}
