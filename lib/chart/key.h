/* key.h - the row under the subtitle that says what colours and hatches mean. Only
 * what no label beside the marks can say. */
#ifndef SHEAF_CHART_KEY_H
#define SHEAF_CHART_KEY_H

#include <stdbool.h>
#include <stddef.h>

#include "chart/model.h"
#include "text/text.h"

struct chart_plan;

enum swatch { SWATCH_BAR, SWATCH_LINE, SWATCH_BAR_AND_LINE, SWATCH_TARGET, SWATCH_NONE };
struct key_item {
    const char *words, *code; /* code: instead of words that there is no room for; or NULL */
    enum swatch swatch;
    struct color color;
    enum figure_style style;
    bool is_series;
    double full, least; /* widths of the words: whole, and shortened as far as they may be */
    struct text_line *line;
    double x; /* from the left edge */
    size_t row;
};
struct key {
    struct key_item *items;
    size_t n_items, capacity;
    size_t rows;
    double gap;    /* between items, in ems */
    double factor; /* of the words' size; below 1 where many names share a small picture */
    double row_height, names_width;
    double top, height; /* height 0: no key */
    bool lost;          /* for want of room */
};

void key_clear(struct key *key);
void key_add(struct chart_plan *plan, const char *words, enum swatch swatch, struct color color,
             enum figure_style style);
/* The series with the given swatches, then the styles that occur in the data. */
void key_add_series(struct chart_plan *plan, size_t first, size_t end, enum swatch swatch);
void key_add_styles(struct chart_plan *plan, enum swatch swatch);
/* What the marks beside figures mean: "[b] Break in series". A set of marks. */
void key_add_marks(struct chart_plan *plan, unsigned marks);
/* Sets the rows from plan->header.bottom on. Where names may be shortened, they are,
 * until the rows are at most `wanted` high or no name can lose another letter without
 * becoming like its neighbour's. A key higher than `most` is none. */
void key_measure(struct chart_plan *plan, double wanted, double most);
void key_draw(const struct chart_plan *plan, struct scene *scene);

#endif
