/* han.h - which drawing of Han characters a language has; for the files of this room only. */
#ifndef SHEAF_TEXT_HAN_H
#define SHEAF_TEXT_HAN_H

#include <stdbool.h>
#include <stdint.h>

/* Han characters look different in each of these; a face's PostScript name ends
 * in the tag ("NotoSansCJKsc-Bold"), and its family ("Noto Sans CJK SC"). */
struct han_region {
    const char *locale, *tag, *fontconfig_language, *family;
};

const struct han_region *han_region_of(const char *locale);
bool is_han(uint32_t code);
/* True when text begins with start, which is in lower case, whatever its own case. */
bool starts_with_ignoring_case(const char *text, const char *start);

#endif
