/* mask.c - finds what in a text is no markup: fields, escaped signs, brackets of no link, and what of
 * CommonMark is off. */
#include <string.h>

#include "base/strings.h"
#include "sheet/spec/reader.h"
#include "sheet/words/mask_parts.h"

/* Beginnings of the nouns that are counted in texts about trade: орын, орнын; нарық, нарығы. */
static const char *const counted[] = { "орын",  "орн",   "серіктес", "нарық", "нарығ",
                                       "тауар", "бағыт", "тоқсан",   "кезең", "тарау",
                                       "бөлім", "кесте", "сынып" };

static bool begins_noun(const char *at, const char *end)
{
    for (size_t i = 0; i < sizeof counted / sizeof *counted; i++)
        if (mask_starts_with(at, end, counted[i]))
            return true;
    return false;
}

/* Kazakh writes 3-орында, never «3-ші орында»; "to be" is no noun (3-ші болды), nor are others that may
 * follow. So a figure before a noun that is known is joined to it, and of other words the author is
 * told. Its letters begin with the bytes D0 to D3. Returns where the text goes on. */
static const char *join_ordinal(const struct masking *masking, struct markup_part *part,
                                const char *at, const char *next)
{
    const struct sheet_scope *scope = masking_scope(masking);
    const char *language = scope->language != NULL ? scope->language : scope->sheet->language;

    if ((part->kind != MARKUP_FIELD && part->kind != MARKUP_SELF) ||
        (part->field->options & FIELD_ORDINAL) == 0 || language == NULL ||
        !string_is_ignoring_case(language, strcspn(language, "-_"), "kk") ||
        masking->end - next <= 1 || *next != ' ' || (unsigned char)next[1] < 0xD0 ||
        (unsigned char)next[1] > 0xD3 || mask_starts_with(next + 1, masking->end, "бол"))
        return next;
    bool is_figure = part->kind == MARKUP_SELF || part->field->branches == NULL;
    if (is_figure && begins_noun(next + 1, masking->end)) {
        part->before_noun = true;
        return next + 1;
    }
    scope_warn(scope, at, (size_t)(next - at),
               "before its noun a Kazakh ordinal is a figure with a hyphen, '{place}-орында'; "
               "with 'ordinal' it stands alone");
    return next;
}

static bool mask_field(struct masking *masking)
{
    const char *at = masking->at, *next = at + 1;
    struct markup_part *part;

    if (next < masking->end && *next == '{')
        return masking_put(masking, "{", 1, 2);
    if ((masking->reading->flags & MARKUP_CHART) && mask_starts_with(at, masking->end, "{unit}"))
        return masking_put(masking, "{unit}", 6, 6); /* the chart replaces it */
    part = read_field(masking->reading, &next, masking->around);
    if (part == NULL)
        return false;
    next = join_ordinal(masking, part, at, next);
    const struct text_mask mask = { part, NULL, 0 };
    bool well = masked_letter(masking->masked, masking_scope(masking), at, mask);
    masking->at = next;
    return well;
}

static bool mask_backslash(struct masking *masking)
{
    const char *next = masking->at + 1;

    if (next < masking->end && mask_is_ascii_punctuation(*next))
        return masking_put(masking, next, 1, 2);
    if (next < masking->end && *next == '\n')
        return masking_copy(masking, 2); /* a hard break */
    return masking_put(masking, "\\", 1, 1);
}

/* An apostrophe, as in Oʻzbekiston typed "O`zbekiston", is no code. */
static bool mask_backtick(struct masking *masking)
{
    uint32_t before = masking_code_before(masking), behind = masking_code_behind(masking, 1);

    if (!mask_is_blank(before) && !mask_is_punctuation(before) && !mask_is_blank(behind) &&
        !mask_is_punctuation(behind))
        return masking_put(masking, "`", 1, 1);
    return masking_copy(masking, 1);
}

/* A space for the end of a line and those that begin the next one. */
static bool mask_line_end(struct masking *masking)
{
    if (!masking_copy(masking, 1))
        return false;
    masking->masked->text.bytes[masking->masked->text.length - 1] = ' ';
    masking->at = skip_spaces(masking->at, masking->end);
    return true;
}

static bool mask_other(struct masking *masking)
{
    const char *at = masking->at, *next = at;
    uint32_t code = utf8_next(&next, masking->end);

    if (code >= FIRST_MASK)
        return masking_put(masking, at, (size_t)(next - at), (size_t)(next - at));
    if ((*at == '\n' || *at == '\r') && !masking_has_paragraphs(masking))
        return mask_line_end(masking);
    return masking_copy(masking, (size_t)(next - at));
}

static bool step(struct masking *masking)
{
    const char *at = masking->at;

    if (at == masking->dropped_from) {
        masking->at = masking->dropped_to;
        masking->dropped_from = NULL;
        return true;
    }
    switch (*at) {
    case '{':
        return mask_field(masking);
    case '}':
        return masking_put(masking, "}", 1, at + 1 < masking->end && at[1] == '}' ? 2 : 1);
    case '\\':
        return mask_backslash(masking);
    case '*':
        return mask_stars(masking);
    case '[':
        return mask_bracket(masking);
    case '`':
        return mask_backtick(masking);
    default:
        return mask_other(masking);
    }
}

/* The brace that ends the field; NULL: it does not end. */
static const char *end_of_field(const struct masking *masking, const char *at)
{
    int depth = 0;

    for (; at < masking->end; at++) {
        if (*at == '\\')
            at++;
        else if (*at == '{')
            depth++;
        else if (*at == '}' && --depth == 0)
            return at;
    }
    return NULL;
}

/* All mistakes of a text are told: notes this one, and goes on behind it. A lack of data is the block's. */
static bool go_on(struct masking *masking, const char *at)
{
    struct markup_reading *reading = masking->reading;
    struct spec_reader *reader = masking_scope(masking)->reader;
    sheaf_sheet *sheet = masking_scope(masking)->sheet;
    const char *end = *at == '{' ? end_of_field(masking, at) : at;

    if (reader == NULL || end == NULL || sheet_is_well(sheet))
        return false;
    if (sheet->is_nothing && reading->nothing.status == SHEAF_OK)
        reading->nothing = sheet->error;
    if (sheet->is_nothing)
        spec_forget_nothing(reader);
    else
        reading->is_wrong = spec_go_on(reader);
    masking->at = end + 1;
    return sheet_is_well(sheet);
}

bool mask_text(struct markup_reading *reading, struct masked *masked, const char **at,
               const char *end, const struct field *around)
{
    struct masking masking = {
        .reading = reading, .masked = masked, .start = *at, .at = *at, .end = end, .around = around
    };
    bool line_begins = true, well = true;

    while (well && masking.at < end && !masking_ends_branch(&masking, masking.at)) {
        bool done = false;

        if (line_begins && masking_has_paragraphs(&masking))
            well = masking_begin_line(&masking, &done);
        if (!well || done)
            continue;
        const char *before = masking.at;
        well = step(&masking) || go_on(&masking, before);
        line_begins = masking.at > masking.start && masking.at[-1] == '\n';
    }
    *at = masking.at;
    return well && masking_strong_is_closed(&masking);
}
