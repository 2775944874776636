/* theme_change.h - changes of a theme, and what follows from them. */
#ifndef SHEAF_CHART_THEME_CHANGE_H
#define SHEAF_CHART_THEME_CHANGE_H

#include "base/memory.h"
#include "chart/theme.h"

/* The sizes that type may be scaled by. */
#define THEME_LEAST_SCALE 0.8
#define THEME_MOST_SCALE  1.5
/* The ratios that single texts may be scaled by beside. */
#define THEME_LEAST_RATIO 0.8
#define THEME_MOST_RATIO  2.0

/* Colours of series in order. Flows, signs and ramps follow them; areas have no hatches, and lines no
 * shapes. */
void theme_set_categories(struct theme *theme, const struct color *colors, size_t n);
/* False: no flow with a colour has this name. */
bool theme_set_flow(struct theme *theme, const char *flow, struct color color);
/* Replaces the member's colour, if it has one. False when memory runs out. */
bool theme_set_member(struct theme *theme, const char *name, struct color color,
                      struct arena *arena);

/* After paper or ink were changed: mixes greys, rules and the ends of ramps of both, and gives words
 * the colours that they stood for in before. */
void theme_follow_ground(struct theme *theme, const struct theme *before);
/* Gives words that have the ink, the grey or the weak colour of before those of the theme. */
void theme_color_words(struct theme *theme, const struct theme *before);

/* Makes every text of charts and pages so many times as large as in the built-in themes. */
void theme_scale_type(struct theme *theme, double factor);
/* Makes every text so many times as large as it is, but none smaller than `least`, in points. */
void theme_shrink_type(struct theme *theme, double factor, double least);
/* Texts whose sizes an author may choose, each with those that look alike. */
enum theme_size {
    SIZE_TITLE,
    SIZE_DECK,
    SIZE_SECTION,
    SIZE_BODY,
    SIZE_FIGURES,
    SIZE_TABLE,
    SIZE_HEADLINE,
    SIZE_SUBTITLE,
    SIZE_LABELS,
    SIZE_NOTES,
    THEME_SIZES
};
extern const char *const theme_size_names[THEME_SIZES];
/* Makes these texts so many times as large as they are. */
void theme_scale_texts(struct theme *theme, enum theme_size size, double factor);
/* How many times as large they are as the theme's scale makes texts. */
double theme_texts_scale(const struct theme *theme, enum theme_size size);

/* Gives every style the faces, which outlive the theme. */
void theme_set_faces(struct theme *theme, const struct chosen_faces *faces);

/* No theme has this name: which there are, or which is meant. */
void theme_fail_unknown(sheaf_error *error, const char *name);

#endif
