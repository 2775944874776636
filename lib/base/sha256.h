/* sha256.h - FIPS 180-4: the digest by which a page names the scripts and styles that it allows. */
#ifndef SHEAF_BASE_SHA256_H
#define SHEAF_BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

enum { SHA256_BYTES = 32 };
void sha256(const void *bytes, size_t n, uint8_t digest[SHA256_BYTES]);

#endif
