/* marimekko.c - shares of shares: a column a member, as wide as its share of all, of parts as high as
 * their shares of it. */
#include <math.h>

#include "chart/across.h"
#include "chart/guides/labels.h"
#include "chart/marks.h"
#include "chart/model/network.h"
#include "chart/model/parts.h"
#include "chart/plan.h"
#include "chart/words/amounts.h"
#include "chart/words/speech.h"

/* More columns are joined. */
enum { MOST_COLUMNS = 7, PARTS = 1 }; /* PARTS: the second column of the network */
/* In ems: height of a part with its share inside; room between heads. Share of the width for names of parts. */
static const double min_labelled_part = 1.6, head_gap = 0.6, max_names = 0.26;
/* In ems: height of a part with its name above its share; room beside words. Share of a part's height
 * that is surely there when all is measured. */
static const double min_two_lines = 2.9, beside_words = 0.6, sure_height = 0.9;
/* Of the columns' heads, in leadings. */
static const double heads_height = 2.6;

struct column {
    double left, width; /* shares of the width */
    struct text_line *name, *share;
    double x; /* of the head's middle */
};

struct marimekko {
    const struct network *network;
    struct column *columns;
    double *amounts; /* [column * n_parts + part] */
    size_t *series;  /* the same; n_series: none */
    size_t n_columns, n_parts;
    double total, left, right, heads; /* heads: their height */
    struct text_line **names;         /* [part]; NULL: in cells or in the legend */
    size_t *named_in;                 /* [part]: the column that has its name; n_columns: none */
    struct text_line *ticks[3];
};

static struct color part_color(const struct plot *plot, const struct marimekko *marimekko,
                               size_t part)
{
    const struct network_node *node = &marimekko->network->columns[PARTS].nodes[part];
    const struct color *own =
        node->member != NULL ? theme_member_color(plot->pen.theme, node->member) : NULL;

    if (node->member == NULL)
        return plot->pen.theme->other;
    return own != NULL ? *own : theme_category(plot->pen.theme, part);
}

static double column_total(const struct marimekko *marimekko, size_t column)
{
    double total = 0;

    for (size_t i = 0; i < marimekko->n_parts; i++)
        total += marimekko->amounts[column * marimekko->n_parts + i];
    return total;
}

static double share_of(const struct marimekko *marimekko, size_t column, size_t part)
{
    return marimekko->amounts[column * marimekko->n_parts + part] / column_total(marimekko, column);
}

static const char *percent(const struct chart_pen *pen, double share)
{
    const struct amount amount = {
        .value = 100 * share, .low = 100 * share, .high = 100 * share, .unit = "%"
    };

    return amount_text(pen->text, pen->arena, &amount, AMOUNT_WHOLE);
}

static bool take_amounts(const struct plot *plot, struct marimekko *marimekko)
{
    const struct network *network = marimekko->network = network_of(plot->plan);
    size_t n_columns = marimekko->n_columns = network->columns[0].n;
    size_t n_parts = marimekko->n_parts = network->columns[PARTS].n;
    double left = 0;

    marimekko->columns = arena_array(plot->pen.arena, struct column, n_columns);
    marimekko->amounts = arena_array(plot->pen.arena, double, n_columns *n_parts);
    marimekko->series = arena_array(plot->pen.arena, size_t, n_columns * n_parts);
    if (marimekko->columns == NULL || marimekko->amounts == NULL || marimekko->series == NULL)
        return false;
    for (size_t i = 0; i < n_columns * n_parts; i++)
        marimekko->series[i] = plot->model->n_series;
    for (size_t i = 0; i < plot->model->n_series; i++) {
        size_t cell = network->links[i].from * n_parts + network->links[i].to;
        marimekko->amounts[cell] += plot->model->series[i].figures[0].value;
        marimekko->series[cell] = i;
        marimekko->total += plot->model->series[i].figures[0].value;
    }
    for (size_t c = 0; c < n_columns; c++) {
        marimekko->columns[c].left = left;
        marimekko->columns[c].width = column_total(marimekko, c) / marimekko->total;
        left += marimekko->columns[c].width;
    }
    return true;
}

/* Words ------------------------------------------------------------------------------------------- */

/* The words in a part: its share, and above or before it its name. */
struct cell_words {
    struct text_line *lines[2];
    size_t n;
};

/* False: they have no room in a box of this size. */
static bool set_cell_words(const struct plot *plot, struct cell_words *words, const char *name,
                           double share, struct color color, double width, double height)
{
    struct text_style style = plot->pen.theme->label;
    const char *figure = percent(&plot->pen, share), *whole = figure;
    double em = plot->pen.em, room = width - beside_words * em;

    if (name != NULL && figure != NULL)
        whole = pen_in_order(&plot->pen, arena_format(plot->pen.arena, "%s\xC2\xA0%s",
                                                      pen_isolated(&plot->pen, name), figure));
    style.color = color;
    *words = (struct cell_words){ .lines = { pen_label(&plot->pen, whole, &style) }, .n = 1 };
    if (line_width(words->lines[0]) <= room)
        return height >= min_labelled_part * em;
    if (name == NULL || height < min_two_lines * em)
        return false;
    *words = (struct cell_words){ .lines = { pen_label(&plot->pen, name, &style),
                                             pen_label(&plot->pen, figure, &style) },
                                  .n = 2 };
    return fmax(line_width(words->lines[0]), line_width(words->lines[1])) <= room;
}

/* The column in which a part is largest among those that have room for its name. */
static size_t column_for_name(const struct plot *plot, const struct marimekko *marimekko,
                              size_t part, double height)
{
    const char *name = marimekko->network->columns[PARTS].nodes[part].label;
    size_t best = marimekko->n_columns;
    double most = 0;

    for (size_t c = 0; c < marimekko->n_columns; c++) {
        size_t cell = c * marimekko->n_parts + part, series = marimekko->series[cell];
        double width = marimekko->columns[c].width * (marimekko->right - marimekko->left);
        double share = share_of(marimekko, c, part);
        struct cell_words words;
        if (series == plot->model->n_series || marimekko->amounts[cell] <= most ||
            plot->model->series[series].figures[0].drawn != FIGURE_SOLID ||
            !set_cell_words(plot, &words, name, share, plot->pen.theme->ink,
                            width - mark_gap(&plot->pen), share * height - mark_gap(&plot->pen)))
            continue;
        most = marimekko->amounts[cell];
        best = c;
    }
    return best;
}

/* Names in the parts; the legend has those that have room in none. */
static void set_names_inside(const struct plot *plot, struct marimekko *marimekko,
                             double plot_height)
{
    double heads = heads_height * plot->pen.theme->label.leading;
    double height = sure_height * (plot_height - heads - 0.4 * plot->pen.em);

    marimekko->named_in = arena_array(plot->pen.arena, size_t, marimekko->n_parts);
    for (size_t i = 0; marimekko->named_in != NULL && i < marimekko->n_parts; i++) {
        marimekko->named_in[i] = plot->plan->detail < DETAIL_NO_AXIS
                                     ? column_for_name(plot, marimekko, i, height)
                                     : marimekko->n_columns;
        if (marimekko->named_in[i] == marimekko->n_columns)
            legend_add(plot->plan, marimekko->network->columns[PARTS].nodes[i].label, SWATCH_BAR,
                       part_color(plot, marimekko, i), FIGURE_SOLID);
    }
}

/* Names at the right if each part is in the last column and has room. */
static void set_names(const struct plot *plot, struct marimekko *marimekko, double plot_height)
{
    double widest = 0, height = (double)marimekko->n_parts * plot->pen.theme->label.leading;
    bool has_room = plot->plan->detail < DETAIL_NO_AXIS && height <= 0.8 * plot_height;

    marimekko->right = plot->width;
    marimekko->names = arena_array(plot->pen.arena, struct text_line *, marimekko->n_parts);
    for (size_t i = 0; has_room && marimekko->names != NULL && i < marimekko->n_parts; i++) {
        const struct network_node *node = &marimekko->network->columns[PARTS].nodes[i];
        struct text_style style = plot->pen.theme->label;
        style.color = theme_word_color(plot->pen.theme, part_color(plot, marimekko, i));
        struct text_line *line = pen_label(&plot->pen, node->label, &style);
        if (line_width(line) > max_names * plot->width && node->code != NULL)
            line = pen_label(&plot->pen, node->code, &style);
        marimekko->names[i] = line;
        widest = fmax(widest, line_width(line));
        has_room = widest <= max_names * plot->width &&
                   marimekko->amounts[(marimekko->n_columns - 1) * marimekko->n_parts + i] > 0;
    }
    if (has_room && marimekko->names != NULL) {
        marimekko->right -= widest + 1.4 * plot->pen.em;
        return;
    }
    marimekko->names = NULL;
    set_names_inside(plot, marimekko, plot_height);
}

static double set_ticks(const struct plot *plot, struct marimekko *marimekko)
{
    double widest = 0;

    for (size_t i = 0; i < 3 && plot->plan->detail < DETAIL_NO_AXIS; i++) {
        const char *words = percent(&plot->pen, (double)i / 2);
        marimekko->ticks[i] = pen_label(&plot->pen, words, &plot->pen.theme->label);
        widest = fmax(widest, line_width(marimekko->ticks[i]));
    }
    return widest > 0 ? widest + 0.6 * plot->pen.em : 0;
}

/* Heads: whole names, then codes, then cut ones. */
enum heads { WHOLE, CODES, CUT, HEADS };

static bool spread_heads(const struct plot *plot, struct marimekko *marimekko, enum heads how)
{
    size_t n = marimekko->n_columns;
    struct spread_label *labels = arena_array(plot->pen.arena, struct spread_label, n);
    double width = marimekko->right - marimekko->left, gap = head_gap * plot->pen.em;
    struct text_style strong = plot->pen.theme->label_strong, plain = plot->pen.theme->label;

    plain.color = strong.color = plot->pen.theme->ink;
    for (size_t i = 0; labels != NULL && i < n; i++) {
        struct column *column = &marimekko->columns[i];
        const struct network_node *node = &marimekko->network->columns[0].nodes[i];
        const char *name = how != WHOLE && node->code != NULL ? node->code : node->label;
        column->name = how == CUT ? text_fit(plot->pen.text, plot->pen.arena, name, &plain,
                                             fmax(width / (double)n - gap, plot->pen.em))
                                  : pen_label(&plot->pen, name, &plain);
        column->share = pen_label(&plot->pen, percent(&plot->pen, column->width), &strong);
        labels[i] = (struct spread_label){
            .wanted = marimekko->left + width * (column->left + column->width / 2),
            .size = fmax(line_width(column->name), line_width(column->share)) + gap
        };
    }
    if (labels == NULL ||
        !labels_spread(labels, n, marimekko->left - gap / 2, marimekko->right + gap / 2))
        return false;
    for (size_t i = 0; i < n; i++)
        marimekko->columns[i].x = labels[i].place;
    return true;
}

static void measure(struct plot *plot, double plot_height)
{
    struct marimekko *marimekko = arena_new(plot->pen.arena, struct marimekko);
    int how = WHOLE;

    plot->marks = NULL;
    plot->foot = 0;
    if (marimekko == NULL || !take_amounts(plot, marimekko))
        return;
    marimekko->left = set_ticks(plot, marimekko);
    set_names(plot, marimekko, plot_height);
    while (how < HEADS && !spread_heads(plot, marimekko, (enum heads)how))
        how++;
    marimekko->heads = how < HEADS ? heads_height * plot->pen.theme->label.leading : 0;
    plot->least = marimekko->heads + 4 * plot->pen.em;
    legend_add_styles(plot->plan, SWATCH_BAR);
    plot_note_words(plot, false);
    plot->marks = marimekko;
}

/* Drawing ----------------------------------------------------------------------------------------- */

static struct box columns_box(const struct plot *plot, const struct marimekko *marimekko)
{
    return (struct box){ marimekko->left, plot->box.top + marimekko->heads, marimekko->right,
                         plot->box.bottom - 0.4 * plot->pen.em };
}

/* The share, with the name in the part that is to have it. */
static void draw_words(const struct plot *plot, struct scene *scene, struct box box,
                       const char *name, double share, struct color color)
{
    struct color ink = theme_text_on(plot->pen.theme, color);
    double x = (box.left + box.right) / 2, half = 0.65 * plot->pen.em, widest = 0;
    double width = box.right - box.left, height = box.bottom - box.top;
    struct cell_words words;

    if (!set_cell_words(plot, &words, name, share, ink, width, height))
        return;
    for (size_t i = 0; i < words.n; i++)
        widest = fmax(widest, line_width(words.lines[i]));
    double y = (box.top + box.bottom) / 2 - half * (double)(words.n - 1);
    struct box plate = { x - widest / 2, y - half, x + widest / 2,
                         y + half * (2 * (double)words.n - 1) };
    mark_plate(&plot->pen, scene, color, &plate);
    scene_open_role(scene, ROLE_DATUM_LABEL);
    for (size_t i = 0; i < words.n; i++)
        line_draw_centered(scene, words.lines[i], x, y + 2 * half * (double)i, ALIGN_CENTER);
    scene_close(scene);
}

static const char *name_inside(const struct marimekko *marimekko, size_t column, size_t part)
{
    return marimekko->named_in != NULL && marimekko->named_in[part] == column
               ? marimekko->network->columns[PARTS].nodes[part].label
               : NULL;
}

/* From the base up; the first part is the largest of all columns together. */
static void draw_column(const struct plot *plot, const struct marimekko *marimekko,
                        struct scene *scene, size_t index)
{
    const struct column *column = &marimekko->columns[index];
    struct box all = columns_box(plot, marimekko);
    double width = all.right - all.left, height = all.bottom - all.top, below = 0;
    double gap = mark_gap(&plot->pen);
    double left = pen_snap(&plot->pen, all.left + width * column->left);
    double right = pen_snap(&plot->pen, all.left + width * (column->left + column->width));

    if (right - left > 2 * gap && index + 1 < marimekko->n_columns)
        right -= gap;
    for (size_t i = 0; i < marimekko->n_parts; i++) {
        size_t series = marimekko->series[index * marimekko->n_parts + i];
        double share = share_of(marimekko, index, i);
        if (series == plot->model->n_series)
            continue;
        double bottom = pen_snap(&plot->pen, all.bottom - height * below);
        double top = pen_snap(&plot->pen, all.bottom - height * (below + share));
        if (below > 0 && bottom - top > 2 * gap)
            bottom -= gap;
        struct box box = across_box(plot, (struct box){ left, top, right, bottom });
        enum figure_style style = plot->model->series[series].figures[0].drawn;
        plot_note(plot, series, 0, box);
        plot_open_series(plot, scene, series);
        plot_open_datum(plot, scene, series, 0);
        mark_bar(&plot->pen, scene, box, part_color(plot, marimekko, i), style, SIDE_NONE);
        if (style == FIGURE_SOLID)
            draw_words(plot, scene, box, name_inside(marimekko, index, i), share,
                       part_color(plot, marimekko, i));
        scene_close(scene);
        scene_close(scene);
        below += share;
    }
}

static void draw_heads(const struct plot *plot, const struct marimekko *marimekko,
                       struct scene *scene)
{
    struct box all = columns_box(plot, marimekko);
    double leading = plot->pen.theme->label.leading, width = all.right - all.left;

    for (size_t i = 0; marimekko->heads > 0 && i < marimekko->n_columns; i++) {
        const struct column *column = &marimekko->columns[i];
        double middle = all.left + width * (column->left + column->width / 2);
        across_line(plot, scene, column->name, column->x, plot->box.top + 0.5 * leading,
                    ALIGN_CENTER);
        across_line(plot, scene, column->share, column->x, plot->box.top + 1.5 * leading,
                    ALIGN_CENTER);
        if (fabs(column->x - middle) < width * column->width / 2)
            continue;
        scene_move_to(scene, across_x(plot, column->x), plot->box.top + 2 * leading);
        scene_line_to(scene, across_x(plot, middle), all.top);
        scene_stroke(scene, plot->pen.theme->axis, plot->pen.theme->grid_width);
    }
}

static void draw_ticks(const struct plot *plot, const struct marimekko *marimekko,
                       struct scene *scene)
{
    struct box all = columns_box(plot, marimekko);

    for (size_t i = 0; i < 3; i++)
        across_line(plot, scene, marimekko->ticks[i], marimekko->left - 0.6 * plot->pen.em,
                    all.bottom - (all.bottom - all.top) * (double)i / 2, ALIGN_RIGHT);
}

static void draw_names(const struct plot *plot, const struct marimekko *marimekko,
                       struct scene *scene)
{
    size_t n = marimekko->n_parts, last = marimekko->n_columns - 1;
    struct spread_label *labels = arena_array(plot->pen.arena, struct spread_label, n);
    struct box all = columns_box(plot, marimekko);
    double below = 0, em = plot->pen.em;

    if (marimekko->names == NULL || labels == NULL)
        return;
    for (size_t i = n; i-- > 0;) { /* from the top */
        double share = share_of(marimekko, last, i);
        labels[n - 1 - i] =
            (struct spread_label){ .wanted = all.top + (all.bottom - all.top) * (below + share / 2),
                                   .size = plot->pen.theme->label.leading };
        below += share;
    }
    if (!labels_spread(labels, n, plot->box.top, plot->box.bottom))
        return;
    for (size_t i = 0; i < n; i++) {
        const struct spread_label *label = &labels[n - 1 - i];
        if (fabs(label->place - label->wanted) > 0.35 * em) {
            scene_move_to(scene, across_x(plot, all.right + 0.15 * em), label->wanted);
            scene_line_to(scene, across_x(plot, all.right + 1.2 * em), label->place);
            scene_stroke(scene, plot->pen.theme->axis, plot->pen.theme->grid_width);
        }
        across_line(plot, scene, marimekko->names[i], all.right + 1.4 * em, label->place,
                    ALIGN_LEFT);
    }
}

static void draw(const struct plot *plot, struct scene *scene)
{
    struct marimekko *marimekko = plot->marks;

    for (size_t i = 0; i < marimekko->n_columns; i++)
        draw_column(plot, marimekko, scene, i);
    scene_open_role(scene, ROLE_AXIS_Y);
    draw_ticks(plot, marimekko, scene);
    scene_close(scene);
    scene_open_role(scene, ROLE_AXIS_X);
    draw_heads(plot, marimekko, scene);
    draw_names(plot, marimekko, scene);
    scene_close(scene);
}

/* The type ---------------------------------------------------------------------------------------- */

static const sheaf_chart *gather(const struct chart_plan *plan)
{
    const struct network_rules rules = { .what = "a marimekko",
                                         .instead = "stacked-100",
                                         .most_nodes = { MOST_COLUMNS, parts_room(plan) + 1 },
                                         .most_columns = 2,
                                         .least_varying = 2 };

    return network_gather(plan, &rules);
}

static double min_height(const struct plot *plot)
{
    return 13 * plot->pen.em;
}

/* "China 34% – fuels 60%; ores 40%." */
static void speak(struct speech *speech)
{
    const struct chart_pen *pen = &speech->plan->pen;
    const struct marimekko *marimekko = speech->plan->plots[0].marks;

    size_t c = 0;
    for (; c < marimekko->n_columns && speech_has_room(speech, NULL); c++) {
        const char *head = percent(pen, marimekko->columns[c].width), *parts = NULL;
        if (head != NULL)
            head = arena_format(pen->arena, "%s %s", marimekko->network->columns[0].nodes[c].label,
                                head);
        for (size_t i = 0; i < marimekko->n_parts; i++) {
            const char *part = percent(pen, share_of(marimekko, c, i));
            if (part != NULL)
                part = arena_format(pen->arena, "%s %s",
                                    marimekko->network->columns[PARTS].nodes[i].label, part);
            if (share_of(marimekko, c, i) > 0)
                parts = speech_list(speech, parts, part);
        }
        const struct blank blanks[] = { { "series", head }, { "figures", parts } };
        speech_say(speech, format_phrase(pen->text, pen->arena, PHRASE_SERIES, blanks, 2));
    }
    speech_say_more(speech, marimekko->n_columns - c);
}

const struct chart_type marimekko_type = {
    .word = WORD_MARIMEKKO,
    .subtitle_tells_period = true,
    .crosses = true,
    .gather = gather,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .speak = speak,
};
