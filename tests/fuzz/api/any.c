/* any.c - any function of the headers, by its number, with whatever bytes make of its arguments. */
#include "api/machine.h"
#include "calls/calls.h"

static size_t choose(struct giver *g, size_t n)
{
    return take((struct machine *)g) % n;
}

static void *object(struct giver *g, enum kind kind, bool taken)
{
    struct machine *m = (struct machine *)g;
    const size_t i = take(m) % (SLOTS + 1);

    if (kind == KIND_sheaf_context)
        return taken ? sheaf_context_create(NULL) : i > 0 ? m->context : NULL;
    void *found = i < SLOTS ? m->objects[kind][i] : NULL;
    if (taken && found != NULL)
        m->objects[kind][i] = NULL;
    return found;
}

static void keep(struct giver *g, enum kind kind, void *made)
{
    put((struct machine *)g, kind, slot((struct machine *)g), made);
}

/* Layouts and documents take a thousand times longer than all others. */
static bool is_dear(const char *function)
{
    static const char *const words[] = { "_write",      "_draw",      "_layout",  "_least_size",
                                         "_page_count", "_page_size", "_check",   "_suggest",
                                         "sheet_add_",  "_text_face", "_format_", "_members",
                                         "_evaluate",   "_set_faces" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(function, words[i]) != NULL)
            return true;
    return false;
}

void any_call_begin(struct machine *m)
{
    m->giver = (struct giver){ .choose = choose, .object = object, .keep = keep };
}

void any_call(struct machine *m)
{
    const size_t number = take(m);
    const struct call *call = &calls[(number << 8 | take(m)) % n_calls];

    if (call_is_left_out(call, true) || (is_dear(call->function) && !may_output(m)))
        return;
    m->giver.function = call->function;
    call->call(&m->giver);
    giver_clear(&m->giver);
    for (size_t kind = 0; kind < N_KINDS; kind++)
        for (size_t i = 0; i < SLOTS; i++)
            if (m->objects[kind][i] != NULL)
                object_require_said(&m->giver, (enum kind)kind, m->objects[kind][i]);
}
