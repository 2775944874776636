/* sheet.c - a fact sheet to a tagged PDF, in a file or a sink. */
#include "paint/paint.h"
#include "publish/publish.h"
#include "sheet/layout.h"
