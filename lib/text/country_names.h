/* country_names.h - the names of countries and regions that an engine has asked ICU for; for the files of
 * this room only. ICU takes 17,000 instructions a name, behind a lock that all threads share. */
#ifndef SHEAF_TEXT_COUNTRY_NAMES_H
#define SHEAF_TEXT_COUNTRY_NAMES_H

#include "text/object.h"

/* The name of a code that ICU may know ("CN", "CHN", "142") in the text's language; the code itself where it
 * has none. It lives as long as the engine. NULL after a failure. */
const char *country_name(struct text *text, const char *code);
/* ICU's code for one of the vocabulary's; the code itself where both are the same. ICU's own EA is no country of
 * trade. */
const char *country_code_of_icu(const char *code);
/* The code of ICU's first country of exactly this name; "": none. NULL after a failure. */
const char *country_of_name(struct text *text, const char *name);

void country_names_close(struct engine *engine);

#endif
