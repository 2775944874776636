/* web_page.c - the end of a page of the web. */
#include "scene/web_page.h"

static void destroy_parts(struct web_part *part)
{
    for (; part != NULL; part = part->next) {
        destroy_parts(part->inner);
        scene_destroy(part->scene);
        scene_destroy(part->wide.scene);
        scene_destroy(part->narrow.scene);
    }
}

void web_page_destroy(struct web_page *page)
{
    if (page == NULL)
        return;
    destroy_parts(page->parts.inner);
    scene_destroy(page->heading);
    scene_destroy(page->deck);
    sheaf_alloc alloc = page->arena.alloc;
    arena_free(&page->arena);
    memory_free(&alloc, page, sizeof *page);
}
