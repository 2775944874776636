/* annotations.h - what an author writes into a chart: events, bands of time, values to compare with,
 * and words at a figure. */
#ifndef SHEAF_CHART_ANNOTATIONS_H
#define SHEAF_CHART_ANNOTATIONS_H

#include "sheaf/chart.h"

enum annotation_kind {
    ANNOTATION_EVENT,
    ANNOTATION_BAND,
    ANNOTATION_REFERENCE,
    ANNOTATION_CALLOUT
};

struct annotation {
    enum annotation_kind kind;
    sheaf_period first, last; /* equal, but of bands */
    double value;             /* of a reference */
    char *series;             /* of a call-out; NULL: the only one */
    char *text;
};

/* More are refused: the places of so many are found in bounded time. */
enum { MOST_ANNOTATIONS = 20 };

void annotations_free(sheaf_chart *chart);
/* Adds copies of the annotations of another chart. */
void annotations_copy(sheaf_chart *to, const sheaf_chart *from);
bool annotations_have(const sheaf_chart *chart, enum annotation_kind kind);
/* "the event", "the band": for messages. */
const char *annotation_called(const struct annotation *annotation);

#endif
