/* say.c - the texts and comments of a draft, in the languages that were asked for. */
#include <string.h>

#include "base/strings.h"
#include "sheet/draft/draft.h"
#include "text/languages/language.h"
#include "text/text.h"

/* Languages ----------------------------------------------------------------------- */

static bool is_asked_twice(const struct draft *draft, const char *tag)
{
    for (size_t i = 0; i < draft->n_languages; i++)
        if (string_equal_ignoring_case(draft->languages[i], tag))
            return true;
    return false;
}

static void add_language(struct draft *draft, const char *tag)
{
    const bool has_texts = draft_text(tag, DRAFT_TRADE) != NULL;

    if (!text_language_is_known(tag))
        fail(draft->error, SHEAF_BAD_ARGUMENT,
             "'%.40s' is no known language; write it as en, ru, kk or zh-Hans", tag);
    else if (is_asked_twice(draft, tag))
        fail(draft->error, SHEAF_BAD_ARGUMENT, "the language '%.40s' is named twice", tag);
    else if (draft->n_languages == DRAFT_LANGUAGES ||
             (!has_texts && strchr(draft->options->language, ',') != NULL))
        fail(
            draft->error, SHEAF_BAD_ARGUMENT,
            "of several languages each is one that Sheaf has sentences in: en, ru, kk, zh, fr, de, "
            "ar, ug");
    else
        draft->languages[draft->n_languages++] = has_texts ? tag : "en";
}

void draft_find_languages(struct draft *draft)
{
    const char *at = draft->options->language;

    if (at == NULL)
        at = "en";
    for (;; at++) {
        const size_t n = strcspn(at, ",");
        const char *tag = arena_text(&draft->arena, at, n);

        if (tag == NULL || !draft_is_well(draft))
            return;
        add_language(draft, tag);
        at += n;
        if (*at == '\0')
            return;
    }
}

/* Texts --------------------------------------------------------------------------- */

static const char *fill(struct draft *draft, const char *pattern, const char *const *blanks)
{
    struct buffer buffer;

    buffer_init(&buffer, &draft->arena.alloc, draft->error);
    for (const char *at = pattern; *at != '\0'; at++) {
        if (*at != '%' || at[1] < '1' || at[1] > '0' + DRAFT_BLANKS) {
            buffer_byte(&buffer, *at);
            continue;
        }
        at++;
        if (blanks != NULL && blanks[*at - '1'] != NULL)
            buffer_text(&buffer, blanks[*at - '1']);
    }
    const char *text = buffer.failed || buffer.bytes == NULL
                           ? NULL
                           : arena_text(&draft->arena, buffer.bytes, buffer.length);
    buffer_free(&buffer);
    return text;
}

const char *draft_say(struct draft *draft, enum draft_text text, const char *const *blanks)
{
    return fill(draft, draft_text(draft->languages[draft->language], text), blanks);
}

const char *draft_comment(struct draft *draft, enum draft_text text, const char *const *blanks)
{
    const char *said = draft_say(draft, text, blanks);
    struct buffer buffer;

    buffer_init(&buffer, &draft->arena.alloc, draft->error);
    for (const char *at = said; at != NULL && *at != '\0';) {
        const size_t n = strcspn(at, "\n");
        buffer_format(&buffer, "# %.*s\n", (int)n, at);
        at += n + (at[n] == '\n');
    }
    const char *comment = buffer.failed || buffer.bytes == NULL
                              ? NULL
                              : arena_text(&draft->arena, buffer.bytes, buffer.length);
    buffer_free(&buffer);
    return comment;
}

/* A text in each language into texts; whether they are all the same. NULL among them: no memory. */
static bool say_all(struct draft *draft, draft_saying *say, const void *of, const char **texts)
{
    bool is_same = true;

    for (size_t i = 0; i < draft->n_languages; i++) {
        draft->language = i;
        texts[i] = say(draft, of);
        is_same &= texts[i] != NULL && texts[0] != NULL && strcmp(texts[i], texts[0]) == 0;
    }
    draft->language = 0;
    return is_same;
}

const char *draft_each(struct draft *draft, draft_saying *say, const void *of)
{
    const char *texts[DRAFT_LANGUAGES] = { NULL };
    struct buffer buffer;

    if (say_all(draft, say, of, texts))
        return draft_yaml(&draft->arena, texts[0]);
    buffer_init(&buffer, &draft->arena.alloc, draft->error);
    for (size_t i = 0; i < draft->n_languages; i++) {
        buffer_format(&buffer, "%s%s: ", i == 0 ? "{" : ", ", draft->languages[i]);
        draft_scalar(&buffer, texts[i]);
    }
    buffer_byte(&buffer, '}');
    const char *mapping =
        buffer.failed ? NULL : arena_text(&draft->arena, buffer.bytes, buffer.length);
    buffer_free(&buffer);
    return mapping;
}

static void put_folded(struct buffer *into, const char *text, const char *indent)
{
    buffer_text(into, " >\n");
    for (const char *at = text; at != NULL && *at != '\0';) {
        const size_t n = strcspn(at, "\n");
        buffer_format(into, "%s%.*s\n", indent, (int)n, at);
        at += n + (at[n] == '\n');
    }
}

const char *draft_folded(struct draft *draft, draft_saying *say, const void *of)
{
    const char *texts[DRAFT_LANGUAGES] = { NULL };
    struct buffer buffer;

    (void)!say_all(draft, say, of, texts);
    buffer_init(&buffer, &draft->arena.alloc, draft->error);
    if (draft->n_languages == 1)
        put_folded(&buffer, texts[0], "    ");
    for (size_t i = 0; i < draft->n_languages && draft->n_languages > 1; i++) {
        buffer_format(&buffer, "%s    %s:", i == 0 ? "\n" : "", draft->languages[i]);
        put_folded(&buffer, texts[i], "      ");
    }
    const char *block =
        buffer.failed ? NULL : arena_text(&draft->arena, buffer.bytes, buffer.length);
    buffer_free(&buffer);
    return block;
}

static const char *say_text(struct draft *draft, const void *text)
{
    return draft_say(draft, *(const enum draft_text *)text, NULL);
}

const char *draft_words(struct draft *draft, enum draft_text text)
{
    return draft_each(draft, say_text, &text);
}

/* Words --------------------------------------------------------------------------- */

static const struct {
    const char *flow;
    enum word word;
} flow_words[] = { { "exports", WORD_EXPORTS },
                   { "imports", WORD_IMPORTS },
                   { "turnover", WORD_TURNOVER },
                   { "balance", WORD_BALANCE },
                   { "re-exports", WORD_RE_EXPORTS } };

const char *draft_flow_word(struct draft *draft, size_t flow, bool inside)
{
    const struct language *language = language_of(draft->languages[draft->language]);

    for (size_t i = 0; i < sizeof flow_words / sizeof *flow_words; i++)
        if (strcmp(flow_words[i].flow, draft->flows[flow]) == 0)
            return inside ? language->words[flow_words[i].word].inside
                          : language->words[flow_words[i].word].alone;
    const char *own = draft_plain(&draft->arena, draft_spaced(draft, draft->flows[flow]));
    return inside || own == NULL ? own : draft_capital(draft, own);
}

const char *draft_shown_how(struct draft *draft, const char *what, const char *how)
{
    return draft_say(draft, DRAFT_SHOWN_HOW, BLANKS(what, how));
}

const char *draft_spaced(struct draft *draft, const char *text)
{
    char *copy = text != NULL ? arena_string(&draft->arena, text) : NULL;

    for (char *c = copy; c != NULL && *c != '\0'; c++)
        if (*c == '_')
            *c = ' ';
    return copy;
}
