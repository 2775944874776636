/* pdf_api.h - libqpdf, which is loaded when the first PDF is read. */
#ifndef SHEAF_COMPARE_PDF_API_H
#define SHEAF_COMPARE_PDF_API_H

#include <stdbool.h>

#include <qpdf/qpdf-c.h>

#include "base/error.h"

/* The functions of libqpdf that Sheaf calls. */
#define PDF_FUNCTIONS(X)                                                                           \
    X(qpdf_init)                                                                                   \
    X(qpdf_cleanup)                                                                                \
    X(qpdf_silence_errors)                                                                         \
    X(qpdf_set_suppress_warnings)                                                                  \
    X(qpdf_set_attempt_recovery)                                                                   \
    X(qpdf_read_memory)                                                                            \
    X(qpdf_has_error)                                                                              \
    X(qpdf_get_error)                                                                              \
    X(qpdf_get_error_message_detail)                                                               \
    X(qpdf_get_root)                                                                               \
    X(qpdf_oh_get_key)                                                                             \
    X(qpdf_oh_get_dict)                                                                            \
    X(qpdf_oh_is_dictionary)                                                                       \
    X(qpdf_oh_is_stream)                                                                           \
    X(qpdf_oh_is_name_and_equals)                                                                  \
    X(qpdf_oh_is_array)                                                                            \
    X(qpdf_oh_is_null)                                                                             \
    X(qpdf_oh_get_array_n_items)                                                                   \
    X(qpdf_oh_get_array_item)                                                                      \
    X(qpdf_oh_get_utf8_value)                                                                      \
    X(qpdf_oh_get_stream_data)

struct pdf_api {
#define PDF_POINTER(name) __typeof__(&name) name;
    PDF_FUNCTIONS(PDF_POINTER)
#undef PDF_POINTER
};

/* Fills api from the library, which stays loaded. False: failed. */
bool pdf_api_load(struct pdf_api *api, sheaf_error *error);

#endif
