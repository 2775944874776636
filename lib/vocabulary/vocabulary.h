/* vocabulary.h - the words of trade files: column headers, flows, units, countries, wholes,
 * statuses; in English, Russian, Kazakh and Chinese, and countries in every language that ICU
 * knows.
 *
 * Whatever a file calls a thing, tables and selections call it one way: flows "exports",
 * "imports" …, countries by ISO 3166 alpha-3, units "USD", "t", "kg" with a power of ten. */
#ifndef SHEAF_VOCABULARY_VOCABULARY_H
#define SHEAF_VOCABULARY_VOCABULARY_H

#include "vocabulary/countries.h"
#include "vocabulary/flows.h"
#include "vocabulary/headers.h"
#include "vocabulary/statuses.h"
#include "vocabulary/totals.h"
#include "vocabulary/units.h"

/* What tables call a member of a dimension: countries for reporter and partners, flows for
 * flow, units for unit. NULL: the text is no member that we know by another name, and stays
 * as it is. Static. */
const char *vocabulary_member(const char *dimension, const char *text, size_t n);

#endif
