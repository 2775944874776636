/* odbc_api.c - loads the functions of ODBC from unixODBC's shared library. */
#include "readers/sql/odbc_api.h"

#include <dlfcn.h>
#include <string.h>

#define ODBC_SYMBOL(name) { "SQL" #name, offsetof(struct odbc_api, name) },

static const struct {
    const char *name;
    size_t offset;
} functions[] = { ODBC_FUNCTIONS(ODBC_SYMBOL) };

bool odbc_api_load(struct odbc_api *api, const char *library, sheaf_error *error)
{
    /* The library is never unloaded: other threads may use it, and the next database will. */
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    bool complete = true;

    if (handle == NULL) {
        fail(error, SHEAF_SYSTEM,
             "ODBC databases are read with %s, which is not there (install unixODBC: libodbc2)",
             library);
        return false;
    }
    for (size_t i = 0; i < sizeof functions / sizeof *functions && complete; i++) {
        void *function = dlsym(handle, functions[i].name);

        if (function == NULL)
            fail(error, SHEAF_SYSTEM, "%s has no %s; unixODBC 2.3 or newer is needed", library,
                 functions[i].name);
        complete = function != NULL;
        /* memcpy, as C does not convert a pointer to data into a pointer to a function. */
        memcpy((char *)api + functions[i].offset, &function, sizeof function);
    }
    dlclose(handle);
    return complete;
}
