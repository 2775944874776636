/* larger.c - a larger size of a picture that would do: sizes a tenth or a third apart, of which few are
 * tried, because each costs a layout. */
#include "chart/larger.h"

#include <math.h>
#include <stddef.h>

static double grown(double size, double times, double most)
{
    return fmin(ceil(times * size / 10) * 10, most);
}

static void grow_evenly(struct picture_size *size)
{
    const double step = 1.1;
    bool is_flat = size->height < 0.6 * size->width, is_narrow = size->width < 0.6 * size->height;

    if (!is_flat || size->height >= MAX_PICTURE_HEIGHT)
        size->width = grown(size->width, step, MAX_PICTURE_WIDTH);
    if (!is_narrow || size->width >= MAX_PICTURE_WIDTH)
        size->height = grown(size->height, step, MAX_PICTURE_HEIGHT);
}

static void grow_wider(struct picture_size *size)
{
    const double step = 1.3;

    size->width = grown(size->width, step, MAX_PICTURE_WIDTH);
    if (size->width > 2 * size->height)
        size->height = grown(size->height, step, MAX_PICTURE_HEIGHT);
}

/* The next size. False: none is larger; or it would be the same picture enlarged, with as little room
 * for its labels. */
static bool grow(const struct larger_sizes *sizes, struct picture_size *size)
{
    bool is_usual = size->height >= 0.5 * size->width && size->width >= 0.6 * size->height;
    bool is_largest =
        size->width >= MAX_PICTURE_WIDTH && (!sizes->evenly || size->height >= MAX_PICTURE_HEIGHT);

    if (is_largest || (is_usual && size->width > sizes->enlarged_from))
        return false;
    if (sizes->evenly)
        grow_evenly(size);
    else
        grow_wider(size);
    return true;
}

enum { MOST_SIZES = 40 };

static bool does(const struct larger_sizes *sizes, const struct picture_size *size)
{
    return sizes->would_do(sizes->own, size->width, size->height);
}

/* The sizes 1, 2, 4, 8 … and the last are tried, then those between the one that does and the one
 * before it. */
bool larger_find(const struct larger_sizes *sizes, struct picture_size *size)
{
    struct picture_size steps[MOST_SIZES] = { *size };
    size_t last = 0, below = 0, at = 1;

    for (struct picture_size next = *size; last + 1 < MOST_SIZES && grow(sizes, &next);)
        steps[++last] = next;
    while (at <= last && !does(sizes, &steps[at])) {
        below = at;
        at = at == last ? last + 1 : at * 2 < last ? at * 2 : last;
    }
    if (at > last)
        return false;
    while (at - below > 1) {
        size_t middle = (at + below) / 2;
        if (does(sizes, &steps[middle]))
            at = middle;
        else
            below = middle;
    }
    *size = steps[at];
    return true;
}
