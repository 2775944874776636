/* imf.h - the IMF's indicators of trade. */
#ifndef SHEAF_READERS_FORMATS_IMF_H
#define SHEAF_READERS_FORMATS_IMF_H

#include <stddef.h>

/* The flow that the code of an indicator names (static): "exports" for XG_FOB_USD. NULL: none. */
const char *imf_flow_of_code(const char *text, size_t n);

#endif
