/* chart_annotations.h - the keys events, bands, references and callouts of a chart. */
#ifndef SHEAF_SHEET_CHART_ANNOTATIONS_H
#define SHEAF_SHEET_CHART_ANNOTATIONS_H

#include "sheet/spec/reader.h"

/* Mappings from what they are about to their texts; NULL: there are none. False after a failure. */
bool chart_read_events(struct spec_reader *reader, const struct node *node, sheaf_chart *chart);
bool chart_read_bands(struct spec_reader *reader, const struct node *node, sheaf_chart *chart);
bool chart_read_references(struct spec_reader *reader, const struct node *node, sheaf_chart *chart);
bool chart_read_callouts(struct spec_reader *reader, const struct node *node, sheaf_chart *chart);

#endif
