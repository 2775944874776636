/* chart_series_parts.h - what the files of chart_series share. */
#ifndef CLI_CHART_SERIES_PARTS_H
#define CLI_CHART_SERIES_PARTS_H

#include "chart_series.h"

/* Reporters, products and partners are crossed. */
enum { CROSSED = 3 };

/* How many filters choose in a dimension. Rows may match any of them. */
size_t chart_series_count_filters(const struct chart_series *s, const char *dimension);
/* Whether the chart has a row a member. */
bool chart_series_is_ranked(const struct chart_series *s, const sheaf_table *table);
/* Refuses more members of a dimension than the chart can show. */
int chart_series_check_count(const struct chart_series *s, const sheaf_table *table,
                             const char *by);
/* The dimensions that vary, of those that charts of several cross: at most CROSSED. */
int chart_series_crossed(const struct chart_series *s, const sheaf_table *table,
                         const char **dimensions, size_t *n);

#endif
