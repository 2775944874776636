/* answer.c - a chart or a sheet made from a request, in memory: no file is written. */
#include "answer.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

/* When the request of this thread has to be done; 0: it has no limit. */
static _Thread_local double deadline;

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static int is_late(void)
{
    return deadline > 0 && now() > deadline;
}

/* Sheaf allocates in the thread that calls it and ends cleanly when memory runs out: so a request that
 * is late gets no more, and what other requests share is not harmed. */
static void *resize(void *context, void *block, size_t old_size, size_t new_size)
{
    (void)context;
    if (new_size == 0) {
        free(block);
        return NULL;
    }
    return new_size > old_size && is_late() ? NULL : realloc(block, new_size);
}

sheaf_context *answer_context(void)
{
    const sheaf_alloc alloc = { NULL, resize };

    return sheaf_context_create(&alloc);
}

/* A sheaf_sink: appends to the answer. Returns 0 or an errno value. */
static int append(void *context, const void *bytes, size_t n)
{
    struct answer *out = context;

    if (n > out->capacity - out->n) {
        const size_t capacity = 2 * out->capacity + n;
        char *larger = realloc(out->bytes, capacity);
        if (larger == NULL)
            return 12; /* ENOMEM */
        out->bytes = larger;
        out->capacity = capacity;
    }
    if (n > 0)
        memcpy(out->bytes + out->n, bytes, n);
    out->n += n;
    return 0;
}

void answer_words(struct answer *out, int code, const char *words)
{
    out->code = code;
    out->type = "text/plain; charset=utf-8";
    out->n = 0;
    if (append(out, words, strlen(words)) == 0)
        append(out, "\n", 1);
}

/* Adds one failure to the answer; the first says which kind it is. */
static void refuse(struct answer *out, const sheaf_error *error)
{
    char line[2048];

    sheaf_error_text(error, line, sizeof line);
    if (out->code != 0) {
        append(out, line, strlen(line));
        append(out, "\n", 1);
    } else if (is_late())
        answer_words(out, 503, "the request takes longer than is allowed");
    else
        answer_words(out,
                     error->status == SHEAF_NO_MEMORY ? 503
                     : error->status == SHEAF_SYSTEM  ? 500
                                                      : 400,
                     line);
}

/* The number of a key, or the usual one; 0 where it is none. */
static double number_of(const struct request *request, const char *key, double usual)
{
    const char *text = request->value(request->query, key);
    double number = 0;

    for (const char *c = text; c != NULL && *c != '\0'; c++) {
        if (*c < '0' || *c > '9' || number > 1e6)
            return 0;
        number = 10 * number + (*c - '0');
    }
    return text != NULL ? number : usual;
}

static void draw(sheaf_context *context, const struct request *request,
                 const sheaf_series_list *series, struct answer *out)
{
    const int is_png = strcmp(request->format, "png") == 0;
    const char *named = request->value(request->query, "type");
    sheaf_chart_type type = SHEAF_AUTO;

    if (named != NULL && !sheaf_chart_type_named(named, &type)) {
        answer_words(out, 400, "type: there is no chart type of this name");
        return;
    }
    sheaf_chart *chart = sheaf_chart_create(context, type);
    for (size_t i = 0; i < sheaf_series_list_count(series); i++)
        sheaf_chart_add(chart, sheaf_series_list_at(series, i));
    sheaf_chart_set_title(chart, request->value(request->query, "title"));
    const char *language = request->value(request->query, "language");
    sheaf_chart_set_language(chart, language != NULL ? language : "en");
    out->type = is_png ? "image/png" : "image/svg+xml";
    if (sheaf_chart_write_sink(chart, is_png ? SHEAF_PNG : SHEAF_SVG, (sheaf_sink){ out, append },
                               number_of(request, "width", 800), number_of(request, "height", 500),
                               1) != SHEAF_OK) {
        out->n = 0;
        refuse(out, sheaf_chart_error(chart));
    }
    sheaf_chart_destroy(chart);
}

/* A mistake in an expression has its place in the expression. */
static void refuse_expression(struct answer *out, const sheaf_error *error)
{
    sheaf_error named = *error;

    strcpy(named.file, "series");
    refuse(out, &named);
}

/* The body is a table: CSV or whatever else Sheaf reads. */
static void answer_chart(sheaf_context *context, const struct limits *limits,
                         const struct request *request, struct answer *out)
{
    const char *series = request->value(request->query, "series");
    sheaf_table *table = sheaf_table_read_bytes(context, "body", request->body, request->n);

    if (series == NULL) /* each flow, or all if there are none */
        series = sheaf_table_member_count(table, "flow") > 1 ? "data[flow: *]" : "data";
    if (sheaf_table_status(table) != SHEAF_OK)
        refuse(out, sheaf_table_error(table));
    else if (sheaf_table_row_count(table) > limits->rows)
        answer_words(out, 413, "the table has more rows than are allowed");
    else {
        sheaf_series_list *list = sheaf_table_evaluate(table, series);
        if (sheaf_series_list_status(list) != SHEAF_OK)
            refuse_expression(out, sheaf_series_list_error(list));
        else
            draw(context, request, list, out);
        sheaf_series_list_destroy(list);
    }
    sheaf_table_destroy(table);
}

/* What stands in the query is the language or a parameter of the spec, one value whatever signs it
 * holds; one that the spec does not declare fails the sheet. */
static void set(void *sheet, const char *key, const char *value)
{
    if (strcmp(key, "language") == 0)
        sheaf_sheet_set_language(sheet, value);
    else
        sheaf_sheet_set_parameter(sheet, key, value);
}

/* "partner" is partner.yaml of the folder: a name has letters, digits, - and _, and is no link. */
static int find_spec(const char *name, char *path, size_t size)
{
    static const char allowed[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
    struct stat found;

    if (name[0] == '\0' || strspn(name, allowed) != strlen(name) || strlen(name) + 6 > size)
        return 0;
    strcpy(path, name);
    strcat(path, ".yaml");
    return lstat(path, &found) == 0 && S_ISREG(found.st_mode);
}

static void answer_sheet(sheaf_context *context, const struct limits *limits,
                         const struct request *request, struct answer *out)
{
    const int is_pdf = strcmp(request->format, "pdf") == 0;
    const sheaf_sink sink = { out, append };
    char path[256];

    if (request->body == NULL && !find_spec(request->name, path, sizeof path)) {
        answer_words(out, 404, "there is no spec of this name");
        return;
    }
    sheaf_sheet *sheet = sheaf_sheet_create(context);
    sheaf_sheet_set_root(sheet, "."); /* a spec of somebody else's reads no file but the folder's */
    sheaf_sheet_set_page_limit(sheet, limits->pages);
    if (request->body == NULL)
        sheaf_sheet_load(sheet, path);
    else
        sheaf_sheet_load_bytes(sheet, "body", request->body, request->n);
    request->each(request->query, set, sheet);
    out->type = is_pdf ? "application/pdf" : "text/html; charset=utf-8";
    if ((is_pdf ? sheaf_sheet_write_pdf_sink(sheet, sink)
                : sheaf_sheet_write_html_sink(sheet, sink)) != SHEAF_OK) {
        out->n = 0;
        refuse(out, sheaf_sheet_error(sheet));
        for (size_t i = 1; i < sheaf_sheet_error_count(sheet); i++) /* all that is wrong in it */
            refuse(out, sheaf_sheet_error_at(sheet, i));
    }
    sheaf_sheet_destroy(sheet);
}

void answer(sheaf_context *context, const struct limits *limits, const struct request *request,
            struct answer *out)
{
    const int is_chart = strcmp(request->name, "chart") == 0 && request->body != NULL;
    const char *const *formats =
        is_chart ? (const char *const[]){ "png", "svg" } : (const char *const[]){ "pdf", "html" };

    deadline = now() + limits->seconds;
    if (request->body != NULL && !is_chart && strcmp(request->name, "sheet") != 0)
        answer_words(out, 404, "data are posted to /chart.png, a spec to /sheet.pdf");
    else if (strcmp(request->format, formats[0]) != 0 && strcmp(request->format, formats[1]) != 0)
        answer_words(out, 404,
                     is_chart ? "a chart is /chart.png or .svg" : "a sheet is .pdf or .html");
    else if (is_chart)
        answer_chart(context, limits, request, out);
    else
        answer_sheet(context, limits, request, out);
    if (out->code == 0)
        out->code = 200;
    deadline = 0;
}
