/* page.c - the figures of a page of the web: those that publish/page_figures.c has put there for programs.
 * Of a page without, or with more figures of charts than these hold, those of its charts, whose data are
 * links to CSVs within the page, data:text/csv, in per cent (RFC 2397), as paint/html/data.c writes them. */
#include <string.h>

#include "compare/figures.h"

static const char script_begin[] = "<script type=\"text/csv\" data-sheaf-figures=\"";
static const char script_end[] = "</script>";
static const char link_begin[] = "href=\"data:text/csv;charset=utf-8,";

static int digit_of(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
}

/* n bytes in per cent; as many bytes or fewer without. */
static char *decode(struct arena *arena, const char *text, size_t n, size_t *length)
{
    char *out = arena_array(arena, char, n + 1);

    *length = 0;
    for (size_t i = 0; out != NULL && i < n; i++) {
        const bool is_coded =
            text[i] == '%' && i + 2 < n && digit_of(text[i + 1]) >= 0 && digit_of(text[i + 2]) >= 0;

        out[(*length)++] =
            is_coded ? (char)(digit_of(text[i + 1]) << 4 | digit_of(text[i + 2])) : text[i];
        i += is_coded ? 2 : 0;
    }
    return out;
}

static bool read_csv(struct figure_list *figures, const char *text, size_t n)
{
    struct spare_file file = { .name = "page.csv" };

    figures->has_data = true;
    file.bytes = decode(figures->arena, text, n, &file.n);
    return file.bytes != NULL && figures_read_csv(figures, &file);
}

/* What the page has for programs. */
static bool read_script(struct figure_list *figures, const char *bytes, size_t n, bool *has_charts)
{
    static const char all[] = "all\"";
    const char *end = bytes + n;
    const char *at = memmem(bytes, n, script_begin, sizeof script_begin - 1);

    *has_charts = false;
    figures->is_partial = at == NULL;
    if (at == NULL)
        return true;
    at += sizeof script_begin - 1;
    *has_charts = (size_t)(end - at) > sizeof all && memcmp(at, all, sizeof all - 1) == 0;
    const char *open = memchr(at, '>', (size_t)(end - at));
    const char *stop =
        open != NULL ? memmem(open, (size_t)(end - open), script_end, sizeof script_end - 1) : NULL;
    return stop == NULL || read_csv(figures, open + 1, (size_t)(stop - open - 1));
}

static bool read_links(struct figure_list *figures, const char *bytes, size_t n)
{
    const char *at = bytes, *end = bytes + n;

    while ((at = memmem(at, (size_t)(end - at), link_begin, sizeof link_begin - 1)) != NULL) {
        at += sizeof link_begin - 1;
        const char *stop = memchr(at, '"', (size_t)(end - at));

        if (stop == NULL)
            break;
        if (!read_csv(figures, at, (size_t)(stop - at)))
            return false;
        at = stop;
    }
    return true;
}

bool figures_read_page(struct figure_list *figures, const char *bytes, size_t n)
{
    bool has_charts;

    if (!read_script(figures, bytes, n, &has_charts) ||
        (!has_charts && !read_links(figures, bytes, n)))
        return false;
    figures_settle(figures);
    return true;
}
