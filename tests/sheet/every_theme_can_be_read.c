/* every_theme_can_be_read.c - the gallery of all chart types in every built-in theme, as it is painted:
 * each text has 4.5 : 1 to what lies behind it, and each series has a mark with 3 : 1 to the paper, or
 * words on its marks. Links of a sankey are exempt: they are pale, so that crossings can be followed,
 * and the nodes at their ends have names and figures. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chart/theme_object.h"
#include "pages.h"
#include "scene/painter.h"
#include "sheaf/theme.h"

enum { DEEPEST = 64, MOST_POINTS = 4096, MOST_PALE = 1000 };

/* A filled shape as a polygon of the page; curves are cut into pieces. */
struct shape {
    struct point *points;
    size_t *ends; /* of its outlines */
    size_t n, n_ends;
    struct box bounds, clip;
    struct paint fill;
};

struct series {
    double best; /* contrast of its marks with the paper */
    bool has_text;
    size_t first; /* of its shapes */
    char label[80];
};

/* A series without such a mark, until words are found on it. */
struct pale {
    struct series series;
    struct box bounds;
    bool has_words;
};

struct reader {
    struct painter painter;
    const struct theme *theme;
    struct matrix matrices[DEEPEST];
    struct box clips[DEEPEST];
    size_t depth;
    struct group groups[DEEPEST];
    size_t n_groups;
    struct shape *shapes;
    size_t n, capacity;
    struct series series; /* the innermost that is open */
    struct pale pale[MOST_PALE];
    size_t n_pale;
    size_t in_series, texts, drawn, faults;
};

static struct reader *reader_of(struct painter *painter)
{
    return (struct reader *)painter;
}

static bool in_box(const struct box *box, struct point at)
{
    return at.x >= box->left && at.x <= box->right && at.y >= box->top && at.y <= box->bottom;
}

static void fault(struct reader *reader, const char *what, double contrast)
{
    print_message("    %s: %.2f : 1\n", what, contrast);
    reader->faults++;
}

static struct point to_page(const struct reader *reader, struct point at)
{
    const struct matrix *m = &reader->matrices[reader->depth];

    return (struct point){ m->xx * at.x + m->xy * at.y + m->x0,
                           m->yx * at.x + m->yy * at.y + m->y0 };
}

static struct point on_curve(struct point a, const struct point *p, double t)
{
    double u = 1 - t, w[4] = { u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t };

    return (struct point){ w[0] * a.x + w[1] * p[0].x + w[2] * p[1].x + w[3] * p[2].x,
                           w[0] * a.y + w[1] * p[0].y + w[2] * p[1].y + w[3] * p[2].y };
}

static void add_point(struct shape *shape, struct point at)
{
    assert_true(shape->n < MOST_POINTS);
    shape->points[shape->n++] = at;
    shape->bounds =
        (struct box){ fmin(shape->bounds.left, at.x), fmin(shape->bounds.top, at.y),
                      fmax(shape->bounds.right, at.x), fmax(shape->bounds.bottom, at.y) };
}

static struct shape flatten(const struct reader *reader, const struct path *path)
{
    static struct point points[MOST_POINTS];
    static size_t ends[MOST_POINTS];
    struct shape shape = { points,
                           ends,
                           0,
                           0,
                           { INFINITY, INFINITY, -INFINITY, -INFINITY },
                           reader->clips[reader->depth],
                           { .kind = PAINT_NONE } };
    const struct point *at = path->points;

    for (size_t i = 0; i < path->n_verbs; i++) {
        if (path->verbs[i] == VERB_MOVE && shape.n > 0)
            ends[shape.n_ends++] = shape.n;
        if (path->verbs[i] == VERB_CURVE) {
            for (int k = 1; k <= 8; k++)
                add_point(&shape, to_page(reader, on_curve(at[-1], at, k / 8.0)));
            at += 3;
        } else if (path->verbs[i] != VERB_CLOSE) {
            add_point(&shape, to_page(reader, *at++));
        }
    }
    ends[shape.n_ends++] = shape.n;
    return shape;
}

static void *copy(const void *from, size_t n)
{
    void *to = malloc(n > 0 ? n : 1);

    assert_non_null(to);
    return memcpy(to, from, n);
}

static void keep(struct reader *reader, struct shape shape)
{
    if (reader->n == reader->capacity) {
        reader->capacity = reader->capacity == 0 ? 1024 : 2 * reader->capacity;
        reader->shapes = realloc(reader->shapes, reader->capacity * sizeof *reader->shapes);
        assert_non_null(reader->shapes);
    }
    shape.points = copy(shape.points, shape.n * sizeof *shape.points);
    shape.ends = copy(shape.ends, shape.n_ends * sizeof *shape.ends);
    reader->shapes[reader->n++] = shape;
}

/* Nonzero winding, as painters fill. */
static bool covers(const struct shape *shape, struct point at)
{
    int winding = 0;

    if (!in_box(&shape->bounds, at) || !in_box(&shape->clip, at))
        return false;
    for (size_t e = 0, first = 0; e < shape->n_ends; first = shape->ends[e++])
        for (size_t i = first; i < shape->ends[e]; i++) {
            struct point a = shape->points[i];
            struct point b = shape->points[i + 1 < shape->ends[e] ? i + 1 : first];
            double side = (b.x - a.x) * (at.y - a.y) - (at.x - a.x) * (b.y - a.y);
            winding += a.y <= at.y && b.y > at.y && side > 0;
            winding -= a.y > at.y && b.y <= at.y && side < 0;
        }
    return winding != 0;
}

static struct color over(struct color color, struct color ground)
{
    double share = color.alpha / 255.0;

    color.alpha = 255;
    return color_mix(color, ground, share);
}

/* What lies at a point: of a hatch both its colours. */
static void ground_at(const struct reader *reader, struct point at, struct color grounds[2])
{
    grounds[0] = grounds[1] = reader->theme->paper;
    for (size_t i = 0; i < reader->n; i++) {
        const struct paint *fill = &reader->shapes[i].fill;
        if (!covers(&reader->shapes[i], at))
            continue;
        for (size_t k = 0; k < 2; k++)
            grounds[k] = over(fill->kind == PAINT_HATCH && k == 1 ? fill->background : fill->color,
                              grounds[k]);
    }
}

static double contrast_of(struct color color, struct color ground)
{
    return color_contrast(over(color, ground), ground);
}

static void read_glyphs(struct painter *painter, const struct glyph_run *run)
{
    struct reader *reader = reader_of(painter);
    double worst = 21;

    const struct point origin =
        to_page(reader, (struct point){ run->origin.x, run->origin.y - 0.35 * run->size });
    reader->texts++;
    for (size_t i = 0; i < reader->n_pale; i++)
        reader->pale[i].has_words |= in_box(&reader->pale[i].bounds, origin);
    reader->series.has_text |= reader->in_series > 0;
    for (size_t i = 0; i < run->n_glyphs; i++) {
        struct color grounds[2];
        struct point at = { run->origin.x + run->glyphs[i].x + run->glyphs[i].advance / 2,
                            run->origin.y - 0.35 * run->size };
        if (run->glyphs[i].advance == 0 || run->text[run->glyphs[i].cluster] == ' ')
            continue;
        ground_at(reader, to_page(reader, at), grounds);
        for (size_t k = 0; k < 2; k++)
            worst = fmin(worst, contrast_of(run->color, grounds[k]));
    }
    if (worst < 4.5) {
        char what[200];
        snprintf(what, sizeof what, "text '%.*s' of '%s'",
                 (int)(run->length < 60 ? run->length : 60), run->text, reader->series.label);
        fault(reader, what, worst);
    }
}

static void take_paint(struct reader *reader, const struct paint *paint)
{
    const struct color paper = reader->theme->paper;

    if (paint->kind == PAINT_NONE)
        return;
    reader->series.best = fmax(reader->series.best, contrast_of(paint->color, paper));
    if (paint->kind == PAINT_HATCH)
        reader->series.best = fmax(reader->series.best, contrast_of(paint->background, paper));
}

static void read_path(struct painter *painter, const struct path_mark *mark)
{
    struct reader *reader = reader_of(painter);

    if (reader->in_series > 0) {
        reader->drawn++;
        take_paint(reader, &mark->fill);
        take_paint(reader, &mark->stroke_paint);
    }
    if (mark->fill.kind == PAINT_NONE)
        return;
    struct shape shape = flatten(reader, &mark->path);
    shape.fill = mark->fill;
    keep(reader, shape);
}

static void push_clip(struct painter *painter, const struct path *path)
{
    struct reader *reader = reader_of(painter);
    struct box box = flatten(reader, path).bounds, outer = reader->clips[reader->depth];

    assert_true(reader->depth + 1 < DEEPEST);
    reader->matrices[reader->depth + 1] = reader->matrices[reader->depth];
    reader->clips[++reader->depth] =
        (struct box){ fmax(box.left, outer.left), fmax(box.top, outer.top),
                      fmin(box.right, outer.right), fmin(box.bottom, outer.bottom) };
}

static void push_transform(struct painter *painter, const struct matrix *m)
{
    struct reader *reader = reader_of(painter);
    const struct matrix o = reader->matrices[reader->depth];

    assert_true(reader->depth + 1 < DEEPEST);
    reader->clips[reader->depth + 1] = reader->clips[reader->depth];
    reader->matrices[++reader->depth] = (struct matrix){
        o.xx * m->xx + o.xy * m->yx,        o.yx * m->xx + o.yy * m->yx,
        o.xx * m->xy + o.xy * m->yy,        o.yx * m->xy + o.yy * m->yy,
        o.xx * m->x0 + o.xy * m->y0 + o.x0, o.yx * m->x0 + o.yy * m->y0 + o.y0,
    };
}

static void pop(struct painter *painter)
{
    reader_of(painter)->depth--;
}

static void open_group(struct painter *painter, const struct group *group, const struct box *bounds)
{
    struct reader *reader = reader_of(painter);

    (void)bounds;
    assert_true(reader->n_groups < DEEPEST);
    reader->groups[reader->n_groups++] = *group;
    if (group->role != ROLE_SERIES || reader->in_series++ > 0)
        return;
    reader->series = (struct series){ .first = reader->n };
    reader->drawn = 0;
    snprintf(reader->series.label, sizeof reader->series.label, "%s",
             group->label != NULL ? group->label : "");
}

static void close_group(struct painter *painter, const struct group *group)
{
    struct reader *reader = reader_of(painter);

    reader->n_groups--;
    if (group->role != ROLE_SERIES || --reader->in_series > 0)
        return;
    if (reader->drawn == 0 || reader->series.has_text || reader->series.best >= 3 ||
        strstr(reader->series.label, " \xE2\x86\x92 ") != NULL)
        return;
    assert_true(reader->n_pale < MOST_PALE);
    struct pale *pale = &reader->pale[reader->n_pale++];
    *pale = (struct pale){ reader->series, { INFINITY, INFINITY, -INFINITY, -INFINITY }, false };
    for (size_t i = reader->series.first; i < reader->n; i++) {
        const struct box *box = &reader->shapes[i].bounds;
        pale->bounds =
            (struct box){ fmin(pale->bounds.left, box->left), fmin(pale->bounds.top, box->top),
                          fmax(pale->bounds.right, box->right),
                          fmax(pale->bounds.bottom, box->bottom) };
    }
}

static void begin_page(struct painter *painter, double width, double height)
{
    struct reader *reader = reader_of(painter);

    reader->matrices[0] = (struct matrix){ 1, 0, 0, 1, 0, 0 };
    reader->clips[0] = (struct box){ 0, 0, width, height };
}

static void end_page(struct painter *painter)
{
    struct reader *reader = reader_of(painter);

    for (size_t i = 0; i < reader->n_pale; i++)
        if (!reader->pale[i].has_words)
            fault(reader, reader->pale[i].series.label, reader->pale[i].series.best);
    reader->n_pale = 0;
    for (size_t i = 0; i < reader->n; i++) {
        free(reader->shapes[i].points);
        free(reader->shapes[i].ends);
    }
    reader->n = 0;
}

static void read_image(struct painter *painter, const struct image_mark *image)
{
    (void)painter;
    (void)image;
}

static const struct painter_operations operations = {
    .name = "contrast",
    .begin_page = begin_page,
    .end_page = end_page,
    .path = read_path,
    .glyphs = read_glyphs,
    .image = read_image,
    .push_clip = push_clip,
    .push_transform = push_transform,
    .pop = pop,
    .open = open_group,
    .close = close_group,
};

static void the_gallery_can_be_read(void **state)
{
    char path[600];
    size_t faults = 0;

    (void)state;
    snprintf(path, sizeof path, "%s/samples/gallery/gallery.yaml", golden_source_folder());
    for (size_t i = 0; i < sheaf_theme_count(); i++) {
        sheaf_theme *theme = sheaf_theme_create(NULL, sheaf_theme_name(i));
        sheaf_sheet *sheet = sheaf_sheet_read(NULL, path);
        static struct reader reader;
        reader = (struct reader){ .painter.operations = &operations, .theme = theme_look(theme) };

        sheaf_sheet_set_theme(sheet, theme);
        struct sheet_pages *pages = sheet_layout(sheet);
        assert_string_equal(sheaf_sheet_message(sheet), "");
        assert_non_null(pages);
        print_message("  %s\n", sheaf_theme_name(i));
        for (size_t k = 0; k < pages->n; k++)
            assert_int_equal(scene_replay(pages->scenes[k], &reader.painter), SHEAF_OK);
        print_message("    %zu texts on %zu pages\n", reader.texts, pages->n);
        assert_true(reader.texts > 1000);
        faults += reader.faults;
        free(reader.shapes);
        sheet_pages_destroy(pages);
        sheaf_sheet_destroy(sheet);
        sheaf_theme_destroy(theme);
    }
    assert_int_equal(faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_gallery_can_be_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
