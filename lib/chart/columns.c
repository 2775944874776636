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

static void end_column(struct columns *line)
{
    double middle = (line->column + 0.5) * line->width;
    bool down = goes_down_first(line);
    double heights[COLUMN_POINTS] = { line->first, down ? line->low : line->high,
                                      down ? line->high : line->low, line->last };

    for (size_t i = 0; line->n <= COLUMN_POINTS && i < line->n; i++)
        put(line, line->points[i]);
    for (size_t i = 0; line->n > COLUMN_POINTS && i < COLUMN_POINTS; i++)
        put(line, (struct point){ middle, heights[i] });
    line->n = 0;
}

static void open_column(struct columns *line, double column, struct point at)
{
    line->column = column;
    line->n = 1;
    line->points[0] = at;
    line->first = line->low = line->high = line->last = at.y;
}

void columns_begin(struct columns *line, struct scene *scene, double width, struct point from)
{
    *line = (struct columns){ .scene = scene, .width = width };
    columns_to(line, from);
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
    double column = line->width > 0 ? floor(to.x / line->width) : 0;

    if (!(line->width > 0)) {
        put(line, to);
        return;
    }
    if (line->n == 0 || column != line->column) {
        end_column(line);
        open_column(line, column, to);
        return;
    }
    if (line->n < COLUMN_POINTS)
        line->points[line->n] = to;
    line->n++;
    line->last = to.y;
    line->low = fmin(line->low, to.y);
    line->high = fmax(line->high, to.y);
}

void columns_end(struct columns *line)
{
    end_column(line);
}
