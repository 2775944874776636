/* inputs.h - the spec and data from which benchmarks make sheets. */
#ifndef BENCH_INPUTS_H
#define BENCH_INPUTS_H

#include <stdbool.h>

/* Writes batch.yaml into a folder, one page with key figures, three charts and a table, and trade.csv, with
 * its figures for so many partners: P0, P1 … */
bool bench_write_inputs(const char *folder, unsigned partners);

#endif
