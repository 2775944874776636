/* put.c - values in attributes, and path data. */
#include "paint/svg/svg.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/escape.h"

void svg_put_attribute(struct buffer *into, const char *name, const char *text)
{
    buffer_format(into, " %s=\"", name);
    escape_markup(into, text, strlen(text));
    buffer_byte(into, '"');
}

void svg_put_number(struct buffer *into, const char *name, double value, int decimals)
{
    buffer_format(into, " %s=\"", name);
    buffer_fixed(into, value, decimals);
    buffer_byte(into, '"');
}

void svg_put_color(struct buffer *into, const char *name, struct color color)
{
    unsigned red = color.red, green = color.green, blue = color.blue;

    if (red % 17 == 0 && green % 17 == 0 && blue % 17 == 0)
        buffer_format(into, " %s=\"#%x%x%x\"", name, red / 17, green / 17, blue / 17);
    else
        buffer_format(into, " %s=\"#%02x%02x%02x\"", name, red, green, blue);
    if (color.alpha != 255) {
        buffer_format(into, " %s-opacity=\"", name);
        buffer_fixed(into, color.alpha / 255.0, 3);
        buffer_byte(into, '"');
    }
}

/* Path data ------------------------------------------------------------------ */

static double rounded(double value, int decimals)
{
    static const double scales[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };

    return floor(value * scales[decimals] + 0.5);
}

/* A minus separates as well as a space does. */
static void put_coordinate(struct buffer *into, double value, int decimals)
{
    char last = into->length > 0 ? into->bytes[into->length - 1] : '"';

    if (((last >= '0' && last <= '9') || last == '.') && !(rounded(value, decimals) < 0))
        buffer_byte(into, ' ');
    buffer_fixed(into, value, decimals);
}

void svg_put_points(struct buffer *into, char verb, const struct point *points, size_t n,
                    int decimals)
{
    buffer_byte(into, verb);
    for (size_t i = 0; i < n; i++) {
        put_coordinate(into, points[i].x, decimals);
        put_coordinate(into, points[i].y, decimals);
    }
}

/* Lines along an axis say one coordinate; after a move or a line no letter is needed for another. */
static void put_line(struct buffer *into, const struct point *from, const struct point *to,
                     char *verb, int decimals)
{
    bool same_x = rounded(from->x, decimals) == rounded(to->x, decimals);
    bool same_y = rounded(from->y, decimals) == rounded(to->y, decimals);

    if (same_x != same_y && *verb != 'Z') { /* after a close, from is not where the line begins */
        *verb = same_y ? 'H' : 'V';
        buffer_byte(into, *verb);
        put_coordinate(into, same_y ? to->x : to->y, decimals);
    } else if (*verb == 'M' || *verb == 'L') {
        put_coordinate(into, to->x, decimals);
        put_coordinate(into, to->y, decimals);
        *verb = 'L';
    } else {
        *verb = 'L';
        svg_put_points(into, 'L', to, 1, decimals);
    }
}

void svg_put_path(struct buffer *into, const struct path *path, int decimals)
{
    const struct point *p = path->points;
    char verb = 'Z';

    for (size_t i = 0; i < path->n_verbs; i++)
        switch (path->verbs[i]) {
        case VERB_MOVE:
            verb = 'M';
            svg_put_points(into, verb, p++, 1, decimals);
            break;
        case VERB_LINE:
            put_line(into, p - 1, p, &verb, decimals);
            p++;
            break;
        case VERB_CURVE:
            verb = 'C';
            svg_put_points(into, verb, p, 3, decimals);
            p += 3;
            break;
        default:
            verb = 'Z';
            buffer_byte(into, 'z');
        }
}
