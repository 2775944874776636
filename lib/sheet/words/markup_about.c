/* markup_about.c - what is asked of a paragraph: its language, whether it shows something, and of which page. */
#include <string.h>

#include "base/strings.h"
#include "sheet/words/field.h"
#include "sheet/words/markup.h"

const char *const page_field_names[PAGE_FIELDS] = {
    [PAGE_FIELD_PAGE] = "page",   [PAGE_FIELD_PAGES] = "pages", [PAGE_FIELD_SECTION] = "section",
    [PAGE_FIELD_TITLE] = "title", [PAGE_FIELD_DATE] = "date",
};

static bool has_page_field(const struct markup_part *parts, enum page_field field)
{
    for (const struct markup_part *part = parts; part != NULL; part = part->next) {
        if (part->kind == MARKUP_OF_PAGE && part->page_field == field)
            return true;
        if (part->kind != MARKUP_FIELD)
            continue;
        if (has_page_field(part->field->missing, field))
            return true;
        for (const struct field_branch *branch = part->field->branches; branch != NULL;
             branch = branch->next)
            if (has_page_field(branch->parts, field))
                return true;
    }
    return false;
}

bool markup_has_page_field(const struct markup *markup, enum page_field field)
{
    return markup != NULL && has_page_field(markup->parts, field);
}

/* A character without ink: a space of any width, or one that only steers the text. */
static bool is_blank(uint32_t code)
{
    return code <= ' ' || code == 0x7F || code == 0xA0 || code == 0xAD ||
           (code >= 0x2000 && code <= 0x200F) || (code >= 0x2028 && code <= 0x202F) ||
           (code >= 0x205F && code <= 0x206F) || code == 0x3000 || code == 0xFEFF;
}

const char *markup_language(const struct markup *markup)
{
    return markup != NULL ? markup->language : NULL;
}

bool markup_is_blank(const struct markup *markup)
{
    for (const struct markup_part *part = markup->parts; part != NULL; part = part->next) {
        if (part->kind != MARKUP_TEXT)
            return false;
        const char *at = part->text, *end = at + strlen(at);
        while (at < end)
            if (!is_blank(utf8_next(&at, end)))
                return false;
    }
    return true;
}
