/* sheet_parameters.c - the parameters of a spec, and the members that each can be. */
#include <string.h>

#include "base/sized.h"
#include "sheet/model.h"
#include "sheet/spec/parameters.h"
#include "sheet/spec/slices.h"
#include "sheet/spec/spec.h"
#include "text/text.h"

bool sheaf_sheet_parameter(const sheaf_sheet *sheet, size_t index,
                           sheaf_sheet_parameter_info *parameter)
{
    const struct spec_parameter *known = sheet != NULL ? sheet->parameters : NULL;

    while (known != NULL && (known->declared == NULL || index > 0)) {
        index -= known->declared != NULL;
        known = known->next;
    }
    if (known == NULL || parameter == NULL)
        return false;
    const sheaf_sheet_parameter_info own = { sizeof own, known->name, known->value };
    return sized_give(parameter, sizeof *parameter, &own, sizeof own);
}

/* A sheet of the same spec and parameters, whose failure is not that of this one. */
static sheaf_sheet *twin_of(sheaf_sheet *sheet)
{
    sheaf_sheet *twin = sheaf_sheet_create(sheet->context);

    if (!sheet_is_well(twin))
        return twin;
    twin->root = sheet->root;
    spec_share(twin, sheet);
    for (const struct spec_parameter *known = sheet->parameters; known != NULL; known = known->next)
        if (known->is_set)
            sheaf_sheet_set_parameter(twin, known->name, known->value);
    return twin;
}

size_t sheaf_sheet_members(sheaf_sheet *sheet, const char *parameter,
                           void (*take)(void *context, const char *member, const char *name),
                           void *context)
{
    struct slices slices;
    struct arena arena;
    sheaf_error error = { .status = SHEAF_OK };
    size_t n = 0;

    if (!sheet_is_well(sheet) || sheet->spec == NULL || parameter == NULL || take == NULL)
        return 0;
    sheaf_sheet *twin = twin_of(sheet);
    arena_init(&arena, &sheet->alloc, &error);
    struct text *text = text_begin(sheet->context, sheet->language, NULL, &error);
    if (text != NULL && sheet_is_well(twin) &&
        spec_find_slices(twin, &parameter, 1, NULL, 0, &arena, &slices)) {
        const struct sliced *sliced = &slices.sliced[0];

        for (; n < sliced->n && error.status == SHEAF_OK; n++) {
            const char *name =
                spec_member_name(twin, text, sliced->members[n], sliced->names[n], &arena);
            if (name == NULL)
                break;
            take(context, sliced->members[n], name);
        }
    }
    text_end(text);
    arena_free(&arena);
    sheaf_sheet_destroy(twin);
    return n;
}
