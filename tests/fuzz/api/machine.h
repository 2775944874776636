/* machine.h - a machine of calls: each byte is a call, an object in one of its slots, or an argument. */
#ifndef TESTS_FUZZ_API_MACHINE_H
#define TESTS_FUZZ_API_MACHINE_H

#include <math.h>
#include <sheaf/sheaf.h>

#include "calls/give.h"
#include "documents.h"

enum { SLOTS = 4, MOST_CALLS = 80, MOST_OUTPUTS = 6 };

struct machine {
    struct giver giver; /* of generated calls; first, so that it leads back here */
    const uint8_t *at, *end;
    int n_outputs; /* dear ones */
    sheaf_context *context;
    sheaf_table *known; /* lives as long as the machine: sheets know it by name */
    void *objects[N_KINDS][SLOTS];
};

uint8_t take(struct machine *m);
size_t slot(struct machine *m);
const char *word(struct machine *m);
double number(struct machine *m);
sheaf_period period(struct machine *m);
/* Some object of a kind, or NULL. */
void *some(struct machine *m, enum kind kind);
/* Puts an object into a slot, and ends what was there. */
void put(struct machine *m, enum kind kind, size_t slot, void *object);
bool may_output(struct machine *m);
/* A failed object says why. */
void require_said(const sheaf_error *error);
int count_bytes(void *context, const void *bytes, size_t n);

/* Calls, by object. */
void make_series(struct machine *m);
void add_observation(struct machine *m);
void describe_series(struct machine *m);
void compute(struct machine *m);
void make_list(struct machine *m);
void fill_list(struct machine *m);
void make_table(struct machine *m);
void exchange_arrow(struct machine *m);
void make_theme(struct machine *m);
void make_chart(struct machine *m);
void fill_chart(struct machine *m);
void set_chart(struct machine *m);
void write_chart(struct machine *m);
void lay_out(struct machine *m);
void ask_picture(struct machine *m);
void draw_picture(struct machine *m);
void select_in_picture(struct machine *m);
void begin_sheet(struct machine *m);
void know(struct machine *m);
void add_table(struct machine *m);
void add_block(struct machine *m);
void set_sheet(struct machine *m);
void write_sheet(struct machine *m);
void destroy_some(struct machine *m);
/* Any function of the headers. */
void any_call(struct machine *m);
void any_call_begin(struct machine *m);

#endif
