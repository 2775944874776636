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

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool color_read(const char *text, size_t n, struct color *color)
{
    uint32_t rgb = 0;

    if (n != 7 || text[0] != '#')
        return false;
    for (size_t i = 1; i < n; i++) {
        if (hex_digit(text[i]) < 0)
            return false;
        rgb = rgb << 4 | (uint32_t)hex_digit(text[i]);
    }
    *color = color_hex(rgb);
    return true;
}

static uint8_t mixed(uint8_t a, uint8_t b, double share)
{
    return channel(b - (b - a) * share);
}

struct color color_mix(struct color color, struct color other, double share)
{
    return (struct color){ mixed(color.red, other.red, share),
                           mixed(color.green, other.green, share),
                           mixed(color.blue, other.blue, share), color.alpha };
}

double color_linear(uint8_t channel)
{
    double share = channel / 255.0;

    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

/* WCAG 2: relative luminance, 0 to 1. */
static double luminance(struct color color)
{
    return 0.2126 * color_linear(color.red) + 0.7152 * color_linear(color.green) +
           0.0722 * color_linear(color.blue);
}

double color_contrast(struct color a, struct color b)
{
    double one = luminance(a) + 0.05, other = luminance(b) + 0.05;

    return fmax(one, other) / fmin(one, other);
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
