/* json_parts.h - the index of an object's keys, for the files that read JSON only. */
#ifndef SHEAF_INPUT_JSON_PARTS_H
#define SHEAF_INPUT_JSON_PARTS_H

#include "input/json.h"

enum { JSON_SMALL_OBJECT = 8 }; /* up to so many members each key is compared: there is no index */

/* Slots of the index of an object of so many members. */
size_t json_index_size(size_t count);
/* Where a key is, or would be put: the place + 1 of its member, or 0. */
size_t json_index_slot(const struct json_value *object, const uint32_t *index, const char *key);

#endif
