/* chart_data.h - the figures of a chart as CSV, for the files that hold it. */
#ifndef SHEAF_PUBLISH_CHART_DATA_H
#define SHEAF_PUBLISH_CHART_DATA_H

#include <stddef.h>

#include "base/buffer.h"
#include "sheaf/chart.h"

/* Writes the figures of the chart's series in the periods that it shows as `sheaf data` writes them,
 * confidential ones without their values. Of more than `most` figures, and of a chart of targets, it
 * writes nothing. Failures go to the buffer's error. */
void chart_data_write(const sheaf_chart *chart, size_t most, struct buffer *into);

#endif
