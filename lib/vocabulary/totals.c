/* totals.c - members that are totals of others, and the depth of product codes. */
#include "vocabulary/totals.h"

#include <string.h>

#include "vocabulary/normalised.h"

enum { MAX_DIGITS = 12 }; /* national tariffs have up to 10 */

/* Totals in any dimension. */
static const char *const totals[] = {
    "total", "totals",  "grand total", "all",          "t",          "всего",
    "итого", "барлығы", "жиыны",       "总计",         "合计",       "总值",
    "总额",  "總計",    "總值",        "all products", "общий итог",
};

static const struct {
    const char *dimension, *member;
} named_totals[] = {
    { "partner", "wld" },
    { "partner", "w00" },
    { "partner", "world" },
    { "partner", "all partners" },
    { "partner", "all countries" },
    { "reporter", "wld" },
    { "reporter", "world" },
    { "reporter", "all reporters" },
    { "flow", "turnover" },
    { "product", "all commodities" },
    { "product", "total all commodities" },
    { "product", "total merchandise" },
    { "product", "all goods" },
    { "product", "все товары" },
    { "product", "барлық тауарлар" },
    { "product", "全部商品" },
    { "product", "所有商品" },
};

bool member_is_total(const char *dimension, const char *member)
{
    struct normalised normalised;

    if (!normalise(&normalised, member, strlen(member)))
        return false;
    for (size_t i = 0; i < sizeof totals / sizeof *totals; i++)
        if (strcmp(normalised.text, totals[i]) == 0 &&
            (strcmp(totals[i], "t") != 0 || strcmp(member, "_T") == 0))
            return true;
    for (size_t i = 0; i < sizeof named_totals / sizeof *named_totals; i++)
        if (strcmp(dimension, named_totals[i].dimension) == 0 &&
            normalised_is(&normalised, named_totals[i].member))
            return true;
    return false;
}

int product_depth(const char *member)
{
    int digits = 0;

    for (const char *at = member; *at != '\0'; at++) {
        bool between = digits > 0 && at[1] >= '0' && at[1] <= '9';

        if (*at >= '0' && *at <= '9')
            digits++;
        else if (!between || (*at != '.' && *at != ' '))
            return 0;
    }
    return digits <= MAX_DIGITS ? digits : 0;
}
