/* versions.h - the libraries that decide how text looks. */
#ifndef SHEAF_TEXT_VERSIONS_H
#define SHEAF_TEXT_VERSIONS_H

/* "HarfBuzz 6.0.0, ICU 72.1" */
enum { VERSIONS_TEXT = 100 };
void text_versions(char out[VERSIONS_TEXT]);

#endif
