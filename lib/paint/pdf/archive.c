/* archive.c - what PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1), or of PDF 2.0 PDF/A-4
 * (ISO 19005-4) and PDF/UA-2 (ISO 14289-2), ask for: an output intent with an sRGB profile, and metadata that names the standards. Only documents with a
 * title and a language follow them. */
#include "paint/pdf/pdf.h"

#include <math.h>

/* An ICC profile, version 4 (ICC.1:2010): a header, a table of tags, their data. */
enum {
    HEADER_BYTES = 128,
    TAG_ENTRY_BYTES = 12,
    XYZ_BYTES = 20,
    CURVE_BYTES = 32,
    TEXT_BYTES = 36
};
enum { MATRIX_BYTES = 44 };

/* Of IEC 61966-2-1, seen under the profile's own white, D50 (Bradford). */
static const double white[3] = { 0.9642, 1, 0.8249 };
static const double red[3] = { 0.4360747, 0.2225045, 0.0139322 };
static const double green[3] = { 0.3850649, 0.7168786, 0.0971045 };
static const double blue[3] = { 0.1430804, 0.0606169, 0.7141733 };
static const double adaptation[9] = { 1.0478112,  0.0228866,  -0.0501270, 0.0295424, 0.9904844,
                                      -0.0170491, -0.0092345, 0.0150436,  0.7521316 };
/* y = (a x + b)^g from d on, c x below. */
static const double curve[5] = { 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045 };

static void put_big_endian(struct buffer *into, uint32_t value, int n)
{
    while (n-- > 0)
        buffer_byte(into, (char)(value >> 8 * n & 0xFF));
}

static void put_zeros(struct buffer *into, int n)
{
    while (n-- > 0)
        buffer_byte(into, 0);
}

/* As s15Fixed16Number. */
static void put_numbers(struct buffer *into, const double *numbers, int n)
{
    for (int i = 0; i < n; i++)
        put_big_endian(into, (uint32_t)(int32_t)lround(numbers[i] * 65536), 4);
}

static void put_header(struct buffer *into, uint32_t size)
{
    put_big_endian(into, size, 4);
    put_zeros(into, 4);
    put_big_endian(into, 0x04200000, 4); /* version 4.2 */
    buffer_text(into, "mntrRGB XYZ ");
    for (int i = 0; i < 6; i++) /* midnight of 1 January 2024 */
        put_big_endian(into, i == 0 ? 2024 : i < 3 ? 1 : 0, 2);
    buffer_text(into, "acsp");
    put_zeros(into, 28);
    put_numbers(into, white, 3);
    put_zeros(into, HEADER_BYTES - 80);
}

static void put_text(struct buffer *into, const char *four_letters)
{
    buffer_text(into, "mluc");
    put_zeros(into, 4);
    put_big_endian(into, 1, 4);
    put_big_endian(into, 12, 4);
    buffer_text(into, "enUS");
    put_big_endian(into, 8, 4);
    put_big_endian(into, 28, 4);
    for (int i = 0; i < 4; i++)
        put_big_endian(into, (unsigned char)four_letters[i], 2);
}

static void put_place(struct buffer *into, const double *place)
{
    buffer_text(into, "XYZ ");
    put_zeros(into, 4);
    put_numbers(into, place, 3);
}

static void put_profile(struct buffer *into)
{
    static const struct {
        const char *name;
        uint32_t length;
        bool is_again; /* shares the data of the tag before */
    } tags[] = { { "desc", TEXT_BYTES, false },   { "cprt", TEXT_BYTES, false },
                 { "wtpt", XYZ_BYTES, false },    { "rXYZ", XYZ_BYTES, false },
                 { "gXYZ", XYZ_BYTES, false },    { "bXYZ", XYZ_BYTES, false },
                 { "chad", MATRIX_BYTES, false }, { "rTRC", CURVE_BYTES, false },
                 { "gTRC", CURVE_BYTES, true },   { "bTRC", CURVE_BYTES, true } };
    enum { TAGS = sizeof tags / sizeof *tags };
    uint32_t first = HEADER_BYTES + 4 + TAGS * TAG_ENTRY_BYTES, at = first;

    for (size_t i = 0; i < TAGS; i++)
        at += tags[i].is_again ? 0 : tags[i].length;
    put_header(into, at);
    put_big_endian(into, TAGS, 4);
    at = first;
    for (size_t i = 0; i < TAGS; i++) {
        buffer_text(into, tags[i].name);
        put_big_endian(into, tags[i].is_again ? at - tags[i].length : at, 4);
        put_big_endian(into, tags[i].length, 4);
        at += tags[i].is_again ? 0 : tags[i].length;
    }
    put_text(into, "sRGB");
    put_text(into, "None");
    put_place(into, white);
    put_place(into, red);
    put_place(into, green);
    put_place(into, blue);
    buffer_text(into, "sf32");
    put_zeros(into, 4);
    put_numbers(into, adaptation, 9);
    buffer_text(into, "para");
    put_zeros(into, 4);
    put_big_endian(into, 3, 2);
    put_zeros(into, 2);
    put_numbers(into, curve, 5);
}

bool pdf_is_for_archives(const struct pdf_options *options)
{
    const char *title = options->metadata.title, *language = options->metadata.language;

    return title != NULL && *title != '\0' && language != NULL && *language != '\0';
}

unsigned pdf_write_output_intent(struct pdf *pdf)
{
    struct buffer profile;

    buffer_init(&profile, &pdf->alloc, &pdf->painter.error);
    put_profile(&profile);
    buffer_text(pdf_begin(pdf), "/N 3\n");
    unsigned number = pdf_stream(pdf, profile.bytes, profile.length, true);
    buffer_free(&profile);
    buffer_format(pdf_begin(pdf),
                  "/Type /OutputIntent /S /GTS_PDFA1\n/OutputConditionIdentifier (sRGB)\n"
                  "/Info (sRGB IEC61966-2.1)\n/DestOutputProfile %u 0 R\n",
                  number);
    return pdf_make(pdf);
}

static void put_identification_2(struct buffer *into, bool has_files)
{
    buffer_text(into, "<rdf:Description rdf:about=\"\""
                      " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                      " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                      "<pdfaid:part>4</pdfaid:part>\n<pdfaid:rev>2020</pdfaid:rev>\n");
    if (has_files)
        buffer_text(into, "<pdfaid:conformance>F</pdfaid:conformance>\n");
    buffer_text(into, "<pdfuaid:part>2</pdfuaid:part>\n<pdfuaid:rev>2024</pdfuaid:rev>\n"
                      "</rdf:Description>\n");
}

void pdf_put_identification(const struct pdf_options *options, struct buffer *into)
{
    if (options->is_2) {
        put_identification_2(into, options->n_files > 0);
        return;
    }
    buffer_text(into, "<rdf:Description rdf:about=\"\""
                      " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                      " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                      "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
                      "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n");
    /* PDF/A requires a description of every property from outside its own schemas, here PDF/UA's. */
    buffer_text(into, "<rdf:Description rdf:about=\"\""
                      " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
                      " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
                      " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
                      "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
                      "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
                      "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
                      "</pdfaSchema:namespaceURI>\n"
                      "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
                      "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
                      "<pdfaProperty:name>part</pdfaProperty:name>\n"
                      "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
                      "<pdfaProperty:category>internal</pdfaProperty:category>\n"
                      "<pdfaProperty:description>Part of ISO 14289 that is followed"
                      "</pdfaProperty:description>\n"
                      "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
                      "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n");
}
