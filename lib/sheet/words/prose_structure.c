/* prose_structure.c - opens a list before its first item, and closes it behind its last. */
#include "sheet/words/prose_structure.h"

static bool is_quoted(const struct markup *markup)
{
    return markup != NULL &&
           (markup->block == MARKUP_QUOTE || markup->block == MARKUP_QUOTE_SOURCE);
}

/* The number of the first paragraph of the quotation that this one is in. */
static int quote_of(const struct prose_groups *groups, const struct prose_paragraph *paragraph)
{
    while (paragraph > groups->first && is_quoted(paragraph[-1].markup))
        paragraph--;
    return (int)(paragraph - groups->first);
}

/* The groups around a paragraph. A quotation may hold lists. */
static int path_of(const struct prose_groups *groups, const struct prose_paragraph *paragraph,
                   enum role role, struct prose_group *path)
{
    const struct markup *markup = paragraph->markup;
    const int number = (int)(paragraph - groups->first);
    int n = 0;

    if (groups->are_notes && role == ROLE_NOTE) {
        path[n++] = (struct prose_group){ ROLE_LIST, 0, LABELS_NONE };
        path[n++] = (struct prose_group){ ROLE_LIST_ITEM, number, LABELS_NONE };
        path[n++] = (struct prose_group){ ROLE_LIST_BODY, number, LABELS_NONE };
    }
    if (markup == NULL)
        return n;
    if (is_quoted(markup))
        path[n++] = (struct prose_group){ ROLE_QUOTE, quote_of(groups, paragraph), LABELS_NONE };
    for (int i = 0; i < markup->depth; i++) {
        const struct markup_item *item = &markup->items[i];
        const enum list_labels labels = item->number >= 0 ? LABELS_NUMBERS : LABELS_BULLETS;

        path[n++] = (struct prose_group){ ROLE_LIST, item->list, labels };
        path[n++] = (struct prose_group){ ROLE_LIST_ITEM, item->item, LABELS_NONE };
        path[n++] = (struct prose_group){ ROLE_LIST_BODY, item->item, LABELS_NONE };
    }
    return n;
}

/* Groups of one number go on on the next page. */
static uint64_t whole_of(const struct prose_groups *groups, int number)
{
    return groups->whole + 1 + (uint64_t)number;
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
    const int n = path_of(groups, paragraph, role, path);
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
        scene_open(scene, &(struct group){ .role = group->role,
                                           .labels = group->labels,
                                           .whole = whole_of(groups, group->number) });
        groups->open[groups->depth] = *group;
    }
    struct group group = { .role = role,
                           .language = paragraph->language,
                           .whole = whole_of(groups, (int)(paragraph - groups->first)) };
    if (begins)
        group.place = paragraph->place;
    scene_open(scene, &group);
}
