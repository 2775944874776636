/* forms_ar.c - Arabic: names behind the prefixes لـ, بـ, كـ, فـ and وـ; periods; ordinals.
 *
 * Names are written alike in every case. A prefix is joined to the name; only لـ changes the article:
 * الصين, للصين. */
#include <string.h>

#include "text/languages/forms.h"

enum { FORM_LI, FORM_BI, FORM_KA, FORM_WA };

/* Groups of the vocabulary that ICU does not name. */
static const char *const groups[][2] = {
    { "CIS", "رابطة الدول المستقلة" },
    { "EAEU", "الاتحاد الاقتصادي الأوراسي" },
    { "ASEAN", "آسيان" },
    { "OECD", "منظمة التعاون الاقتصادي والتنمية" },
    { "OPEC", "أوبك" },
    { "BRICS", "بريكس" },
    { "G7", "مجموعة السبع" },
    { "G20", "مجموعة العشرين" },
    { "APEC", "أبيك" },
    { "MERCOSUR", "ميركوسور" },
    { "EFTA", "الرابطة الأوروبية للتجارة الحرة" },
    { "EEA", "المنطقة الاقتصادية الأوروبية" },
    { "SCO", "منظمة شنغهاي للتعاون" },
    { "OTS", "منظمة الدول التركية" },
    { "GCC", "مجلس التعاون الخليجي" },
    { "EXT_EU", "دول خارج الاتحاد الأوروبي" },
    { "EXT_CIS", "دول خارج رابطة الدول المستقلة" },
};

static const char *group_of(const struct form_call *call)
{
    return forms_find(groups, sizeof groups / sizeof *groups, call->code);
}

static const char *name_of(const struct form_call *call)
{
    const char *group = group_of(call);

    return group != NULL ? group : call->name;
}

/* True when the text begins with a letter of the Arabic script. */
static bool is_arabic(const char *text)
{
    const char *at = text;
    uint32_t code = *text != '\0' ? utf8_next(&at, text + strlen(text)) : 0;

    return code >= 0x620 && code <= 0x6FF && code != UTF8_INVALID;
}

/* Before figures and Latin letters a prefix has a tatweel behind it: لـ 2023 is لـ2023. */
static char *join(const struct form_call *call, const char *prefix, const char *name)
{
    static const char article[] = "ال", tatweel[] = "ـ";

    if (!is_arabic(name))
        return arena_format(call->arena, "%s%s%s", prefix, tatweel, name);
    if (strcmp(prefix, "ل") == 0 && strncmp(name, article, strlen(article)) == 0)
        return arena_format(call->arena, "لل%s", name + strlen(article));
    return arena_format(call->arena, "%s%s", prefix, name);
}

static char *write_name(const struct form_call *call, int form)
{
    static const char *const prefixes[] = { "ل", "ب", "ك", "و" };
    const char *name = name_of(call);

    if (strcmp(name, call->code) == 0)
        return form_unknown(call);
    return join(call, prefixes[form % (FORM_WA + 1)], name);
}

/* Periods ------------------------------------------------------------------------ */

static const char *const months[] = { "يناير", "فبراير", "مارس",   "أبريل",  "مايو",   "يونيو",
                                      "يوليو", "أغسطس",  "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر" };

static char *write_days(const struct form_call *call, struct date_interval period, const char *in)
{
    struct date first = period.first, last = period.last;
    const char *from = months[first.month - 1], *to = months[last.month - 1];

    if (date_to_days(first) == date_to_days(last))
        return arena_format(call->arena, "%s%d %s %d", in, last.day, to, last.year);
    if (first.year != last.year)
        return arena_format(call->arena, "%sالفترة من %d %s %d إلى %d %s %d", in, first.day, from,
                            first.year, last.day, to, last.year);
    if (first.month != last.month)
        return arena_format(call->arena, "%sالفترة من %d %s إلى %d %s %d", in, first.day, from,
                            last.day, to, last.year);
    return arena_format(call->arena, "%sالفترة من %d إلى %d %s %d", in, first.day, last.day, to,
                        last.year);
}

static char *write_months(const struct form_call *call, struct date_interval period, const char *in)
{
    const char *from = months[period.first.month - 1], *to = months[period.last.month - 1];

    if (is_one_month(period))
        return arena_format(call->arena, "%s%s %d", in, to, period.last.year);
    if (period.first.year == period.last.year)
        return arena_format(call->arena, "%sالفترة من %s إلى %s %d", in, from, to,
                            period.last.year);
    return arena_format(call->arena, "%sالفترة من %s %d إلى %s %d", in, from, period.first.year, to,
                        period.last.year);
}

/* The period as a noun phrase, or behind "in". */
static char *write_period(const struct form_call *call, struct date_interval period,
                          enum period_kind kind, int form)
{
    static const char *const quarters[] = { "الأول", "الثاني", "الثالث", "الرابع" };
    const char *in = form == 0 ? "في " : "";
    int year = 0, week = 0;

    switch (kind) {
    case KIND_YEARS:
        if (period.first.year == period.last.year)
            return arena_format(call->arena, "%sعام %d", in, period.last.year);
        return arena_format(call->arena, "%sالفترة من %d إلى %d", in, period.first.year,
                            period.last.year);
    case KIND_MONTHS:
        return write_months(call, period, in);
    case KIND_DAYS:
        return write_days(call, period, in);
    case KIND_QUARTER:
        return arena_format(call->arena, "%sالربع %s من عام %d", in,
                            quarters[period.last.month / 3 - 1], period.last.year);
    case KIND_WEEK:
        (void)date_is_week(period, &year, &week);
        return arena_format(call->arena, "%sالأسبوع %d من عام %d", in, week, year);
    default:
        return form_unknown(call);
    }
}

/* In words up to the tenth, then in figures, with the article: الثالث, الـ11; without it before a
 * superlative: ثالث أكبر شريك. */
static char *write_ordinal(const struct form_call *call, long number, unsigned forms)
{
    static const char *const words[2][10] = { { "الأول", "الثاني", "الثالث", "الرابع", "الخامس",
                                                "السادس", "السابع", "الثامن", "التاسع", "العاشر" },
                                              { "الأولى", "الثانية", "الثالثة", "الرابعة",
                                                "الخامسة", "السادسة", "السابعة", "الثامنة",
                                                "التاسعة", "العاشرة" } };
    enum { MASCULINE = 1, FEMININE = 2, INDEFINITE = 4, IN_WORDS = 10 };
    bool bare = (forms & INDEFINITE) != 0;

    if ((forms & MASCULINE) != 0 && (forms & FEMININE) != 0)
        return form_unknown(call);
    if (number < 1 || number > IN_WORDS)
        return arena_format(call->arena, "%s%ld", bare ? "" : "الـ", number);
    const char *word = words[(forms & FEMININE) != 0][number - 1];
    return arena_string(call->arena, bare ? word + strlen("ال") : word);
}

const struct language_forms forms_ar = {
    "ar",         { "li bi ka wa ل ب ك و", "in nominative", "masculine feminine indefinite" },
    group_of,     write_name,
    write_period, write_ordinal
};
