/* give.h - who gives the arguments of a call. Each value is chosen among some of its type, of which the first
 * makes sense and the others are at the edge of the contract or beyond it; what a caller cannot do (a count that
 * is larger than its array, a pointer to nowhere) is not among them. */
#ifndef TESTS_CALLS_GIVE_H
#define TESTS_CALLS_GIVE_H

#include <sheaf/sheaf.h>
#include <stdio.h>
#include <stdlib.h>

enum kind {
    KIND_sheaf_context,
    KIND_sheaf_series,
    KIND_sheaf_series_list,
    KIND_sheaf_table,
    KIND_sheaf_theme,
    KIND_sheaf_chart,
    KIND_sheaf_sheet,
    KIND_sheaf_picture,
    KIND_sheaf_bytes,
    KIND_sheaf_batch,
    KIND_sheaf_diff,
    N_KINDS
};

enum { MOST_BLOCKS = 64 };

struct giver {
    /* One of n values, from 0. */
    size_t (*choose)(struct giver *g, size_t n);
    /* NULL, or an object that is the giver's still, or that the function takes over. */
    void *(*object)(struct giver *g, enum kind kind, bool taken);
    /* What a function has returned is the giver's; NULL may be. */
    void (*keep)(struct giver *g, enum kind kind, void *object);
    /* All arguments are given, and the function is called next; NULL: whatever. */
    void (*begin)(struct giver *g);
    const char *function;
    size_t n;                  /* elements of the last array that was given */
    sheaf_status status;       /* that was returned */
    bool is_null;              /* where an object or an error was asked for, NULL was given */
    sheaf_error *error;        /* that was given; NULL: none */
    void *blocks[MOST_BLOCKS]; /* memory of this call's arguments, each as large as it must be */
    size_t n_blocks;
    cairo_t *cr;
    struct ArrowSchema *schema;
    struct ArrowArray *array;
    struct ArrowArrayStream *stream;
};

#define call_require(g, condition)                                                                 \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            fprintf(stderr, "%s: not so: %s\n", (g)->function, #condition);                        \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

/* Frees what the arguments of the last call took. */
void giver_clear(struct giver *g);

/* Objects by kind: one that is well, of a context or an allocator, which may be NULL; its error, NULL where it
 * has none; its end. */
void *object_make(enum kind kind, sheaf_context *context, const sheaf_alloc *alloc);
/* Readies an object for a function that follows others: the last block of a sheet is what it sets. */
void object_prepare(enum kind kind, void *object, const char *function);
const sheaf_error *object_error(enum kind kind, const void *object);
void object_destroy(enum kind kind, void *object);
/* An object is well, or says why not; stops the program where it does not. */
void object_require_said(struct giver *g, enum kind kind, const void *object);
/* Writes the files that objects are made from into the current folder. */
bool objects_write_files(void);

extern const char call_csv[];

void give_end(struct giver *g);
void *give_block(struct giver *g, size_t bytes);
void *give_object(struct giver *g, enum kind kind, bool taken);
size_t give_count(struct giver *g);
/* Room for an answer, or NULL. */
void *give_room(struct giver *g, size_t bytes);
char *give_char_p(struct giver *g);

/* A struct that begins with its size: filled with sense, zeroed, older or newer than the library. */
void *give_sized(struct giver *g, size_t bytes, void (*fill)(struct giver *g, void *made));
void fill_sheaf_batch_options(struct giver *g, void *made);
void fill_sheaf_figure_block(struct giver *g, void *made);
void fill_sheaf_page_format(struct giver *g, void *made);
void fill_sheaf_read_options(struct giver *g, void *made);
void fill_sheaf_suggest_options(struct giver *g, void *made);
void fill_sheaf_table_block(struct giver *g, void *made);
void fill_sheaf_table_column(struct giver *g, void *made);
void fill_sheaf_warning(struct giver *g, void *made);
/* Those that functions fill. */
#define fill_sheaf_annotation           NULL
#define fill_sheaf_batch_merged         NULL
#define fill_sheaf_batch_message        NULL
#define fill_sheaf_datum                NULL
#define fill_sheaf_diff_figure          NULL
#define fill_sheaf_diff_sheet           NULL
#define fill_sheaf_face_run             NULL
#define fill_sheaf_row                  NULL
#define fill_sheaf_sheet_parameter_info NULL
#define fill_sheaf_target               NULL
#define fill_sheaf_untranslated         NULL

bool give_bool(struct giver *g);
double give_double(struct giver *g);
/* name: of the argument, which says what number makes sense. */
double give_number(struct giver *g, const char *name);
int give_enum(struct giver *g);
int give_int(struct giver *g, const char *name);
size_t give_size_t(struct giver *g, const char *name);
uint32_t give_uint32_t(struct giver *g);
sheaf_box give_sheaf_box(struct giver *g);
sheaf_period give_sheaf_period(struct giver *g);
sheaf_sink give_sheaf_sink(struct giver *g);
sheaf_spans give_sheaf_spans(struct giver *g);
/* name: of the argument, which says what text makes sense. */
const char *give_text(struct giver *g, const char *name);
const char *give_path_const_char_p(struct giver *g);
const char *const *give_path_const_char_pconst_p(struct giver *g);
const char *const *give_const_char_pconst_p(struct giver *g);
const void *give_const_void_p(struct giver *g);
void *give_void_p(struct giver *g);
cairo_t *give_cairo_t_p(struct giver *g);
sheaf_error *give_sheaf_error_p(struct giver *g);
const sheaf_error *give_const_sheaf_error_p(struct giver *g);
const double *give_const_double_p(struct giver *g);
const size_t *give_const_size_t_p(struct giver *g);
const uint32_t *give_const_uint32_t_p(struct giver *g);
const sheaf_alloc *give_const_sheaf_alloc_p(struct giver *g);
const sheaf_filter *give_const_sheaf_filter_p(struct giver *g);
const sheaf_name *give_const_sheaf_name_p(struct giver *g);
const sheaf_observation *give_const_sheaf_observation_p(struct giver *g);
const sheaf_period *give_const_sheaf_period_p(struct giver *g);
const sheaf_series *const *give_const_sheaf_series_pconst_p(struct giver *g);
const sheaf_table *const *give_const_sheaf_table_pconst_p(struct giver *g);
struct ArrowSchema *give_struct_ArrowSchema_p(struct giver *g);
struct ArrowArray *give_struct_ArrowArray_p(struct giver *g);
struct ArrowArrayStream *give_struct_ArrowArrayStream_p(struct giver *g);

typedef bool (*give_progress_of_sheaf_batch_run_type)(void *context,
                                                      const sheaf_batch_progress *progress);
typedef bool (*give_progress_of_sheaf_diff_create_type)(void *context, size_t done, size_t count);
typedef int (*give_next_of_sheaf_series_add_from_type)(void *context,
                                                       sheaf_observation *observation);
typedef bool (*give_take_of_sheaf_sheet_draw_svg_type)(void *context, size_t page, const void *svg,
                                                       size_t n);
typedef void (*give_take_of_sheaf_sheet_members_type)(void *context, const char *member,
                                                      const char *name);
give_progress_of_sheaf_batch_run_type give_progress_of_sheaf_batch_run(struct giver *g);
give_progress_of_sheaf_diff_create_type give_progress_of_sheaf_diff_create(struct giver *g);
give_next_of_sheaf_series_add_from_type give_next_of_sheaf_series_add_from(struct giver *g);
give_take_of_sheaf_sheet_draw_svg_type give_take_of_sheaf_sheet_draw_svg(struct giver *g);
give_take_of_sheaf_sheet_members_type give_take_of_sheaf_sheet_members(struct giver *g);

/* What a call has returned. */
void took_text(struct giver *g, const char *text);
void took_status(struct giver *g, sheaf_status status);
void took_error(struct giver *g, const sheaf_error *error);
void took_object(struct giver *g, enum kind kind, void *object);

#endif
