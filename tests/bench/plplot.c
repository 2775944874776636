/* plplot.c - the same charts by PLplot, at 1200x750 as PNG: bench_plplot OUT.png draws 24 months of two
 * series as lines, bench_plplot OUT.png DATA.csv DAYS what bench_days wrote for one series. Like
 * onepass.c it reads one column and checks nothing. */
#include <math.h>
#include <plplot/plplot.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MONTHS = 24 };

static long read_days(FILE *file, long days, PLFLT *x, PLFLT *y)
{
    char line[64];
    long n = 0;

    if (fgets(line, sizeof line, file) == NULL)
        return 0;
    for (; n < days && fgets(line, sizeof line, file) != NULL; n++) {
        const char *comma = strrchr(line, ',');
        x[n] = (PLFLT)n;
        y[n] = comma != NULL ? atof(comma + 1) : 0;
    }
    return n;
}

static void begin(const char *out)
{
    plsdev("pngcairo");
    plsfnam(out);
    plspage(0, 0, 1200, 750, 0, 0);
    plscolbg(255, 255, 255);
    plscol0(1, 60, 60, 60);
    plscol0(2, 30, 100, 180);
    plscol0(3, 180, 80, 40);
    plinit();
}

static void draw(const PLFLT *x, const PLFLT *const *y, int series, long n)
{
    PLFLT most = 0;

    for (int k = 0; k < series; k++)
        for (long i = 0; i < n; i++)
            most = y[k][i] > most ? y[k][i] : most;
    plcol0(1);
    plenv(0, (PLFLT)(n - 1), 0, most, 0, 0);
    pllab("", "", "Exports and imports");
    for (int k = 0; k < series; k++) {
        plcol0(2 + k);
        plline((PLINT)n, x, y[k]);
    }
    plend();
}

static int draw_months(const char *out)
{
    PLFLT x[MONTHS], exports[MONTHS], imports[MONTHS];
    const PLFLT *const y[] = { exports, imports };

    for (int i = 0; i < MONTHS; i++) {
        x[i] = i;
        exports[i] = 5 + sin(i * 0.5) + i * 0.1;
        imports[i] = 4 + cos(i * 0.4);
    }
    begin(out);
    draw(x, y, 2, MONTHS);
    return 0;
}

static int draw_days(const char *out, const char *data, long days)
{
    FILE *file = fopen(data, "r");
    PLFLT *x = calloc((size_t)days, sizeof *x), *values = calloc((size_t)days, sizeof *values);
    const PLFLT *const y[] = { values };
    int failed = file == NULL || x == NULL || values == NULL;

    if (!failed) {
        long n = read_days(file, days, x, values);
        begin(out);
        draw(x, y, 1, n);
    }
    if (file != NULL)
        fclose(file);
    free(x);
    free(values);
    return failed;
}

int main(int n, char **words)
{
    if (n == 2)
        return draw_months(words[1]);
    if (n == 4 && atol(words[3]) > 1)
        return draw_days(words[1], words[2], atol(words[3]));
    return fprintf(stderr, "usage: bench_plplot OUT.png [DATA.csv DAYS]\n"), 2;
}
