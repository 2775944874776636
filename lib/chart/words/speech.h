/* speech.h - saying a chart aloud: what types say in alternative texts.
 *
 * A text has three levels: what the chart is; the ends and extremes of its figures, or all of few; how
 * they go ("rose in 17 of 23 months"). It judges nothing. It stays short: the figures that it leaves out
 * are in the data, and it says how many entries those are of. */
#ifndef SHEAF_CHART_SPEECH_H
#define SHEAF_CHART_SPEECH_H

#include "base/buffer.h"
#include "chart/plan.h"
#include "text/format.h"
#include "text/trends.h"

struct speech {
    struct chart_plan *plan;
    struct buffer *into;
    const struct punctuation *punctuation;
    bool failed;
};

/* Adds a sentence with its full stop, unless it ends with a mark of its own: titles may, and
 * abbreviated units ("АҚШ долл.") do. NULL: memory ran out. */
void speech_say(struct speech *speech, const char *sentence);
/* "2022: 13; 2023: 14": what is said before, NULL at first, and further words. */
const char *speech_list(const struct speech *speech, const char *before, const char *words);
/* Whether there is room for another entry beside words that are not yet said; NULL: none. */
bool speech_has_room(const struct speech *speech, const char *words);
/* "Further entries: 21"; nothing for 0. */
void speech_say_more(struct speech *speech, size_t n);
/* A list with the same behind it. */
const char *speech_list_more(const struct speech *speech, const char *list, size_t n);

/* "China: 14.7 (estimated)": a figure by its series. NULL when memory ran out. */
const char *speech_named_figure(const struct speech *speech, const struct model_series *series,
                                size_t period);
/* The same as it is told by its period: "2023: 14.7". */
const char *speech_figure(const struct speech *speech, const struct model_series *series,
                          size_t period);
/* The figures of one series, and how they go. */
void speech_say_one(struct speech *speech, const struct model_series *series);
/* The figures of every series: all, or of many the ends and extremes; how they go, and how they
 * stand to each other. */
void speech_say_series(struct speech *speech);
/* The same of rows of cells: the largest and the smallest, and in which part of a year the largest
 * are. */
void speech_say_cells(struct speech *speech);
/* "Rose in 17 of 23 months", behind what is said before. */
const char *speech_course(const struct speech *speech, const char *before,
                          const struct model_series *series);
/* "2023 – largest China: 14.7, smallest Peru: 0.3", of the last period that all series have. */
void speech_say_extremes(struct speech *speech);
/* How the series stand to each other: which overtook which, which are the largest. */
void speech_say_relations(struct speech *speech);

#endif
