/* coverage.c - coverages by their keys, for many threads: see coverage.h. */
#include "scene/coverage.h"

#include <string.h>

#include "base/memory.h"

void coverages_init(struct coverages *kept)
{
    *kept = (struct coverages){ .newest = NULL };
    pthread_mutex_init(&kept->lock, NULL); /* cannot fail without attributes */
}

static void let_go(struct coverage *coverage)
{
    if (--coverage->holders > 0)
        return;
    memory_free(NULL, coverage->bytes, coverage->size);
    memory_free(NULL, coverage, sizeof *coverage);
}

static void drop_oldest(struct coverages *kept)
{
    struct coverage **at = &kept->newest, *oldest = kept->newest;

    if (oldest == NULL)
        return;
    for (; oldest->older != NULL; oldest = oldest->older)
        at = &oldest->older;
    *at = NULL;
    kept->size -= oldest->size;
    let_go(oldest);
}

void coverages_free(struct coverages *kept)
{
    while (kept->newest != NULL)
        drop_oldest(kept);
    pthread_mutex_destroy(&kept->lock);
}

struct coverage *coverage_create(int width, int height, int stride)
{
    size_t size = (size_t)stride * (size_t)height;
    struct coverage *coverage = memory_resize(NULL, NULL, 0, sizeof *coverage);
    uint8_t *bytes = coverage != NULL ? memory_resize(NULL, NULL, 0, size) : NULL;

    if (bytes == NULL) {
        memory_free(NULL, coverage, sizeof *coverage);
        return NULL;
    }
    *coverage = (struct coverage){ .holders = 1,
                                   .size = size,
                                   .bytes = bytes,
                                   .width = width,
                                   .height = height,
                                   .stride = stride };
    memset(bytes, 0, size);
    return coverage;
}

void coverage_drop(struct coverages *kept, struct coverage *coverage)
{
    if (coverage == NULL)
        return;
    if (kept != NULL)
        pthread_mutex_lock(&kept->lock);
    let_go(coverage);
    if (kept != NULL)
        pthread_mutex_unlock(&kept->lock);
}

static bool is_same(const struct coverage_key *a, const struct coverage_key *b)
{
    return a->mark == b->mark && a->is_stroke == b->is_stroke && a->xx == b->xx && a->yx == b->yx &&
           a->xy == b->xy && a->yy == b->yy && a->x0 == b->x0 && a->y0 == b->y0;
}

static struct coverage *find(const struct coverages *kept, const struct coverage_key *key)
{
    struct coverage *at = kept->newest;

    while (at != NULL && !is_same(&at->key, key))
        at = at->older;
    return at;
}

struct coverage *coverages_find(struct coverages *kept, const struct coverage_key *key)
{
    pthread_mutex_lock(&kept->lock);
    struct coverage *found = find(kept, key);
    if (found != NULL)
        found->holders++;
    pthread_mutex_unlock(&kept->lock);
    return found;
}

void coverages_keep(struct coverages *kept, struct coverage *coverage)
{
    if (coverage->size > COVERAGE_MOST)
        return;
    pthread_mutex_lock(&kept->lock);
    /* Another thread may have kept the same meanwhile. */
    if (find(kept, &coverage->key) == NULL) {
        while (kept->size + coverage->size > COVERAGE_MOST)
            drop_oldest(kept);
        coverage->holders++;
        coverage->older = kept->newest;
        kept->newest = coverage;
        kept->size += coverage->size;
    }
    pthread_mutex_unlock(&kept->lock);
}
