/* treemap_sections.h - the upper level of a treemap: to which section a part belongs. */
#ifndef SHEAF_CHART_TREEMAP_SECTIONS_H
#define SHEAF_CHART_TREEMAP_SECTIONS_H

#include "chart/pen.h"

/* The section of a part by its product code: of a chapter of the Harmonised System its section, 1 to
 * 21; of a longer code its chapter. 0: the part has none. */
int treemap_section(const sheaf_series *series);
/* "HS 50–63" for the chapters of a section that n digits of a code tell apart. NULL after a
 * failure. */
const char *treemap_section_name(const struct chart_pen *pen, const sheaf_series *series);

#endif
