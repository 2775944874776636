/* xlsx_api.h - libxlsxwriter, which is loaded when the first workbook is written. */
#ifndef SHEAF_WRITE_XLSX_API_H
#define SHEAF_WRITE_XLSX_API_H

#include <stdbool.h>

#include <xlsxwriter.h>

#include "base/error.h"

/* The functions of libxlsxwriter that Sheaf calls. */
#define XLSX_FUNCTIONS(X)                                                                          \
    X(format_set_bold)                                                                             \
    X(format_set_num_format)                                                                       \
    X(workbook_add_format)                                                                         \
    X(workbook_add_worksheet)                                                                      \
    X(workbook_close)                                                                              \
    X(workbook_new_opt)                                                                            \
    X(workbook_set_properties)                                                                     \
    X(worksheet_freeze_panes)                                                                      \
    X(worksheet_write_number)                                                                      \
    X(worksheet_write_string)

struct xlsx_api {
#define XLSX_POINTER(name) __typeof__(&name) name;
    XLSX_FUNCTIONS(XLSX_POINTER)
#undef XLSX_POINTER
};

/* Fills api from the library, which stays loaded. False: failed. */
bool xlsx_api_load(struct xlsx_api *api, sheaf_error *error);

#endif
