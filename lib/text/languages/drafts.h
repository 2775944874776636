/* drafts.h - the texts of a first spec in each language. */
#ifndef SHEAF_TEXT_LANGUAGES_DRAFTS_H
#define SHEAF_TEXT_LANGUAGES_DRAFTS_H

#include "text/drafts.h"

extern const char *const drafts_en[DRAFT_TEXTS],
    *const drafts_ru[DRAFT_TEXTS], *const drafts_kk[DRAFT_TEXTS],
                                       *const drafts_zh[DRAFT_TEXTS],
                                           *const drafts_fr[DRAFT_TEXTS],
                                               *const drafts_de[DRAFT_TEXTS],
                                                   *const drafts_ar[DRAFT_TEXTS],
                                                       *const drafts_ug[DRAFT_TEXTS];

#endif
