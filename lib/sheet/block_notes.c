/* block_notes.c - what must be known to read the figures: who says them, which are
 * derived and how, what the marks mean, and the author's own notes.
 *
 * All but the last collect themselves from the figures that the sheet shows. */
#include "sheet/block.h"
#include "sheet/derivation_words.h"
#include "sheet/prose.h"
#include "sheet/reader.h"

#define RIGHT_TO_LEFT_MARK "\xE2\x80\x8F"

struct notes_block {
    struct block block;
    const struct markup *notes; /* the author's own; NULL: none */
};

/* Notes being written, a paragraph each. */
struct note_list {
    struct layout *layout;
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

static struct block *read(struct reader *reader, const struct node *value)
{
    struct markup *first = NULL, **last = &first;

    if (value == NULL || value->kind == NODE_NOTHING)
        return block_notes_create(reader->sheet, NULL);
    for (const struct node_item *item = value->items; item != NULL; item = item->next) {
        if (!keys_check_kind(reader, item->value, TAKES_TEXT, "a note"))
            return NULL;
        *last = reader_markup(reader, item->value, 0);
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

/* "Sources: …": the head strong. */
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

/* "Kazinform News Agency, 26 June 2024": in leftward text, a comma behind a foreign
 * name and the date after it would else be read as part of the name. */
static const char *add_words(struct layout *layout, const char *words, const char *more)
{
    if (words == NULL || more == NULL)
        return NULL;
    return arena_format(&layout->arena, "%s%s%s%s", words,
                        layout->mirrored ? RIGHT_TO_LEFT_MARK : "",
                        punctuation_of(text_locale(layout->text))->comma, more);
}

static const char *source_words(struct layout *layout, const struct source *source)
{
    const char *words = source->title;

    if (source->date.year > 0)
        words = add_words(layout, words, format_date(layout->text, &layout->arena, source->date));
    return source->link != NULL ? add_words(layout, words, source->link) : words;
}

static const char *join(struct layout *layout, const char *before, const char *words)
{
    if (before == NULL || words == NULL)
        return NULL;
    if (before[0] == '\0')
        return words;
    return arena_format(&layout->arena, "%s; %s", before, words);
}

/* Declared sources; without any, those that the data name. */
static void add_sources(struct note_list *list)
{
    struct layout *layout = list->layout;
    const char *words = "";
    size_t n = 0;

    for (const struct source *source = layout->sheet->sources; source != NULL;
         source = source->next, n++)
        words = join(layout, words, source_words(layout, source));
    if (n == 0)
        for (const struct shown_source *source = layout->shown.sources; source != NULL;
             source = source->next, n++)
            words = join(layout, words, source->text);
    if (n == 0)
        return;
    const char *word = format_word(layout->text, n == 1 ? WORD_SOURCE : WORD_SOURCES);
    const char *colon = punctuation_of(text_locale(layout->text))->colon;
    add_note(list, arena_format(&layout->arena, "%s%s", word, colon), words);
}

static void add_mark(struct note_list *list, enum mark mark)
{
    struct layout *layout = list->layout;
    const char *word = format_word(layout->text, mark_word(mark)), *words = "";
    const char *sign = marks_text(1U << mark, &layout->arena);

    if (mark == MARK_DERIVED)
        for (const struct shown_derivation *derivation = layout->shown.derivations;
             derivation != NULL; derivation = derivation->next)
            words = join(layout, words, derivation_words(layout, derivation, list->column));
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
    struct layout *layout = list->layout;
    const struct markup_styles styles = { &layout->theme->note, list->strong,
                                          &layout->theme->note };
    size_t n = 0;
    const struct text_span *spans = markup_spans(note, layout->text, &layout->arena, &styles, &n);

    add_spans(list, spans, n);
}

static struct plan *plan(struct layout *layout, const struct block *block, double width)
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
    struct plan *planned =
        list.failed ? NULL : prose_plan(layout, list.paragraphs, list.n, width, 2, ROLE_NOTE);
    if (planned == NULL)
        return NULL;
    planned->above = 12;
    planned->at_foot = true;
    return planned;
}

const struct block_type block_notes = {
    .name = "notes", .takes = TAKES_NOTHING | TAKES_LIST, .read = read, .show = show, .plan = plan
};
