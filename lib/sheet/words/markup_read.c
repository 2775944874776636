/* markup_read.c - reads a text: its fields, its footnotes, its markup. */
#include <stdio.h>
#include <string.h>

#include "base/strings.h"
#include "sheet/spec/reader.h"
#include "sheet/targets.h"
#include "sheet/words/reading.h"

struct place scope_place(const struct sheet_scope *scope, const char *at, size_t n)
{
    if (scope->reader == NULL)
        return (struct place){ 0 };

    struct place place = document_place_within(&scope->reader->document, scope->node, at, n);
    place.file = scope->sheet->file;
    return place;
}

sheaf_status scope_fail(const struct sheet_scope *scope, const char *at, size_t n,
                        const char *format, ...)
{
    char message[sizeof scope->sheet->error.message];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if (scope->reader == NULL)
        return fail(&scope->sheet->error, SHEAF_BAD_ARGUMENT, "%s", message);
    const struct document *document =
        scope->document != NULL ? scope->document : &scope->reader->document;
    return document_fail(document, &scope->sheet->error,
                         document_place_within(document, scope->node, at, n), "%s", message);
}

const char *scope_refer(const struct sheet_scope *scope, const char *at, size_t place_n,
                        const char *id, size_t n, bool by_name)
{
    const struct block_reference reference = { .id = arena_text(&scope->sheet->arena, id, n),
                                               .place = scope_place(scope, at, place_n),
                                               .by_name = by_name,
                                               .of_spec = scope->reader != NULL &&
                                                          !scope->reader->is_added };

    if (!id_is_valid(id, n))
        scope_fail(scope, at, place_n, ID_MISTAKE);
    else if (reference.id != NULL && targets_refer(scope->sheet, &reference))
        return reference.id;
    return NULL;
}

void scope_warn(const struct sheet_scope *scope, const char *at, size_t n, const char *message)
{
    const struct place place = scope_place(scope, at, n);
    sheaf_warning warning = SHEAF_WARNING_INIT;

    warning.message = message;
    warning.file = place.file != NULL ? place.file : "";
    warning.line = place.line;
    warning.column = place.column;
    warning.count = 1;
    sheet_add_warning(scope->sheet, &warning);
}

static bool may_be_read(const struct sheet_scope *scope, const char *text, size_t n)
{
    uint32_t control;

    if (!utf8_valid(text, n, NULL))
        scope_fail(scope, text, n, "this text is not UTF-8");
    else if (utf8_find_control(text, n, &control))
        scope_fail(scope, text, n, "a text cannot hold the control character U+%04X",
                   (unsigned)control);
    else
        return true;
    return false;
}

static struct markup *read_paragraphs(struct markup_reading *reading, const char *text)
{
    struct masked masked;
    struct markup *markup = NULL;

    if (!read_footnotes(reading, text))
        return NULL;
    masked_init(&masked, reading->scope);
    if (mask_text(reading, &masked, &text, reading->end, NULL))
        markup = read_common_mark(reading, &masked);
    masked_free(&masked, reading->scope);
    for (const struct footnote *footnote = reading->footnotes; footnote != NULL && markup != NULL;
         footnote = footnote->next)
        if (!footnote->is_used)
            scope_warn(reading->scope, footnote->name, footnote->n,
                       "no word of the text has the mark of this footnote, so it is left out");
    return markup;
}

/* What mask.c went on behind makes the text a failure, which is nothing more if only data lack. */
static void tell_mistakes(const struct markup_reading *reading)
{
    sheaf_sheet *sheet = reading->scope->sheet;
    bool is_wrong = reading->is_wrong;

    if (reading->nothing.status != SHEAF_OK && !sheet_is_well(sheet))
        is_wrong = spec_go_on(reading->scope->reader);
    if (reading->nothing.status != SHEAF_OK && sheet_is_well(sheet)) {
        sheet->error = reading->nothing;
        sheet->is_nothing = !is_wrong;
    }
    if (is_wrong && spec_go_on(reading->scope->reader))
        spec_fail_again(reading->scope->reader);
}

struct markup *markup_read(const struct sheet_scope *scope, const char *text, size_t n,
                           unsigned flags)
{
    struct markup_reading reading = { .scope = scope, .flags = flags, .end = text + n };

    if (!may_be_read(scope, text, n))
        return NULL;
    const char *given = flags & MARKUP_GIVEN ? arena_text(&scope->sheet->arena, text, n) : NULL;
    while (reading.end > text && is_space(reading.end[-1]))
        reading.end--;
    struct markup *markup = flags & MARKUP_PARAGRAPHS
                                ? read_paragraphs(&reading, text)
                                : read_one_paragraph(&reading, &text, reading.end, NULL);
    tell_mistakes(&reading);
    if (markup != NULL)
        markup->given = given;
    /* A block may be built before a later one fails. */
    return sheet_is_well(scope->sheet) ? markup : NULL;
}

static bool append(const struct sheet_scope *scope, struct markup_part ***last, const char *text,
                   size_t n)
{
    struct markup_part *part = n > 0 ? arena_new(&scope->sheet->arena, struct markup_part) : NULL;

    if (n == 0)
        return true;
    if (part == NULL)
        return false;
    part->kind = MARKUP_TEXT;
    part->text = arena_text(&scope->sheet->arena, text, n);
    **last = part;
    *last = &part->next;
    return part->text != NULL;
}

struct markup *markup_read_label(const struct sheet_scope *scope, const char *text, size_t n)
{
    struct markup_reading reading = { .scope = scope, .end = text + n };
    struct markup *markup = arena_new(&scope->sheet->arena, struct markup);
    const char *from = text, *at = text;

    if (markup == NULL || !may_be_read(scope, text, n))
        return NULL;
    markup->sheet = scope->sheet;
    markup->language = scope->language;
    struct markup_part **last = &markup->parts;
    while (at < reading.end) {
        if (*at++ != '{' || at == reading.end || *at != '$')
            continue;
        if (!append(scope, &last, from, (size_t)(at - 1 - from)))
            return NULL;
        const struct markup_part *field = read_field(&reading, &at, NULL);
        struct markup_part *part =
            field != NULL ? arena_new(&scope->sheet->arena, struct markup_part) : NULL;
        if (part == NULL)
            return NULL;
        *part = *field;
        *last = part;
        last = &part->next;
        from = at;
    }
    return append(scope, &last, from, (size_t)(reading.end - from)) ? markup : NULL;
}
