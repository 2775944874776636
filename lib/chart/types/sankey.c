/* sankey.c - from whom, of what, to whom: members in two or three columns, and links between them as
 * wide as what goes there. */
#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "chart/across.h"
#include "chart/guides/labels.h"
#include "chart/marks.h"
#include "chart/model/network.h"
#include "chart/plan.h"
#include "chart/words/speech.h"
#include "series/digits.h"

/* Smaller nodes are joined; more than so many of a column are, too. */
static const double least_share = 0.01;
enum { MOST_NODES = 16, LEAST_NODES = 3 };
/* In ems: a node's width; the gap between nodes; the height that a name takes; from a node to its
 * name; the least room for names between columns. Shares: of the source's colour in a link; of the
 * width that names at a side may take, and where they would be cut or codes; of the height that gaps may
 * take. */
static const double node_width = 0.5, node_gap = 0.9, name_pitch = 1.3, name_gap = 0.45,
                    least_between = 5;
static const double link_tint = 0.35, max_names = 0.3, max_cut_names = 0.4, max_gaps = 0.4;

struct node {
    struct figure figure;
    double top, height;
    double out, in; /* while links are placed: how much of it has links */
    struct text_line *name, *value;
    bool is_short; /* the name is cut, or gave way to a code */
    double y;      /* of the words */
};

struct link {
    double from, to, height; /* top ends */
};

struct sankey {
    const struct network *network;
    struct node *nodes[NETWORK_COLUMNS];
    size_t *orders[NETWORK_COLUMNS];
    struct link *links; /* [series] */
    size_t *by_size;    /* series, the largest first */
    double left, right; /* of the columns */
    double names[2];    /* widths at both sides */
    double total;
};

static const struct figure *figure_of(const struct plot *plot, size_t series)
{
    return &plot->model->series[series].figures[0];
}

/* Figures of nodes ------------------------------------------------------------------------------- */

static int lesser(int a, int b)
{
    return a < b ? a : b;
}

static void add_figure(struct figure *sum, const struct figure *link)
{
    if (isnan(sum->value)) {
        *sum = *link;
        return;
    }
    sum->value += link->value;
    sum->low += link->low;
    sum->high += link->high;
    sum->decimals = lesser(link->decimals, sum->decimals);
    while (sum->decimals > 0 && sum->high - sum->low > 1.01 * pow(10, -sum->decimals))
        sum->decimals--; /* what rounding leaves open is not shown */
    sum->is_about = false;
    sum->is_derived = true;
    sum->flags |= link->flags;
}

/* Through the first column goes what leaves it, through the others what comes. */
static void add_up_nodes(const struct plot *plot, struct sankey *sankey)
{
    const struct network *network = sankey->network;

    for (size_t i = 0; i < plot->model->n_series; i++) {
        const struct layer_link *link = &network->links[i];
        if (link->column == 0)
            add_figure(&sankey->nodes[0][link->from].figure, figure_of(plot, i));
        add_figure(&sankey->nodes[link->column + 1][link->to].figure, figure_of(plot, i));
        sankey->total += link->column == 0 ? figure_of(plot, i)->value : 0;
    }
}

/* Nodes have as many decimals as the least certain of them, so that they can be compared, but two
 * digits where they have them. */
static void even_decimals(struct sankey *sankey)
{
    int fewest = INT_MAX;

    for (size_t c = 0; c < sankey->network->n_columns; c++)
        for (size_t i = 0; i < sankey->network->columns[c].n; i++)
            fewest = lesser(fewest, sankey->nodes[c][i].figure.decimals);
    for (size_t c = 0; c < sankey->network->n_columns; c++) {
        for (size_t i = 0; i < sankey->network->columns[c].n; i++) {
            struct figure *figure = &sankey->nodes[c][i].figure;
            int digits = decimals_for_digits(figure->value, 2);
            figure->decimals = lesser(figure->decimals, digits > fewest ? digits : fewest);
        }
    }
}

static void sort_links(const struct plot *plot, struct sankey *sankey)
{
    size_t n = plot->model->n_series;

    for (size_t i = 0; i < n; i++) {
        size_t at = i;
        for (;
             at > 0 && figure_of(plot, sankey->by_size[at - 1])->value < figure_of(plot, i)->value;
             at--)
            sankey->by_size[at] = sankey->by_size[at - 1];
        sankey->by_size[at] = i;
    }
}

static bool open_sankey(const struct plot *plot, struct sankey *sankey)
{
    struct arena *arena = plot->pen.arena;
    const struct network *network = sankey->network = network_of(plot->plan);
    size_t n_nodes[NETWORK_COLUMNS];
    const double *sizes[NETWORK_COLUMNS];

    sankey->links = arena_array(arena, struct link, plot->model->n_series);
    sankey->by_size = arena_array(arena, size_t, plot->model->n_series);
    if (sankey->links == NULL || sankey->by_size == NULL)
        return false;
    for (size_t c = 0; c < network->n_columns; c++) {
        size_t n = n_nodes[c] = network->columns[c].n;
        double *size = arena_array(arena, double, n);
        sizes[c] = size;
        sankey->nodes[c] = arena_array(arena, struct node, n);
        sankey->orders[c] = arena_array(arena, size_t, n);
        if (size == NULL || sankey->nodes[c] == NULL || sankey->orders[c] == NULL)
            return false;
        for (size_t i = 0; i < n; i++) {
            const struct network_node *node = &network->columns[c].nodes[i];
            size[i] = node->member != NULL ? node->size : 0; /* what is joined stands below */
            sankey->nodes[c][i].figure.value = NAN;
        }
    }
    add_up_nodes(plot, sankey);
    even_decimals(sankey);
    sort_links(plot, sankey);
    const struct layers layers = { network->n_columns, n_nodes, sizes, network->links,
                                   plot->model->n_series };
    return crossings_minimise(&layers, sankey->orders, arena);
}

/* Words ------------------------------------------------------------------------------------------- */

static double words_width(const struct plot *plot, const struct node *node)
{
    double value = line_width(node->value);

    return line_width(node->name) + (value > 0 ? 0.4 * plot->pen.em + value : 0);
}

/* A name that has no room with its figure, by its code, then without the figure, then cut. */
static void set_words(const struct plot *plot, struct sankey *sankey, size_t column, size_t index,
                      double room)
{
    const struct network_node *of = &sankey->network->columns[column].nodes[index];
    struct node *node = &sankey->nodes[column][index];
    struct text_style name = plot->pen.theme->label, value = plot->pen.theme->label;
    bool with_unit = !plot->plan->unit_said && column == 0 && index == sankey->orders[0][0];

    name.color = plot->pen.theme->ink;
    value.color = plot->pen.theme->grey;
    node->name = pen_label(&plot->pen, of->label, &name);
    node->value = pen_label(
        &plot->pen,
        pen_flagged(&plot->pen, pen_amount(&plot->pen, plot->model, &node->figure, with_unit),
                    &node->figure),
        &value);
    node->is_short = words_width(plot, node) > room;
    if (node->is_short && of->code != NULL)
        node->name = pen_label(&plot->pen, of->code, &name);
    if (words_width(plot, node) <= room)
        return;
    node->value = NULL;
    node->name = text_fit(plot->pen.text, plot->pen.arena, of->label, &name, room);
    if (node->name != NULL && node->name->cut && of->code != NULL)
        node->name = text_fit(plot->pen.text, plot->pen.arena, of->code, &name, room);
}

static double set_column_words(const struct plot *plot, struct sankey *sankey, size_t column,
                               double room)
{
    double widest = 0;

    for (size_t i = 0; i < sankey->network->columns[column].n; i++) {
        set_words(plot, sankey, column, i, room);
        widest = fmax(widest, words_width(plot, &sankey->nodes[column][i]));
    }
    return widest;
}

static bool any_is_short(const struct sankey *sankey, size_t column)
{
    for (size_t i = 0; i < sankey->network->columns[column].n; i++)
        if (sankey->nodes[column][i].is_short)
            return true;
    return false;
}

/* Names get more room, up to most, before they are cut, or codes stand for them. */
static double set_outer_words(const struct plot *plot, struct sankey *sankey, size_t column,
                              double most)
{
    double widest = set_column_words(plot, sankey, column, max_names * plot->width);

    return any_is_short(sankey, column) && most > max_names
               ? set_column_words(plot, sankey, column, most * plot->width)
               : widest;
}

static void place_columns(const struct plot *plot, struct sankey *sankey, double most_names)
{
    size_t last = sankey->network->n_columns - 1;
    double gap = name_gap * plot->pen.em;

    sankey->names[0] = set_outer_words(plot, sankey, 0, most_names);
    sankey->names[1] = set_outer_words(plot, sankey, last, most_names);
    sankey->left = sankey->names[0] + gap;
    sankey->right = plot->width - sankey->names[1] - gap;
    double pitch = (sankey->right - sankey->left) / (double)last;
    for (size_t c = 1; c < last; c++)
        set_column_words(plot, sankey, c, pitch - (node_width + 2 * name_gap) * plot->pen.em);
}

static size_t most_nodes(const struct sankey *sankey)
{
    size_t most = 0;

    for (size_t c = 0; c < sankey->network->n_columns; c++)
        most = sankey->network->columns[c].n > most ? sankey->network->columns[c].n : most;
    return most;
}

/* Between columns, room for links and for the names of those in the middle. */
static bool has_room_between(const struct plot *plot, const struct sankey *sankey)
{
    double pitch = (sankey->right - sankey->left) / (double)(sankey->network->n_columns - 1);

    return pitch >= (least_between + node_width + 2 * name_gap) * plot->pen.em;
}

static void measure(struct plot *plot, double plot_height)
{
    struct sankey *sankey = arena_new(plot->pen.arena, struct sankey);
    unsigned flags = 0;

    (void)plot_height;
    plot->marks = NULL;
    plot->foot = 0;
    if (sankey == NULL || !open_sankey(plot, sankey))
        return;
    place_columns(plot, sankey, max_cut_names);
    if (!has_room_between(plot, sankey))
        place_columns(plot, sankey, max_names);
    plot->least = has_room_between(plot, sankey)
                      ? name_pitch * (double)most_nodes(sankey) * plot->pen.em
                      : INFINITY; /* no height would do */
    for (size_t c = 0; c < sankey->network->n_columns; c++)
        for (size_t i = 0; i < sankey->network->columns[c].n; i++)
            flags |= sankey->nodes[c][i].figure.flags;
    legend_add_styles(plot->plan, SWATCH_BAR);
    legend_add_flags(plot->plan, flags);
    plot_note_words(plot, sankey->nodes[0][sankey->orders[0][0]].value != NULL);
    plot->marks = sankey;
}

/* Places ------------------------------------------------------------------------------------------ */

static double gap_of(const struct plot *plot, const struct sankey *sankey)
{
    double height = plot->box.bottom - plot->box.top, gaps = (double)(most_nodes(sankey) - 1);

    return gaps > 0 ? fmin(node_gap * plot->pen.em, max_gaps * height / gaps) : 0;
}

/* Every column is as high as what goes through it, with gaps, in the middle of the plot. */
static double place_nodes(const struct plot *plot, struct sankey *sankey)
{
    double height = plot->box.bottom - plot->box.top, gap = gap_of(plot, sankey);
    double scale = (height - gap * (double)(most_nodes(sankey) - 1)) / sankey->total;

    for (size_t c = 0; c < sankey->network->n_columns; c++) {
        size_t n = sankey->network->columns[c].n;
        double taken = scale * sankey->total + gap * (double)(n - 1);
        double y = plot->box.top + (height - taken) / 2;
        for (size_t i = 0; i < n; i++) {
            struct node *node = &sankey->nodes[c][sankey->orders[c][i]];
            node->top = y;
            node->height = scale * node->figure.value;
            node->out = node->in = 0;
            y += node->height + gap;
        }
    }
    return scale;
}

/* Links leave a node in the order of the nodes that they go to, and reach one in the order of those
 * that they come from; of the same two nodes in the order of the series. So none lies on another at
 * its ends. */
static void place_links(const struct plot *plot, struct sankey *sankey, double scale)
{
    const struct network *network = sankey->network;

    for (size_t c = 0; c + 1 < network->n_columns; c++)
        for (size_t from = 0; from < network->columns[c].n; from++)
            for (size_t to = 0; to < network->columns[c + 1].n; to++)
                for (size_t i = 0; i < plot->model->n_series; i++) {
                    const struct layer_link *link = &network->links[i];
                    if (link->column != c || link->from != sankey->orders[c][from] ||
                        link->to != sankey->orders[c + 1][to])
                        continue;
                    struct node *source = &sankey->nodes[c][link->from];
                    struct node *sink = &sankey->nodes[c + 1][link->to];
                    double height = scale * figure_of(plot, i)->value;
                    sankey->links[i] =
                        (struct link){ source->top + source->out, sink->top + sink->in, height };
                    source->out += height;
                    sink->in += height;
                }
}

/* Names stand beside their nodes' middles as far as the others leave room. */
static void place_names(const struct plot *plot, struct sankey *sankey, size_t column)
{
    size_t n = sankey->network->columns[column].n;
    struct spread_label *labels = arena_array(plot->pen.arena, struct spread_label, n);

    for (size_t i = 0; labels != NULL && i < n; i++) {
        const struct node *node = &sankey->nodes[column][sankey->orders[column][i]];
        labels[i] = (struct spread_label){ .wanted = node->top + node->height / 2,
                                           .size = name_pitch * plot->pen.em };
    }
    bool fits = labels != NULL && labels_spread(labels, n, plot->box.top, plot->box.bottom);
    for (size_t i = 0; labels != NULL && i < n; i++)
        sankey->nodes[column][sankey->orders[column][i]].y =
            fits ? labels[i].place : labels[i].wanted;
}

/* Drawing ----------------------------------------------------------------------------------------- */

/* The left edge of a column's nodes. */
static double column_x(const struct plot *plot, const struct sankey *sankey, size_t column)
{
    double room = sankey->right - sankey->left - node_width * plot->pen.em;

    return sankey->left + room * (double)column / (double)(sankey->network->n_columns - 1);
}

static void link_path(const struct plot *plot, struct scene *scene, double left, double right,
                      const struct link *link)
{
    double from = across_x(plot, left), to = across_x(plot, right), middle = (from + to) / 2;
    double below = link->from + link->height, end = link->to + link->height;

    scene_move_to(scene, from, link->from);
    scene_curve_to(scene, (struct point){ middle, link->from }, (struct point){ middle, link->to },
                   (struct point){ to, link->to });
    scene_line_to(scene, to, end);
    scene_curve_to(scene, (struct point){ middle, end }, (struct point){ middle, below },
                   (struct point){ from, below });
    scene_close_path(scene);
}

/* In an opaque tint, so that it is the same in every format. An edge of paper keeps links apart where
 * they cross. */
static void draw_link(const struct plot *plot, const struct sankey *sankey, struct scene *scene,
                      size_t series)
{
    const struct layer_link *of = &sankey->network->links[series];
    const struct link *link = &sankey->links[series];
    const struct figure *figure = figure_of(plot, series);
    struct color color = sankey->network->columns[of->column].nodes[of->from].color;
    double left = column_x(plot, sankey, of->column) + node_width * plot->pen.em;
    double right = column_x(plot, sankey, of->column + 1);
    struct box box = across_box(plot, (struct box){ left, fmin(link->from, link->to), right,
                                                    fmax(link->from, link->to) + link->height });

    plot_note(plot, series, 0, box);
    plot_open_series(plot, scene, series);
    plot_open_datum(plot, scene, series, 0);
    link_path(plot, scene, left, right, link);
    mark_fill(&plot->pen, scene, theme_tint(plot->pen.theme, color, link_tint), figure->drawn);
    if (link->height > 4 * mark_gap(&plot->pen)) {
        link_path(plot, scene, left, right, link);
        scene_stroke(scene, plot->pen.theme->paper, 0.5 * mark_gap(&plot->pen));
    }
    scene_close(scene);
    scene_close(scene);
}

/* Paper behind words that stand on links. */
static void draw_plate(const struct plot *plot, struct scene *scene, double x,
                       const struct node *node)
{
    double beside = 0.25 * plot->pen.em, half = 0.62 * plot->pen.em;
    struct box box =
        across_box(plot, (struct box){ x - beside, node->y - half,
                                       x + words_width(plot, node) + beside, node->y + half });

    scene_rectangle(scene, box.left, box.top, box.right - box.left, box.bottom - box.top);
    scene_fill(scene, plot->pen.theme->paper);
}

static void draw_words(const struct plot *plot, const struct sankey *sankey, struct scene *scene,
                       size_t column, const struct node *node)
{
    double x = column_x(plot, sankey, column), gap = name_gap * plot->pen.em;
    double value = 0.4 * plot->pen.em;

    if (column == 0) {
        across_line(plot, scene, node->value, x - gap, node->y, ALIGN_RIGHT);
        if (node->value != NULL)
            x -= line_width(node->value) + value;
        across_line(plot, scene, node->name, x - gap, node->y, ALIGN_RIGHT);
        return;
    }
    x += node_width * plot->pen.em + gap;
    if (column + 1 < sankey->network->n_columns)
        draw_plate(plot, scene, x, node);
    across_line(plot, scene, node->name, x, node->y, ALIGN_LEFT);
    across_line(plot, scene, node->value, x + line_width(node->name) + value, node->y, ALIGN_LEFT);
}

static void draw_nodes(const struct plot *plot, const struct sankey *sankey, struct scene *scene,
                       size_t column)
{
    double x = column_x(plot, sankey, column), least = fmax(plot->pen.pixel, 0.5);

    scene_open_role(scene, ROLE_AXIS_X);
    for (size_t i = 0; i < sankey->network->columns[column].n; i++) {
        const struct node *node = &sankey->nodes[column][sankey->orders[column][i]];
        struct box box = across_box(plot, (struct box){ x, node->top, x + node_width * plot->pen.em,
                                                        node->top + node->height });
        scene_rectangle(scene, box.left, box.top, box.right - box.left,
                        fmax(box.bottom - box.top, least));
        scene_fill(scene, plot->pen.theme->grey);
        draw_words(plot, sankey, scene, column, node);
    }
    scene_close(scene);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    struct sankey *sankey = plot->marks;

    place_links(plot, sankey, place_nodes(plot, sankey));
    for (size_t i = 0; i < plot->model->n_series;
         i++) /* a narrow one is not hidden by a wide one */
        draw_link(plot, sankey, scene, sankey->by_size[i]);
    for (size_t c = 0; c < sankey->network->n_columns; c++) {
        place_names(plot, sankey, c);
        draw_nodes(plot, sankey, scene, c);
    }
}

/* The type ---------------------------------------------------------------------------------------- */

static const sheaf_chart *gather(const struct chart_plan *plan)
{
    double room = floor(0.55 * plan->height / (name_pitch * plan->pen.em));
    size_t most = (size_t)fmax(LEAST_NODES, fmin(room, MOST_NODES));
    const struct network_rules rules = { .what = "a sankey",
                                         .instead = "a ranking",
                                         .most_nodes = { most, most, most },
                                         .least_share = least_share,
                                         .most_columns = NETWORK_COLUMNS,
                                         .least_varying = 1,
                                         .goes = true };

    return network_gather(plan, &rules);
}

static double min_height(const struct plot *plot)
{
    return fmax(10, 1.6 * (double)MOST_NODES / 2) * plot->pen.em;
}

/* Nodes of a column that are told; the links follow. */
enum { MOST_SPOKEN = 6 };

/* Column by column what goes through each node, then every link. */
static void speak(struct speech *speech)
{
    const struct chart_pen *pen = &speech->plan->pen;
    const struct plot *plot = &speech->plan->plots[0];
    const struct sankey *sankey = plot->marks;

    for (size_t c = 0; c < sankey->network->n_columns; c++) {
        const char *words = NULL;
        size_t i = 0;
        for (; i < sankey->network->columns[c].n && i < MOST_SPOKEN; i++) {
            const char *label = sankey->network->columns[c].nodes[i].label;
            const char *amount = pen_spoken(pen, plot->model, &sankey->nodes[c][i].figure, false);
            if (amount != NULL)
                amount = arena_format(pen->arena, "%s %s", label, amount);
            words = speech_list(speech, words, amount);
        }
        speech_say(speech, speech_list_more(speech, words, sankey->network->columns[c].n - i));
    }
    speech_say_series(speech);
}

const struct chart_type sankey_type = {
    .word = WORD_SANKEY,
    .subtitle_tells_period = true,
    .crosses = true,
    .gather = gather,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .speak = speak,
};
