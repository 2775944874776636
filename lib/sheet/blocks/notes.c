/* notes.c - the sources of the figures, of what computed series are made, how estimates were made,
 * what status flags mean, and the author's own notes.
 *
 * All but the author's notes are collected from the figures that the sheet shows. */
#include <string.h>

#include "base/buffer.h"
#include "chart/words/words.h"
#include "sheet/blocks/block.h"
#include "sheet/spec/reader.h"
#include "sheet/words/definitions.h"
#include "sheet/words/derivations.h"
#include "sheet/words/flag_links.h"
#include "sheet/words/prose.h"

#define RIGHT_TO_LEFT_MARK "\xE2\x80\x8F"
#define DOT                " \xC2\xB7 "

/* Estimates that are told one by one. */
enum { MOST_ESTIMATES = 8 };

struct notes_block {
    struct block block;
    const struct markup *notes; /* the author's own; NULL: none */
    bool no_definitions;
    bool is_short; /* of a sheet that asks for no notes: sources, dates, and what flags mean */
};

static const char *const yes_or_no[] = { "yes", "no", NULL };

enum { NOTES_TEXTS, NOTES_DEFINITIONS, NOTES_KEYS };
static const struct spec_key notes_keys[NOTES_KEYS] = {
    [NOTES_TEXTS] = { "texts", SPEC_LIST, false, NULL },
    [NOTES_DEFINITIONS] = { "definitions", SPEC_TEXT, false, yes_or_no },
};
const struct grammar notes_grammar = { "notes", "notes", notes_keys, NOTES_KEYS };

/* The notes as they are set, one paragraph each. */
struct note_list {
    struct sheet_layout *layout;
    struct text_style *strong;
    double column; /* width of a line */
    struct prose_paragraph *paragraphs;
    size_t n, capacity;
    bool is_short;
    bool failed;
};

struct block *block_notes_create(sheaf_sheet *sheet, const struct markup *notes)
{
    struct notes_block *block = block_new(sheet, &block_notes, sizeof *block);

    if (block == NULL)
        return NULL;
    block->notes = notes;
    return &block->block;
}

bool block_notes_set_definitions(struct block *block, bool definitions)
{
    if (block->type != &block_notes)
        return false;
    ((struct notes_block *)block)->no_definitions = !definitions;
    return true;
}

/* The author's own notes; *last: NULL if there are none. False after a failure. */
static bool read_texts(struct spec_reader *reader, const struct node *list, struct markup **first)
{
    struct markup **last = first;

    *first = NULL;
    for (const struct node_item *item = list != NULL ? list->items : NULL; item != NULL;
         item = item->next) {
        if (!keys_check_kind(reader, item->value, SPEC_TEXT | SPEC_WORDS, "a note"))
            return false;
        *last = spec_markup(reader, item->value, 0);
        if (*last == NULL)
            return false;
        last = &(*last)->next;
    }
    return true;
}

static struct block *read(struct spec_reader *reader, const struct node *value)
{
    const struct node *values[NOTES_KEYS] = { NULL };
    struct markup *texts;

    if (value == NULL || value->kind == NODE_NOTHING)
        return block_notes_create(reader->sheet, NULL);
    if (value->kind == NODE_LIST)
        values[NOTES_TEXTS] = value;
    else if (!keys_read(reader, value, &notes_grammar, values))
        return NULL;
    if (!read_texts(reader, values[NOTES_TEXTS], &texts))
        return NULL;
    struct block *block = block_notes_create(reader->sheet, texts);
    if (block != NULL && values[NOTES_DEFINITIONS] != NULL)
        ((struct notes_block *)block)->no_definitions =
            strcmp(values[NOTES_DEFINITIONS]->text, "no") == 0;
    return block;
}

static void show(const struct block *block, struct shown *shown)
{
    shown->has_notes = true;
    markup_show(((const struct notes_block *)block)->notes, shown);
}

static void add_spans(struct note_list *list, const struct text_span *spans, size_t n)
{
    if (spans == NULL || list->n == list->capacity)
        list->failed = true;
    else
        list->paragraphs[list->n++] =
            (struct prose_paragraph){ .spans = spans, .n_spans = n, .gap = -1 };
}

/* "Sources: …", with the first word in semibold; addresses are links. */
static void add_note(struct note_list *list, const char *head, const char *words)
{
    struct arena *arena = &list->layout->arena;
    size_t n = 0;
    const struct text_span *said =
        words != NULL ? text_spans_of(arena, words, &list->layout->theme->note, &n) : NULL;
    struct text_span *spans = arena_array(arena, struct text_span, n + 1);

    list->failed |= spans == NULL || head == NULL || said == NULL;
    if (list->failed)
        return;
    spans[0] = (struct text_span){ head, list->strong, NULL };
    memcpy(spans + 1, said, n * sizeof *said);
    add_spans(list, spans, n + 1);
}

/* Readers find the notes by it. */
static void add_heading(struct note_list *list)
{
    add_note(list, format_word(list->layout->text, WORD_NOTES), "");
    if (list->failed)
        return;
    list->paragraphs[list->n - 1].role = ROLE_HEADING1;
    list->paragraphs[list->n - 1].keeps_next = true;
}

/* "Kazinform News Agency, 26 June 2024". In right-to-left text a mark of direction keeps the comma
 * and the date from being ordered as part of a Latin name. */
static const char *add_words(struct sheet_layout *layout, const char *words, const char *more)
{
    if (words == NULL || more == NULL)
        return NULL;
    return arena_format(&layout->arena, "%s%s%s%s", words,
                        layout->mirrored ? RIGHT_TO_LEFT_MARK : "",
                        punctuation_of(text_locale(layout->text))->comma, more);
}

static const char *source_words(struct sheet_layout *layout, const struct sheet_source *source)
{
    const char *words = source->title;

    if (source->date.year > 0)
        words = add_words(layout, words, format_date(layout->text, &layout->arena, source->date));
    return source->link != NULL ? add_words(layout, words, source->link) : words;
}

/* Words separated by the language's semicolons. Words that are NULL are a failure. */
static void join(struct sheet_layout *layout, struct buffer *joined, const char *words)
{
    joined->failed |= words == NULL;
    if (joined->length > 0)
        buffer_text(joined, punctuation_of(text_locale(layout->text))->semicolon);
    buffer_text(joined, words != NULL ? words : "");
}

/* What was joined, in the layout's arena; NULL after a failure. */
static const char *end_join(struct sheet_layout *layout, struct buffer *joined)
{
    const char *words = joined->failed ? NULL
                        : joined->length > 0
                            ? arena_text(&layout->arena, joined->bytes, joined->length)
                            : "";

    buffer_free(joined);
    return words;
}

/* The sources that the author declares or, if there are none, those of the data. */
static void add_sources(struct note_list *list)
{
    struct sheet_layout *layout = list->layout;
    struct buffer joined;
    size_t n = 0;

    buffer_init(&joined, &layout->arena.alloc, layout->arena.error);
    for (const struct sheet_source *source = layout->sheet->sources; source != NULL;
         source = source->next, n++)
        join(layout, &joined, source_words(layout, source));
    if (n == 0)
        for (const struct shown_source *source = layout->shown.sources; source != NULL;
             source = source->next, n++)
            join(layout, &joined, source->text);
    if (n == 0)
        return;
    const char *words = end_join(layout, &joined);
    const char *word = format_word(layout->text, n == 1 ? WORD_SOURCE : WORD_SOURCES);
    const char *colon = punctuation_of(text_locale(layout->text))->colon;
    add_note(list, arena_format(&layout->arena, "%s%s", word, colon), words);
}

/* "turnover 2022 = 31.5 / (1 + 30.1 %); exports 2022 = …; 3 more": the first few estimates. */
static const char *all_estimates(struct note_list *list)
{
    struct sheet_layout *layout = list->layout;
    struct buffer joined;
    size_t n = 0;

    buffer_init(&joined, &layout->arena.alloc, layout->arena.error);
    for (const struct shown_derivation *derivation = layout->shown.derivations;
         derivation != NULL && !joined.failed; derivation = derivation->next)
        if (n++ < MOST_ESTIMATES)
            join(layout, &joined, derivation_words(layout, derivation, list->column));
    if (n > MOST_ESTIMATES)
        join(layout, &joined, words_of_more(layout, n - MOST_ESTIMATES));
    return end_join(layout, &joined);
}

static void add_definitions(struct note_list *list)
{
    struct sheet_layout *layout = list->layout;
    size_t n = 0;
    const char *words = definitions_words(layout, &n);
    const char *word = format_word(layout->text, n == 1 ? WORD_DEFINITION : WORD_DEFINITIONS);

    if (words == NULL || n > 0)
        add_note(list,
                 arena_format(&layout->arena, "%s%s", word,
                              punctuation_of(text_locale(layout->text))->colon),
                 words);
}

/* Puts the sign before the note: it leads back to the first figure that has it, and these lead here. */
static void link_back(struct note_list *list, enum status_flag flag, const char *sign)
{
    struct arena *arena = &list->layout->arena;
    struct prose_paragraph *note = &list->paragraphs[list->n - 1];
    struct text_span *spans = arena_array(arena, struct text_span, note->n_spans + 1);
    const char *id = flag_note_id(arena, flag);
    const char *back = id != NULL ? arena_format(arena, "#%s.back", id) : NULL;

    if (spans == NULL || back == NULL) {
        list->failed = true;
        return;
    }
    spans[0] = (struct text_span){ sign, list->strong, back };
    memcpy(spans + 1, note->spans, note->n_spans * sizeof *spans);
    note->spans = spans;
    note->n_spans++;
    note->place.id = id;
}

/* The flag, its word and, of own estimates, how they were made. sign: "" where the author wants no
 * flags beside figures. */
static void add_flag(struct note_list *list, enum status_flag flag, const char *sign)
{
    struct sheet_layout *layout = list->layout;
    const size_t before = list->n;
    const char *word = format_word(layout->text, flag_word(flag));
    const bool is_told = flag == FLAG_OWN_ESTIMATE && !list->is_short;
    const char *words = is_told ? all_estimates(list) : "";
    const char *unit = is_told ? derivation_unit(layout) : "";

    if (words == NULL || sign == NULL || unit == NULL) {
        list->failed = true;
        return;
    }
    add_note(list,
             arena_format(&layout->arena, "%s%s%s%s", sign[0] != '\0' ? " " : "", word, unit,
                          words[0] != '\0' ? punctuation_of(text_locale(layout->text))->colon : ""),
             words);
    if (list->n > before && sign[0] != '\0')
        link_back(list, flag, sign);
}

/* Without notes of the author's, tables explain their own flags. */
static unsigned flags_to_tell(const struct sheet_layout *layout, bool is_short)
{
    return layout->shown.flags & ~(is_short ? layout->told_flags : 0);
}

static void add_flags(struct note_list *list)
{
    struct sheet_layout *layout = list->layout;

    const unsigned flags = flags_to_tell(layout, list->is_short);

    for (unsigned flag = 0; flag < FLAG_COUNT; flag++)
        if ((flags >> flag & 1) != 0)
            add_flag(list, flag, flags_text(1U << flag, &layout->arena));
        else if (flag == FLAG_OWN_ESTIMATE && layout->shown.derivations != NULL && !list->is_short)
            add_flag(list, flag, "");
}

/* number: of a footnote; 0: it is none. */
static void add_own(struct note_list *list, const struct markup *note, int number)
{
    struct sheet_layout *layout = list->layout;
    struct text_style *italic = arena_new(&layout->arena, struct text_style);
    struct text_style *strong_italic = arena_new(&layout->arena, struct text_style);
    size_t n = 0;

    if (italic == NULL || strong_italic == NULL) {
        list->failed = true;
        return;
    }
    *italic = layout->theme->note;
    *strong_italic = *list->strong;
    italic->italic = strong_italic->italic = true;
    const struct markup_styles styles = { &layout->theme->note, list->strong,
                                          &layout->theme->note, italic,
                                          strong_italic,        layout_flags(layout, NULL),
                                          &layout->shown };
    const struct text_span *spans = markup_spans(note, layout->text, &layout->arena, &styles, &n);

    if (spans != NULL && number > 0)
        spans = footnote_spans(&layout->arena, number, list->strong, spans, &n);
    add_spans(list, spans, n);
    if (!list->failed)
        list->paragraphs[list->n - 1].language = note->language;
    if (!list->failed && number > 0)
        list->paragraphs[list->n - 1].place.id = footnote_id(&layout->arena, number);
}

static void add_footnotes(struct note_list *list)
{
    int number = 0;

    for (const struct shown_footnote *footnote = list->layout->shown.footnotes; footnote != NULL;
         footnote = footnote->next)
        add_own(list, footnote->note, ++number);
}

/* "Released on 15 June 2024 · Next release on 15 July 2024 · Data extracted on 10 June 2024". */
static void add_dates(struct note_list *list)
{
    struct sheet_layout *layout = list->layout;
    const sheaf_sheet *sheet = layout->sheet;
    const struct {
        enum own_phrase phrase;
        const struct date *date;
    } dates[] = { { PHRASE_RELEASED, &sheet->release },
                  { PHRASE_NEXT_RELEASE, &sheet->next_release },
                  { PHRASE_EXTRACTED, &sheet->extracted } };
    const char *words = "";

    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        if (dates[i].date->year == 0)
            continue;
        const struct blank blank = { "date",
                                     format_date(layout->text, &layout->arena, *dates[i].date) };
        const char *one = format_phrase(layout->text, &layout->arena, dates[i].phrase, &blank, 1);
        words = one != NULL && words != NULL ? arena_format(&layout->arena, "%s%s%s", words,
                                                            words[0] != '\0' ? DOT : "", one)
                                             : NULL;
    }
    if (words == NULL || words[0] != '\0')
        add_note(list, "", words);
}

static struct block_plan *plan(struct sheet_layout *layout, const struct block *block, double width)
{
    const struct notes_block *notes = (const struct notes_block *)block;
    struct note_list list = { .layout = layout,
                              .column = prose_column_width(layout, width, block->columns),
                              .is_short = notes->is_short,
                              .capacity = 4 + FLAG_COUNT };

    for (const struct markup *note = notes->notes; note != NULL; note = note->next)
        list.capacity++;
    for (const struct shown_footnote *footnote = layout->shown.footnotes; footnote != NULL;
         footnote = footnote->next)
        list.capacity++;
    list.strong = arena_new(&layout->arena, struct text_style);
    list.paragraphs = arena_array(&layout->arena, struct prose_paragraph, list.capacity);
    if (list.strong == NULL || list.paragraphs == NULL)
        return NULL;
    *list.strong = layout->theme->note;
    list.strong->semibold = true;

    if (!notes->is_short) {
        add_heading(&list);
        add_footnotes(&list);
    }
    add_dates(&list);
    add_sources(&list);
    if (!notes->no_definitions && !notes->is_short)
        add_definitions(&list);
    add_flags(&list);
    for (const struct markup *note = notes->notes; note != NULL; note = note->next)
        add_own(&list, note, 0);
    if (!notes->is_short && list.n == 1)
        list.n = 0; /* no heading above nothing */
    struct block_plan *planned = list.failed ? NULL
                                             : prose_plan(layout, list.paragraphs, list.n, width,
                                                          block->columns, 2, ROLE_NOTE);
    if (planned == NULL)
        return NULL;
    planned->space_above = 12;
    planned->at_foot = true;
    return planned;
}

const struct block_type block_notes = { .name = "notes",
                                        .takes = SPEC_NOTHING | SPEC_LIST | SPEC_MAPPING,
                                        .grammar = &notes_grammar,
                                        .read = read,
                                        .show = show,
                                        .shows_labels = true,
                                        .plan = plan };

static const struct notes_block short_notes = { .block = { .type = &block_notes },
                                                .is_short = true };

const struct block *block_notes_short(const struct sheet_layout *layout)
{
    const struct shown *shown = &layout->shown;
    const sheaf_sheet *sheet = layout->sheet;
    bool has_dates =
        sheet->release.year > 0 || sheet->next_release.year > 0 || sheet->extracted.year > 0;
    bool is_needed =
        flags_to_tell(layout, true) != 0 || shown->sources != NULL || sheet->sources != NULL;

    return !shown->has_notes && (is_needed || has_dates) ? &short_notes.block : NULL;
}
