/* watch_view.c - draws a sheet for the page that is watched. */
#include "watch_view.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "spec.h"
#include "watch_text.h"

/* Choices ------------------------------------------------------------------------ */

bool choice_add(struct view_choice *choice, const char *name, const char *value)
{
    if (choice->n == MOST_REPEATED)
        return false;
    choice->names[choice->n] = watch_need(strdup(name));
    choice->values[choice->n++] = watch_need(strdup(value));
    return true;
}

void choice_set_language(struct view_choice *choice, const char *language)
{
    free(choice->language);
    choice->language = language[0] != '\0' ? watch_need(strdup(language)) : NULL;
}

bool choice_is(const struct view_choice *a, const struct view_choice *b)
{
    bool same = a->n == b->n && (a->language == NULL) == (b->language == NULL) &&
                (a->language == NULL || strcmp(a->language, b->language) == 0);

    for (size_t i = 0; same && i < a->n; i++)
        same = strcmp(a->names[i], b->names[i]) == 0 && strcmp(a->values[i], b->values[i]) == 0;
    return same;
}

void choice_free(struct view_choice *choice)
{
    for (size_t i = 0; i < choice->n; i++) {
        free(choice->names[i]);
        free(choice->values[i]);
    }
    free(choice->language);
    *choice = (struct view_choice){ .n = 0 };
}

/* What is told of a sheet --------------------------------------------------------- */

static void put_message(struct growing *out, const char *kind, const char *file, size_t line,
                        size_t column, const char *message)
{
    grow(out, "%s{\"kind\":\"%s\",\"file\":", out->n > 1 ? "," : "", kind);
    grow_string(out, file);
    grow(out, ",\"line\":%zu,\"column\":%zu,\"message\":", line, column);
    grow_string(out, message);
}

static void put_error(struct growing *out, const sheaf_error *error)
{
    put_message(out, "error", error->file, error->line, error->column, error->message);
    grow(out, ",\"length\":%zu,\"excerpt\":", error->length);
    grow_string(out, error->excerpt);
    grow(out, "}");
}

/* The theme of the command line has its own mistakes. */
static void list_messages(struct view *view, const sheaf_error *of_theme)
{
    struct growing out = { .n = 0 };
    sheaf_warning warning = SHEAF_WARNING_INIT;
    const size_t n = sheaf_sheet_error_count(view->last);

    view->n_errors = n;
    view->n_warnings = 0;
    grow(&out, "[");
    if (of_theme->status != SHEAF_OK) {
        put_error(&out, of_theme);
        view->n_errors++;
    }
    for (size_t i = 0; i < n; i++)
        put_error(&out, sheaf_sheet_error_at(view->last, i));
    for (size_t i = 0; sheaf_sheet_warning(view->last, i, &warning); i++) {
        put_message(&out, warning.is_note ? "note" : "warning", warning.file, warning.line,
                    warning.column, warning.message);
        grow(&out, ",\"count\":%zu}", warning.count);
        view->n_warnings += !warning.is_note;
    }
    grow(&out, "]");
    free(view->messages);
    view->messages = out.bytes;
}

static void put_member(void *context, const char *member, const char *name)
{
    struct growing *out = context;

    grow(out, out->bytes[out->n - 1] == '[' ? "[" : ",[");
    grow_string(out, member);
    grow(out, ",");
    grow_string(out, name);
    grow(out, "]");
}

static void list_parameters(struct view *view)
{
    sheaf_sheet_parameter_info parameter = SHEAF_SHEET_PARAMETER_INIT;
    struct growing out = { .n = 0 };

    grow(&out, "[");
    for (size_t i = 0; sheaf_sheet_parameter(view->good, i, &parameter); i++) {
        grow(&out, i > 0 ? ",{\"name\":" : "{\"name\":");
        grow_string(&out, parameter.name);
        grow(&out, ",\"value\":");
        grow_string(&out, parameter.value);
        grow(&out, ",\"members\":[");
        sheaf_sheet_members(view->good, parameter.name, put_member, &out);
        grow(&out, "]}");
    }
    grow(&out, "]");
    free(view->parameters);
    view->parameters = out.bytes;
}

struct asking {
    const char *value;
    bool is_member;
};

static void compare_member(void *context, const char *member, const char *name)
{
    struct asking *asking = context;

    (void)name;
    asking->is_member |= strcmp(member, asking->value) == 0;
}

bool view_has_member(const struct view *view, const char *name, const char *value)
{
    struct asking asking = { .value = value };

    if (view->good != NULL)
        sheaf_sheet_members(view->good, name, compare_member, &asking);
    return asking.is_member;
}

/* Drawing ------------------------------------------------------------------------- */

struct drawn {
    struct view_page *pages;
    size_t n;
};

static bool take_page(void *context, size_t page, const void *svg, size_t n)
{
    struct drawn *drawn = context;

    drawn->pages = watch_need(realloc(drawn->pages, (page + 1) * sizeof *drawn->pages));
    drawn->pages[page] =
        (struct view_page){ .svg = watch_need(malloc(n > 0 ? n : 1)), .n = n, .number = 0 };
    memcpy(drawn->pages[page].svg, svg, n);
    drawn->n = page + 1;
    return true;
}

static void free_pages(struct view_page *pages, size_t n)
{
    for (size_t i = 0; i < n; i++)
        free(pages[i].svg);
    free(pages);
}

/* A page that is as before keeps its number, so that browsers need not get it again. */
static void keep_pages(struct view *view, const struct drawn *drawn)
{
    for (size_t i = 0; i < drawn->n; i++) {
        struct view_page *page = &drawn->pages[i];
        const bool is_same = i < view->n_pages && view->pages[i].n == page->n &&
                             memcmp(view->pages[i].svg, page->svg, page->n) == 0;

        page->number = is_same ? view->pages[i].number : ++view->next_number;
    }
    free_pages(view->pages, view->n_pages);
    view->pages = drawn->pages;
    view->n_pages = drawn->n;
}

/* A theme that cannot be read is told, and the spec's stands in for it. */
static void set_theme(sheaf_sheet *sheet, const struct watch_order *order, sheaf_context *context,
                      sheaf_error *error)
{
    if (order->theme == NULL)
        return;
    sheaf_theme *theme = strpbrk(order->theme, "./") != NULL
                             ? sheaf_theme_read(context, order->theme)
                             : sheaf_theme_create(context, order->theme);
    *error = *sheaf_theme_error(theme);
    if (error->status == SHEAF_OK)
        sheaf_sheet_set_theme(sheet, theme);
    sheaf_theme_destroy(theme);
}

static sheaf_sheet *open_sheet(const struct view *view, const struct watch_order *order,
                               sheaf_context *context, sheaf_error *of_theme)
{
    sheaf_sheet *sheet = sheaf_sheet_create(context);

    sheaf_sheet_set_root(sheet, order->root);
    sheaf_sheet_load(sheet, order->spec);
    if (view->choice.language != NULL)
        sheaf_sheet_set_language(sheet, view->choice.language);
    if (order->fonts != NULL)
        sheaf_sheet_set_font_folder(sheet, order->fonts);
    set_theme(sheet, order, context, of_theme);
    for (size_t i = 0; i < view->choice.n; i++)
        sheaf_sheet_set_parameter(sheet, view->choice.names[i], view->choice.values[i]);
    return sheet;
}

static double milliseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

void view_draw(struct view *view, const struct watch_order *order, sheaf_context *context)
{
    const double began = milliseconds();
    sheaf_error of_theme = { .status = SHEAF_OK };
    struct drawn drawn = { .n = 0 };

    if (view->last != view->good)
        sheaf_sheet_destroy(view->last);
    view->last = open_sheet(view, order, context, &of_theme);
    view->is_well = sheaf_sheet_draw_svg(view->last, take_page, &drawn) == SHEAF_OK &&
                    of_theme.status == SHEAF_OK;
    list_messages(view, &of_theme);
    if (view->is_well) {
        sheaf_sheet_destroy(view->good);
        view->good = view->last;
        keep_pages(view, &drawn);
        list_parameters(view);
        free(view->html);
        view->html = NULL;
    } else
        free_pages(drawn.pages, drawn.n);
    view->is_drawn = true;
    view->ms = milliseconds() - began;
}

static int take_html(void *context, const void *bytes, size_t n)
{
    grow_bytes(context, bytes, n);
    return 0;
}

const char *view_html(struct view *view, size_t *n)
{
    struct growing html = { .n = 0 };

    if (view->html == NULL && view->good != NULL) {
        if (sheaf_sheet_write_html_sink(view->good, (sheaf_sink){ &html, take_html }) != SHEAF_OK) {
            free(html.bytes);
            return NULL;
        }
        view->html = html.bytes;
        view->html_length = html.n;
    }
    *n = view->html_length;
    return view->html;
}

void view_tell(const struct view *view)
{
    print_sheet_warnings(stderr, view->last);
    report_sheet(view->last);
}

void view_free(struct view *view)
{
    choice_free(&view->choice);
    free_pages(view->pages, view->n_pages);
    if (view->last != view->good)
        sheaf_sheet_destroy(view->last);
    sheaf_sheet_destroy(view->good);
    free(view->html);
    free(view->parameters);
    free(view->messages);
}
