/* figures.c - key figures: what they are, and how specs say them. */
#include <math.h>
#include <string.h>

#include "chart/words/amounts.h"
#include "series/observation.h"
#include "sheet/blocks/figures.h"
#include "sheet/spec/evaluate.h"
#include "sheet/spec/parameters.h"
#include "sheet/spec/reader.h"

static const char *const changes[] = { "growth", NULL };

enum {
    FIGURE_VALUE,
    FIGURE_LABEL,
    FIGURE_CHANGE,
    FIGURE_DECIMALS,
    FIGURE_FLAGS,
    FIGURE_SHOW,
    FIGURE_KEYS
};
static const struct spec_key figure_keys[FIGURE_KEYS] = {
    [FIGURE_VALUE] = { "value", SPEC_TEXT | SPEC_EXPRESSION, true, NULL },
    [FIGURE_LABEL] = { "label", SPEC_TEXT | SPEC_WORDS, false, NULL },
    [FIGURE_CHANGE] = { "change", SPEC_TEXT, false, changes },
    [FIGURE_DECIMALS] = { "decimals", SPEC_NUMBER, false, NULL },
    [FIGURE_FLAGS] = { "flags", SPEC_TEXT, false, flags_choices },
    [FIGURE_SHOW] = { "show", SPEC_TEXT, false, show_choices },
};
const struct grammar figure_grammar = { "a key figure", "figure", figure_keys, FIGURE_KEYS };

struct block *block_figures_create(sheaf_sheet *sheet)
{
    struct figures *figures = block_new(sheet, &block_figures, sizeof *figures);

    return figures != NULL ? &figures->block : NULL;
}

struct key_figure *block_figures_add(sheaf_sheet *sheet, struct block *block,
                                     const struct markup *label, const sheaf_series *series,
                                     const sheaf_observation *observation)
{
    struct figures *figures = (struct figures *)block;
    struct key_figure *figure = arena_new(&sheet->arena, struct key_figure);

    if (figure == NULL)
        return NULL;
    *figure = (struct key_figure){ .label = label,
                                   .series = series,
                                   .observation = *observation,
                                   .decimals = DECIMALS_FOR_PEOPLE };
    *(figures->last != NULL ? &figures->last->next : &figures->first) = figure;
    figures->last = figure;
    figures->n++;
    return figure;
}

bool block_figures_set_decimals(struct block *block, int decimals)
{
    if (block->type != &block_figures || ((struct figures *)block)->last == NULL)
        return false;
    ((struct figures *)block)->last->decimals = decimals;
    return true;
}

struct display *block_figures_display(struct block *block)
{
    struct key_figure *last =
        block->type == &block_figures ? ((struct figures *)block)->last : NULL;

    return last != NULL ? &last->display : NULL;
}

bool key_figure_add_growth(sheaf_sheet *sheet, struct key_figure *figure)
{
    const sheaf_series *growth = sheet_keep_series(sheet, sheaf_series_growth(figure->series));

    if (growth == NULL)
        return false;
    const sheaf_observation *change = sheaf_series_find(growth, figure->observation.period, ROOM);
    if (change != NULL && (!isnan(change->value) || observation_is_confidential(change))) {
        figure->growth = growth;
        figure->change = *change;
    }
    return true;
}

static bool read_figure(struct spec_reader *reader, const struct node *node, struct block *block)
{
    const struct node *values[FIGURE_KEYS];
    const sheaf_series *series;
    sheaf_observation observation;

    if (!keys_read(reader, node, &figure_grammar, values))
        return false;
    const struct node *value = values[FIGURE_VALUE];
    const struct sheet_scope scope = { .sheet = reader->sheet, .reader = reader, .node = value };
    if (!evaluate_observation(&scope, value->text, value->length, &series, &observation))
        return false;
    struct markup *label = spec_markup(reader, values[FIGURE_LABEL], MARKUP_LABEL);
    if (!sheet_is_well(reader->sheet))
        return false;
    struct key_figure *figure =
        block_figures_add(reader->sheet, block, label, series, &observation);
    if (figure == NULL)
        return false;
    figure->display = block_read_display(values[FIGURE_FLAGS], values[FIGURE_SHOW]);
    return block_read_decimals(reader, values[FIGURE_DECIMALS], &figure->decimals) &&
           (values[FIGURE_CHANGE] == NULL || key_figure_add_growth(reader->sheet, figure));
}

/* A figure that a template's parameters leave without data is left out. */
static bool go_on_without(struct spec_reader *reader)
{
    if (spec_is_template(reader))
        spec_forget_nothing(reader);
    return spec_go_on(reader);
}

static struct block *read(struct spec_reader *reader, const struct node *value)
{
    struct block *block = block_figures_create(reader->sheet);

    if (block == NULL)
        return NULL;
    size_t n_told = reader->sheet->n_told;
    if (value->n_items == 0) {
        spec_fail(reader, value->place, "'figures' needs at least one key figure");
        return NULL;
    }
    for (const struct node_item *item = value->items; item != NULL; item = item->next)
        if (!read_figure(reader, item->value, block) && !go_on_without(reader))
            return NULL;
    if (((struct figures *)block)->n == 0 && reader->sheet->n_told == n_told) {
        spec_fail_nothing(reader, value->place, "none of the key figures has data");
        return NULL;
    }
    return block;
}

static void show(const struct block *block, struct shown *shown)
{
    for (const struct key_figure *figure = ((const struct figures *)block)->first; figure != NULL;
         figure = figure->next) {
        shown_add(shown, figure->series, &figure->observation, &figure->display);
        if (figure->growth != NULL)
            shown_add(shown, figure->growth, &figure->change, &figure->display);
        if (figure->label != NULL)
            markup_show(figure->label, shown);
    }
}

const struct block_type block_figures = { .name = "figures",
                                          .takes = SPEC_LIST,
                                          .grammar = &figure_grammar,
                                          .may_be_nothing = true,
                                          .read = read,
                                          .show = show,
                                          .shows_labels = true,
                                          .plan = figures_plan };
