/* member_pairs.c - pairs the series of two flows by what they are about, through a hash table: a file
 * may have its members in another order in each flow. */
#include "chart/model/member_pairs.h"

#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "chart/words/names.h"
#include "series/series.h"
#include "vocabulary/flows.h"

/* All that two series of one member have in common. */
struct subject {
    const char *texts[4];
};

/* The members of one subject that lack a series of `flow`, in order of appearance. */
struct waiting {
    struct subject subject;
    uint32_t hash;
    bool is_used;
    size_t flow, first, last; /* first is NONE: no member lacks one */
};

enum { SUBJECT_TEXTS = 4 };
#define NONE SIZE_MAX

struct pairing {
    struct waiting *slots; /* open addressing; at least half of them are free */
    size_t n_slots;
    size_t *next; /* the member that waits behind a member; NONE: none */
};

/* What a series is called besides its flow. A name that is a member's is none of a flow. */
static const char *own_name(const sheaf_series *series)
{
    const char *name = sheaf_series_name(series), *flow = series_flow(series);

    if (strcmp(name, sheaf_series_partner(series)) == 0 ||
        strcmp(name, sheaf_series_product(series)) == 0 ||
        strcmp(name, sheaf_series_reporter(series)) == 0)
        return name;
    return strcmp(name, flow) == 0 || header_is_of_flow(name, flow) ? "" : name;
}

/* A sum keeps what its parts have in common: that of one part alone has its partner, and is the rest still. */
static struct subject subject_of(const sheaf_series *series)
{
    if (sheaf_series_is_remainder(series))
        return (struct subject){ { own_name(series), "", "", "" } };
    return (struct subject){ { own_name(series), sheaf_series_partner(series),
                               sheaf_series_reporter(series), sheaf_series_product(series) } };
}

static uint32_t subject_hash(const struct subject *subject)
{
    uint32_t hash = 0;

    for (size_t i = 0; i < SUBJECT_TEXTS; i++)
        hash = hash_word(hash, hash_text(subject->texts[i], strlen(subject->texts[i])));
    return hash;
}

static bool subjects_equal(const struct subject *a, const struct subject *b)
{
    for (size_t i = 0; i < SUBJECT_TEXTS; i++)
        if (strcmp(a->texts[i], b->texts[i]) != 0)
            return false;
    return true;
}

/* The slot of a subject, which is made if it is new. */
static struct waiting *slot_of(const struct pairing *pairing, const struct subject *subject)
{
    uint32_t hash = subject_hash(subject);
    size_t at = hash & (pairing->n_slots - 1);

    while (pairing->slots[at].is_used && (pairing->slots[at].hash != hash ||
                                          !subjects_equal(&pairing->slots[at].subject, subject)))
        at = (at + 1) & (pairing->n_slots - 1);
    struct waiting *slot = &pairing->slots[at];
    if (!slot->is_used)
        *slot = (struct waiting){
            .subject = *subject, .hash = hash, .is_used = true, .first = NONE, .last = NONE
        };
    return slot;
}

/* The first member that waits for a series of this flow; NONE: there is none. */
static size_t take_waiting(const struct pairing *pairing, struct waiting *slot, size_t flow)
{
    size_t member = slot->flow == flow ? slot->first : NONE;

    if (member != NONE)
        slot->first = pairing->next[member];
    return member;
}

static void wait_for(const struct pairing *pairing, struct waiting *slot, size_t flow,
                     size_t member)
{
    pairing->next[member] = NONE;
    if (slot->first == NONE)
        slot->first = member;
    else
        pairing->next[slot->last] = member;
    slot->last = member;
    slot->flow = flow;
}

static bool open_pairing(struct pairing *pairing, size_t n_series, struct arena *arena)
{
    pairing->n_slots = 2;
    while (pairing->n_slots < 2 * n_series)
        pairing->n_slots *= 2;
    pairing->slots = arena_array(arena, struct waiting, pairing->n_slots);
    pairing->next = arena_array(arena, size_t, n_series);
    return pairing->slots != NULL && pairing->next != NULL;
}

bool member_pairs(const sheaf_chart *chart, bool has_flows, struct member *members, size_t *n,
                  struct arena *arena)
{
    const char *flows[2];
    bool pairs = has_flows && members_flows(chart, flows);
    struct pairing pairing = { 0 };

    *n = 0;
    if (pairs && !open_pairing(&pairing, chart->n_series, arena))
        return false;
    for (size_t i = 0; i < chart->n_series; i++) {
        const sheaf_series *series = chart->series[i];
        size_t flow = pairs && strcmp(series_flow(series), flows[1]) == 0, at = NONE;
        if (pairs) {
            const struct subject subject = subject_of(series);
            struct waiting *slot = slot_of(&pairing, &subject);
            at = take_waiting(&pairing, slot, flow);
            if (at == NONE)
                wait_for(&pairing, slot, 1 - flow, *n);
        }
        if (at == NONE) {
            at = (*n)++;
            members[at] = (struct member){ { NO_SERIES, NO_SERIES }, NAN, false };
        }
        members[at].series[flow] = (int)i;
        members[at].is_rest = sheaf_series_is_remainder(series);
    }
    return true;
}
