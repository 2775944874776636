/* masking.c - what the parts of masking share. */
#include <string.h>

#include "sheet/words/mask_parts.h"

static const struct text_mask nothing = { NULL, "", 0 };

const struct sheet_scope *masking_scope(const struct masking *masking)
{
    return masking->reading->scope;
}

bool masking_has_paragraphs(const struct masking *masking)
{
    return (masking->reading->flags & MARKUP_PARAGRAPHS) != 0;
}

bool masking_copy(struct masking *masking, size_t n)
{
    bool well = masked_copy(masking->masked, masking_scope(masking), masking->at, n);

    masking->at += n;
    return well;
}

bool masking_put(struct masking *masking, const char *bytes, size_t n, size_t skip)
{
    const struct text_mask mask = { NULL, bytes, n };
    bool well = masked_letter(masking->masked, masking_scope(masking), masking->at, mask);

    masking->at += skip;
    return well;
}

bool masking_separate(struct masking *masking)
{
    return masked_letter(masking->masked, masking_scope(masking), masking->at, nothing);
}

bool masking_ends_branch(const struct masking *masking, const char *at)
{
    return masking->around != NULL && (*at == '|' || *at == '}');
}

bool masking_strong_is_closed(struct masking *masking)
{
    if (masking->strong == NULL)
        return true;
    scope_fail(masking_scope(masking), masking->strong, 2, OPEN_STRONG_MISTAKE);
    return false;
}

bool mask_starts_with(const char *at, const char *end, const char *word)
{
    size_t n = strlen(word);

    return (size_t)(end - at) >= n && memcmp(at, word, n) == 0;
}
