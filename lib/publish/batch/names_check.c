/* names_check.c - no two sheets of a batch may have one name, nor one that a file system may take for
 * the other's. */
#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "publish/batch/index.h"
#include "text/fold.h"

/* A hash set of the sheets' numbers: names are written again where hashes are equal, so that no
 * names are kept. */
struct names {
    sheaf_batch *batch;
    uint32_t *slots;   /* the number plus 1; 0: free */
    size_t n_slots;    /* a power of two */
    const char *index; /* the index's name, folded; NULL: there is none */
};

static const char *folded_name(const struct names *names, size_t index, struct arena *arena)
{
    const struct batch_sheet sheet = batch_sheet_of(names->batch, index);
    char path[PATH_BYTES];

    if (!template_write(names->batch, &sheet, 1, path)) {
        fail(&names->batch->error, SHEAF_BAD_ARGUMENT, "the output's name is too long");
        return NULL;
    }
    return text_fold(arena, path);
}

static void fail_same(const struct names *names, size_t a, size_t b)
{
    const struct batch_sheet first = batch_sheet_of(names->batch, a),
                             second = batch_sheet_of(names->batch, b);
    char one[PATH_BYTES], other[PATH_BYTES];

    if (!template_write(names->batch, &first, 1, one) ||
        !template_write(names->batch, &second, 1, other))
        return;
    if (strcmp(one, other) == 0)
        fail(&names->batch->error, SHEAF_BAD_ARGUMENT,
             "two sheets would be '%.300s'; the output's name needs more fields ({partner}, "
             "{lang}, {format})",
             one);
    else
        fail(&names->batch->error, SHEAF_BAD_ARGUMENT,
             "'%.200s' and '%.200s' are one name to some file systems; leave one out, or name "
             "them by more fields",
             one, other);
}

/* The index's name as the sheets' are written and folded; NULL: there is none, or a failure. */
static const char *folded_index(sheaf_batch *batch)
{
    const struct batch_sheet first = batch_sheet_of(batch, 0);
    char path[PATH_BYTES], index[PATH_BYTES + 16];

    if (!index_is_wanted(batch) || !template_write(batch, &first, 1, path))
        return NULL;
    const size_t n = (size_t)(batch_path_below(batch, path) - path);
    snprintf(index, sizeof index, "%.*sindex.html", (int)n, path);
    return text_fold(&batch->arena, index);
}

/* False: the sheet would be the index. */
static bool spares_index(const struct names *names, const char *name)
{
    if (names->index == NULL || strcmp(name, names->index) != 0)
        return true;
    fail(&names->batch->error, SHEAF_BAD_ARGUMENT,
         "a sheet would be '%.300s', which is the index of the pages; name the sheets otherwise",
         name);
    return false;
}

/* False: the name is taken, or a failure. */
static bool add(struct names *names, size_t index, struct arena *arena)
{
    const char *name = folded_name(names, index, arena);
    size_t slot = name != NULL ? hash_text(name, strlen(name)) & (names->n_slots - 1) : 0;

    for (; name != NULL && names->slots[slot] != 0; slot = (slot + 1) & (names->n_slots - 1)) {
        const char *other = folded_name(names, names->slots[slot] - 1, arena);

        if (other == NULL)
            return false;
        if (strcmp(name, other) == 0) {
            fail_same(names, names->slots[slot] - 1, index);
            return false;
        }
    }
    if (name == NULL || !spares_index(names, name))
        return false;
    names->slots[slot] = (uint32_t)index + 1;
    return true;
}

bool names_check(sheaf_batch *batch)
{
    const size_t n = batch->slices.n * batch->n_languages * batch->n_formats;
    struct names names = { .batch = batch, .n_slots = 64, .index = folded_index(batch) };
    struct arena arena;
    bool well = true;

    while (names.n_slots < 4 * n)
        names.n_slots *= 2;
    names.slots = memory_resize(&batch->alloc, NULL, 0, names.n_slots * sizeof *names.slots);
    if (names.slots == NULL)
        return fail_memory(&batch->error) == SHEAF_OK;
    memset(names.slots, 0, names.n_slots * sizeof *names.slots);
    arena_init(&arena, &batch->alloc, &batch->error);
    for (size_t i = 0; i < n && well; i++) {
        well = add(&names, i, &arena);
        if (i % 256 == 255)
            arena_free(&arena);
    }
    arena_free(&arena);
    memory_free(&batch->alloc, names.slots, names.n_slots * sizeof *names.slots);
    return well;
}
