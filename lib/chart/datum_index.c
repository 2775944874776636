/* datum_index.c - data sorted by series and place, and a grid of their boxes. */
#include "chart/datum_index.h"

#include <math.h>
#include <stdlib.h>

/* Cells along an axis of the grid. */
enum { MOST_CELLS = 512 };

struct datum_key {
    size_t series;
    double order; /* in the series: the middle's x, or the period's number */
    size_t note;
};

static int compare(const void *a, const void *b)
{
    const struct datum_key *x = a, *y = b;

    if (x->series != y->series)
        return x->series < y->series ? -1 : 1;
    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    return (x->note > y->note) - (x->note < y->note);
}

static double middle_of(const sheaf_box *box)
{
    return (box->left + box->right) / 2;
}

static struct datum_key *sorted(const struct datum_list *list, bool by_x)
{
    struct datum_key *keys = arena_array(list->arena, struct datum_key, list->n);
    bool is_sorted = true;

    for (size_t i = 0; keys != NULL && i < list->n; i++) {
        const struct datum_note *note = &list->notes[i];
        keys[i] =
            (struct datum_key){ note->series,
                                by_x ? middle_of(&note->datum.box) : (double)note->period, i };
        is_sorted = is_sorted && (i == 0 || compare(&keys[i - 1], &keys[i]) < 0);
    }
    if (keys != NULL && !is_sorted) /* lines come in order */
        qsort(keys, list->n, sizeof *keys, compare);
    return keys;
}

static double middle_down(const sheaf_box *box)
{
    return (box->top + box->bottom) / 2;
}

/* The middle alone: dots of thousands of data lie over each other. */
static struct box note_middle(const void *own, size_t index)
{
    const sheaf_box *box = &((const struct datum_list *)own)->notes[index].datum.box;
    double x = middle_of(box), y = middle_down(box);

    return (struct box){ x, y, x, y };
}

/* Cells as high as they are wide, one a datum. */
static void choose_cells(const struct datum_list *list, size_t *across, size_t *down)
{
    struct box extent = { INFINITY, INFINITY, -INFINITY, -INFINITY };

    for (size_t i = 0; i < list->n; i++) {
        struct box middle = note_middle(list, i);
        extent.left = fmin(extent.left, middle.left);
        extent.right = fmax(extent.right, middle.right);
        extent.top = fmin(extent.top, middle.top);
        extent.bottom = fmax(extent.bottom, middle.bottom);
    }
    double width = fmax(extent.right - extent.left, 1),
           height = fmax(extent.bottom - extent.top, 1);
    double side = fmax(sqrt(width * height / (double)list->n), 1);
    *across = (size_t)fmin(width / side, MOST_CELLS);
    *down = (size_t)fmin(height / side, MOST_CELLS);
}

bool datum_index_init(struct datum_index *index, const struct datum_list *list)
{
    const struct box_source source = { note_middle, list, list->n };
    size_t across = 1, down = 1;

    *index = (struct datum_index){ .list = list,
                                   .by_x = sorted(list, true),
                                   .by_period = sorted(list, false) };
    if (list->n > 0)
        choose_cells(list, &across, &down);
    for (size_t i = 0; i < list->n; i++) {
        const sheaf_box *box = &list->notes[i].datum.box;
        index->reach = fmax(index->reach, fmax(box->right - box->left, box->bottom - box->top) / 2);
    }
    return index->by_x != NULL && index->by_period != NULL &&
           box_grid_init(&index->grid, &source, across, down, list->arena);
}

/* The first key that is not before another. */
static size_t lower_bound(const struct datum_index *index, const struct datum_key *keys,
                          size_t series, double order, size_t *looks)
{
    const struct datum_key wanted = { series, order, 0 };
    size_t low = 0, high = index->list->n;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        ++*looks;
        if (compare(&keys[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const struct datum_note *nearest_across(const struct datum_index *index, size_t series,
                                               double x, size_t *looks)
{
    const struct datum_key *keys = index->by_x, *found = NULL;
    size_t right = lower_bound(index, keys, series, x, looks), left = right;

    if (right < index->list->n && keys[right].series == series)
        found = &keys[right];
    if (left > 0 && keys[left - 1].series == series) {
        double order = keys[left - 1].order;
        const struct datum_key *other = &keys[lower_bound(index, keys, series, order, looks)];
        double nearer = found != NULL ? (found->order - x) - (x - order) : 1;
        if (nearer > 0 || (nearer == 0 && other->note < found->note))
            found = other;
    }
    return found != NULL ? &index->list->notes[found->note] : NULL;
}

/* A series has one note a period, or a few. */
static const struct datum_note *of_period(const struct datum_index *index,
                                          const struct scene_datum *what, double x, size_t *looks)
{
    const struct datum_note *found = NULL;
    double order = (double)what->period, least = INFINITY;

    for (size_t k = lower_bound(index, index->by_period, what->series, order, looks);
         k < index->list->n && index->by_period[k].series == what->series &&
         index->by_period[k].order == order;
         k++, ++*looks) {
        const struct datum_note *note = &index->list->notes[index->by_period[k].note];
        double distance = fabs(middle_of(&note->datum.box) - x);
        if (found == NULL || distance < least) {
            found = note;
            least = distance;
        }
    }
    return found;
}

const struct datum_note *datum_index_find(const struct datum_index *index,
                                          const struct scene_datum *what, double x, size_t *looks)
{
    size_t own = 0, *count = looks != NULL ? looks : &own;

    return what->period == ALL_PERIODS ? nearest_across(index, what->series, x, count)
                                       : of_period(index, what, x, count);
}

/* The nearest box ---------------------------------------------------------------------------- */

struct nearest {
    const struct datum_index *index;
    struct point at;
    const struct datum_note *found;
    double distance, to_middle; /* of what was found; before that, the farthest that will do */
    size_t *looks;
};

static void look_at(struct nearest *nearest, const struct datum_note *note)
{
    const sheaf_box *box = &note->datum.box;
    const struct point at = nearest->at;
    double x = fmax(fmax(box->left - at.x, at.x - box->right), 0);
    double y = fmax(fmax(box->top - at.y, at.y - box->bottom), 0);
    double distance = hypot(x, y);
    double to_middle = hypot(middle_of(box) - at.x, middle_down(box) - at.y);

    ++*nearest->looks;
    if (distance > nearest->distance)
        return;
    if (nearest->found != NULL && distance == nearest->distance &&
        (to_middle > nearest->to_middle ||
         (to_middle == nearest->to_middle && note >= nearest->found)))
        return;
    nearest->found = note;
    nearest->distance = distance;
    nearest->to_middle = to_middle;
}

static void look_into(struct nearest *nearest, size_t column, size_t row)
{
    const struct box_grid *grid = &nearest->index->grid;
    size_t cell = row * grid->across + column;

    for (size_t k = grid->first[cell]; k < grid->first[cell + 1]; k++)
        look_at(nearest, &nearest->index->list->notes[grid->items[k]]);
}

/* The cells whose distance in columns and rows is `ring`; false: all are outside of the grid. */
static bool look_around(struct nearest *nearest, size_t column, size_t row, size_t ring)
{
    const struct box_grid *grid = &nearest->index->grid;
    size_t left = column > ring ? column - ring : 0, top = row > ring ? row - ring : 0;
    size_t right = column + ring < grid->across ? column + ring : grid->across - 1;
    size_t bottom = row + ring < grid->down ? row + ring : grid->down - 1;

    for (size_t y = top; y <= bottom; y++) {
        bool is_edge = y + ring == row || y == row + ring;
        for (size_t x = left; is_edge && x <= right; x++)
            look_into(nearest, x, y);
        if (!is_edge && column >= ring)
            look_into(nearest, left, y);
        if (!is_edge && column + ring < grid->across)
            look_into(nearest, right, y);
    }
    return column >= ring || row >= ring || column + ring < grid->across || row + ring < grid->down;
}

/* Whether a box whose middle is in this ring or beyond may be nearer than what was found. A point outside
 * of the grid is still farther away than from its nearest cell. */
static bool may_be_nearer(const struct nearest *nearest, size_t ring)
{
    const struct box_grid *grid = &nearest->index->grid;
    double middle = ring > 0 ? (double)(ring - 1) * fmin(grid->cell_width, grid->cell_height) : 0;

    if (nearest->found != NULL && nearest->distance == 0)
        return middle <= nearest->to_middle;
    return middle - nearest->index->reach <= nearest->distance;
}

const struct datum_note *datum_index_nearest(const struct datum_index *index, struct point at,
                                             double within, size_t *looks)
{
    size_t own = 0;
    struct nearest nearest = {
        .index = index, .at = at, .distance = within, .looks = looks != NULL ? looks : &own
    };

    if (!isfinite(at.x) || !isfinite(at.y) || !(within >= 0))
        return NULL;
    size_t column = box_grid_column(&index->grid, at.x), row = box_grid_row(&index->grid, at.y);
    for (size_t ring = 0; may_be_nearer(&nearest, ring); ring++)
        if (!look_around(&nearest, column, row, ring))
            break;
    return nearest.found;
}
