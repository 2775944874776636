/* workbook_parts.h - a workbook that is being read, for the files of this folder only. */
#ifndef SHEAF_READERS_WORKBOOK_WORKBOOK_PARTS_H
#define SHEAF_READERS_WORKBOOK_WORKBOOK_PARTS_H

#include "base/string_cache.h"
#include "input/xml.h"
#include "input/zip.h"
#include "readers/workbook/cells.h"
#include "readers/workbook/figures.h"
#include "table/table.h"

enum {
    WORKBOOK_SHEETS = 1000,
    WORKBOOK_STYLES = 100000,
    WORKBOOK_STRINGS = 8 << 20,        /* shared strings … */
    WORKBOOK_STRING_BYTES = 256 << 20, /* … and their bytes */
    WORKBOOK_TABLES = 20               /* tables of a sheet that are told apart */
};

struct workbook_sheet {
    const char *name;
    const char *part; /* XLSX: its file in the archive */
    bool is_hidden;
};

/* A cell whose format shows words beside the number. */
struct worded_cell {
    struct figure_format format;
    struct place place;
    size_t count; /* cells with the same words */
};

struct workbook {
    sheaf_table *table;
    const struct reading *reading;
    struct archive *archive;
    struct arena arena;
    char decimal; /* the mark of the numbers that are handed over */
    bool is_open_document;
    struct workbook_sheet *sheets; /* without sheets that hold no cells, such as charts */
    size_t n_sheets, sheet_capacity;
    struct cells_area area;       /* of the cells that are read */
    struct worded_cell worded[2]; /* of different words, the first two */
    /* XLSX */
    const char *strings_part, *styles_part; /* NULL: there is none */
    struct buffer strings;                  /* the shared strings … */
    size_t *string_ends;                    /* … and where each ends */
    size_t n_strings, string_capacity;
    bool has_strings;              /* they were read */
    struct figure_format *formats; /* of the styles of cells */
    size_t n_formats, format_capacity;
    bool dates_from_1904;
    /* ODS */
    struct string_cache cell_styles;   /* names to indices of formats */
    struct string_cache hidden_styles; /* of sheets */
};

static inline bool workbook_failed(const struct workbook *book)
{
    return book->reading->error->status != SHEAF_OK;
}

/* workbook_feed.c: feeds a file of the archive. events.context begins with a struct xml *, which
 * is set. enough (may be NULL): when it becomes true the rest is left unread. */
void workbook_feed(struct workbook *book, const char *part, const struct xml_events *events,
                   const bool *enough);
bool workbook_note_sheet(struct workbook *book, const char *name, const char *part, bool is_hidden);
bool workbook_note_format(struct workbook *book, struct figure_format format);
/* Hands a number over as its format shows it. */
void workbook_put_number(struct workbook *book, struct cells *cells, uint32_t row, uint32_t column,
                         const char *text, size_t n, const struct figure_format *format);
/* After the rows: warns of words that formats show beside numbers ("€", "m"), if the values are not
 * known to be in that unit and power (workbook_words.c). */
void workbook_warn_words(const struct workbook *book);
/* Warns, if the cells are read to their end, of a cell in a hidden row or column. */
void workbook_warn_hidden(const struct workbook *book, const struct cells *cells, uint32_t row,
                          uint32_t column);
/* Warns, if the cells are read to their end, at a cell: an error (#REF!) that is read as missing. */
void workbook_warn_error(const struct workbook *book, const struct cells *cells, uint32_t row,
                         uint32_t column, const char *text);

/* xlsx.c, xlsx_sheet.c: list the sheets; read the cells of one. They fail into the reading's
 * error. */
void xlsx_open(struct workbook *book);
void xlsx_read_sheet(struct workbook *book, const struct workbook_sheet *sheet,
                     struct cells *cells);
/* xlsx_tables.c: the shared strings and the formats. */
void xlsx_read_strings(struct workbook *book);
void xlsx_read_styles(struct workbook *book);
/* The text of a string with "_x000D_" and the like decoded, in place; its length. */
size_t xlsx_unescape(char *text, size_t n);

/* ods.c, ods_sheet.c */
void ods_open(struct workbook *book);
void ods_read_sheet(struct workbook *book, size_t index, struct cells *cells);
/* ods_styles.c: events of a file that has styles. */
struct ods_styles {
    struct workbook *book;
    struct figure_format format; /* of the data style that is open */
    bool is_open;
    int thousands;               /* by which it divides: 1, or 2 for millions */
    char name[200];              /* of the style that is open */
    struct string_cache formats; /* names of data styles to indices of formats */
};
void ods_style_start(struct ods_styles *styles, const char *name, const char *const *attributes);
void ods_style_text(struct ods_styles *styles, const char *text, size_t n);
void ods_style_end(struct ods_styles *styles, const char *name);

/* tables.c: the tables of a sheet that stand apart, by empty rows or columns and headers of their
 * own. Returns how many were found, at most WORKBOOK_TABLES. */
size_t workbook_find_tables(const struct cells *cells, struct cells_area areas[WORKBOOK_TABLES]);

/* refusal.c: fails for an XLS file, an encrypted workbook, or an archive that is none. */
void workbook_refuse_compound(struct input *input, sheaf_table *table);
void workbook_refuse_archive(const struct workbook *book);

#endif
