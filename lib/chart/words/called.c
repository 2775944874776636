/* called.c - computed series of a list are called as charts call them. */
#include <string.h>

#include "chart/words/computed.h"
#include "chart/words/words.h"
#include "series/series.h"
#include "series/series_list.h"
#include "sheaf/chart.h"

/* False when memory ran out. */
static bool call_by_words(sheaf_series *series, struct text *text, struct arena *arena)
{
    const char *name;

    if (strcmp(sheaf_series_label(series), sheaf_series_name(series)) != 0 ||
        series_is_called_by_author(series))
        return true;
    name = computed_name(series, text, arena);
    if (name != NULL && name[0] != '\0')
        name = capitalized(arena, name);
    if (name != NULL && name[0] != '\0')
        sheaf_series_set_label(series, name);
    return name != NULL && sheaf_series_status(series) == SHEAF_OK;
}

void sheaf_series_list_call_by_words(sheaf_series_list *list, const char *language)
{
    sheaf_error error = { .status = SHEAF_OK };
    struct arena arena;
    struct text *text;
    sheaf_series *series;

    if (list == NULL || sheaf_series_list_status(list) != SHEAF_OK)
        return;
    text = text_begin(NULL, language != NULL ? language : "en", NULL, &error);
    arena_init(&arena, series_list_alloc(list), &error);
    for (size_t i = 0; text != NULL && (series = series_list_item(list, i)) != NULL; i++)
        if (!call_by_words(series, text, &arena))
            break;
    arena_free(&arena);
    text_end(text);
    if (error.status != SHEAF_OK)
        series_list_fail(list, &error);
}
