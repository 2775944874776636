/* color.c - helpers that make colours and paints. */
#include <math.h>

#include "scene/scene.h"

static uint8_t channel(double value)
{
    return (uint8_t)lround(fmin(fmax(value, 0), 255));
}

struct color color_hex(uint32_t rgb)
{
    return (struct color){ (uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8), (uint8_t)rgb, 255 };
}

struct color color_tint(struct color color, double amount)
{
    return (struct color){ channel(255 - (255 - color.red) * amount),
                           channel(255 - (255 - color.green) * amount),
                           channel(255 - (255 - color.blue) * amount), color.alpha };
}

struct color color_alpha(struct color color, double alpha)
{
    color.alpha = channel(color.alpha * alpha);
    return color;
}

struct paint paint_color(struct color color)
{
    return (struct paint){ .kind = PAINT_SOLID, .color = color };
}

struct paint paint_none(void)
{
    return (struct paint){ .kind = PAINT_NONE };
}
