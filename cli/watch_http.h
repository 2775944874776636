/* watch_http.h - libmicrohttpd, which is loaded when a sheet is watched. */
#ifndef CLI_WATCH_HTTP_H
#define CLI_WATCH_HTTP_H

#include <stdbool.h>

#include <microhttpd.h>

/* The functions of libmicrohttpd that sheaf watch calls. */
#define HTTP_FUNCTIONS(X)                                                                          \
    X(MHD_start_daemon)                                                                            \
    X(MHD_stop_daemon)                                                                             \
    X(MHD_run)                                                                                     \
    X(MHD_get_daemon_info)                                                                         \
    X(MHD_get_timeout)                                                                             \
    X(MHD_create_response_from_buffer)                                                             \
    X(MHD_add_response_header)                                                                     \
    X(MHD_queue_response)                                                                          \
    X(MHD_destroy_response)                                                                        \
    X(MHD_lookup_connection_value)                                                                 \
    X(MHD_get_connection_values)                                                                   \
    X(MHD_suspend_connection)                                                                      \
    X(MHD_resume_connection)

struct http_api {
#define HTTP_POINTER(name) __typeof__(&name) name;
    HTTP_FUNCTIONS(HTTP_POINTER)
#undef HTTP_POINTER
};

/* Fills api from the library, which stays loaded. False: said why not. */
bool http_api_load(struct http_api *api);

#endif
