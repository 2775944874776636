/* files.h - what a sheet's PDF holds beside its pages: the data of its charts and tables, its spec,
 * and where each figure is from. */
#ifndef SHEAF_PUBLISH_FILES_H
#define SHEAF_PUBLISH_FILES_H

#include "paint/paint.h"
#include "sheet/layout/layout.h"
#include "sheet/model.h"

struct sheet_files {
    struct arena arena; /* of all that the files point to, … */
    struct arena data;  /* … but for their bytes */
    struct buffer provenance;
    struct pdf_file *files;
    size_t n;
    struct shown_figures of_charts;
};

void sheet_files_init(struct sheet_files *files, const sheaf_sheet *sheet);
/* Make the files of a sheet that is laid out; none where the author wants none. A failure goes to error.
 * First the data of charts and tables, which takes a worker of the context; then what tells of all files,
 * which is large and takes none. files: as sheet_files_init left it. */
void sheet_files_make_data(const sheaf_sheet *sheet, struct sheet_files *files, sheaf_error *error);
void sheet_files_make_rest(const sheaf_sheet *sheet, const struct sheet_pages *pages,
                           struct sheet_files *files, sheaf_error *error);
/* Their bytes, when these are written. */
void sheet_files_forget_data(struct sheet_files *files);
void sheet_files_free(struct sheet_files *files);

#endif
