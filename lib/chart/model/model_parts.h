/* model_parts.h - what makes a model: its periods, figures, multiplier and decimals; for model.c. */
#ifndef SHEAF_CHART_MODEL_PARTS_H
#define SHEAF_CHART_MODEL_PARTS_H

#include "chart/model/model.h"

/* Collects the wanted periods, or all that any series has, each once and in order. False when memory
 * runs out, as below. */
bool model_collect_periods(struct model *model, const sheaf_chart *chart, struct arena *arena);

/* The figures of a series, one a period, in the series' own multiplier. may_be_plain: of very many without
 * an array, where they are as figures.h says. */
bool model_collect_figures(const struct model *model, struct model_series *series,
                           bool may_be_plain, struct arena *arena);

/* Multiplies or divides by a whole power of ten, so that rounding happens once. */
double model_rescale(double value, int from, int to);
/* Converts figures in an array to the model's multiplier, their decimals with them. */
void model_unify_figures(struct model_series *series, const struct model *model, int multiplier);
/* Sets the multiplier that suits what is labelled, of figures in the series' own. largest: of all, in
 * given. */
bool model_choose_multiplier(struct model *model, int given, double largest, bool by_myriads,
                             struct arena *arena);
/* The multiplier follows the figures as they are shown: where most are rounded to 1,000 million,
 * they are 1 billion. */
bool model_raise_multiplier(struct model *model, double *largest, int decimals, bool by_myriads,
                            struct arena *arena);
/* On a logarithmic scale the least figures count: 47,500 and 0.6 million, not 47.5 and 0.0006
 * billion, as long as the largest has six digits. */
void model_lower_multiplier(struct model *model, int given, double largest, bool by_myriads);

/* Where all figures are labelled the least count as well, as long as the largest has four digits: 8,204 and
 * 5.6 million, not 8.20 and 0.0056 billion. True: the multiplier is lower, and stays so. */
bool model_lower_for_least(struct model *model, int given, double largest, bool by_myriads);

/* Decimals that tell apart what is labelled. */
int model_decimals_wanted(const struct model *model, double largest);
/* One number of decimals for all figures, of at most so many. */
void model_unify_decimals(struct model *model, int wanted);
/* Decimals of figures without an array: as given, in the model's multiplier; and as the model shows one. */
int model_plain_decimals(const struct model *model, const struct model_series *series);
void model_cut_plain(const struct model *model, struct figure *figure);
/* On a logarithmic scale the least figures are read as the largest are: 0.6 beside 47,500. */
void model_choose_own_decimals(struct model *model);

#endif
