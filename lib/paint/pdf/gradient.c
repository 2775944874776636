/* gradient.c - axial gradients as shading patterns, and masks for those whose
 * ends differ in opacity. */
#include "paint/pdf/pdf.h"

#include <stdio.h>
#include <string.h>

static void put_function(struct buffer *into, const double *from, const double *to, size_t n)
{
    buffer_text(into, "/Function << /FunctionType 2 /Domain [0 1] /N 1 /C0 [");
    pdf_put_numbers(into, from, n, 3);
    buffer_text(into, "] /C1 [");
    pdf_put_numbers(into, to, n, 3);
    buffer_text(into, "] >>");
}

static void put_shading(struct buffer *into, const struct paint *paint, const char *space,
                        const double *from, const double *to, size_t n)
{
    const double axis[] = { paint->from.x, paint->from.y, paint->to.x, paint->to.y };

    buffer_format(into, "<< /ShadingType 2 /ColorSpace /%s /Extend [true true] /Coords [", space);
    pdf_put_numbers(into, axis, 4, 6);
    buffer_text(into, "] ");
    put_function(into, from, to, n);
    buffer_text(into, " >>");
}

static bool is_same_color(struct color a, struct color b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static bool is_latest(const struct pdf *pdf, const struct paint *paint)
{
    const struct paint *latest = &pdf->gradient_paint;
    const struct matrix *a = &pdf->gradient_matrix, *b = &pdf->state.matrix;

    return pdf->gradient.number != 0 && is_same_color(latest->color, paint->color) &&
           is_same_color(latest->end, paint->end) && latest->from.x == paint->from.x &&
           latest->from.y == paint->from.y && latest->to.x == paint->to.x &&
           latest->to.y == paint->to.y && a->xx == b->xx && a->yx == b->yx && a->xy == b->xy &&
           a->yy == b->yy && a->x0 == b->x0 && a->y0 == b->y0;
}

/* Patterns lie in the page's coordinates, whatever the content's are, so that each
 * takes the matrix in use along. */
static void make_gradient(struct pdf *pdf, const struct paint *paint)
{
    const struct color a = paint->color, b = paint->end;
    const double from[] = { a.red / 255.0, a.green / 255.0, a.blue / 255.0 };
    const double to[] = { b.red / 255.0, b.green / 255.0, b.blue / 255.0 };
    struct buffer *body = pdf_begin(pdf);

    buffer_text(body, "/PatternType 2 /Matrix [");
    pdf_put_matrix(body, &pdf->state.matrix);
    buffer_text(body, "]\n/Shading ");
    put_shading(body, paint, "DeviceRGB", from, to, 3);
    pdf->gradient = (struct pdf_resource){ .kind = RESOURCE_PATTERN, .number = pdf_make(pdf) };
    snprintf(pdf->gradient.name, sizeof pdf->gradient.name, "P%zu", pdf->n_patterns++);
    pdf->gradient_paint = *paint;
    pdf->gradient_matrix = pdf->state.matrix;
}

void pdf_set_gradient(struct pdf *pdf, const struct paint *paint, bool for_stroke)
{
    /* A gradient without an axis has only its end. */
    if (paint->from.x == paint->to.x && paint->from.y == paint->to.y) {
        if (for_stroke)
            pdf_set_stroke(pdf, paint->end);
        else
            pdf_set_fill(pdf, paint->end);
        return;
    }
    if (!is_latest(pdf, paint))
        make_gradient(pdf, paint);
    pdf_use(pdf, &pdf->gradient);
    buffer_format(&pdf->content, for_stroke ? "/Pattern CS /%s SCN\n" : "/Pattern cs /%s scn\n",
                  pdf->gradient.name);
    if (for_stroke)
        pdf->state.stroke_is_pattern = true;
    else
        pdf->state.fill_is_pattern = true;
}

/* A form whose brightness is the opacity; it lies in the coordinates in use where
 * the mask is set. */
static unsigned make_mask_form(struct pdf *pdf, const struct paint *paint, const struct box *box)
{
    static const char content[] = "/S sh\n";
    const double sides[] = { box->left, box->top, box->right, box->bottom };
    double from = paint->color.alpha / 255.0, to = paint->end.alpha / 255.0;
    struct buffer *body = pdf_begin(pdf);

    buffer_text(body, "/Type /XObject /Subtype /Form /BBox [");
    pdf_put_numbers(body, sides, 4, pdf->state.decimals);
    buffer_text(body, "]\n/Group << /S /Transparency /CS /DeviceGray >>\n"
                      "/Resources << /Shading << /S ");
    put_shading(body, paint, "DeviceGray", &from, &to, 1);
    buffer_text(body, " >> >>\n");
    return pdf_stream(pdf, content, sizeof content - 1, false);
}

void pdf_set_gradient_mask(struct pdf *pdf, const struct paint *paint, const struct box *box)
{
    unsigned form = make_mask_form(pdf, paint, box);
    struct pdf_resource mask = { .kind = RESOURCE_STATE };

    buffer_format(pdf_begin(pdf), "/SMask << /S /Luminosity /G %u 0 R >>", form);
    mask.number = pdf_make(pdf);
    snprintf(mask.name, sizeof mask.name, "M%zu", pdf->n_masks++);
    pdf_use(pdf, &mask);
    buffer_format(&pdf->content, "/%s gs\n", mask.name);
}
