/* masked.c - a text in which letters of a private-use plane stand for what is no markup. */
#include "sheet/words/reading.h"

#include "base/strings.h"

void masked_init(struct masked *masked, const struct sheet_scope *scope)
{
    *masked = (struct masked){ 0 };
    buffer_init(&masked->text, &scope->sheet->alloc, &scope->sheet->error);
}

void masked_free(struct masked *masked, const struct sheet_scope *scope)
{
    const sheaf_alloc *alloc = &scope->sheet->alloc;

    buffer_free(&masked->text);
    memory_free(alloc, masked->masks, masked->mask_capacity * sizeof *masked->masks);
    memory_free(alloc, masked->origins, masked->origin_capacity * sizeof *masked->origins);
}

static bool add_origin(struct masked *masked, const struct sheet_scope *scope, const char *source,
                       bool is_letter)
{
    if (!memory_grow(&scope->sheet->alloc, &scope->sheet->error, &masked->origins,
                     &masked->origin_capacity, masked->n_origins + 1, sizeof *masked->origins))
        return false;
    masked->origins[masked->n_origins++] =
        (struct origin){ masked->text.length, source, is_letter };
    return true;
}

bool masked_copy(struct masked *masked, const struct sheet_scope *scope, const char *source,
                 size_t n)
{
    const struct origin *last =
        masked->n_origins > 0 ? &masked->origins[masked->n_origins - 1] : NULL;
    const bool goes_on = last != NULL && !last->is_letter &&
                         last->source + (masked->text.length - last->offset) == source;

    if (!goes_on && !add_origin(masked, scope, source, false))
        return false;
    buffer_put(&masked->text, source, n);
    return !masked->text.failed;
}

bool masked_letter(struct masked *masked, const struct sheet_scope *scope, const char *source,
                   struct text_mask mask)
{
    char letter[4];

    if (masked->n_masks == MOST_MASKS) {
        scope_fail(scope, source, 1, "one text holds at most %d fields and signs", MOST_MASKS);
        return false;
    }
    if (!add_origin(masked, scope, source, true) ||
        !memory_grow(&scope->sheet->alloc, &scope->sheet->error, &masked->masks,
                     &masked->mask_capacity, masked->n_masks + 1, sizeof *masked->masks))
        return false;
    size_t n = utf8_write(letter, FIRST_MASK + (uint32_t)masked->n_masks);
    masked->masks[masked->n_masks++] = mask;
    buffer_put(&masked->text, letter, n);
    return !masked->text.failed;
}

const char *masked_source(const struct masked *masked, size_t offset)
{
    size_t first = 0, end = masked->n_origins;

    while (end - first > 1) {
        size_t middle = first + (end - first) / 2;
        if (masked->origins[middle].offset <= offset)
            first = middle;
        else
            end = middle;
    }
    const struct origin *origin = &masked->origins[first];
    return origin->is_letter ? origin->source : origin->source + (offset - origin->offset);
}

const struct text_mask *masked_mask(const struct masked *masked, uint32_t code)
{
    return code >= FIRST_MASK && code < FIRST_MASK + masked->n_masks
               ? &masked->masks[code - FIRST_MASK]
               : NULL;
}
