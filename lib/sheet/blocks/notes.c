/* notes.c - the sources of the figures, how derived figures were computed, what status marks mean,
 * and the author's own notes.
 *
 * All but the author's notes are collected from the figures that the sheet shows. */
#include "base/buffer.h"
#include "chart/words/words.h"
#include "sheet/blocks/block.h"
#include "sheet/spec/reader.h"
#include "sheet/words/derivations.h"
#include "sheet/words/prose.h"

#define RIGHT_TO_LEFT_MARK "\xE2\x80\x8F"

struct notes_block {
    struct block block;
    const struct markup *notes; /* the author's own; NULL: none */
};

/* The notes as they are set, one paragraph each. */
struct note_list {
    struct sheet_layout *layout;
    struct text_style *strong;
    double column; /* width of a line */
    struct prose_paragraph *paragraphs;
    size_t n, capacity;
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

static struct block *read(struct spec_reader *reader, const struct node *value)
{
    struct markup *first = NULL, **last = &first;

    if (value == NULL || value->kind == NODE_NOTHING)
        return block_notes_create(reader->sheet, NULL);
    for (const struct node_item *item = value->items; item != NULL; item = item->next) {
        if (!keys_check_kind(reader, item->value, SPEC_TEXT, "a note"))
            return NULL;
        *last = spec_markup(reader, item->value, 0);
        if (*last == NULL)
            return NULL;
        last = &(*last)->next;
    }
    return block_notes_create(reader->sheet, first);
}

static void show(const struct block *block, struct shown *shown)
{
    markup_show(((const struct notes_block *)block)->notes, shown);
}

static void add_spans(struct note_list *list, const struct text_span *spans, size_t n)
{
    if (spans == NULL || list->n == list->capacity)
        list->failed = true;
    else
        list->paragraphs[list->n++] = (struct prose_paragraph){ spans, n };
}

/* "Sources: …", with the first word in semibold. */
static void add_note(struct note_list *list, const char *head, const char *words)
{
    struct text_span *spans = arena_array(&list->layout->arena, struct text_span, 2);

    list->failed |= spans == NULL || head == NULL || words == NULL;
    if (list->failed)
        return;
    spans[0] = (struct text_span){ head, list->strong, NULL };
    spans[1] = (struct text_span){ words, &list->layout->theme->note, NULL };
    add_spans(list, spans, 2);
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

/* Words separated by semicolons. Words that are NULL are a failure. */
static void join(struct buffer *joined, const char *words)
{
    joined->failed |= words == NULL;
    if (joined->length > 0)
        buffer_text(joined, "; ");
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
        join(&joined, source_words(layout, source));
    if (n == 0)
        for (const struct shown_source *source = layout->shown.sources; source != NULL;
             source = source->next, n++)
            join(&joined, source->text);
    if (n == 0)
        return;
    const char *words = end_join(layout, &joined);
    const char *word = format_word(layout->text, n == 1 ? WORD_SOURCE : WORD_SOURCES);
    const char *colon = punctuation_of(text_locale(layout->text))->colon;
    add_note(list, arena_format(&layout->arena, "%s%s", word, colon), words);
}

/* "turnover 2022 = 31.5 / (1 + 30.1 %); imports 2022 = …" */
static const char *all_derivations(struct note_list *list)
{
    struct sheet_layout *layout = list->layout;
    struct buffer joined;

    buffer_init(&joined, &layout->arena.alloc, layout->arena.error);
    for (const struct shown_derivation *derivation = layout->shown.derivations;
         derivation != NULL && !joined.failed; derivation = derivation->next)
        join(&joined, derivation_words(layout, derivation, list->column));
    return end_join(layout, &joined);
}

static void add_mark(struct note_list *list, enum status_mark mark)
{
    struct sheet_layout *layout = list->layout;
    const char *word = format_word(layout->text, mark_word(mark));
    const char *words = mark == MARK_DERIVED ? all_derivations(list) : "";
    const char *sign = marks_text(1U << mark, &layout->arena);

    const char *unit = mark == MARK_DERIVED ? derivation_unit(layout) : "";
    if (words == NULL || sign == NULL || unit == NULL) {
        list->failed = true;
        return;
    }
    add_note(list,
             arena_format(&layout->arena, "%s %s%s%s", sign, word, unit,
                          words[0] != '\0' ? punctuation_of(text_locale(layout->text))->colon : ""),
             words);
}

static void add_own(struct note_list *list, const struct markup *note)
{
    struct sheet_layout *layout = list->layout;
    const struct markup_styles styles = { &layout->theme->note, list->strong,
                                          &layout->theme->note };
    size_t n = 0;
    const struct text_span *spans = markup_spans(note, layout->text, &layout->arena, &styles, &n);

    add_spans(list, spans, n);
}

static struct block_plan *plan(struct sheet_layout *layout, const struct block *block, double width)
{
    const struct notes_block *notes = (const struct notes_block *)block;
    struct note_list list = { .layout = layout,
                              .column = prose_column_width(layout, width),
                              .capacity = 1 + MARK_COUNT };

    for (const struct markup *note = notes->notes; note != NULL; note = note->next)
        list.capacity++;
    list.strong = arena_new(&layout->arena, struct text_style);
    list.paragraphs = arena_array(&layout->arena, struct prose_paragraph, list.capacity);
    if (list.strong == NULL || list.paragraphs == NULL)
        return NULL;
    *list.strong = layout->theme->note;
    list.strong->semibold = true;

    add_sources(&list);
    for (unsigned mark = 0; mark < MARK_COUNT; mark++)
        if ((layout->shown.marks >> mark & 1) != 0)
            add_mark(&list, mark);
    for (const struct markup *note = notes->notes; note != NULL; note = note->next)
        add_own(&list, note);
    struct block_plan *planned =
        list.failed ? NULL : prose_plan(layout, list.paragraphs, list.n, width, 2, ROLE_NOTE);
    if (planned == NULL)
        return NULL;
    planned->space_above = 12;
    planned->at_foot = true;
    return planned;
}

const struct block_type block_notes = {
    .name = "notes", .takes = SPEC_NOTHING | SPEC_LIST, .read = read, .show = show, .plan = plan
};
