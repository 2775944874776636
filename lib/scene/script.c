/* script.c - scripts of characters, and the languages that they tell.
 *
 * A run in a script that the text around it is not written in has a language of its own, so that a
 * screen reader does not spell "中国" out in English (WCAG 2.1, 3.1.2). Ranges: Unicode 15.0,
 * Scripts.txt and DerivedGeneralCategory.txt, without characters that are common to scripts. */
#include "scene/script.h"

#include <string.h>
#include <strings.h>

#include "base/strings.h"

enum script {
    SCRIPT_OTHER = 0,
    SCRIPT_HAN,
    SCRIPT_HIRAGANA,
    SCRIPT_KATAKANA,
    SCRIPT_HANGUL,
    SCRIPT_ARABIC,
    SCRIPT_CYRILLIC,
    SCRIPT_GREEK,
    SCRIPT_HEBREW,
    SCRIPT_DEVANAGARI,
    SCRIPT_THAI,
    SCRIPT_LAO,
    SCRIPT_KHMER,
    SCRIPT_MYANMAR,
    SCRIPT_GEORGIAN,
    SCRIPT_ARMENIAN
};

/* In ascending order. */
static const struct script_range {
    uint32_t first, last;
    enum script script;
} ranges[] = {
    { 0x370, 0x373, SCRIPT_GREEK },        { 0x375, 0x37D, SCRIPT_GREEK },
    { 0x37F, 0x384, SCRIPT_GREEK },        { 0x386, 0x386, SCRIPT_GREEK },
    { 0x388, 0x3E1, SCRIPT_GREEK },        { 0x3F0, 0x3FF, SCRIPT_GREEK },
    { 0x400, 0x484, SCRIPT_CYRILLIC },     { 0x487, 0x52F, SCRIPT_CYRILLIC },
    { 0x531, 0x58F, SCRIPT_ARMENIAN },     { 0x591, 0x5F4, SCRIPT_HEBREW },
    { 0x600, 0x604, SCRIPT_ARABIC },       { 0x606, 0x60B, SCRIPT_ARABIC },
    { 0x60D, 0x61A, SCRIPT_ARABIC },       { 0x61C, 0x61E, SCRIPT_ARABIC },
    { 0x620, 0x63F, SCRIPT_ARABIC },       { 0x641, 0x64A, SCRIPT_ARABIC },
    { 0x656, 0x66F, SCRIPT_ARABIC },       { 0x671, 0x6DC, SCRIPT_ARABIC },
    { 0x6DE, 0x6FF, SCRIPT_ARABIC },       { 0x750, 0x77F, SCRIPT_ARABIC },
    { 0x870, 0x8E1, SCRIPT_ARABIC },       { 0x8E3, 0x8FF, SCRIPT_ARABIC },
    { 0x900, 0x950, SCRIPT_DEVANAGARI },   { 0x955, 0x963, SCRIPT_DEVANAGARI },
    { 0x966, 0x97F, SCRIPT_DEVANAGARI },   { 0xE01, 0xE3A, SCRIPT_THAI },
    { 0xE40, 0xE5B, SCRIPT_THAI },         { 0xE81, 0xEDF, SCRIPT_LAO },
    { 0x1000, 0x109F, SCRIPT_MYANMAR },    { 0x10A0, 0x10FA, SCRIPT_GEORGIAN },
    { 0x10FC, 0x10FF, SCRIPT_GEORGIAN },   { 0x1100, 0x11FF, SCRIPT_HANGUL },
    { 0x1780, 0x17F9, SCRIPT_KHMER },      { 0x19E0, 0x19FF, SCRIPT_KHMER },
    { 0x1C80, 0x1C88, SCRIPT_CYRILLIC },   { 0x1C90, 0x1CBF, SCRIPT_GEORGIAN },
    { 0x1D26, 0x1D2A, SCRIPT_GREEK },      { 0x1D2B, 0x1D2B, SCRIPT_CYRILLIC },
    { 0x1F00, 0x1FFE, SCRIPT_GREEK },      { 0x2126, 0x2126, SCRIPT_GREEK },
    { 0x2D00, 0x2D2D, SCRIPT_GEORGIAN },   { 0x2DE0, 0x2DFF, SCRIPT_CYRILLIC },
    { 0x2E80, 0x2FD5, SCRIPT_HAN },        { 0x3005, 0x3005, SCRIPT_HAN },
    { 0x3007, 0x3007, SCRIPT_HAN },        { 0x3021, 0x3029, SCRIPT_HAN },
    { 0x3038, 0x303B, SCRIPT_HAN },        { 0x3041, 0x3096, SCRIPT_HIRAGANA },
    { 0x309D, 0x309F, SCRIPT_HIRAGANA },   { 0x30A1, 0x30FA, SCRIPT_KATAKANA },
    { 0x30FD, 0x30FF, SCRIPT_KATAKANA },   { 0x3131, 0x318E, SCRIPT_HANGUL },
    { 0x31F0, 0x31FF, SCRIPT_KATAKANA },   { 0x3200, 0x321E, SCRIPT_HANGUL },
    { 0x3260, 0x327E, SCRIPT_HANGUL },     { 0x32D0, 0x32FE, SCRIPT_KATAKANA },
    { 0x3300, 0x3357, SCRIPT_KATAKANA },   { 0x3400, 0x4DBF, SCRIPT_HAN },
    { 0x4E00, 0x9FFF, SCRIPT_HAN },        { 0xA640, 0xA69F, SCRIPT_CYRILLIC },
    { 0xA8E0, 0xA8FF, SCRIPT_DEVANAGARI }, { 0xA960, 0xA97C, SCRIPT_HANGUL },
    { 0xA9E0, 0xA9FE, SCRIPT_MYANMAR },    { 0xAA60, 0xAA7F, SCRIPT_MYANMAR },
    { 0xAC00, 0xD7FB, SCRIPT_HANGUL },     { 0xF900, 0xFAD9, SCRIPT_HAN },
    { 0xFB13, 0xFB17, SCRIPT_ARMENIAN },   { 0xFB1D, 0xFB4F, SCRIPT_HEBREW },
    { 0xFB50, 0xFD3D, SCRIPT_ARABIC },     { 0xFD40, 0xFDFF, SCRIPT_ARABIC },
    { 0xFE2E, 0xFE2F, SCRIPT_CYRILLIC },   { 0xFE70, 0xFEFC, SCRIPT_ARABIC },
    { 0xFF66, 0xFF6F, SCRIPT_KATAKANA },   { 0xFF71, 0xFF9D, SCRIPT_KATAKANA },
    { 0xFFA0, 0xFFDC, SCRIPT_HANGUL },     { 0x1B000, 0x1B000, SCRIPT_KATAKANA },
    { 0x1B001, 0x1B11F, SCRIPT_HIRAGANA }, { 0x20000, 0x323AF, SCRIPT_HAN },
};

static enum script script_of(uint32_t code)
{
    size_t first = 0, last = sizeof ranges / sizeof *ranges;

    while (first < last) {
        const size_t middle = (first + last) / 2;

        if (code > ranges[middle].last)
            first = middle + 1;
        else if (code < ranges[middle].first)
            last = middle;
        else
            return ranges[middle].script;
    }
    return SCRIPT_OTHER;
}

bool script_is_space(uint32_t code)
{
    return code <= ' ' || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) ||
           code == 0x202F || code == 0x205F || code == 0x3000;
}

bool script_is_dash(uint32_t code)
{
    static const uint32_t dashes[] = { '-',    0xAD,   0x58A,  0x5BE,  0x1400, 0x1806, 0x2E17,
                                       0x2E1A, 0x2E3A, 0x2E3B, 0x2E40, 0x2E5D, 0x301C, 0x3030,
                                       0x30A0, 0xFE31, 0xFE32, 0xFE58, 0xFE63, 0xFF0D };

    if (code >= 0x2010 && code <= 0x2015)
        return true;
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (dashes[i] == code)
            return true;
    return false;
}

bool script_is_unspaced(uint32_t code)
{
    switch (script_of(code)) {
    case SCRIPT_HAN:
    case SCRIPT_HIRAGANA:
    case SCRIPT_KATAKANA:
    case SCRIPT_THAI:
    case SCRIPT_LAO:
    case SCRIPT_KHMER:
    case SCRIPT_MYANMAR:
        return true;
    default:
        return (code >= 0x3000 && code <= 0x303F) || (code >= 0xFF00 && code <= 0xFFEF);
    }
}

/* The language that a script is told by alone, and those that are written in it. */
static const struct script_languages {
    const char *code, *language, *written; /* code: ISO 15924 */
} languages[] = {
    [SCRIPT_HAN] = { "Han", "zh", "zh ja ko yue" },
    [SCRIPT_HIRAGANA] = { "Jpan", "ja", "ja" },
    [SCRIPT_KATAKANA] = { "Jpan", "ja", "ja" },
    [SCRIPT_HANGUL] = { "Kore", "ko", "ko" },
    [SCRIPT_ARABIC] = { "Arab", "ar", "ar ug fa ur ps ku sd ckb" },
    [SCRIPT_CYRILLIC] = { "Cyrl", "ru", "ru kk ky uk be bg mk mn sr tg tt uz ba cv" },
    [SCRIPT_GREEK] = { "Grek", "el", "el" },
    [SCRIPT_HEBREW] = { "Hebr", "he", "he yi" },
    [SCRIPT_DEVANAGARI] = { "Deva", "hi", "hi mr ne" },
    [SCRIPT_THAI] = { "Thai", "th", "th" },
    [SCRIPT_LAO] = { "Laoo", "lo", "lo" },
    [SCRIPT_KHMER] = { "Khmr", "km", "km" },
    [SCRIPT_MYANMAR] = { "Mymr", "my", "my" },
    [SCRIPT_GEORGIAN] = { "Geor", "ka", "ka" },
    [SCRIPT_ARMENIAN] = { "Armn", "hy", "hy" },
};

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

/* Of the first character that has one; signs may stand before it. */
static enum script first_script(const char *text, size_t n)
{
    const char *at = text, *end = text + n;
    enum script script = SCRIPT_OTHER;

    while (at < end && script == SCRIPT_OTHER)
        script = script_of(utf8_next(&at, end));
    return script;
}

/* Whether a tag's language is written in the script, or the tag says so itself: "uz-Arab". */
static bool is_written_in(const char *tag, const struct script_languages *script)
{
    const size_t n = strcspn(tag, "-_");

    for (const char *at = script->written; *at != '\0';) {
        const size_t length = strcspn(at, " ");

        if (length == n && strncasecmp(at, tag, n) == 0)
            return true;
        at += length + strspn(at + length, " ");
    }
    return strstr(tag, script->code) != NULL;
}

static bool has_letter_of(const char *text, size_t n, const struct own_letters *own)
{
    const char *at = text, *end = text + n;

    while (at < end) {
        const uint32_t code = utf8_next(&at, end);

        for (size_t i = 0; own->letters[i] != 0; i++)
            if (own->letters[i] == code)
                return true;
    }
    return false;
}

const char *script_language(const char *text, size_t n, const char *around)
{
    const enum script script = around == NULL ? SCRIPT_OTHER : first_script(text, n);

    if (script == SCRIPT_OTHER || is_written_in(around, &languages[script]))
        return NULL;
    for (size_t i = 0; i < sizeof own_letters / sizeof *own_letters; i++)
        if (has_letter_of(text, n, &own_letters[i]))
            return own_letters[i].language;
    return languages[script].language;
}
