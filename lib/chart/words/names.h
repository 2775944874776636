/* names.h - names of the series of a chart. */
#ifndef SHEAF_CHART_NAMES_H
#define SHEAF_CHART_NAMES_H

#include "chart/model/model.h"

/* The name of a series within a sentence, in the chart's language: the label that it was
 * given; else flows and countries by their words, others as the data call them. code: what
 * stands for a country's name where there is no room for it, or NULL. A NULL name: memory
 * ran out. */
const char *series_name(const sheaf_series *series, struct text *text, struct arena *arena,
                        const char **code);

/* What its reporter or partner with this code is called: by the author or in the text's language. NULL:
 * memory ran out. */
const char *country_of_series(const sheaf_series *series, const char *code, struct text *text,
                              struct arena *arena);

/* The same for a name that is the series' own, or that of what it was derived from. */
const char *name_in_words(const sheaf_series *series, const char *name, struct text *text,
                          struct arena *arena);

/* Series of one name get an attribute added ("Cereals, exports"): flow, partner, reporter or code,
 * the first in which they all differ. False when memory ran out. */
bool names_tell_apart(const char **names, const sheaf_series *const *series, size_t n,
                      struct text *text, struct arena *arena);

/* Two series of one name and unit would be taken for each other: false, and an error that names
 * both. False after a failure of memory, too. */
bool names_differ(const char *const *names, const sheaf_series *const *series, size_t n,
                  struct arena *arena);

/* The flow that all series are of; "" when there is none. */
const char *common_flow(const sheaf_chart *chart);

/* What is counted where figures are: periods of one series, or what tells the series apart. */
enum word names_counted(const struct model *model);

/* What decides a series' colour: its flow, or its name. */
const char *series_flow(const sheaf_series *series);

#endif
