/* speech.h - saying a chart aloud: what types say in alternative texts. */
#ifndef SHEAF_CHART_SPEECH_H
#define SHEAF_CHART_SPEECH_H

#include "base/buffer.h"
#include "chart/plan.h"

struct speech {
    struct chart_plan *plan;
    struct buffer *into;
    const char *locale;
};

void speech_say(const struct speech *speech, const char *text); /* NULL: nothing */
/* The unit, and the figures of every series: all, or of many the ends and extremes. */
void speech_say_series(const struct speech *speech);

#endif
