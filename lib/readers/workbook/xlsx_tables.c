/* xlsx_tables.c - what the cells of XLSX refer to by number: shared strings, and the formats of
 * styles. */
#include <string.h>

#include "base/number.h"
#include "readers/workbook/workbook_parts.h"

/* Strings ------------------------------------------------------------------------ */

struct strings {
    struct xml *xml;
    struct workbook *book;
    size_t start;     /* of the string that is open */
    bool in_text;     /* in <t> */
    bool in_phonetic; /* in <rPh>: how a Japanese text is spoken */
};

static int hexadecimal(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The character of "_x000D_"; -1: text holds none. Spreadsheets write control characters so. */
static int escaped(const char *text, size_t n)
{
    int code = 0;

    if (n < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_')
        return -1;
    for (int i = 2; i < 6; i++) {
        if (hexadecimal(text[i]) < 0)
            return -1;
        code = code * 16 + hexadecimal(text[i]);
    }
    return code;
}

size_t xlsx_unescape(char *text, size_t n)
{
    size_t length = 0;

    for (size_t i = 0; i < n;) {
        int code = escaped(text + i, n - i);

        if (code < 0 || code >= 0x80) {
            text[length++] = text[i++];
        } else {
            text[length++] = code < ' ' ? ' ' : (char)code;
            i += 7;
        }
    }
    return length;
}

static void on_string_start(void *context, const char *name, const char *const *attributes)
{
    struct strings *s = context;

    (void)attributes;
    if (strcmp(name, "si") == 0)
        s->start = s->book->strings.length;
    else if (strcmp(name, "rPh") == 0)
        s->in_phonetic = true;
    else if (strcmp(name, "t") == 0)
        s->in_text = !s->in_phonetic;
}

static void on_string_text(void *context, const char *text, size_t n)
{
    struct strings *s = context;

    if (s->in_text)
        buffer_put(&s->book->strings, text, n);
    if (s->book->strings.length > WORKBOOK_STRING_BYTES)
        xml_fail(s->xml, "the workbook's strings are longer than %d MiB; save its sheet as CSV",
                 WORKBOOK_STRING_BYTES >> 20);
}

static void on_string_end(void *context, const char *name)
{
    struct strings *s = context;
    struct workbook *book = s->book;
    struct buffer *strings = &book->strings;

    if (strcmp(name, "t") == 0)
        s->in_text = false;
    else if (strcmp(name, "rPh") == 0)
        s->in_phonetic = false;
    if (strcmp(name, "si") != 0)
        return;
    if (strings->length > s->start)
        strings->length =
            s->start + xlsx_unescape(strings->bytes + s->start, strings->length - s->start);
    if (book->n_strings == WORKBOOK_STRINGS)
        xml_fail(s->xml, "the workbook has more than %d strings; save its sheet as CSV",
                 WORKBOOK_STRINGS);
    else if (memory_grow(book->reading->alloc, book->reading->error, &book->string_ends,
                         &book->string_capacity, book->n_strings + 1, sizeof *book->string_ends))
        book->string_ends[book->n_strings++] = strings->length;
}

void xlsx_read_strings(struct workbook *book)
{
    struct strings strings = { .book = book };
    const struct xml_events events = { &strings, on_string_start, on_string_end, on_string_text };

    if (!book->has_strings && book->strings_part != NULL &&
        archive_has(book->archive, book->strings_part))
        workbook_feed(book, book->strings_part, &events, NULL);
    book->has_strings = true;
}

/* Styles ------------------------------------------------------------------------- */

struct styles {
    struct xml *xml;
    struct workbook *book;
    struct figure_format *codes; /* of the file's own formats … */
    uint32_t *numbers;           /* … and their numbers */
    size_t count, code_capacity, number_capacity;
    bool in_cells; /* in <cellXfs> */
};

static uint32_t number_of(const char *text)
{
    int64_t number = 0;

    return text != NULL && number_read_integer(text, strlen(text), 0, UINT32_MAX, &number)
               ? (uint32_t)number
               : 0;
}

static void add_code(struct styles *s, uint32_t number, const char *code)
{
    const struct reading *reading = s->book->reading;

    if (s->count < WORKBOOK_STYLES &&
        memory_grow(reading->alloc, reading->error, &s->codes, &s->code_capacity, s->count + 1,
                    sizeof *s->codes) &&
        memory_grow(reading->alloc, reading->error, &s->numbers, &s->number_capacity, s->count + 1,
                    sizeof *s->numbers)) {
        s->codes[s->count] = figure_format_read(code);
        s->numbers[s->count++] = number;
    }
}

static struct figure_format format_of(const struct styles *s, uint32_t number)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->numbers[i] == number)
            return s->codes[i];
    return figure_format_builtin(number);
}

static void on_style_start(void *context, const char *name, const char *const *attributes)
{
    struct styles *s = context;
    const char *code;

    if (strcmp(name, "cellXfs") == 0) {
        s->in_cells = true;
    } else if (strcmp(name, "numFmt") == 0) {
        code = xml_attribute(attributes, "formatCode");
        if (code != NULL)
            add_code(s, number_of(xml_attribute(attributes, "numFmtId")), code);
    } else if (s->in_cells && strcmp(name, "xf") == 0) {
        workbook_note_format(s->book,
                             format_of(s, number_of(xml_attribute(attributes, "numFmtId"))));
    }
}

static void on_style_end(void *context, const char *name)
{
    struct styles *s = context;

    if (strcmp(name, "cellXfs") == 0)
        s->in_cells = false;
}

void xlsx_read_styles(struct workbook *book)
{
    struct styles styles = { .book = book };
    const struct xml_events events = { &styles, on_style_start, on_style_end, NULL };

    workbook_feed(book, book->styles_part, &events, NULL);
    memory_free(book->reading->alloc, styles.codes, styles.code_capacity * sizeof *styles.codes);
    memory_free(book->reading->alloc, styles.numbers,
                styles.number_capacity * sizeof *styles.numbers);
}
