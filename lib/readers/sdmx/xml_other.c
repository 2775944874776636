/* xml_other.c - says what an XML document is that holds no data message of SDMX, and the way out. */
#include "readers/sdmx/sdmx_ml_parts.h"

#include <string.h>

static const struct {
    const char *root, *what;
} others[] = {
    { "Structure", "this is a structure message of SDMX: code lists and definitions, no figures; "
                   "ask the server for data (…/data/… in place of …/dataflow/…)" },
    { "GenericMetadata", "this is a metadata message of SDMX: descriptions, no figures; ask the "
                         "server for data (…/data/… in place of …/metadata/…)" },
    { "StructureSpecificMetadata", "this is a metadata message of SDMX: descriptions, no figures; "
                                   "ask the server for data" },
    { "MetadataSet", "this is a metadata message of SDMX: descriptions, no figures; ask the server "
                     "for data" },
    { "MetadataReport", "this is a metadata message of SDMX: descriptions, no figures; ask the "
                        "server for data" },
    { "RegistryInterface", "this is a message of an SDMX registry, no figures; ask the server for "
                           "data" },
    { "CrossSectionalData", "this is a cross-sectional message of SDMX 2.0; ask the server for "
                            "generic or structure-specific data" },
    { "UtilityData", "this is a utility message of SDMX 2.0; ask the server for generic or "
                     "structure-specific data" },
    { "MessageGroup", "this is a message group of SDMX 2.0; ask the server for generic or "
                      "structure-specific data" },
    { "document", "this is a flat OpenDocument file (FODS); save it as ODS, XLSX or CSV" },
    { "Workbook", "this is a workbook in XML; save it as XLSX, ODS or CSV" },
    { "html", "this is a web page (XHTML); save the table as XLSX, ODS or CSV" },
    { "svg", "this is a drawing (SVG), not data" },
    { "rss", "this is a news feed (RSS), not data" },
    { "feed", "this is a feed (Atom, OData); ask the server for CSV or JSON" },
    { "Envelope", "this is the answer of a SOAP service; save what is in its body" },
    { "schema", "this is a schema of XML, which describes data and has none" },
};

static void refuse(struct sdmx_ml *ml, const char *what)
{
    sdmx_ml_fail(ml, "%s", what);
}

void sdmx_ml_refuse_root(struct sdmx_ml *ml, const char *name, const char *const *attributes)
{
    const char *space = NULL;

    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (sdmx_is(name, others[i].root)) {
            refuse(ml, others[i].what);
            return;
        }
    for (; *attributes != NULL && space == NULL; attributes += 2)
        if (strncmp(attributes[0], "xmlns", 5) == 0)
            space = attributes[1];
    if (strncmp(name, "Query", 5) == 0 ||
        (strlen(name) > 5 && space != NULL && strstr(space, "sdmx.org") != NULL &&
         sdmx_is(name + strlen(name) - 5, "Query")))
        refuse(ml, "this is a query of SDMX, no figures; save what the server answers to it");
    else
        sdmx_ml_fail(ml,
                     "this XML ('%.60s'%s%.100s) is in no format that is read; of XML that is "
                     "SDMX-ML: ask the source for that, CSV, JSON or XLSX",
                     name, space != NULL ? ", " : "", space != NULL ? space : "");
}
