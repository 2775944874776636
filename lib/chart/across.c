/* across.c - charts whose bars lie, mirrored for languages written from right to left. */
#include "chart/across.h"

static bool is_mirrored(const struct plot *plot)
{
    return text_is_right_to_left(plot->pen.text);
}

double across_x(const struct plot *plot, double x)
{
    return is_mirrored(plot) ? plot->box.left + plot->box.right - x : x;
}

struct box across_box(const struct plot *plot, struct box box)
{
    if (!is_mirrored(plot))
        return box;
    return (struct box){ across_x(plot, box.right), box.top, across_x(plot, box.left), box.bottom };
}

void across_line(const struct plot *plot, struct scene *scene, const struct text_line *line,
                 double x, double middle, enum text_align align)
{
    if (is_mirrored(plot) && align != ALIGN_CENTER)
        align = align == ALIGN_LEFT ? ALIGN_RIGHT : ALIGN_LEFT;
    line_draw_centered(scene, line, across_x(plot, x), middle, align);
}
