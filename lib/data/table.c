/* table.c - rows of observations; members of dimensions are kept once each.
 *
 * A row's members are numbers, in one array with as many per row as there are
 * dimensions. Equal rows are found by hashing what identifies a row: its period
 * and its members. */
#include "data/table.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/strings.h"
#include "data/reader.h"
#include "data/table_parts.h"

static const sheaf_table inert = {
    .error = { .status = SHEAF_NO_MEMORY, .message = "out of memory" },
    .name = "",
    .format = "",
};

static bool failed(const sheaf_table *table)
{
    return table == NULL || table->error.status != SHEAF_OK;
}

static const sheaf_read_options nothing_said = { 0 };

static sheaf_table *create(const sheaf_alloc *alloc, const char *name,
                           const sheaf_read_options *options)
{
    sheaf_table *table = memory_resize(alloc, NULL, 0, sizeof *table);

    if (table == NULL)
        return (sheaf_table *)&inert;
    *table = (sheaf_table){ .name = "",
                            .format = "",
                            .options = options != NULL ? options : &nothing_said };
    arena_init(&table->arena, alloc, &table->error);
    name = arena_string(&table->arena, name != NULL ? name : "");
    if (name != NULL)
        table->name = name;
    return table;
}

/* input NULL: the table says why. */
static sheaf_table *read_input(sheaf_table *table, struct input *input)
{
    if (input != NULL)
        reader_read(table, input);
    input_close(input);
    if (table != &inert)
        table->options = &nothing_said; /* the caller's may be gone from now on */
    return table;
}

sheaf_table *sheaf_table_read_bytes_with(const sheaf_alloc *alloc, const char *name,
                                         const void *bytes, size_t n,
                                         const sheaf_read_options *options)
{
    sheaf_table *table = create(alloc, name, options);

    return read_input(table, failed(table) ? NULL : input_open_bytes(table, bytes, n));
}

sheaf_table *sheaf_table_read_bytes(const sheaf_alloc *alloc, const char *name, const void *bytes,
                                    size_t n)
{
    return sheaf_table_read_bytes_with(alloc, name, bytes, n, NULL);
}

sheaf_table *sheaf_table_read_with(const sheaf_alloc *alloc, const char *path,
                                   const sheaf_read_options *options)
{
    const char *name = path != NULL && strcmp(path, "-") == 0 ? "standard input" : path;
    sheaf_table *table = create(alloc, name, options);

    return read_input(table, failed(table) ? NULL : input_open(table, path != NULL ? path : ""));
}

sheaf_table *sheaf_table_read(const sheaf_alloc *alloc, const char *path)
{
    return sheaf_table_read_with(alloc, path, NULL);
}

void sheaf_table_destroy(sheaf_table *table)
{
    if (table == NULL || table == &inert)
        return;

    sheaf_alloc alloc = table->arena.alloc;

    for (size_t i = 0; i < table->dimension_count; i++) {
        struct dimension *dimension = &table->dimensions[i];

        memory_free(&alloc, dimension->members, dimension->capacity * sizeof *dimension->members);
        memory_free(&alloc, dimension->slots, dimension->slot_count * sizeof *dimension->slots);
    }
    memory_free(&alloc, table->dimensions, table->dimension_capacity * sizeof *table->dimensions);
    memory_free(&alloc, table->rows, table->row_capacity * sizeof *table->rows);
    memory_free(&alloc, table->members, table->member_capacity * sizeof *table->members);
    memory_free(&alloc, table->slots, table->slot_count * sizeof *table->slots);
    memory_free(&alloc, table->findings, table->finding_capacity * sizeof *table->findings);
    arena_free(&table->arena);
    memory_free(&alloc, table, sizeof *table);
}

sheaf_status sheaf_table_status(const sheaf_table *table)
{
    return table != NULL ? table->error.status : SHEAF_BAD_ARGUMENT;
}

const sheaf_error *sheaf_table_error(const sheaf_table *table)
{
    static const sheaf_error none = { .status = SHEAF_BAD_ARGUMENT,
                                      .message = "the table is NULL" };

    return table != NULL ? &table->error : &none;
}

sheaf_error *table_error(sheaf_table *table)
{
    return &table->error;
}

const char *table_name(const sheaf_table *table)
{
    return table->name;
}

const sheaf_alloc *table_alloc(const sheaf_table *table)
{
    return table == NULL || table == &inert ? memory_or_default(NULL) : &table->arena.alloc;
}

size_t sheaf_table_row_count(const sheaf_table *table)
{
    return failed(table) ? 0 : table->row_count;
}

bool sheaf_table_row(const sheaf_table *table, size_t index, sheaf_row *row)
{
    const struct table_row *own;

    if (index >= sheaf_table_row_count(table))
        return false;
    own = &table->rows[index];
    *row = (sheaf_row){ .period = own->period,
                        .value = own->value,
                        .decimals = own->decimals,
                        .multiplier = own->multiplier,
                        .status = (sheaf_observation_status)own->status,
                        .confidentiality = own->confidentiality,
                        .stated_growth = own->growth,
                        .stated_growth_decimals = own->growth_decimals,
                        .file = table->name,
                        .line = own->line };
    return true;
}

const char *sheaf_table_row_member(const sheaf_table *table, size_t index, size_t dimension)
{
    if (index >= sheaf_table_row_count(table) || dimension >= table->dimension_count)
        return NULL;
    return table->dimensions[dimension]
        .members[table->members[index * table->dimension_count + dimension]];
}

const char *sheaf_table_format(const sheaf_table *table)
{
    return failed(table) ? "" : table->format;
}

size_t sheaf_table_warning_count(const sheaf_table *table)
{
    return table != NULL ? table->finding_count : 0;
}

bool sheaf_table_warning(const sheaf_table *table, size_t index, sheaf_warning *warning)
{
    if (index >= sheaf_table_warning_count(table))
        return false;
    *warning = table->findings[index].warning;
    return true;
}

static struct finding *find_finding(sheaf_table *table, const char *kind)
{
    for (size_t i = 0; i < table->finding_count; i++)
        if (strcmp(table->findings[i].kind, kind) == 0)
            return &table->findings[i];
    return NULL;
}

void table_warn(sheaf_table *table, const char *kind, struct place at, const char *format, ...)
{
    struct finding *finding = failed(table) ? NULL : find_finding(table, kind);
    char message[sizeof table->error.message];
    va_list arguments;

    if (finding != NULL)
        finding->warning.count++;
    if (finding != NULL || failed(table) ||
        !memory_grow(&table->arena.alloc, &table->error, &table->findings, &table->finding_capacity,
                     table->finding_count + 1, sizeof *finding))
        return;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    finding = &table->findings[table->finding_count];
    finding->kind = arena_string(&table->arena, kind);
    finding->warning = (sheaf_warning){ arena_string(&table->arena, message),
                                        arena_string(&table->arena, at.file != NULL ? at.file : ""),
                                        at.line, at.column, 1 };
    table->finding_count += !failed(table);
}

size_t table_find_dimension(const sheaf_table *table, const char *name)
{
    for (size_t i = 0; i < table->dimension_count && name != NULL; i++)
        if (strcmp(table->dimensions[i].name, name) == 0)
            return i;
    return SIZE_MAX;
}

size_t sheaf_table_member_count(const sheaf_table *table, const char *dimension)
{
    size_t i = failed(table) ? SIZE_MAX : table_find_dimension(table, dimension);

    return i == SIZE_MAX ? 0 : table->dimensions[i].count;
}

const char *sheaf_table_member(const sheaf_table *table, const char *dimension, size_t index)
{
    if (index >= sheaf_table_member_count(table, dimension))
        return NULL;
    return table->dimensions[table_find_dimension(table, dimension)].members[index];
}

size_t sheaf_table_dimension_count(const sheaf_table *table)
{
    return failed(table) ? 0 : table->dimension_count;
}

const char *sheaf_table_dimension(const sheaf_table *table, size_t index)
{
    return index < sheaf_table_dimension_count(table) ? table->dimensions[index].name : NULL;
}

const sheaf_read_options *table_options(const sheaf_table *table)
{
    return table->options;
}

void table_set_format(sheaf_table *table, const char *name)
{
    table->format = name;
}

const char *table_dimension_name(const sheaf_table *table, size_t dimension)
{
    return table->dimensions[dimension].name;
}

size_t table_add_dimension(sheaf_table *table, const char *name, size_t n)
{
    char *copy = arena_text(&table->arena, name, n);
    size_t i = copy != NULL ? table_find_dimension(table, copy) : SIZE_MAX;

    if (copy == NULL || i != SIZE_MAX)
        return i;
    if (!memory_grow(&table->arena.alloc, &table->error, &table->dimensions,
                     &table->dimension_capacity, table->dimension_count + 1,
                     sizeof *table->dimensions))
        return SIZE_MAX;
    table->dimensions[table->dimension_count] = (struct dimension){ .name = copy };
    return table->dimension_count++;
}

/* Multiplies and folds, so that every bit of a word moves the low bits. */
static uint32_t mix(uint32_t hash, uint32_t word)
{
    uint64_t product = (uint64_t)(hash ^ word) * 0x9E3779B97F4A7C15u;

    return (uint32_t)(product ^ product >> 32);
}

static uint32_t hash_text(const char *text, size_t n)
{
    uint32_t hash = (uint32_t)n, word;

    for (; n >= sizeof word; text += sizeof word, n -= sizeof word) {
        memcpy(&word, text, sizeof word);
        hash = mix(hash, word);
    }
    for (; n > 0; text++, n--)
        hash = mix(hash, (unsigned char)*text);
    return hash;
}

static void put_slot(struct slot *slots, size_t slot_count, struct slot slot)
{
    size_t at = slot.hash & (slot_count - 1);

    while (slots[at].next_index != 0)
        at = (at + 1) & (slot_count - 1);
    slots[at] = slot;
}

/* Makes room for need entries, at most half of the slots. */
static bool grow_slots(sheaf_table *table, struct slot **slots, size_t *slot_count, size_t need)
{
    size_t larger = *slot_count < 64 ? 64 : *slot_count;
    struct slot *block;

    while (larger / 2 < need)
        larger *= 2;
    if (larger == *slot_count)
        return true;
    block = memory_resize(&table->arena.alloc, NULL, 0, larger * sizeof *block);
    if (block == NULL) {
        fail_memory(&table->error);
        return false;
    }
    memset(block, 0, larger * sizeof *block);
    for (size_t i = 0; i < *slot_count; i++)
        if ((*slots)[i].next_index != 0)
            put_slot(block, larger, (*slots)[i]);
    memory_free(&table->arena.alloc, *slots, *slot_count * sizeof **slots);
    *slots = block;
    *slot_count = larger;
    return true;
}

static bool member_is(const struct dimension *dimension, size_t member, const char *text, size_t n)
{
    return string_is(text, n, dimension->members[member]);
}

uint32_t table_find_member(const sheaf_table *table, size_t dimension, const char *text, size_t n,
                           bool *known)
{
    const struct dimension *d = &table->dimensions[dimension];

    *known = true;
    if (d->count > 0 && member_is(d, d->latest, text, n))
        return d->latest; /* most rows repeat what the row above said */
    if (d->slot_count > 0) {
        uint32_t hash = hash_text(text, n);

        for (size_t at = hash & (d->slot_count - 1); d->slots[at].next_index != 0;
             at = (at + 1) & (d->slot_count - 1))
            if (d->slots[at].hash == hash && member_is(d, d->slots[at].next_index - 1, text, n))
                return d->slots[at].next_index - 1;
    }
    *known = false;
    return 0;
}

uint32_t table_add_member(sheaf_table *table, size_t dimension, const char *text, size_t n)
{
    struct dimension *d = &table->dimensions[dimension];
    const char *copy = arena_text(&table->arena, text, n);

    if (copy == NULL ||
        !memory_grow(&table->arena.alloc, &table->error, &d->members, &d->capacity, d->count + 1,
                     sizeof *d->members) ||
        !grow_slots(table, &d->slots, &d->slot_count, d->count + 1))
        return 0;
    put_slot(d->slots, d->slot_count, (struct slot){ hash_text(copy, n), (uint32_t)d->count + 1 });
    d->members[d->count] = copy;
    return (uint32_t)d->count++;
}

static uint32_t hash_row(const sheaf_table *table, sheaf_period period, const uint32_t *members)
{
    uint32_t hash = mix(mix((uint32_t)period.unit, (uint32_t)period.start), (uint32_t)period.count);

    for (size_t i = 0; i < table->dimension_count; i++)
        hash = mix(hash, members[i]);
    return hash;
}

static bool same_key(const sheaf_table *table, size_t row, sheaf_period period,
                     const uint32_t *members)
{
    return sheaf_period_compare(table->rows[row].period, period) == 0 &&
           (table->dimension_count == 0 ||
            memcmp(table->members + row * table->dimension_count, members,
                   table->dimension_count * sizeof *members) == 0);
}

static bool same_number(double a, double b)
{
    return (isnan(a) && isnan(b)) || a == b;
}

/* 0, or the line of an earlier row about the same that says something else; *repeated: there is
 * an earlier one that says the same. */
static uint32_t find_repeated(const sheaf_table *table, const struct table_row *row,
                              const uint32_t *members, uint32_t hash, bool *repeated)
{
    *repeated = false;
    for (size_t at = hash & (table->slot_count - 1); table->slots[at].next_index != 0;
         at = (at + 1) & (table->slot_count - 1)) {
        size_t index = table->slots[at].next_index - 1;
        const struct table_row *earlier = &table->rows[index];

        if (table->slots[at].hash != hash || !same_key(table, index, row->period, members))
            continue;
        *repeated = true;
        if (same_number(earlier->value, row->value) && same_number(earlier->growth, row->growth) &&
            earlier->status == row->status && earlier->multiplier == row->multiplier &&
            earlier->confidentiality == row->confidentiality)
            return 0;
        return earlier->line;
    }
    return 0;
}

static bool make_room(sheaf_table *table)
{
    size_t need = table->row_count + 1;

    return memory_grow(&table->arena.alloc, &table->error, &table->rows, &table->row_capacity, need,
                       sizeof *table->rows) &&
           memory_grow(&table->arena.alloc, &table->error, &table->members, &table->member_capacity,
                       need * table->dimension_count, sizeof *table->members) &&
           grow_slots(table, &table->slots, &table->slot_count, need);
}

void table_add_row(sheaf_table *table, const struct table_row *row, const uint32_t *members,
                   uint32_t *other)
{
    size_t width = table->dimension_count;
    uint32_t hash = hash_row(table, row->period, members);
    bool repeated;

    *other = 0;
    if (failed(table) || !make_room(table))
        return;
    *other = find_repeated(table, row, members, hash, &repeated);
    if (repeated)
        return;
    put_slot(table->slots, table->slot_count,
             (struct slot){ hash, (uint32_t)table->row_count + 1 });
    table->rows[table->row_count] = *row;
    for (size_t i = 0; i < width; i++) {
        table->members[table->row_count * width + i] = members[i];
        table->dimensions[i].latest = members[i];
    }
    table->row_count++;
}
