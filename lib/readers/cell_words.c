/* cell_words.c - reads what stands in a cell beside its number or in its place: words for "missing", and
 * flags. */
#include <math.h>
#include <stdint.h>

#include "base/strings.h"
#include "readers/cell_parts.h"

enum { MAX_FLAG_BYTES = 32 };

static const char *const spaces[] = { " ", "\u00a0", "\u2009", "\u202f", "\u2007", "\u3000", "\t" };

bool cursor_take_space(struct cursor *c)
{
    return CURSOR_TAKE_ANY(c, spaces);
}

void cursor_skip_spaces(struct cursor *c)
{
    while (cursor_take_space(c))
        continue;
}

struct cursor cell_trimmed(const char *text, size_t n)
{
    struct cursor c = { text, text + n };

    cursor_skip_spaces(&c);
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces;) {
        size_t m = strlen(spaces[i]);

        if ((size_t)(c.end - c.at) >= m && memcmp(c.end - m, spaces[i], m) == 0) {
            c.end -= m;
            i = 0;
        } else {
            i++;
        }
    }
    return c;
}

/* Words ---------------------------------------------------------------------- */

static const struct missing_word missing_words[] = {
    { "", 'O', '\0', false },
    { ":", 'O', '\0', false },
    { ".", 'O', '\0', false },
    { "..", 'O', '\0', false },
    { "...", 'O', '\0', false },
    { "\u2026", 'O', '\0', false },
    { "-", 'O', '\0', false },
    { "--", 'O', '\0', false },
    { "\u2013", 'O', '\0', false },
    { "\u2014", 'O', '\0', false },
    { "\u2212", 'O', '\0', false },
    { "\uff0d", 'O', '\0', false },
    { "/", 'O', '\0', false },
    { "~", 'O', '\0', false },
    { "x", 'O', '\0', false },
    { "na", 'O', '\0', false },
    { "<na>", 'O', '\0', false },
    { "n/a", 'O', '\0', false },
    { "n.a.", 'O', '\0', false },
    { "#n/a", 'O', '\0', false },
    { "nan", 'O', '\0', false },
    { "null", 'O', '\0', false },
    { "none", 'O', '\0', false },
    { "no data", 'O', '\0', false },
    { "not available", 'O', '\0', false },
    { "\u043d/\u0434", 'O', '\0', false },  /* н/д */
    { "\u043d.\u0434.", 'O', '\0', false }, /* н.д. */
    { "\u043d\u0434", 'O', '\0', false },   /* нд */
    { "confidential", 'O', 'C', false },
    { "confidentiel", 'O', 'C', false },
    { "vertraulich", 'O', 'C', false },
    { "\u043a\u043e\u043d\u0444\u0438\u0434\u0435\u043d\u0446\u0438\u0430\u043b\u044c\u043d"
      "\u043e", /* конфиденциально */
      'O', 'C', false },
    { "\u4fdd\u5bc6", 'O', 'C', false }, /* 保密 */
    /* UK Government Analysis Function, "Symbols in tables". */
    { "[x]", 'O', '\0', false },
    { "[z]", 'M', '\0', false },
    { "[c]", 'Q', 'C', false },
    { "[low]", 'N', '\0', true },
};

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

static bool is_word(struct cursor c, const char *word)
{
    for (; c.at < c.end && *word != '\0'; c.at++, word++)
        if (lower(*c.at) != lower(*word))
            return false;
    return c.at == c.end && *word == '\0';
}

const struct missing_word *cell_find_word(struct cursor c)
{
    for (size_t i = 0; i < sizeof missing_words / sizeof *missing_words; i++)
        if (is_word(c, missing_words[i].word))
            return &missing_words[i];
    return NULL;
}

struct cell cell_of_missing(const struct missing_word *word)
{
    return (struct cell){ .kind = word->is_zero ? CELL_NUMBER : CELL_MISSING,
                          .value = word->is_zero ? 0 : NAN,
                          .status = word->status,
                          .confidentiality = word->confidentiality };
}

/* Flags ---------------------------------------------------------------------- */

/* Takes a letter of any script, a superscript, or a footnote sign. */
static bool take_flag_character(struct cursor *c)
{
    struct cursor next = *c;
    uint32_t code = utf8_next(&next.at, next.end);

    if (code == UTF8_INVALID ||
        (code < 0x80 && !(lower((char)code) >= 'a' && lower((char)code) <= 'z') && code != '*' &&
         code != '%' && code != '#'))
        return false;
    *c = next;
    return true;
}

/* Takes "[e]", "(p)", "[1]" or "[b, p]"; *inside is the text between the brackets. */
static bool take_bracketed(struct cursor *c, struct cursor *inside)
{
    struct cursor next = *c;
    char close = cursor_take(&next, "[") ? ']' : cursor_take(&next, "(") ? ')' : '\0';

    if (close == '\0')
        return false;
    *inside = (struct cursor){ next.at, next.at };
    while (next.at < next.end && *next.at != close) {
        bool digit = *next.at >= '0' && *next.at <= '9';

        if (digit || *next.at == ' ' || *next.at == ',')
            next.at++;
        else if (!take_flag_character(&next))
            return false;
    }
    inside->end = next.at;
    if (next.at == next.end || inside->at == inside->end)
        return false;
    c->at = next.at + 1;
    return true;
}

/* Takes a footnote, "1)" or "12)". A space before it separates it from the number. */
static bool take_footnote(struct cursor *c)
{
    struct cursor next = *c;

    while (next.at < next.end && *next.at >= '0' && *next.at <= '9')
        next.at++;
    if (next.at == c->at || next.at - c->at > 2 || !cursor_take(&next, ")"))
        return false;
    *c = next;
    return true;
}

bool cell_read_flag(struct cursor c, struct cell *cell)
{
    struct cursor inside, all;
    bool after_space;

    after_space = cursor_take_space(&c);
    cursor_skip_spaces(&c);
    all = c;
    if (all.at == all.end)
        return true;
    if (all.end - all.at > MAX_FLAG_BYTES)
        return false;
    if (take_bracketed(&c, &inside) && c.at == c.end)
        all = inside;
    while (c.at < c.end) {
        if (!take_bracketed(&c, &inside) && !(after_space && take_footnote(&c)) &&
            !take_flag_character(&c))
            return false;
        after_space = cursor_take_space(&c);
        cursor_skip_spaces(&c);
    }
    cell->flag = all.at;
    cell->flag_n = (size_t)(all.end - all.at);
    return true;
}

bool cell_read_flagged_word(struct cursor c, struct cell *cell)
{
    struct cursor word = { c.at, c.at };
    const struct missing_word *found;

    if (!cursor_take(&c, ":"))
        while (c.at < c.end && !cursor_take_space(&c))
            word.end = ++c.at;
    else
        word.end = c.at;
    c.at = word.end;
    if (word.at == word.end || c.at == c.end)
        return false;
    found = cell_find_word(word);
    if (found == NULL)
        return false;
    *cell = cell_of_missing(found);
    return cell_read_flag(c, cell);
}
