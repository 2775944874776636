/* legend_untold.c - what a key has no room to explain: the alternative text says it, and a warning. */
#include <stdio.h>
#include <string.h>

#include "chart/guides/legend.h"
#include "chart/plan.h"

void legend_leave_untold(struct chart_plan *plan, const char *word)
{
    struct legend *legend = &plan->legend;

    for (size_t i = 0; i < legend->n_untold; i++)
        if (word == NULL || strcmp(legend->untold[i], word) == 0)
            return;
    if (word != NULL && legend->n_untold < sizeof legend->untold / sizeof *legend->untold)
        legend->untold[legend->n_untold++] = word;
}

void legend_warn(const struct chart_plan *plan, char *out, size_t size)
{
    const struct legend *legend = &plan->legend;
    size_t length = 0;

    out[0] = '\0';
    for (size_t i = 0; i < legend->n_untold; i++) {
        const char *before = i == 0 ? "the key has no room to explain the marks of: " : ", ";
        if (length + strlen(before) + strlen(legend->untold[i]) >= size)
            return; /* no word is cut */
        length += (size_t)snprintf(out + length, size - length, "%s%s", before, legend->untold[i]);
    }
}
