/* workbook_feed.c - what XLSX and ODS share: files of the archive become events, cells become
 * text. */
#include <string.h>

#include "readers/workbook/workbook_parts.h"

enum { PIECE = 64 << 10 };

void workbook_feed(struct workbook *book, const char *part, const struct xml_events *events,
                   const bool *enough)
{
    struct archive_file *file = archive_file_open(book->archive, part);
    struct xml *xml = file != NULL ? xml_create(book->reading, part, events) : NULL;
    char *piece = memory_resize(book->reading->alloc, NULL, 0, PIECE);
    size_t n = 0;

    if (piece == NULL)
        fail_memory(book->reading->error);
    if (xml != NULL)
        *(struct xml **)events->context = xml;
    while (xml != NULL && !workbook_failed(book) && (enough == NULL || !*enough)) {
        n = archive_file_read(file, piece, PIECE);
        if (workbook_failed(book) || !xml_feed(xml, piece, n, n == 0) || n == 0)
            break;
    }
    memory_free(book->reading->alloc, piece, PIECE);
    xml_destroy(xml);
    archive_file_close(file);
}

bool workbook_note_sheet(struct workbook *book, const char *name, const char *part, bool is_hidden)
{
    struct workbook_sheet *sheet;

    if (book->n_sheets == WORKBOOK_SHEETS) {
        fail_at(book->reading->error, SHEAF_BAD_INPUT,
                (struct place){ .file = book->reading->name },
                "the workbook has more than %d sheets", WORKBOOK_SHEETS);
        return false;
    }
    if (!memory_grow(book->reading->alloc, book->reading->error, &book->sheets,
                     &book->sheet_capacity, book->n_sheets + 1, sizeof *sheet))
        return false;
    sheet = &book->sheets[book->n_sheets++];
    *sheet = (struct workbook_sheet){ arena_string(&book->arena, name),
                                      arena_string(&book->arena, part), is_hidden };
    return !workbook_failed(book);
}

bool workbook_note_format(struct workbook *book, struct figure_format format)
{
    if (book->n_formats == WORKBOOK_STYLES) {
        fail_at(book->reading->error, SHEAF_BAD_INPUT,
                (struct place){ .file = book->reading->name },
                "the workbook has more than %d styles of cells; save it again", WORKBOOK_STYLES);
        return false;
    }
    if (!memory_grow(book->reading->alloc, book->reading->error, &book->formats,
                     &book->format_capacity, book->n_formats + 1, sizeof format))
        return false;
    book->formats[book->n_formats++] = format;
    return true;
}

/* True for a number that is shown as it is written: most are. */
static bool is_as_written(const struct workbook *book, const char *text, size_t n,
                          const struct figure_format *format)
{
    if (format->words[0] != '\0' || format->kind != FIGURE_NUMBER || format->decimals > 0 ||
        format->digits > 1 || format->thousands > 0 || format->named_thousands > 0 || n > 15 ||
        book->decimal != '.')
        return false;
    for (size_t i = 0; i < n; i++)
        if ((text[i] < '0' || text[i] > '9') && text[i] != '.' && text[i] != '-')
            return false;
    return true;
}

static const char *name_of_scale(int thousands)
{
    return thousands == 1 ? "thousands" : thousands == 2 ? "millions" : "thousands of millions";
}

/* Either way, the header of the cell may mean the other number. */
static void warn_scaled(const struct workbook *book, const struct cells *cells, uint32_t row,
                        uint32_t column, const struct figure_format *format)
{
    struct place place = { .file = cells->place, .line = row, .column = column };

    if (cells->most_rows > 0)
        return;
    if (format->thousands > 0)
        table_warn(book->table, "scaled", place,
                   "the format of this cell shows %s, and what it shows is read; if its header "
                   "does not say so, too, say it with " SETTING("set: {unit_mult: %d}"),
                   name_of_scale(format->thousands), 3 * format->thousands);
    else if (format->named_thousands > 0)
        table_warn(book->table, "scaled in words", place,
                   "the format of this cell shows %s with a word behind them, and the number is "
                   "read in full; if its header says %s, too, leave it out there",
                   name_of_scale(format->named_thousands), name_of_scale(format->named_thousands));
}

/* Keeps the first cell of each words. */
static void note_words(struct workbook *book, const struct cells *cells, uint32_t row,
                       uint32_t column, const struct figure_format *format)
{
    const struct cells_area *area = &book->area;

    if (format->words[0] == '\0' || cells->most_rows > 0 || row < area->first_row ||
        row > area->last_row || column < area->first_column || column > area->last_column)
        return;
    for (size_t i = 0; i < sizeof book->worded / sizeof *book->worded; i++) {
        struct worded_cell *worded = &book->worded[i];

        if (worded->count > 0 && strcmp(worded->format.words, format->words) != 0)
            continue;
        if (worded->count++ == 0) {
            worded->format = *format;
            worded->place = (struct place){ .file = cells->place, .line = row, .column = column };
        }
        return;
    }
}

void workbook_put_number(struct workbook *book, struct cells *cells, uint32_t row, uint32_t column,
                         const char *text, size_t n, const struct figure_format *format)
{
    char out[FIGURE_TEXT];

    if (is_as_written(book, text, n, format)) {
        cells_put(cells, row, column, text, n);
        return;
    }
    warn_scaled(book, cells, row, column, format);
    note_words(book, cells, row, column, format);
    n = figure_write(out, text, n, format, book->decimal, book->dates_from_1904);
    cells_put(cells, row, column, out, n);
}

void workbook_warn_hidden(const struct workbook *book, const struct cells *cells, uint32_t row,
                          uint32_t column)
{
    if (cells->most_rows == 0)
        table_warn(
            book->table, "hidden",
            (struct place){ .file = cells->place, .line = row, .column = column },
            "this cell is in a hidden row or column and is read all the same; if it does not "
            "belong to the table, delete it");
}

void workbook_warn_error(const struct workbook *book, const struct cells *cells, uint32_t row,
                         uint32_t column, const char *text)
{
    if (cells->most_rows == 0)
        table_warn(book->table, "cell-error",
                   (struct place){ .file = cells->place, .line = row, .column = column },
                   "this cell is %.40s and is read as missing", *text == '#' ? text : "an error");
}
