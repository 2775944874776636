/* language.c - runs in a script that the text around them is not written in have a language of their
 * own, so that a screen reader does not spell "中国" out in English (WCAG 2.1, 3.1.2). Latin letters
 * have none: in every script they are codes, units and names as often as words. */
#include <string.h>
#include <strings.h>

#include "base/strings.h"
#include "paint/pdf/pdf.h"

/* The language that a script is told by alone, and those that are written in it. */
static const struct script_languages {
    hb_script_t script;
    const char *code, *language, *written; /* code: ISO 15924 */
} scripts[] = {
    { HB_SCRIPT_HAN, "Han", "zh", "zh ja ko yue" },
    { HB_SCRIPT_HIRAGANA, "Jpan", "ja", "ja" },
    { HB_SCRIPT_KATAKANA, "Jpan", "ja", "ja" },
    { HB_SCRIPT_HANGUL, "Kore", "ko", "ko" },
    { HB_SCRIPT_ARABIC, "Arab", "ar", "ar ug fa ur ps ku sd ckb" },
    { HB_SCRIPT_CYRILLIC, "Cyrl", "ru", "ru kk ky uk be bg mk mn sr tg tt uz ba cv" },
    { HB_SCRIPT_GREEK, "Grek", "el", "el" },
    { HB_SCRIPT_HEBREW, "Hebr", "he", "he yi" },
    { HB_SCRIPT_DEVANAGARI, "Deva", "hi", "hi mr ne" },
    { HB_SCRIPT_THAI, "Thai", "th", "th" },
    { HB_SCRIPT_GEORGIAN, "Geor", "ka", "ka" },
    { HB_SCRIPT_ARMENIAN, "Armn", "hy", "hy" },
};

/* The entry of the run's script; NULL: it is Latin, has no letters or is in no script of the table.
 * Signs, which belong to no script, may stand before its first letter. */
static const struct script_languages *script_of(const struct glyph_run *run)
{
    const char *at = run->text, *end = run->text + run->length;

    while (at < end) {
        uint32_t code = utf8_next(&at, end);
        hb_script_t script = code < 0x300 ? HB_SCRIPT_COMMON
                                          : hb_unicode_script(hb_unicode_funcs_get_default(), code);

        for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
            if (scripts[i].script == script)
                return &scripts[i];
    }
    return NULL;
}

/* Whether a tag's language is written in the script, or the tag says so itself: "uz-Arab". */
static bool is_written_in(const char *tag, const struct script_languages *script)
{
    size_t n = strcspn(tag, "-_");

    for (const char *at = script->written; *at != '\0';) {
        size_t length = strcspn(at, " ");

        if (length == n && strncasecmp(at, tag, n) == 0)
            return true;
        at += length + strspn(at + length, " ");
    }
    return strstr(tag, script->code) != NULL;
}

/* Letters that tell a language from the one that its script is told by. */
static const struct own_letters {
    const char *language;
    uint32_t letters[16]; /* 0 ends them */
} own_letters[] = {
    { "kk",
      { 0x4D8, 0x4D9, 0x492, 0x493, 0x49A, 0x49B, 0x4A2, 0x4A3, 0x4E8, 0x4E9, 0x4B0, 0x4B1, 0x4AE,
        0x4AF } },
    { "ug", { 0x6AD, 0x6C6, 0x6C7, 0x6C8, 0x6CB, 0x6D0, 0x6D5 } },
};

static bool has_letter_of(const struct glyph_run *run, const struct own_letters *own)
{
    const char *at = run->text, *end = run->text + run->length;

    while (at < end) {
        const uint32_t code = utf8_next(&at, end);

        for (size_t i = 0; own->letters[i] != 0; i++)
            if (own->letters[i] == code)
                return true;
    }
    return false;
}

const char *pdf_run_language(const struct pdf *pdf, const struct glyph_run *run)
{
    const struct pdf_element *element = pdf->structure.marked;
    const struct script_languages *script = element != NULL ? script_of(run) : NULL;
    const char *around = pdf->options->metadata.language;

    if (script == NULL)
        return NULL;
    while (element != NULL && element->language == NULL)
        element = element->parent;
    if (element != NULL)
        around = element->language;
    if (around == NULL || is_written_in(around, script))
        return NULL;
    for (size_t i = 0; i < sizeof own_letters / sizeof *own_letters; i++)
        if (has_letter_of(run, &own_letters[i]))
            return own_letters[i].language;
    return script->language;
}
