#include "support/overlap.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scene/painter.h"

enum { DEEPEST = 32, TEXT_SHOWN = 40 };

/* Heights of ascenders and depths of descenders in ems: Latin and Cyrillic. */
static const double ascender = 0.76, descender = 0.2;

struct found {
    struct box box;
    char text[TEXT_SHOWN]; /* "" for a mark */
};

struct reader {
    struct painter painter;
    struct matrix matrices[DEEPEST];
    size_t depth;
    enum role roles[DEEPEST];
    size_t n_roles;
    bool marks;
    bool all; /* paths of every role */
    struct found *found;
    size_t n, capacity;
};

static struct reader *reader_of(struct painter *painter)
{
    return (struct reader *)painter;
}

static bool is_head_or_foot(const struct reader *reader)
{
    for (size_t i = 0; i < reader->n_roles; i++)
        if (reader->roles[i] == ROLE_HEADER || reader->roles[i] == ROLE_FOOTER)
            return true;
    return false;
}

/* Scenes of charts only shift. */
static void add(struct reader *reader, struct box box, const char *text, size_t length)
{
    const struct matrix *matrix = &reader->matrices[reader->depth];

    if (reader->all && is_head_or_foot(reader))
        return;
    if (reader->n == reader->capacity) {
        reader->capacity = reader->capacity == 0 ? 256 : 2 * reader->capacity;
        reader->found = realloc(reader->found, reader->capacity * sizeof *reader->found);
        if (reader->found == NULL)
            abort();
    }
    struct found *found = &reader->found[reader->n++];
    found->box = (struct box){ box.left + matrix->x0, box.top + matrix->y0, box.right + matrix->x0,
                               box.bottom + matrix->y0 };
    snprintf(found->text, sizeof found->text, "%.*s", (int)length, text);
}

static void read_glyphs(struct painter *painter, const struct glyph_run *run)
{
    double right = 0;

    for (size_t i = 0; i < run->n_glyphs; i++)
        right = fmax(right, run->glyphs[i].x + run->glyphs[i].advance);
    add(reader_of(painter),
        (struct box){ run->origin.x, run->origin.y - ascender * run->size, run->origin.x + right,
                      run->origin.y + descender * run->size },
        run->text, run->length);
}

static void read_path(struct painter *painter, const struct path_mark *mark)
{
    struct reader *reader = reader_of(painter);
    enum role role = reader->n_roles > 0 ? reader->roles[reader->n_roles - 1] : ROLE_NONE;
    struct box box = { INFINITY, INFINITY, -INFINITY, -INFINITY };

    if (!reader->all && (!reader->marks || mark->fill.kind == PAINT_NONE || role != ROLE_DATUM))
        return;
    for (size_t i = 0; i < mark->path.n_points; i++) {
        struct point at = mark->path.points[i];
        box = (struct box){ fmin(box.left, at.x), fmin(box.top, at.y), fmax(box.right, at.x),
                            fmax(box.bottom, at.y) };
    }
    add(reader, box, "", 0);
}

static void push_clip(struct painter *painter, const struct path *path)
{
    struct reader *reader = reader_of(painter);

    (void)path;
    reader->matrices[reader->depth + 1] = reader->matrices[reader->depth];
    reader->depth++;
}

static void push_transform(struct painter *painter, const struct matrix *matrix)
{
    struct reader *reader = reader_of(painter);
    const struct matrix *outer = &reader->matrices[reader->depth];

    reader->matrices[reader->depth + 1] =
        (struct matrix){ 1, 0, 0, 1, outer->x0 + matrix->x0, outer->y0 + matrix->y0 };
    reader->depth++;
}

static void pop(struct painter *painter)
{
    reader_of(painter)->depth--;
}

static void open_group(struct painter *painter, const struct group *group, const struct box *bounds)
{
    struct reader *reader = reader_of(painter);

    (void)bounds;
    reader->roles[reader->n_roles++] = group->role;
}

static void close_group(struct painter *painter, const struct group *group)
{
    (void)group;
    reader_of(painter)->n_roles--;
}

static void begin_page(struct painter *painter, double width, double height)
{
    (void)painter;
    (void)width;
    (void)height;
}

static void read_image(struct painter *painter, const struct image_mark *image)
{
    (void)painter;
    (void)image;
}

static const struct painter_operations operations = {
    .name = "overlap",
    .begin_page = begin_page,
    .path = read_path,
    .glyphs = read_glyphs,
    .image = read_image,
    .push_clip = push_clip,
    .push_transform = push_transform,
    .pop = pop,
    .open = open_group,
    .close = close_group,
};

static bool touch(const struct box *a, const struct box *b, double slack)
{
    return a->left < b->right - slack && b->left < a->right - slack && a->top < b->bottom - slack &&
           b->top < a->bottom - slack;
}

static bool is_text(const struct found *found)
{
    return found->text[0] != '\0';
}

static int compare_tops(const void *a, const void *b)
{
    const struct found *first = a, *second = b;

    return (first->box.top > second->box.top) - (first->box.top < second->box.top);
}

static bool runs_off(const struct found *one, const struct box *page, struct overlap *overlap)
{
    const struct box *box = &one->box;

    if (box->left >= page->left && box->top >= page->top && box->right <= page->right &&
        box->bottom <= page->bottom)
        return false;
    snprintf(overlap->message, sizeof overlap->message,
             "'%s' runs off the page: %.1f to %.1f, %.1f to %.1f", one->text, box->left, box->right,
             box->top, box->bottom);
    return true;
}

static bool lies_on(const struct found *one, const struct found *other, double slack,
                    struct overlap *overlap)
{
    if (!is_text(one)) {
        const struct found *mark = one;
        one = other;
        other = mark;
    }
    if (!is_text(one) || !touch(&one->box, &other->box, slack))
        return false;
    snprintf(overlap->message, sizeof overlap->message, "'%s' lies on %s%s%s at %.1f, %.1f",
             one->text, is_text(other) ? "'" : "a mark", other->text, is_text(other) ? "'" : "",
             one->box.left, one->box.top);
    return true;
}

/* A line sweeps down the page: what begins below the end of a box cannot touch it. */
static void judge(struct reader *reader, const struct scene *scene, double slack,
                  struct overlap *overlap)
{
    const struct box page = { 0, 0, scene_width(scene), scene_height(scene) };
    const struct found *found = reader->found, *end = found + reader->n;

    if (reader->n > 0)
        qsort(reader->found, reader->n, sizeof *reader->found, compare_tops);
    for (const struct found *one = found; one < end; one++) {
        overlap->runs += is_text(one);
        if (is_text(one) && runs_off(one, &page, overlap))
            return;
        for (const struct found *other = one + 1;
             other < end && other->box.top < one->box.bottom - slack; other++)
            if (lies_on(one, other, slack, overlap))
                return;
    }
}

struct overlap overlap_find(const struct scene *scene, double slack, bool marks)
{
    struct reader reader = { .painter = { .operations = &operations }, .marks = marks };
    struct overlap overlap = { 0 };

    reader.matrices[0] = (struct matrix){ 1, 0, 0, 1, 0, 0 };
    if (scene_replay(scene, &reader.painter) != SHEAF_OK)
        snprintf(overlap.message, sizeof overlap.message, "%s", reader.painter.error.message);
    else
        judge(&reader, scene, slack, &overlap);
    free(reader.found);
    return overlap;
}

struct overlap outside_find(const struct scene *scene, struct box area)
{
    struct reader reader = { .painter = { .operations = &operations }, .all = true };
    struct overlap outside = { 0 };

    reader.matrices[0] = (struct matrix){ 1, 0, 0, 1, 0, 0 };
    if (scene_replay(scene, &reader.painter) != SHEAF_OK)
        snprintf(outside.message, sizeof outside.message, "%s", reader.painter.error.message);
    for (size_t i = 0; i < reader.n && outside.message[0] == '\0'; i++) {
        const struct found *found = &reader.found[i];
        const struct box *box = &found->box;
        outside.runs += found->text[0] != '\0';
        if (strcmp(found->text, " ") == 0)
            continue; /* where a line was broken */
        if (box->left < area.left || box->top < area.top || box->right > area.right ||
            box->bottom > area.bottom)
            snprintf(outside.message, sizeof outside.message,
                     "%s'%s' leaves its margins: %.1f to %.1f, %.1f to %.1f",
                     found->text[0] != '\0' ? "" : "a mark ", found->text, box->left, box->right,
                     box->top, box->bottom);
    }
    free(reader.found);
    return outside;
}

void page_fault_find(const struct scene *scene, char *fault, size_t size)
{
    const double mm = 72.0 / 25.4, slack = 0.5;
    const struct box area = { 16 * mm - slack, 14 * mm - slack,
                              scene_width(scene) - 16 * mm + slack,
                              scene_height(scene) - 16 * mm + slack };
    struct overlap outside = outside_find(scene, area), overlap = overlap_find(scene, 1, false);

    snprintf(fault, size, "%.480s%.480s", outside.message, overlap.message);
}
