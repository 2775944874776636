/* row_name.h - the name of a row: in one line, else in as many as the row has room for, before it is
 * cut. */
#ifndef SHEAF_CHART_ROW_NAME_H
#define SHEAF_CHART_ROW_NAME_H

#include "chart/plot.h"

struct row_name {
    struct text_line *line;   /* cut where it is too long; NULL: nothing is shown */
    struct text_block *lines; /* instead, where the row is high enough; or NULL */
    double width;
    bool is_code; /* it had no room, and its code stands for it */
};

/* Lines that stand in a row of this height, 1 to 3, and their leading: closer where only that makes
 * room for a second. */
size_t row_name_lines(const struct plot *plot, double row_height, double *leading);
/* Within a width. code: instead of a name that has no room; or NULL. label NULL gives no name, as does
 * want of memory. */
struct row_name row_name_set(const struct plot *plot, const char *label, const char *code,
                             const struct text_style *style, double most, size_t lines,
                             double leading);
/* Whether it is cut, or a code stands for it. */
bool row_name_is_short(const struct row_name *name);
/* What its lines take beyond one line. */
double row_name_more(const struct row_name *name);
/* The leading of a name that may take several lines, which is not that of a row. */
double row_name_leading(const struct plot *plot);
/* Where nothing is mirrored. x: where the name begins, or its end. */
void row_name_draw_at(const struct row_name *name, struct scene *scene, double x, double middle,
                      double row_height, enum text_align align);
/* x: where the name begins, its middle or its end. */
void row_name_draw(const struct plot *plot, const struct row_name *name, struct scene *scene,
                   double x, double middle, double row_height, enum text_align align);

#endif
