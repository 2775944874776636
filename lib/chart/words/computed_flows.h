/* computed_flows.h - which flow a computed series, or what it was computed of, is of. */
#ifndef SHEAF_CHART_COMPUTED_FLOWS_H
#define SHEAF_CHART_COMPUTED_FLOWS_H

#include "sheaf/series.h"

struct definition;

/* A name of an author's, in place of one that is made. */
bool computed_has_label(const sheaf_series *series);
/* Both sides of a formula go by one country. */
bool computed_of_one_member(const struct definition *made);
/* True of exports + imports, which are turnover, and of exports − imports. */
bool computed_makes_flow(const sheaf_series *series);

/* The flow by which a series is called; NULL: it is called by something else. */
const char *computed_flow_name(const sheaf_series *series);
/* The flow of a series that goes by a member: exports, of "CHN"; or NULL. */
const char *computed_member_flow(const sheaf_series *series);
/* The flow of a whole beside a part of it: of the same country, or of all; or NULL. */
const char *computed_pair_flow(const struct definition *made);
/* The flow that a part is of its whole, if that is what tells them apart: exports of turnover. */
const char *computed_part_flow(const struct definition *made);

#endif
