/* end_labels.c - where the labels of lines stand. */
#include "chart/guides/end_labels.h"

#include <math.h>
#include <stdlib.h>

#include "chart/guides/labels.h"

/* A label farther from its end than this needs a leader, in ems. */
static const double max_away = 0.35;
/* From a dot to words beside it, and from a leader to its words, in ems. */
static const double beside = 0.5, behind_leader = 0.15;
/* Between labels, and between a label in the plot and what it keeps clear of, in ems. */
static const double apart = 0.15, clear = 0.25;
/* Labels so much nearer than their heights stand in the column together. */
static const double near = 1.4;
/* A label under which more points of a line lie is not laid into the plot: counting would take too
 * long, and so dense a line leaves no place. */
enum { MAX_POINTS = 4096 };

double end_labels_apart(double em)
{
    return apart * em;
}

static double last_x(const struct end_room *room)
{
    return places_x(room->x, room->n_points - 1);
}

static bool is_early(const struct end_room *room, const struct end_label *label)
{
    return label->point + 1 < room->n_points;
}

/* Of ends at one height that one is first which comes from higher up. */
static double height_before(const struct end_room *room, const struct end_label *label)
{
    for (size_t i = label->point; i > 0; i--) {
        double y = room->y(room->own, label->line, i - 1);
        if (!isnan(y))
            return y;
    }
    return label->at.y;
}

struct ranked {
    struct end_label label;
    double before;
};

static int compare(const void *a, const void *b)
{
    const struct ranked *one = a, *other = b;

    if (one->label.at.y != other->label.at.y)
        return one->label.at.y < other->label.at.y ? -1 : 1;
    if (one->before != other->before)
        return one->before < other->before ? -1 : 1;
    return one->label.line < other->label.line ? -1 : 1;
}

/* By the height of their ends. */
static bool sort(struct end_room *room, struct end_label *labels, size_t n, struct arena *arena)
{
    struct ranked *ranked = arena_array(arena, struct ranked, n);

    if (ranked == NULL)
        return n == 0;
    for (size_t i = 0; i < n; i++) {
        struct end_label *label = &labels[i];
        label->at.x = places_x(room->x, label->point);
        label->at.y = room->y(room->own, label->line, label->point);
        ranked[i] = (struct ranked){ *label, height_before(room, label) };
    }
    qsort(ranked, n, sizeof *ranked, compare);
    for (size_t i = 0; i < n; i++)
        labels[i] = ranked[i].label;
    return true;
}

/* Labels in the plot */

static struct box words_box(const struct end_label *label, double margin)
{
    return (struct box){ label->left - margin, label->y - label->height / 2 - margin,
                         label->left + label->width + margin,
                         label->y + label->height / 2 + margin };
}

static bool touch(const struct box *a, const struct box *b)
{
    return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

/* Whether a segment passes through a box: cut to the box's width, it reaches its height. */
static bool passes(struct point from, struct point to, const struct box *box)
{
    if (from.x >= box->right || to.x <= box->left)
        return false;
    double slope = to.x > from.x ? (to.y - from.y) / (to.x - from.x) : 0;
    double left = from.y + slope * (fmax(from.x, box->left) - from.x);
    double right = from.y + slope * (fmin(to.x, box->right) - from.x);
    if (!(to.x > from.x))
        right = to.y;
    return fmin(left, right) < box->bottom && fmax(left, right) > box->top;
}

/* The first point at x or right of it. */
static size_t point_at(const struct end_room *room, double x)
{
    size_t low = 0, high = room->n_points;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (places_x(room->x, middle) < x)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether a line passes through a box, where points are from first to end - 1; also over its gaps. */
static bool line_passes(struct end_room *room, size_t line, const struct box *box, size_t first,
                        size_t end)
{
    struct point before = { NAN, NAN };

    for (size_t i = first; i < end; i++) {
        struct point at = { places_x(room->x, i), room->y(room->own, line, i) };
        room->work++;
        if (isnan(at.y))
            continue;
        if (passes(isnan(before.y) ? at : before, at, box))
            return true;
        before = at;
    }
    return false;
}

/* The line's nearest point with a value outwards of `from`; `from` if there is none. */
static size_t with_value(struct end_room *room, size_t line, size_t from, int step)
{
    size_t i = from;

    for (int n = 0; n < MAX_POINTS; n++) {
        room->work++;
        if (!isnan(room->y(room->own, line, i)))
            return i;
        if (step < 0 ? i == 0 : i + 1 == room->n_points)
            break;
        i = step < 0 ? i - 1 : i + 1;
    }
    return from;
}

static bool meets_a_line(struct end_room *room, const struct box *box)
{
    size_t first = point_at(room, box->left), end = point_at(room, box->right);

    first = first > 0 ? first - 1 : 0;
    end = end < room->n_points ? end + 1 : end;
    if (end - first > MAX_POINTS)
        return true;
    for (size_t i = 0; i < room->n_lines; i++)
        if (line_passes(room, i, box, with_value(room, i, first, -1),
                        with_value(room, i, end - 1, 1) + 1))
            return true;
    return false;
}

/* Whether a label in the plot is clear of the lines, of labels that stand there before it in the
 * order, and of the leaders of early ends. */
static bool is_free(struct end_room *room, const struct end_label *labels, size_t index, size_t n)
{
    struct box box = words_box(&labels[index], clear * room->em);

    if (box.left < room->from || box.right > last_x(room) || box.top < room->plot_top ||
        box.bottom > room->plot_bottom)
        return false;
    for (size_t i = 0; i < n; i++) {
        const struct end_label *other = &labels[i];
        room->work++;
        if (i == index || !is_early(room, other))
            continue;
        struct box dot = { other->at.x - room->dot, other->at.y - room->dot,
                           other->at.x + room->dot, other->at.y + room->dot };
        struct box taken = words_box(other, 0);
        if (other->has_leader)
            taken =
                (struct box){ other->at.x, other->at.y - 1e-3, last_x(room), other->at.y + 1e-3 };
        else if (i > index)
            taken = dot;
        if (touch(&box, &dot) || touch(&box, &taken))
            return false;
    }
    return !meets_a_line(room, &box);
}

/* The places that a label in the plot tries, in this order. */
static bool find_place(struct end_room *room, struct end_label *labels, size_t index, size_t n)
{
    static const struct {
        double across, down; /* of the words' middle, in halves of their size from the dot */
    } tries[] = { { 1, 0 }, { 1, -1 }, { 1, 1 }, { 0, -1 }, { 0, 1 }, { -1, -1 }, { -1, 1 } };
    struct end_label *label = &labels[index];
    double away = room->dot + beside * room->em;

    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        double side = tries[i].down == 0 ? away : -room->dot;
        double middle = label->at.x + tries[i].across * (label->width / 2 + side);
        label->left = middle - label->width / 2;
        label->y = label->at.y + tries[i].down * (label->height / 2 + away);
        if (is_free(room, labels, index, n))
            return true;
    }
    return false;
}

/* Labels that find no place in the plot have leaders, which take places from others: at most n
 * rounds, and two as a rule. */
static void place_in_plot(struct end_room *room, struct end_label *labels, size_t n)
{
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < n; i++) {
            struct end_label *label = &labels[i];
            if (!is_early(room, label) || label->has_leader || label->width <= 0)
                continue;
            label->has_leader = !find_place(room, labels, i, n);
            again = again || label->has_leader;
        }
    }
}

/* Labels at the right */

static bool is_in_plot(const struct end_room *room, const struct end_label *label)
{
    return is_early(room, label) && !label->has_leader;
}

/* Whether a label stands in the column: if it was moved, or if one beside it was. */
static bool is_in_column(const struct end_room *room, const struct end_label *label,
                         const struct end_label *above, const struct end_label *below)
{
    double least = 0.5 * near * (label->height + apart * room->em);

    if (fabs(label->y - label->at.y) > max_away * room->em)
        return true;
    return (above != NULL && label->y - above->y < least + above->height * near / 2) ||
           (below != NULL && below->y - label->y < least + below->height * near / 2);
}

static bool place_at_right(struct end_room *room, struct end_label *labels, size_t n,
                           struct arena *arena)
{
    struct spread_label *spread = arena_array(arena, struct spread_label, n);
    struct end_label **right = arena_array(arena, struct end_label *, n);
    size_t n_right = 0;

    if (spread == NULL || right == NULL)
        return n == 0;
    for (size_t i = 0; i < n; i++) {
        if (is_in_plot(room, &labels[i]))
            continue;
        spread[n_right] =
            (struct spread_label){ .wanted = labels[i].at.y,
                                   .size = labels[i].width > 0 ? labels[i].height + apart * room->em
                                                               : 0 };
        right[n_right++] = &labels[i];
    }
    room->work += n;
    if (!labels_spread(spread, n_right, room->top, room->bottom))
        return false;
    for (size_t i = 0; i < n_right; i++)
        right[i]->y = spread[i].place;
    bool has_room = room->column - last_x(room) > room->dot + room->em;
    for (size_t i = 0; i < n_right; i++) {
        struct end_label *above = i > 0 && has_room ? right[i - 1] : NULL;
        struct end_label *below = i + 1 < n_right && has_room ? right[i + 1] : NULL;
        right[i]->has_leader = right[i]->has_leader || is_in_column(room, right[i], above, below);
        right[i]->left =
            right[i]->has_leader ? room->column : right[i]->at.x + room->dot + beside * room->em;
    }
    return true;
}

bool end_labels_place(struct end_room *room, struct end_label *labels, size_t n,
                      struct arena *arena)
{
    if (!sort(room, labels, n, arena))
        return false;
    for (size_t i = 0; i < n; i++)
        labels[i].has_leader = false;
    place_in_plot(room, labels, n);
    return place_at_right(room, labels, n, arena);
}

size_t end_label_leader(const struct end_room *room, const struct end_label *label,
                        struct point points[3])
{
    size_t n = 0;

    points[n++] = (struct point){ label->at.x + room->dot, label->at.y };
    if (is_early(room, label))
        points[n++] = (struct point){ last_x(room) + room->dot, label->at.y };
    points[n++] = (struct point){ label->left - behind_leader * room->em, label->y };
    return n;
}
