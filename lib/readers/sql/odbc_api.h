/* odbc_api.h - unixODBC, the driver manager, which is loaded when the first database is read. */
#ifndef SHEAF_READERS_SQL_ODBC_API_H
#define SHEAF_READERS_SQL_ODBC_API_H

#include <stdbool.h>

#include <sql.h>
#include <sqlext.h>
#include <sqlucode.h>

#include "base/error.h"

/* The functions of ODBC that Sheaf calls, without the prefix SQL. Those that end in W take text in
 * UTF-16, whatever the program's locale. */
#define ODBC_FUNCTIONS(X)                                                                          \
    X(AllocHandle)                                                                                 \
    X(Cancel)                                                                                      \
    X(DescribeColW)                                                                                \
    X(Disconnect)                                                                                  \
    X(DriverConnectW)                                                                              \
    X(EndTran)                                                                                     \
    X(ExecDirect)                                                                                  \
    X(ExecDirectW)                                                                                 \
    X(Fetch)                                                                                       \
    X(FreeHandle)                                                                                  \
    X(GetData)                                                                                     \
    X(GetDiagRecW)                                                                                 \
    X(MoreResults)                                                                                 \
    X(NumResultCols)                                                                               \
    X(SetConnectAttr)                                                                              \
    X(SetEnvAttr)

struct odbc_api {
#define ODBC_POINTER(name) __typeof__(&SQL##name) name;
    ODBC_FUNCTIONS(ODBC_POINTER)
#undef ODBC_POINTER
};

/* The file of the library; Debian's package is libodbc2. */
#define ODBC_LIBRARY "libodbc.so.2"

/* Fills api from the library, which stays loaded. False: failed. */
bool odbc_api_load(struct odbc_api *api, const char *library, sheaf_error *error);

#endif
