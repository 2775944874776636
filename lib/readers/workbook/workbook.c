/* workbook.c - reads a sheet of an XLSX or ODS workbook: chooses the sheet and the table on it, and
 * hands its cells to the reader of delimited values, which finds headers, periods and formats as in
 * any file. */
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "readers/csv/delimited.h"
#include "readers/reader.h"
#include "readers/workbook/workbook_parts.h"

enum { ROWS_LOOKED_AT = 2000 }; /* of a sheet, for a table */

static const char compound[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"; /* XLS, and encrypted XLSX */

static bool is_compound(const char *bytes, size_t n)
{
    return n >= sizeof compound - 1 && memcmp(bytes, compound, sizeof compound - 1) == 0;
}

static bool recognises(const char *bytes, size_t n)
{
    return archive_recognises(bytes, n) || is_compound(bytes, n);
}

static struct place place_of(const struct workbook *book)
{
    return (struct place){ .file = book->reading->name };
}

static void read_cells(struct workbook *book, size_t index, struct cells *cells)
{
    if (book->is_open_document)
        ods_read_sheet(book, index, cells);
    else
        xlsx_read_sheet(book, &book->sheets[index], cells);
}

/* Which sheet ---------------------------------------------------------------------- */

/* What the caller says of the sheet: "Data", "2", "Data!A3:F20". */
struct choice {
    size_t index;
    bool has_area;
    struct cells_area area;
};

/* The sheet of this name (n bytes); otherwise the number of it among those that are shown.
 * n_sheets: there is none. */
static size_t find_sheet(const struct workbook *book, const char *name, size_t n)
{
    int64_t number;

    for (size_t i = 0; i < book->n_sheets; i++)
        if (strlen(book->sheets[i].name) == n && memcmp(book->sheets[i].name, name, n) == 0)
            return i;
    for (size_t i = 0; i < book->n_sheets; i++)
        if (string_is_ignoring_case(name, n, book->sheets[i].name))
            return i;
    if (number_read_integer(name, n, 1, WORKBOOK_SHEETS, &number))
        for (size_t i = 0; i < book->n_sheets; i++)
            if (!book->sheets[i].is_hidden && --number == 0)
                return i;
    return book->n_sheets;
}

/* "'Exports', 'Imports' and 3 more", of the sheets that are marked, or shown if marks is NULL. */
static const char *list_names(struct workbook *book, const bool *marks)
{
    enum { SHOWN = 8 };
    const char *list = "";
    size_t count = 0;

    for (size_t i = 0; i < book->n_sheets && list != NULL; i++) {
        if (marks != NULL ? !marks[i] : book->sheets[i].is_hidden)
            continue;
        if (count++ < SHOWN)
            list = arena_format(&book->arena, "%s%s'%.60s'", list, count > 1 ? ", " : "",
                                book->sheets[i].name);
    }
    if (count > SHOWN && list != NULL)
        list = arena_format(&book->arena, "%s and %zu more", list, count - SHOWN);
    return list != NULL ? list : "";
}

static void fail_unknown(struct workbook *book, const char *name)
{
    const char **names = arena_array(&book->arena, const char *, book->n_sheets), *nearest;

    if (names == NULL)
        return;
    for (size_t i = 0; i < book->n_sheets; i++)
        names[i] = book->sheets[i].name;
    nearest = string_nearest(name, strlen(name), names, book->n_sheets);
    if (nearest != NULL)
        fail_at(book->reading->error, SHEAF_BAD_INPUT, place_of(book),
                "no sheet is named '%.60s'; did you mean '%.60s'?", name, nearest);
    else
        fail_at(book->reading->error, SHEAF_BAD_INPUT, place_of(book),
                "no sheet is named '%.60s'; there is %s", name, list_names(book, NULL));
}

/* The sheet that the caller names. A name may hold "!" itself. */
static void take_named(struct workbook *book, const char *name, struct choice *choice)
{
    const char *mark = strrchr(name, '!');

    choice->index = find_sheet(book, name, strlen(name));
    if (choice->index < book->n_sheets)
        return;
    if (mark != NULL && cells_read_area(mark + 1, &choice->area)) {
        size_t n = (size_t)(mark - name);
        bool quoted = n >= 2 && name[0] == '\'' && mark[-1] == '\'';

        choice->has_area = true;
        choice->index = find_sheet(book, name + quoted, n - (quoted ? 2 : 0));
    }
    if (choice->index == book->n_sheets)
        fail_unknown(book, name);
}

/* Marks the sheets that are shown and hold a table, or anything at all. Returns how many. */
static size_t mark_sheets(struct workbook *book, bool *marks, bool with_tables)
{
    struct cells_area areas[WORKBOOK_TABLES];
    size_t count = 0;

    for (size_t i = 0; i < book->n_sheets && !workbook_failed(book); i++) {
        struct cells cells;

        marks[i] = false;
        if (book->sheets[i].is_hidden)
            continue;
        cells_start(&cells, book->reading->alloc, book->reading->name, book->reading->error);
        cells.most_rows = ROWS_LOOKED_AT;
        read_cells(book, i, &cells);
        marks[i] = with_tables ? workbook_find_tables(&cells, areas) > 0
                               : !workbook_failed(book) && cells.count > 0;
        count += marks[i];
        cells_end(&cells);
    }
    return count;
}

static const char *first_marked(const struct workbook *book, const bool *marks, size_t *index)
{
    for (*index = 0; *index < book->n_sheets; ++*index)
        if (marks[*index])
            return book->sheets[*index].name;
    return "";
}

/* Without a name: the only sheet with a table, or with anything. */
static void take_only(struct workbook *book, struct choice *choice)
{
    bool *marks = arena_array(&book->arena, bool, book->n_sheets);
    bool with_tables = true;
    size_t count = 0, shown = 0;
    const char *first;

    for (size_t i = 0; i < book->n_sheets; i++)
        if (!book->sheets[i].is_hidden && shown++ == 0)
            choice->index = i;
    if (shown == 1 || marks == NULL)
        return;
    count = mark_sheets(book, marks, true);
    if (count == 0 && !workbook_failed(book)) {
        with_tables = false;
        count = mark_sheets(book, marks, false);
    }
    first = first_marked(book, marks, &choice->index);
    if (count == 0)
        fail_at(book->reading->error, SHEAF_BAD_INPUT, place_of(book),
                "no sheet of the workbook that is shown holds anything");
    else if (count > 1)
        fail_at(book->reading->error, SHEAF_BAD_INPUT, place_of(book),
                "%s: %zu sheets hold %s; say which is meant, as in " SETTING("sheet: '%.60s'"),
                list_names(book, marks), count,
                with_tables ? "tables" : "something, and none looks like a table", first);
}

/* Which cells ---------------------------------------------------------------------- */

static const char *write_area(struct arena *arena, const struct cells_area *area)
{
    char first[COLUMN_LETTERS], last[COLUMN_LETTERS];

    string_column_letters(first, area->first_column);
    string_column_letters(last, area->last_column);
    return arena_format(arena, "%s%u:%s%u", first, area->first_row, last, area->last_row);
}

/* Several tables on a sheet are told apart by the caller. */
static void refuse_several(struct workbook *book, const struct cells *cells, const char *name)
{
    struct cells_area areas[WORKBOOK_TABLES];
    size_t count = workbook_find_tables(cells, areas);
    const char *list = "", *first;

    if (count < 2)
        return;
    first = write_area(&book->arena, &areas[0]);
    for (size_t i = 0; i < count && i < 6 && list != NULL; i++) {
        const char *area = write_area(&book->arena, &areas[i]);

        list = arena_format(&book->arena, "%s%s%s", list, i > 0 ? ", " : "", area);
    }
    if (!workbook_failed(book))
        fail_at(book->reading->error, SHEAF_BAD_INPUT, (struct place){ .file = cells->place },
                "the sheet holds several tables, at %s%s; say which is meant, as in " SETTING(
                    "sheet: '%.60s!%s'"),
                list, count > 6 ? " …" : "", name, first);
}

/* Hands the area over as delimited values. */
static void hand_over(struct workbook *book, struct cells *cells, struct cells_area area)
{
    struct reading reading = *book->reading;
    sheaf_read_options options = *table_options(book->table);
    uint32_t *columns = arena_array(&book->arena, uint32_t, CELLS_COLUMNS);
    struct input *input;
    struct buffer text;
    size_t n = 0;

    reading.name = cells->place;
    reading.encoding = "UTF-8";
    options.separator = "\t";
    buffer_init(&text, reading.alloc, reading.error);
    if (columns != NULL)
        cells_write(cells, area, &text, columns, &n);
    cells_end(cells);
    input = workbook_failed(book) ? NULL : input_open_bytes(&reading, text.bytes, text.length);
    if (input != NULL) {
        table_set_options(book->table, &options);
        delimited_read_rows(book->table, input,
                            &(struct delimited_origin){ .columns = columns, .n_columns = n });
        workbook_warn_words(book);
    }
    input_close(input);
    buffer_free(&text);
}

static void read_sheet(struct workbook *book, const struct choice *choice)
{
    const char *name = book->sheets[choice->index].name;
    struct cells cells;

    table_set_name(book->table,
                   arena_format(&book->arena, "%.400s: sheet '%.60s'", book->reading->name, name));
    cells_start(&cells, book->reading->alloc, table_name(book->table), book->reading->error);
    book->area =
        choice->has_area ? choice->area : (struct cells_area){ 1, UINT32_MAX, 1, UINT32_MAX };
    read_cells(book, choice->index, &cells);
    if (!workbook_failed(book) && cells.count == 0)
        fail_at(book->reading->error, SHEAF_BAD_INPUT, (struct place){ .file = cells.place },
                "the sheet is empty; a header line and rows are expected");
    if (!workbook_failed(book) && !choice->has_area)
        refuse_several(book, &cells, name);
    if (!workbook_failed(book))
        hand_over(book, &cells, choice->has_area ? choice->area : cells_extent(&cells));
    cells_end(&cells);
}

/* The workbook --------------------------------------------------------------------- */

static void read_book(struct workbook *book)
{
    const char *name = table_options(book->table)->sheet;
    struct choice choice = { .index = 0 };

    if (archive_has(book->archive, "content.xml"))
        ods_open(book);
    else
        xlsx_open(book);
    if (!workbook_failed(book) && book->n_sheets == 0)
        fail_at(book->reading->error, SHEAF_BAD_INPUT, place_of(book),
                "the workbook has no sheet of cells");
    if (!workbook_failed(book) && name != NULL)
        take_named(book, name, &choice);
    else if (!workbook_failed(book))
        take_only(book, &choice);
    if (!workbook_failed(book))
        read_sheet(book, &choice);
}

static void free_book(struct workbook *book)
{
    const sheaf_alloc *alloc = book->reading->alloc;

    archive_close(book->archive);
    buffer_free(&book->strings);
    memory_free(alloc, book->string_ends, book->string_capacity * sizeof *book->string_ends);
    memory_free(alloc, book->formats, book->format_capacity * sizeof *book->formats);
    memory_free(alloc, book->sheets, book->sheet_capacity * sizeof *book->sheets);
    string_cache_free(&book->cell_styles, alloc);
    string_cache_free(&book->hidden_styles, alloc);
    arena_free(&book->arena);
}

static void read_workbook(sheaf_table *table, struct input *input)
{
    const char *decimal = table_options(table)->decimal;
    struct workbook book = { .table = table,
                             .reading = input_reading(input),
                             .decimal = decimal != NULL ? decimal[0] : '.' };
    size_t n;
    const char *bytes = input_text(input, &n);

    if (is_compound(bytes, n)) {
        workbook_refuse_compound(input, table);
        return;
    }
    arena_init(&book.arena, book.reading->alloc, book.reading->error);
    buffer_init(&book.strings, book.reading->alloc, book.reading->error);
    book.archive = archive_open(input);
    if (book.archive != NULL)
        read_book(&book);
    free_book(&book);
}

const struct reader workbook_reader = { "workbook", "XLSX or ODS workbook", NULL, recognises,
                                        read_workbook };
