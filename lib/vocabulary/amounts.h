/* amounts.h - units and measures whose figures can be added: money and weight can, per cent, indices,
 * ranks, prices and figures per person cannot. */
#ifndef SHEAF_VOCABULARY_AMOUNTS_H
#define SHEAF_VOCABULARY_AMOUNTS_H

#include <stdbool.h>

/* False for "%", "pp", "2015 = 100", "USD/t", "Index", "USD per capita", "место". A unit that says
 * nothing ("", "units", a word that is not known) can be added. */
bool unit_can_be_added(const char *unit);
/* True for an index, a rank or a price: not even two of them can be added. Two percentages of one
 * base can be (exports and imports in per cent of GDP). */
bool unit_is_never_added(const char *unit);
/* False for the name of an indicator that is a price, an index, a rank, a share or growth. */
bool measure_can_be_added(const char *measure);

#endif
