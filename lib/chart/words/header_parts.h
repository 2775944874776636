/* header_parts.h - the parts of a chart's header; for its files only. */
#ifndef SHEAF_CHART_HEADER_PARTS_H
#define SHEAF_CHART_HEADER_PARTS_H

#include "chart/plan.h"
#include "chart/words/subtitle.h"

/* Above the source, in ems. */
#define WIDE_GAP  1.0
#define TIGHT_GAP 0.4

/* In at most so many lines, cut if it has more. NULL: memory ran out. */
struct text_block *header_wrap(struct chart_plan *plan, const char *text,
                               const struct text_style *style, size_t lines);
/* The same, cut behind a whole word where there is one. */
struct text_block *header_wrap_words(struct chart_plan *plan, const char *text,
                                     const struct text_style *style, size_t lines);
/* A phrase that is too long loses words of its name; a name that is the whole phrase is cut within a
 * word where not one fits. NULL: not one fits beside the rest, or memory ran out. */
struct text_block *header_wrap_phrase(struct chart_plan *plan, const struct phrase *phrase,
                                      const struct text_style *style, size_t lines);

/* A whole block in lines of like length: in the narrowest width that needs no further line, so that no
 * single word is left on the last. NULL stays NULL. */
struct text_block *header_balance(struct chart_plan *plan, const char *text,
                                  struct text_block *block, const struct text_style *style);

/* Without the name, or with a part of the rest. NULL: memory ran out. */
struct text_block *header_wrap_nameless(struct chart_plan *plan, const struct phrase *phrase,
                                        const struct text_style *style, size_t lines,
                                        bool *is_rest_cut);

/* Whether each mark is of all periods, of which there are several. */
bool header_pools_periods(const struct chart_plan *plan);
/* The chart's one period, its lines' one year, or the span of all that its marks are of, in words;
 * NULL: there are several. */
const char *header_one_period(struct chart_plan *plan);

void header_measure_subtitle(struct chart_plan *plan, struct chart_header *header);
void header_measure_source(struct chart_plan *plan, struct chart_header *header);

#endif
