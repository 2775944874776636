/* sdmx_ml_title.c - the title of a message: <Name xml:lang="en"> of its header. */
#include <string.h>

#include "readers/sdmx/sdmx_ml_parts.h"

/* Senders and receivers have names, too. */
static bool is_party(const char *name)
{
    return sdmx_is(name, "Sender") || sdmx_is(name, "Receiver");
}

void sdmx_ml_start_title(struct sdmx_ml *ml, const char *name, const char *const *attributes)
{
    const char *language = xml_attribute(attributes, "lang");

    ml->parties += is_party(name);
    if (sdmx_is(name, "Name"))
        ml->is_title_english = language == NULL || strncmp(language, "en", 2) == 0;
}

void sdmx_ml_end_party(struct sdmx_ml *ml, const char *name)
{
    ml->parties -= ml->parties > 0 && is_party(name);
}

void sdmx_ml_take_title(struct sdmx_ml *ml, const char *text)
{
    bool is_first = sheaf_table_title(ml->builder.table)[0] == '\0';

    if (ml->parties > 0 || text[strspn(text, " \t\r\n")] == '\0')
        return;
    if (is_first || (ml->is_title_english && !ml->has_english_title))
        table_set_title(ml->builder.table, text, strlen(text));
    ml->has_english_title |= ml->is_title_english;
}
