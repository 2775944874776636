/* observation.h - a single observation: validity, unit conversion, confidentiality. */
#ifndef SHEAF_SERIES_OBSERVATION_H
#define SHEAF_SERIES_OBSERVATION_H

#include "sheaf/series.h"

/* Room for an observation that is looked up. It lasts until the end of the block that it is written
 * in; an unbraced statement under if or else is such a block. */
#define ROOM (&(sheaf_observation){ .value = 0 })

/* What is wrong with an observation, or NULL. */
const char *observation_fault(const sheaf_observation *observation);

/* The observation in a unit 10^power larger (negative: smaller): 9,000 million is 9
 * billion. */
sheaf_observation observation_in_larger_unit(const sheaf_observation *observation, int power);

/* True for suppressed, missing, not collected, cannot exist: the observation has no value, whatever
 * the file gives. */
bool status_denies_value(char status);

/* True if its SDMX CONF_STATUS says that it must not be shown. */
bool observation_is_confidential(const sheaf_observation *observation);

#endif
