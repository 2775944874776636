/* group.c - classes for designers, roles and names for those who cannot see the picture.
 *
 * Roles are those of WAI-ARIA Graphics: a series is a graphics-object, each of its data a
 * graphics-symbol with a <title>, which viewers show as a tooltip. */
#include <math.h>
#include <string.h>

#include "base/escape.h"
#include "base/hash.h"
#include "paint/svg/svg.h"

/* Data ----------------------------------------------------------------------------- */

static uint32_t hash_datum(size_t series, size_t period)
{
    return hash_word(hash_word(0, (uint32_t)series), (uint32_t)period);
}

static uint32_t *slot_of(const struct svg *svg, size_t series, size_t period)
{
    size_t at = hash_datum(series, period) & (svg->index_size - 1);

    for (; svg->data_index[at] != 0; at = (at + 1) & (svg->index_size - 1)) {
        const struct svg_datum *datum = &svg->options->data[svg->data_index[at] - 1];
        if (datum->series == series && datum->period == period)
            break;
    }
    return &svg->data_index[at];
}

void svg_index_data(struct svg *svg)
{
    size_t n = svg->options->n_data;

    svg->index_size = 4;
    while (svg->index_size < 2 * n)
        svg->index_size *= 2;
    svg->data_index = arena_array(&svg->arena, uint32_t, svg->index_size);
    svg->data_state = arena_array(&svg->arena, uint8_t, n);
    svg->n_unmarked = n;
    if (svg->data_index == NULL || svg->data_state == NULL)
        return;
    for (size_t i = 0; i < n; i++) {
        uint32_t *slot = slot_of(svg, svg->options->data[i].series, svg->options->data[i].period);
        if (*slot == 0)
            *slot = (uint32_t)i + 1;
        else
            svg->data_state[i] = SVG_TOLD, svg->n_unmarked--; /* the same datum again */
    }
}

/* Of the datum that a group stands for, if it is among the options' data; else NULL. */
static uint8_t *find_state(const struct svg *svg, const struct group *group)
{
    if (group->role != ROLE_DATUM || group->datum == NULL)
        return NULL;
    uint32_t index = *slot_of(svg, group->datum->series, group->datum->period);
    return index == 0 ? NULL : &svg->data_state[index - 1];
}

void svg_note_group(struct svg *svg, const struct group *group)
{
    uint8_t *state = find_state(svg, group);

    if (state == NULL || *state != SVG_UNMARKED)
        return;
    *state = SVG_MARKED;
    svg->n_unmarked--;
}

/* A datum may have two groups, such as a bar and a label far from it: the first is its symbol. */
static bool becomes_symbol(struct svg *svg, const struct group *group)
{
    uint8_t *state = find_state(svg, group);
    bool told = state != NULL && *state == SVG_TOLD;

    if (state != NULL)
        *state = SVG_TOLD;
    return !told && group->role == ROLE_DATUM && group->label != NULL && group->label[0] != '\0';
}

/* In page coordinates, where the group's transform only moves; else they are left to the page. */
static bool find_shift(const struct svg *svg, struct point *shift)
{
    const struct matrix *m = &svg_level(svg)->matrix;

    *shift = (struct point){ -m->x0, -m->y0 };
    return m->xx == 1 && m->yy == 1 && m->xy == 0 && m->yx == 0;
}

static void put_datum(struct svg *svg, const struct svg_datum *datum, struct point shift)
{
    double width = fmax(datum->box.right - datum->box.left, 1);
    double height = fmax(datum->box.bottom - datum->box.top, 1);
    double x = datum->box.left + shift.x, y = datum->box.top + shift.y;
    struct buffer *out = svg->out;
    bool round = fabs(width - height) < 1e-6;

    buffer_text(out, round ? "<circle" : "<rect");
    svg_put_number(out, round ? "cx" : "x", round ? x + width / 2 : x, 2);
    svg_put_number(out, round ? "cy" : "y", round ? y + height / 2 : y, 2);
    svg_put_number(out, round ? "r" : "width", round ? width / 2 : width, 2);
    if (!round)
        svg_put_number(out, "height", height, 2);
    buffer_format(out,
                  " class=\"sheaf-datum\" role=\"graphics-symbol\" data-period=\"%zu\"><title>",
                  datum->period);
    escape_markup(out, datum->label, strlen(datum->label));
    buffer_format(out, "</title></%s>\n", round ? "circle" : "rect");
}

void svg_put_data(struct svg *svg, size_t series)
{
    struct point shift;
    bool open = false;

    if (svg->n_unmarked > SVG_MOST_SYMBOLS || !find_shift(svg, &shift))
        return;
    for (size_t i = 0; i < svg->options->n_data; i++) {
        const struct svg_datum *datum = &svg->options->data[i];
        if (svg->data_state[i] != SVG_UNMARKED || (series != ALL_SERIES && datum->series != series))
            continue;
        if (!open)
            buffer_text(svg->out,
                        "<g class=\"sheaf-data\" fill=\"none\" pointer-events=\"all\">\n");
        open = true;
        svg->data_state[i] = SVG_TOLD;
        put_datum(svg, datum, shift);
    }
    if (open)
        buffer_text(svg->out, "</g>\n");
}

/* There may be thousands, so each is as short as it can be: a tooltip for those who point at it. The
 * alternative text says what all of them show. */
void svg_put_squares(struct svg *svg)
{
    const struct svg_options *options = svg->options;
    struct buffer *out = svg->out;

    if (options->n_squares == 0)
        return;
    buffer_text(out, "<g class=\"sheaf-squares\" fill=\"none\" pointer-events=\"all\">\n");
    for (size_t i = 0; i < options->n_squares; i++) {
        const struct box *box = &options->squares[i].box;
        buffer_text(out, "<path d=\"M");
        buffer_fixed(out, box->left, 2);
        buffer_byte(out, ' ');
        buffer_fixed(out, box->top, 2);
        buffer_byte(out, 'h');
        buffer_fixed(out, box->right - box->left, 2);
        buffer_byte(out, 'v');
        buffer_fixed(out, box->bottom - box->top, 2);
        buffer_byte(out, 'H');
        buffer_fixed(out, box->left, 2);
        buffer_text(out, "z\"><title>");
        escape_markup(out, options->squares[i].label, strlen(options->squares[i].label));
        buffer_text(out, "</title></path>\n");
    }
    buffer_text(out, "</g>\n");
}

/* Groups --------------------------------------------------------------------------- */

/* `class="sheaf-axis sheaf-axis-x"`. */
static void put_class(struct buffer *out, enum role role)
{
    bool axis = role == ROLE_AXIS_X || role == ROLE_AXIS_Y;

    if (role == ROLE_NONE || role == ROLE_SPAN)
        return;
    buffer_format(out, " class=\"%ssheaf-%s\"", axis ? "sheaf-axis " : "", role_name(role));
}

static bool is_decoration(enum role role)
{
    return role == ROLE_ARTIFACT || role == ROLE_GRID;
}

void svg_open_group(struct painter *painter, const struct group *group, const struct box *bounds)
{
    struct svg *svg = svg_of(painter);
    struct buffer *out = svg->out;
    bool named = group->label != NULL && group->label[0] != '\0';
    bool is_symbol = becomes_symbol(svg, group);

    (void)bounds;
    svg_end_line(svg);
    if (!svg_push_level(svg))
        return;
    struct svg_level *level = svg_level(svg);
    level->group = svg->next_group++;
    buffer_text(out, group->role == ROLE_LINK ? "<a" : "<g");
    put_class(out, group->role);
    if (group->role == ROLE_LINK) {
        svg_put_attribute(out, "href", group->uri);
    }
    if (is_decoration(group->role))
        buffer_text(out, " aria-hidden=\"true\"");
    if ((group->role == ROLE_SERIES || group->role == ROLE_ANNOTATION) && named) {
        buffer_text(out, " role=\"graphics-object\"");
        svg_put_attribute(out, "aria-label", group->label);
    } else if (is_symbol) {
        buffer_text(out, " role=\"graphics-symbol\"");
    }
    if (group->role == ROLE_SERIES && group->datum != NULL)
        buffer_format(out, " data-series=\"%zu\"", group->datum->series);
    if (group->role == ROLE_DATUM && group->datum != NULL && group->datum->period != ALL_PERIODS)
        buffer_format(out, " data-period=\"%zu\"", group->datum->period);
    if (group->language != NULL && group->language[0] != '\0')
        svg_put_attribute(out, "lang", group->language);
    svg_put_style(svg, &svg->groups[level->group], &level->style);
    buffer_text(out, ">\n");
    if (is_symbol) {
        buffer_text(out, "<title>");
        escape_markup(out, group->label, strlen(group->label));
        buffer_text(out, "</title>\n");
    }
}

void svg_close_group(struct painter *painter, const struct group *group)
{
    struct svg *svg = svg_of(painter);

    svg_end_line(svg);
    if (group->role == ROLE_SERIES && group->datum != NULL)
        svg_put_data(svg, group->datum->series);
    svg->n_levels--;
    buffer_text(svg->out, group->role == ROLE_LINK ? "</a>\n" : "</g>\n");
}
