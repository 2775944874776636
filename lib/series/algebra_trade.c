/* algebra_trade.c - exports beside imports, values beside quantities: turnover, balance, coverage ratio,
 * unit value, mirror. */
#include <string.h>

#include "series/algebra_parts.h"

static bool same(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

/* True if both are set and differ. */
static bool differ(const char *a, const char *b)
{
    return a[0] != '\0' && b[0] != '\0' && !same(a, b);
}

/* Fails unless the two are exports and imports of the same reporter, partner and product. */
static bool check_flows(sheaf_series *result, const sheaf_series *exports,
                        const sheaf_series *imports, const char *what)
{
    const struct {
        const char *a, *b, *is;
    } both[] = {
        { sheaf_series_reporter(exports), sheaf_series_reporter(imports), "is reported by" },
        { sheaf_series_partner(exports), sheaf_series_partner(imports), "is with" },
        { sheaf_series_product(exports), sheaf_series_product(imports), "is of" },
    };

    if (same(sheaf_series_flow(exports), "imports") || same(sheaf_series_flow(imports), "exports"))
        series_fail(result, SHEAF_BAD_INPUT, "%s(exports, imports) takes the exports first", what);
    for (size_t i = 0; i < sizeof both / sizeof *both; i++)
        if (differ(both[i].a, both[i].b))
            series_fail(result, SHEAF_BAD_INPUT,
                        "%s(exports, imports) is of one trade: '%.60s' %s %.60s, '%.60s' %.60s%s",
                        what, sheaf_series_name(exports), both[i].is, both[i].a,
                        sheaf_series_name(imports), both[i].b,
                        i == 0 ? "; mirror(\u2026) shows both" : "");
    return sheaf_series_status(result) == SHEAF_OK;
}

/* Names a combination of exports and imports as a flow: "turnover", "balance". */
static sheaf_series *as_flow(sheaf_series *result, const sheaf_series *exports,
                             const sheaf_series *imports, const char *name)
{
    if (!check_flows(result, exports, imports, name))
        return result;
    series_set_name(result, name);
    sheaf_series_set_flow(result, name);
    return result;
}

sheaf_series *sheaf_series_turnover(const sheaf_series *exports, const sheaf_series *imports)
{
    return as_flow(sheaf_series_sum(exports, imports), exports, imports, "turnover");
}

sheaf_series *sheaf_series_balance(const sheaf_series *exports, const sheaf_series *imports)
{
    return as_flow(sheaf_series_difference(exports, imports), exports, imports, "balance");
}

sheaf_series *sheaf_series_cover(const sheaf_series *exports, const sheaf_series *imports)
{
    sheaf_series *result = sheaf_series_share(exports, imports);

    if (check_flows(result, exports, imports, "cover"))
        name_result(result, "cover(%s, %s)", sheaf_series_name(exports),
                    sheaf_series_name(imports));
    series_define(result, DEFINITION_PERCENT, exports, imports);
    return result;
}

sheaf_series *sheaf_series_unit_value(const sheaf_series *value, const sheaf_series *quantity)
{
    sheaf_series *result = sheaf_series_divide(value, quantity);
    const char *unit = sheaf_series_unit(quantity);

    if (sheaf_series_status(result) != SHEAF_OK)
        return result;
    if (unit_is_plain(unit) || same(unit, sheaf_series_unit(value)))
        series_fail(
            result, SHEAF_BAD_INPUT,
            "unit_value(value, quantity) takes a quantity, such as tonnes: '%.100s' is in %s",
            sheaf_series_name(quantity), unit[0] != '\0' ? unit : "plain numbers");
    name_result(result, "unit_value(%s, %s)", sheaf_series_name(value),
                sheaf_series_name(quantity));
    series_define(result, DEFINITION_UNIT_VALUE, value, quantity);
    return result;
}

/* Fails unless the imports are the mirror of the exports: reporter and partner exchanged. */
static void check_mirror(sheaf_series *result, const sheaf_series *exports,
                         const sheaf_series *imports)
{
    if (same(sheaf_series_flow(exports), "imports") || same(sheaf_series_flow(imports), "exports"))
        series_fail(result, SHEAF_BAD_INPUT,
                    "mirror(exports, imports) takes one country's exports, then the other's "
                    "imports");
    if (differ(sheaf_series_reporter(exports), sheaf_series_partner(imports)) ||
        differ(sheaf_series_partner(exports), sheaf_series_reporter(imports)))
        series_fail(result, SHEAF_BAD_INPUT,
                    "mirror(exports, imports) is of one flow from both ends: exports of %s to %s, "
                    "and imports of %s from %s, are not",
                    sheaf_series_reporter(exports), sheaf_series_partner(exports),
                    sheaf_series_reporter(imports), sheaf_series_partner(imports));
}

sheaf_series_list *sheaf_series_mirror(const sheaf_series *exports, const sheaf_series *imports)
{
    const sheaf_alloc *alloc = series_alloc(exports);
    sheaf_series_list *list = sheaf_series_list_create(alloc);
    sheaf_series *difference = mirror_difference(imports, exports);

    check_mirror(difference, exports, imports);
    series_set_name(difference, "difference");
    sheaf_series_list_add(list, series_copy(alloc, exports));
    sheaf_series_list_add(list, series_copy(alloc, imports));
    sheaf_series_list_add(list, difference);
    return list;
}
