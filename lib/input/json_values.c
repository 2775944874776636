/* json_values.c - looks up the members of JSON objects, and reads single values. */
#include <string.h>

#include "base/hash.h"
#include "base/number.h"
#include "input/json_parts.h"

size_t json_index_size(size_t count)
{
    size_t size = (size_t)4 * JSON_SMALL_OBJECT;

    while (size < 2 * count)
        size *= 2;
    return size;
}

size_t json_index_slot(const struct json_value *object, const uint32_t *index, const char *key)
{
    size_t mask = json_index_size(object->count) - 1, slot = hash_text(key, strlen(key)) & mask;

    while (index[slot] != 0 && strcmp(object->items[index[slot] - 1].key, key) != 0)
        slot = (slot + 1) & mask;
    return slot;
}

const uint32_t *json_index_copy(struct arena *arena, const struct json_value *object)
{
    size_t n = json_index_size(object->count);
    uint32_t *index = object->index != NULL ? arena_array(arena, uint32_t, n) : NULL;

    if (index != NULL)
        memcpy(index, object->index, n * sizeof *index);
    return index;
}

const struct json_value *json_member(const struct json_value *object, const char *key)
{
    size_t count = json_count(object, JSON_OBJECT);

    if (count > JSON_SMALL_OBJECT) {
        size_t place = object->index[json_index_slot(object, object->index, key)];

        return place > 0 ? &object->items[place - 1] : NULL;
    }
    for (size_t i = 0; i < count; i++)
        if (strcmp(object->items[i].key, key) == 0)
            return &object->items[i];
    return NULL;
}

const struct json_value *json_element(const struct json_value *array, size_t i)
{
    return i < json_count(array, JSON_ARRAY) ? &array->items[i] : NULL;
}

bool json_number(const struct json_value *value, double *number, int *decimals)
{
    return json_is(value, JSON_NUMBER) &&
           number_read(value->text, strlen(value->text), number, decimals);
}

bool json_whole_number(const struct json_value *value, int64_t low, int64_t high, int64_t *number)
{
    return json_is(value, JSON_NUMBER) &&
           number_read_integer(value->text, strlen(value->text), low, high, number);
}

const char *json_text(const struct json_value *value)
{
    return json_is(value, JSON_STRING) ? value->text : NULL;
}

const char *json_word(const struct json_value *value)
{
    return json_is(value, JSON_NUMBER) ? value->text : json_text(value);
}

const char *json_kind(const struct json_value *value)
{
    double number;
    int decimals;

    if (value == NULL)
        return "nothing";
    switch (value->kind) {
    case JSON_OBJECT:
        return "an object";
    case JSON_ARRAY:
        return "an array";
    case JSON_STRING:
        return "a text";
    case JSON_NUMBER:
        return json_number(value, &number, &decimals) ? "a number" : "a number beyond all bounds";
    case JSON_TRUE:
    case JSON_FALSE:
        return "true or false";
    default:
        return "null";
    }
}
