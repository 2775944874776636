/* datum.c - the data of a picture: a list with texts of its own. */
#include "chart/datum.h"

#include <math.h>
#include <string.h>

/* Twice the room in the arena, with the n items that there are; NULL when memory runs out. */
static void *grown(struct datum_list *list, const void *items, size_t n, size_t size,
                   size_t *capacity)
{
    size_t larger = *capacity == 0 ? 32 : 2 * *capacity;
    void *room = arena_take(list->arena, larger, size);

    if (room == NULL)
        return NULL;
    if (n > 0)
        memcpy(room, items, n * size);
    *capacity = larger;
    return room;
}

static struct datum_note *add_note(struct datum_list *list)
{
    if (list->n == list->capacity) {
        struct datum_note *notes =
            grown(list, list->notes, list->n, sizeof *notes, &list->capacity);
        if (notes == NULL)
            return NULL;
        list->notes = notes;
    }
    return &list->notes[list->n++];
}

static const char *keep(struct datum_list *list, const char *text)
{
    return text == NULL || text[0] == '\0' ? "" : arena_string(list->arena, text);
}

void datum_list_place(struct datum_list *list, struct point origin, double width, double height)
{
    list->origin = origin;
    list->width = width;
    list->height = height;
}

/* From the edges of a mark to those of its box in the picture. */
static void place(double *low, double *high, double origin, double end)
{
    double a = fmin(fmax(fmin(*low, *high) + origin, 0), end);
    double b = fmin(fmax(fmax(*low, *high) + origin, 0), end);

    *low = a;
    *high = b;
}

void datum_list_add(struct datum_list *list, size_t series, size_t period, const sheaf_datum *datum)
{
    struct datum_note *note = add_note(list);

    if (note == NULL)
        return;
    *note = (struct datum_note){ series, period, *datum, list->adds_line };
    note->datum.index = list->n - 1;
    sheaf_datum *copy = &note->datum;
    const char **texts[] = { &copy->series, &copy->text,     &copy->label,
                             &copy->unit,   &copy->reporter, &copy->partner,
                             &copy->flow,   &copy->product,  &copy->others };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = keep(list, *texts[i]);
    place(&copy->box.left, &copy->box.right, list->origin.x, list->width);
    place(&copy->box.top, &copy->box.bottom, list->origin.y, list->height);
}

void datum_list_add_square(struct datum_list *list, struct box box, const char *label)
{
    if (list->n_squares == list->square_capacity) {
        struct datum_square *squares =
            grown(list, list->squares, list->n_squares, sizeof *squares, &list->square_capacity);
        if (squares == NULL)
            return;
        list->squares = squares;
    }
    place(&box.left, &box.right, list->origin.x, list->width);
    place(&box.top, &box.bottom, list->origin.y, list->height);
    list->squares[list->n_squares++] = (struct datum_square){ box, keep(list, label) };
}
