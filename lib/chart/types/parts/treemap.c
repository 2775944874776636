/* treemap.c - what a whole consists of, at a glance: an area a part, in proportion to its figure, with its
 * name and share. Products are put together by section, a hue each. What is too small for words is
 * named below. */
#include <math.h>
#include <string.h>

#include "chart/across.h"
#include "chart/guides/also.h"
#include "chart/guides/color_key.h"
#include "chart/marks.h"
#include "chart/model/member_periods.h"
#include "chart/model/parts.h"
#include "chart/plan.h"
#include "chart/types/parts/squarify.h"
#include "chart/types/parts/stack.h"
#include "chart/types/parts/treemap_sections.h"
#include "chart/words/amounts.h"
#include "chart/words/speech.h"
#include "series/observation.h"

struct part {
    size_t series;
    size_t section;
    double size; /* NaN: no figure */
    struct box box, drawn;
    struct color color, hue;  /* a tint, and what it is a tint of */
    struct text_block *words; /* NULL: named below */
};

struct section {
    int number;  /* 0: parts without one */
    size_t rank; /* by size */
    double size;
    struct box box;
};

struct treemap {
    struct part *parts; /* section by section, the largest first; those without a figure last */
    size_t n, n_sized;
    struct section *sections;
    size_t n_sections;
    double total;
};

/* Square ems a part, and the most parts. */
static const double part_room = 32;
enum { LEAST_PARTS = 3, MOST_PARTS = 40 };
/* In ems: from an edge to words, of large parts and of small ones; the least height of the areas. Width
 * between sections, in gaps. */
static const double inset = 0.6, small_inset = 0.3, section_gap = 3, least = 2.9;
/* Share of the hue of each next part of a section: about 12 of L* from step to step. */
static const double tints[] = { 1, 0.82, 0.66, 0.52, 0.4 };
enum { TINTS = sizeof tints / sizeof *tints };
/* So many sections, the largest, have a hue; those beyond are grey. */
enum { MOST_HUES = 6 };

/* Data ---------------------------------------------------------------------------------------- */

static bool refuse(const struct chart_plan *plan, const sheaf_series *series, double value,
                   sheaf_period period)
{
    fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
         "'%s' is %s in %s, which no area can show; leave it out, or draw a ranking",
         sheaf_series_name(series), value < 0 ? "negative" : "zero",
         pen_period_text(&plan->pen, period));
    return false;
}

/* Every series has its area, those too that are joined. */
static bool check_signs(const struct chart_plan *plan, const sheaf_chart *chart)
{
    for (size_t i = 0; chart->n_periods > 0 && i < chart->n_series; i++) {
        const sheaf_observation *at = sheaf_series_find(chart->series[i], chart->periods[0], ROOM);
        if (at != NULL && at->value <= 0)
            return refuse(plan, chart->series[i], at->value, chart->periods[0]);
    }
    return true;
}

static size_t parts_that_have_room(const struct chart_plan *plan)
{
    double room = plan->width * plan->height / (plan->pen.em * plan->pen.em) / part_room;

    return (size_t)fmin(fmax(room, LEAST_PARTS), MOST_PARTS);
}

/* Of the last period. */
static const sheaf_chart *gather(const struct chart_plan *plan)
{
    static const struct member_rules rules = { .what = "a treemap", .periods = PERIOD_LAST };
    struct chart_plan *of_last = arena_new(plan->pen.arena, struct chart_plan);
    sheaf_chart *chart = arena_new(plan->pen.arena, sheaf_chart);

    if (of_last == NULL || chart == NULL)
        return NULL;
    *chart = *plan->all;
    *of_last = *plan;
    of_last->all = chart;
    if (!member_periods_choose(chart, &rules, plan->pen.text, plan->pen.arena) ||
        !check_signs(plan, chart))
        return NULL;
    return parts_with_total(of_last, parts_that_have_room(plan), BY_LATEST);
}

/* Shares are of a total that is known; what a stated whole leaves may be negative, too. */
static void check(const struct plot *plot)
{
    const struct model *model = plot->model;
    const char *period = pen_period_text(&plot->pen, model->periods[0]);

    if (isnan(model->series[0].figures[0].value)) {
        fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
             "the total of %s is not known, because a part of it is missing; leave that part out, "
             "or draw a ranking",
             period != NULL ? period : "");
        return;
    }
    for (size_t i = stack_first(model); i < model->n_series; i++)
        if (isnan(model->series[i].figures[0].value)) {
            fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
                 "'%s' is not known in %s, and the areas of the others would be too large beside "
                 "their whole; leave it out, so that it counts as the rest, or draw a ranking",
                 model->series[i].label, period != NULL ? period : "");
            return;
        } else if (model->series[i].figures[0].value < 0) {
            fail(text_error(plot->pen.text), SHEAF_BAD_INPUT,
                 "the parts are more than their whole, and what is left, '%s', is negative, which "
                 "no area can show; leave the whole out, or draw a ranking",
                 model->series[i].label);
            return;
        }
}

/* Sections ------------------------------------------------------------------------------------ */

static int section_number(const struct plot *plot, size_t series)
{
    const sheaf_series *one = plot->model->series[series].series;

    return sheaf_series_is_remainder(one) ? 0 : treemap_section(one);
}

static size_t find_section(struct treemap *map, int number)
{
    size_t i = 0;

    while (i < map->n_sections && map->sections[i].number != number)
        i++;
    if (i == map->n_sections)
        map->sections[map->n_sections++] = (struct section){ .number = number };
    return i;
}

/* One level, where the data have no sections or each part is one. */
static void join_sections(struct treemap *map)
{
    if (map->n_sections > 1 && map->n_sections < map->n_sized)
        return;
    map->n_sections = 1;
    map->sections[0] = (struct section){ .number = 0 };
    for (size_t i = 0; i < map->n; i++)
        map->parts[i].section = 0;
}

/* Sections from the largest, and their parts; insertion keeps the order of equals. */
static void sort(struct treemap *map)
{
    for (size_t i = 1; i < map->n; i++)
        for (size_t k = i; k > 0; k--) {
            struct part *a = &map->parts[k - 1], *b = &map->parts[k], swap = *a;
            double one = map->sections[a->section].size, other = map->sections[b->section].size;
            bool in_order = isnan(b->size) || a->section == b->section || one > other ||
                            (one == other && a->section < b->section);
            if (in_order && !isnan(a->size))
                break;
            if (isnan(a->size) && isnan(b->size))
                break;
            *a = *b;
            *b = swap;
        }
}

static bool collect(const struct plot *plot, struct treemap *map)
{
    const struct model *model = plot->model;
    size_t first = stack_first(model);

    map->parts = arena_array(plot->pen.arena, struct part, model->n_series);
    map->sections = arena_array(plot->pen.arena, struct section, model->n_series + 1);
    if (map->parts == NULL || map->sections == NULL)
        return false;
    for (size_t i = first; i < model->n_series; i++) {
        double size = model->series[i].figures[0].value;
        map->parts[map->n++] = (struct part){ .series = i,
                                              .section = find_section(map, section_number(plot, i)),
                                              .size = size > 0 ? size : NAN };
        map->n_sized += size > 0;
        map->total += size > 0 ? size : 0;
    }
    join_sections(map);
    for (size_t i = 0; i < map->n; i++)
        if (!isnan(map->parts[i].size))
            map->sections[map->parts[i].section].size += map->parts[i].size;
    sort(map);
    for (size_t i = 0, rank = 0; i < map->n_sized; i++) {
        struct section *section = &map->sections[map->parts[i].section];
        if ((i == 0 || map->parts[i].section != map->parts[i - 1].section) && section->number != 0)
            section->rank = rank++;
    }
    return true;
}

static struct color hue_of(const struct plot *plot, const struct treemap *map, size_t section)
{
    const struct theme *theme = plot->pen.theme;

    size_t rank = map->sections[section].rank;

    if (map->n_sections > 1)
        return rank < MOST_HUES && map->sections[section].number != 0 ? theme_category(theme, rank)
                                                                      : theme->context;
    return theme_knows_flow(plot->model->flow) ? theme_flow_color(theme, plot->model->flow, 0)
                                               : theme_category(theme, 0);
}

static void set_colors(const struct plot *plot, struct treemap *map)
{
    size_t within = 0, section = 0;

    for (size_t i = 0; i < map->n; i++) {
        struct part *part = &map->parts[i];
        const struct model_series *series = &plot->model->series[part->series];
        within = i > 0 && part->section == section ? within + 1 : 0;
        section = part->section;
        double share = tints[within < TINTS ? within : TINTS - 1];
        part->hue = hue_of(plot, map, section);
        part->color = theme_tint(plot->pen.theme, part->hue, share);
        if (sheaf_series_is_remainder(series->series))
            part->color = part->hue = plot->pen.theme->other;
    }
}

/* A legend names the hues. */
static void add_legend(struct plot *plot, const struct treemap *map)
{
    for (size_t i = 0; map->n_sections > 1 && i < map->n_sized; i++) {
        const struct part *part = &map->parts[i];
        bool is_first = i == 0 || map->parts[i - 1].section != part->section;
        const struct section *section = &map->sections[part->section];
        if (is_first && section->number != 0 && section->rank < MOST_HUES)
            legend_add(plot->plan,
                       treemap_section_name(&plot->pen, plot->model->series[part->series].series),
                       SWATCH_BAR, hue_of(plot, map, part->section), FIGURE_SOLID);
    }
    legend_add_styles(plot->plan, SWATCH_BAR);
}

/* Places ---------------------------------------------------------------------------------------- */

/* Sections in the order in which their parts stand. */
static bool place_sections(const struct plot *plot, struct treemap *map, struct box area)
{
    double *sizes = arena_array(plot->pen.arena, double, map->n_sections);
    size_t *which = arena_array(plot->pen.arena, size_t, map->n_sections), n = 0;
    struct box *boxes = arena_array(plot->pen.arena, struct box, map->n_sections);

    if (sizes == NULL || which == NULL || boxes == NULL)
        return false;
    for (size_t i = 0; i < map->n_sized; i++)
        if (i == 0 || map->parts[i].section != map->parts[i - 1].section) {
            which[n] = map->parts[i].section;
            sizes[n] = map->sections[which[n]].size;
            n++;
        }
    squarify(sizes, n, area, boxes);
    for (size_t i = 0; i < n; i++)
        map->sections[which[i]].box = boxes[i];
    return true;
}

static bool place_parts(const struct plot *plot, struct treemap *map)
{
    double *sizes = arena_array(plot->pen.arena, double, map->n);
    struct box *boxes = arena_array(plot->pen.arena, struct box, map->n);

    if (sizes == NULL || boxes == NULL)
        return false;
    for (size_t i = 0; i < map->n_sized; i++)
        sizes[i] = map->parts[i].size;
    for (size_t first = 0, end; first < map->n_sized; first = end) {
        for (end = first + 1;
             end < map->n_sized && map->parts[end].section == map->parts[first].section;)
            end++;
        squarify(sizes + first, end - first, map->sections[map->parts[first].section].box,
                 boxes + first);
    }
    for (size_t i = 0; i < map->n_sized; i++)
        map->parts[i].box = boxes[i];
    return true;
}

/* Half of the gap at an edge that others share; none at the edge of the whole. */
static double edge_gap(const struct plot *plot, double edge, double section, double whole)
{
    double gap = mark_gap(&plot->pen);

    return edge == whole ? 0 : edge == section ? section_gap * gap / 2 : gap / 2;
}

static void inset_part(const struct plot *plot, const struct treemap *map, struct part *part,
                       struct box all)
{
    struct box box = part->box, section = map->sections[part->section].box;

    box.left = part->box.left + edge_gap(plot, box.left, section.left, all.left);
    box.top = part->box.top + edge_gap(plot, box.top, section.top, all.top);
    box.right = part->box.right - edge_gap(plot, box.right, section.right, all.right);
    box.bottom = part->box.bottom - edge_gap(plot, box.bottom, section.bottom, all.bottom);
    part->drawn = across_box(plot, box);
}

/* Words ----------------------------------------------------------------------------------------- */

static const char *share_text(const struct plot *plot, const struct treemap *map,
                              const struct part *part)
{
    double value = part->size / map->total * 100;
    const struct amount share = {
        .value = value, .low = value, .high = value, .decimals = value < 10 ? 1 : 0, .unit = "%"
    };

    return isnan(part->size) ? format_word(plot->pen.text, WORD_NO_VALUE)
                             : amount_text(plot->pen.text, plot->pen.arena, &share, AMOUNT_WHOLE);
}

/* Whether each word has room, so that none is broken. */
static bool words_fit(const struct plot *plot, const char *name, const struct text_style *style,
                      double width)
{
    while (*name != '\0') {
        size_t n = strcspn(name, " ");
        const char *word = arena_text(plot->pen.arena, name, n);
        if (word == NULL || text_width(plot->pen.text, word, style) > width)
            return false;
        name += n + strspn(name + n, " ");
    }
    return true;
}

/* Name and share on lines of their own; NULL: they have no room. */
static struct text_block *block(const struct plot *plot, const struct part *part, const char *name,
                                const char *share, struct color area)
{
    struct text_style strong = plot->pen.theme->label_strong, plain = plot->pen.theme->label;
    double em = plot->pen.em, width = part->drawn.right - part->drawn.left;
    double height = part->drawn.bottom - part->drawn.top;
    double away = fmin(width, height) > 6 * em ? inset : small_inset;

    if (name == NULL || share == NULL)
        return NULL;
    strong.color = plain.color = theme_text_on(plot->pen.theme, area);
    width -= 2 * away * em;
    height -= 2 * small_inset * em;
    const char *below = arena_format(plot->pen.arena, "\n%s", share);
    const struct text_span spans[] = { { name, &strong, NULL }, { below, &plain, NULL } };
    if (below == NULL || width <= 0 || !words_fit(plot, name, &strong, width) ||
        text_width(plot->pen.text, share, &plain) > width)
        return NULL;
    struct text_block *words = text_wrap(plot->pen.text, plot->pen.arena, spans, 2, width, 0);
    return words != NULL && words->height <= height ? words : NULL;
}

static bool is_hatched(const struct plot *plot, struct color color)
{
    return theme_area(plot->pen.theme, color, plot->pen.em).kind == PAINT_HATCH;
}

static void set_words(const struct plot *plot, const struct treemap *map, struct part *part)
{
    const struct model_series *series = &plot->model->series[part->series];
    const char *share = share_text(plot, map, part);
    struct color ground = is_hatched(plot, part->color) ? plot->pen.theme->paper : part->color;

    part->words = block(plot, part, series->label, share, ground);
    if (part->words == NULL && series->code != NULL)
        part->words = block(plot, part, series->code, share, ground);
}

/* The list of those without words, in the order of the model: by size. NULL: there are none. */
static struct text_block *list_below(const struct plot *plot, const struct treemap *map)
{
    struct also also = { 0 };

    for (size_t series = 0; series < plot->model->n_series; series++)
        for (size_t i = 0; i < map->n; i++)
            if (map->parts[i].series == series && map->parts[i].words == NULL)
                also_add(plot, &also, plot->model->series[series].label,
                         share_text(plot, map, &map->parts[i]));
    return also_set(plot, &also);
}

/* Places all in a box. The list below takes of its height, so that more parts may get too small for
 * words: as often as its height grows. */
static struct text_block *place(const struct plot *plot, struct treemap *map, struct box box)
{
    struct text_block *list = NULL;
    double taken = 0;

    for (;;) {
        struct box area = { box.left, box.top, box.right, fmax(box.bottom - taken, box.top + 1) };
        if (!place_sections(plot, map, area) || !place_parts(plot, map))
            return NULL;
        for (size_t i = 0; i < map->n_sized; i++) {
            inset_part(plot, map, &map->parts[i], area);
            set_words(plot, map, &map->parts[i]);
        }
        list = list_below(plot, map);
        if (also_height(plot, list) <= taken)
            return list;
        taken = also_height(plot, list);
    }
}

/* The type ---------------------------------------------------------------------------------------- */

static void measure(struct plot *plot, double plot_height)
{
    struct treemap *map = arena_new(plot->pen.arena, struct treemap);

    plot->marks = NULL;
    plot->foot = 0;
    if (map == NULL || !collect(plot, map))
        return;
    set_colors(plot, map);
    add_legend(plot, map);
    plot_note_words(plot, false);
    plot->marks = map;
    struct text_block *list = place(plot, map, (struct box){ 0, 0, plot->width, plot_height });
    plot->least = also_height(plot, list) + least * plot->pen.em;
}

/* A tint has an outline in the full hue, which keeps 3 : 1 to the paper; what is too small for one is
 * of the full hue. */
static void draw_area(const struct plot *plot, struct scene *scene, const struct part *part,
                      struct box box, enum figure_style style)
{
    double line = plot->pen.theme->rule_width, half = line / 2;
    double width = box.right - box.left, height = box.bottom - box.top;
    bool has_edge = !color_equal(part->color, part->hue) && fmin(width, height) >= 3 * line;

    color_cell_draw_area(plot, scene, box, has_edge ? part->color : part->hue, style);
    if (!has_edge)
        return;
    scene_rectangle(scene, box.left + half, box.top + half, width - line, height - line);
    scene_stroke(scene, part->hue, line);
}

static void draw_part(const struct plot *plot, struct scene *scene, const struct part *part)
{
    const struct figure *figure = &plot->model->series[part->series].figures[0];
    double em = plot->pen.em;
    struct box box = { pen_snap(&plot->pen, part->drawn.left),
                       pen_snap(&plot->pen, part->drawn.top),
                       pen_snap(&plot->pen, part->drawn.right),
                       pen_snap(&plot->pen, part->drawn.bottom) };

    plot_note(plot, part->series, 0, box);
    plot_open_series(plot, scene, part->series);
    plot_open_datum(plot, scene, part->series, 0);
    draw_area(plot, scene, part, box, figure->drawn);
    if (part->words != NULL) {
        double width = part->drawn.right - part->drawn.left;
        double side = fmin(width, part->drawn.bottom - part->drawn.top);
        double away = (side > 6 * em ? inset : small_inset) * em, room = width - 2 * away;
        double top =
            part->drawn.top + (side > 6 * em ? inset / 2 + small_inset / 2 : small_inset) * em;
        if (is_hatched(plot, part->color)) {
            scene_rectangle(scene, part->drawn.left + away / 2, top - away / 4,
                            part->words->width + away, part->words->height + away / 2);
            scene_fill(scene, plot->pen.theme->paper);
        }
        scene_open_role(scene, ROLE_DATUM_LABEL);
        struct text_block hung = *part->words;
        hung.right_to_left = across_is_mirrored(plot);
        text_block_draw(&hung, scene, part->drawn.left + away, top, room);
        scene_close(scene);
    }
    scene_close(scene);
    scene_close(scene);
}

static void draw(const struct plot *plot, struct scene *scene)
{
    struct treemap *map = plot->marks;
    struct text_block *list = place(plot, map, plot->box);

    for (size_t i = 0; i < map->n_sized; i++)
        draw_part(plot, scene, &map->parts[i]);
    also_draw(plot, scene, list);
}

static double min_height(const struct plot *plot)
{
    return 14 * plot->pen.em;
}

const struct chart_type treemap_type = {
    .word = WORD_TREEMAP,
    .subtitle_tells_period = true,
    .gather = gather,
    .check = check,
    .measure = measure,
    .draw = draw,
    .min_height = min_height,
    .speak = stack_speak,
};
