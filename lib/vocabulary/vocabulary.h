/* vocabulary.h - the words of trade files: column headers, flows, units, countries, wholes and
 * statuses in English, Russian, Kazakh and Chinese, and countries in every language of ICU.
 *
 * Files have many names for one thing; tables and selections have one: flows are "exports",
 * "imports" …, countries are ISO 3166 alpha-3 codes, units are "USD", "t", "kg" with a power of
 * ten. */
#ifndef SHEAF_VOCABULARY_VOCABULARY_H
#define SHEAF_VOCABULARY_VOCABULARY_H

#include "vocabulary/amounts.h"
#include "vocabulary/countries.h"
#include "vocabulary/flows.h"
#include "vocabulary/headers.h"
#include "vocabulary/product_codes.h"
#include "vocabulary/statuses.h"
#include "vocabulary/units.h"
#include "vocabulary/wholes.h"

/* The canonical name (static) of a member: of a country in reporter, partner and partner2, of a
 * flow in flow, of a unit in unit. NULL: the vocabulary has none, and the text is the name. */
const char *vocabulary_member(const char *dimension, const char *text, size_t n);

#endif
