/* forms_zh.c - Chinese: names and periods never change; ordinals have 第 in front. */
#include "text/languages/forms.h"

static char *write_ordinal(const struct form_call *call, long number, unsigned forms)
{
    (void)forms;
    return arena_format(call->arena, "第%ld", number);
}

const struct language_forms forms_zh = { "zh", { "", "", "" }, NULL, NULL, write_ordinal };
