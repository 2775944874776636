/* member_kinds.h - what the members of a dimension are, by the dimension's name: countries, flows,
 * units, products, or texts that mean themselves. */
#ifndef SHEAF_VOCABULARY_MEMBER_KINDS_H
#define SHEAF_VOCABULARY_MEMBER_KINDS_H

#include <stdbool.h>

enum member_kind {
    MEMBER_TEXT,
    MEMBER_COUNTRY,
    MEMBER_FLOW,
    MEMBER_UNIT,
    MEMBER_PRODUCT,
    MEMBER_TOLD_FLOW /* a flow that the format itself reads, from an indicator */
};

enum member_kind member_kind_of(const char *dimension);
/* True when the locale data name this member in every language: flows, units, and countries, but
 * not every area that files call a partner. */
bool member_is_named_by_all(const char *dimension, const char *member);

#endif
