/* spread.c - figures taken together, in order of size. */
#include "chart/types/spread.h"

#include <math.h>
#include <stdlib.h>

/* Every name is compared with every other. */
enum { MOST_SAMPLED = 1000 };

const sheaf_chart *spread_gather(const struct chart_plan *plan)
{
    if (plan->all->n_series <= MOST_SAMPLED)
        return plan->all;
    fail(text_error(plan->pen.text), SHEAF_BAD_INPUT,
         "%zu series are too many to show how they are spread: %d can be told apart; choose fewer, "
         "or a shorter code of products",
         plan->all->n_series, MOST_SAMPLED);
    return NULL;
}

static int compare(const void *a, const void *b)
{
    const struct sampled *one = a, *other = b;

    if (one->value != other->value)
        return one->value < other->value ? -1 : 1;
    if (one->series != other->series)
        return one->series < other->series ? -1 : 1;
    return (one->period > other->period) - (one->period < other->period);
}

struct spread spread_take(const struct plot *plot, size_t first_series, size_t end_series,
                          size_t first_period, size_t end_period)
{
    size_t most = (end_series - first_series) * (end_period - first_period);
    struct spread spread = { arena_array(plot->pen.arena, struct sampled, most), 0 };

    for (size_t i = first_series; spread.figures != NULL && i < end_series; i++)
        for (size_t k = first_period; k < end_period; k++) {
            double value = plot->model->series[i].figures[k].value;
            if (!isnan(value))
                spread.figures[spread.n++] = (struct sampled){ i, k, value };
        }
    if (spread.n > 0)
        qsort(spread.figures, spread.n, sizeof *spread.figures, compare);
    return spread;
}

double spread_quantile(const struct spread *spread, double share)
{
    double at = share * (double)(spread->n - 1), below = floor(at);
    double low = spread->figures[(size_t)below].value;
    double high = spread->figures[(size_t)ceil(at)].value;

    return low + (at - below) * (high - low);
}
