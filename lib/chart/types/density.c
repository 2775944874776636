/* density.c - counts points by squares, and shades each by how many it holds. */
#include "chart/types/density.h"

#include <math.h>
#include <string.h>

#include "chart/across.h"
#include "chart/marks.h"
#include "chart/plan.h"

/* In ems: a square; of the key a swatch, the gap beside words and between steps, the room above it and
 * its height; the height of a plot that has one. The lightest shade: at 0 it would be hard to tell from paper. */
static const double square = 0.5, swatch_width = 1, swatch_height = 0.7, word_gap = 0.4,
                    step_gap = 1, room_above = 0.5, key_height = 1.2, least_height = 12,
                    lightest = 0.15;

static size_t column_of(const struct density *density, struct point at)
{
    double column = floor((at.x - density->box.left) / density->side);

    return (size_t)fmax(0, fmin(column, (double)(density->columns - 1)));
}

static size_t row_of(const struct density *density, struct point at)
{
    double row = floor((at.y - density->box.top) / density->side);

    return (size_t)fmax(0, fmin(row, (double)(density->rows - 1)));
}

/* 1, 2 or 5 times a power of ten, the nearest by ratio. */
static size_t round_count(double count)
{
    double power = pow(10, floor(log10(count) + 1e-9)), digit = count / power;
    double nearest = digit < sqrt(2) ? 1 : digit < sqrt(10) ? 2 : digit < sqrt(50) ? 5 : 10;

    return (size_t)llround(nearest * power);
}

size_t density_edges(size_t most, size_t edges[DENSITY_STEPS + 1])
{
    size_t n = 0;

    edges[0] = 1;
    for (size_t i = 1; i < DENSITY_STEPS; i++) {
        size_t edge = most <= DENSITY_STEPS
                          ? i + 1
                          : round_count(pow((double)most, (double)i / DENSITY_STEPS));
        if (edge > edges[n] && edge <= most)
            edges[++n] = edge;
    }
    edges[++n] = most + 1;
    return n;
}

struct density *density_make(const struct plot *plot, const struct point *points, size_t n,
                             struct box box)
{
    struct density *density = arena_new(plot->pen.arena, struct density);
    double pixel = plot->pen.dot > 0 ? plot->pen.dot : plot->pen.pixel > 0 ? plot->pen.pixel : 0.01;

    if (density == NULL)
        return NULL;
    density->side = fmax(1, round(square * plot->pen.em / pixel)) * pixel;
    density->box = box;
    density->box.left = pen_snap(&plot->pen, box.left);
    density->box.top = pen_snap(&plot->pen, box.top);
    density->columns = (size_t)fmax(1, ceil((box.right - density->box.left) / density->side));
    density->rows = (size_t)fmax(1, ceil((box.bottom - density->box.top) / density->side));
    density->counts = arena_array(plot->pen.arena, size_t, density->columns * density->rows);
    if (density->counts == NULL)
        return NULL;
    for (size_t i = 0; i < n; i++)
        density->counts[row_of(density, points[i]) * density->columns +
                        column_of(density, points[i])]++;
    for (size_t i = 0; i < density->columns * density->rows; i++)
        if (density->counts[i] > density->counts[density->densest])
            density->densest = i;
    density->n_steps = density_edges(density->counts[density->densest], density->edges);
    return density;
}

struct box density_square(const struct density *density, struct point at)
{
    double left = density->box.left + (double)column_of(density, at) * density->side;
    double top = density->box.top + (double)row_of(density, at) * density->side;

    return (struct box){ left, top, left + density->side, top + density->side };
}

/* Drawing */

/* n_steps: the square is empty. */
static size_t step_of(const struct density *density, size_t count)
{
    size_t step = 0;

    if (count == 0)
        return density->n_steps;
    while (count >= density->edges[step + 1])
        step++;
    return step;
}

static struct color step_color(const struct plot *plot, const struct density *density, size_t step)
{
    double share = density->n_steps > 1 ? (double)step / (double)(density->n_steps - 1) : 1;

    return theme_sequential(plot->pen.theme, lightest + (1 - lightest) * share);
}

/* Squares of one shade beside each other are one rectangle. */
static void outline_row(const struct density *density, struct scene *scene, size_t row, size_t step)
{
    const size_t *counts = density->counts + row * density->columns;
    double top = density->box.top + (double)row * density->side;

    for (size_t i = 0, end; i < density->columns; i = end) {
        end = i + 1;
        if (step_of(density, counts[i]) != step)
            continue;
        while (end < density->columns && step_of(density, counts[end]) == step)
            end++;
        scene_rectangle(scene, density->box.left + (double)i * density->side, top,
                        (double)(end - i) * density->side, density->side);
    }
}

static void color_square(const struct density *density, uint8_t *pixels, size_t side, size_t index,
                         struct color color)
{
    size_t width = density->columns * side, left = index % density->columns * side;
    size_t top = index / density->columns * side;

    for (size_t y = top; y < top + side; y++)
        for (size_t x = left; x < left + side; x++)
            memcpy(pixels + 4 * (y * width + x),
                   (const uint8_t[]){ color.red, color.green, color.blue, color.alpha }, 4);
}

/* Empty squares are transparent: the grid shows through. Their colour is that of the paper, which
 * viewers that smooth images mix with the edges. */
static void draw_image(const struct plot *plot, const struct density *density, struct scene *scene)
{
    size_t side = (size_t)llround(density->side / plot->pen.dot),
           n = density->columns * density->rows;
    size_t size = 4 * n * side * side;
    uint8_t *pixels = memory_resize(&plot->pen.arena->alloc, NULL, 0, size);
    struct color empty = plot->pen.theme->paper;

    if (pixels == NULL) {
        fail_memory(text_error(plot->pen.text));
        return;
    }
    empty.alpha = 0;
    for (size_t i = 0; i < n; i++) {
        size_t step = step_of(density, density->counts[i]);
        color_square(density, pixels, side, i,
                     step < density->n_steps ? step_color(plot, density, step) : empty);
    }
    const struct box *box = &density->box;
    scene_image(scene, &(struct image_mark){
                           .width = (int)(density->columns * side),
                           .height = (int)(density->rows * side),
                           .channels = 4,
                           .pixels = pixels,
                           .place = { box->left, box->top,
                                      box->left + (double)density->columns * density->side,
                                      box->top + (double)density->rows * density->side } });
    memory_free(&plot->pen.arena->alloc, pixels, size);
}

/* One mark a shade: a picture of a million points is as small as one of a thousand. */
void density_draw(const struct plot *plot, const struct density *density, struct scene *scene)
{
    if (density != NULL && plot->pen.dot > 0) {
        draw_image(plot, density, scene);
        return;
    }
    for (size_t step = 0; density != NULL && step < density->n_steps; step++) {
        for (size_t row = 0; row < density->rows; row++)
            outline_row(density, scene, row, step);
        scene_fill(scene, step_color(plot, density, step));
    }
}

/* The key */

double density_key_height(const struct plot *plot, double plot_height)
{
    bool has_room =
        plot->plan->detail < DETAIL_NO_AXIS && plot_height >= least_height * plot->pen.em;

    return has_room ? (room_above + key_height) * plot->pen.em : 0;
}

/* What a shade holds: "1", "2 to 4"; is_short: "2–4". */
static struct text_line *step_line(const struct plot *plot, const struct density *density,
                                   size_t step, bool is_short)
{
    struct text *text = plot->pen.text;
    struct arena *arena = plot->pen.arena;
    size_t low = density->edges[step], high = density->edges[step + 1] - 1;
    const struct blank ends[] = { { "low", format_number(text, arena, (double)low, 0) },
                                  { "high", format_number(text, arena, (double)high, 0) } };
    const char *words = ends[0].text;

    if (low < high)
        words = is_short ? fill_blanks(arena, "{low}\u2013{high}", ends, 2)
                         : format_phrase(text, arena, PHRASE_BETWEEN, ends, 2);
    return pen_label(&plot->pen, words, &plot->pen.theme->label);
}

/* Sets the words of all shades; returns the width of the key. */
static double set_lines(const struct plot *plot, const struct density *density, bool is_short,
                        struct text_line *lines[DENSITY_STEPS])
{
    double width = 0;

    for (size_t i = 0; i < density->n_steps; i++) {
        lines[i] = step_line(plot, density, i, is_short);
        width += (swatch_width + word_gap + (i > 0 ? step_gap : 0)) * plot->pen.em +
                 line_width(lines[i]);
    }
    return width;
}

void density_draw_key(const struct plot *plot, const struct density *density, struct scene *scene,
                      double x, double y)
{
    struct text_line *lines[DENSITY_STEPS];
    double em = plot->pen.em, middle = y + (room_above + key_height / 2) * em;

    if (density == NULL)
        return;
    if (x + set_lines(plot, density, false, lines) > plot->width &&
        x + set_lines(plot, density, true, lines) > plot->width)
        return;
    scene_open_role(scene, ROLE_LEGEND);
    for (size_t i = 0; i < density->n_steps; i++) {
        struct box box = across_box(plot, (struct box){ x, middle - swatch_height / 2 * em,
                                                        x + swatch_width * em,
                                                        middle + swatch_height / 2 * em });
        double left = pen_snap(&plot->pen, box.left), top = pen_snap(&plot->pen, box.top);
        scene_rectangle(scene, left, top, pen_snap(&plot->pen, box.right) - left,
                        pen_snap(&plot->pen, box.bottom) - top);
        scene_fill(scene, step_color(plot, density, i));
        x += (swatch_width + word_gap) * em;
        across_line(plot, scene, lines[i], x, middle, ALIGN_LEFT);
        x += line_width(lines[i]) + step_gap * em;
    }
    scene_close(scene);
}
