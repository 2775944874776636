/* pdf.h - the files within a PDF. */
#ifndef SHEAF_COMPARE_PDF_H
#define SHEAF_COMPARE_PDF_H

#include "base/buffer.h"

/* Of a PDF, and of the files in it; read as JSON they take ten times that. */
enum { PDF_BYTES = 256 << 20, PDF_FILES_BYTES = 64 << 20 };

struct pdf_reader; /* libqpdf, loaded */

/* NULL: failed, as libqpdf is not there, or this build knows none. The caller frees it. */
struct pdf_reader *pdf_reader_create(const sheaf_alloc *alloc, sheaf_error *error);
void pdf_reader_destroy(struct pdf_reader *reader, const sheaf_alloc *alloc);

/* Calls take for each file of the PDF of n bytes, with its name; the bytes last as long as the call.
 * path is for messages. False: failed, which take may have done in the same error. */
bool pdf_each_file(const struct pdf_reader *reader, const char *path, const char *bytes, size_t n,
                   bool (*take)(void *context, const char *name, const char *bytes, size_t n),
                   void *context, const sheaf_alloc *alloc, sheaf_error *error);

#endif
