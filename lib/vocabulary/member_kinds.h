/* member_kinds.h - the kind of a dimension's members, from the dimension's name: countries, flows,
 * units, products, or texts that are kept as they are. */
#ifndef SHEAF_VOCABULARY_MEMBER_KINDS_H
#define SHEAF_VOCABULARY_MEMBER_KINDS_H

#include <stdbool.h>

enum member_kind {
    MEMBER_TEXT,
    MEMBER_COUNTRY,
    MEMBER_FLOW,
    MEMBER_UNIT,
    MEMBER_PRODUCT,
    MEMBER_IN_TEXT /* within a longer text, which the format's own function reads */
};

enum member_kind member_kind_of(const char *dimension);
/* True when Sheaf or ICU has a name for the member in every language: flows, units and countries,
 * but not every area that files call a partner. */
bool member_has_localized_name(const char *dimension, const char *member);

#endif
