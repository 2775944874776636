/* outline.c - a run as one path, for programs that have neither its face nor any like it. */
#include "paint/svg/svg.h"

struct pen {
    struct svg *svg;
    double x, y, scale; /* of the glyph's origin, and units of the scene a unit of the face */
};

static struct point at(const struct pen *pen, float x, float y)
{
    return (struct point){ pen->x + pen->scale * (double)x, pen->y - pen->scale * (double)y };
}

static void put(struct pen *pen, char verb, const struct point *points, size_t n)
{
    svg_put_points(pen->svg->out, verb, points, n, svg_level(pen->svg)->decimals);
}

static void move_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
                    void *user)
{
    const struct point to = at(data, x, y);

    (void)funcs, (void)state, (void)user;
    put(data, 'M', &to, 1);
}

static void line_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
                    void *user)
{
    const struct point to = at(data, x, y);

    (void)funcs, (void)state, (void)user;
    put(data, 'L', &to, 1);
}

static void quadratic_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float ax,
                         float ay, float x, float y, void *user)
{
    const struct point to[] = { at(data, ax, ay), at(data, x, y) };

    (void)funcs, (void)state, (void)user;
    put(data, 'Q', to, 2);
}

static void cubic_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float ax, float ay,
                     float bx, float by, float x, float y, void *user)
{
    const struct point to[] = { at(data, ax, ay), at(data, bx, by), at(data, x, y) };

    (void)funcs, (void)state, (void)user;
    put(data, 'C', to, 3);
}

static void close_path(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *user)
{
    const struct pen *pen = data;

    (void)funcs, (void)state, (void)user;
    buffer_byte(pen->svg->out, 'z');
}

static hb_draw_funcs_t *create_functions(void)
{
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();

    hb_draw_funcs_set_move_to_func(funcs, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, line_to, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(funcs, quadratic_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, cubic_to, NULL, NULL);
    hb_draw_funcs_set_close_path_func(funcs, close_path, NULL, NULL);
    return funcs;
}

static void put_glyph(hb_font_t *font, hb_codepoint_t id, hb_draw_funcs_t *funcs, struct pen *pen)
{
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(font, id, funcs, pen);
#else
    hb_font_get_glyph_shape(font, id, funcs, pen);
#endif
}

void svg_draw_outlines(struct svg *svg, const struct glyph_run *run)
{
    struct svg_style inherited = svg_level(svg)->style, style = svg_run_style(svg, run);
    hb_draw_funcs_t *funcs = create_functions();

    if (style.face != NULL) {
        double scale = run->size / hb_face_get_upem(style.face->face);
        buffer_text(svg->out, "<path d=\"");
        for (size_t i = 0; i < run->n_glyphs; i++) {
            struct pen pen = { svg, run->origin.x + run->glyphs[i].x,
                               run->origin.y + run->glyphs[i].y, scale };
            put_glyph(style.face->shape, run->glyphs[i].id, funcs, &pen);
        }
        buffer_byte(svg->out, '"');
        style.face = NULL; /* outlines need no face */
        svg_put_style(svg, &style, &inherited);
        buffer_text(svg->out, "/>\n");
    }
    hb_draw_funcs_destroy(funcs);
}
