/* pieces.c - a stroke of very many upright pieces side by side (chart/columns.h), without what is hidden.
 *
 * Cairo goes through each edge of each piece in every fifteenth of a row of pixels. Of pieces closer to
 * each other than half the stroke is wide every second one is drawn whole; of one between two such only
 * what reaches beyond either, at the top or the bottom. All that is left out is covered, so the pixels
 * are the same. */
#include <math.h>

#include "paint/cairo/canvas.h"

/* A vertical line. */
struct piece {
    size_t point; /* its first one */
    bool is_lone; /* no other line joins it */
    double x, low, high;
};

struct pieces {
    struct piece *all;
    size_t n;
    double radius, pixel; /* half the stroke, and a pixel, in the path's units */
};

static bool find_pieces(struct arena *arena, const struct path *path, struct pieces *pieces)
{
    const uint8_t *verbs = path->verbs;

    pieces->n = 0;
    pieces->all = arena_array(arena, struct piece, path->n_verbs);
    if (pieces->all == NULL)
        return false;
    for (size_t i = 0; i < path->n_verbs; i++) {
        if (verbs[i] != VERB_MOVE && verbs[i] != VERB_LINE)
            return false; /* so that verbs and points are one to one */
        if (verbs[i] != VERB_LINE || i == 0 || path->points[i].x != path->points[i - 1].x)
            continue;
        double y = path->points[i - 1].y, end = path->points[i].y;
        pieces->all[pieces->n++] = (struct piece){
            .point = i - 1,
            .is_lone =
                verbs[i - 1] == VERB_MOVE && (i + 1 == path->n_verbs || verbs[i + 1] == VERB_MOVE),
            .x = path->points[i].x,
            .low = fmin(y, end),
            .high = fmax(y, end),
        };
    }
    return true;
}

struct part {
    double low, high;
};

/* What of a piece is not surely under two others, one on each side. Returns how many parts. */
static int cut(const struct pieces *pieces, const struct piece *piece, const struct piece *left,
               const struct piece *right, struct part parts[2])
{
    const double r = pieces->radius, away = fmax(piece->x - left->x, right->x - piece->x);
    const double low = fmax(left->low, right->low), high = fmin(left->high, right->high);
    int n = 0;

    parts[0] = (struct part){ piece->low, piece->high };
    if (!(left->x <= piece->x && piece->x <= right->x && away < r))
        return 1;
    /* The other's cap is lower by this much in the middle of the piece's; and Cairo's are polygons. */
    double beyond = r - sqrt(r * r - away * away) + pieces->pixel / 2;
    /* Parts are longer than a pixel: a dot would be another polygon. */
    double upper = fmax(fmin(high, piece->high - pieces->pixel), piece->low);
    double lower = fmin(fmax(low, piece->low + pieces->pixel), piece->high);

    if (piece->low - beyond < low && piece->high + beyond > high && lower >= upper)
        return 1;
    if (piece->low - beyond < low)
        parts[n++] = (struct part){ piece->low, lower };
    if (piece->high + beyond > high)
        parts[n++] = (struct part){ upper, piece->high };
    return n;
}

static void append_part(cairo_t *context, double x, double from, double to)
{
    cairo_move_to(context, x, from);
    cairo_line_to(context, x, to);
}

/* Points from first up to end, as they are. */
static void append_points(cairo_t *context, const struct path *path, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        (path->verbs[i] == VERB_MOVE ? cairo_move_to : cairo_line_to)(context, path->points[i].x,
                                                                      path->points[i].y);
}

static void append_cut(cairo_t *context, const struct path *path, const struct pieces *pieces)
{
    size_t done = 0;

    for (size_t i = 0; i < pieces->n; i++) {
        const struct piece *piece = &pieces->all[i];
        struct part parts[2];

        if (!piece->is_lone || i % 2 == 0 || i + 1 == pieces->n)
            continue;
        append_points(context, path, done, piece->point);
        done = piece->point + 2;
        int n = cut(pieces, piece, piece - 1, piece + 1, parts);
        for (int k = 0; k < n; k++)
            append_part(context, piece->x, parts[k].low, parts[k].high);
    }
    append_points(context, path, done, path->n_points);
}

bool canvas_append_pieces(struct canvas *canvas, const struct path *path, double line_width)
{
    cairo_matrix_t to_pixels = canvas_to_pixels(canvas->context);
    double scale = hypot(to_pixels.xx, to_pixels.yx);
    struct pieces pieces = { .radius = line_width / 2, .pixel = 1 / scale };

    if (!canvas->has_pixels || path->n_verbs < CANVAS_MANY_PIECES ||
        !find_pieces(&canvas->arena, path, &pieces))
        return false;
    cairo_new_path(canvas->context);
    append_cut(canvas->context, path, &pieces);
    return true;
}
