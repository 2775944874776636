/* make_phrase_indexes.c - a program that the build runs: writes phrase_indexes.c, the hash tables
 * of phrases.h, from the lists of words. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "vocabulary/flow_words.h"
#include "vocabulary/header_words.h"
#include "vocabulary/phrases.h"
#include "vocabulary/unit_words.h"
#include "vocabulary/whole_words.h"

enum { MAX_SLOTS = 4096 };

struct phrase_list {
    const char *index;   /* name of the index that is written */
    const char *list;    /* name of the list in its header */
    const char *entries; /* the list */
    size_t entry_size, count;
};

static void give_up(const char *reason, const char *what)
{
    fprintf(stderr, "make_phrase_indexes: %s: %s\n", what, reason);
    exit(1);
}

static const char *phrase_at(const struct phrase_list *list, size_t i)
{
    return *(const char *const *)(const void *)(list->entries + i * list->entry_size);
}

static uint32_t hash_of(const char *phrase, size_t *length)
{
    uint32_t hash = PHRASE_HASH_START;

    for (*length = 0; *phrase != '\0'; phrase++)
        if (*phrase != ' ') {
            hash = phrase_hash_byte(hash, *phrase);
            ++*length;
        }
    return hash;
}

static bool is_same(const char *a, const char *b)
{
    for (;; a++, b++) {
        a += strspn(a, " ");
        b += strspn(b, " ");
        if (*a != *b)
            return false;
        if (*a == '\0')
            return true;
    }
}

/* Puts entry i into its slot. A phrase that is listed twice would be found only once. */
static void put(const struct phrase_list *list, size_t i, uint16_t *slots, size_t mask,
                size_t *max_bytes)
{
    size_t length, slot = hash_of(phrase_at(list, i), &length) & mask;

    for (; slots[slot] != 0; slot = (slot + 1) & mask)
        if (is_same(phrase_at(list, i), phrase_at(list, slots[slot] - 1u)))
            give_up("the phrase is listed twice", phrase_at(list, i));
    slots[slot] = (uint16_t)(i + 1);
    *max_bytes = length > *max_bytes ? length : *max_bytes;
}

static void write_index(FILE *out, const struct phrase_list *list)
{
    static uint16_t slots[MAX_SLOTS];
    size_t count = 16, max_bytes = 0;

    while (count < 2 * list->count)
        count *= 2;
    if (count > MAX_SLOTS)
        give_up("the list is too long", list->list);
    memset(slots, 0, sizeof slots);
    for (size_t i = 0; i < list->count; i++)
        put(list, i, slots, count - 1, &max_bytes);
    fprintf(out, "\nstatic const uint16_t %s_slots[] = {", list->index);
    for (size_t i = 0; i < count; i++)
        fprintf(out, "%s%u,", i % 16 == 0 ? "\n    " : " ", (unsigned)slots[i]);
    fprintf(out, "\n};\nconst struct phrase_index %s = { %s, sizeof *%s, %s_slots, %zu, %zu };\n",
            list->index, list->list, list->list, list->index, count - 1, max_bytes);
}

int main(int argc, char **argv)
{
    const struct phrase_list lists[] = {
        { "header_role_index", "header_roles", (const char *)header_roles, sizeof *header_roles,
          header_role_count },
        { "header_word_index", "header_value_words", (const char *)header_value_words,
          sizeof *header_value_words, header_value_word_count },
        { "flow_word_index", "flow_words", (const char *)flow_words, sizeof *flow_words,
          flow_word_count },
        { "unit_word_index", "unit_words", (const char *)unit_words, sizeof *unit_words,
          unit_word_count },
        { "whole_word_index", "whole_words", (const char *)whole_words, sizeof *whole_words,
          whole_word_count },
    };
    FILE *out = argc == 2 ? fopen(argv[1], "w") : NULL;

    if (out == NULL)
        give_up("give the path of a file that can be written", argc == 2 ? argv[1] : "arguments");
    fputs("/* Written by make_phrase_indexes.c. */\n#include \"vocabulary/flow_words.h\"\n"
          "#include \"vocabulary/header_words.h\"\n#include \"vocabulary/phrases.h\"\n"
          "#include \"vocabulary/unit_words.h\"\n#include \"vocabulary/whole_words.h\"\n",
          out);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        write_index(out, &lists[i]);
    if (ferror(out) != 0 || fclose(out) != 0)
        give_up("the file cannot be written", argv[1]);
    return 0;
}
