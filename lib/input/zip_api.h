/* zip_api.h - libzip, which is loaded when the first archive is opened: most programs open none,
 * and it brings the libraries of encryption and of four compressions with it. */
#ifndef SHEAF_INPUT_ZIP_API_H
#define SHEAF_INPUT_ZIP_API_H

#include <zip.h>

#include "base/memory.h"

/* The functions of libzip that Sheaf calls, without the prefix zip_. */
#define ZIP_FUNCTIONS(X)                                                                           \
    X(discard)                                                                                     \
    X(error_code_zip)                                                                              \
    X(error_fini)                                                                                  \
    X(error_init)                                                                                  \
    X(fclose)                                                                                      \
    X(file_get_error)                                                                              \
    X(fopen_index)                                                                                 \
    X(fread)                                                                                       \
    X(get_error)                                                                                   \
    X(get_name)                                                                                    \
    X(get_num_entries)                                                                             \
    X(name_locate)                                                                                 \
    X(open_from_source)                                                                            \
    X(source_buffer_create)                                                                        \
    X(source_free)

struct zip_api {
#define ZIP_POINTER(name) __typeof__(&zip_##name) name;
    ZIP_FUNCTIONS(ZIP_POINTER)
#undef ZIP_POINTER
};

/* Fills api from the library, which stays loaded. False: failed. */
bool zip_api_load(struct zip_api *api, sheaf_error *error);

#endif
