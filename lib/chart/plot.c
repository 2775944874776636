/* plot.c - what the marks of a plot stand for. */
#include "chart/plot.h"

#include <math.h>

#include "text/format.h"

char *plot_datum_name(const struct plot *plot, const struct model_series *series, size_t period)
{
    const struct figure *figure = &series->figures[period];
    const char *time = pen_period_text(&plot->pen, plot->model->periods[period]);
    const char *word = pen_status_words(&plot->pen, figure);
    const char *amount = isnan(figure->value) ? format_word(plot->pen.text, WORD_NO_VALUE)
                                              : pen_amount(&plot->pen, plot->model, figure, true);

    if (isnan(figure->value) && word != NULL) {
        amount = word;
        word = NULL;
    }
    const struct blank blanks[] = {
        { "series", series->name }, { "period", time }, { "amount", amount }, { "status", word }
    };
    return word != NULL
               ? format_phrase(plot->pen.text, plot->pen.arena, PHRASE_DATUM_WITH_STATUS, blanks, 4)
               : format_phrase(plot->pen.text, plot->pen.arena, PHRASE_DATUM, blanks, 3);
}

void plot_open_series(const struct plot *plot, struct scene *scene, size_t series)
{
    const struct group group = { .role = ROLE_SERIES, .label = plot->model->series[series].name };

    scene_open(scene, &group);
}

void plot_open_datum(const struct plot *plot, struct scene *scene, size_t series, size_t period)
{
    const struct group group = {
        .role = ROLE_DATUM,
        .label = plot_datum_name(plot, &plot->model->series[series], period),
    };

    scene_open(scene, &group);
}
