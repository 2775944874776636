/* xlsx_api.c - loads libxlsxwriter's functions from its shared library. */
#include "write/xlsx_api.h"

#include <dlfcn.h>
#include <string.h>

#define XLSX_SYMBOL(name) { #name, offsetof(struct xlsx_api, name) },

static const struct {
    const char *name;
    size_t offset;
} functions[] = { XLSX_FUNCTIONS(XLSX_SYMBOL) };

/* Its structs change from one to the next, so that only the version of the headers will do. */
static const char library[] = "libxlsxwriter.so." LXW_SOVERSION;

bool xlsx_api_load(struct xlsx_api *api, sheaf_error *error)
{
    /* The library is never unloaded: other threads may use it, and the next workbook will. */
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    bool complete = handle != NULL;

    if (handle == NULL)
        fail(error, SHEAF_SYSTEM,
             "workbooks are written with %s, which is not there (install libxlsxwriter%s)", library,
             LXW_SOVERSION);
    for (size_t i = 0; i < sizeof functions / sizeof *functions && complete; i++) {
        void *function = dlsym(handle, functions[i].name);

        if (function == NULL)
            fail(error, SHEAF_SYSTEM, "%s has no %s; version %s is needed", library,
                 functions[i].name, LXW_VERSION);
        complete = function != NULL;
        /* memcpy, as C does not convert a pointer to data into a pointer to a function. */
        memcpy((char *)api + functions[i].offset, &function, sizeof function);
    }
    if (handle != NULL)
        dlclose(handle);
    return complete;
}
