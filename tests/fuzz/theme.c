/* theme.c - whatever a theme says, a sheet is drawn in it or there is a message. What stands behind a
 * NUL is a logo's bytes: pixels, or a reason. */
#include "documents.h"

#include "scene/image_read.h"
#include "sheaf/theme.h"

static void draw(const sheaf_theme *theme)
{
    static const double values[] = { 13.1, 14.7, 12 };
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_AUTO);
    sheaf_series *exports = sheaf_series_from_years("exports", "USD", 9, 2021, values, 3);

    sheaf_chart_set_title(chart, "Trade");
    sheaf_chart_add(chart, exports);
    sheaf_sheet_set_title(sheet, "Trade, *торговля*");
    sheaf_sheet_set_theme(sheet, theme);
    sheaf_sheet_add_chart(sheet, chart);
    require_pdf(sheet);
    sheaf_series_destroy(exports);
    sheaf_chart_destroy(chart);
    sheaf_sheet_destroy(sheet);
}

static void read_logo(const uint8_t *bytes, size_t n)
{
    sheaf_error error = { .status = SHEAF_OK };
    struct image_mark image;
    struct arena arena;
    const char *why;

    arena_init(&arena, NULL, &error);
    if (image_read(&image, bytes, n, &arena, &why)) {
        require(image.width > 0 && image.width <= IMAGE_MOST_SIDE);
        require(image.height > 0 && image.height <= IMAGE_MOST_SIDE);
    } else {
        require(why != NULL && why[0] != '\0');
    }
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    const uint8_t *end = n > 0 ? memchr(data, 0, n) : NULL;
    size_t length = end != NULL ? (size_t)(end - data) : n;

    if (names_device(data, length))
        return 0;
    if (end != NULL)
        read_logo(end + 1, n - length - 1);
    sheaf_theme *theme = sheaf_theme_read_bytes(NULL, "samples/themes/fuzz.yaml", data, length);
    if (sheaf_theme_status(theme) == SHEAF_OK)
        draw(theme);
    else
        require(sheaf_theme_message(theme)[0] != '\0');
    sheaf_theme_destroy(theme);
    return 0;
}
