/* chart_series_options.c - which rows, periods and expressions the options name. */
#include "chart_series.h"

#include <stdlib.h>
#include <string.h>

int chart_series_select(struct chart_series *s, const char *chosen, const char *left_out)
{
    int code = pairs_read(s->command, "select", chosen, &s->words);

    if (code == EXIT_FINE)
        code = pairs_read_left_out(s->command, left_out, &s->left_out);
    if (code == EXIT_FINE)
        s->n_filters =
            pairs_filters(&s->left_out, s->filters, pairs_filters(&s->words, s->filters, 0));
    return code;
}

static int read_period(const struct chart_series *s, const char *text, size_t n,
                       sheaf_period *period)
{
    if (sheaf_period_read(text, n, period))
        return EXIT_FINE;
    return usage_error(s->command, "'%.*s' is not a period (2023, 2023-Q1, 2023-04, 2024-T1)",
                       (int)n, text);
}

/* "2019..2023", of which one end may be open. */
static int read_range(struct chart_series *s, const char *text, const char *dots)
{
    const char *last = dots + 2;
    int code = EXIT_FINE;

    s->has_range = true;
    if (dots > text)
        code = read_period(s, text, (size_t)(dots - text), &s->first);
    if (code == EXIT_FINE && (*last != '\0' || dots == text))
        code = read_period(s, last, strlen(last), &s->last);
    if (code == EXIT_FINE && dots > text && *last != '\0' &&
        sheaf_period_compare(s->first, s->last) > 0)
        code = usage_error(s->command, "the range %s ends before it begins", text);
    return code;
}

/* A range, or "2023-T1,2024-T1". */
int chart_series_periods(struct chart_series *s, const char *text)
{
    const char *dots = text != NULL ? strstr(text, "..") : NULL;

    s->range = text;
    if (text == NULL)
        return EXIT_FINE;

    if (dots != NULL)
        return read_range(s, text, dots);
    s->periods = calloc(strlen(text) + 1, sizeof *s->periods);
    if (s->periods == NULL)
        return out_of_memory();
    for (;;) {
        size_t n = strcspn(text, ",");
        int code = read_period(s, text, n, &s->periods[s->n_periods]);

        if (code != EXIT_FINE)
            return code;
        s->n_periods++;
        if (text[n] == '\0')
            return EXIT_FINE;
        text += n + 1;
    }
}

int chart_series_expressions(struct chart_series *s, const char *text)
{
    return expressions_read(s->command, "series", text, &s->expressions);
}

void chart_series_suit(struct chart_series *series, sheaf_chart_type type)
{
    series->measures = sheaf_chart_type_measures(type);
    series->ranks_members = sheaf_chart_type_ranks_members(type) ||
                            sheaf_chart_type_shows_spread(type) || series->measures > 0;
    series->splits_measures = sheaf_chart_type_splits_units(type);
    series->splits_units = type == SHEAF_AUTO || series->splits_measures;
    series->crosses = sheaf_chart_type_crosses_dimensions(type);
    series->pairs_flows = sheaf_chart_type_pairs_flows(type);
    series->draws_lines = type == SHEAF_LINES;
    series->shows_largest = type == SHEAF_INDEX;
    series->adds_up = sheaf_chart_type_adds_up(type);
}

void chart_series_free(struct chart_series *s)
{
    pairs_free(&s->words);
    pairs_free(&s->left_out);
    pairs_free(&s->expressions);
    free(s->periods);
}
