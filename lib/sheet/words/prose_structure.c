/* prose_structure.c - opens a list before its first item, and closes it behind its last. */
#include "sheet/words/prose_structure.h"

/* The groups around a paragraph. A quotation may hold lists. */
static int path_of(const struct markup *markup, struct prose_group *path)
{
    int n = 0;

    if (markup == NULL)
        return 0;
    if (markup->block == MARKUP_QUOTE || markup->block == MARKUP_QUOTE_SOURCE)
        path[n++] = (struct prose_group){ ROLE_QUOTE, 0, LABELS_NONE };
    for (int i = 0; i < markup->depth; i++) {
        const struct markup_item *item = &markup->items[i];
        const enum list_labels labels = item->number >= 0 ? LABELS_NUMBERS : LABELS_BULLETS;

        path[n++] = (struct prose_group){ ROLE_LIST, item->list, labels };
        path[n++] = (struct prose_group){ ROLE_LIST_ITEM, item->item, LABELS_NONE };
        path[n++] = (struct prose_group){ ROLE_LIST_BODY, item->item, LABELS_NONE };
    }
    return n;
}

void prose_close(struct prose_groups *groups, struct scene *scene)
{
    for (; groups->depth > 0; groups->depth--)
        scene_close(scene);
}

void prose_open(struct prose_groups *groups, struct scene *scene,
                const struct prose_paragraph *paragraph, enum role role, bool begins,
                void (*label)(void *context), void *context)
{
    struct prose_group path[sizeof groups->open / sizeof *groups->open];
    const int n = path_of(paragraph->markup, path);
    int same = 0;

    while (same < n && same < groups->depth && path[same].role == groups->open[same].role &&
           path[same].number == groups->open[same].number)
        same++;
    for (; groups->depth > same; groups->depth--)
        scene_close(scene);
    for (; groups->depth < n; groups->depth++) {
        const struct prose_group *group = &path[groups->depth];
        if (group->role == ROLE_LIST_BODY && groups->depth + 1 == n && label != NULL) {
            scene_open_role(scene, ROLE_LIST_LABEL);
            label(context);
            scene_close(scene);
        }
        scene_open(scene, &(struct group){ .role = group->role, .labels = group->labels });
        groups->open[groups->depth] = *group;
    }
    struct group group = { .role = role, .language = paragraph->language };
    if (begins)
        group.place = paragraph->place;
    scene_open(scene, &group);
}
