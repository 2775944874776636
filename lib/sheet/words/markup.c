/* markup.c - writes texts and the figures in them in the sheet's language. */
#include "sheet/words/markup.h"

#include <string.h>

#include "base/buffer.h"
#include "base/strings.h"
#include "chart/words/words.h"
#include "period/period.h"
#include "series/observation.h"
#include "sheet/targets.h"
#include "sheet/words/field.h"
#include "sheet/words/flag_links.h"
#include "sheet/words/shown.h"
#include "text/format.h"

/* Joins a figure and its status mark, so that no line begins with the mark. */
#define NO_BREAK_SPACE        "\xC2\xA0"
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

/* A part as it is written, in reading order. */
struct piece {
    const char *words, *flag; /* flag: "[p]"; NULL: none */
    const char *flag_uri;     /* of the note that explains it; NULL: there is none */
    const struct markup_part *part;
    bool strong, italic;
    const char *uri;
    struct piece *next;
};

struct writing {
    const sheaf_sheet *sheet;
    struct text *text;
    struct arena *arena;
    sheaf_period own;                   /* of what a label labels */
    const struct page_facts *page;      /* of a header or footer; NULL: of none */
    const struct markup_styles *styles; /* NULL: no flags are wanted */
    struct piece *first, **last;
    size_t n;
};

/* True for what Sheaf writes into an author's sentence, where languages from right to left meet
 * others. A label's own period is left as it is: it ends the label. */
static bool is_isolated(const struct markup_part *part, const struct text *text)
{
    return (part->kind == MARKUP_FIELD || part->kind == MARKUP_SELF ||
            part->kind == MARKUP_REFERENCE) &&
           text_is_right_to_left(text);
}

/* The words stand as one piece: a figure and its flag between the same isolates. */
static bool isolate(struct writing *writing, struct piece *piece)
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
    struct piece *piece = words != NULL ? arena_new(writing->arena, struct piece) : NULL;

    if (piece == NULL)
        return false;
    *piece = (struct piece){ .words = words, .flag = flag, .part = part };
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
static void link_flag(struct writing *writing, struct piece *piece, unsigned flags)
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
    struct piece **added = writing->last;

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

/* "¹²"; "" for 0. NULL after a failure. */
const char *raised_number(struct arena *arena, int number)
{
    static const char *const digits[] = { "\xE2\x81\xB0", "\xC2\xB9",     "\xC2\xB2",
                                          "\xC2\xB3",     "\xE2\x81\xB4", "\xE2\x81\xB5",
                                          "\xE2\x81\xB6", "\xE2\x81\xB7", "\xE2\x81\xB8",
                                          "\xE2\x81\xB9" };

    if (number <= 0)
        return "";
    if (number < 10)
        return digits[number];
    const char *first = raised_number(arena, number / 10);
    return first != NULL ? arena_format(arena, "%s%s", first, digits[number % 10]) : NULL;
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
    struct piece **added = writing->last;

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
    struct piece **added = writing->last;
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

const char *const page_field_names[PAGE_FIELDS] = {
    [PAGE_FIELD_PAGE] = "page",   [PAGE_FIELD_PAGES] = "pages", [PAGE_FIELD_SECTION] = "section",
    [PAGE_FIELD_TITLE] = "title", [PAGE_FIELD_DATE] = "date",
};

static const char *of_page(const struct writing *writing, enum page_field field)
{
    const struct page_facts *facts = writing->page;

    if (facts == NULL)
        return "";
    const char *const words[PAGE_FIELDS] = { facts->page, facts->pages, facts->section,
                                             facts->title, facts->date };
    return words[field];
}

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

/* In the paragraph's language; fails where the text does. NULL after a failure. */
static struct text *begin_language(const struct markup *markup, struct text *text)
{
    return is_foreign(markup, text) ? text_begin(markup->sheet->context, markup->language,
                                                 markup->sheet->font_folder, text_error(text))
                                    : text;
}

static void end_language(struct text *own, struct text *text)
{
    if (own != text)
        text_end(own);
}

/* The paragraph's figures and names are written in its own language. False after a failure, which is
 * the text's. */
static bool write_pieces(struct writing *writing, const struct markup *markup, struct text *text)
{
    writing->text = begin_language(markup, text);
    writing->sheet = markup->sheet;
    writing->last = &writing->first;
    bool well = writing->text != NULL && add_parts(writing, markup->parts, NULL);
    end_language(writing->text, text);
    writing->text = text;
    return well;
}

static char *write_plain(struct writing *writing, const struct markup *markup, struct text *text)
{
    struct arena *arena = writing->arena;
    struct buffer joined;
    char *copy = NULL;

    if (!write_pieces(writing, markup, text))
        return NULL;
    buffer_init(&joined, &arena->alloc, arena->error);
    for (const struct piece *piece = writing->first; piece != NULL; piece = piece->next)
        buffer_text(&joined, piece->words);
    if (!joined.failed && text_error(text)->status == SHEAF_OK)
        copy = arena_text(arena, joined.length > 0 ? joined.bytes : "", joined.length);
    buffer_free(&joined);
    for (char *c = copy; c != NULL && *c != '\0'; c++)
        *c = *c == '\n' ? ' ' : *c; /* a hard break: these texts have none */
    return copy;
}

char *markup_text(const struct markup *markup, struct text *text, struct arena *arena,
                  sheaf_period period)
{
    struct writing writing = { .arena = arena, .own = period };

    return write_plain(&writing, markup, text);
}

char *markup_text_on_page(const struct markup *markup, struct text *text, struct arena *arena,
                          const struct page_facts *facts)
{
    struct writing writing = { .arena = arena, .page = facts };

    return write_plain(&writing, markup, text);
}

static const struct text_style *style_of(const struct markup_styles *styles,
                                         const struct piece *piece)
{
    if (piece->strong && piece->italic && styles->strong_italic != NULL)
        return styles->strong_italic;
    if (piece->strong)
        return styles->strong;
    return piece->italic && styles->italic != NULL ? styles->italic : styles->regular;
}

struct text_span *markup_spans(const struct markup *markup, struct text *text, struct arena *arena,
                               const struct markup_styles *styles, size_t *n)
{
    struct writing writing = { .arena = arena, .styles = styles };

    *n = 0;
    if (!write_pieces(&writing, markup, text))
        return NULL;
    struct text_span *spans = arena_array(arena, struct text_span, 2 * writing.n + 1);
    if (spans == NULL)
        return NULL;
    for (const struct piece *piece = writing.first; piece != NULL; piece = piece->next) {
        spans[(*n)++] = (struct text_span){ piece->words, style_of(styles, piece), piece->uri };
        if (piece->flag != NULL)
            spans[(*n)++] = (struct text_span){ piece->flag, styles->flag,
                                                piece->uri != NULL ? piece->uri : piece->flag_uri };
    }
    if (*n == 0)
        spans[(*n)++] = (struct text_span){ "", styles->regular, NULL };
    return spans;
}

const char *footnote_id(struct arena *arena, int number)
{
    return arena_format(arena, "note.%d", number);
}

const struct text_span *footnote_spans(struct arena *arena, int number,
                                       const struct text_style *style,
                                       const struct text_span *spans, size_t *n)
{
    const char *raised = raised_number(arena, number);
    const char *mark = raised != NULL ? arena_format(arena, "%s" NO_BREAK_SPACE, raised) : NULL;
    struct text_span *all = arena_array(arena, struct text_span, *n + 1);

    if (mark == NULL || all == NULL)
        return NULL;
    all[0] = (struct text_span){ mark, style, NULL };
    all[0].uri = arena_format(arena, "#note.%d.back", number);
    if (all[0].uri == NULL)
        return NULL;
    memcpy(all + 1, spans, *n * sizeof *spans);
    *n += 1;
    return all;
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

static bool is_confidential(const struct field *field)
{
    return field->kind == FIELD_VALUE && field->series != NULL &&
           observation_is_confidential(&field->observation);
}

/* The figure that a field writes, in its words; of a confidential one that it is there. */
static void tell(const struct markup_part *part, struct text *text, const struct shown *shown)
{
    const struct field *field = part->field;
    bool is_figure =
        part->kind == MARKUP_SELF || (part->kind == MARKUP_FIELD && field->branches == NULL);

    if (part->kind == MARKUP_FIELD && is_confidential(field)) {
        shown_figures_add(shown->told, 0, field->series, &field->observation, "");
        return;
    }
    if (shown->told != NULL && is_figure && field->kind == FIELD_VALUE && field->series != NULL &&
        !field_is_missing(field))
        shown_figures_add(shown->told, 0, field->series, &field->observation,
                          field_words(field, text, shown->arena,
                                      part->kind == MARKUP_SELF ? FIELD_IN_BRANCH : 0));
}

/* A field's figure is shown even where only words follow it: "rose"; not where it is missing. */
static void show_parts(const struct markup_part *parts, struct text *text, struct shown *shown)
{
    for (const struct markup_part *part = parts; part != NULL; part = part->next) {
        tell(part, text, shown);
        if (part->kind == MARKUP_FOOTNOTE) {
            shown_add_footnote(shown, part->note);
            show_parts(part->note->parts, text, shown);
        }
        if (part->kind != MARKUP_FIELD)
            continue;
        const struct field *field = part->field;
        if (field_is_missing(field)) {
            show_parts(field->missing, text, shown);
            continue;
        }
        if (field->kind == FIELD_VALUE && field->series != NULL)
            shown_add(shown, field->series, &field->observation, NULL);
        const struct field_branch *branch = field_choose(field, text);
        if (branch != NULL)
            show_parts(branch->parts, text, shown);
    }
}

void markup_show(const struct markup *markup, struct shown *shown)
{
    for (; markup != NULL; markup = markup->next) {
        struct text *text = begin_language(markup, shown->text);

        if (text != NULL)
            show_parts(markup->parts, text, shown);
        end_language(text, shown->text);
    }
}
