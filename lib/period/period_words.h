/* period_words.h - periods written in words, and in columns of their own. */
#ifndef SHEAF_PERIOD_PERIOD_WORDS_H
#define SHEAF_PERIOD_PERIOD_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "sheaf/period.h"

/* "Jan-Apr 2024", "I квартал 2023 г.", "2024 ж. қаңтар–сәуір", "2024年1-4月", "H1 2023",
 * "1980-1981": words and names of English, Russian, Kazakh and Chinese around figures. False,
 * and nothing written, for anything else, or what could mean several periods. */
bool period_read_words(const char *text, size_t n, sheaf_period *period);

/* What a column beside the year's counts. */
enum period_part { PERIOD_PART_MONTH, PERIOD_PART_QUARTER };

/* A period whose year and month or quarter stand in two columns: 2024 and "4", "04", "M04",
 * "Apr", "апрель", "4月", "1to4", "1-4" (China's customs: January-April), "Jan-Apr", or 52
 * (Comtrade: the whole year); 2024 and "1", "Q1", "I", "I квартал", "第一季度". */
bool period_read_parts(const char *year, size_t year_n, const char *part, size_t part_n,
                       enum period_part kind, sheaf_period *period);

/* Why a text that is no period could be several, as the end of a sentence: "could be a
 * financial year or two calendar years; write …". NULL: it could be none. */
const char *period_refusal(const char *text, size_t n);

#endif
