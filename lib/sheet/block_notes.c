/* block_notes.c - what must be known to read the figures: who says them, which are
 * derived and how, what the marks mean, and the author's own notes.
 *
 * All but the last collect themselves from the figures that the sheet shows. */
#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "chart/names.h"
#include "chart/words.h"
#include "data/digits.h"
#include "data/period.h"
#include "sheet/block.h"
#include "sheet/prose.h"
#include "sheet/reader.h"

#define EN_DASH            "\xE2\x80\x93"
#define MINUS              "\xE2\x88\x92"
#define ELLIPSIS           "\xE2\x80\xA6"
#define NO_BREAK_SPACE     "\xC2\xA0"
#define RIGHT_TO_LEFT_MARK "\xE2\x80\x8F"
#define BEGIN_RIGHTWARDS   "\xE2\x81\xA6" /* what follows runs left to right, */
#define END_RIGHTWARDS     "\xE2\x81\xA9" /* whatever stands around it */

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
                        words_comma(text_locale(layout->text)), more);
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
    const char *word =
        capitalized(&layout->arena, format_word(layout->text, n == 1 ? WORD_SOURCE : WORD_SOURCES));
    add_note(list,
             word != NULL ? arena_format(&layout->arena, "%s%s", word,
                                         words_colon(text_locale(layout->text)))
                          : NULL,
             words);
}

/* The functions whose name says nothing that the period and the unit do not. */
static const struct {
    const char *function;
    bool has_unit; /* "growth(imports)" is written "imports 2023 (%)" */
} silent[] = { { "growth(", true }, { "change(", true }, { "sum(", false } };

/* True of "sum(x)", which is all of the text, and has no options. */
static bool is_call(const char *text, size_t n, const char *function)
{
    size_t prefix = strlen(function);
    int depth = 1;

    if (n <= prefix || strncmp(text, function, prefix) != 0 || text[n - 1] != ')')
        return false;
    for (const char *at = text + prefix; at < text + n - 1; at++) {
        depth += (*at == '(') - (*at == ')');
        if (*at == ',' || depth == 0)
            return false;
    }
    return true;
}

static const char *derivation_name(struct layout *layout, const struct shown_derivation *shown,
                                   bool *has_unit)
{
    const char *label = shown->derivation->label;
    size_t i = 0;

    *has_unit = false;
    while (label != NULL && i < sizeof silent / sizeof *silent) {
        size_t n = strlen(label), prefix = strlen(silent[i].function);

        if (!is_call(label, n, silent[i].function)) {
            i++;
            continue;
        }
        *has_unit |= silent[i].has_unit;
        label = arena_text(&layout->arena, label + prefix, n - prefix - 1);
        i = 0;
    }
    return label != NULL ? name_in_words(shown->series, label, layout->text, &layout->arena) : NULL;
}

/* " (%)" behind a change. */
static const char *change_unit(struct layout *layout, const struct shown_derivation *shown)
{
    const char *unit = sheaf_series_unit(shown->series);

    unit = strcmp(unit, "pp") == 0 ? format_unit(layout->text, &layout->arena, unit, 0) : "%";
    return unit != NULL ? arena_format(&layout->arena, NO_BREAK_SPACE "(%s)", unit) : NULL;
}

static bool is_negative(const char *figure)
{
    return figure[0] == '-' || strncmp(figure, MINUS, sizeof MINUS - 1) == 0;
}

/* A dash between signs would be misread. */
static const char *write_bounds(struct layout *layout, const struct derivation *derivation)
{
    return arena_format(&layout->arena, "(%s%s%s)", derivation->low,
                        is_negative(derivation->low) ? " " ELLIPSIS " " : EN_DASH,
                        derivation->high);
}

/* The sign after a percentage and the decimal mark, as the language writes them. */
static bool find_signs(struct layout *layout, const char **percent, const char **decimal)
{
    const char *none = format_percent(layout->text, &layout->arena, 0, 0, false);
    const char *half = format_number(layout->text, &layout->arena, 0.5, 1);

    if (none == NULL || half == NULL)
        return false;
    *percent = none + digits_end(none);
    if (**percent == '\0') /* some write it in front */
        *percent = "%";
    *decimal = arena_text(&layout->arena, half + 1, strlen(half) - 2);
    return *decimal != NULL;
}

/* True behind a sign of arithmetic. */
static bool is_behind_sign(const char *formula, const char *at)
{
    static const char *const signs[] = { "+", MINUS, "\xC3\x97", "/", "^", "=" };

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t n = strlen(signs[i]);
        if ((size_t)(at - formula) >= n && memcmp(at - n, signs[i], n) == 0)
            return true;
    }
    return false;
}

/* Plain signs and figures with the language's own marks in them; what is calculated
 * runs rightwards in every language. Lines end behind signs, and begin with none. */
static const char *write_formula(struct layout *layout, const char *formula)
{
    const char *percent, *decimal;
    struct buffer out;
    char *written = NULL;

    if (!find_signs(layout, &percent, &decimal))
        return NULL;
    buffer_init(&out, &layout->sheet->alloc, &layout->sheet->error);
    buffer_text(&out, layout->mirrored ? BEGIN_RIGHTWARDS : "");
    for (const char *at = formula; *at != '\0'; at++) {
        if (at[0] == ' ' && at[1] == '%') {
            buffer_text(&out, percent);
            at++;
        } else if (at[0] == ' ' && at[1] != '(' && !is_behind_sign(formula, at)) {
            buffer_text(&out, NO_BREAK_SPACE);
        } else if (at[0] == '.') {
            buffer_text(&out, decimal);
        } else {
            buffer_byte(&out, *at);
        }
    }
    buffer_text(&out, layout->mirrored ? END_RIGHTWARDS : "");
    if (!out.failed)
        written = arena_text(&layout->arena, out.bytes, out.length);
    buffer_free(&out);
    return written;
}

/* A width that words of such a size hardly exceed, without setting them. */
static double estimate(const char *words, double size)
{
    double ems = 0;

    for (; *words != '\0'; words++) {
        unsigned char byte = (unsigned char)*words;
        ems += byte < 0x80 ? 0.58 : byte >= 0xE0 ? 1 : byte >= 0xD8 ? 0.5 : byte >= 0xC0 ? 0.66 : 0;
    }
    return ems * size;
}

/* On one line, unless the words may take more than that. */
static const char *keep_together(const struct note_list *list, const char *words)
{
    double size = list->layout->theme->note.size;

    if (words == NULL || estimate(words, size) > list->column)
        return words;
    return unbroken(&list->layout->arena, words);
}

/* "turnover 2022 = 31.5 / (1 + 30.1 %) (24.16-24.26)". */
static const char *derivation_words(const struct note_list *list,
                                    const struct shown_derivation *shown)
{
    struct layout *layout = list->layout;
    const struct derivation *derivation = shown->derivation;
    const char *period = format_period(layout->text, &layout->arena,
                                       period_interval(derivation->period), PERIOD_SHORT);
    bool has_unit;
    const char *name = derivation_name(layout, shown, &has_unit);
    const char *unit = has_unit ? change_unit(layout, shown) : "";
    const char *formula = write_formula(layout, derivation->formula);

    if (period == NULL || name == NULL || unit == NULL || formula == NULL)
        return NULL;
    const char *words = keep_together(
        list, arena_format(&layout->arena, "%s %s%s" NO_BREAK_SPACE "=" NO_BREAK_SPACE "%s", name,
                           period, unit, formula));
    if (derivation->low[0] == '\0' || words == NULL)
        return words;
    const char *bounds = write_bounds(layout, derivation);
    bounds = bounds != NULL ? write_formula(layout, bounds) : NULL;
    return bounds != NULL ? arena_format(&layout->arena, "%s %s", words, bounds) : NULL;
}

/* True of amounts that charts and tables show in another multiplier than the data's. */
static bool is_shown_otherwise(const struct layout *layout, const sheaf_series *series)
{
    double largest = 0;

    for (size_t i = 0; i < sheaf_series_count(series); i++)
        largest = fmax(largest, fabs(sheaf_series_at(series, i)->value));
    return multiplier_for_people(largest, sheaf_series_multiplier(series),
                                 sheaf_series_unit(series),
                                 words_count_by_myriads(text_locale(layout->text))) !=
           sheaf_series_multiplier(series);
}

/* Derivations are in the multiplier of the data. Where charts and tables count in
 * another, the note says in which: " (USD thousand)". */
static const char *derivation_unit(struct layout *layout)
{
    const struct shown_derivation *shown = layout->shown.derivations;

    while (shown != NULL && !is_shown_otherwise(layout, shown->series))
        shown = shown->next;
    if (shown == NULL)
        return "";
    const char *unit = format_unit(layout->text, &layout->arena, sheaf_series_unit(shown->series),
                                   sheaf_series_multiplier(shown->series));
    return unit != NULL ? arena_format(&layout->arena, " (%s)", unit) : NULL;
}

static void add_mark(struct note_list *list, enum mark mark)
{
    struct layout *layout = list->layout;
    const char *word = format_word(layout->text, mark_word(mark)), *words = "";
    const char *sign = marks_text(1U << mark, &layout->arena);

    if (mark == MARK_DERIVED)
        for (const struct shown_derivation *derivation = layout->shown.derivations;
             derivation != NULL; derivation = derivation->next)
            words = join(layout, words, derivation_words(list, derivation));
    const char *unit = mark == MARK_DERIVED ? derivation_unit(layout) : "";
    if (words == NULL || sign == NULL || unit == NULL) {
        list->failed = true;
        return;
    }
    add_note(list,
             arena_format(&layout->arena, "%s %s%s%s", sign, word, unit,
                          words[0] != '\0' ? words_colon(text_locale(layout->text)) : ""),
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
