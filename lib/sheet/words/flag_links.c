/* flag_links.c - the status flags beside figures lead to the notes that explain them. */
#include "sheet/words/flag_links.h"

const char *flag_note_id(struct arena *arena, enum status_flag flag)
{
    return arena_format(arena, "note.%s", flag_letter(flag));
}

const char *flag_uri(struct arena *arena, unsigned flags, unsigned told)
{
    for (unsigned flag = 0; flag < FLAG_COUNT; flag++)
        if ((flags & told) >> flag & 1)
            return arena_format(arena, "#note.%s", flag_letter(flag));
    return NULL;
}

/* Those that the notes at the foot explain; tables without such notes explain their own just above. */
static unsigned told_in_notes(const struct sheet_layout *layout)
{
    return layout->shown.has_notes ? layout->shown.flags
                                   : layout->shown.flags & ~layout->told_flags;
}

void flag_links_begin(struct sheet_layout *layout)
{
    layout->linked_flags = 0;
}

bool flag_link_open(struct sheet_layout *layout, struct scene *scene, unsigned flags)
{
    const unsigned is_new = flags & ~layout->linked_flags;
    const char *uri = flag_uri(&layout->arena, is_new, told_in_notes(layout));

    if (uri == NULL)
        return false;
    layout->linked_flags |= flags;
    scene_open(scene, &(struct group){ .role = ROLE_LINK, .uri = uri });
    return true;
}
