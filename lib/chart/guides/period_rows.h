/* period_rows.h - rows of names under the plot, for one run of periods of one length. */
#ifndef SHEAF_CHART_PERIOD_ROWS_H
#define SHEAF_CHART_PERIOD_ROWS_H

#include "chart/guides/axis_period.h"

struct period_run {
    const struct plot *plot;
    struct period_axis *axis;
    const struct period_slot *slots;
    size_t n;
    double left, right; /* room */
    double pitch;       /* between neighbours */
    const char **texts; /* scratch, one a slot: NULL is no label */
    bool with_ticks;
};

/* The year of a period's first day; of a week, by ISO 8601, that of its Thursday. */
int period_run_year(sheaf_period period);
bool period_run_same_year(const struct period_run *run, size_t i, size_t j);

/* Names of slots: "2024", "2024" beside whole years, "2024" below parts of it, "Jan–Apr". */
const char *period_run_year_text(const struct period_run *run, size_t i);
const char *period_run_whole_year(const struct period_run *run, size_t i);
const char *period_run_year_below(const struct period_run *run, size_t i);
const char *period_run_text_in_year(const struct period_run *run, size_t i);

/* Least gap between two names. */
double period_run_gap(const struct period_run *run);
void period_run_clear(const struct period_run *run);
/* Sets the run's texts as a row, each centred on its slot (or on centers) but within the room. If
 * two would touch, the row is dropped and the result is false. */
bool period_run_lay(const struct period_run *run, const double *centers, size_t row, double gap);
/* Sets them with their years in a row below, and ticks; both rows or none. */
bool period_run_lay_with_years(const struct period_run *run, double gap);

void period_run_add_tick(const struct period_run *run, double x);
void period_run_tick_labelled(const struct period_run *run);

#endif
