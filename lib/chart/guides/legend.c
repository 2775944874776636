/* legend.c - the rows under the subtitle that explain colours and hatches. */
#include "chart/guides/legend.h"

#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "chart/marks.h"
#include "chart/model/figures.h"
#include "chart/plan.h"
#include "chart/words/words.h"

/* Smallest factor of the words' size, for many series in a small picture. */
static const double smallest = 0.8;
/* Between items, in ems. */
static const double wide_gap = 1.5, narrow_gap = 0.95, compact_gap = 0.75;

void legend_clear(struct legend *legend)
{
    legend->n_items = legend->n_untold = 0;
    legend->rows = 0;
    legend->height = 0;
    legend->lost = false;
    legend->shows_thin = false;
    legend->flags = 0;
}

/* Plots of one chart may each want the same said. */
static bool is_there(const struct legend *legend, const struct legend_item *item)
{
    for (size_t i = 0; i < legend->n_items; i++) {
        const struct legend_item *other = &legend->items[i];
        if (strcmp(other->words, item->words) == 0 && other->swatch == item->swatch &&
            other->style == item->style && color_equal(other->color, item->color))
            return true;
    }
    return false;
}

static void add(struct chart_plan *plan, const struct legend_item *item)
{
    struct legend *legend = &plan->legend;

    if (item->words == NULL || is_there(legend, item))
        return;
    if (legend->n_items == legend->capacity) {
        size_t larger = legend->capacity == 0 ? 16 : 2 * legend->capacity;
        struct legend_item *items = arena_array(plan->pen.arena, struct legend_item, larger);
        if (items == NULL)
            return;
        for (size_t i = 0; i < legend->n_items; i++)
            items[i] = legend->items[i];
        legend->items = items;
        legend->capacity = larger;
    }
    legend->items[legend->n_items++] = *item;
}

void legend_add(struct chart_plan *plan, const char *words, enum swatch swatch, struct color color,
                enum figure_style style)
{
    add(plan,
        &(struct legend_item){ .words = words, .swatch = swatch, .color = color, .style = style });
}

void legend_add_series(struct chart_plan *plan, size_t first, size_t end, enum swatch swatch)
{
    for (size_t i = first; i < end; i++)
        add(plan, &(struct legend_item){ .words = plan->model->series[i].label,
                                         .code = plan->model->series[i].code,
                                         .swatch = swatch,
                                         .color = plan->model->series[i].color,
                                         .is_series = true });
}

void legend_add_styles(struct chart_plan *plan, enum swatch swatch)
{
    for (int style = FIGURE_OWN_ESTIMATE; style < FIGURE_STYLES; style++)
        if (plan->model->styles[style]) {
            const char *word = pen_style_word(&plan->pen, (enum figure_style)style);
            if (plan->detail >= DETAIL_SHORT_LEGEND)
                legend_leave_untold(plan, word);
            else
                legend_add(plan, word != NULL ? capitalized(plan->pen.arena, word) : NULL, swatch,
                           plan->pen.theme->grey, (enum figure_style)style);
        }
}

void legend_add_grey(struct chart_plan *plan, size_t n)
{
    const struct blank count = { "count",
                                 format_number(plan->pen.text, plan->pen.arena, (double)n, 0) };
    const char *words = count.text != NULL ? format_phrase(plan->pen.text, plan->pen.arena,
                                                           PHRASE_OTHERS_IN_GREY, &count, 1)
                                           : NULL;

    if (n > 0)
        legend_add(plan, capitalized(plan->pen.arena, words), SWATCH_LINE, plan->pen.theme->context,
                   FIGURE_SOLID);
}

void legend_add_breaks(struct chart_plan *plan, size_t first, size_t end)
{
    const struct model *model = plan->model;

    for (size_t i = first; i < end; i++)
        for (size_t k = 1; !figures_are_plain(&model->series[i]) && k < model->n_periods; k++)
            if (mark_is_break(&model->series[i], k)) {
                if (plan->detail >= DETAIL_SHORT_LEGEND)
                    legend_leave_untold(plan, format_word_inside(plan->pen.text, WORD_BREAK));
                else
                    legend_add(plan, format_word(plan->pen.text, WORD_BREAK), SWATCH_BREAK,
                               plan->pen.theme->grey, FIGURE_SOLID);
                return;
            }
}

void legend_add_flags(struct chart_plan *plan, unsigned flags)
{
    for (unsigned flag = 0; flag < FLAG_COUNT; flag++) {
        if ((flags >> flag & 1) == 0)
            continue;
        plan->legend.flags |= 1U << flag;
        if (plan->detail >= DETAIL_SHORT_LEGEND) {
            legend_leave_untold(plan, format_word_inside(plan->pen.text, flag_word(flag)));
            continue;
        }
        const char *sign = flags_text(1U << flag, plan->pen.arena);
        const char *word = format_word(plan->pen.text, flag_word(flag));
        legend_add(plan, sign != NULL ? arena_format(plan->pen.arena, "%s %s", sign, word) : NULL,
                   SWATCH_NONE, plan->pen.theme->grey, FIGURE_SOLID);
    }
}

static bool is_compact(const struct chart_plan *plan)
{
    return plan->detail >= DETAIL_SHORT_NAMES;
}

static double swatch_width(const struct chart_plan *plan, enum swatch swatch)
{
    const double ems[] = { [SWATCH_BAR] = 0.95,
                           [SWATCH_LINE] = is_compact(plan) ? 1.2 : 1.9,
                           [SWATCH_BAR_AND_LINE] = is_compact(plan) ? 2.6 : 3.2,
                           [SWATCH_BREAK] = 1.9,
                           [SWATCH_TARGET] = 0.3,
                           [SWATCH_DOT] = 0.75,
                           [SWATCH_WHISKER] = 0.56,
                           [SWATCH_OUTLINE] = 0.95,
                           [SWATCH_NONE] = 0 };

    return ems[swatch] * plan->pen.em * plan->legend.factor;
}

/* From an item's left to its words. */
static double words_left(const struct chart_plan *plan, enum swatch swatch)
{
    double gap = (is_compact(plan) ? 0.3 : 0.5) * plan->pen.em * plan->legend.factor;

    return swatch == SWATCH_NONE ? 0 : swatch_width(plan, swatch) + gap;
}

static struct text_style words_style(const struct chart_plan *plan)
{
    struct text_style style = plan->pen.theme->label;

    style.color = plan->pen.theme->ink;
    style.size *= plan->legend.factor;
    return style;
}

/* Shortened names */

/* Length of the common beginning of two names, in bytes of whole characters. */
static size_t common_bytes(const char *a, const char *b)
{
    size_t n = 0;

    while (a[n] != '\0' && a[n] == b[n])
        n++;
    while (n > 0 && ((unsigned char)a[n] & 0xC0) == 0x80)
        n--;
    return n;
}

/* Shortest beginning of a name that no other series' name shares, in bytes: three characters or
 * more. */
static size_t telling_bytes(const struct legend *legend, size_t index)
{
    const char *words = legend->items[index].words, *end = words + strlen(words), *at = words;
    size_t common = 0;

    for (size_t i = 0; i < legend->n_items; i++) {
        if (i == index || !legend->items[i].is_series)
            continue;
        size_t n = common_bytes(words, legend->items[i].words);
        common = n > common ? n : common;
    }
    for (size_t i = 0; at < end && (i < 3 || (size_t)(at - words) <= common); i++)
        utf8_next(&at, end);
    return (size_t)(at - words);
}

/* NULL: it has too many words, or memory ran out. */
static struct text_block *wrap_words(const struct chart_plan *plan, const struct legend_item *item,
                                     const struct text_style *style, double room)
{
    enum { MOST_LINES = 3 };
    const struct text_span span = { .utf8 = item->words, .style = style };
    struct text_block *lines =
        text_wrap(plan->pen.text, plan->pen.arena, &span, 1, room, MOST_LINES);

    return lines != NULL && !lines->cut ? lines : NULL;
}

/* The rows of an item whose words are no wider than this. */
static size_t rows_of(const struct legend_item *item, double width)
{
    return item->lines != NULL && fmax(item->least, width) >= item->full ? item->lines->n_lines : 1;
}

static void measure_words(struct chart_plan *plan, struct legend_item *item, size_t index)
{
    const struct text_style style = words_style(plan);
    double room = plan->width - words_left(plan, item->swatch);

    double whole = text_width(plan->pen.text, item->words, &style);

    item->full = fmin(whole, room);
    item->lines = whole > room ? wrap_words(plan, item, &style, room) : NULL;
    item->least = item->full;
    if (!item->is_series || !is_compact(plan))
        return;
    /* Codes are hard to read, so the subtitle is dropped before country names become codes. */
    if (item->code != NULL) {
        if (plan->detail >= DETAIL_NO_SUBTITLE)
            item->least = fmin(item->full, text_width(plan->pen.text, item->code, &style));
        return;
    }
    size_t telling = telling_bytes(&plan->legend, index);
    double cut = text_width_cut(plan->pen.text, item->words, telling, &style);
    item->least = fmin(item->full, cut + 0.01);
}

/* Rows */

/* Places items one after the other; names that may be shortened are no wider than `width`. Returns
 * the number of rows. */
static size_t place_items(struct chart_plan *plan, double width)
{
    struct legend *legend = &plan->legend;
    double x = 0, gap = legend->gap * plan->pen.em * legend->factor;
    size_t rows = legend->n_items > 0 ? 1 : 0;

    for (size_t i = 0; i < legend->n_items; i++) {
        struct legend_item *item = &legend->items[i];
        double wide = words_left(plan, item->swatch) + fmin(item->full, fmax(item->least, width));
        if (x > 0 && x + wide > plan->width + 1e-6) {
            x = 0;
            rows++;
        }
        item->x = x;
        item->row = rows - 1;
        rows += rows_of(item, width) - 1;
        x += wide + gap;
    }
    return rows;
}

/* Greatest width of names with which the items take at most so many rows, or as few as they can. */
static double widest_names(struct chart_plan *plan, size_t max_rows)
{
    double low = 0, high = plan->width;
    size_t least = place_items(plan, 0);

    if (place_items(plan, high) <= max_rows)
        return high;
    for (int i = 0; i < 12; i++) {
        double middle = (low + high) / 2;
        if (place_items(plan, middle) <= (least > max_rows ? least : max_rows))
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* If one country is given by its code, all are. */
static void choose_codes(struct chart_plan *plan)
{
    struct legend *legend = &plan->legend;
    const struct text_style style = words_style(plan);
    bool coded = false;

    for (size_t i = 0; i < legend->n_items; i++) {
        const struct legend_item *item = &legend->items[i];
        coded =
            coded || (item->code != NULL && fmax(item->least, legend->names_width) < item->full);
    }
    for (size_t i = 0; coded && i < legend->n_items; i++) {
        struct legend_item *item = &legend->items[i];
        if (item->code == NULL)
            continue;
        item->words = item->code;
        item->full = item->least = text_width(plan->pen.text, item->code, &style);
    }
}

/* Sets the rows with the words scaled by `factor`; true if they are at most `most` high. */
static bool measure_rows(struct chart_plan *plan, double factor, double wanted, double most)
{
    struct legend *legend = &plan->legend;

    legend->factor = factor;
    legend->gap = is_compact(plan) ? compact_gap : wide_gap;
    legend->row_height = plan->pen.theme->label.leading * factor * (is_compact(plan) ? 1.05 : 1.15);
    legend->names_width = plan->width;
    for (size_t i = 0; i < legend->n_items; i++)
        measure_words(plan, &legend->items[i], i);
    if (is_compact(plan))
        legend->names_width =
            widest_names(plan, (size_t)fmax(1, floor(wanted / legend->row_height)));
    choose_codes(plan);
    legend->rows = place_items(plan, legend->names_width);
    /* A narrower gap, if it saves a row. */
    if (legend->rows > 1 && !is_compact(plan)) {
        legend->gap = narrow_gap;
        size_t rows = place_items(plan, legend->names_width);
        if (rows == legend->rows) {
            legend->gap = wide_gap;
            place_items(plan, legend->names_width);
        }
        legend->rows = rows;
    }
    legend->height = (double)legend->rows * legend->row_height;
    return legend->height <= most;
}

void legend_measure(struct chart_plan *plan, double wanted, double most)
{
    struct legend *legend = &plan->legend;
    double above = plan->header.bottom > 0 ? 0.55 * plan->pen.em : 0;

    legend->top = plan->header.bottom + above;
    if (!measure_rows(plan, 1, wanted - above, most - above) &&
        !(is_compact(plan) && measure_rows(plan, smallest, wanted - above, most - above))) {
        legend_clear(legend);
        legend->lost = true;
    }
    const struct text_style style = words_style(plan);
    for (size_t i = 0; i < legend->n_items; i++) {
        struct legend_item *item = &legend->items[i];
        if (rows_of(item, legend->names_width) == 1)
            item->lines = NULL;
        item->line = text_fit(plan->pen.text, plan->pen.arena, item->words, &style,
                              fmin(item->full, fmax(item->least, legend->names_width)) + 0.01);
    }
}

bool legend_is_cut(const struct legend *legend)
{
    for (size_t i = 0; legend->height > 0 && i < legend->n_items; i++) {
        const struct legend_item *item = &legend->items[i];
        if (item->is_series && fmax(item->least, legend->names_width) < item->full)
            return true;
    }
    return false;
}

static void draw_swatch(const struct chart_plan *plan, struct scene *scene,
                        const struct legend_item *item, double y)
{
    double width = swatch_width(plan, item->swatch), half = width / 2;
    double left = text_is_right_to_left(plan->pen.text) ? plan->width - item->x - width : item->x;
    struct box box = { left, y - half, left + width, y + half };

    switch (item->swatch) {
    case SWATCH_BAR:
        if (plan->legend.shows_thin && item->style != FIGURE_SOLID) {
            box.left = pen_snap(&plan->pen, left + 0.25 * width);
            box.right = box.left + 0.5 * width;
        }
        box.top = pen_snap(&plan->pen, box.top);
        box.bottom = pen_snap(&plan->pen, box.bottom);
        mark_bar(&plan->pen, scene, box, item->color, item->style, SIDE_NONE);
        return;
    case SWATCH_LINE:
        mark_piece(&plan->pen, scene, box.left, box.right, y, item->color, item->style);
        return;
    case SWATCH_BAR_AND_LINE:
        box.right = box.left + swatch_width(plan, SWATCH_BAR);
        box.top = pen_snap(&plan->pen, y - (box.right - box.left) / 2);
        box.bottom = pen_snap(&plan->pen, y + (box.right - box.left) / 2);
        mark_bar(&plan->pen, scene, box, item->color, item->style, SIDE_NONE);
        mark_piece(&plan->pen, scene, box.right + 0.35 * plan->pen.em, left + width, y, item->color,
                   item->style);
        return;
    case SWATCH_DOT:
        mark_status_dot(&plan->pen, scene, (struct point){ left + half, y }, half, item->color,
                        item->style);
        return;
    case SWATCH_BREAK:
        mark_break_piece(&plan->pen, scene, box.left, box.right, y, item->color);
        return;
    case SWATCH_TARGET:
        scene_rectangle(scene, box.left, y - 0.6 * plan->pen.em, plan->pen.theme->line_width,
                        1.2 * plan->pen.em);
        scene_fill(scene, item->color);
        return;
    case SWATCH_WHISKER:
        mark_whisker(&plan->pen, scene, (box.left + box.right) / 2, y - 0.5 * plan->pen.em,
                     y + 0.5 * plan->pen.em, item->color);
        return;
    case SWATCH_OUTLINE:
        mark_outline(&plan->pen, scene, &box, item->color);
        return;
    case SWATCH_NONE:
        return;
    }
}

void legend_draw(const struct chart_plan *plan, struct scene *scene)
{
    const struct legend *legend = &plan->legend;

    if (legend->height <= 0)
        return;
    scene_open_role(scene, ROLE_LEGEND);
    for (size_t i = 0; i < legend->n_items; i++) {
        const struct legend_item *item = &legend->items[i];
        double y = legend->top + ((double)item->row + 0.5) * legend->row_height;
        bool leftwards = text_is_right_to_left(plan->pen.text);
        double x = item->x + words_left(plan, item->swatch);
        draw_swatch(plan, scene, item, y);
        for (size_t k = 0; k < (item->lines != NULL ? item->lines->n_lines : 1); k++)
            line_draw_centered(scene, item->lines != NULL ? item->lines->lines[k] : item->line,
                               leftwards ? plan->width - x : x, y + (double)k * legend->row_height,
                               leftwards ? ALIGN_RIGHT : ALIGN_LEFT);
    }
    scene_close(scene);
}
