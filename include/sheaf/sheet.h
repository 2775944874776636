/* sheet.h - a fact sheet: blocks on pages, written as a tagged PDF.
 *
 * A sheet comes from a YAML spec (whose grammar is samples/sheet.schema.json
 * and README.md, "The sheet") or is built with the functions below; both make the
 * same thing.
 */
#ifndef SHEAF_SHEET_H
#define SHEAF_SHEET_H

#include "sheaf/chart.h"
#include "sheaf/table.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct sheaf_sheet sheaf_sheet;

/* Reads a spec. Its data files (relative to its folder) are read, and its expressions computed, at
 * the first output, check or text that is added, so that parameters, language and root may be set
 * before. path "-" is standard input (data files then relative to the current folder).
 * context: NULL for a private one. Never NULL; ask the status. */
SHEAF_API sheaf_sheet *sheaf_sheet_read(sheaf_context *context, const char *path);
/* The same from memory; path stands for the file in messages, and data files are relative to
 * its folder. bytes are not kept. */
SHEAF_API sheaf_sheet *sheaf_sheet_read_bytes(sheaf_context *context, const char *path,
                                              const void *bytes, size_t n);
/* An empty one, to be filled with the functions below, or with a spec. */
SHEAF_API sheaf_sheet *sheaf_sheet_create(sheaf_context *context);
/* For services, which read other people's specs: every file that a spec names must be below this
 * folder, links followed; standard input is not. Set before the first output. NULL or "": any
 * file. */
SHEAF_API void sheaf_sheet_set_root(sheaf_sheet *sheet, const char *folder);
/* Reads a spec into a sheet that is still empty; as sheaf_sheet_read and sheaf_sheet_read_bytes. */
SHEAF_API void sheaf_sheet_load(sheaf_sheet *sheet, const char *path);
SHEAF_API void sheaf_sheet_load_bytes(sheaf_sheet *sheet, const char *path, const void *bytes,
                                      size_t n);
SHEAF_API void sheaf_sheet_destroy(sheaf_sheet *sheet); /* NULL: nothing happens */
/* A sheet of its own, with all that the sheet was told, in another context (NULL: a private one), so that
 * another thread may go on with it: it is told the same again, and draws the same. Series, charts, theme and logo
 * are copied; tables of sheaf_sheet_add_data are not, and must live as long as both. A spec's data files, and
 * files of faces, are read again, so what has changed in them shows. A failed sheet gives a failed one. The
 * sheet must not be used by another thread meanwhile. */
SHEAF_API sheaf_sheet *sheaf_sheet_copy(const sheaf_sheet *sheet, sheaf_context *context);

/* Of its construction, whose first failure stays; while that is well, of the last call, so that
 * after a failed output the sheet is as it was and can be written elsewhere. */
SHEAF_API sheaf_status sheaf_sheet_status(const sheaf_sheet *sheet);
/* "" while all is well. Lives until the next call with this sheet. It does not say the line of the
 * spec: sheaf_error_text does, of sheaf_sheet_error. */
SHEAF_API const char *sheaf_sheet_message(const sheaf_sheet *sheet);
SHEAF_API const sheaf_error *sheaf_sheet_error(const sheaf_sheet *sheet);

/* All that is wrong in a spec, in the order of its lines: an output or a check that fails has read all
 * of it. The first is sheaf_sheet_error. At most 100; NULL behind the last. They live as long as the
 * sheet is not changed. */
SHEAF_API size_t sheaf_sheet_error_count(const sheaf_sheet *sheet);
SHEAF_API const sheaf_error *sheaf_sheet_error_at(const sheaf_sheet *sheet, size_t index);

/* After an output or a check, the texts of the spec that its language lacks, or whose figures are others in
 * it than in the spec's own language, in the order of their lines: what a translator owes. */
typedef struct sheaf_untranslated {
    size_t size;         /* of the struct, as the caller was compiled */
    const char *text;    /* as it stands in the spec; lives as long as the sheet is not changed */
    size_t line, column; /* in the spec */
    const char
        *differs; /* "without rise, with turnover[2023]"; NULL: the language lacks the text */
} sheaf_untranslated;
#define SHEAF_UNTRANSLATED_INIT                                                                    \
    {                                                                                              \
        sizeof(sheaf_untranslated), NULL, 0, 0, NULL                                               \
    }
SHEAF_API size_t sheaf_sheet_untranslated_count(const sheaf_sheet *sheet);
/* False behind the last. */
SHEAF_API bool sheaf_sheet_untranslated(const sheaf_sheet *sheet, size_t index,
                                        sheaf_untranslated *text);

/* What was odd when the spec's data files were read, and what sheaf_table_check finds in those of their
 * series that its expressions read; one that counts the texts which the sheet's
 * language lacks; and, after an output and until the next, one that names the
 * characters which no font face draws: boxes stand for them; and one for each text that is cut for want
 * of room, at the block's place in the spec. */
SHEAF_API size_t sheaf_sheet_warning_count(const sheaf_sheet *sheet);
SHEAF_API bool sheaf_sheet_warning(const sheaf_sheet *sheet, size_t index, sheaf_warning *warning);

/* SHEAF_16_9: 254 x 142.9 mm, for screens. */
typedef enum {
    SHEAF_A4 = 0,
    SHEAF_LETTER,
    SHEAF_A3,
    SHEAF_A5,
    SHEAF_LEGAL,
    SHEAF_16_9
} sheaf_page_size;

/* How wide a block stands: as is usual on the page, across it, or in a column of it. */
typedef enum { SHEAF_WIDTH_USUAL = 0, SHEAF_WIDTH_FULL, SHEAF_WIDTH_COLUMN } sheaf_block_width;

/* Everything about the paper: sheaf_page_format format = SHEAF_PAGE_FORMAT_INIT, and then what is to be
 * otherwise. */
typedef struct sheaf_page_format {
    size_t size;                     /* of the struct, as the caller was compiled */
    const char *paper;               /* "A5", "A4 landscape", "16:9", "210 x 100 mm"; NULL: A4 */
    double top, right, bottom, left; /* margins in points; below 0: as is usual for the paper */
    int columns; /* 1 to 4, of texts as wide as the page; 0: two, of those of several lines */
    /* SHEAF_WIDTH_COLUMN: blocks fill the columns, two where `columns` is 0, all but notes and those that are
     * set to stand across. */
    sheaf_block_width blocks;
} sheaf_page_format;
#define SHEAF_PAGE_FORMAT_INIT                                                                     \
    {                                                                                              \
        sizeof(sheaf_page_format), NULL, -1, -1, -1, -1, 0, SHEAF_WIDTH_USUAL                      \
    }

/* A place of a header or footer; from the right where the language is written so. */
typedef enum { SHEAF_SLOT_LEFT = 0, SHEAF_SLOT_MIDDLE, SHEAF_SLOT_RIGHT } sheaf_slot;

/* A parameter of the spec, "$partner" in it, instead of the default that `parameters:` gives it: a
 * member, a period, a number or a text, as the place asks. It is one value, never parsed again,
 * whatever signs it holds. A name that the spec does not declare fails the sheet when the spec is evaluated. A sheet
 * without a spec declares none: there any name is known to the texts and blocks that follow, "{$partner, the}". */
SHEAF_API void sheaf_sheet_set_parameter(sheaf_sheet *sheet, const char *name, const char *value);

/* NULL or "" clears. A title that is blank fails the sheet, and a PDF without one is not written:
 * PDF/A and PDF/UA ask for it. language: BCP 47 (see sheaf_chart_set_language), replaces the spec's.
 * date: "2024-06-26". */
SHEAF_API void sheaf_sheet_set_title(sheaf_sheet *sheet, const char *title);
SHEAF_API void sheaf_sheet_set_deck(sheaf_sheet *sheet, const char *deck);
SHEAF_API void sheaf_sheet_set_language(sheaf_sheet *sheet, const char *language);
SHEAF_API void sheaf_sheet_set_date(sheaf_sheet *sheet, const char *date);
/* When the sheet was published, when the next one will be, and when its data were extracted; the notes
 * tell, and where there is no date the first stands in its place. NULL or "" clears. */
SHEAF_API void sheaf_sheet_set_release(sheaf_sheet *sheet, const char *date);
SHEAF_API void sheaf_sheet_set_next_release(sheaf_sheet *sheet, const char *date);
SHEAF_API void sheaf_sheet_set_extracted(sheaf_sheet *sheet, const char *date);
/* Who answers for the sheet: a person or an office, in the PDF's metadata. NULL or "" clears. */
SHEAF_API void sheaf_sheet_set_author(sheaf_sheet *sheet, const char *author);
/* The date in the PDF's metadata, "2024-06-26", of a sheet without date and release: a clock would make
 * other bytes each time. NULL or "" clears. */
SHEAF_API void sheaf_sheet_set_made(sheaf_sheet *sheet, const char *date);
/* Charts and tables have numbers before their titles: "Chart 2. Exports rose". */
SHEAF_API void sheaf_sheet_set_numbers(sheaf_sheet *sheet, bool numbers);
/* Whether the PDF holds the data of its charts and tables, each as CSV, as
 * sheaf_table_write has it but without confidential figures, the spec, and provenance.json: how each figure is
 * shown, computed and sourced. It does unless this or the spec says no. */
SHEAF_API void sheaf_sheet_set_attachments(sheaf_sheet *sheet, bool attachments);
/* SHEAF_PDF_1_7: PDF/UA-1 and PDF/A-3a. SHEAF_PDF_2_0: PDF/UA-2 and PDF/A-4f; without attachments
 * PDF/A-4. Replaces the spec's. */
SHEAF_API void sheaf_sheet_set_pdf(sheaf_sheet *sheet, sheaf_pdf pdf);
/* Whether a sheet without a block of contents begins with one: always, or never. Unless this or the spec
 * says so, a sheet of three pages or more does if it has three sections or more. */
SHEAF_API void sheaf_sheet_set_contents(sheaf_sheet *sheet, bool contents);
/* Which statuses are told, in all blocks whose spec or chart does not say otherwise. */
SHEAF_API void sheaf_sheet_set_flags(sheaf_sheet *sheet, sheaf_flags flags);
SHEAF_API void sheaf_sheet_set_page(sheaf_sheet *sheet, sheaf_page_size size);
/* format is copied; NULL: A4. */
SHEAF_API void sheaf_sheet_set_page_format(sheaf_sheet *sheet, const sheaf_page_format *format);
/* Fits the sheet to so many pages at most: charts shrink to what their words need, then the space between
 * blocks, then all type, down to 6.5 pt. Where that is not enough, a warning says by how much. 0: as many
 * pages as needed. */
SHEAF_API void sheaf_sheet_set_most_pages(sheaf_sheet *sheet, size_t pages);
/* For services: a PDF of more pages is not written, which is SHEAF_BAD_INPUT. 0: any number. */
SHEAF_API void sheaf_sheet_set_page_limit(sheaf_sheet *sheet, size_t pages);
/* Title, deck and date on a band of colour across the first page, of which it takes a fifth at most.
 * "#1F5FA8"; "": the colour of exports; NULL: none. */
SHEAF_API void sheaf_sheet_set_cover(sheaf_sheet *sheet, const char *color);
/* A PNG or JPEG at the end of the first rule, 9 mm tall, instead of the theme's; read now. alternative:
 * what screen readers say. path NULL or "": the theme's. */
SHEAF_API void sheaf_sheet_set_logo(sheaf_sheet *sheet, const char *path, const char *alternative);
SHEAF_API void sheaf_sheet_set_font_folder(sheaf_sheet *sheet, const char *path);
/* The small line at the head of the page ("Fact sheet"); and at its foot. Texts as below. */
SHEAF_API void sheaf_sheet_set_header(sheaf_sheet *sheet, const char *text);
SHEAF_API void sheaf_sheet_set_footer(sheaf_sheet *sheet, const char *text);
/* The same for one of three places; those above are the left ones. {page}, {pages}, {section}, {title} and
 * {date} are of the page. Without more the header has the date at its right, and the footer of several
 * pages "page 1 of 3". NULL: that again; "": nothing. */
SHEAF_API void sheaf_sheet_set_header_at(sheaf_sheet *sheet, sheaf_slot slot, const char *text);
SHEAF_API void sheaf_sheet_set_footer_at(sheaf_sheet *sheet, sheaf_slot slot, const char *text);

/* What a sheet was told by a program or, after an output or a check, by its spec in its language; or what
 * holds without it (texts: ""). Texts live until the sheet is changed. Of NULL: what an empty sheet has. What
 * is set of the block that was added last cannot be asked.
 *
 * Title, deck, header and footer are as they were written, with markup and fields. */
SHEAF_API const char *sheaf_sheet_get_title(const sheaf_sheet *sheet);
SHEAF_API const char *sheaf_sheet_get_deck(const sheaf_sheet *sheet);
SHEAF_API const char *sheaf_sheet_get_header(const sheaf_sheet *sheet);
SHEAF_API const char *sheaf_sheet_get_footer(const sheaf_sheet *sheet);
/* NULL: nothing was said of this place; "": it stays empty. */
SHEAF_API const char *sheaf_sheet_get_header_at(const sheaf_sheet *sheet, sheaf_slot slot);
SHEAF_API const char *sheaf_sheet_get_footer_at(const sheaf_sheet *sheet, sheaf_slot slot);
SHEAF_API const char *sheaf_sheet_get_language(const sheaf_sheet *sheet);
SHEAF_API const char *sheaf_sheet_get_author(const sheaf_sheet *sheet);
SHEAF_API const char *sheaf_sheet_get_font_folder(const sheaf_sheet *sheet);
/* The folder itself: links are followed. */
SHEAF_API const char *sheaf_sheet_get_root(const sheaf_sheet *sheet);
/* A date as "2024-06-26" with its NUL. */
enum { SHEAF_DATE_TEXT = 11 };
/* Each writes the date, or "" where there is none, which is false; date may be NULL. */
SHEAF_API bool sheaf_sheet_get_date(const sheaf_sheet *sheet, char date[SHEAF_DATE_TEXT]);
SHEAF_API bool sheaf_sheet_get_release(const sheaf_sheet *sheet, char date[SHEAF_DATE_TEXT]);
SHEAF_API bool sheaf_sheet_get_next_release(const sheaf_sheet *sheet, char date[SHEAF_DATE_TEXT]);
SHEAF_API bool sheaf_sheet_get_extracted(const sheaf_sheet *sheet, char date[SHEAF_DATE_TEXT]);
SHEAF_API bool sheaf_sheet_get_made(const sheaf_sheet *sheet, char date[SHEAF_DATE_TEXT]);
SHEAF_API bool sheaf_sheet_get_numbers(const sheaf_sheet *sheet);
SHEAF_API bool sheaf_sheet_get_attachments(const sheaf_sheet *sheet);
SHEAF_API sheaf_pdf sheaf_sheet_get_pdf(const sheaf_sheet *sheet);
/* False, and *contents unchanged: as suits. contents may be NULL. */
SHEAF_API bool sheaf_sheet_get_contents(const sheaf_sheet *sheet, bool *contents);
SHEAF_API sheaf_flags sheaf_sheet_get_flags(const sheaf_sheet *sheet);
/* False, and *size unchanged: another paper than these, or one that is turned. size may be NULL. */
SHEAF_API bool sheaf_sheet_get_page(const sheaf_sheet *sheet, sheaf_page_size *size);
/* With the margins that the paper has. False: format is NULL or has a wrong size. */
SHEAF_API bool sheaf_sheet_get_page_format(const sheaf_sheet *sheet, sheaf_page_format *format);
SHEAF_API size_t sheaf_sheet_get_most_pages(const sheaf_sheet *sheet);
SHEAF_API size_t sheaf_sheet_get_page_limit(const sheaf_sheet *sheet);
/* A colour as "#1F5FA8" with its NUL. */
enum { SHEAF_COLOR_TEXT = 8 };
/* False, and color unchanged: there is no cover. "": it has the colour of exports. color may be NULL. */
SHEAF_API bool sheaf_sheet_get_cover(const sheaf_sheet *sheet, char color[SHEAF_COLOR_TEXT]);
/* False, and nothing is written: the sheet has none of its own. Each pointer may be NULL. */
SHEAF_API bool sheaf_sheet_get_logo(const sheaf_sheet *sheet, const char **path,
                                    const char **alternative);
/* As it was set, also before an output; after an output or a check as it is by default, too. NULL: there is no such
 * parameter, or nothing has asked for it yet. */
SHEAF_API const char *sheaf_sheet_get_parameter(const sheaf_sheet *sheet, const char *name);

/* A source for the notes; date ("2024-06-26") and link may be NULL. Without any, the
 * notes name the sources of the series. */
SHEAF_API void sheaf_sheet_add_source(sheaf_sheet *sheet, const char *title, const char *date,
                                      const char *link);
/* Makes a copy of the series known to the texts that follow, by its sheaf_series_name: that is what
 * sheaf_series_create was given or, of sheaf_table_select, the member of the last filter as the table
 * spells it ("CHN", or "exports" where the flow is filtered last). */
SHEAF_API void sheaf_sheet_add_series(sheaf_sheet *sheet, const sheaf_series *series);

/* Blocks, in reading order. Series, charts and texts are copied; NULL where one is needed fails
 * the sheet. A sheet without blocks is not laid out (SHEAF_BAD_INPUT), as a chart without figures
 * is not drawn. Every text (also titles, those of charts, labels and notes) is CommonMark, and may hold
 * fields in braces: figures of known series, "{turnover[2023]}", sentences that follow them, "{x[2023] ?
 * rose by {} | fell by {} | held || is not known}", parameters and periods, "{$partner, the}" and
 * "{period:2024-T1}"; a brace itself is "{{" or "\\{". README.md has the grammar. A figure that is missing
 * fails the sheet unless "||" says what comes instead. A text has paragraphs, lists, quotations,
 * sub-headings and footnotes; titles, headings, labels and notes are one paragraph. */
SHEAF_API void sheaf_sheet_add_heading(sheaf_sheet *sheet, const char *text);
SHEAF_API void sheaf_sheet_add_text(sheaf_sheet *sheet, const char *text);
/* A text that stands out: indented beside a rule. */
SHEAF_API void sheaf_sheet_add_callout(sheaf_sheet *sheet, const char *text);
/* Blocks as a spec has them below `sheet`, in YAML or JSON: "- table: {rows: partners, columns: [2022, 2023], sort:
 * {by: 2}, total: yes}". So a program can say all that a spec can. Expressions name the series that are known
 * (sheaf_sheet_add_series, or the spec's own); texts are read in the language that the sheet has now. A
 * mistake fails the sheet, with its line and column in this text. */
SHEAF_API void sheaf_sheet_add_blocks(sheaf_sheet *sheet, const char *yaml);
/* What follows begins a page. Not within a row or column. */
SHEAF_API void sheaf_sheet_add_page_break(sheaf_sheet *sheet);
/* Of the last block, a text: so many columns, 1 to 4. */
SHEAF_API void sheaf_sheet_set_columns(sheaf_sheet *sheet, int columns);
/* Of the last block, not within a row or column: SHEAF_WIDTH_COLUMN lets it fill the page's columns, together
 * with those before and behind it that do; across them (SHEAF_WIDTH_FULL) the columns above it end at one
 * height, and begin again below it. Headings stand as wide as what they belong to. */
SHEAF_API void sheaf_sheet_set_block_width(sheaf_sheet *sheet, sheaf_block_width width);
/* Of the last block; SHEAF_WIDTH_USUAL where there is none. */
SHEAF_API sheaf_block_width sheaf_sheet_get_block_width(const sheaf_sheet *sheet);
/* Of the last block, a chart: its height in points, or what its words need, if that is more. */
SHEAF_API void sheaf_sheet_set_height(sheaf_sheet *sheet, double height);
/* Of the last block: it is not divided between pages if one can hold it; with_next: nor is it parted from
 * the block that follows. */
SHEAF_API void sheaf_sheet_keep_together(sheaf_sheet *sheet, bool with_next);
/* A key figure: the value of series in period, and its growth on the year before
 * when with_growth and known. {period} in the label stands for the period; NULL: a
 * label from the series. Neighbouring figures share one row. */
SHEAF_API void sheaf_sheet_add_figure(sheaf_sheet *sheet, const char *label,
                                      const sheaf_series *series, sheaf_period period,
                                      bool with_growth);
/* Of the last key figure or table that was added: so many places after the decimal mark, as
 * far as they are known. Without it figures are rounded as people read them, to three
 * significant digits and all before the mark ("$79.1 bn" for 79,138,754.7 thousand); a
 * table has one multiplier and one number of decimals for a unit. In texts:
 * "{turnover[2023], decimals: 2}". */
SHEAF_API void sheaf_sheet_set_decimals(sheaf_sheet *sheet, int decimals);
/* Of the last key figure or table, too: "48–53%" in place of "50%", where more is open of a figure
 * than its digits say. */
SHEAF_API void sheaf_sheet_set_ranges(sheaf_sheet *sheet, bool ranges);
SHEAF_API void sheaf_sheet_add_chart(sheaf_sheet *sheet, const sheaf_chart *chart);
/* A row a series, a column a period; with_growth adds the last period's growth. Series are what
 * expressions give (sheaf_evaluate), too. */
SHEAF_API void sheaf_sheet_add_table(sheaf_sheet *sheet, const sheaf_series *const *series,
                                     size_t n_series, const sheaf_period *periods, size_t n_periods,
                                     bool with_growth);
/* A column of a table: sheaf_table_column columns[2] = { SHEAF_TABLE_COLUMN_INIT,
 * SHEAF_TABLE_COLUMN_INIT }, and then what each shows. */
typedef struct sheaf_table_column {
    size_t size; /* of the struct, as the caller was compiled; the same in all of an array */
    sheaf_period period;
    bool growth; /* the change on the same period of the year before, instead of the figure */
} sheaf_table_column;
#define SHEAF_TABLE_COLUMN_INIT                                                                    \
    {                                                                                              \
        sizeof(sheaf_table_column), { SHEAF_NO_PERIOD, 0, 0 }, false                               \
    }
/* The same with a title (NULL: none) and columns of all kinds. */
SHEAF_API void sheaf_sheet_add_table_of(sheaf_sheet *sheet, const char *title,
                                        const sheaf_series *const *series, size_t n_series,
                                        const sheaf_table_column *columns, size_t n_columns);
/* Names the last block, as "exports": a text before or behind it may then hold "[words](#exports)", a
 * link, or "{#exports}", which is "chart 2" and a link where charts have numbers; "{#exports, number}" is
 * "2". A name is of letters, digits, - and _. */
SHEAF_API void sheaf_sheet_set_id(sheaf_sheet *sheet, const char *id);
/* A table of contents: the headings with their pages; charts and tables where there are none. */
SHEAF_API void sheaf_sheet_add_contents(sheaf_sheet *sheet);
/* Blocks between begin and end stand side by side, sharing the width equally but for
 * those that are given a span; charts of the same height share their baselines. */
SHEAF_API void sheaf_sheet_begin_row(sheaf_sheet *sheet);
SHEAF_API void sheaf_sheet_end_row(sheaf_sheet *sheet);
/* Within a row: how many of the page's twelve columns the last block spans. */
SHEAF_API void sheaf_sheet_set_span(sheaf_sheet *sheet, int columns);
/* Within a row: the blocks between begin and end stand above each other, as one. */
SHEAF_API void sheaf_sheet_begin_column(sheaf_sheet *sheet);
SHEAF_API void sheaf_sheet_end_column(sheaf_sheet *sheet);
/* Sources, statuses and derivations of everything shown, and your own notes. */
SHEAF_API void sheaf_sheet_add_notes(sheaf_sheet *sheet, const char *const *notes, size_t n);

/* Output. Each returns its status, which the sheet's error tells until the next call; none changes
 * the sheet. */

/* Writes the pages as one PDF; on failure there is no file, or the old one. A file that the sheet
 * was read from, spec or data, is not replaced (SHEAF_BAD_ARGUMENT). */
SHEAF_API sheaf_status sheaf_sheet_write_pdf(sheaf_sheet *sheet, const char *path);
SHEAF_API sheaf_status sheaf_sheet_write_pdf_sink(sheaf_sheet *sheet, sheaf_sink sink);

/* Writes the sheet as one page of the web: figures, words and charts as in the PDF, without anything to
 * fetch; charts as SVG, each with its figures as a table and as CSV. As for the PDF, there is no file
 * after a failure, or the old one. */
SHEAF_API sheaf_status sheaf_sheet_write_html(sheaf_sheet *sheet, const char *path);
SHEAF_API sheaf_status sheaf_sheet_write_html_sink(sheaf_sheet *sheet, sheaf_sink sink);
/* Writes one page (from 0) as a PNG of 10 to 600 dots an inch. */
SHEAF_API sheaf_status sheaf_sheet_write_png_sink(sheaf_sheet *sheet, size_t page,
                                                  double dots_per_inch, sheaf_sink sink);
/* Draws each page as an SVG of its own, with the faces that its words need, from the first page on; take gets
 * one after the other, from page 0, whose bytes live until it returns. False from it ends the call
 * (SHEAF_SYSTEM). */
SHEAF_API sheaf_status sheaf_sheet_draw_svg(sheaf_sheet *sheet,
                                            bool (*take)(void *context, size_t page,
                                                         const void *svg, size_t n),
                                            void *context);
/* Where the page in a language (BCP 47) can be found, for links between the pages of one sheet: an address
 * relative to the page that is written, such as "ru.html". Name the page's own language too; they
 * are listed in the order in which they are added. Copied; an address with another scheme than http and
 * https ("javascript:") becomes no link. */
SHEAF_API void sheaf_sheet_add_translation(sheaf_sheet *sheet, const char *language,
                                           const char *address);

/* Reads all, computes all and lays it out, but writes nothing: tells all that is wrong, and warns of
 * parameters that the spec never uses. */
SHEAF_API sheaf_status sheaf_sheet_check(sheaf_sheet *sheet);

/* The files that the sheet is made from, once it is loaded: the spec, data, catalogues of texts, themes,
 * logos; a file may stand there twice. By index; NULL beyond the last. */
SHEAF_API const char *sheaf_sheet_input(const sheaf_sheet *sheet, size_t index);
/* After an output or a check, the files that it would be made from, too, if they were there: catalogues of
 * texts. The same way. */
SHEAF_API const char *sheaf_sheet_wanted_input(const sheaf_sheet *sheet, size_t index);

/* The parameters that the spec declares, in its order, after an output or a check. They live as long as the
 * sheet is not changed. */
typedef struct sheaf_sheet_parameter_info {
    size_t size;      /* of the struct, as the caller was compiled */
    const char *name; /* "partner" */
    const char
        *value; /* as set or by default, latest(series) resolved; NULL: nothing asked for it yet */
} sheaf_sheet_parameter_info;
#define SHEAF_SHEET_PARAMETER_INIT                                                                 \
    {                                                                                              \
        sizeof(sheaf_sheet_parameter_info), NULL, NULL                                             \
    }
/* False behind the last. */
SHEAF_API bool sheaf_sheet_parameter(const sheaf_sheet *sheet, size_t index,
                                     sheaf_sheet_parameter_info *parameter);
/* What a parameter can be: the members of which a batch makes a sheet each (sheaf_batch_options: each), in the
 * order of the data, each with its name in the sheet's language. take gets one after the other; its texts live
 * until it returns. Nothing is given of a parameter that selects no data, such as a year. Returns how many
 * were given. */
SHEAF_API size_t sheaf_sheet_members(sheaf_sheet *sheet, const char *parameter,
                                     void (*take)(void *context, const char *member,
                                                  const char *name),
                                     void *context);

/* The pages, for windows and printers. They are laid out at the first of these calls, and again after a call
 * that changes or writes the sheet. *count: how many there are; 0 after a failure. */
SHEAF_API sheaf_status sheaf_sheet_page_count(sheaf_sheet *sheet, size_t *count);
/* In points; page counts from 0. width and height may be NULL, and are unchanged after a failure. */
SHEAF_API sheaf_status sheaf_sheet_page_size(sheaf_sheet *sheet, size_t page, double *width,
                                             double *height);
/* Draws a page with its top left corner at the origin of the context's user space, a point a unit, on a
 * white ground or the theme's paper (a transparent theme: on what is there) and nothing beside it, and leaves the
 * context as it found it. SHEAF_BAD_ARGUMENT: there is no such page, or cr is NULL. One sheet is drawn by one
 * thread at a time. */
SHEAF_API sheaf_status sheaf_sheet_draw_page(sheaf_sheet *sheet, size_t page, cairo_t *cr);

/* What the data have several of, and a first spec shows one of: units, lengths of periods, indicators. */
typedef struct sheaf_suggest_choice {
    size_t size;           /* of the struct, as the library was compiled */
    const char *dimension; /* "unit"; "period" for lengths of periods */
    const char *taken;     /* "USD"; of periods the last one, "2023" */
    const char *other;     /* the first that was left out: "kg", "2024-05" */
    size_t n_others;       /* how many were, at least 1 */
    const char *how;       /* what shows the other: "--select 'unit: kg'", "--set year=2024-05" */
} sheaf_suggest_choice;

/* What a first spec is to say of its data. */
typedef struct sheaf_suggest_options {
    size_t size;      /* of the struct, as the caller was compiled: = SHEAF_SUGGEST_OPTIONS_INIT */
    const char *file; /* the data file, from the spec's folder, or "odbc:DSN=trade" */
    const sheaf_read_options
        *reading;                /* how the table was read, which the spec repeats; NULL: nothing
                                          was said */
    const sheaf_filter *filters; /* the rows that the sheet is about, of the whole table */
    size_t n_filters;
    const char *spec; /* what the spec will be called, in the commands that it shows; NULL */
    /* BCP 47, of the sheet and of the spec's texts and comments; several, as in "en,ru": each text is in all of
     * them, the comments are in the first. Alone it may be one in which Sheaf has no sentences: these are
     * English, then. NULL: en */
    const char *language;
    /* Told of each choice, in the calling thread; texts live as long as the call. The spec has them as comments.
     * NULL: nobody is. */
    void (*chosen)(void *context, const sheaf_suggest_choice *choice);
    void *context; /* for chosen */
} sheaf_suggest_options;
#define SHEAF_SUGGEST_OPTIONS_INIT                                                                 \
    {                                                                                              \
        sizeof(sheaf_suggest_options), NULL, NULL, NULL, 0, NULL, NULL, NULL, NULL                 \
    }
/* Writes a first spec for the table, to be edited by its author: commented YAML with a title that
 * follows the figures, key figures, the charts that suit the data, a table and notes, and parameters for
 * what many sheets may be made of. It is tried on the table, and what does not hold is left out, so that it
 * can be drawn as it is. The same table and options give the same bytes. After a failure there is no
 * file, or the old one; *error (may be NULL) says what failed: the table's own failure, a table
 * without any figure (SHEAF_BAD_INPUT), and SHEAF_OK otherwise. The table does not change, so that threads may
 * share it; nothing of the options is kept. */
SHEAF_API sheaf_status sheaf_sheet_suggest(const sheaf_table *table,
                                           const sheaf_suggest_options *options, const char *path,
                                           sheaf_error *error);
SHEAF_API sheaf_status sheaf_sheet_suggest_sink(const sheaf_table *table,
                                                const sheaf_suggest_options *options,
                                                sheaf_sink sink, sheaf_error *error);

#ifdef __cplusplus
}
#endif
#endif
