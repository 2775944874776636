/* documents.h - for the fuzzers of whole documents: there is a document, or one message. */
#ifndef TESTS_FUZZ_DOCUMENTS_H
#define TESTS_FUZZ_DOCUMENTS_H

#include <string.h>

#include "base/strings.h"
#include "require.h"
#include "sheaf/sheet.h"

/* The first bytes of a document, and how many there are in all. */
struct document_start {
    char bytes[8];
    size_t n;
};

static inline int document_write(void *context, const void *bytes, size_t n)
{
    struct document_start *start = context;

    for (size_t i = 0; i < n && start->n + i < sizeof start->bytes; i++)
        start->bytes[start->n + i] = ((const char *)bytes)[i];
    start->n += n;
    return 0;
}

/* A document that begins as its format does; after a failure nothing at all, and a message. */
static inline void require_document(const sheaf_error *error, const struct document_start *start,
                                    const char *magic)
{
    if (error->status == SHEAF_OK) {
        require(start->n > sizeof start->bytes);
        require(memcmp(start->bytes, magic, strlen(magic)) == 0);
    } else {
        require(start->n == 0);
        require(error->message[0] != '\0');
        require(utf8_valid(error->message, strlen(error->message), NULL));
    }
}

static inline void require_pdf(sheaf_sheet *sheet)
{
    struct document_start start = { .n = 0 };

    sheaf_sheet_write_pdf_sink(sheet, (sheaf_sink){ &start, document_write });
    require_document(sheaf_sheet_error(sheet), &start, "%PDF-");
}

/* Devices never end, so nothing is tried that may name one. */
static inline bool names_device(const uint8_t *data, size_t n)
{
    static const char *const folders[] = { "/dev", "/proc", "/sys" };

    for (size_t i = 0; i < 3; i++)
        for (size_t at = 0; at + strlen(folders[i]) <= n; at++)
            if (memcmp(data + at, folders[i], strlen(folders[i])) == 0)
                return true;
    return false;
}

static inline const char *language_of(uint8_t choice)
{
    static const char *const languages[] = { "en", "ru", "kk", "zh", "fr", "de", "ar", "ug" };

    return languages[choice % 8];
}

#endif
