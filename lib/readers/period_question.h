/* period_question.h - what a reader asks about periods that it cannot know. */
#ifndef SHEAF_READERS_PERIOD_QUESTION_H
#define SHEAF_READERS_PERIOD_QUESTION_H

#include "readers/csv/flagged_period.h"
#include "sheaf/table.h"

/* How the options say that periods are written. They have been checked (options_check). */
struct period_usage period_usage_of(const sheaf_read_options *options);

/* The end of a sentence that begins with a text which may be several periods, with the SETTING that
 * settles it if there is one. NULL: the text is not known to be ambiguous. */
const char *period_question(const char *text, size_t n);

/* The same for a text that is no period before a setting says so: 01/02/2023, Jan-23, 1/2023. */
const char *period_question_of_numbers(const char *text, size_t n);

/* Warns of a flag glued to a period (text, n bytes) if it is a footnote or unknown. */
void warn_of_flag(sheaf_table *table, const struct flagged_period *found, const char *text,
                  size_t n, size_t line);

#endif
