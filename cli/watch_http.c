/* watch_http.c - loads libmicrohttpd's functions from its shared library. */
#include "watch_http.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#define HTTP_SYMBOL(name) { #name, offsetof(struct http_api, name) },

static const struct {
    const char *name;
    size_t offset;
} functions[] = { HTTP_FUNCTIONS(HTTP_SYMBOL) };

/* Of 0.9.x and 1.0.x; what is called here is the same in both. */
static const char library[] = "libmicrohttpd.so.12";

bool http_api_load(struct http_api *api)
{
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    bool complete = handle != NULL;

    if (handle == NULL)
        fprintf(stderr,
                "sheaf: error: pages are served with %s, which is not there (install "
                "libmicrohttpd12)\n",
                library);
    for (size_t i = 0; i < sizeof functions / sizeof *functions && complete; i++) {
        void *function = dlsym(handle, functions[i].name);

        if (function == NULL)
            fprintf(stderr, "sheaf: error: %s has no %s; libmicrohttpd 0.9.71 is needed\n", library,
                    functions[i].name);
        complete = function != NULL;
        /* memcpy, as C does not convert a pointer to data into a pointer to a function. */
        memcpy((char *)api + functions[i].offset, &function, sizeof function);
    }
    if (handle != NULL)
        dlclose(handle);
    return complete;
}
