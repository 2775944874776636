/* pictures.c - charts laid out: asked, drawn and selected in. */
#include <cairo.h>

#include "api/machine.h"

void lay_out(struct machine *m)
{
    size_t i = slot(m);
    sheaf_chart *chart = some(m, KIND_sheaf_chart);
    double width = take(m) % 16 ? 10 + 3.0 * take(m) : number(m), height = 10 + 3.0 * take(m);

    if (!may_output(m))
        return;
    put(m, KIND_sheaf_picture, i, sheaf_chart_layout(chart, width, height));
    require_said(sheaf_chart_error(chart));
    require((m->objects[KIND_sheaf_picture][i] != NULL) == (sheaf_chart_status(chart) == SHEAF_OK));
}

void ask_picture(struct machine *m)
{
    const sheaf_picture *picture = some(m, KIND_sheaf_picture);
    sheaf_datum datum = SHEAF_DATUM_INIT;
    size_t n = sheaf_picture_datum_count(picture);

    require(!sheaf_picture_datum(picture, n, &datum));
    require(n == 0 || sheaf_picture_datum(picture, take(m) % n, &datum));
    require(datum.text != NULL && datum.label != NULL);
    if (sheaf_picture_hit(picture, number(m), number(m), &datum))
        require(datum.series != NULL);
    require(sheaf_picture_description(picture) != NULL);
}

void draw_picture(struct machine *m)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 40, 30);
    cairo_t *cr = cairo_create(surface);

    sheaf_picture_draw(some(m, KIND_sheaf_picture), take(m) % 16 ? cr : NULL, number(m), 0);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}

/* Indexes of a brush are data of the picture; what a place means leads back near it. */
void select_in_picture(struct machine *m)
{
    enum { MOST_INDEXES = 8 };
    const sheaf_picture *picture = some(m, KIND_sheaf_picture);
    const sheaf_box box = { number(m), number(m), number(m), number(m) };
    size_t indexes[MOST_INDEXES];
    sheaf_datum datum = SHEAF_DATUM_INIT;
    sheaf_period when;
    double value, x, y;
    const size_t n = sheaf_picture_brush(picture, box, indexes, MOST_INDEXES);

    for (size_t i = 0; i < n && i < MOST_INDEXES; i++)
        require(sheaf_picture_datum(picture, indexes[i], &datum));
    if (sheaf_picture_nearest(picture, number(m), number(m), number(m), &datum))
        require(datum.index < sheaf_picture_datum_count(picture));
    if (sheaf_picture_value_at(picture, number(m), number(m), &when, &value) &&
        sheaf_picture_position_of(picture, when, value, &x, &y))
        require(isfinite(x) && isfinite(y));
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 40, 30);
    cairo_t *cr = cairo_create(surface);
    sheaf_picture_draw_selected(picture, cr, 0, 0, indexes, n < MOST_INDEXES ? n : MOST_INDEXES);
    cairo_destroy(cr);
    cairo_surface_destroy(surface);
}
