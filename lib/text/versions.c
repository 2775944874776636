/* versions.c - the libraries that decide how text looks, as they run. */
#include "text/versions.h"

#include <hb.h>
#include <stdio.h>

#include <unicode/uversion.h>

void text_versions(char out[VERSIONS_TEXT])
{
    UVersionInfo version;
    char icu[U_MAX_VERSION_STRING_LENGTH];

    u_getVersion(version);
    u_versionToString(version, icu);
    snprintf(out, VERSIONS_TEXT, "HarfBuzz %.30s, ICU %s", hb_version_string(), icu);
}
