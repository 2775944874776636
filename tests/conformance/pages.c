/* pages.c - the pages of a sheet as scene dumps: the words that its PDF must hold.
 *
 *     conformance_pages SPEC LANGUAGE
 *
 * The scene is what all painters paint, so a word that is here and that a reader does not
 * find was lost on the way through the PDF. */
#include <stdio.h>

#include "base/buffer.h"
#include "scene/scene.h"
#include "sheet/layout/layout.h"

static int print_pages(sheaf_sheet *sheet)
{
    struct sheet_pages *pages = sheet_layout(sheet);
    struct buffer dump;

    if (pages == NULL) {
        fprintf(stderr, "%s\n", sheaf_sheet_message(sheet));
        return 1;
    }
    buffer_init(&dump, NULL, NULL);
    for (size_t i = 0; i < pages->n; i++)
        scene_dump(pages->scenes[i], &dump);
    size_t n = fwrite(dump.bytes, 1, dump.length, stdout);
    int result = n == dump.length && fflush(stdout) == 0 ? 0 : 1;
    buffer_free(&dump);
    sheet_pages_destroy(pages);
    return result;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "Usage: conformance_pages SPEC LANGUAGE\n");
        return 2;
    }

    sheaf_sheet *sheet = sheaf_sheet_read(NULL, argv[1]);

    sheaf_sheet_set_language(sheet, argv[2]);
    int result = print_pages(sheet);

    sheaf_sheet_destroy(sheet);
    return result;
}
