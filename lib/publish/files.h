/* files.h - what the PDF of a sheet or chart holds beside its pages: the data of its charts and tables, a
 * sheet's spec, and where each figure is from. */
#ifndef SHEAF_PUBLISH_FILES_H
#define SHEAF_PUBLISH_FILES_H

#include "paint/paint.h"
#include "sheet/layout/layout.h"
#include "sheet/model.h"

struct document_files {
    struct arena arena; /* of all that the files point to, … */
    struct arena data;  /* … but for their bytes */
    struct buffer provenance;
    struct pdf_file *files;
    size_t n;
    struct shown_figures of_charts;
};

void document_files_init(struct document_files *files, const sheaf_alloc *alloc);
/* Make the files of a sheet that is laid out; none where the author wants none. A failure goes to error.
 * First the data of charts and tables, which takes a worker of the context; then what tells of all files,
 * which is large and takes none. files: as document_files_init left it. */
void sheet_files_make_data(const sheaf_sheet *sheet, struct document_files *files,
                           sheaf_error *error);
void sheet_files_make_rest(const sheaf_sheet *sheet, const struct sheet_pages *pages,
                           struct document_files *files, sheaf_error *error);
/* The same of a chart alone: "chart.csv", which belongs to its figure, and provenance.json. None of a chart
 * without series, such as one of targets. */
void chart_files_make(const sheaf_chart *chart, const char *title, struct document_files *files,
                      sheaf_error *error);
/* All figures of a chart or table, in a table's row by row, without words. text: in whose language fields
 * choose their branches. */
void sheet_files_gather(const sheaf_sheet *sheet, const struct block *block, struct text *text,
                        struct arena *arena, struct shown_figures *gathered);
/* Their bytes, when these are written. */
void document_files_forget_data(struct document_files *files);
void document_files_free(struct document_files *files);

#endif
