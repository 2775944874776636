/* columns.c - a line of more points than columns of pixels: see columns.h. */
#include "chart/columns.h"

#include <math.h>

/* Also a point twice, where nothing else is in the path: caps make a dot of it. */
static void put(struct columns *line, struct point to)
{
    if (line->n_drawn > 1 && to.x == line->last_drawn.x && to.y == line->last_drawn.y)
        return;
    if (line->n_drawn == 0)
        scene_move_to(line->scene, to.x, to.y);
    else
        scene_line_to(line->scene, to.x, to.y);
    line->last_drawn = to;
    line->n_drawn++;
}

/* Whether the way by the lowest first is the shorter one. Both cover the same; what is drawn twice
 * costs twice. */
static bool goes_down_first(const struct columns *line)
{
    return line->first - line->low + line->high - line->last <=
           line->high - line->first + line->last - line->low;
}

/* Whether the way between the pieces of two columns is under both: from the last of one to the first of
 * the other, and half a stroke around it. */
static bool is_covered(const struct columns *line, double x)
{
    double half = line->round / 2;
    double low = fmin(line->piece.last, line->first) - half;
    double high = fmax(line->piece.last, line->first) + half;

    return line->piece.is_one && x - line->piece.x <= 2 * half &&
           low >= fmax(line->piece.low, line->low) && high <= fmin(line->piece.high, line->high);
}

/* A column of a round stroke. */
static void put_piece(struct columns *line, double x)
{
    double from = line->first - line->low <= line->high - line->first ? line->low : line->high;
    double to = from == line->low ? line->high : line->low;
    bool goes_on = line->n_drawn > 0 && !is_covered(line, x);

    if (goes_on && line->piece.is_one && line->last_drawn.y != line->piece.last)
        scene_move_to(line->scene, line->piece.x, line->piece.last);
    if (goes_on)
        scene_line_to(line->scene, x, line->first);
    if (!goes_on || line->first != from)
        scene_move_to(line->scene, x, from);
    if (from != to || !goes_on)
        scene_line_to(line->scene, x, to);
    line->n_drawn += 2;
    line->last_drawn = (struct point){ x, to };
    line->piece.is_one = true;
    line->piece.x = x;
    line->piece.low = line->low;
    line->piece.high = line->high;
    line->piece.last = line->last;
}

/* Back to where the line goes on behind a piece. */
static void leave_piece(struct columns *line)
{
    struct point last = { line->piece.x, line->piece.last };

    if (line->piece.is_one && last.y != line->last_drawn.y)
        scene_move_to(line->scene, last.x, last.y);
    line->piece.is_one = false;
}

static void end_column(struct columns *line)
{
    double middle = (line->column + 0.5) * line->width;
    bool down = goes_down_first(line);
    double heights[COLUMN_POINTS] = { line->first, down ? line->low : line->high,
                                      down ? line->high : line->low, line->last };

    if (line->n > COLUMN_POINTS && line->round > 0) {
        put_piece(line, middle);
        line->n = 0;
        return;
    }
    if (line->n > 0)
        leave_piece(line);
    for (size_t i = 0; line->n <= COLUMN_POINTS && i < line->n; i++)
        put(line, line->points[i]);
    for (size_t i = 0; line->n > COLUMN_POINTS && i < COLUMN_POINTS; i++)
        put(line, (struct point){ middle, heights[i] });
    line->n = 0;
}

static void open_column(struct columns *line, double column, struct point at)
{
    static const double edge = 1e-6; /* of a column */

    line->column = column;
    line->inner.left = (column + edge) * line->width;
    line->inner.right = (column + 1 - edge) * line->width;
    line->n = 1;
    line->points[0] = at;
    line->first = line->low = line->high = line->last = at.y;
}

void columns_begin(struct columns *line, struct scene *scene, double width, struct point from)
{
    *line = (struct columns){ .scene = scene, .width = width };
    columns_to(line, from);
}

void columns_begin_round(struct columns *line, struct scene *scene, double width, struct point from,
                         double stroke)
{
    columns_begin(line, scene, width, from);
    line->round = stroke;
}

void columns_continue(struct columns *line, struct scene *scene, double width, struct point from)
{
    *line = (struct columns){
        .scene = scene, .width = width, .n_drawn = 1, .last_drawn = { NAN, NAN }
    };
    columns_to(line, from);
}

void columns_to(struct columns *line, struct point to)
{
    if (!(line->width > 0)) {
        put(line, to);
        return;
    }
    /* Fast path: clearly within the column. At its edges the quotient decides. */
    bool is_inside = line->n > 0 && to.x > line->inner.left && to.x < line->inner.right;
    double column = is_inside ? line->column : floor(to.x / line->width);
    if (line->n == 0 || column != line->column) {
        end_column(line);
        open_column(line, column, to);
        return;
    }
    if (line->n < COLUMN_POINTS)
        line->points[line->n] = to;
    line->n++;
    line->last = to.y;
    line->low = to.y < line->low ? to.y : line->low;
    line->high = to.y > line->high ? to.y : line->high;
}

void columns_end(struct columns *line)
{
    end_column(line);
}
