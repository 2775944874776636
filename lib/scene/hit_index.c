/* hit_index.c - a grid of marks, and columns of the pieces of long paths. */
#include "scene/hit_index.h"

#include <math.h>

#include "scene/box_grid.h"
#include "scene/hit.h"

/* Paths of more points have columns; a bar has 4, a dot 13. */
enum { FEW_POINTS = 64 };
/* Cells along an axis of the grid, and columns of a path. */
enum { MOST_CELLS = 512, MOST_COLUMNS = 8192 };

struct piece {
    struct point from, to;
};

/* A path in its own coordinates, cut into columns. */
struct columns {
    struct piece *pieces;
    size_t n;
    struct box_grid grid;
};

struct indexed_mark {
    const struct scene_mark *mark;
    const struct group *group;
    struct columns *fill, *stroke; /* NULL: not painted, or few points */
};

struct hit_index {
    struct indexed_mark *marks;
    size_t n_marks;
    const struct scene_level **figures; /* in drawing order */
    size_t n_figures;
    struct box_grid grid;
};

/* Columns ---------------------------------------------------------------------------------- */

static void count_piece(void *context, struct point from, struct point to)
{
    (void)from;
    (void)to;
    ++*(size_t *)context;
}

static void gather_piece(void *context, struct point from, struct point to)
{
    struct columns *columns = context;

    columns->pieces[columns->n++] = (struct piece){ from, to };
}

static struct box piece_box(const void *own, size_t index)
{
    const struct piece *piece = &((const struct columns *)own)->pieces[index];

    return (struct box){ fmin(piece->from.x, piece->to.x), fmin(piece->from.y, piece->to.y),
                         fmax(piece->from.x, piece->to.x), fmax(piece->from.y, piece->to.y) };
}

static size_t at_most(size_t n, size_t most)
{
    return n < most ? n : most;
}

/* NULL: no memory. */
static struct columns *columns_create(const struct path *path, bool close, struct arena *arena)
{
    struct columns *columns = arena_new(arena, struct columns);
    size_t n = 0;

    path_flatten(path, close, count_piece, &n);
    struct piece *pieces = arena_array(arena, struct piece, n);
    if (columns == NULL || pieces == NULL)
        return NULL;
    columns->pieces = pieces;
    path_flatten(path, close, gather_piece, columns);
    const struct box_source source = { piece_box, columns, n };
    return box_grid_init(&columns->grid, &source, at_most(n, MOST_COLUMNS), 1, arena) ? columns
                                                                                      : NULL;
}

/* The nonzero winding number by an upright ray, which meets the pieces of one column only. */
static bool columns_are_filled(const struct columns *columns, struct point at, size_t *looks)
{
    const struct box_grid *grid = &columns->grid;
    size_t column = box_grid_column(grid, at.x);
    int winding = 0;

    for (size_t k = grid->first[column]; k < grid->first[column + 1]; k++, ++*looks) {
        const struct piece *piece = &columns->pieces[grid->items[k]];
        double x = piece->to.x - piece->from.x, y = piece->to.y - piece->from.y;
        double side = x * (at.y - piece->from.y) - y * (at.x - piece->from.x);
        if (piece->from.x <= at.x && piece->to.x > at.x && side > 0)
            winding++;
        if (piece->from.x > at.x && piece->to.x <= at.x && side < 0)
            winding--;
    }
    return winding != 0;
}

static bool columns_are_touched(const struct columns *columns, struct point at, double reach,
                                size_t *looks)
{
    const struct box_grid *grid = &columns->grid;
    size_t first = box_grid_column(grid, at.x - reach), last = box_grid_column(grid, at.x + reach);
    struct hit_probe probe = { .at = at, .distance = INFINITY };

    for (size_t k = grid->first[first]; k < grid->first[last + 1]; k++, ++*looks) {
        const struct piece *piece = &columns->pieces[grid->items[k]];
        hit_visit(&probe, piece->from, piece->to);
        if (probe.distance <= reach)
            return true;
    }
    return false;
}

/* The grid --------------------------------------------------------------------------------- */

/* With the room that thin lines get. */
static struct box mark_box(const void *own, size_t index)
{
    const struct box *bounds = &((const struct hit_index *)own)->marks[index].mark->bounds;
    const double room = hit_easy_width;

    return (struct box){ bounds->left - room, bounds->top - room, bounds->right + room,
                         bounds->bottom + room };
}

static bool fill_grid(struct hit_index *index, struct arena *arena)
{
    const struct box_source source = { mark_box, index, index->n_marks };
    size_t side = at_most((size_t)sqrt((double)index->n_marks) * 2, MOST_CELLS);

    return box_grid_init(&index->grid, &source, side, side, arena);
}

static bool is_figure(const struct scene_mark *mark)
{
    return mark->kind == MARK_BEGIN && mark->level->kind == SCENE_LEVEL_GROUP &&
           mark->level->group.role == ROLE_FIGURE;
}

static bool is_drawn(const struct scene_mark *mark)
{
    return mark->kind != MARK_BEGIN && mark->kind != MARK_END;
}

static bool add_mark(struct hit_index *index, const struct scene_mark *mark,
                     const struct group *group, struct arena *arena)
{
    struct indexed_mark *added = &index->marks[index->n_marks++];

    *added = (struct indexed_mark){ .mark = mark, .group = group };
    if (mark->kind != MARK_PATH || mark->path->path.n_points <= FEW_POINTS)
        return true;
    const struct path_mark *path = mark->path;
    if (path->fill.kind != PAINT_NONE) {
        added->fill = columns_create(&path->path, true, arena);
        if (added->fill == NULL)
            return false;
    }
    if (path->stroke_paint.kind != PAINT_NONE) {
        added->stroke = columns_create(&path->path, false, arena);
        if (added->stroke == NULL)
            return false;
    }
    return true;
}

static bool add_marks(struct hit_index *index, const struct scene *scene, struct arena *arena)
{
    size_t n_marks = 0, n_figures = 0;

    for (const struct scene_mark *mark = scene->first; mark != NULL; mark = mark->next) {
        n_marks += is_drawn(mark);
        n_figures += is_figure(mark);
    }
    index->marks = arena_array(arena, struct indexed_mark, n_marks);
    index->figures = arena_array(arena, const struct scene_level *, n_figures);
    if (index->marks == NULL || index->figures == NULL)
        return false;
    for (const struct scene_mark *mark = scene->first; mark != NULL; mark = mark->next) {
        const struct group *group = is_drawn(mark) ? hit_named_group(mark->level) : NULL;
        if (is_figure(mark))
            index->figures[index->n_figures++] = mark->level;
        if (group != NULL && mark->bounds.left <= mark->bounds.right &&
            !add_mark(index, mark, group, arena))
            return false;
    }
    return true;
}

struct hit_index *hit_index_create(const struct scene *scene, struct arena *arena)
{
    struct hit_index *index = arena_new(arena, struct hit_index);

    return index != NULL && add_marks(index, scene, arena) && fill_grid(index, arena) ? index
                                                                                      : NULL;
}

/* Asked ------------------------------------------------------------------------------------ */

static bool is_hit(const struct indexed_mark *indexed, struct point at, size_t *looks)
{
    const struct scene_mark *mark = indexed->mark;

    ++*looks;
    if (indexed->fill == NULL && indexed->stroke == NULL)
        return hit_is_on(mark, at);
    if (!hit_is_near(mark, at))
        return false;
    struct point inside = hit_into_level(mark->level, at);
    return (indexed->fill != NULL && columns_are_filled(indexed->fill, inside, looks)) ||
           (indexed->stroke != NULL &&
            columns_are_touched(indexed->stroke, inside, hit_reach(mark->path), looks));
}

/* The mark drawn last wins, so they are asked from the last on. */
const struct group *hit_index_find(const struct hit_index *index, double x, double y, size_t *looks)
{
    const struct point at = { x, y };
    size_t own = 0, *count = looks != NULL ? looks : &own;

    if (!isfinite(x) || !isfinite(y))
        return NULL;
    const struct box_grid *grid = &index->grid;
    size_t cell = box_grid_row(grid, y) * grid->across + box_grid_column(grid, x);
    for (size_t k = grid->first[cell + 1]; k-- > grid->first[cell];) {
        const struct indexed_mark *mark = &index->marks[grid->items[k]];
        if (is_hit(mark, at, count))
            return mark->group;
    }
    for (size_t i = index->n_figures; i-- > 0;)
        if (box_holds(&index->figures[i]->bounds, at))
            return &index->figures[i]->group;
    return NULL;
}
