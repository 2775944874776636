/* across.h - charts whose bars lie, in languages written from right to left: mirrored as wholes.
 *
 * Names stand at the right, bars grow leftwards, values stand left of them; figures themselves stay
 * as they are. So the row is read from where reading begins. Time is not mirrored: charts in Arabic
 * schoolbooks and of Arabic offices and newspapers mostly run from left to right, as figures do,
 * and Uyghur ones too; a line that rises to the left would be taken for a fall.
 *
 * A type places its marks as for a language written from left to right, and draws them through
 * these functions, which mirror about the middle of the plot's box. */
#ifndef SHEAF_CHART_ACROSS_H
#define SHEAF_CHART_ACROSS_H

#include "chart/plot.h"

double across_x(const struct plot *plot, double x);
struct box across_box(const struct plot *plot, struct box box);
/* A line as by line_draw_centered: ALIGN_LEFT means that it begins at x. */
void across_line(const struct plot *plot, struct scene *scene, const struct text_line *line,
                 double x, double middle, enum text_align align);
#endif
