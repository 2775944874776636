/* chart_read.h - a chart as a spec has it. */
#ifndef SHEAF_SHEET_CHART_READ_H
#define SHEAF_SHEET_CHART_READ_H

#include "sheet/spec/reader.h"

/* NULL after a failure, and where there is nothing to show. */
struct block *chart_read(struct spec_reader *reader, const struct node *value);

/* The keys `periods` and `base`: the periods that are shown; where the axis begins, or the period in which
 * an index is 100. NULL: there is none. False after a failure. */
bool chart_read_periods(struct spec_reader *reader, const struct node *node, sheaf_chart *chart);
bool chart_read_base(struct spec_reader *reader, const struct node *node, sheaf_chart *chart);

/* Mistakes that only the chart finds, such as series of different units, told at the node. False: there
 * is one. */
bool chart_take_error(struct spec_reader *reader, const sheaf_chart *chart,
                      const struct node *node);

#endif
