/* emphasis.h - of many lines the leading ones have colours, the others are de-emphasised. */
#ifndef SHEAF_CHART_EMPHASIS_H
#define SHEAF_CHART_EMPHASIS_H

#include "chart/model/model.h"

/* Of more than eight series, the seven with the largest last values keep their colours. The others
 * turn grey, so they need direct labels. */
void emphasis_choose(struct model *model, const struct theme *theme);
/* Gives every series its own colour back. */
void emphasis_clear(struct model *model);

#endif
