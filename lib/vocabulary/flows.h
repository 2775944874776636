/* flows.h - which way goods went: the words and codes for it. */
#ifndef SHEAF_VOCABULARY_FLOWS_H
#define SHEAF_VOCABULARY_FLOWS_H

#include "vocabulary/normalised.h"

/* "exports", "imports", "turnover", "balance", "re-exports", "re-imports" and, as Comtrade
 * tells them apart, "domestic exports", "foreign imports", for X, M, 1, 2, Export, ИМ, ЭК,
 * экспорт, 出口, импорт, товарооборот, тауар айналымы, total_export …; NULL: no flow.
 * "goods_export" and "services_export" are parts of a flow and no flow. Static. */
const char *flow_find(const char *text, size_t n);

/* The flow in or out that a text names among other words; NULL: none, or several. */
const char *flow_mentioned(const char *text, size_t n);

/* The flow that a phrase at `at` names; *at moves past it. NULL: none, and *at stays. Codes
 * (X, 1) are no phrases. */
const char *flow_take(const struct normalised *normalised, size_t *at);

/* Whether a column's header says nothing beyond that flow, its unit and power of ten:
 * "exports_bn", "value" (headers.c). */
bool header_is_of_flow(const char *header, const char *flow);

#endif
