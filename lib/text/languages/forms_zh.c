/* forms_zh.c - Chinese: names and periods never change; ordinals have 第 in front. */
#include "text/languages/forms.h"

/* Groups of the vocabulary that ICU does not name. */
static const char *const groups[][2] = {
    { "CIS", "独联体" },
    { "EAEU", "欧亚经济联盟" },
    { "ASEAN", "东盟" },
    { "OECD", "经合组织" },
    { "OPEC", "欧佩克" },
    { "BRICS", "金砖国家" },
    { "G7", "七国集团" },
    { "G20", "二十国集团" },
    { "APEC", "亚太经合组织" },
    { "MERCOSUR", "南方共同市场" },
    { "EFTA", "欧洲自由贸易联盟" },
    { "EEA", "欧洲经济区" },
    { "SCO", "上海合作组织" },
    { "OTS", "突厥国家组织" },
    { "GCC", "海合会" },
    { "EXT_EU", "非欧盟国家" },
    { "EXT_CIS", "非独联体国家" },
};

static const char *group_of(const struct form_call *call)
{
    return forms_find(groups, sizeof groups / sizeof *groups, call->code);
}

static char *write_ordinal(const struct form_call *call, long number, unsigned forms)
{
    (void)forms;
    return arena_format(call->arena, "第%ld", number);
}

const struct language_forms forms_zh = {
    "zh", { "", "", "" }, group_of, NULL, NULL, write_ordinal
};
