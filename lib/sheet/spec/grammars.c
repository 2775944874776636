/* grammars.c - every table of keys there is. */
#include "sheet/blocks/block.h"
#include "sheet/spec/spec.h"

const struct grammar *const spec_grammars[] = {
    &root_grammar,       &source_grammar,       &data_grammar,        &series_grammar,
    &figure_grammar,     &chart_grammar,        &target_grammar,      &table_grammar,
    &table_row_grammar,  &table_column_grammar, &table_group_grammar, &table_note_grammar,
    &table_sort_grammar, &notes_grammar,        &page_grammar,        &margins_grammar,
    &cover_grammar,      &line_grammar,         &logo_grammar,
};
const size_t spec_grammar_count = sizeof spec_grammars / sizeof *spec_grammars;
