/* touch.c - what is drawn within a box: for words that look for a place of their own. */
#include <math.h>

#include "scene/marks.h"

/* A path's pieces against a box. */
struct touch {
    const struct matrix *to_page;
    struct box box;
    int winding; /* around the middle of the box */
    bool crosses;
};

/* Whether the line from a to b has a point in the box (Liang and Barsky). */
static bool line_meets(const struct box *box, struct point a, struct point b)
{
    double first = 0, last = 1, x = b.x - a.x, y = b.y - a.y;
    const double steps[4] = { -x, x, -y, y };
    const double rooms[4] = { a.x - box->left, box->right - a.x, a.y - box->top,
                              box->bottom - a.y };

    for (int i = 0; i < 4; i++) {
        if (steps[i] == 0 && rooms[i] < 0)
            return false;
        if (steps[i] < 0)
            first = fmax(first, rooms[i] / steps[i]);
        if (steps[i] > 0)
            last = fmin(last, rooms[i] / steps[i]);
    }
    return first <= last;
}

static void visit(void *context, struct point from, struct point to)
{
    struct touch *touch = context;
    struct point a = matrix_apply(touch->to_page, from), b = matrix_apply(touch->to_page, to);
    double x = (touch->box.left + touch->box.right) / 2;
    double y = (touch->box.top + touch->box.bottom) / 2;
    double side = (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);

    if (a.y <= y && b.y > y && side > 0)
        touch->winding++;
    if (a.y > y && b.y <= y && side < 0)
        touch->winding--;
    touch->crosses |= line_meets(&touch->box, a, b);
}

/* An area touches a box that one of its edges meets, or that lies within it. */
static bool path_touches(const struct scene_mark *mark, const struct box *box)
{
    const struct path_mark *path = mark->path;
    struct touch touch = { .to_page = &mark->level->to_page, .box = *box };
    double half = path->stroke_paint.kind != PAINT_NONE ? path->stroke.width / 2 : 0;

    touch.box.left -= half;
    touch.box.right += half;
    touch.box.top -= half;
    touch.box.bottom += half;
    path_flatten(&path->path, path->fill.kind != PAINT_NONE, visit, &touch);
    return touch.crosses || (path->fill.kind != PAINT_NONE && touch.winding != 0);
}

static bool is_decoration(const struct scene_level *level)
{
    for (; level != NULL; level = level->outer)
        if (level->kind == SCENE_LEVEL_GROUP &&
            (level->group.role == ROLE_GRID || level->group.role == ROLE_ARTIFACT))
            return true;
    return false;
}

static bool boxes_meet(const struct box *a, const struct box *b)
{
    return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

unsigned scene_touched(const struct scene *scene, const struct box *box)
{
    unsigned touched = 0;

    for (const struct scene_mark *mark = scene->first; mark != NULL; mark = mark->next) {
        if (mark->kind == MARK_BEGIN || mark->kind == MARK_END || !boxes_meet(&mark->bounds, box))
            continue;
        if (mark->kind == MARK_GLYPHS)
            touched |= TOUCHES_TEXT;
        else if ((touched & TOUCHES_MARKS) == 0 && !is_decoration(mark->level) &&
                 (mark->kind == MARK_IMAGE || path_touches(mark, box)))
            touched |= TOUCHES_MARKS;
    }
    return touched;
}

static const struct scene_mark *mark_of(const struct scene *scene, const struct glyph_run *run)
{
    const struct scene_mark *mark = scene->first;

    while (mark != NULL && (mark->kind != MARK_GLYPHS || mark->glyphs != run))
        mark = mark->next;
    return mark;
}

bool scene_ground(const struct scene *scene, const struct glyph_run *run, struct color *ground)
{
    const struct scene_mark *words = mark_of(scene, run);
    bool found = false;

    if (words == NULL)
        return false;
    double x = (words->bounds.left + words->bounds.right) / 2;
    double y = (words->bounds.top + words->bounds.bottom) / 2;
    const struct box middle = { x - 0.01, y - 0.01, x + 0.01, y + 0.01 };
    for (const struct scene_mark *mark = scene->first; mark != words; mark = mark->next) {
        if (mark->kind != MARK_PATH || mark->path->fill.kind == PAINT_NONE ||
            !boxes_meet(&mark->bounds, &middle) || !path_touches(mark, &middle))
            continue;
        found = mark->path->fill.kind == PAINT_SOLID && mark->path->fill.color.alpha == 255;
        *ground = mark->path->fill.color;
    }
    return found;
}
