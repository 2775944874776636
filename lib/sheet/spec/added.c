/* added.c - blocks that a program adds in the words of a spec. */
#include <string.h>

#include "sheet/blocks/block.h"
#include "sheet/journal.h"
#include "sheet/spec/added.h"
#include "sheet/spec/reader.h"

/* Reads them to the end of a list; all their mistakes are told. */
static void read_blocks(struct spec_reader *reader, bool in_row, struct block_list *list)
{
    sheaf_sheet *sheet = reader->sheet;
    const struct node *root = reader->document.root;

    if (root->kind != NODE_LIST)
        spec_fail(reader, root->place, "a list of blocks is expected, such as '- notes'");
    else if (block_read_list(reader, root, in_row, list) && sheet->n_told > 0)
        error_take(&sheet->error, &sheet->told[0]);
}

void added_read(sheaf_sheet *sheet, const char *yaml, size_t n)
{
    if (n == 0 || n > DOCUMENT_BYTES) {
        fail(&sheet->error, SHEAF_BAD_ARGUMENT,
             n == 0 ? "there are no blocks to add (NULL or \"\")"
                    : "the blocks have too many bytes");
        return;
    }
    struct block *open = sheet->open != NULL ? sheet->open->block : NULL;
    const char *copy = arena_text(&sheet->arena, yaml, n);
    struct spec_reader reader = { .sheet = sheet,
                                  .path = "",
                                  .main_language = sheet->language != NULL ? sheet->language : "en",
                                  .is_added = true };

    if (copy == NULL)
        return;
    arena_init(&reader.arena, &sheet->alloc, &sheet->error);
    if (document_read(&reader.document, "blocks", copy, n, &sheet->arena, &sheet->error) ==
        SHEAF_OK)
        read_blocks(&reader, open != NULL && open->type == &block_row,
                    open != NULL ? block_group_list(open) : &sheet->blocks);
    arena_free(&reader.arena);
    journal_add(sheet, &(struct told){ .call = TOLD_WORDS, .items = copy, .n_items = n });
}

void sheaf_sheet_add_blocks(sheaf_sheet *sheet, const char *yaml)
{
    if (sheet_may_add(sheet))
        added_read(sheet, yaml, yaml != NULL ? strlen(yaml) : 0);
}
