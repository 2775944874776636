/* arguments.c - arrays, records and objects that calls are given, what they return, and the memory of it. */
#include <cairo.h>
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/strings.h"
#include "calls/give.h"

#define CHOOSE(g, values) ((values)[(g)->choose((g), sizeof(values) / sizeof *(values))])

void *give_block(struct giver *g, size_t bytes)
{
    call_require(g, g->n_blocks < MOST_BLOCKS);
    void *block = calloc(1, bytes);
    call_require(g, block != NULL);
    g->blocks[g->n_blocks++] = block;
    return block;
}

static const void *copy(struct giver *g, const void *array, size_t n, size_t bytes)
{
    g->n = n;
    return array == NULL ? NULL : memcpy(give_block(g, n * bytes), array, n * bytes);
}

void giver_clear(struct giver *g)
{
    if (g->schema != NULL && g->schema->release != NULL)
        g->schema->release(g->schema);
    if (g->array != NULL && g->array->release != NULL)
        g->array->release(g->array);
    if (g->stream != NULL && g->stream->release != NULL)
        g->stream->release(g->stream);
    cairo_destroy(g->cr);
    while (g->n_blocks > 0)
        free(g->blocks[--g->n_blocks]);
    g->cr = NULL;
    g->schema = NULL;
    g->array = NULL;
    g->stream = NULL;
    g->error = NULL;
    g->status = SHEAF_OK;
    g->is_null = false;
    g->n = 0;
}

void give_end(struct giver *g)
{
    if (g->begin != NULL)
        g->begin(g);
}

void *give_object(struct giver *g, enum kind kind, bool taken)
{
    void *object = g->object(g, kind, taken);

    g->is_null = g->is_null || object == NULL;
    return object;
}

size_t give_count(struct giver *g)
{
    return g->choose(g, 2) == 0 ? g->n : 0;
}

void *give_room(struct giver *g, size_t bytes)
{
    g->n = 1;
    return g->choose(g, 2) == 0 ? give_block(g, bytes) : NULL;
}

char *give_char_p(struct giver *g)
{
    enum { ROOMS = 4 };
    static const size_t rooms[ROOMS] = { 512, SHEAF_PERIOD_TEXT, 0, 1 };
    const bool period = strcmp(g->function, "sheaf_period_write") == 0; /* its room is its own */
    const size_t i = g->choose(g, period ? 2 : ROOMS);

    if (period)
        return i == 0 ? give_block(g, SHEAF_PERIOD_TEXT) : NULL;
    g->n = rooms[i];
    return g->n > 0 ? give_block(g, g->n) : NULL;
}

cairo_t *give_cairo_t_p(struct giver *g)
{
    const size_t i = g->choose(g, 3);

    if (i == 1)
        return NULL;
    cairo_surface_t *surface =
        i == 2 ? NULL : cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 40, 30);
    cairo_t *cr = cairo_create(surface); /* of NULL: one that has failed */
    cairo_surface_destroy(surface);
    call_require(g, g->cr == NULL);
    return g->cr = cr;
}

sheaf_error *give_sheaf_error_p(struct giver *g)
{
    g->error = give_room(g, sizeof *g->error);
    g->is_null = g->is_null || g->error == NULL; /* where would it be said? */
    return g->error;
}

const sheaf_error *give_const_sheaf_error_p(struct giver *g)
{
    const size_t i = g->choose(g, 4);
    sheaf_error *error = i == 1 ? NULL : give_block(g, sizeof *error);

    if (error == NULL || i == 2)
        return error;
    error->status = (sheaf_status)give_enum(g);
    strcpy(error->file, i == 3 ? "\xff\n" : "a.csv");
    strcpy(error->message, i == 3 ? "\xff\xfe" : "wrong");
    error->line = give_size_t(g, "index");
    error->column = give_size_t(g, "index");
    error->setting = give_size_t(g, "index");
    error->setting_length = give_size_t(g, "index");
    return error;
}

const double *give_const_double_p(struct giver *g)
{
    static const double many[] = { 1, NAN, 3 }, odd[] = { INFINITY, -1e308, DBL_TRUE_MIN };
    static const double *const values[] = { many, NULL, odd };

    return copy(g, CHOOSE(g, values), 3, sizeof *many);
}

const size_t *give_const_size_t_p(struct giver *g)
{
    static const size_t some[] = { 0, 2, 1 }, odd[] = { SIZE_MAX, 0, 0 };
    static const size_t *const values[] = { some, NULL, odd };

    return copy(g, CHOOSE(g, values), 3, sizeof *some);
}

const uint32_t *give_const_uint32_t_p(struct giver *g)
{
    static const uint32_t colors[12] = { 0x1F5FA8, 0xB0413E, 0x2E7D32 }, odd[] = { UINT32_MAX, 0 };
    static const size_t counts[] = { 3, 0, 8, 12 };
    const size_t i = g->choose(g, 6);

    if (i == 5)
        return copy(g, odd, 2, sizeof *odd);
    return copy(g, i == 4 ? NULL : colors, counts[i % 4], sizeof *colors);
}

static void *no_memory(void *context, void *block, size_t old_size, size_t new_size)
{
    (void)context;
    (void)block;
    (void)old_size;
    (void)new_size;
    return NULL;
}

const sheaf_alloc *give_const_sheaf_alloc_p(struct giver *g)
{
    static const sheaf_alloc zeroed, none = { NULL, no_memory };
    static const sheaf_alloc *const values[] = { NULL, &zeroed, &none };

    return CHOOSE(g, values);
}

const sheaf_filter *give_const_sheaf_filter_p(struct giver *g)
{
    static const sheaf_filter some[] = { { "flow", "exports" }, { "partner", "CHN" } };
    static const sheaf_filter none[2], odd[] = { { "", "\xff" }, { "period", "2023..x" } };
    static const sheaf_filter other[] = { { "flow", "!exports" }, { "partner", "World" } };
    static const sheaf_filter *const values[] = { some, NULL, none, odd, other };

    return copy(g, CHOOSE(g, values), 2, sizeof *some);
}

const sheaf_name *give_const_sheaf_name_p(struct giver *g)
{
    const size_t i = g->choose(g, 4);
    sheaf_name *names = i == 1 ? NULL : give_block(g, 2 * sizeof *names);

    g->n = 2;
    if (names == NULL || i == 2)
        return names;
    names[0].name = give_text(g, "name");
    names[0].series = give_object(g, KIND_sheaf_series, false);
    names[1].name = "trade";
    names[1].table = give_object(g, KIND_sheaf_table, false);
    if (i == 3) /* which of them? */
        names[1].list = give_object(g, KIND_sheaf_series_list, false);
    g->n = 2;
    return names;
}

const sheaf_observation *give_const_sheaf_observation_p(struct giver *g)
{
    const size_t i = g->choose(g, 4);
    sheaf_observation *one = i == 1 ? NULL : give_block(g, sizeof *one);

    if (one == NULL || i == 2)
        return one;
    one->period = give_sheaf_period(g);
    one->value = give_double(g);
    one->low = give_double(g);
    one->high = give_double(g);
    one->decimals = give_int(g, "decimals");
    one->status = i == 3 ? (sheaf_observation_status)give_int(g, "decimals") : SHEAF_NORMAL;
    one->confidentiality = (char)(i == 3 ? 0xff : 0);
    one->derived = i == 3;
    one->has_stated_growth = i == 3;
    one->stated_growth = i == 3 ? give_double(g) : 0;
    one->stated_growth_decimals = i == 3 ? give_int(g, "decimals") : 0;
    return one;
}

const sheaf_period *give_const_sheaf_period_p(struct giver *g)
{
    const sheaf_period some[] = { give_sheaf_period(g), sheaf_period_year(2022) };
    const sheaf_period *const values[] = { some, NULL };

    return copy(g, CHOOSE(g, values), 2, sizeof *some);
}

const sheaf_series *const *give_const_sheaf_series_pconst_p(struct giver *g)
{
    const sheaf_series *some[2] = { give_object(g, KIND_sheaf_series, false),
                                    give_object(g, KIND_sheaf_series, false) };

    return copy(g, g->choose(g, 2) == 0 ? some : NULL, 2, sizeof *some);
}

const sheaf_table *const *give_const_sheaf_table_pconst_p(struct giver *g)
{
    const sheaf_table *some[2] = { give_object(g, KIND_sheaf_table, false),
                                   give_object(g, KIND_sheaf_table, false) };

    return copy(g, g->choose(g, 2) == 0 ? some : NULL, 2, sizeof *some);
}

/* One that is well, one that was released, or none; to be filled: room. */
static bool reads_arrow(const struct giver *g)
{
    return strstr(g->function, "_from_arrow") != NULL;
}

static sheaf_table *small_table(void)
{
    return sheaf_table_read_bytes(NULL, "trade", call_csv, strlen(call_csv));
}

/* Schema and array are of one table, in whichever order they are asked for. */
static void make_arrow(struct giver *g)
{
    sheaf_table *table = small_table();

    g->schema = give_block(g, sizeof *g->schema);
    g->array = give_block(g, sizeof *g->array);
    if (reads_arrow(g))
        call_require(g, sheaf_table_to_arrow(table, g->schema, g->array, NULL) == SHEAF_OK);
    sheaf_table_destroy(table);
}

struct ArrowSchema *give_struct_ArrowSchema_p(struct giver *g)
{
    const size_t i = g->choose(g, 3);

    if (g->schema == NULL)
        make_arrow(g);
    if (i == 2 && reads_arrow(g))
        return give_block(g, sizeof *g->schema); /* released */
    return i == 1 ? NULL : i == 2 ? memset(g->schema, 0xff, sizeof *g->schema) : g->schema;
}

struct ArrowArray *give_struct_ArrowArray_p(struct giver *g)
{
    const size_t i = g->choose(g, 3);

    if (g->array == NULL)
        make_arrow(g);
    if (i == 2 && reads_arrow(g))
        return give_block(g, sizeof *g->array); /* released */
    return i == 1 ? NULL : i == 2 ? memset(g->array, 0xff, sizeof *g->array) : g->array;
}

struct ArrowArrayStream *give_struct_ArrowArrayStream_p(struct giver *g)
{
    const size_t i = g->choose(g, 3);

    if (i == 1)
        return NULL;
    g->stream = give_block(g, sizeof *g->stream);
    if (i == 0 && reads_arrow(g)) {
        sheaf_table *table = small_table();

        call_require(g, sheaf_table_to_arrow_stream(table, g->stream, NULL) == SHEAF_OK);
        sheaf_table_destroy(table);
    }
    return g->stream;
}

void took_text(struct giver *g, const char *text)
{
    call_require(g, text == NULL || strlen(text) < SIZE_MAX);
}

void took_status(struct giver *g, sheaf_status status)
{
    call_require(g, sheaf_status_text(status) != NULL);
    g->status = status;
}

void took_error(struct giver *g, const sheaf_error *error)
{
    if (error == NULL && strstr(g->function, "_error_at") != NULL)
        return; /* beyond the last */
    call_require(g, error != NULL);
    call_require(g, (error->status == SHEAF_OK) == (error->message[0] == '\0'));
    call_require(g, utf8_valid(error->message, strlen(error->message), NULL));
}

void took_object(struct giver *g, enum kind kind, void *object)
{
    if (object != NULL)
        object_require_said(g, kind, object);
    g->keep(g, kind, object);
}
