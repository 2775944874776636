/* shapes.c - small shapes that stand for figures. */
#include "chart/shapes.h"

void mark_diamond(struct scene *scene, struct point at, double radius)
{
    scene_move_to(scene, at.x - radius, at.y);
    scene_line_to(scene, at.x, at.y - radius);
    scene_line_to(scene, at.x + radius, at.y);
    scene_line_to(scene, at.x, at.y + radius);
    scene_close_path(scene);
}

/* Its middle is its centre of gravity. up: 1 points upwards, -1 downwards. */
static void triangle(struct scene *scene, struct point at, double radius, double up)
{
    scene_move_to(scene, at.x, at.y - up * radius);
    scene_line_to(scene, at.x + 0.87 * radius, at.y + up * radius / 2);
    scene_line_to(scene, at.x - 0.87 * radius, at.y + up * radius / 2);
    scene_close_path(scene);
}

static void square(struct scene *scene, struct point at, double half)
{
    scene_move_to(scene, at.x - half, at.y - half);
    scene_line_to(scene, at.x + half, at.y - half);
    scene_line_to(scene, at.x + half, at.y + half);
    scene_line_to(scene, at.x - half, at.y + half);
    scene_close_path(scene);
}

/* Shapes with corners are larger than dots of their area would be: corners are hard to see. */
void mark_shape(const struct chart_pen *pen, struct scene *scene, struct point at, double radius,
                struct color color)
{
    struct paint paper = paint_color(pen->theme->paper), edge = paint_color(color);
    struct stroke stroke = { .width = 0.6 * pen->theme->line_width };
    enum theme_shape shape = theme_shape(pen->theme, color);

    switch (shape) {
    case SHAPE_DOT:
        scene_circle(scene, at.x, at.y, radius);
        break;
    case SHAPE_SQUARE:
    case SHAPE_OPEN_SQUARE:
        square(scene, at, 1.1 * radius);
        break;
    case SHAPE_TRIANGLE:
        triangle(scene, at, 1.6 * radius, 1);
        break;
    case SHAPE_FALLING_TRIANGLE:
        triangle(scene, at, 1.6 * radius, -1);
        break;
    case SHAPE_DIAMOND:
    case SHAPE_OPEN_DIAMOND:
        mark_diamond(scene, at, 1.5 * radius);
        break;
    }
    if (shape == SHAPE_OPEN_SQUARE || shape == SHAPE_OPEN_DIAMOND)
        scene_draw(scene, &paper, &edge, &stroke);
    else
        scene_fill(scene, color);
}
