/* markup_pieces.c - the parts of a paragraph as they are written, with their flags, marks and links. */
#include "sheet/words/markup_pieces.h"

#include <string.h>

#include "base/strings.h"
#include "chart/words/words.h"
#include "period/period.h"
#include "sheet/targets.h"
#include "sheet/words/field.h"
#include "sheet/words/flag_links.h"
#include "sheet/words/shown.h"
#include "text/format.h"

#define WORD_JOINER           "\xE2\x81\xA0"
#define NARROW_NO_BREAK_SPACE "\xE2\x80\xAF"

/* Unicode's FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE. Without them the "30.1%" behind
 * "$31.5 مىليارد, " would move to the left of that comma, and a status mark into the next figure. */
#define BEGIN_ISOLATE "\xE2\x81\xA8"
#define END_ISOLATE   "\xE2\x81\xA9"

/* Lines may be broken beside any Chinese or Japanese character: U+3000 and above, UTF-8 0xE3 and
 * above. */
static bool breaks_anywhere(const char *text)
{
    return (unsigned char)*text >= 0xE3;
}

const char *unbroken(struct arena *arena, const char *text)
{
    char *whole = text != NULL ? arena_take(arena, 4 * strlen(text) + 1, 1) : NULL;
    const char *end = text != NULL ? text + strlen(text) : NULL;
    size_t n = 0;

    while (whole != NULL && text < end) {
        const char *start = text;
        utf8_next(&text, end);
        if (*start == ' ') {
            memcpy(whole + n, NO_BREAK_SPACE, 2);
            n += 2;
            continue;
        }
        memcpy(whole + n, start, (size_t)(text - start));
        n += (size_t)(text - start);
        if (text < end && *text != ' ' && (breaks_anywhere(start) || breaks_anywhere(text))) {
            memcpy(whole + n, WORD_JOINER, 3);
            n += 3;
        }
    }
    return whole;
}

/* True for what Sheaf writes into an author's sentence, where languages from right to left meet
 * others. A label's own period is left as it is: it ends the label. */
static bool is_isolated(const struct markup_part *part, const struct text *text)
{
    return (part->kind == MARKUP_FIELD || part->kind == MARKUP_SELF ||
            part->kind == MARKUP_REFERENCE) &&
           text_is_right_to_left(text);
}

/* The words stand as one piece: a figure and its flag between the same isolates. */
static bool isolate(struct writing *writing, struct markup_piece *piece)
{
    bool alone = piece->flag == NULL;

    if (!alone)
        piece->flag = arena_format(writing->arena, NO_BREAK_SPACE "%s%s", piece->flag,
                                   is_isolated(piece->part, writing->text) ? END_ISOLATE : "");
    if (is_isolated(piece->part, writing->text))
        piece->words = arena_format(writing->arena, BEGIN_ISOLATE "%s%s", piece->words,
                                    alone ? END_ISOLATE : "");
    return piece->words != NULL && (alone || piece->flag != NULL);
}

static bool add_piece(struct writing *writing, const struct markup_part *part,
                      const struct markup_part *outer, const char *words, const char *flag)
{
    struct markup_piece *piece =
        words != NULL ? arena_new(writing->arena, struct markup_piece) : NULL;

    if (piece == NULL)
        return false;
    *piece = (struct markup_piece){ .words = words, .flag = flag, .part = part };
    piece->strong = part->strong || (outer != NULL && outer->strong);
    piece->italic = part->italic || (outer != NULL && outer->italic);
    piece->uri = part->uri != NULL ? part->uri : outer != NULL ? outer->uri : NULL;
    if (piece->uri != NULL && piece->uri[0] == '#' &&
        target_named(writing->sheet, piece->uri + 1) == NULL)
        piece->uri = NULL; /* the block is left out */
    *writing->last = piece;
    writing->last = &piece->next;
    writing->n++;
    return isolate(writing, piece);
}

static unsigned flags_beside(const struct writing *writing, const struct field *field)
{
    if (writing->styles == NULL || writing->styles->flag == NULL || field->kind != FIELD_VALUE ||
        (field->options & FIELD_NO_FLAGS))
        return 0;
    return flags_of(&field->observation, writing->styles->flags);
}

/* The flags of a text lead to their note in a block of notes. */
static void link_flag(struct writing *writing, struct markup_piece *piece, unsigned flags)
{
    const struct shown *shown = writing->styles != NULL ? writing->styles->shown : NULL;

    if (flags != 0 && shown != NULL && shown->has_notes)
        piece->flag_uri = flag_uri(writing->arena, flags, shown->flags);
}

static bool add_figure(struct writing *writing, const struct markup_part *part,
                       const struct markup_part *outer)
{
    const unsigned position = (part->kind == MARKUP_SELF ? FIELD_IN_BRANCH : 0) |
                              (part->before_noun ? FIELD_BEFORE_NOUN : 0);
    const char *words = field_words(part->field, writing->text, writing->arena, position);
    const unsigned flags = flags_beside(writing, part->field);
    const char *flag = flags_text(flags, writing->arena);
    struct markup_piece **added = writing->last;

    if (words == NULL || flag == NULL ||
        !add_piece(writing, part, outer, words, flag[0] != '\0' ? flag : NULL))
        return false;
    link_flag(writing, *added, flags);
    return true;
}

static bool add_parts(struct writing *writing, const struct markup_part *parts,
                      const struct markup_part *outer);

/* A field's branch, what comes where its figure is missing, or the figure itself. A branch inherits
 * the style of its field. */
static bool add_field(struct writing *writing, const struct markup_part *part,
                      const struct markup_part *outer)
{
    const struct field *field = part->field;
    struct markup_part style = *part;

    if (outer != NULL) {
        style.strong |= outer->strong;
        style.italic |= outer->italic;
        style.uri = style.uri != NULL ? style.uri : outer->uri;
    }
    if (field_is_missing(field))
        return add_parts(writing, field->missing, &style); /* words are no figure: no flag */
    if (field->branches == NULL)
        return add_figure(writing, part, outer);
    const struct field_branch *branch = field_choose(field, writing->text);
    return branch != NULL && add_parts(writing, branch->parts, &style);
}

/* "¹²": of a footnote that is not shown, nothing. */
static const char *footnote_mark(const struct writing *writing, const struct markup *note)
{
    const struct shown *shown = writing->styles != NULL ? writing->styles->shown : NULL;
    const char *mark =
        raised_number(writing->arena, shown != NULL ? shown_footnote_number(shown, note) : 0);

    /* A digit of a text from right to left would join a figure before it. */
    if (mark == NULL || mark[0] == '\0' || !text_is_right_to_left(writing->text))
        return mark;
    return arena_format(writing->arena, NARROW_NO_BREAK_SPACE "%s", mark);
}

/* The mark leads to the note. */
static bool add_footnote(struct writing *writing, const struct markup_part *part,
                         const struct markup_part *outer)
{
    const struct shown *shown = writing->styles != NULL ? writing->styles->shown : NULL;
    int number = shown != NULL ? shown_footnote_number(shown, part->note) : 0;
    struct markup_piece **added = writing->last;

    if (!add_piece(writing, part, outer, footnote_mark(writing, part->note), NULL))
        return false;
    if (number > 0)
        (*added)->uri = arena_format(writing->arena, "#note.%d", number);
    return number == 0 || (*added)->uri != NULL;
}

/* Of a block that is left out, nothing. */
static bool add_reference(struct writing *writing, const struct markup_part *part,
                          const struct markup_part *outer)
{
    const struct sheet_target *target = target_named(writing->sheet, part->text);
    struct markup_piece **added = writing->last;
    const char *words = "";

    if (target != NULL && part->number_only && target->number > 0)
        words = arena_format(writing->arena, "%d", target->number);
    else if (target != NULL && !part->number_only)
        words = unbroken(writing->arena, target_name(target, writing->text, writing->arena));
    if (!add_piece(writing, part, outer, words, NULL))
        return false;
    if (target != NULL && (*added)->uri == NULL)
        (*added)->uri = arena_format(writing->arena, "#%s", target->id);
    return target == NULL || (*added)->uri != NULL;
}

static const char *own_period(const struct writing *writing)
{
    if (!period_valid(writing->own))
        return "";
    return unbroken(writing->arena,
                    period_words(writing->text, writing->arena, writing->own, PERIOD_SHORT));
}

static const char *of_page(const struct writing *writing, enum page_field field)
{
    const struct page_facts *facts = writing->page;

    if (facts == NULL)
        return "";
    const char *const words[PAGE_FIELDS] = { facts->page, facts->pages, facts->section,
                                             facts->title, facts->date };
    return words[field];
}

static bool add_parts(struct writing *writing, const struct markup_part *parts,
                      const struct markup_part *outer)
{
    bool well = true;

    for (const struct markup_part *part = parts; part != NULL && well; part = part->next)
        switch (part->kind) {
        case MARKUP_TEXT:
            well = add_piece(writing, part, outer, part->text, NULL);
            break;
        case MARKUP_FIELD:
            well = add_field(writing, part, outer);
            break;
        case MARKUP_SELF:
            well = add_figure(writing, part, outer);
            break;
        case MARKUP_OWN_PERIOD:
            well = add_piece(writing, part, outer, own_period(writing), NULL);
            break;
        case MARKUP_OF_PAGE:
            well = add_piece(writing, part, outer, of_page(writing, part->page_field), NULL);
            break;
        case MARKUP_FOOTNOTE:
            well = add_footnote(writing, part, outer);
            break;
        case MARKUP_REFERENCE:
            well = add_reference(writing, part, outer);
            break;
        }
    return well;
}

/* Whether the paragraph has a language of its own. */
static bool is_foreign(const struct markup *markup, const struct text *text)
{
    return markup->language != NULL && strcmp(markup->language, text_locale(text)) != 0;
}

struct text *markup_begin_language(const struct markup *markup, struct text *text)
{
    return is_foreign(markup, text) ? text_begin(markup->sheet->context, markup->language,
                                                 markup->sheet->font_folder, text_error(text))
                                    : text;
}

void markup_end_language(struct text *own, struct text *text)
{
    if (own != text)
        text_end(own);
}

bool markup_write_pieces(struct writing *writing, const struct markup *markup, struct text *text)
{
    writing->text = markup_begin_language(markup, text);
    writing->sheet = markup->sheet;
    writing->last = &writing->first;
    bool well = writing->text != NULL && add_parts(writing, markup->parts, NULL);
    markup_end_language(writing->text, text);
    writing->text = text;
    return well;
}
