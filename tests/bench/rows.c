/* rows.c - writes tidy CSV of trade to standard output: bench_rows ROWS series|period, sorted
 * by series (its months lie together) or by period (a month of all series, then the next). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MONTHS = 120, PRODUCTS = 97, PARTNERS = 200 };

static const char *const flows[] = { "exports", "imports" };

static void write_row(unsigned series, unsigned month, unsigned *seed)
{
    unsigned product = series / 2 % PRODUCTS, partner = series / 2 / PRODUCTS % PARTNERS;
    unsigned reporter = series / 2 / PRODUCTS / PARTNERS;

    *seed = *seed * 1664525u + 1013904223u;
    printf("%u-%02u,R%c%c,P%c%c,%s,%02u,%u.%u,USD\n", 2014 + month / 12, 1 + month % 12,
           'A' + reporter / 26, 'A' + reporter % 26, 'A' + partner / 26, 'A' + partner % 26,
           flows[series % 2], product + 1, (*seed >> 8) % 1000000, (*seed >> 4) % 10);
}

int main(int n, char **words)
{
    unsigned rows = n == 3 ? (unsigned)atoi(words[1]) : 0, seed = 1;
    unsigned series = (rows + MONTHS - 1) / MONTHS;

    if (rows == 0)
        return fprintf(stderr, "usage: bench_rows ROWS series|period\n"), 2;
    puts("period,reporter,partner,flow,product,value,unit");
    for (unsigned i = 0; i < rows; i++)
        if (strcmp(words[2], "series") == 0)
            write_row(i / MONTHS, i % MONTHS, &seed);
        else
            write_row(i % series, i / series, &seed);
    return fflush(stdout) != 0;
}
