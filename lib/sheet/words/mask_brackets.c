/* mask_brackets.c - links with their addresses, footnotes' marks, and brackets of no link. */
#include <string.h>

#include "base/strings.h"
#include "sheet/words/mask_parts.h"

enum { DEEPEST_BRACKET = 32 }; /* so that no text takes long */

/* Behind the braces that begin here. */
static const char *mask_skip_braces(const char *at, const char *end)
{
    int depth = 0;

    for (; at < end; at++) {
        if (*at == '\\' && at + 1 < end)
            at++;
        else if (*at == '{')
            depth++;
        else if (*at == '}' && --depth == 0)
            return at + 1;
    }
    return end;
}

/* The bracket that closes the one at `at`, in the same paragraph and branch; NULL: none does. */
static const char *closing(const struct masking *masking, const char *at, char opening, char close)
{
    int depth = 0;

    while (at < masking->end && !(depth > 0 && masking_ends_branch(masking, at))) {
        if (*at == '\\' && at + 1 < masking->end) {
            at += 2;
            continue;
        }
        if (*at == '{') {
            at = mask_skip_braces(at, masking->end);
            continue;
        }
        if (*at == '\n' && at + 1 < masking->end &&
            memchr("\r\n", *skip_spaces(at, masking->end - 1), 2) != NULL)
            return NULL;
        depth += *at == opening ? 1 : *at == close ? -1 : 0;
        if (depth == 0)
            return at;
        if (depth > DEEPEST_BRACKET)
            return NULL;
        at++;
    }
    return NULL;
}

/* The parentheses behind a link's words: an address, and perhaps a title in quotes. */
static bool check_address(struct masking *masking, const char *open)
{
    const char *close = closing(masking, open, '(', ')'), *at = open + 1;

    if (close == NULL) {
        scope_fail(masking_scope(masking), open, 1,
                   "the '(' of this link is not closed; a sign itself is written '\\('");
        return false;
    }
    if (!mask_starts_with(at, close, "https://") && !mask_starts_with(at, close, "http://") &&
        !mask_starts_with(at, close, "mailto:") && !mask_starts_with(at, close, "#")) {
        scope_fail(masking_scope(masking), at, (size_t)(close - at),
                   "a link's address begins with https://, http:// or mailto:, or is '#' and a "
                   "block's id");
        return false;
    }
    for (; at < close; at++) {
        if (*at == '{')
            at = mask_skip_braces(at, close) - 1;
        else if (is_space(*at) && *skip_spaces(at, close) != '"') {
            scope_fail(masking_scope(masking), at, 1, "an address has no spaces; write %%20");
            return false;
        } else if (is_space(*at))
            break;
    }
    return true;
}

static bool mask_footnote(struct masking *masking, const char *close)
{
    const char *name = masking->at + 2;
    size_t n = (size_t)(close - name);
    struct footnote *footnote = find_footnote(masking->reading, name, n);
    struct markup_part *part;

    if (masking->around != NULL || footnote == NULL) {
        scope_fail(masking_scope(masking), masking->at, (size_t)(close + 1 - masking->at), "%s",
                   masking->around != NULL ? "a footnote's mark stands outside of braces"
                   : masking_has_paragraphs(masking)
                       ? "no line of this text begins with this footnote's mark and ':'"
                       : "footnotes stand in text blocks only");
        return false;
    }
    part = arena_new(&masking_scope(masking)->sheet->arena, struct markup_part);
    if (part == NULL)
        return false;
    footnote->is_used = true;
    part->kind = MARKUP_FOOTNOTE;
    part->note = footnote->note;
    const struct text_mask mask = { part, NULL, 0 };
    bool well = masked_letter(masking->masked, masking_scope(masking), masking->at, mask);
    masking->at = close + 1;
    return well;
}

bool mask_bracket(struct masking *masking)
{
    const char *at = masking->at, *close = closing(masking, at, '[', ']'), *behind;

    if (close == NULL) {
        scope_fail(masking_scope(masking), at, 1,
                   "'[' is not closed; a bracket itself is written '\\['");
        return false;
    }
    if (at[1] == '^' && close > at + 2)
        return mask_footnote(masking, close);
    behind = close + 1;
    if (behind < masking->end && *behind == '(')
        return check_address(masking, behind) && masking_copy(masking, 1);
    if (behind < masking->end && *behind == '[' && masking->dropped_from == NULL &&
        (behind + 1 == masking->end || behind[1] != '^')) {
        const char *end = closing(masking, behind, '[', ']');
        if (end != NULL) {
            scope_warn(masking_scope(masking), at, (size_t)(end + 1 - at),
                       "a link is written [words](https://…); this one is shown as its words");
            masking->dropped_from = close;
            masking->dropped_to = end + 1;
            return masking_put(masking, "", 0, 1);
        }
    }
    return masking_put(masking, "[", 1, 1);
}
