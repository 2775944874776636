/* excerpt.c - replays a part of a scene into another. */
#include "scene/excerpt.h"

#include "scene/painter.h"

struct excerpting {
    struct painter painter; /* first: operations get this */
    const struct scene_excerpt *excerpt;
    struct scene *into;
    int taken;    /* groups and pushes open within what is wanted */
    int left_out; /* the same within what is not */
    bool inside;
};

static struct excerpting *excerpting(struct painter *painter)
{
    return (struct excerpting *)painter;
}

static bool draws(const struct excerpting *of)
{
    return of->inside && of->left_out == 0;
}

static void begin_page(struct painter *painter, double width, double height)
{
    (void)painter;
    (void)width;
    (void)height;
}

static void trace(struct scene *into, const struct path *path)
{
    const struct point *p = path->points;

    for (size_t i = 0; i < path->n_verbs; i++)
        switch (path->verbs[i]) {
        case VERB_MOVE:
            scene_move_to(into, p->x, p->y);
            p++;
            break;
        case VERB_LINE:
            scene_line_to(into, p->x, p->y);
            p++;
            break;
        case VERB_CURVE:
            scene_curve_to(into, p[0], p[1], p[2]);
            p += 3;
            break;
        default:
            scene_close_path(into);
        }
}

static void draw_path(struct painter *painter, const struct path_mark *mark)
{
    struct excerpting *of = excerpting(painter);

    if (!draws(of))
        return;
    trace(of->into, &mark->path);
    scene_draw(of->into, &mark->fill, &mark->stroke_paint, &mark->stroke);
}

static void draw_glyphs(struct painter *painter, const struct glyph_run *run)
{
    if (draws(excerpting(painter)))
        scene_glyphs(excerpting(painter)->into, run);
}

static void draw_image(struct painter *painter, const struct image_mark *image)
{
    if (draws(excerpting(painter)))
        scene_image(excerpting(painter)->into, image);
}

/* Counts what opens where nothing is drawn. */
static bool enters(struct excerpting *of)
{
    if (!of->inside)
        return false;
    if (of->left_out > 0) {
        of->left_out++;
        return false;
    }
    of->taken++;
    return true;
}

static bool leaves(struct excerpting *of)
{
    if (!of->inside)
        return false;
    if (of->left_out > 0) {
        of->left_out--;
        return false;
    }
    of->taken--;
    return true;
}

static void push_clip(struct painter *painter, const struct path *path)
{
    struct excerpting *of = excerpting(painter);

    if (!enters(of))
        return;
    trace(of->into, path);
    scene_push_clip(of->into);
}

static void push_transform(struct painter *painter, const struct matrix *matrix)
{
    if (enters(excerpting(painter)))
        scene_push_transform(excerpting(painter)->into, matrix);
}

static void pop(struct painter *painter)
{
    if (leaves(excerpting(painter)))
        scene_pop(excerpting(painter)->into);
}

static void open_group(struct painter *painter, const struct group *group, const struct box *bounds)
{
    struct excerpting *of = excerpting(painter);
    const struct scene_excerpt *excerpt = of->excerpt;

    (void)bounds;
    of->inside |= group == excerpt->only;
    if (of->inside && of->left_out == 0 && excerpt->leaves_out != NULL &&
        excerpt->leaves_out(group->role)) {
        of->left_out = 1;
        return;
    }
    if (enters(of))
        scene_open(of->into, group);
}

static void close_group(struct painter *painter, const struct group *group)
{
    struct excerpting *of = excerpting(painter);

    if (leaves(of))
        scene_close(of->into);
    if (group == of->excerpt->only)
        of->inside = false;
}

static const struct painter_operations operations = { .name = "excerpt",
                                                      .begin_page = begin_page,
                                                      .path = draw_path,
                                                      .glyphs = draw_glyphs,
                                                      .image = draw_image,
                                                      .push_clip = push_clip,
                                                      .push_transform = push_transform,
                                                      .pop = pop,
                                                      .open = open_group,
                                                      .close = close_group };

struct scene *scene_excerpt(const struct scene *scene, const struct scene_excerpt *excerpt,
                            const sheaf_alloc *alloc)
{
    const struct box *place = &excerpt->place;
    struct excerpting of = { .painter.operations = &operations,
                             .excerpt = excerpt,
                             .into = scene_create(alloc, place->right - place->left,
                                                  place->bottom - place->top),
                             .inside = excerpt->only == NULL };
    const struct matrix shift = { 1, 0, 0, 1, -place->left, -place->top };
    bool shifts = place->left != 0 || place->top != 0;

    if (scene_is_transparent(scene))
        scene_set_transparent(of.into);
    if (shifts)
        scene_push_transform(of.into, &shift);
    scene_replay(scene, &of.painter);
    if (shifts)
        scene_pop(of.into);
    scene_finish(of.into);
    return of.into;
}
