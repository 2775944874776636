/* texts.c - chooses the language of each text of a spec. */
#include "sheet/spec/texts.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/strings.h"
#include "text/text.h"

enum { TAG_BYTES = 64 };

/* Cuts the last subtag off, and a single letter before it: "zh-Hant-TW", "zh-Hant", "zh". False:
 * that was the last. */
static bool shorten(char *tag)
{
    char *dash = strrchr(tag, '-');

    if (dash == NULL)
        return false;
    *dash = '\0';
    dash = strrchr(tag, '-');
    if (dash != NULL && dash[1] != '\0' && dash[2] == '\0')
        *dash = '\0';
    return true;
}

/* The next wider tag in which a text may be. Before a language comes its script where the region has
 * another than most: zh-TW, zh-Hant, zh. */
static bool widen(char tag[TAG_BYTES], const char *wanted)
{
    char narrower[TAG_BYTES], with_script[TAG_BYTES], script[5], usual[5];

    strcpy(narrower, tag);
    if (!shorten(tag))
        return false;
    if (strchr(tag, '-') != NULL)
        return true;
    text_script_of_language(wanted, script);
    text_script_of_language(tag, usual);
    int n = snprintf(with_script, sizeof with_script, "%s-%s", tag, script);
    if (script[0] != '\0' && strcmp(script, usual) != 0 && n < TAG_BYTES &&
        strcasecmp(narrower, with_script) != 0)
        strcpy(tag, with_script);
    return true;
}

/* A value is words for a reader if it has a letter outside of braces: "2024" and "{$partner}" are
 * the same in every language. */
static bool has_words(const char *text)
{
    const char *end = text + strlen(text);
    int depth = 0;

    while (text < end) {
        uint32_t code = utf8_next(&text, end);

        if (code == '{' || code == '}')
            depth += code == '{' ? 1 : -1;
        else if (depth <= 0 &&
                 ((code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') ||
                  (code >= 0xC0 && !(code >= 0x2000 && code < 0x2C00) &&
                   !(code >= 0x3000 && code < 0x3040) && code != 0xD7 && code != 0xF7)))
            return true;
    }
    return false;
}

static const struct node_item *find_language(const struct node *mapping, const char *tag)
{
    const struct node_item *item = mapping->items;

    while (item != NULL && strcasecmp(item->key->text, tag) != 0)
        item = item->next;
    return item;
}

/* Another region's text of the same language and script: pt-BR for pt or pt-AO. */
static const struct node_item *find_relative(const struct node *mapping, const char *tag)
{
    const struct node_item *item = mapping->items;

    while (item != NULL && !text_languages_agree(item->key->text, tag))
        item = item->next;
    return item;
}

bool spec_check_languages(struct spec_reader *reader, const struct node *mapping, unsigned takes)
{
    if (mapping->n_items == 0)
        spec_fail(reader, mapping->place, "a text is expected here, and there is nothing");
    for (const struct node_item *item = mapping->items; item != NULL; item = item->next) {
        if (!text_language_is_known(item->key->text))
            spec_fail(reader, item->key->place,
                      "'%.40s' is no known language; a text by language is {en: …, ru: …}, and one "
                      "that begins with { needs quotes",
                      item->key->text);
        else if (strlen(item->key->text) >= TAG_BYTES)
            spec_fail(reader, item->key->place, "a language's tag has at most %d characters",
                      TAG_BYTES - 1);
        else
            keys_check_kind(reader, item->value, takes, "a text");
    }
    return sheet_is_well(reader->sheet);
}

/* The text in the spec's own language, or the one that comes nearest to it. */
static const struct node_item *own_text(const struct spec_reader *reader,
                                        const struct node *mapping)
{
    const struct node_item *item = NULL;
    char tag[TAG_BYTES];

    if (strlen(reader->main_language) < sizeof tag) {
        strcpy(tag, reader->main_language);
        do
            item = find_language(mapping, tag);
        while (item == NULL && shorten(tag));
    }
    if (item == NULL)
        item = find_language(mapping, "en");
    return item != NULL ? item : mapping->items;
}

static bool is_before(const struct untranslated *a, const struct untranslated *b)
{
    return a->line < b->line || (a->line == b->line && a->column < b->column);
}

/* differs: the figures in which a translation differs; NULL: there is none. */
static void note_untranslated(struct spec_reader *reader, const struct node *node,
                              const char *differs)
{
    if (differs == NULL && !has_words(node->text))
        return;
    struct untranslated *entry = arena_new(&reader->sheet->arena, struct untranslated);
    struct untranslated **last = &reader->sheet->untranslated;
    if (entry == NULL)
        return;
    entry->text = spec_string(reader, node);
    entry->differs = differs;
    entry->line = node->place.line;
    entry->column = node->place.column;
    while (*last != NULL && is_before(*last, entry))
        last = &(*last)->next;
    if (*last != NULL && !is_before(entry, *last))
        return; /* a text behind an anchor */
    entry->next = *last;
    *last = entry;
}

/* "Item #1" without quotes is "Item" and a comment. Comments begin with a space, mostly. */
static void warn_of_comment(struct spec_reader *reader, const struct node *node)
{
    const char *source = reader->document.text + node->offset;
    size_t left = reader->document.length - node->offset, at = node->length;
    sheaf_warning warning = SHEAF_WARNING_INIT;

    if (!node->plain || left <= at || memcmp(source, node->text, at) != 0)
        return;
    while (at < left && source[at] == ' ')
        at++;
    if (at == node->length || at + 1 >= left || source[at] != '#' ||
        strchr(" #!\t\r\n", source[at + 1]) != NULL)
        return;
    warning.message =
        "the text ends at '#', which begins a comment; put it in quotes if it goes on";
    warning.file = reader->sheet->file;
    warning.line = node->place.line;
    warning.count = 1;
    sheet_add_warning(reader->sheet, &warning);
}

/* A translator may have forgotten a figure, or another one was put into the text since. */
static void compare_figures(struct spec_reader *reader, const struct node *source,
                            const struct node *translation)
{
    const char *differs =
        figures_that_differ(&reader->sheet->arena, source->text, translation->text);

    if (differs != NULL && differs[0] != '\0')
        note_untranslated(reader, source, differs);
}

struct spec_text spec_text(struct spec_reader *reader, const struct node *node)
{
    const char *wanted = reader->sheet->language, *own_tag = reader->main_language;
    struct spec_text none = { 0 }, text = { .document = &reader->document };
    bool is_mapping = node != NULL && node->kind == NODE_MAPPING;
    char tag[TAG_BYTES];

    if (node == NULL || (is_mapping && !spec_check_languages(reader, node, SPEC_TEXT)))
        return none;
    const struct node_item *own = is_mapping ? own_text(reader, node) : NULL;
    const struct node *source = is_mapping ? own->value : node;
    if (is_mapping)
        own_tag = own->key->text;
    warn_of_comment(reader, source);
    if (strlen(wanted) >= sizeof tag)
        return none;
    strcpy(tag, wanted);
    do {
        const struct node_item *item = is_mapping ? find_language(node, tag) : NULL;

        if (item != NULL)
            text.node = item->value;
        else if (!is_mapping && strcasecmp(tag, own_tag) == 0)
            text.node = source;
        else
            text.node = catalogue_find(reader, tag, source->text, &text.document);
        if (!sheet_is_well(reader->sheet))
            return none;
    } while (text.node == NULL && widen(tag, wanted));
    const struct node_item *relative =
        text.node == NULL && is_mapping ? find_relative(node, wanted) : NULL;
    if (relative != NULL) {
        text.node = relative->value;
        strcpy(tag, relative->key->text); /* checked: it has fewer than TAG_BYTES */
    }
    if (text.node != NULL && text.node != source)
        compare_figures(reader, source, text.node);
    if (text.node == NULL) {
        text.node = source;
        strcpy(tag, strlen(own_tag) < sizeof tag ? own_tag : "en");
    }
    if (text_languages_agree(tag, wanted) ||
        (text_languages_agree(own_tag, wanted) && text.node == source))
        return text;
    if (has_words(text.node->text))
        text.language = arena_string(&reader->sheet->arena, tag);
    note_untranslated(reader, source, NULL);
    return text;
}

void spec_note_foreign(struct spec_reader *reader, const char *words, const char *language)
{
    sheaf_sheet *sheet = reader->sheet;
    const struct text_foreign *same = sheet->foreign;

    if (words == NULL || language == NULL || *words == '\0')
        return;
    while (same != NULL && strcmp(same->words, words) != 0)
        same = same->next;
    struct text_foreign *entry =
        same == NULL ? arena_new(&sheet->arena, struct text_foreign) : NULL;
    if (entry == NULL)
        return;
    *entry = (struct text_foreign){ words, language, sheet->foreign };
    sheet->foreign = entry;
}

static const char *fill(struct spec_reader *reader, const struct spec_text *label)
{
    if (label->node == NULL || strstr(label->node->text, "{$") == NULL)
        return spec_string(reader, label->node);
    sheaf_sheet *sheet = reader->sheet;
    const struct sheet_scope scope = { .sheet = sheet,
                                       .reader = reader,
                                       .node = label->node,
                                       .document = label->document,
                                       .language = label->language };
    const struct markup *markup = markup_read_label(&scope, label->node->text, label->node->length);
    sheaf_error error = { 0 };
    if (markup == NULL)
        return NULL;
    struct text *text = text_begin(sheet->context, sheet->language, sheet->font_folder, &error);
    const char *words =
        text != NULL ? markup_text(markup, text, &sheet->arena, (sheaf_period){ 0 }) : NULL;
    text_end(text);
    if (words == NULL && error.status != SHEAF_NO_MEMORY && error.line == 0)
        spec_fail(reader, label->node->place, "%s", error.message);
    error_take(&sheet->error, &error);
    return words;
}

const char *spec_fill(struct spec_reader *reader, const struct spec_text *label)
{
    const char *words = fill(reader, label);

    spec_note_foreign(reader, words, label->language);
    return words;
}

const char *spec_words(struct spec_reader *reader, const struct node *node)
{
    const struct spec_text text = spec_text(reader, node);

    return spec_fill(reader, &text);
}

void spec_warn_untranslated(struct spec_reader *reader)
{
    sheaf_sheet *sheet = reader->sheet;
    sheaf_warning warning = SHEAF_WARNING_INIT;
    const struct untranslated *first = NULL;
    size_t n = 0;

    for (const struct untranslated *text = sheet->untranslated; text != NULL; text = text->next)
        if (text->differs == NULL && n++ == 0)
            first = text;
    if (first == NULL)
        return;
    warning.message = arena_format(
        &reader->arena,
        n == 1 ? "%zu text has no '%s' and stays in another language: sheaf check --missing %s"
               : "%zu texts have no '%s' and stay in another language: sheaf check --missing %s",
        n, sheet->language, sheet->language);
    warning.file = sheet->file;
    warning.line = first->line;
    warning.count = 1;
    if (warning.message != NULL)
        sheet_add_warning(sheet, &warning);
}
