/* sqlite_api.h - SQLite, which is loaded when the first database is read. Most programs read none,
 * and loading it would be a tenth of the cost of starting a program. */
#ifndef SHEAF_READERS_SQL_SQLITE_API_H
#define SHEAF_READERS_SQL_SQLITE_API_H

#include <stdbool.h>

#include <sqlite3.h>

#include "base/error.h"

/* The functions of SQLite that Sheaf calls, without the prefix sqlite3_. */
#define SQLITE_FUNCTIONS(X)                                                                        \
    X(busy_timeout)                                                                                \
    X(close)                                                                                       \
    X(column_bytes)                                                                                \
    X(column_count)                                                                                \
    X(column_double)                                                                               \
    X(column_int64)                                                                                \
    X(column_name)                                                                                 \
    X(column_text)                                                                                 \
    X(column_type)                                                                                 \
    X(db_config)                                                                                   \
    X(deserialize)                                                                                 \
    X(errmsg)                                                                                      \
    X(error_offset)                                                                                \
    X(finalize)                                                                                    \
    X(free)                                                                                        \
    X(mprintf)                                                                                     \
    X(open_v2)                                                                                     \
    X(prepare_v2)                                                                                  \
    X(progress_handler)                                                                            \
    X(set_authorizer)                                                                              \
    X(step)                                                                                        \
    X(stmt_readonly)

struct sqlite_api {
#define SQLITE_POINTER(name) __typeof__(&sqlite3_##name) name;
    SQLITE_FUNCTIONS(SQLITE_POINTER)
#undef SQLITE_POINTER
};

/* The file of the library; Debian's package is libsqlite3-0. */
#define SQLITE_LIBRARY "libsqlite3.so.0"

/* Fills api from the library, which stays loaded. False: failed. */
bool sqlite_api_load(struct sqlite_api *api, const char *library, sheaf_error *error);

#endif
