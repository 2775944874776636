/* theme_check.h - whether all readers can read what a theme draws. */
#ifndef SHEAF_CHART_THEME_CHECK_H
#define SHEAF_CHART_THEME_CHECK_H

#include "chart/theme.h"

/* WCAG 2 asks 3 : 1 of marks and 4.5 : 1 of text; colours less than 14 apart (CIEDE2000) are mixed
 * up when they are not side by side. */
#define THEME_MARK_CONTRAST 3.0
#define THEME_TEXT_CONTRAST 4.5
#define THEME_DIFFERENCE    14.0

/* Tells what is too weak on the paper or too near to another colour, with the figures, a sentence at
 * a time; the message lives for the call only. */
void theme_check(const struct theme *theme, void (*tell)(void *context, const char *message),
                 void *context);

#endif
