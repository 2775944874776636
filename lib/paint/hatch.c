/* hatch.c - where the lines of a hatch lie: see hatch.h. */
#include "paint/hatch.h"

#include <math.h>

/* Limit on the lines of one hatch, far above what a page can show. */
static const double max_lines = 20000;

/* Narrows the range [*low, *high] of t to where start + t * step lies within [from, to]. */
static void cut(double start, double step, double from, double to, double *low, double *high)
{
    if (fabs(step) < 1e-12) {
        if (start < from || start > to)
            *low = 1, *high = 0;
        return;
    }
    double a = (from - start) / step, b = (to - start) / step;
    *low = fmax(*low, fmin(a, b));
    *high = fmin(*high, fmax(a, b));
}

/* Range of the corners' distances from the origin along normal. */
static void reach(const struct box *box, struct point normal, double *low, double *high)
{
    double left = normal.x * box->left, right = normal.x * box->right;
    double top = normal.y * box->top, bottom = normal.y * box->bottom;

    *low = fmin(left, right) + fmin(top, bottom);
    *high = fmax(left, right) + fmax(top, bottom);
}

bool hatch_lines(const struct paint *hatch, const struct box *box,
                 void (*line)(void *context, struct point from, struct point to), void *context)
{
    double angle = hatch->angle * acos(-1.0) / 180, width = hatch->width;
    struct point along = { cos(angle), -sin(angle) }, normal = { sin(angle), cos(angle) };
    struct box grown = { box->left - width, box->top - width, box->right + width,
                         box->bottom + width };
    double low, high;

    reach(&grown, normal, &low, &high);
    if (!(hatch->spacing > width) || !((high - low) / hatch->spacing < max_lines))
        return false;
    for (double k = ceil(low / hatch->spacing); k * hatch->spacing <= high; k++) {
        struct point foot = { normal.x * k * hatch->spacing, normal.y * k * hatch->spacing };
        double from = -INFINITY, to = INFINITY;

        cut(foot.x, along.x, grown.left, grown.right, &from, &to);
        cut(foot.y, along.y, grown.top, grown.bottom, &from, &to);
        if (from < to)
            line(context, (struct point){ foot.x + from * along.x, foot.y + from * along.y },
                 (struct point){ foot.x + to * along.x, foot.y + to * along.y });
    }
    return true;
}

struct box hatch_box(const struct path *path)
{
    struct box box = { INFINITY, INFINITY, -INFINITY, -INFINITY };

    for (size_t i = 0; i < path->n_points; i++) {
        box.left = fmin(box.left, path->points[i].x);
        box.top = fmin(box.top, path->points[i].y);
        box.right = fmax(box.right, path->points[i].x);
        box.bottom = fmax(box.bottom, path->points[i].y);
    }
    return box;
}
