/* mask_lines.c - lines that begin something, and those of CommonMark or its dialects that mean nothing
 * here. */
#include <string.h>

#include "base/strings.h"
#include "sheet/words/mask_parts.h"

static const char *end_of_line(const struct masking *masking)
{
    const char *end = memchr(masking->at, '\n', (size_t)(masking->end - masking->at));

    return end != NULL ? end : masking->end;
}

static size_t count_of(const char *at, const char *end, const char *signs)
{
    size_t n = 0;

    for (; at < end; at++)
        n += strchr(signs, *at) != NULL && *at != '\0';
    return n;
}

/* A line of CommonMark or its dialects that means nothing here; NULL: it means something. */
static const char *refusal(const char *at, const char *end, bool after_text)
{
    size_t n, dashes;

    at = skip_spaces(at, end);
    while (end > at && is_space(end[-1]))
        end--;
    n = (size_t)(end - at);
    dashes = count_of(at, end, "-");
    if (n >= 3 && (mask_starts_with(at, end, "```") || mask_starts_with(at, end, "~~~")))
        return "code is shown as any other text; this line is left out";
    if (n > 0 && (count_of(at, end, "=") == n || (dashes == n && (n > 1 || after_text))))
        return after_text ? "a line below words makes no heading; write '### ' before them"
                          : "rules are not drawn in texts; this line is left out";
    if (n >= 3 && (count_of(at, end, "* ") == n || count_of(at, end, "_ ") == n))
        return "rules are not drawn in texts; this line is left out";
    if (dashes >= 2 && count_of(at, end, "|") > 0 && count_of(at, end, "-|: ") == n)
        return "a text has no tables; use the block 'table'; this line is left out";
    return NULL;
}

static bool is_definition(const char *at, const char *end)
{
    const char *close;

    at = skip_spaces(at, end);
    if (at == end || *at != '[' || end - at < 4 || at[1] == '^')
        return false;
    close = memchr(at, ']', (size_t)(end - at));
    return close != NULL && end - close > 1 && close[1] == ':';
}

/* True of a bullet or number: a list's item, where what was open before ends. */
static bool begins_item(const char *at, const char *end)
{
    at = skip_spaces(at, end);
    while (at < end && *at >= '0' && *at <= '9')
        at++;
    return end - at > 1 && strchr("-+*.)", *at) != NULL && *at != '\0' && at[1] == ' ';
}

bool masking_begin_line(struct masking *masking, bool *done)
{
    const struct footnote *footnote = footnote_at(masking->reading, masking->at);
    const char *end = end_of_line(masking), *line = masking->at;
    const bool is_blank_line = skip_spaces(line, end) == end;
    const char *before = line > masking->start + 1 ? line - 2 : NULL;
    const bool after_text = before != NULL && *before != '\n' && *before != '\r';

    *done = true;
    if (footnote != NULL) {
        masking->at = footnote->end;
        return masking_strong_is_closed(masking) &&
               masked_copy(masking->masked, masking_scope(masking), "\n", 1);
    }
    if (is_blank_line || begins_item(line, end)) {
        *done = false;
        return masking_strong_is_closed(masking);
    }
    const char *why = refusal(line, end, after_text);
    if (why == NULL && is_definition(line, end))
        why = "a link is written [words](https://…); this line is left out";
    if (why != NULL) {
        scope_warn(masking_scope(masking), line, (size_t)(end - line), why);
        masking->at = end < masking->end ? end + 1 : end;
        return true;
    }
    *done = false;
    return true;
}
