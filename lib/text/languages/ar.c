/* ar.c - Arabic, in the terms of the statistics offices and of ESCWA. */
#include "text/languages/language.h"

const struct language language_ar = {
    .tag = "ar",
    .words = {
        [WORD_EXPORTS] = SAME("الصادرات"),
        [WORD_IMPORTS] = SAME("الواردات"),
        [WORD_TURNOVER] = SAME("حجم التبادل التجاري"),
        [WORD_BALANCE] = SAME("الميزان التجاري"),
        [WORD_RE_EXPORTS] = SAME("إعادة التصدير"),
        [WORD_OTHER] = SAME("أخرى"),

        [WORD_DERIVED] = SAME("قيمة محسوبة"),
        [WORD_PROVISIONAL] = SAME("بيانات أولية"),
        [WORD_ESTIMATED] = SAME("قيمة تقديرية"),
        [WORD_FORECAST] = SAME("قيمة متوقعة"),
        [WORD_IMPUTED] = SAME("قيمة معوّضة"),
        [WORD_UNVALIDATED] = SAME("بيانات غير مدققة"),
        [WORD_EXPERIMENTAL] = SAME("بيانات تجريبية"),
        [WORD_LOW_RELIABILITY] = SAME("موثوقية منخفضة"),
        [WORD_BREAK] = SAME("انقطاع في السلسلة"),
        [WORD_DEFINITION_DIFFERS] = SAME("تعريف مختلف"),
        [WORD_NOT_SIGNIFICANT] = SAME("قيمة ضئيلة"),
        [WORD_MISSING] = SAME("قيمة مفقودة"),
        [WORD_NOT_COLLECTED] = SAME("بيانات لم تُجمع"),
        [WORD_CANNOT_EXIST] = SAME("لا ينطبق"),
        [WORD_SUPPRESSED] = SAME("بيانات محجوبة"),
        [WORD_CONFIDENTIAL] = SAME("بيانات سرية"),
        [WORD_NO_VALUE] = SAME("غير متاح"),

        [WORD_SOURCE] = SAME("المصدر"),
        [WORD_SOURCES] = SAME("المصادر"),
        [WORD_TARGET] = SAME("الهدف"),
        [WORD_CHANGE] = SAME("التغير"),
        [WORD_ON_YEAR_BEFORE] = SAME("مقارنة بالفترة نفسها من العام السابق"),

        [WORD_BAR_CHART] = SAME("رسم بياني بالأعمدة"),
        [WORD_RANKING] = SAME("رسم بياني بالأشرطة مرتب تنازليًا"),
        [WORD_LINE_CHART] = SAME("رسم بياني خطي"),
        [WORD_BAR_AND_LINE_CHART] = SAME("رسم بياني يجمع بين الأعمدة والخط"),
        [WORD_TARGETS] = SAME("الأهداف"),
    },
    .phrases = {
        [PHRASE_PAGE] = "صفحة {page} من {pages}",
        [PHRASE_WEEK] = "الأسبوع {week}، {year}",
        [PHRASE_WEEK_IN_YEAR] = "الأسبوع {week}",
        [PHRASE_FOUR_QUARTERS] = "الأرباع الأربعة حتى نهاية {quarter}",
        [PHRASE_TWELVE_MONTHS] = "الاثنا عشر شهرًا حتى نهاية {month}",
        [PHRASE_AT_PRICES] = "{unit}، بأسعار عام {year}",
        [PHRASE_TYPE_AND_UNIT] = "{type}، {unit}",
        [PHRASE_SERIES] = "{series} – {figures}",
        [PHRASE_FIGURE] = "{period}: {amount}",
        [PHRASE_FIGURE_WITH_STATUS] = "{period}: {amount} ({status})",
        [PHRASE_SUMMARY] =
            "أول قيمة {first}، وآخر قيمة {latest}، "
            "وأدنى قيمة {lowest}، وأعلى قيمة {highest}",
        [PHRASE_DATUM] = "{series}، {period}، {amount}",
        [PHRASE_DATUM_WITH_STATUS] = "{series}، {period}، {amount}، {status}",
        [PHRASE_TARGET] = "{name}، الهدف: {target}",
        [PHRASE_TARGET_REACHED] = "{name}، المتحقق: {reached}، الهدف: {target}",
        [PHRASE_TARGET_SHARE] =
            "{name}، المتحقق: {reached}، "
            "الهدف: {target}، نسبة الإنجاز: {share}",
    },
    .units = {
        [UNIT_TONNE] = "طن",
        [UNIT_KILOGRAM] = "كغم",
        [UNIT_POINT] = "نقطة مئوية",
        [UNIT_DOLLAR] = "دولار أمريكي",
        [UNIT_YUAN] = "يوان صيني",
    },
    .scales = {
        .step = 3,
        .tens = { "10", "100", "1000" },
        .beside = { "ألف", "مليون", "مليار", "تريليون" },
        .heading = { "ألف", "مليون", "مليار", "تريليون" },
    },
    .punctuation = { "، ", "؛ ", ": ", ". " },
    .names_currencies = true,
};
