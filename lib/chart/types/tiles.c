/* tiles.c - where: a tile a country in a fixed arrangement, with its code, coloured by its value in five
 * steps. Members without a tile are named below. */
#include <math.h>
#include <string.h>

#include "chart/across.h"
#include "chart/guides/also.h"
#include "chart/guides/color_key.h"
#include "chart/marks.h"
#include "chart/model/members.h"
#include "chart/plan.h"
#include "chart/types/tile_places.h"
#include "chart/words/speech.h"
#include "series/digits.h"
#include "vocabulary/countries.h"

struct tiles {
    const struct tile_place **places; /* a series; NULL: it has no tile */
    int top, bottom, left, right;     /* rows and columns that are shown */
    struct color_key key;
    struct text_block *list; /* of those without a tile; or NULL */
    bool key_is_beside;      /* upright at the right of the tiles, not below them */
    int decimals;            /* of the values in tiles */
};

/* All have room: a tile is no row. */
static const struct member_rules rules = { .what = "a tile map",
                                           .instead = "a ranking",
                                           .periods = PERIOD_LAST,
                                           .leaves_rest = true,
                                           .row = 0.01,
                                           .tight = 1,
                                           .head = 0 };

/* The least side of a tile whose colour can be seen, in pixels or points; its largest, in ems. Space
 * beside a code, in ems; the height from which the value stands below it. The least size of
 * a code, as a share of the labels'. Space before the key beside the tiles, in ems. */
static const double min_side = 4, max_side = 9, beside_code = 0.12, valued_side = 2.6,
                    least_code = 0.7, key_gap = 1.5;
/* Significant digits of the largest value in a tile; the others have its decimals. */
enum { TILE_DIGITS = 3 };

/* Of the partner, else of the country that the series is called by, else of the reporter. */
static const struct tile_place *place_of(const sheaf_series *series)
{
    const char *names[] = { sheaf_series_partner(series), sheaf_series_name(series),
                            sheaf_series_reporter(series) };

    if (sheaf_series_is_remainder(series))
        return NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *code = country_find(names[i], strlen(names[i]));
        if (names[i][0] != '\0' && code != NULL)
            return tile_place_of(code);
    }
    return NULL;
}

/* One figure a tile, and some tile at all. */
static void check(const struct plot *plot)
{
    const struct model *model = plot->model;
    size_t placed = 0;

    for (size_t i = 0; i < model->n_series; i++) {
        const struct tile_place *place = place_of(model->series[i].series);
        placed += place != NULL;
        for (size_t k = 0; place != NULL && k < i; k++)
            if (place_of(model->series[k].series) == place) {
                fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
                     "a tile shows one figure, and '%s' has several ('%s', '%s'); choose one flow "
                     "and one product, or draw paired bars",
                     place->code, model->series[k].label, model->series[i].label);
                return;
            }
    }
    if (placed == 0)
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "a tile map is of countries, and '%s' has no tile; draw a ranking",
             model->series[0].label);
}

static void widen(struct tiles *tiles, const struct tile_place *place)
{
    tiles->top = place->row < tiles->top ? place->row : tiles->top;
    tiles->bottom = place->row > tiles->bottom ? place->row : tiles->bottom;
    tiles->left = place->column < tiles->left ? place->column : tiles->left;
    tiles->right = place->column > tiles->right ? place->column : tiles->right;
}

static const char *value_text(const struct plot *plot, const struct figure *figure)
{
    return isnan(figure->value)
               ? pen_blank(&plot->pen, figure)
               : pen_flagged(&plot->pen, pen_amount(&plot->pen, plot->model, figure, false),
                             figure);
}

static bool place_all(const struct plot *plot, struct tiles *tiles)
{
    const struct model *model = plot->model;
    struct also also = { 0 };

    tiles->places = arena_array(plot->pen.arena, const struct tile_place *, model->n_series);
    if (tiles->places == NULL)
        return false;
    tiles->top = tiles->left = 1000;
    for (size_t i = 0; i < model->n_series; i++) {
        const struct model_series *series = &model->series[i];
        tiles->places[i] = place_of(series->series);
        if (tiles->places[i] != NULL)
            widen(tiles, tiles->places[i]);
        else
            also_add(plot, &also, series->label, value_text(plot, &series->figures[0]));
    }
    tiles->list = also_set(plot, &also);
    return !also.failed;
}

static bool any_is_missing(const struct plot *plot)
{
    for (size_t i = 0; i < plot->model->n_series; i++)
        if (isnan(plot->model->series[i].figures[0].value))
            return true;
    return false;
}

static unsigned figure_flags(const struct plot *plot)
{
    unsigned flags = 0;

    for (size_t i = 0; i < plot->model->n_series; i++)
        flags |= plot->model->series[i].figures[0].flags;
    return flags;
}

static int rows_of(const struct tiles *tiles)
{
    return tiles->bottom - tiles->top + 1;
}

static int columns_of(const struct tiles *tiles)
{
    return tiles->right - tiles->left + 1;
}

/* Room that the key takes from the tiles' width. */
static double key_beside(const struct plot *plot, const struct tiles *tiles)
{
    return tiles->key_is_beside
               ? color_key_upright_width(plot, &tiles->key) + key_gap * plot->pen.em
               : 0;
}

static double key_below(const struct plot *plot, const struct tiles *tiles)
{
    return tiles->key_is_beside ? 0 : color_key_height(plot, &tiles->key);
}

/* Room below the tiles: key and list. */
static double room_below(const struct plot *plot, const struct tiles *tiles)
{
    return key_below(plot, tiles) + also_height(plot, tiles->list);
}

/* From one tile to the next, in whole pixels. */
static double side_of(const struct plot *plot, const struct tiles *tiles, double plot_height)
{
    double room = (plot_height - room_below(plot, tiles)) / rows_of(tiles);
    double side = fmin(fmin(room, (plot->width - key_beside(plot, tiles)) / columns_of(tiles)),
                       max_side * plot->pen.em);

    return plot->pen.pixel > 0 ? floor(side / plot->pen.pixel) * plot->pen.pixel : side;
}

/* Beside the tiles or below them, wherever it leaves them larger. */
static void place_key(const struct plot *plot, struct tiles *tiles, double plot_height)
{
    double below = side_of(plot, tiles, plot_height);

    if (tiles->key.low == NULL)
        return;
    tiles->key_is_beside = true;
    tiles->key_is_beside =
        side_of(plot, tiles, plot_height) >= below &&
        plot_height - room_below(plot, tiles) >= color_key_upright_height(plot, &tiles->key);
}

/* As few as show the largest value to so many digits. */
static int decimals_in_tiles(const struct plot *plot)
{
    const struct extent values = plot->model->extent;
    int decimals = decimals_for_digits(fmax(fabs(values.low), fabs(values.high)), TILE_DIGITS);

    return decimals > 0 ? decimals : 0;
}

/* In a tile; the alternative text and the list have all digits. */
static const char *tile_text(const struct plot *plot, const struct tiles *tiles,
                             const struct figure *figure)
{
    struct figure shown = *figure;

    shown.decimals = shown.decimals < tiles->decimals ? shown.decimals : tiles->decimals;
    return value_text(plot, &shown);
}

static void check_room(const struct plot *plot, const struct tiles *tiles)
{
    double needed = min_side * columns_of(tiles);

    if (plot->width < needed)
        fail(
            text_error(plot->pen.text), SHEAF_BAD_INPUT,
            "%d columns of tiles would be too narrow to be seen; make the chart %.0f wide, or draw "
            "a ranking",
            columns_of(tiles), ceil(needed / 10) * 10);
}

/* Codes of one size: that at which the widest has room, if it can be read. */
static double code_size(const struct plot *plot, const struct tiles *tiles, double side)
{
    const struct text_style *style = &plot->pen.theme->label_strong;
    double widest = 0, room = side - 2 * beside_code * plot->pen.em;

    for (size_t i = 0; i < plot->model->n_series; i++)
        if (tiles->places[i] != NULL)
            widest = fmax(widest, text_width(plot->pen.text, tiles->places[i]->code, style));
    double size = widest > room ? style->size * room / widest : style->size;
    return size >= least_code * style->size && size <= side ? size : 0;
}

static void measure(struct plot *plot, double plot_height)
{
    struct tiles *tiles = arena_new(plot->pen.arena, struct tiles);

    plot->marks = NULL;
    plot->foot = 0;
    if (tiles == NULL || !place_all(plot, tiles))
        return;
    check_room(plot, tiles);
    color_key_measure(plot, &tiles->key, plot->width, any_is_missing(plot));
    place_key(plot, tiles, plot_height);
    if (code_size(plot, tiles, side_of(plot, tiles, plot_height) - mark_gap(&plot->pen)) > 0)
        tiles->key.missing = NULL; /* its tile has a sign, no dot */
    tiles->decimals = decimals_in_tiles(plot);
    plot_note_words(plot, tiles->key.high != NULL);
    plot->plan->figures_lost = tiles->key.low == NULL;
    plot->least = room_below(plot, tiles) + min_side * rows_of(tiles);
    legend_add_styles(plot->plan, SWATCH_BAR);
    legend_add_flags(plot->plan, figure_flags(plot));
    plot->marks = tiles;
}

/* Drawing ------------------------------------------------------------------------------------- */

/* East is at the right in every language. */
static struct box box_of(const struct plot *plot, const struct tiles *tiles,
                         const struct tile_place *place)
{
    double side = side_of(plot, tiles, plot->box.bottom - plot->box.top);
    double space = plot->width - side * columns_of(tiles), gap = mark_gap(&plot->pen);
    double left = pen_snap(&plot->pen, plot->box.left + (across_is_mirrored(plot) ? space : 0) +
                                           side * (place->column - tiles->left));
    double top = pen_snap(&plot->pen, plot->box.top + side * (place->row - tiles->top));

    return (struct box){ left, top, left + side - gap, top + side - gap };
}

/* A code in an outlined tile, so that it is known whose figure is missing from the data. */
static void draw_ground_code(const struct plot *plot, const struct tiles *tiles,
                             struct scene *scene, const struct tile_place *place, struct box box)
{
    struct text_style style = plot->pen.theme->label;

    for (size_t i = 0; i < plot->model->n_series; i++)
        if (tiles->places[i] == place)
            return;
    style.size = code_size(plot, tiles, box.right - box.left);
    if (style.size == 0)
        return;
    style.color = plot->pen.theme->grey;
    line_draw_centered(scene, pen_label(&plot->pen, place->code, &style),
                       (box.left + box.right) / 2, (box.top + box.bottom) / 2, ALIGN_CENTER);
}

/* The rest of the map: outlines, so that the countries with figures are found. */
static void draw_ground(const struct plot *plot, const struct tiles *tiles, struct scene *scene)
{
    double line = fmax(plot->pen.theme->grid_width, plot->pen.pixel);

    scene_open_role(scene, ROLE_GRID);
    for (size_t i = 0; i < tile_place_count(); i++) {
        const struct tile_place *place = tile_place_at(i);
        if (place->row < tiles->top || place->row > tiles->bottom || place->column < tiles->left ||
            place->column > tiles->right)
            continue;
        struct box box = box_of(plot, tiles, place);
        scene_rectangle(scene, box.left, box.top, box.right - box.left, box.bottom - box.top);
        scene_fill(scene, plot->pen.theme->grid);
        scene_rectangle(scene, box.left + line, box.top + line, box.right - box.left - 2 * line,
                        box.bottom - box.top - 2 * line);
        scene_fill(scene, plot->pen.theme->paper);
        draw_ground_code(plot, tiles, scene, place, box);
    }
    scene_close(scene);
}

static bool has_value(const struct plot *plot, const char *value, double side)
{
    return value != NULL && side >= valued_side * plot->pen.em &&
           text_width(plot->pen.text, value, &plot->pen.theme->label) +
                   2 * beside_code * plot->pen.em <=
               side;
}

static void draw_words(const struct plot *plot, const struct tiles *tiles, struct scene *scene,
                       const struct figure *figure, struct box box, const char *words,
                       const struct text_style *style)
{
    struct text_style on = *style;

    on.color = isnan(figure->value) ? plot->pen.theme->ink
                                    : color_cell_text_color(plot, &tiles->key, figure);
    scene_open_role(scene, ROLE_DATUM_LABEL);
    line_draw_centered(scene, pen_label(&plot->pen, words, &on), (box.left + box.right) / 2,
                       (box.top + box.bottom) / 2, ALIGN_CENTER);
    scene_close(scene);
}

static void draw_code(const struct plot *plot, const struct tiles *tiles, struct scene *scene,
                      const struct figure *figure, struct box box, const char *code,
                      bool above_value)
{
    struct text_style style = above_value ? plot->pen.theme->label_strong : plot->pen.theme->label;

    style.size = code_size(plot, tiles, box.right - box.left);
    if (style.size > 0)
        draw_words(plot, tiles, scene, figure, box, code, &style);
}

/* Without words only its place says what a tile is, and the palest are hardly told from the paper. */
static void draw_edge(const struct plot *plot, struct scene *scene, struct box box)
{
    double width = fmax(plot->pen.theme->grid_width, plot->pen.pixel);

    scene_rectangle(scene, box.left + width / 2, box.top + width / 2, box.right - box.left - width,
                    box.bottom - box.top - width);
    scene_stroke(scene, plot->pen.theme->axis, width);
}

static void draw_tile(const struct plot *plot, const struct tiles *tiles, struct scene *scene,
                      size_t series)
{
    const struct tile_place *place = tiles->places[series];
    const struct figure *figure = &plot->model->series[series].figures[0];
    struct box box = box_of(plot, tiles, place);
    double side = box.right - box.left;
    const char *value = tile_text(plot, tiles, figure);
    bool with_value = has_value(plot, value, side);

    plot_note(plot, series, 0, box);
    plot_open_series(plot, scene, series);
    plot_open_datum(plot, scene, series, 0);
    if (isnan(figure->value) && code_size(plot, tiles, side) <= 0) {
        color_cell_draw_missing(plot, scene, box);
    } else {
        struct box upper = { box.left, box.top, box.right, box.bottom - 1.2 * plot->pen.em };
        if (isnan(figure->value))
            draw_edge(plot, scene, box);
        else
            color_cell_draw(plot, &tiles->key, scene, figure, box, NULL, NULL);
        if (code_size(plot, tiles, side) <= 0)
            draw_edge(plot, scene, box);
        draw_code(plot, tiles, scene, figure, with_value ? upper : box, place->code, with_value);
        if (with_value)
            draw_words(
                plot, tiles, scene, figure,
                (struct box){ box.left, box.top + 1.2 * plot->pen.em, box.right, box.bottom },
                value, &plot->pen.theme->label);
    }
    scene_close(scene);
    scene_close(scene);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    const struct tiles *tiles = plot->marks;
    double side = side_of(plot, tiles, plot->box.bottom - plot->box.top);

    draw_ground(plot, tiles, scene);
    for (size_t i = 0; i < plot->model->n_series; i++)
        if (tiles->places[i] != NULL)
            draw_tile(plot, tiles, scene, i);
    double bottom = plot->box.top + side * rows_of(tiles);
    if (tiles->key_is_beside)
        color_key_draw_upright(plot, &tiles->key, scene,
                               plot->box.left + side * columns_of(tiles) + key_gap * plot->pen.em,
                               plot->box.top);
    else
        color_key_draw(plot, &tiles->key, scene, plot->box.left, bottom);
    struct plot below = *plot; /* the list follows the key */
    below.box.bottom = bottom + room_below(plot, tiles);
    also_draw(&below, scene, tiles->list);
}

static double min_height(const struct plot *plot)
{
    return 20 * plot->pen.em;
}

/* Many are not all said, and the largest come first: so the smallest is. */
static void speak(struct speech *speech)
{
    enum { MANY = 12 };

    speech_say_series(speech);
    if (speech->plan->model->n_series > MANY)
        speech_say_extremes(speech);
}

const struct chart_type tiles_type = {
    .word = WORD_TILES,
    .subtitle_tells_period = true,
    .members = &rules,
    .check = check,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .speak = speak,
};
