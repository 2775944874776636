/* member_kinds.c - the kind of a dimension's members. */
#include "vocabulary/member_kinds.h"

#include <stddef.h>
#include <string.h>

#include "vocabulary/country_codes.h"

enum member_kind member_kind_of(const char *dimension)
{
    static const struct {
        const char *name;
        enum member_kind kind;
    } kinds[] = { { "reporter", MEMBER_COUNTRY }, { "partner", MEMBER_COUNTRY },
                  { "partner2", MEMBER_COUNTRY }, { "flow", MEMBER_FLOW },
                  { "unit", MEMBER_UNIT },        { "product", MEMBER_PRODUCT } };

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(dimension, kinds[i].name) == 0)
            return kinds[i].kind;
    return MEMBER_TEXT;
}

bool member_has_localized_name(const char *dimension, const char *member)
{
    enum member_kind kind = member_kind_of(dimension);

    return kind == MEMBER_COUNTRY ? country_is_iso3(member)
                                  : kind != MEMBER_TEXT && kind != MEMBER_PRODUCT;
}
