/* pdf_api.c - loads libqpdf's functions from its shared library. */
#include "compare/pdf_api.h"

#include <dlfcn.h>
#include <string.h>

#define PDF_SYMBOL(name) { #name, offsetof(struct pdf_api, name) },

static const struct {
    const char *name;
    size_t offset;
} functions[] = { PDF_FUNCTIONS(PDF_SYMBOL) };

/* The version of the headers, as CMake found it. */
static const char library[] = SHEAF_QPDF_LIBRARY;

bool pdf_api_load(struct pdf_api *api, sheaf_error *error)
{
    /* The library is never unloaded: other threads may use it, and the next PDF will. */
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    bool complete = handle != NULL;

    if (handle == NULL)
        fail(error, SHEAF_SYSTEM,
             "the data in PDFs are read with %s, which is not there (install libqpdf)", library);
    for (size_t i = 0; i < sizeof functions / sizeof *functions && complete; i++) {
        void *function = dlsym(handle, functions[i].name);

        if (function == NULL)
            fail(error, SHEAF_SYSTEM, "%s has no %s; qpdf 11 is needed", library,
                 functions[i].name);
        complete = function != NULL;
        /* memcpy, as C does not convert a pointer to data into a pointer to a function. */
        memcpy((char *)api + functions[i].offset, &function, sizeof function);
    }
    if (handle != NULL)
        dlclose(handle);
    return complete;
}
