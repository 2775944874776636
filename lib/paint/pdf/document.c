/* document.c - the document around the pages: catalogue, information,
 * metadata, identifier, bytes.
 *
 * Nothing here comes from a clock or an address: the same pages and options give
 * the same bytes. */
#include "paint/pdf/pdf.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/calendar.h"
#include "base/escape.h"

void pdf_open_document(struct pdf *pdf, const struct haru_memory *memory)
{
    pdf->document = haru_open(memory);
    pdf_check(pdf);
}

static void put_entry(struct buffer *into, const char *key, const char *text)
{
    if (text == NULL || *text == '\0')
        return;
    buffer_text(into, key);
    pdf_put_text(into, text);
    buffer_byte(into, '\n');
}

static void write_information(struct pdf *pdf)
{
    const struct pdf_options *options = pdf->options;
    struct buffer *body = pdf_begin(pdf);

    if (pdf_failed(pdf))
        return;
    if (options->is_2) { /* the metadata say it all; nothing refers to this object */
        pdf_fill(pdf, haru_information(pdf->document));
        return;
    }
    put_entry(body, "/Title ", options->metadata.title);
    put_entry(body, "/Author ", options->metadata.author);
    put_entry(body, "/Subject ", options->metadata.subject);
    put_entry(body, "/Creator ", options->metadata.creator);
    buffer_format(body, "/Producer (Sheaf %s)\n", sheaf_version());
    if (options->date != NULL) {
        struct date day;
        if (!date_read(options->date, strlen(options->date), &day)) {
            fail(&pdf->painter.error, SHEAF_BAD_ARGUMENT, "'%s' is not a date such as 2024-06-26",
                 options->date);
            return;
        }
        buffer_format(body, "/CreationDate (D:%04d%02d%02d000000Z)\n", day.year, day.month,
                      day.day);
        buffer_format(body, "/ModDate (D:%04d%02d%02d000000Z)\n", day.year, day.month, day.day);
    }
    pdf_fill(pdf, haru_information(pdf->document));
}

static void put_property(struct buffer *into, const char *before, const char *text,
                         const char *after)
{
    if (text == NULL || *text == '\0')
        return;
    buffer_text(into, before);
    escape_markup(into, text, strlen(text));
    buffer_text(into, after);
}

/* Replaced when the bytes are known. */
static const char before_instance[] = "<xmpMM:InstanceID>uuid:";
static const char blank_uuid[] = "00000000-0000-0000-0000-000000000000";

static void put_date(struct buffer *into, const char *name, const char *date)
{
    if (date != NULL)
        buffer_format(into, "<xmp:%s>%sT00:00:00Z</xmp:%s>\n", name, date, name);
}

/* A UUID of a hash (RFC 9562, version 8). */
static void write_uuid(char *into, uint64_t first, uint64_t second)
{
    snprintf(into, sizeof blank_uuid,
             "%08" PRIx64 "-%04" PRIx64 "-8%03" PRIx64 "-a%03" PRIx64 "-%012" PRIx64, first >> 32,
             first >> 16 & 0xFFFF, first & 0xFFF, second >> 52, second & 0xFFFFFFFFFFFF);
}

/* A document is the same one, with new figures too, as long as it has the same title, author and
 * language. Each of its files is an instance. */
static void put_document_identifier(struct buffer *into, const struct pdf_options *options)
{
    const char *const facts[] = { options->metadata.title, options->metadata.author,
                                  options->metadata.language };
    char uuid[sizeof blank_uuid];
    uint64_t hash = 0;

    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        hash = pdf_hash(hash + 1, facts[i] != NULL ? facts[i] : "",
                        facts[i] != NULL ? strlen(facts[i]) : 0);
    write_uuid(uuid, hash, pdf_hash(hash, "document", 8));
    buffer_format(into, "<xmpMM:DocumentID>uuid:%s</xmpMM:DocumentID>\n", uuid);
}

static void put_metadata(struct buffer *into, const struct pdf_options *options)
{
    const struct paint_metadata *metadata = &options->metadata;

    buffer_text(into, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                      "<rdf:Description rdf:about=\"\""
                      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                      " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
                      " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n");
    buffer_text(into, "<dc:format>application/pdf</dc:format>\n");
    put_property(into, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", metadata->title,
                 "</rdf:li></rdf:Alt></dc:title>\n");
    put_property(into, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">",
                 metadata->subject, "</rdf:li></rdf:Alt></dc:description>\n");
    put_property(into, "<dc:creator><rdf:Seq><rdf:li>", metadata->author,
                 "</rdf:li></rdf:Seq></dc:creator>\n");
    put_property(into, "<dc:source>", metadata->source, "</dc:source>\n");
    put_property(into, "<dc:language><rdf:Bag><rdf:li>", metadata->language,
                 "</rdf:li></rdf:Bag></dc:language>\n");
    put_property(into, "<xmp:CreatorTool>", metadata->creator, "</xmp:CreatorTool>\n");
    put_date(into, "CreateDate", options->date);
    put_date(into, "ModifyDate", options->date);
    put_document_identifier(into, options);
    buffer_format(into, "%s%s</xmpMM:InstanceID>\n", before_instance, blank_uuid);
    buffer_format(into, "<pdf:Producer>Sheaf %s</pdf:Producer>\n", sheaf_version());
    buffer_text(into, "</rdf:Description>\n");
    if (pdf_is_for_archives(options))
        pdf_put_identification(options, into);
    buffer_text(into, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n");
}

/* XMP is not compressed, so that programs that do not read PDF find it. */
static unsigned write_metadata(struct pdf *pdf)
{
    struct buffer metadata;

    buffer_init(&metadata, &pdf->alloc, &pdf->painter.error);
    put_metadata(&metadata, pdf->options);
    buffer_text(pdf_begin(pdf), "/Type /Metadata /Subtype /XML\n");
    unsigned number = pdf_stream(pdf, metadata.bytes, metadata.length, false);
    buffer_free(&metadata);
    return number;
}

static void write_catalogue(struct pdf *pdf)
{
    unsigned structure = pdf_write_structure(pdf), metadata = write_metadata(pdf);
    const char *language = pdf->options->metadata.language;
    unsigned intent = pdf_is_for_archives(pdf->options) ? pdf_write_output_intent(pdf) : 0;
    struct buffer places;

    buffer_init(&places, &pdf->alloc, &pdf->painter.error);
    pdf_write_places(pdf, &places);
    struct buffer *body = pdf_begin(pdf);
    if (places.length > 0)
        buffer_put(body, places.bytes, places.length);
    buffer_free(&places);
    if (pdf_failed(pdf))
        return;
    if (intent != 0)
        buffer_format(body, "/OutputIntents [%u 0 R]\n", intent);
    buffer_format(body, "/StructTreeRoot %u 0 R\n/Metadata %u 0 R\n", structure, metadata);
    buffer_text(body, "/MarkInfo << /Marked true >>\n");
    if (pdf->options->metadata.title != NULL)
        buffer_text(body, "/ViewerPreferences << /DisplayDocTitle true >>\n");
    put_entry(body, "/Lang ", language);
    pdf_put_files_of(pdf, body, 0);
    pdf_fill(pdf, haru_catalog(pdf->document));
}

static const char blank_identifier[] = "00000000000000000000000000000000";

static void write_trailer(struct pdf *pdf)
{
    struct buffer *body = pdf_begin(pdf);

    if (pdf_failed(pdf))
        return;
    buffer_format(body, "/ID [<%s> <%s>]\n", blank_identifier, blank_identifier);
    pdf_fill(pdf, haru_trailer(pdf->document));
}

/* Replaces the blank identifier in the metadata, which are not compressed. */
static void set_instance(char *bytes, size_t n, uint64_t first, uint64_t second)
{
    char *at = memmem(bytes, n, before_instance, sizeof before_instance - 1);
    char uuid[sizeof blank_uuid];

    if (at == NULL)
        return;
    write_uuid(uuid, first, second);
    memcpy(at + sizeof before_instance - 1, uuid, sizeof uuid - 1);
}

/* Replaces the blank identifiers in the trailer and the metadata by a hash of all bytes. */
static void set_identifier(char *bytes, size_t n)
{
    const size_t digits = sizeof blank_identifier - 1;
    char text[2][17];
    uint64_t first = pdf_hash(n, bytes, n), second = pdf_hash(first, bytes, n);

    snprintf(text[0], sizeof text[0], "%016" PRIX64, first);
    snprintf(text[1], sizeof text[1], "%016" PRIX64, second);
    set_instance(bytes, n, first, second);
    for (char *at = bytes + n - digits; at > bytes; at--) {
        if (memcmp(at, "/ID [", 5) != 0)
            continue;
        for (int copy = 0; copy < 2; copy++) {
            char *place = memchr(at, '<', digits) + 1;
            memcpy(place, text[0], 16);
            memcpy(place + 16, text[1], 16);
            at = place + digits;
        }
        return;
    }
}

static bool put_bytes(void *into, const void *bytes, size_t n)
{
    struct buffer *buffer = into;

    buffer_put(buffer, bytes, n);
    return !buffer->failed;
}

void pdf_save(struct pdf *pdf, struct buffer *into)
{
    size_t start = into->length;

    write_catalogue(pdf);
    write_information(pdf);
    write_trailer(pdf);
    if (pdf_failed(pdf))
        return;
    struct haru_output output = { put_bytes, into, pdf->structure.made, pdf_make_element, pdf };
    haru_save(pdf->document, pdf->options->is_2, &output);
    if (into->failed)
        fail_memory(&pdf->painter.error);
    else if (pdf_check(pdf))
        set_identifier(into->bytes + start, into->length - start);
}
