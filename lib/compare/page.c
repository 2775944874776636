/* page.c - the figures of a page of the web: of its charts, whose data are links to CSVs within the page,
 * data:text/csv, in per cent (RFC 2397), as paint/html/data.c writes them. */
#include <string.h>

#include "compare/figures.h"

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

bool figures_read_page(struct figure_list *figures, const char *bytes, size_t n)
{
    const char *at = bytes, *end = bytes + n;

    while ((at = memmem(at, (size_t)(end - at), link_begin, sizeof link_begin - 1)) != NULL) {
        at += sizeof link_begin - 1;
        const char *stop = memchr(at, '"', (size_t)(end - at));
        struct spare_file file = { .name = "chart.csv" };

        if (stop == NULL)
            break;
        file.bytes = decode(figures->arena, at, (size_t)(stop - at), &file.n);
        if (file.bytes == NULL || !figures_read_csv(figures, &file))
            return false;
        figures->has_data = true;
        at = stop;
    }
    figures_settle(figures);
    return true;
}
