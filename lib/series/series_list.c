/* series_list.c - several series in order, with one status for all. */
#include "series/series_list.h"

#include "series/part_roles.h"
#include "series/series.h"

struct sheaf_series_list {
    sheaf_alloc alloc;
    sheaf_error error;
    sheaf_series **items;
    size_t count, capacity;
    sheaf_series *left_out; /* series_list_lacks; NULL: none is */
};

static const sheaf_series_list inert = {
    .error = { .status = SHEAF_NO_MEMORY, .message = "out of memory" },
};

static bool failed(const sheaf_series_list *list)
{
    return list == NULL || list->error.status != SHEAF_OK;
}

sheaf_series_list *sheaf_series_list_create(const sheaf_alloc *alloc)
{
    sheaf_series_list *list = memory_resize(alloc, NULL, 0, sizeof *list);

    if (list == NULL)
        return (sheaf_series_list *)&inert;
    *list = (sheaf_series_list){ .alloc = *memory_or_default(alloc) };
    return list;
}

void sheaf_series_list_destroy(sheaf_series_list *list)
{
    if (list == NULL || list == &inert)
        return;

    sheaf_alloc alloc = list->alloc;

    for (size_t i = 0; i < list->count; i++)
        sheaf_series_destroy(list->items[i]);
    sheaf_series_destroy(list->left_out);
    memory_free(&alloc, list->items, list->capacity * sizeof *list->items);
    memory_free(&alloc, list, sizeof *list);
}

void sheaf_series_list_add(sheaf_series_list *list, sheaf_series *series)
{
    if (!failed(list))
        error_take(&list->error, sheaf_series_error(series));
    if (failed(list) || !memory_grow(&list->alloc, &list->error, &list->items, &list->capacity,
                                     list->count + 1, sizeof *list->items))
        sheaf_series_destroy(series);
    else
        list->items[list->count++] = series;
}

void sheaf_series_list_append(sheaf_series_list *list, sheaf_series_list *from)
{
    series_list_fail(list, sheaf_series_list_error(from));
    for (size_t i = 0; i < sheaf_series_list_count(from); i++)
        sheaf_series_list_add(list, from->items[i]);
    if (sheaf_series_list_count(from) > 0)
        from->count = 0;
}

sheaf_status sheaf_series_list_status(const sheaf_series_list *list)
{
    return list != NULL ? list->error.status : SHEAF_BAD_ARGUMENT;
}

const sheaf_error *sheaf_series_list_error(const sheaf_series_list *list)
{
    static const sheaf_error none = { .status = SHEAF_BAD_ARGUMENT,
                                      .message = "the list of series is NULL" };

    return list != NULL ? &list->error : &none;
}

size_t sheaf_series_list_count(const sheaf_series_list *list)
{
    return failed(list) ? 0 : list->count;
}

const sheaf_series *sheaf_series_list_at(const sheaf_series_list *list, size_t index)
{
    return index < sheaf_series_list_count(list) ? list->items[index] : NULL;
}

sheaf_series *series_list_item(sheaf_series_list *list, size_t index)
{
    return index < sheaf_series_list_count(list) ? list->items[index] : NULL;
}

sheaf_series *sheaf_series_list_take(sheaf_series_list *list, size_t index)
{
    sheaf_series *series = series_list_item(list, index);

    if (series == NULL)
        return NULL;
    list->count--;
    for (size_t i = index; i < list->count; i++)
        list->items[i] = list->items[i + 1];
    return series;
}

void series_list_leave_out(sheaf_series_list *list, const sheaf_series *series)
{
    if (failed(list) || !series_is_part(series))
        return;
    if (list->left_out == NULL)
        list->left_out = sheaf_series_create(&list->alloc, "", "", 0);
    for (size_t i = 0; i < sheaf_series_count(series); i++)
        if (!series_lacks(list->left_out, series_period_at(series, i)))
            series_note_lacking(list->left_out, series_period_at(series, i));
    error_take(&list->error, sheaf_series_error(list->left_out));
}

bool series_list_lacks(const sheaf_series_list *list, sheaf_period period)
{
    return !failed(list) && list->left_out != NULL && series_lacks(list->left_out, period);
}

const sheaf_alloc *series_list_alloc(const sheaf_series_list *list)
{
    return list == NULL || list == &inert ? memory_or_default(NULL) : &list->alloc;
}

void series_list_fail(sheaf_series_list *list, const sheaf_error *error)
{
    if (!failed(list))
        error_take(&list->error, error);
}
