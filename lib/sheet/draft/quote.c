/* quote.c - members and texts within expressions, YAML and markup, so that each stays what it is. */
#include "base/strings.h"
#include "sheet/draft/draft.h"

/* Words that YAML 1.1 or 1.2 takes for something else than a text. */
static bool is_reserved(const char *text)
{
    static const char *const words[] = { "y",    "n",     "yes",  "no", "on",   "off",
                                         "true", "false", "null", "~",  ".inf", ".nan" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (string_equal_ignoring_case(text, words[i]))
            return true;
    return false;
}

static bool is_ascii_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* U+0085, U+2028 and U+2029 end lines in YAML, U+FEFF marks the byte order. */
static bool is_shown(uint32_t c)
{
    return c != UTF8_INVALID && c >= 0x20 && !(c >= 0x7F && c < 0xA0) && c != 0x2028 &&
           c != 0x2029 && c != 0xFEFF;
}

/* Letters, digits and a few signs between them, which mean nothing to YAML, also within a mapping
 * on one line. */
static bool is_plain(const char *text)
{
    const size_t n = strlen(text);
    const char *at = text, *end = text + n;

    if (n == 0 || is_reserved(text) || !(is_ascii_word(text[0]) || (unsigned char)text[0] >= 0x80))
        return false;
    while (at < end) {
        const uint32_t c = utf8_next(&at, end);

        if (!is_shown(c) ||
            (c < 0x80 && !is_ascii_word((char)c) && strchr(" ./()+-", (int)c) == NULL))
            return false;
    }
    return text[n - 1] != ' ';
}

static void put_escaped(struct buffer *into, uint32_t c, const char *bytes, size_t n)
{
    if (c == '"' || c == '\\')
        buffer_format(into, "\\%c", (char)c);
    else if (c == '\n')
        buffer_text(into, "\\n");
    else if (c == '\t')
        buffer_text(into, "\\t");
    else if (is_shown(c))
        buffer_put(into, bytes, n);
    else
        buffer_format(into, "\\u%04X", (unsigned)(c == UTF8_INVALID ? 0xFFFD : c));
}

/* In single quotes nothing but these has to be doubled, so that an expression stays readable. */
static bool is_single(const char *text)
{
    const char *at = text, *end = text + strlen(text);

    if (strchr(text, '"') == NULL || strchr(text, '\'') != NULL)
        return false;
    while (at < end)
        if (!is_shown(utf8_next(&at, end)))
            return false;
    return true;
}

void draft_scalar(struct buffer *into, const char *text)
{
    const char *at = text, *end = text != NULL ? text + strlen(text) : NULL;

    if (text == NULL)
        return; /* memory ran out */
    if (is_single(text)) {
        buffer_format(into, "'%s'", text);
        return;
    }

    if (is_plain(text)) {
        buffer_text(into, text);
        return;
    }
    buffer_byte(into, '"');
    while (at < end) {
        const char *from = at;
        const uint32_t c = utf8_next(&at, end);

        put_escaped(into, c, from, (size_t)(at - from));
    }
    buffer_byte(into, '"');
}

const char *draft_yaml(struct arena *arena, const char *text)
{
    struct buffer buffer;
    const char *copy;

    buffer_init(&buffer, &arena->alloc, arena->error);
    draft_scalar(&buffer, text);
    copy = buffer.failed ? NULL : arena_text(arena, buffer.bytes, buffer.length);
    buffer_free(&buffer);
    return copy;
}

/* In a filter a member that begins with '!' is one that is left out, also within quotes; and there are
 * but two kinds of quote. */
bool draft_can_name(const char *member)
{
    return member[0] != '!' && (strchr(member, '"') == NULL || strchr(member, '\'') == NULL);
}

const char *draft_member(struct arena *arena, const char *member)
{
    bool is_word = true;

    for (const char *c = member; *c != '\0'; c++)
        is_word &= is_ascii_word(*c) || (unsigned char)*c >= 0x80 || (*c == ' ' && c[1] != '\0') ||
                   *c == '-' || *c == '.';
    if (is_word && member[0] != '\0' && member[0] != ' ')
        return arena_string(arena, member);
    if (strchr(member, '"') == NULL)
        return arena_format(arena, "\"%s\"", member);
    if (strchr(member, '\'') == NULL)
        return arena_format(arena, "'%s'", member);
    return NULL;
}

const char *draft_name(struct arena *arena, const char *text, const char *other)
{
    char *name = text != NULL ? arena_string(arena, text) : NULL, *to = name;

    if (name == NULL)
        return NULL;
    for (const char *c = text; *c != '\0'; c++)
        if (is_ascii_word(*c))
            *to++ = *c;
        else if (to > name && to[-1] != '_')
            *to++ = '_';
    while (to > name && to[-1] == '_')
        to--;
    *to = '\0';
    return name[0] == '\0' || (name[0] >= '0' && name[0] <= '9') ? other : name;
}

const char *draft_plain(struct arena *arena, const char *text)
{
    char *plain = text != NULL ? arena_take(arena, 2 * strlen(text) + 1, 1) : NULL, *to = plain;

    for (const char *c = text; plain != NULL && *c != '\0'; c++) {
        if (strchr("\\`*_{}[]<>#&|~$!", *c) != NULL)
            *to++ = '\\';
        *to++ = (unsigned char)*c < 0x20 ? ' ' : *c;
    }
    return plain;
}

const char *draft_capital(struct draft *draft, const char *text)
{
    char *copy = text != NULL ? arena_string(&draft->arena, text) : NULL;

    if (copy != NULL && copy[0] >= 'a' && copy[0] <= 'z')
        copy[0] = (char)(copy[0] - 'a' + 'A');
    return copy;
}
