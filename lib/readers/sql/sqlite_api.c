/* sqlite_api.c - loads SQLite's functions from its shared library. */
#include "readers/sql/sqlite_api.h"

#include <dlfcn.h>
#include <string.h>

#define SQLITE_SYMBOL(name) { "sqlite3_" #name, offsetof(struct sqlite_api, name) },

static const struct {
    const char *name;
    size_t offset;
} functions[] = { SQLITE_FUNCTIONS(SQLITE_SYMBOL) };

bool sqlite_api_load(struct sqlite_api *api, const char *library, sheaf_error *error)
{
    /* The library is never unloaded: other threads may use it, and the next database will. */
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    bool complete = true;

    if (handle == NULL) {
        fail(error, SHEAF_SYSTEM,
             "SQLite databases are read with %s, which is not there (install libsqlite3-0)",
             library);
        return false;
    }
    for (size_t i = 0; i < sizeof functions / sizeof *functions && complete; i++) {
        void *function = dlsym(handle, functions[i].name);

        if (function == NULL)
            fail(error, SHEAF_SYSTEM, "%s has no %s; SQLite 3.38 or newer is needed", library,
                 functions[i].name);
        complete = function != NULL;
        /* memcpy, as C does not convert a pointer to data into a pointer to a function. */
        memcpy((char *)api + functions[i].offset, &function, sizeof function);
    }
    dlclose(handle);
    return complete;
}
