/* unit_prices.c - the measure that a price is of: "/t", "per kg", "je Tonne", "за тонну", "per capita". */
#include <string.h>

#include "vocabulary/units.h"

/* The end of a word for "for each" at `at`; `at`: there is none. */
static size_t per_word(const struct normalised *normalised, size_t at)
{
    static const char *const words[] = { "per", "je", "pro", "par", "por",    "за",
                                         "на",  "za", "na",  "每",  "başına", "لكل" };
    size_t end = at;

    for (size_t i = 0; i < sizeof words / sizeof *words && end == at; i++)
        end = normalised_phrase(normalised, at, words[i]);
    return end;
}

/* True when a slash stands between the word before `at` and the one there. */
static bool has_slash_before(const struct normalised *normalised, size_t at)
{
    size_t last = at;

    while (last > 0 && normalised->text[last - 1] == ' ')
        last--;
    for (size_t i = last > 0 ? normalised->to[last - 1] : 0; i < normalised->from[at]; i++)
        if (normalised->source[i] == '/')
            return true;
    return false;
}

/* Measures that are named in prices only. The end of the word at `at`, with its name; `at`: none. */
static size_t price_measure(const struct normalised *normalised, size_t at, const char **name)
{
    static const char *const words[][2] = {
        { "barrel", "bbl" },  { "bbl", "bbl" },       { "баррель", "bbl" }, { "барр", "bbl" },
        { "баррелі", "bbl" }, { "баррельге", "bbl" }, { "桶", "bbl" },      { "baril", "bbl" },
        { "barril", "bbl" },  { "barile", "bbl" },    { "varil", "bbl" },   { "برميل", "bbl" },
        { "ounce", "oz" },    { "troy ounce", "oz" }, { "oz", "oz" },       { "унцию", "oz" },
        { "унция", "oz" },    { "унцияға", "oz" },    { "盎司", "oz" },     { "unze", "oz" },
        { "once", "oz" },     { "onza", "oz" },       { "hour", "h" },      { "h", "h" },
        { "час", "h" },       { "ч", "h" },           { "сағат", "h" },     { "小时", "h" },
        { "stunde", "h" },    { "heure", "h" },       { "hora", "h" },      { "mmbtu", "MMBtu" },
    };
    size_t end = at;

    for (size_t i = 0; i < sizeof words / sizeof *words && end == at; i++) {
        end = normalised_phrase(normalised, at, words[i][0]);
        *name = words[i][1];
    }
    return end;
}

/* "per capita" as a whole, of a measure that no unit gives. The end of the phrase at `at`; `at`: none. */
static size_t per_capita(const struct normalised *normalised, size_t at)
{
    static const char *const phrases[] = { "per capita",
                                           "per head",
                                           "per person",
                                           "per inhabitant",
                                           "pro kopf",
                                           "pro einwohner",
                                           "je einwohner",
                                           "je kopf",
                                           "par habitant",
                                           "par tête",
                                           "per cápita",
                                           "por habitante",
                                           "pro capite",
                                           "na mieszkańca",
                                           "na osobę",
                                           "na obyvatele",
                                           "kişi başına",
                                           "kişi başı",
                                           "на душу населения",
                                           "на душу",
                                           "на человека",
                                           "на жителя",
                                           "на одного человека",
                                           "на одного жителя",
                                           "жан басына",
                                           "адам басына",
                                           "人均",
                                           "每人",
                                           "نصيب الفرد من",
                                           "نصيب الفرد",
                                           "للفرد",
                                           "لكل فرد",
                                           "كىشى بېشىغا",
                                           "جان بېشىغا" };
    size_t end = at;

    for (size_t i = 0; i < sizeof phrases / sizeof *phrases && end == at; i++)
        end = normalised_phrase(normalised, at, phrases[i]);
    return end;
}

const char *unit_take_per(const struct normalised *normalised, size_t *at,
                          const struct unit_parts *parts)
{
    struct unit_parts measure = { .of_quantity = true };
    size_t start = *at, end = per_word(normalised, start);
    const char *name;
    size_t capita = per_capita(normalised, start);

    if (capita > start) {
        *at = capita;
        return "capita";
    }
    bool has_word = end > start;

    if (!has_word && (!parts->is_currency || !has_slash_before(normalised, start)))
        return NULL;
    end += end < normalised->n && normalised->text[end] == ' ';
    if (end >= normalised->n)
        return NULL;
    start = price_measure(normalised, end, &name);
    if (start > end && (has_word || parts->is_currency)) {
        *at = start;
        return name;
    }
    if (!unit_take(normalised, &end, &measure) || measure.name == NULL || measure.has_power ||
        strcmp(measure.name, "%") == 0)
        return NULL;
    /* Traders write "USD/KZT" for tenge per dollar: with a slash, a rate is not clear. */
    if (measure.is_currency &&
        (!has_word || !parts->is_currency || strcmp(measure.name, parts->name) == 0))
        return NULL;
    *at = end;
    return measure.name;
}
