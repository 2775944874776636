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

static void end_column(struct columns *line)
{
    double middle = (line->column + 0.5) * line->width;
    double heights[COLUMN_POINTS] = { line->first, line->low_first ? line->low : line->high,
                                      line->low_first ? line->high : line->low, line->last };

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
    line->low_first = true;
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
    if (to.y < line->low) {
        line->low = to.y;
        line->low_first = false;
    } else if (to.y > line->high) {
        line->high = to.y;
        line->low_first = true;
    }
}

void columns_end(struct columns *line)
{
    end_column(line);
}
