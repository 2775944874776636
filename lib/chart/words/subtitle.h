/* subtitle.h - what a chart is about, as it can be said without an author. */
#ifndef SHEAF_CHART_SUBTITLE_H
#define SHEAF_CHART_SUBTITLE_H

#include <stdbool.h>

struct chart_plan;

/* Words of which a part gives way where they are too long. */
struct phrase {
    const char *before, *name, *after; /* name: what may be cut; none is NULL */
    bool is_made;                      /* of all three; else the name is all of it, as it is */
};

/* "Mineral fuels, exports, USD million, 2010–2023": the longest name gives way, never the unit
 * or the period. False when memory ran out. */
bool default_subtitle(struct chart_plan *plan, const char *unit, struct phrase *phrase);

/* The phrase with another name: its parts with commas between them, and a capital letter first. */
const char *phrase_text(struct chart_plan *plan, const struct phrase *phrase, const char *name);

#endif
