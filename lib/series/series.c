/* series.c - a series' life: creation, copies, failure, destruction. */
#include "series/series_parts.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "series/rounding.h"

static const sheaf_series inert = {
    .status = SHEAF_NO_MEMORY,
    .name = "",
    .unit = "",
};

/* Shared and never written to: every function that would write checks the status first. */
static sheaf_series *series_inert(void)
{
    return (sheaf_series *)&inert;
}

char *series_copy_text(sheaf_series *series, const char *text)
{
    uint32_t control;

    if (text != NULL && utf8_find_control(text, strlen(text), &control)) {
        series_fail(series, SHEAF_BAD_ARGUMENT,
                    "a text of series '%s' cannot hold the control character U+%04X: '%s'",
                    series->name, (unsigned)control, text);
        return NULL;
    }
    return arena_string(&series->arena, text);
}

sheaf_series *sheaf_series_create(const sheaf_alloc *alloc, const char *name, const char *unit,
                                  int multiplier)
{
    sheaf_series *series = memory_resize(alloc, NULL, 0, sizeof *series);

    if (series == NULL)
        return series_inert();
    *series = (sheaf_series){ .name = "", .unit = "", .multiplier = multiplier };
    arena_init_status(&series->arena, alloc, &series->status);
    name = series_copy_text(series, series_text_or_empty(name));
    unit = series_copy_text(series, series_text_or_empty(unit));
    if (!series_has_failed(series)) {
        series->name = name;
        series->unit = unit;
    }
    if (multiplier < SMALLEST_MULTIPLIER || multiplier > LARGEST_MULTIPLIER) {
        series->multiplier = 0; /* failed series are computed with, too */
        series_fail(series, SHEAF_BAD_ARGUMENT,
                    "series '%s': multiplier %d is not from %d to %d (10^multiplier; 9 for "
                    "billions)",
                    series->name, multiplier, SMALLEST_MULTIPLIER, LARGEST_MULTIPLIER);
    }
    return series;
}

sheaf_series *series_create_like(const sheaf_series *series, const char *name, const char *unit,
                                 int multiplier)
{
    sheaf_series *like = sheaf_series_create(series_alloc(series), name, unit, multiplier);

    series_take_error(like, sheaf_series_error(series));
    series_copy_fields(like, series);
    series_set_measure(like, NULL);
    return like;
}

sheaf_series *series_copy(const sheaf_alloc *alloc, const sheaf_series *series)
{
    sheaf_series *copy =
        sheaf_series_create(alloc, sheaf_series_name(series), sheaf_series_unit(series),
                            sheaf_series_multiplier(series));

    series_take_error(copy, sheaf_series_error(series));
    series_copy_fields(copy, series);
    sheaf_series_set_remainder(copy, sheaf_series_is_remainder(series));
    series_define_like(copy, series);
    series_set_nature(copy, series_nature(series));
    if (series_has_failed(copy))
        return copy;
    if (!observation_list_copy(&copy->observations, &copy->arena.alloc, NULL,
                               &series->observations)) {
        series_fail_memory(copy);
        return copy;
    }
    series_keep_files(copy);
    derivations_take(&copy->derivations, &copy->arena, &series->derivations, true, NULL);
    for (size_t i = 0; series->lacking != NULL && i < series->n_lacking; i++)
        series_note_lacking(copy, series->lacking[i]);
    return copy;
}

void series_note_lacking(sheaf_series *series, sheaf_period period)
{
    if (series_has_failed(series))
        return;
    if (!memory_grow(&series->arena.alloc, NULL, &series->lacking, &series->lacking_capacity,
                     series->n_lacking + 1, sizeof *series->lacking) ||
        series->lacking == NULL) {
        series_fail_memory(series);
        return;
    }
    series->lacking[series->n_lacking++] = period;
}

void series_forget_lacking(sheaf_series *series, sheaf_period period)
{
    size_t n = 0;

    for (size_t i = 0; i < series->n_lacking; i++)
        if (sheaf_period_compare(series->lacking[i], period) != 0)
            series->lacking[n++] = series->lacking[i];
    series->n_lacking = n;
}

bool series_lacks(const sheaf_series *series, sheaf_period period)
{
    for (size_t i = 0; !series_has_failed(series) && i < series->n_lacking; i++)
        if (sheaf_period_compare(series->lacking[i], period) == 0)
            return true;
    return false;
}

void sheaf_series_destroy(sheaf_series *series)
{
    if (series == NULL || series == &inert)
        return;

    sheaf_alloc alloc = series->arena.alloc;

    observation_list_free(&series->observations, &alloc);
    derivations_free(&series->derivations, &alloc);
    memory_free(&alloc, series->lacking, series->lacking_capacity * sizeof *series->lacking);
    memory_free(&alloc, series->inputs, series->inputs_capacity * sizeof *series->inputs);
    arena_free(&series->arena);
    memory_free(&alloc, series->told, sizeof *series->told);
    memory_free(&alloc, series, sizeof *series);
}

sheaf_series *series_failed(const sheaf_alloc *alloc, const sheaf_error *error)
{
    sheaf_series *series = sheaf_series_create(alloc, "", "", 0);

    series_take_error(series, error);
    return series;
}

/* Makes room for the first failure; NULL: memory ran out, which is the failure then. */
static sheaf_error *begin_failure(sheaf_series *series)
{
    series->told = memory_resize(&series->arena.alloc, NULL, 0, sizeof *series->told);
    if (series->told == NULL) {
        series_fail_memory(series);
        return NULL;
    }
    *series->told = (sheaf_error){ .status = SHEAF_OK };
    return series->told;
}

bool series_take_error(sheaf_series *series, const sheaf_error *error)
{
    sheaf_error *told;

    if (series_has_failed(series))
        return false;
    if (error->status != SHEAF_OK && (told = begin_failure(series)) != NULL) {
        error_take(told, error);
        series->status = told->status;
    }
    return !series_has_failed(series);
}

void series_fail_memory(sheaf_series *series)
{
    if (!series_has_failed(series))
        series->status = SHEAF_NO_MEMORY;
}

void series_fail(sheaf_series *series, sheaf_status status, const char *format, ...)
{
    char message[sizeof series->told->message];
    va_list arguments;
    sheaf_error *told;

    if (series_has_failed(series))
        return;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if ((told = begin_failure(series)) == NULL)
        return;
    fail(told, status, "%s", message);
    series->status = told->status;
}

sheaf_status sheaf_series_status(const sheaf_series *series)
{
    return series != NULL ? series->status : SHEAF_BAD_ARGUMENT;
}

const char *sheaf_series_message(const sheaf_series *series)
{
    return sheaf_series_error(series)->message;
}

const sheaf_error *sheaf_series_error(const sheaf_series *series)
{
    static const sheaf_error none = { .status = SHEAF_BAD_ARGUMENT,
                                      .message = "the series is NULL" };
    static const sheaf_error well = { .status = SHEAF_OK };
    static const sheaf_error no_memory = { .status = SHEAF_NO_MEMORY, .message = "out of memory" };

    if (series == NULL)
        return &none;
    return series->told != NULL ? series->told : series->status == SHEAF_OK ? &well : &no_memory;
}

const sheaf_alloc *series_alloc(const sheaf_series *series)
{
    return series == NULL || series == &inert ? memory_or_default(NULL) : &series->arena.alloc;
}

struct arena *series_arena(sheaf_series *series)
{
    return &series->arena;
}

sheaf_series *sheaf_series_copy(const sheaf_alloc *alloc, const sheaf_series *series)
{
    return series_copy(alloc, series);
}
