/* footnotes.c - takes "[^1]: words" out of a text. A footnote ends before a blank line or the next one. */
#include <string.h>

#include "base/strings.h"
#include "sheet/words/reading.h"

enum { LONGEST_NAME = 40 };

static const char *end_of_line(const char *at, const char *end)
{
    const char *line_end = memchr(at, '\n', (size_t)(end - at));

    return line_end != NULL ? line_end + 1 : end;
}

/* The ']' of "[^name]:" at the beginning of a line; NULL: it is no footnote. */
static const char *name_end(const char *line, const char *end, const char **name)
{
    const char *at = line;

    while (at < end && *at == ' ')
        at++;
    if (end - at < 5 || at[0] != '[' || at[1] != '^')
        return NULL;
    *name = at + 2;
    for (at += 2; at < end && *at != ']' && !is_space(*at); at++)
        ;
    return at > *name && end - at > 1 && at[0] == ']' && at[1] == ':' ? at : NULL;
}

static bool is_blank_line(const char *line, const char *end)
{
    return skip_spaces(line, end) >= end_of_line(line, end);
}

struct footnote *footnote_at(const struct markup_reading *reading, const char *at)
{
    struct footnote *footnote = reading->footnotes;

    while (footnote != NULL && footnote->start != at)
        footnote = footnote->next;
    return footnote;
}

struct footnote *find_footnote(const struct markup_reading *reading, const char *name, size_t n)
{
    struct footnote *footnote = reading->footnotes;

    while (footnote != NULL && (footnote->n != n || memcmp(footnote->name, name, n) != 0))
        footnote = footnote->next;
    return footnote;
}

static bool read_one(struct markup_reading *reading, struct footnote ***last, const char *line,
                     const char *name, const char *close)
{
    const struct sheet_scope *scope = reading->scope;
    const size_t n = (size_t)(close - name);
    const char *words = close + 2;

    if (n > LONGEST_NAME || find_footnote(reading, name, n) != NULL) {
        scope_fail(scope, name, n, "%s",
                   n > LONGEST_NAME ? "the name of a footnote is too long"
                                    : "two footnotes have this name; each needs its own");
        return false;
    }
    struct footnote *footnote = arena_new(&scope->sheet->arena, struct footnote);
    if (footnote == NULL)
        return false;
    *footnote = (struct footnote){ .start = line, .end = end_of_line(line, reading->end) };
    footnote->name = name;
    footnote->n = n;
    const char *next_name;
    while (footnote->end < reading->end && !is_blank_line(footnote->end, reading->end) &&
           name_end(footnote->end, reading->end, &next_name) == NULL)
        footnote->end = end_of_line(footnote->end, reading->end);
    const char *words_end = footnote->end;
    while (words_end > words && is_space(words_end[-1]))
        words_end--;
    footnote->note = read_one_paragraph(reading, &words, words_end, NULL);
    **last = footnote;
    *last = &footnote->next;
    return footnote->note != NULL;
}

bool read_footnotes(struct markup_reading *reading, const char *text)
{
    struct footnote **last = &reading->footnotes;
    const char *line = text, *name, *close;

    while (line < reading->end) {
        close = name_end(line, reading->end, &name);
        if (close == NULL) {
            line = end_of_line(line, reading->end);
            continue;
        }
        if (!read_one(reading, &last, line, name, close))
            return false;
        line = footnote_at(reading, line)->end;
    }
    return true;
}
