/* treemap_sections.c - sections of the Harmonised System. */
#include "chart/types/parts/treemap_sections.h"

#include <string.h>

#include "vocabulary/product_codes.h"

/* The last chapter of each section, from I to XXI (HS 2022; the same since 1988). */
static const int last_chapters[] = { 5,  14, 15, 24, 27, 38, 40, 43, 46, 49, 63,
                                     67, 70, 71, 83, 85, 89, 92, 93, 96, 97 };
enum { SECTIONS = sizeof last_chapters / sizeof *last_chapters };

/* 0: no code of the Harmonised System. */
static int chapter_of(const char *product)
{
    int depth = product_depth(product);

    if ((depth != 2 && depth != 4 && depth != 6) || product_split_of(product).kind != SPLIT_CODES)
        return 0;
    return 10 * (product[0] - '0') + product[1] - '0';
}

static int section_of_chapter(int chapter)
{
    for (int i = 0; i < SECTIONS; i++)
        if (chapter <= last_chapters[i])
            return i + 1;
    return 0;
}

int treemap_section(const sheaf_series *series)
{
    const char *product = sheaf_series_product(series);
    int chapter = chapter_of(product);

    if (chapter == 0)
        return 0;
    return product_depth(product) == 2 ? section_of_chapter(chapter) : chapter;
}

const char *treemap_section_name(const struct chart_pen *pen, const sheaf_series *series)
{
    const char *product = sheaf_series_product(series);
    int chapter = chapter_of(product), section = section_of_chapter(chapter);
    int first = section > 1 ? last_chapters[section - 2] + 1 : 1;

    if (product_depth(product) > 2 || section == 0 || first == last_chapters[section - 1])
        return arena_format(pen->arena, "HS %02d", chapter);
    return arena_format(pen->arena, "HS %02d\xE2\x80\x93%02d", first, last_chapters[section - 1]);
}
