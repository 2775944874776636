/* files.h - what a sheet's PDF holds beside its pages: the data of its charts and tables, its spec,
 * and where each figure is from. */
#ifndef SHEAF_PUBLISH_FILES_H
#define SHEAF_PUBLISH_FILES_H

#include "paint/paint.h"
#include "sheet/layout/layout.h"
#include "sheet/model.h"

struct sheet_files {
    struct arena arena; /* of all that the files point to */
    struct pdf_file *files;
    size_t n;
    struct shown_figures of_charts;
};

/* Makes the files of a sheet that is laid out; none where the author wants none. A failure goes to
 * error. Freed by sheet_files_free in any case. */
void sheet_files_make(const sheaf_sheet *sheet, const struct sheet_pages *pages,
                      struct sheet_files *files, sheaf_error *error);
/* The same of a chart alone: "chart.csv", which belongs to its figure, and provenance.json. None of a chart
 * without series, such as one of targets. */
void chart_files_make(const sheaf_chart *chart, const char *title, struct sheet_files *files,
                      sheaf_error *error);
void sheet_files_free(struct sheet_files *files);

#endif
