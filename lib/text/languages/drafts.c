/* drafts.c - finds the texts of a first spec. */
#include "text/languages/drafts.h"

#include <string.h>

#include "base/strings.h"

static const struct {
    const char *tag;
    const char *const *texts;
} all[] = { { "en", drafts_en }, { "ru", drafts_ru }, { "kk", drafts_kk }, { "zh", drafts_zh },
            { "fr", drafts_fr }, { "de", drafts_de }, { "ar", drafts_ar }, { "ug", drafts_ug } };

const char *draft_text(const char *language, enum draft_text text)
{
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (string_is_ignoring_case(language, strcspn(language, "-_"), all[i].tag))
            return all[i].texts[text];
    return NULL;
}
