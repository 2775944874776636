/* ug.c - Uyghur, in Arabic letters, in the terms of Xinjiang's statistics. */
#include "text/languages/language.h"

const struct language language_ug = {
    .tag = "ug",
    .words = {
        [WORD_EXPORTS] = SAME("ئېكسپورت"),
        [WORD_IMPORTS] = SAME("ئىمپورت"),
        [WORD_TURNOVER] = SAME("سودا سوممىسى"),
        [WORD_BALANCE] = SAME("سودا پەرقى"),
        [WORD_RE_EXPORTS] = SAME("قايتا ئېكسپورت"),
        [WORD_OTHER] = SAME("باشقىلار"),

        [WORD_DERIVED] = SAME("ھېسابلاپ چىقىرىلغان"),
        [WORD_PROVISIONAL] = SAME("دەسلەپكى سانلىق مەلۇمات"),
        [WORD_ESTIMATED] = SAME("مۆلچەر"),
        [WORD_FORECAST] = SAME("ئالدىن مۆلچەر"),
        [WORD_IMPUTED] = SAME("تولۇقلانغان قىممەت"),
        [WORD_UNVALIDATED] = SAME("تەكشۈرۈلمىگەن سانلىق مەلۇمات"),
        [WORD_EXPERIMENTAL] = SAME("سىناق سانلىق مەلۇماتى"),
        [WORD_LOW_RELIABILITY] = SAME("ئىشەنچلىكلىكى تۆۋەن"),
        [WORD_BREAK] = SAME("سانلار قاتارىدىكى ئۈزۈلۈش"),
        [WORD_DEFINITION_DIFFERS] = SAME("ئېنىقلىمىسى پەرقلىق"),
        [WORD_NOT_SIGNIFICANT] = SAME("ناھايىتى كىچىك قىممەت"),
        [WORD_MISSING] = SAME("سانلىق مەلۇمات يوق"),
        [WORD_NOT_COLLECTED] = SAME("توپلانمىغان"),
        [WORD_CANNOT_EXIST] = SAME("ماس كەلمەيدۇ"),
        [WORD_SUPPRESSED] = SAME("ئېلان قىلىنمىغان"),
        [WORD_CONFIDENTIAL] = SAME("مەخپىي سانلىق مەلۇمات"),
        [WORD_NO_VALUE] = SAME("مەلۇمات يوق"),

        [WORD_SOURCE] = SAME("مەنبە"),
        [WORD_SOURCES] = SAME("مەنبەلەر"),
        [WORD_TARGET] = SAME("نىشان"),
        [WORD_CHANGE] = SAME("ئۆزگىرىش"),
        [WORD_ON_YEAR_BEFORE] = SAME("ئالدىنقى يىلنىڭ ئوخشاش مەزگىلىگە سېلىشتۇرغاندا"),

        [WORD_BAR_CHART] = SAME("تۈۋرۈكسىمان دىئاگرامما"),
        [WORD_RANKING] = SAME("چوڭدىن كىچىككە تىزىلغان تۈۋرۈكسىمان دىئاگرامما"),
        [WORD_LINE_CHART] = SAME("سىنىق سىزىقلىق دىئاگرامما"),
        [WORD_BAR_AND_LINE_CHART] = SAME("تۈۋرۈك ۋە سىزىقلىق دىئاگرامما"),
        [WORD_TARGETS] = SAME("نىشانلار"),
    },
    .phrases = {
        [PHRASE_PAGE] = "{page}-بەت، جەمئىي {pages} بەت",
        [PHRASE_WEEK] = "{year}-يىلى {week}-ھەپتە",
        [PHRASE_WEEK_IN_YEAR] = "{week}-ھەپتە",
        [PHRASE_FOUR_QUARTERS] = "تۆت پەسىل، ئاخىرقىسى {quarter}",
        [PHRASE_TWELVE_MONTHS] = "12 ئاي، ئاخىرقىسى {month}",
        [PHRASE_AT_PRICES] = "{unit}، {year}-يىلدىكى باھا بىلەن",
        [PHRASE_TYPE_AND_UNIT] = "{type}، بىرلىكى: {unit}",
        [PHRASE_SERIES] = "{series} – {figures}",
        [PHRASE_FIGURE] = "{period}: {amount}",
        [PHRASE_FIGURE_WITH_STATUS] = "{period}: {amount} ({status})",
        [PHRASE_SUMMARY] =
            "دەسلەپكى قىممىتى {first}، ئەڭ يېڭى قىممىتى {latest}، "
            "ئەڭ تۆۋەن قىممىتى {lowest}، ئەڭ يۇقىرى قىممىتى {highest}",
        [PHRASE_DATUM] = "{series}، {period}، {amount}",
        [PHRASE_DATUM_WITH_STATUS] = "{series}، {period}، {amount}، {status}",
        [PHRASE_TARGET] = "{name}، نىشان: {target}",
        [PHRASE_TARGET_REACHED] = "{name}، ئورۇندالغىنى: {reached}، نىشان: {target}",
        [PHRASE_TARGET_SHARE] =
            "{name}، ئورۇندالغىنى: {reached}، "
            "نىشان: {target}، ئورۇندىلىش نىسبىتى: {share}",
    },
    .units = {
        [UNIT_TONNE] = "توننا",
        [UNIT_KILOGRAM] = "كىلوگرام",
        [UNIT_POINT] = "پىرسەنتلىك نۇقتا",
        [UNIT_DOLLAR] = "ئامېرىكا دوللىرى",
        [UNIT_YUAN] = "جۇڭگو يۈەنى",
    },
    .scales = {
        .step = 3,
        .tens = { "10", "100", "1000" },
        .beside = { "مىڭ", "مىليون", "مىليارد", "تىرىليون" },
        .heading = { "مىڭ", "مىليون", "مىليارد", "تىرىليون" },
    },
    .punctuation = { "، ", "؛ ", ": ", ". " },
    .names_currencies = true,
};
