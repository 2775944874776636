/* haru.c - the only file that includes libharu: see haru.h.
 *
 * The members of libharu's structures that have no public function are read here:
 * the document's memory manager, cross-reference table and three dictionaries, and
 * a dictionary's hooks. Releases 2.3 and 2.4 give them the same names. */
#include "paint/pdf/haru.h"

#include <stdio.h>

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include "base/quick_format.h"

#if HPDF_VERSION_ID < 20300 || HPDF_VERSION_ID >= 20500
#error "Sheaf is written for libharu 2.3 and 2.4: compare the members read here, then widen this"
#endif
/* The second line tells programs that copy files that this one is not text. */
static const char header_1_7[] = "%PDF-1.7\n%\xB7\xBE\xAD\xAA\n";
static const char header_2_0[] = "%PDF-2.0\n%\xB7\xBE\xAD\xAA\n";

static HPDF_Doc doc_of(struct haru_document *document)
{
    return (HPDF_Doc)(void *)document;
}

static HPDF_Dict dict_of(struct haru_object *object)
{
    return (HPDF_Dict)(void *)object;
}

static struct haru_object *object_of(HPDF_Dict dict)
{
    return (struct haru_object *)(void *)dict;
}

struct haru_document *haru_open(const struct haru_memory *memory)
{
    return (struct haru_document *)(void *)HPDF_NewEx(NULL, memory->take, memory->release, 0, NULL);
}

void haru_close(struct haru_document *document)
{
    HPDF_Free(doc_of(document));
}

unsigned long haru_error(const struct haru_document *document)
{
    return HPDF_GetError((HPDF_Doc)(void *)document);
}

bool haru_is_out_of_memory(const struct haru_document *document)
{
    return document == NULL || haru_error(document) == HPDF_FAILD_TO_ALLOC_MEM;
}

struct haru_object *haru_reserve(struct haru_document *document)
{
    HPDF_Doc doc = doc_of(document);
    HPDF_Dict dict = HPDF_Dict_New(doc->mmgr);

    if (dict == NULL || HPDF_Xref_Add(doc->xref, dict) != HPDF_OK)
        return NULL; /* a failed add has freed the dictionary */
    return object_of(dict);
}

unsigned haru_number(const struct haru_object *object)
{
    const HPDF_Obj_Header *header_of = (const void *)object;

    return object == NULL ? 0 : header_of->obj_id & 0x00FFFFFF;
}

static HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream output)
{
    struct haru_body *body = dict->attr;

    body->output = output;
    return HPDF_Stream_Write(output, (const HPDF_BYTE *)body->entries, (HPDF_UINT)body->n_entries);
}

/* libharu calls this after it has written the dictionary's closing brackets. A stream that is
 * written here is not copied into libharu's memory first, and needs no separate object for its
 * length. */
static HPDF_STATUS write_stream(HPDF_Dict dict)
{
    const struct haru_body *body = dict->attr;
    HPDF_STATUS status = HPDF_OK;

    if (body->stream == NULL)
        return HPDF_OK;
    status |= HPDF_Stream_WriteStr(body->output, "\nstream\n");
    status |= HPDF_Stream_Write(body->output, body->stream, (HPDF_UINT)body->n_stream);
    status |= HPDF_Stream_WriteStr(body->output, "\nendstream");
    return status;
}

void haru_set_body(struct haru_object *object, struct haru_body *body)
{
    HPDF_Dict dict = dict_of(object);

    dict->attr = body;
    dict->write_fn = write_entries;
    dict->after_write_fn = write_stream;
}

struct haru_object *haru_catalog(struct haru_document *document)
{
    return object_of(doc_of(document)->catalog);
}

struct haru_object *haru_information(struct haru_document *document)
{
    HPDF_Dict info = doc_of(document)->info;

    HPDF_Dict_RemoveElement(info, "Producer"); /* libharu has put itself there */
    return object_of(info);
}

struct haru_object *haru_trailer(struct haru_document *document)
{
    return object_of(doc_of(document)->trailer);
}

/* Pages ---------------------------------------------------------------------- */

struct haru_object *haru_add_page(struct haru_document *document, double width, double height)
{
    HPDF_Page page = HPDF_AddPage(doc_of(document));

    if (page == NULL)
        return NULL;
    HPDF_Page_SetBoxValue(page, "MediaBox", 2, (HPDF_REAL)width);
    HPDF_Page_SetBoxValue(page, "MediaBox", 3, (HPDF_REAL)height);
    return object_of(page);
}

/* value is NULL if libharu could not make it; the document then has the error. */
static void add(struct haru_object *page, const char *key, void *value)
{
    if (value != NULL)
        HPDF_Dict_Add(dict_of(page), key, value);
}

void haru_set_number(struct haru_document *document, struct haru_object *page, const char *key,
                     int value)
{
    add(page, key, HPDF_Number_New(doc_of(document)->mmgr, value));
}

void haru_set_name(struct haru_document *document, struct haru_object *page, const char *key,
                   const char *name)
{
    add(page, key, HPDF_Name_New(doc_of(document)->mmgr, name));
}

void haru_set_object(struct haru_object *page, const char *key, struct haru_object *value)
{
    add(page, key, value);
}

void haru_add_annotation(struct haru_document *document, struct haru_object *page,
                         struct haru_object *annotation)
{
    HPDF_Array list = HPDF_Dict_GetItem(dict_of(page), "Annots", HPDF_OCLASS_ARRAY);

    if (list == NULL) {
        list = HPDF_Array_New(doc_of(document)->mmgr);
        if (list == NULL || HPDF_Dict_Add(dict_of(page), "Annots", list) != HPDF_OK)
            return;
    }
    HPDF_Array_Add(list, annotation);
}

void haru_set_content(struct haru_object *page, struct haru_body *body)
{
    HPDF_Dict content = HPDF_Dict_GetItem(dict_of(page), "Contents", HPDF_OCLASS_DICT);

    if (content == NULL)
        return;
    content->attr = body;
    content->write_fn = write_entries;
    HPDF_Stream_Write(content->stream, body->stream, (HPDF_UINT)body->n_stream);
}

/* The file ------------------------------------------------------------------- */

static HPDF_STATUS write_piece(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT n)
{
    const struct haru_output *output = stream->attr;

    return output->write(output->context, bytes, n) ? HPDF_OK : HPDF_FAILD_TO_ALLOC_MEM;
}

unsigned haru_next_number(const struct haru_document *document)
{
    HPDF_Xref xref = ((HPDF_Doc)(void *)document)->xref;

    return xref->start_offset + xref->entries->count;
}

/* libharu numbers what is added later from start_offset on. */
struct haru_made haru_reserve_made(struct haru_document *document, unsigned n)
{
    const struct haru_made made = { haru_next_number(document), n };

    doc_of(document)->xref->start_offset += n;
    return made;
}

/* A file in the course of being written. */
struct saving {
    HPDF_Doc doc;
    HPDF_Stream stream;
    const struct haru_output *output;
    HPDF_UINT32 *offsets; /* of the objects that are made */
    HPDF_STATUS status;   /* HPDF_OK, or not */
};

static void put(struct saving *saving, const char *text)
{
    saving->status |= HPDF_Stream_WriteStr(saving->stream, text);
}

static void begin_object(struct saving *saving, unsigned number)
{
    char text[32];

    quick_format(text, sizeof text, "%u 0 obj\n", number);
    put(saving, text);
}

static void write_made(struct saving *saving)
{
    const struct haru_output *output = saving->output;

    for (unsigned i = 0; i < output->made.n && saving->status == HPDF_OK; i++) {
        size_t n = 0;

        saving->offsets[i] = saving->stream->size;
        begin_object(saving, output->made.first + i);
        const char *entries = output->make(output->maker, &n);
        if (entries == NULL) {
            saving->status = HPDF_FAILD_TO_ALLOC_MEM;
            return;
        }
        put(saving, "<<\n");
        saving->status |=
            HPDF_Stream_Write(saving->stream, (const HPDF_BYTE *)entries, (HPDF_UINT)n);
        put(saving, ">>\nendobj\n");
    }
}

/* The first entry stands for objects that are free. */
static void write_objects(struct saving *saving)
{
    HPDF_List entries = saving->doc->xref->entries;
    const struct haru_made *made = &saving->output->made;

    for (HPDF_UINT i = 1; saving->status == HPDF_OK; i++) {
        if (made->n > 0 && i == made->first)
            write_made(saving);
        if (i >= entries->count)
            return;
        HPDF_XrefEntry entry = HPDF_List_ItemAt(entries, i);
        entry->byte_offset = saving->stream->size;
        begin_object(saving, haru_number(entry->obj));
        saving->status |= HPDF_Obj_WriteValue(entry->obj, saving->stream, NULL);
        put(saving, "\nendobj\n");
    }
}

/* So many digits, zeros first. */
static char *put_digits(char *end, unsigned number, int digits)
{
    for (int i = 0; i < digits; i++, number /= 10)
        *--end = (char)('0' + number % 10);
    return end;
}

/* Of each object and so of each cell of a table, which is why it is not printf that writes it. */
static void put_entry(struct saving *saving, unsigned offset, unsigned generation, char type)
{
    char text[] = "0000000000 00000 n\r\n";

    put_digits(text + 10, offset, 10);
    put_digits(text + 16, generation, 5);
    text[17] = type;
    put(saving, text);
}

static void write_table(struct saving *saving)
{
    HPDF_List entries = saving->doc->xref->entries;
    const struct haru_made *made = &saving->output->made;
    char text[40];

    snprintf(text, sizeof text, "xref\n0 %u\n", entries->count + made->n);
    put(saving, text);
    for (HPDF_UINT i = 0; saving->status == HPDF_OK; i++) {
        for (unsigned k = 0; i == made->first && k < made->n; k++)
            put_entry(saving, saving->offsets[k], 0, HPDF_IN_USE_ENTRY);
        if (i >= entries->count)
            return;
        const HPDF_XrefEntry entry = HPDF_List_ItemAt(entries, i);
        put_entry(saving, entry->byte_offset, entry->gen_no, entry->entry_typ);
    }
}

/* Does what HPDF_Xref_WriteToStream does, which knows of no objects that are made. */
static void write_file(struct saving *saving)
{
    HPDF_Xref xref = saving->doc->xref;
    char text[40];

    write_objects(saving);
    const HPDF_UINT32 address = saving->stream->size;
    write_table(saving);
    saving->status |= HPDF_Dict_AddNumber(xref->trailer, "Size",
                                          (HPDF_INT32)(xref->entries->count + xref->start_offset));
    put(saving, "trailer\n");
    saving->status |= HPDF_Dict_Write(xref->trailer, saving->stream, NULL);
    snprintf(text, sizeof text, "\nstartxref\n%u\n%%%%EOF\n", address);
    put(saving, text);
}

/* Does what HPDF_SaveToStream does, with a stream that passes each piece on: HPDF_SaveToStream
 * collects them in memory, from where they would have to be copied again. A failure sticks to the document. */
void haru_save(struct haru_document *document, bool is_2, struct haru_output *output)
{
    HPDF_Doc doc = doc_of(document);
    struct saving saving = { .doc = doc, .output = output };

    saving.stream = HPDF_CallbackWriter_New(doc->mmgr, write_piece, output);
    saving.offsets = HPDF_GetMem(doc->mmgr, (output->made.n + 1) * sizeof *saving.offsets);
    if (saving.stream != NULL && saving.offsets != NULL &&
        HPDF_Dict_Add(doc->trailer, "Root", doc->catalog) == HPDF_OK &&
        (is_2 || HPDF_Dict_Add(doc->trailer, "Info", doc->info) == HPDF_OK) &&
        HPDF_Stream_WriteStr(saving.stream, is_2 ? header_2_0 : header_1_7) == HPDF_OK)
        write_file(&saving);
    if (saving.status != HPDF_OK)
        HPDF_SetError(&doc->error, HPDF_FAILD_TO_ALLOC_MEM, 0);
    HPDF_FreeMem(doc->mmgr, saving.offsets);
    HPDF_Stream_Free(saving.stream);
}
