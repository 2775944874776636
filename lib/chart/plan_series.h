/* plan_series.h - which series a chart shows, of more than have room, and as which type. */
#ifndef SHEAF_CHART_PLAN_SERIES_H
#define SHEAF_CHART_PLAN_SERIES_H

#include <stdbool.h>
#include <stddef.h>

struct chart_plan;
struct member_rules;

/* Fails where nothing can be drawn, before the model is made: that compares every series with every
 * other, and 16,000 would take minutes. */
bool plan_is_drawable(const struct chart_plan *plan);

/* The model of all series or, of more than `most`, of the largest and the rest. */
bool plan_take_series(struct chart_plan *plan, size_t most);

/* The type that was named, which stays whatever the data are, or the one that suits them. Where that
 * turns out to be none for the data, the one that lines and bars leave. */
bool plan_choose_type(struct chart_plan *plan);

/* Takes the model as plan->drawn draws it, or fails. */
bool plan_take_type(struct chart_plan *plan);

/* The rules of a type with a row a member; NULL: the type has none. */
const struct member_rules *plan_member_rules(const struct chart_plan *plan);
/* How many members stand beside each other in a row. */
size_t plan_members_beside(const struct chart_plan *plan, const struct member_rules *rules);

#endif
