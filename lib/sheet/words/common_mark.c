/* common_mark.c - the paragraphs, lists, quotations and sub-headings of a masked text, by md4c.
 *
 * Raw HTML is left out with a warning, code and images are read as text; tables, Setext heads and
 * reference links never get here (mask.c). */
#include <md4c.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "sheet/words/reading.h"

enum { DEEPEST_LIST = 8 };

struct building {
    struct markup_reading *reading;
    struct masked *masked;
    struct markup *first, *current, **last; /* current NULL: the next text begins a paragraph */
    struct markup_part **last_part;
    struct buffer literal; /* of the part that is not yet made */
    int strong, italic, quotes, depth, n_lists, n_items;
    struct markup_item items[DEEPEST_LIST];
    bool begins_item, is_heading;
    const char *uri;
};

static const struct sheet_scope *scope_of(const struct building *building)
{
    return building->reading->scope;
}

/* Where md4c's pointer into the masked text, if it is one, comes from. */
static const char *source_of(const struct building *building, const char *at)
{
    const struct buffer *text = &building->masked->text;

    return at >= text->bytes && at < text->bytes + text->length
               ? masked_source(building->masked, (size_t)(at - text->bytes))
               : masked_source(building->masked, 0);
}

static bool begin_paragraph(struct building *building)
{
    const struct sheet_scope *scope = scope_of(building);
    struct markup *markup = arena_new(&scope->sheet->arena, struct markup);

    if (markup == NULL)
        return false;
    markup->block = building->is_heading   ? MARKUP_SUBHEADING
                    : building->quotes > 0 ? MARKUP_QUOTE
                                           : MARKUP_PARAGRAPH;
    markup->depth = building->depth < MARKUP_LIST_DEPTH ? building->depth : MARKUP_LIST_DEPTH;
    memcpy(markup->items, building->items, (size_t)markup->depth * sizeof *markup->items);
    markup->begins_item = building->begins_item;
    building->begins_item = false;
    markup->sheet = scope->sheet;
    markup->language = scope->language;
    *building->last = markup;
    building->last = &markup->next;
    building->last_part = &markup->parts;
    building->current = markup;
    return true;
}

static struct markup_part *add_part(struct building *building)
{
    if (building->current == NULL && !begin_paragraph(building))
        return NULL;
    struct markup_part *part = arena_new(&scope_of(building)->sheet->arena, struct markup_part);
    if (part == NULL)
        return NULL;
    *building->last_part = part;
    building->last_part = &part->next;
    return part;
}

static void set_style(const struct building *building, struct markup_part *part)
{
    part->strong = building->strong > 0;
    part->italic = building->italic > 0;
    part->uri = building->uri;
}

/* Makes the text so far a part. */
static bool flush(struct building *building)
{
    if (building->literal.length == 0)
        return !building->literal.failed;
    struct markup_part *part = add_part(building);
    if (part == NULL)
        return false;
    set_style(building, part);
    part->text = arena_text(&scope_of(building)->sheet->arena, building->literal.bytes,
                            building->literal.length);
    buffer_clear(&building->literal);
    return part->text != NULL;
}

static bool end_paragraph(struct building *building)
{
    bool well = flush(building);

    building->current = NULL;
    return well;
}

/* Text, with what its letters stand for. */
static bool put_text(struct building *building, const char *text, size_t n)
{
    for (const char *at = text, *end = text + n; at < end;) {
        const char *start = at;
        const struct text_mask *mask = masked_mask(building->masked, utf8_next(&at, end));

        if (mask == NULL) {
            if (*start == '\t' || *start == '\r' || *start == '\n')
                buffer_byte(&building->literal, ' ');
            else
                buffer_put(&building->literal, start, (size_t)(at - start));
        } else if (mask->part == NULL) {
            buffer_put(&building->literal, mask->literal, mask->n);
        } else {
            if (!flush(building))
                return false;
            struct markup_part *part = add_part(building);
            if (part == NULL)
                return false;
            *part = *mask->part;
            set_style(building, part);
        }
    }
    return !building->literal.failed;
}

static const struct {
    const char *name, *text;
} entities[] = {
    { "&amp;", "&" },
    { "&lt;", "<" },
    { "&gt;", ">" },
    { "&quot;", "\"" },
    { "&nbsp;", "\xC2\xA0" },
    { "&shy;", "\xC2\xAD" },
    { "&laquo;", "\xC2\xAB" },
    { "&raquo;", "\xC2\xBB" },
    { "&ndash;", "\xE2\x80\x93" },
    { "&mdash;", "\xE2\x80\x94" },
    { "&hellip;", "\xE2\x80\xA6" },
};

/* An entity that is not known is text. */
static bool put_entity(struct building *building, const char *text, size_t n)
{
    int64_t code;
    char letter[4];

    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (string_is(text, n, entities[i].name)) {
            buffer_text(&building->literal, entities[i].text);
            return true;
        }
    if (n > 3 && text[1] == '#' && number_read_integer(text + 2, n - 3, ' ', 0xD7FF, &code) &&
        !utf8_is_control((uint32_t)code)) {
        buffer_put(&building->literal, letter, utf8_write(letter, (uint32_t)code));
        return true;
    }
    return put_text(building, text, n);
}

static bool warn(struct building *building, const char *at, size_t n, const char *message)
{
    scope_warn(scope_of(building), source_of(building, at), n, message);
    return true;
}

static bool may_nest(struct building *building, const char *at)
{
    if (building->depth <= MARKUP_LIST_DEPTH)
        return true;
    scope_fail(scope_of(building), source_of(building, at), 1, "lists are at most two deep");
    return false;
}

/* md4c's calls; they return 0 to go on. ------------------------------------------ */

static int enter_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    struct building *building = context;
    struct markup_item *item;

    if (!end_paragraph(building))
        return 1;
    switch (type) {
    case MD_BLOCK_QUOTE:
        building->quotes++;
        break;
    case MD_BLOCK_H:
        building->is_heading = true;
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        if (building->depth == DEEPEST_LIST)
            return may_nest(building, NULL) - 1;
        item = &building->items[building->depth++];
        item->list = ++building->n_lists;
        item->item = 0;
        item->number =
            type == MD_BLOCK_OL ? (long)((const MD_BLOCK_OL_DETAIL *)detail)->start - 1 : -1;
        break;
    case MD_BLOCK_LI:
        item = &building->items[building->depth - 1];
        item->item = ++building->n_items;
        item->number += item->number >= 0 ? 1 : 0;
        building->begins_item = true;
        break;
    default:
        break;
    }
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    struct building *building = context;

    (void)detail;
    if (type == MD_BLOCK_LI && building->begins_item && !begin_paragraph(building))
        return 1;
    if (!end_paragraph(building))
        return 1;
    if (type == MD_BLOCK_QUOTE)
        building->quotes--;
    if (type == MD_BLOCK_H)
        building->is_heading = false;
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
        building->depth--;
    return 0;
}

/* Letters in an address stand for signs and for values of parameters, which are made safe; a figure has
 * no place in it. */
static bool put_address(struct building *building, struct buffer *address, const MD_ATTRIBUTE *href)
{
    for (const char *at = href->text, *end = at + href->size; at < end;) {
        const char *start = at;
        const struct text_mask *mask = masked_mask(building->masked, utf8_next(&at, end));
        const struct field *field = mask != NULL && mask->part != NULL ? mask->part->field : NULL;

        if (mask == NULL) {
            buffer_put(address, start, (size_t)(at - start));
        } else if (mask->part == NULL) {
            buffer_put(address, mask->literal, mask->n);
        } else if (field == NULL || field->kind != FIELD_NAME || field->branches != NULL) {
            scope_fail(scope_of(building), source_of(building, building->masked->text.bytes), 1,
                       "a link's address has no place for figures; {$name} may stand there");
            return false;
        } else {
            for (const char *c = field->member; *c != '\0'; c++)
                if ((*c >= '0' && *c <= '9') || (*c >= 'A' && *c <= 'Z') ||
                    (*c >= 'a' && *c <= 'z') || strchr("-._~", *c) != NULL)
                    buffer_byte(address, *c);
                else
                    buffer_format(address, "%%%02X", (unsigned char)*c);
        }
    }
    return !address->failed;
}

static bool open_link(struct building *building, const MD_ATTRIBUTE *href)
{
    const struct sheet_scope *scope = scope_of(building);
    struct buffer address;

    buffer_init(&address, &scope->sheet->alloc, &scope->sheet->error);
    bool well = put_address(building, &address, href);
    building->uri = well && address.length > 0
                        ? arena_text(&scope->sheet->arena, address.bytes, address.length)
                        : NULL;
    if (well && address.length > 0 && address.bytes[0] == '#')
        well = scope_refer(scope, source_of(building, href->text), href->size, address.bytes + 1,
                           address.length - 1, false) != NULL;
    buffer_free(&address);
    return well && sheet_is_well(scope->sheet);
}

static int enter_span(MD_SPANTYPE type, void *detail, void *context)
{
    struct building *building = context;

    if (!flush(building))
        return 1;
    if (type == MD_SPAN_STRONG)
        building->strong++;
    if (type == MD_SPAN_EM)
        building->italic++;
    if (type == MD_SPAN_A)
        return open_link(building, &((const MD_SPAN_A_DETAIL *)detail)->href) ? 0 : 1;
    if (type == MD_SPAN_IMG)
        warn(building, NULL, 1, "a text has no pictures; only the words of this one are shown");
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *context)
{
    struct building *building = context;

    (void)detail;
    if (!flush(building))
        return 1;
    if (type == MD_SPAN_STRONG)
        building->strong--;
    if (type == MD_SPAN_EM)
        building->italic--;
    if (type == MD_SPAN_A)
        building->uri = NULL;
    return 0;
}

static bool take_text(struct building *building, MD_TEXTTYPE type, const char *text, size_t n)
{
    switch (type) {
    case MD_TEXT_BR:
        buffer_byte(&building->literal, '\n');
        return true;
    case MD_TEXT_SOFTBR:
        buffer_byte(&building->literal, ' ');
        return true;
    case MD_TEXT_ENTITY:
        return put_entity(building, text, n);
    case MD_TEXT_HTML:
        return warn(building, text, n, "HTML is not read in texts; this tag is left out");
    case MD_TEXT_CODE:
        warn(building, text, n, "code is shown as any other text; '`' itself is written '\\`'");
        return put_text(building, text, n);
    default:
        break;
    }
    for (const char *at = text; at + 1 < text + n; at++)
        if (at[0] == '*' && at[1] == '*') {
            scope_fail(scope_of(building), source_of(building, at), 2, OPEN_STRONG_MISTAKE);
            return false;
        }
    return put_text(building, text, n);
}

static int text(MD_TEXTTYPE type, const MD_CHAR *words, MD_SIZE n, void *context)
{
    struct building *building = context;

    return may_nest(building, words) && take_text(building, type, words, n) ? 0 : 1;
}

/* "— Source" at the end of a quotation. */
static bool is_source(const struct markup *markup)
{
    static const char *const dashes[] = { "\xE2\x80\x94", "\xE2\x80\x93", "--" };
    const struct markup_part *part = markup->parts;

    if (markup->block != MARKUP_QUOTE || part == NULL || part->kind != MARKUP_TEXT ||
        (markup->next != NULL && markup->next->block == MARKUP_QUOTE))
        return false;
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (strncmp(part->text, dashes[i], strlen(dashes[i])) == 0)
            return true;
    return false;
}

struct markup *read_common_mark(struct markup_reading *reading, struct masked *masked)
{
    const struct sheet_scope *scope = reading->scope;
    const MD_PARSER parser = {
        .flags = MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = text,
    };
    struct building building = { .reading = reading, .masked = masked };

    building.last = &building.first;
    buffer_init(&building.literal, &scope->sheet->alloc, &scope->sheet->error);
    int status =
        masked->text.length > 0
            ? md_parse(masked->text.bytes, (MD_SIZE)masked->text.length, &parser, &building)
            : 0;
    bool well = status == 0 && end_paragraph(&building);
    if (well && building.first == NULL)
        well = begin_paragraph(&building);
    buffer_free(&building.literal);
    if (status < 0)
        fail_memory(&scope->sheet->error);
    if (!well)
        return NULL;
    for (struct markup *markup = building.first; markup != NULL; markup = markup->next)
        if (is_source(markup))
            markup->block = MARKUP_QUOTE_SOURCE;
    return building.first;
}

struct markup *read_one_paragraph(struct markup_reading *reading, const char **at, const char *end,
                                  const struct field *around)
{
    static const struct text_mask nothing = { NULL, "", 0 };
    struct masked masked;
    struct markup *markup = NULL;
    const unsigned flags = reading->flags;
    const char *whole_end = reading->end;

    *at = skip_spaces(*at, end);
    reading->flags &= ~(unsigned)MARKUP_PARAGRAPHS;
    reading->end = end;
    masked_init(&masked, reading->scope);
    /* A letter in front: "1. January" is no list here, and "# 1" no heading. */
    if (masked_letter(&masked, reading->scope, *at, nothing) &&
        mask_text(reading, &masked, at, end, around))
        markup = read_common_mark(reading, &masked);
    masked_free(&masked, reading->scope);
    reading->flags = flags;
    reading->end = whole_end;
    return markup;
}
