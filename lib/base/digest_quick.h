/* digest_quick.h - SHA-256 by the processor's own instructions, a fifth of the time of libmd's. */
#ifndef SHEAF_BASE_DIGEST_QUICK_H
#define SHEAF_BASE_DIGEST_QUICK_H

#include <stdbool.h>

#include "base/digest.h"

/* Whether the processor has them; the question takes up to 50 microseconds under a hypervisor, so that it is
 * asked once and the answer kept. */
bool digest_is_quick(void);
/* digest_of, by these instructions where is_quick. */
struct digest digest_quick(bool is_quick, const void *bytes, size_t n);

#endif
