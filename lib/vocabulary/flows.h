/* flows.h - flows of goods (exports, imports …) by their codes and words. */
#ifndef SHEAF_VOCABULARY_FLOWS_H
#define SHEAF_VOCABULARY_FLOWS_H

#include "vocabulary/normalised.h"

/* Returns the canonical name of a flow (static): "exports", "imports", "turnover", "balance",
 * "re-exports", "re-imports", or Comtrade's "domestic exports" and "foreign imports". Accepts
 * X, M, 1, 2, Export, ИМ, ЭК, экспорт, 出口, импорт, товарооборот, тауар айналымы, total_export …
 * NULL: the text is no flow. "goods_export" and "services_export" are parts of a flow, and no
 * flow themselves. */
const char *flow_find(const char *text, size_t n);

/* The one direction of trade that a text mentions among other words; turnover and balance are
 * ignored. NULL: it mentions none, or several. */
const char *flow_mentioned(const char *text, size_t n);

/* Takes the longest phrase for a flow at *at and moves *at past it. NULL: there is none, and *at
 * stays. Codes (X, 1) are not phrases. */
const char *flow_take(const struct normalised *normalised, size_t *at);

/* True when a column's header says no more than the given flow, its unit and its power of ten:
 * "exports_bn", "value". (In headers.c.) */
bool header_is_of_flow(const char *header, const char *flow);

#endif
