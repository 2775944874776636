/* squarify.c - a box cut into boxes of given sizes, in rows along the shorter side. */
#include "chart/types/parts/squarify.h"

#include <math.h>

static double sum_of(const double *sizes, size_t n)
{
    double sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += sizes[i];
    return sum;
}

/* The worst ratio of sides in a row of n boxes along a side, sizes being areas. Rows are filled from
 * the largest down, so that the ends are the worst. */
static double worst(const double *sizes, size_t n, double side, double scale)
{
    double sum = sum_of(sizes, n) * scale, thick = sum / side;
    double longest = sizes[0] * scale / thick, shortest = sizes[n - 1] * scale / thick;

    return fmax(fmax(longest / thick, thick / longest), fmax(shortest / thick, thick / shortest));
}

/* How many of the next boxes make a row: as long as its worst box gets no worse. */
static size_t row_length(const double *sizes, size_t n, double side, double scale)
{
    size_t length = 1;

    while (length < n && worst(sizes, length + 1, side, scale) <= worst(sizes, length, side, scale))
        length++;
    return length;
}

/* Cuts a row into boxes; the last one ends where the row does. */
static void lay_row(const double *sizes, size_t n, struct box row, bool lies, struct box *boxes)
{
    double sum = sum_of(sizes, n), before = 0;
    double from = lies ? row.left : row.top, to = lies ? row.right : row.bottom, at = from;

    for (size_t i = 0; i < n; i++) {
        before += sizes[i];
        double end = i + 1 < n ? from + (to - from) * (before / sum) : to;
        boxes[i] = lies ? (struct box){ at, row.top, end, row.bottom }
                        : (struct box){ row.left, at, row.right, end };
        at = end;
    }
}

void squarify(const double *sizes, size_t n, struct box area, struct box *boxes)
{
    for (size_t done = 0; done < n;) {
        double width = area.right - area.left, height = area.bottom - area.top;
        double rest = sum_of(sizes + done, n - done), scale = width * height / rest;
        bool lies = width < height; /* a row along the upper side; else a column at the left */
        size_t length = row_length(sizes + done, n - done, fmin(width, height), scale);
        double share = sum_of(sizes + done, length) / rest;
        struct box row = area;

        if (done + length < n && lies)
            row.bottom = area.top + height * share;
        else if (done + length < n)
            row.right = area.left + width * share;
        lay_row(sizes + done, length, row, lies, boxes + done);
        *(lies ? &area.top : &area.left) = lies ? row.bottom : row.right;
        done += length;
    }
}
