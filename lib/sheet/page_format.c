/* page_format.c - papers by their names, sizes and lengths of an author's own. */
#include "sheet/page_format.h"

#include <string.h>
#include <strings.h>

#include "base/number.h"

#define MM (72.0 / 25.4)

#define LEAST_SIDE   (70 * MM)
#define MOST_SIDE    (1200 * MM)
#define LEAST_WIDTH  (50 * MM) /* of the area that the margins leave */
#define LEAST_HEIGHT (30 * MM)
#define SMALL_SIDE   (165 * MM) /* papers with a shorter side have smaller margins */
#define SCREEN_RATIO 1.7        /* pages wider than this are for screens: 16:9, 16:8 */

static const struct {
    const char *name;
    sheaf_page_size size;
    double width, height;
} papers[] = {
    { "A4", SHEAF_A4, 210 * MM, 297 * MM },
    { "Letter", SHEAF_LETTER, 612, 792 },
    { "A3", SHEAF_A3, 297 * MM, 420 * MM },
    { "A5", SHEAF_A5, 148 * MM, 210 * MM },
    { "Legal", SHEAF_LEGAL, 612, 1008 },
    /* Ten inches wide, as presentations on the web are: type of a page can be read from afar. */
    { "16:9", SHEAF_16_9, 720, 405 },
};

static void set_margins(struct page_format *format)
{
    double shorter = format->width < format->height ? format->width : format->height;

    format->top = 14 * MM;
    format->bottom = 16 * MM;
    format->left = format->right = 16 * MM;
    if (format->width > SCREEN_RATIO * format->height) {
        format->top = format->bottom = format->left = format->right = 24;
    } else if (shorter < SMALL_SIDE) {
        format->top = 11 * MM;
        format->bottom = 14 * MM;
        format->left = format->right = 12 * MM;
    }
    format->columns = shorter < SMALL_SIDE && format->width <= format->height ? 1 : 0;
}

static struct page_format of_size(double width, double height)
{
    struct page_format format = { .width = width, .height = height };

    set_margins(&format);
    return format;
}

struct page_format page_format_of(sheaf_page_size size)
{
    size_t i = 0;

    while (i + 1 < sizeof papers / sizeof *papers && papers[i].size != size)
        i++;
    struct page_format format = of_size(papers[i].width, papers[i].height);
    format.paper = papers[i].name;
    return format;
}

bool page_format_size(const struct page_format *format, sheaf_page_size *size)
{
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
        if (format->width == papers[i].width && format->height == papers[i].height) {
            if (size != NULL)
                *size = papers[i].size;
            return true;
        }
    return false;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

static size_t skip_spaces(const char *text, size_t n, size_t at)
{
    while (at < n && is_space(text[at]))
        at++;
    return at;
}

static size_t trimmed(const char *text, size_t n)
{
    while (n > 0 && is_space(text[n - 1]))
        n--;
    return n;
}

/* The unit that ends the text, in points; *n becomes the length of what is before it. 0: there is
 * none. */
static double take_unit(const char *text, size_t *n)
{
    static const struct {
        const char *name;
        double points;
    } units[] = { { "mm", MM }, { "cm", 10 * MM }, { "in", 72 }, { "pt", 1 } };

    *n = trimmed(text, *n);
    for (size_t i = 0; *n >= 2 && i < sizeof units / sizeof *units; i++)
        if (memcmp(text + *n - 2, units[i].name, 2) == 0) {
            *n = trimmed(text, *n - 2);
            return units[i].points;
        }
    return 0;
}

/* A number of these units, or with a unit of its own. */
static bool read_length(const char *text, size_t n, double unit, double *points)
{
    size_t begin = skip_spaces(text, n, 0);
    double own = take_unit(text, &n), value;

    unit = own > 0 ? own : unit;
    if (unit <= 0 || n <= begin || !number_read(text + begin, n - begin, &value, NULL) || value < 0)
        return false;
    *points = value * unit;
    return true;
}

bool page_length_read(const char *text, size_t n, double *points)
{
    return read_length(text, n, 0, points);
}

/* "210 x 100 mm", "8.5 in × 11 in". */
static bool read_sides(const char *text, size_t n, struct page_format *format)
{
    size_t whole = n, at = 0, sign = 1;
    double unit = take_unit(text, &whole), width, height;

    while (at < n && text[at] != 'x' && !(at + 1 < n && memcmp(text + at, "\xC3\x97", 2) == 0))
        at++;
    sign = at < n && text[at] != 'x' ? 2 : 1;
    if (unit <= 0 || at + sign >= n || !read_length(text, at, unit, &width) ||
        !read_length(text + at + sign, n - at - sign, unit, &height))
        return false;
    *format = of_size(width, height);
    return true;
}

static bool is_word(const char *text, size_t n, const char *word)
{
    return n == strlen(word) && strncasecmp(text, word, n) == 0;
}

bool page_format_read(const char *text, size_t n, struct page_format *format)
{
    size_t begin = skip_spaces(text, n, 0), end = begin;

    n = trimmed(text, n);
    while (end < n && !is_space(text[end]))
        end++;
    size_t behind = skip_spaces(text, n, end);
    bool lies = is_word(text + behind, n - behind, "landscape");
    bool stands = is_word(text + behind, n - behind, "portrait");
    for (size_t i = 0; (lies || stands || behind == n) && i < sizeof papers / sizeof *papers; i++) {
        double width = papers[i].width, height = papers[i].height;
        if (!is_word(text + begin, end - begin, papers[i].name))
            continue;
        bool turns = (lies && width < height) || (stands && width > height);
        *format = of_size(turns ? height : width, turns ? width : height);
        return true;
    }
    return n > begin && read_sides(text + begin, n - begin, format);
}

const char *page_format_check(const struct page_format *format)
{
    bool is_side = format->width >= LEAST_SIDE && format->width <= MOST_SIDE &&
                   format->height >= LEAST_SIDE && format->height <= MOST_SIDE;
    double width = format->width - format->left - format->right;
    double height = format->height - format->top - format->bottom;

    if (!is_side)
        return PAGE_SIDES_MISTAKE;
    /* Written so that what is no number is a mistake, too. */
    if (!(format->left >= 0 && format->right >= 0 && format->top >= 0 && format->bottom >= 0 &&
          width >= LEAST_WIDTH && height >= LEAST_HEIGHT))
        return PAGE_MARGINS_MISTAKE;
    return NULL;
}
