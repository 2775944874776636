/* absent.h - periods that no series has, between those of a model. */
#ifndef SHEAF_CHART_ABSENT_H
#define SHEAF_CHART_ABSENT_H

#include "chart/model/model.h"

/* Sets before which periods others are absent from a series that is regular otherwise, and whether its
 * periods follow no step at all. False: memory ran out. */
bool absent_find(struct model *model, struct arena *arena);

/* Before which periods of the model others are absent; NULL: before none. */
const bool *absent_of(const struct model *model);

/* Whether periods are absent before this one. */
bool absent_before(const struct model *model, size_t period);

#endif
