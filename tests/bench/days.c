/* days.c - writes days as CSV to standard output: bench_days DAYS SERIES. Each series goes up and down
 * at random from one day to the next. */
#include <stdio.h>
#include <stdlib.h>

/* Days of a year and a month, as the Gregorian calendar has them. */
struct day {
    int year, month, day;
};

static int month_length(const struct day *at)
{
    static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    int leaps = at->year % 4 == 0 && (at->year % 100 != 0 || at->year % 400 == 0);

    return lengths[at->month - 1] + (at->month == 2 && leaps);
}

static void advance(struct day *at)
{
    if (++at->day <= month_length(at))
        return;
    at->day = 1;
    if (++at->month <= 12)
        return;
    at->month = 1;
    at->year++;
}

int main(int n, char **words)
{
    int days = n == 3 ? atoi(words[1]) : 0, series = n == 3 ? atoi(words[2]) : 0;
    unsigned seed = 1;

    if (days < 1 || days > 3000000 || series < 1 || series > 16)
        return fprintf(stderr, "usage: bench_days DAYS SERIES\n"), 2;
    puts("period,partner,value");
    for (int s = 0; s < series; s++) {
        struct day at = { days > 100000 ? 1000 : 2005, 1, 1 };
        int value = 100000 + 20000 * s; /* hundredths */
        for (int i = 0; i < days; i++, advance(&at)) {
            seed = seed * 1664525u + 1013904223u;
            value += (int)(seed >> 8) % 401 - 200;
            value = value < 100 ? 100 : value;
            printf("%04d-%02d-%02d,P%02d,%d.%02d\n", at.year, at.month, at.day, s, value / 100,
                   value % 100);
        }
    }
    return fflush(stdout) != 0;
}
