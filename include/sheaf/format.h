/* format.h - figures as Sheaf writes them for people, for the tooltips and tables of programs. */
#ifndef SHEAF_FORMAT_H
#define SHEAF_FORMAT_H

#include "sheaf/context.h"
#include "sheaf/series.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Writes an observation in unit * 10^multiplier as a key figure of a sheet has it: "$79.1 bn" for
 * 79,138,754.7 thousand USD, "31,5 млрд $", "≈15%", "$1.30 bn [p]", "[c]" for a confidential one, "– [o]"
 * for none: what is missing says why. Digits are those that people read, and no more than the observation's
 * decimals and bounds hold. language: BCP 47; NULL or "": "en". unit: as of a series; NULL: none. multiplier:
 * -15 to 24. context: NULL for a private one, which costs much more than a shared one.
 *
 * text gets as much as fits in size bytes with its NUL, cut at a whole character; it may be NULL if size is
 * 0. Returns the whole length in bytes without the NUL; 0, and "", for NULL for the observation, one
 * that sheaf_series_add_observation would refuse for its bounds or decimals (its period does not matter), an unknown
 * language, another multiplier, a unit that is not UTF-8, a figure of 10^36 or more (multiplied), and where memory
 * runs out. May be called by many threads at once, with one
 * context, too. */
SHEAF_API size_t sheaf_format_value(sheaf_context *context, const char *language,
                                    const sheaf_observation *observation, const char *unit,
                                    int multiplier, char *text, size_t size);

/* The name of a period in a language: "Jan–Apr 2024", "I кв. 2023"; as above. 0, and "": no period, or an
 * unknown language. */
SHEAF_API size_t sheaf_format_period(sheaf_context *context, const char *language,
                                     sheaf_period period, char *text, size_t size);

#ifdef __cplusplus
}
#endif
#endif
