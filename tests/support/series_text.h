/* series_text.h - series as short texts, for tests of the algebra.
 *
 *     "2022: 24.2, 2023: 31.5 P, 2024-T1: : Q C"
 *
 * is a period, its figure (":": none), then, where it is not normal, its status, and
 * its confidentiality. */
#ifndef TESTS_SUPPORT_SERIES_TEXT_H
#define TESTS_SUPPORT_SERIES_TEXT_H

#include "sheaf/algebra.h"
#include "sheaf/series.h"

/* Fails the test when the text is wrong. */
sheaf_series *series_from_text(const char *name, const char *unit, int multiplier,
                               const char *text);
sheaf_period period_from_text(const char *text);

enum { SERIES_TEXT = 2048 };
/* Figures as shown: rounded to the decimals that hold. */
void series_to_text(const sheaf_series *series, char out[SERIES_TEXT]);

/* "CHN 2023: 9.0; RUS 2023: 8.0"; of a list that failed, its message. */
void series_list_to_text(const sheaf_series_list *list, char out[SERIES_TEXT]);

/* Compare with the text, and destroy; with what failed, its message. */
void assert_series(sheaf_series *series, const char *text);
void assert_series_list(sheaf_series_list *list, const char *text);

#endif
