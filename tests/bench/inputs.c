/* inputs.c - the spec and data from which benchmarks make sheets. */
#include "inputs.h"

#include <stdio.h>

static const char spec[] =
    "sheaf: 1\n"
    "parameters: {partner: P0}\n"
    "title: 'Trade with {$partner} {growth(turnover)[2023] ? rose by {} | fell by {} | held}'\n"
    "date: 2024-06-26\n"
    "sources: {office: {title: Office of statistics}}\n"
    "data: {trade: {file: trade.csv, source: office}}\n"
    "series:\n"
    "  exports: 'trade[flow: exports, partner: $partner]'\n"
    "  imports: 'trade[flow: imports, partner: $partner]'\n"
    "  turnover: exports + imports\n"
    "sheet:\n"
    "  - figures:\n"
    "      - {value: 'turnover[2023]', change: growth}\n"
    "      - {value: 'exports[2023]', change: growth}\n"
    "  - text: 'In 2023 exports were {exports[2023]} and imports {imports[2023]}.'\n"
    "  - chart: {type: lines, series: [exports, imports], title: Exports and imports}\n"
    "  - row:\n"
    "      - chart: {type: bars, series: exports, title: Exports, periods: 2016..2023}\n"
    "      - chart: {type: bars, series: imports, title: Imports, periods: 2016..2023}\n"
    "  - table: {rows: [exports, imports, turnover], columns: [2021, 2022, 2023, growth(2023)]}\n"
    "  - notes\n";

/* Figures that differ, the same in each run. */
static unsigned next_figure(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 16) % 900 + 100;
}

bool bench_write_inputs(const char *folder, unsigned partners)
{
    char path[4096];
    unsigned state = 1;

    snprintf(path, sizeof path, "%s/batch.yaml", folder);
    FILE *file = fopen(path, "w");
    if (file == NULL || fputs(spec, file) < 0 || fclose(file) != 0)
        return false;
    snprintf(path, sizeof path, "%s/trade.csv", folder);
    file = fopen(path, "w");
    if (file == NULL)
        return false;
    fputs("period,flow,partner,value,unit,unit_mult\n", file);
    for (unsigned partner = 0; partner < partners; partner++)
        for (unsigned flow = 0; flow < 2; flow++)
            for (unsigned year = 2010; year < 2024; year++)
                fprintf(file, "%u,%s,P%u,%u,USD,6\n", year, flow == 0 ? "exports" : "imports",
                        partner, next_figure(&state));
    return fclose(file) == 0;
}
