/* subtitle.h - the default subtitle, for charts whose author gives none. */
#ifndef SHEAF_CHART_SUBTITLE_H
#define SHEAF_CHART_SUBTITLE_H

#include <stdbool.h>

struct chart_plan;

/* A text with one part, the name, that may be cut if the whole is too long. */
struct phrase {
    const char *before, *name, *after; /* name: what may be cut; none is NULL */
    const char *symbol;                /* a unit that keeps its case where it begins; NULL: none */
    bool is_made; /* of parts between commas, with a capital; else the parts stand as they are */
};

/* "Mineral fuels, Kazakhstan, exports, partner: China, USD million, 2010–2023": the longest name may
 * be cut, never the unit or the period. False when memory ran out. */
bool default_subtitle(struct chart_plan *plan, const char *unit, bool with_countries,
                      struct phrase *phrase);

/* "USD million, 2023", in place of a subtitle for which there is no room; of both what the plot
 * cannot say. period: "" for none. */
/* "logarithmic scale"; "": the values' scale is linear. */
const char *subtitle_scale(const struct chart_plan *plan);
struct phrase shortest_subtitle(const struct chart_plan *plan, const char *unit,
                                const char *period);

/* "January–April", where a chart shows that part of several years; "" else. NULL when memory ran
 * out. */
const char *repeated_part(struct chart_plan *plan);

/* "largest 8 of 40"; "": all are shown. NULL when memory ran out. */
const char *subtitle_largest(const struct chart_plan *plan);

/* What all series have in common and none is called by, for those who do not see the chart: measure,
 * product, reporter, flow, partner. "" for nothing; NULL when memory ran out. */
const char *spoken_scope(struct chart_plan *plan);

/* The whole text with another name: parts separated by commas, the first letter a capital. */
const char *phrase_text(struct chart_plan *plan, const struct phrase *phrase, const char *name);

/* The periods in words, "2013–2024"; "": they are of several kinds. NULL: memory ran out. */
const char *subtitle_periods(struct chart_plan *plan);
/* The same for those who do not see the chart: of years beside each other all periods. */
const char *spoken_periods(struct chart_plan *plan);

#endif
