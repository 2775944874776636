/* pdf_absent.c - in place of pdf.c where Sheaf was built without libqpdf's headers. */
#include "compare/pdf.h"

struct pdf_reader *pdf_reader_create(const sheaf_alloc *alloc, sheaf_error *error)
{
    (void)alloc;
    fail(error, SHEAF_SYSTEM,
         "the data in PDFs are read with libqpdf, and this Sheaf was built without it");
    return NULL;
}

void pdf_reader_destroy(struct pdf_reader *reader, const sheaf_alloc *alloc)
{
    (void)reader;
    (void)alloc;
}

bool pdf_each_file(const struct pdf_reader *reader, const char *path, const char *bytes, size_t n,
                   bool (*take)(void *context, const char *name, const char *bytes, size_t n),
                   void *context, const sheaf_alloc *alloc, sheaf_error *error)
{
    (void)reader, (void)path, (void)bytes, (void)n, (void)take, (void)context, (void)alloc;
    return error->status == SHEAF_OK;
}
