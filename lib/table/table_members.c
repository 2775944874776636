/* table_members.c - the dimensions of a table and their members; each text is stored once. */
#include <string.h>

#include "base/strings.h"
#include "table/table_parts.h"

/* Sets -------------------------------------------------------------------------- */

void slots_put(struct slots *set, uint32_t hash, uint32_t index)
{
    size_t at = hash & (set->count - 1);

    while (set->slots[at].index_plus_1 != 0)
        at = (at + 1) & (set->count - 1);
    set->slots[at] = (struct slot){ hash, index + 1 };
}

bool slots_reserve(sheaf_table *table, struct slots *set, size_t need)
{
    struct slots larger = { .count = set->count < 64 ? 64 : set->count };

    while (larger.count / 2 < need)
        larger.count *= 2;
    if (larger.count == set->count)
        return true;
    larger.slots = memory_resize(&table->arena.alloc, NULL, 0, larger.count * sizeof *larger.slots);
    if (larger.slots == NULL) {
        fail_memory(&table->error);
        return false;
    }
    memset(larger.slots, 0, larger.count * sizeof *larger.slots);
    for (size_t i = 0; i < set->count; i++)
        if (set->slots[i].index_plus_1 != 0)
            slots_put(&larger, set->slots[i].hash, set->slots[i].index_plus_1 - 1);
    slots_free(table, set);
    *set = larger;
    return true;
}

void slots_free(sheaf_table *table, struct slots *set)
{
    memory_free(&table->arena.alloc, set->slots, set->count * sizeof *set->slots);
    *set = (struct slots){ NULL, 0 };
}

/* Dimensions -------------------------------------------------------------------- */

size_t table_find_dimension(const sheaf_table *table, const char *name)
{
    for (size_t i = 0; i < table->dimension_count && name != NULL; i++)
        if (strcmp(table->dimensions[i].name, name) == 0)
            return i;
    return SIZE_MAX;
}

size_t table_add_dimension(sheaf_table *table, const char *name, size_t n)
{
    char *copy = table_copy_text(table, name, n, &n);
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

void table_free_dimension(sheaf_table *table, struct dimension *dimension)
{
    const sheaf_alloc *alloc = &table->arena.alloc;

    memory_free(alloc, dimension->members, dimension->capacity * sizeof *dimension->members);
    memory_free(alloc, dimension->lengths, dimension->length_capacity * sizeof *dimension->lengths);
    memory_free(alloc, dimension->names, dimension->name_capacity * sizeof *dimension->names);
    slots_free(table, &dimension->set);
}

const char *table_dimension_name(const sheaf_table *table, size_t dimension)
{
    return table->dimensions[dimension].name;
}

/* Members ----------------------------------------------------------------------- */

static bool member_is(const struct dimension *d, size_t member, const char *text, size_t n)
{
    return d->lengths[member] == n && bytes_equal(d->members[member], text, n);
}

static uint32_t search_member(const struct dimension *d, const char *text, size_t n)
{
    uint32_t hash = hash_text(text, n);
    const struct slot *slots = d->set.slots;

    for (size_t at = hash & (d->set.count - 1); d->set.count > 0 && slots[at].index_plus_1 != 0;
         at = (at + 1) & (d->set.count - 1))
        if (slots[at].hash == hash && member_is(d, slots[at].index_plus_1 - 1, text, n))
            return slots[at].index_plus_1 - 1;
    return NO_INDEX;
}

/* Fast path: most rows have the same member as the row above, or the next one in order of
 * appearance. Else a hash lookup. */
uint32_t table_find_member(const sheaf_table *table, size_t dimension, const char *text, size_t n,
                           bool *known)
{
    const struct dimension *d = &table->dimensions[dimension];
    uint32_t member = d->latest;

    if (member < d->count && !member_is(d, member, text, n))
        member++;
    if (member >= d->count || !member_is(d, member, text, n))
        member = search_member(d, text, n);
    *known = member != NO_INDEX;
    return *known ? member : 0;
}

/* text: n bytes that the table keeps. */
static uint32_t add_member(sheaf_table *table, size_t dimension, const char *text, size_t n)
{
    struct dimension *d = &table->dimensions[dimension];
    const sheaf_alloc *alloc = &table->arena.alloc;

    if (!memory_grow(alloc, &table->error, &d->members, &d->capacity, d->count + 1,
                     sizeof *d->members) ||
        !memory_grow(alloc, &table->error, &d->lengths, &d->length_capacity, d->count + 1,
                     sizeof *d->lengths) ||
        !slots_reserve(table, &d->set, d->count + 1))
        return 0;
    slots_put(&d->set, hash_text(text, n), (uint32_t)d->count);
    d->members[d->count] = text;
    d->lengths[d->count] = (uint32_t)n;
    return (uint32_t)d->count++;
}

const char *table_member(const sheaf_table *table, size_t dimension, uint32_t member)
{
    return table->dimensions[dimension].members[member];
}

uint32_t table_intern_member(sheaf_table *table, size_t dimension, const char *text, size_t n)
{
    bool known;
    uint32_t member = table_find_member(table, dimension, text, n, &known);

    if (known)
        return member;
    const char *copy = table_copy_text(table, text, n, &n);
    if (copy == NULL)
        return 0;
    member = table_find_member(table, dimension, copy, n, &known);
    return known ? member : add_member(table, dimension, copy, n);
}

/* The slot of the old text stays: it never matches, as texts are compared, too. */
bool table_replace_member(sheaf_table *table, size_t dimension, uint32_t member, const char *text)
{
    struct dimension *d = &table->dimensions[dimension];
    size_t n = strlen(text);
    bool known;

    table_find_member(table, dimension, text, n, &known);
    if (known || table_failed(table))
        return false;
    text = table_copy_text(table, text, n, &n);
    if (text == NULL || !slots_reserve(table, &d->set, d->count + 1))
        return false;
    slots_put(&d->set, hash_text(text, n), member);
    d->members[member] = text;
    d->lengths[member] = (uint32_t)n;
    return true;
}

/* Names --------------------------------------------------------------------------- */

const char *table_member_name(const sheaf_table *table, size_t dimension, uint32_t member)
{
    const struct dimension *d = &table->dimensions[dimension];

    return member < d->name_count && d->names[member] != NULL ? d->names[member] : "";
}

/* Trims text and replaces each run of spaces and line breaks in it by one space. */
static void join_words(char *text)
{
    char *to = text;

    for (const char *at = text; *at != '\0'; at++) {
        bool is_space = *at == ' ' || (*at >= '\t' && *at <= '\r');

        if (!is_space)
            *to++ = *at;
        else if (to > text && to[-1] != ' ')
            *to++ = ' ';
    }
    while (to > text && to[-1] == ' ')
        to--;
    *to = '\0';
}

void table_name_member(sheaf_table *table, size_t dimension, uint32_t member, const char *text,
                       size_t n)
{
    struct dimension *d = &table->dimensions[dimension];

    if (n == 0 || table_failed(table) || table_member_name(table, dimension, member)[0] != '\0' ||
        member_is(d, member, text, n) || memchr(text, '\0', n) != NULL ||
        !memory_grow(&table->arena.alloc, &table->error, &d->names, &d->name_capacity,
                     (size_t)member + 1, sizeof *d->names))
        return;
    while (d->name_count <= member)
        d->names[d->name_count++] = NULL;
    char *name = table_copy_text(table, text, n, &n);
    if (name != NULL)
        join_words(name);
    d->names[member] = name;
}
