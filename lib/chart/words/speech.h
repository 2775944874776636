/* speech.h - saying a chart aloud: what types say in alternative texts. */
#ifndef SHEAF_CHART_SPEECH_H
#define SHEAF_CHART_SPEECH_H

#include "base/buffer.h"
#include "chart/plan.h"
#include "text/format.h"

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
/* The figures of one series. */
void speech_say_one(struct speech *speech, const struct model_series *series);
/* The figures of every series: all, or of many the ends and extremes. */
void speech_say_series(struct speech *speech);

#endif
