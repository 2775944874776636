/* sheaf.h - the whole public interface of libsheaf.
 *
 * base.h    status, error, allocator, output
 * context.h what charts and sheets share: faces, formats, tables
 * period.h  periods: years, months, January-April
 * series.h  observations over time
 * algebra.h series computed from series: shares, sums to years, indices …
 * table.h   data files
 * arrow.h   tables from Apache Arrow's memory, and back
 * expression.h  series from expressions, as specs have them
 * chart.h   charts on a cairo_t, as PNG, SVG, EPS or PDF
 * picture.h charts laid out: drawn again, and asked what stands where
 * format.h  figures and periods as readers know them
 * sheet.h   fact sheets: from a YAML spec to a tagged PDF
 * block.h   blocks of a sheet whose figures are expressions, from structs
 * theme.h   themes: colours, paper and sizes of charts and sheets
 * batch.h   many sheets of one spec
 */
#ifndef SHEAF_SHEAF_H
#define SHEAF_SHEAF_H

#include "sheaf/algebra.h"
#include "sheaf/arrow.h"
#include "sheaf/base.h"
#include "sheaf/batch.h"
#include "sheaf/block.h"
#include "sheaf/chart.h"
#include "sheaf/context.h"
#include "sheaf/diff.h"
#include "sheaf/expression.h"
#include "sheaf/format.h"
#include "sheaf/period.h"
#include "sheaf/picture.h"
#include "sheaf/series.h"
#include "sheaf/sheet.h"
#include "sheaf/table.h"
#include "sheaf/theme.h"

#endif
