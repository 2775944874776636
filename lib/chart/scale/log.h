/* log.h - what logarithmic and symmetric logarithmic scales have in common. */
#ifndef SHEAF_CHART_SCALE_LOG_H
#define SHEAF_CHART_SCALE_LOG_H

/* Ten to a whole exponent, exact to the last digit below one, too. */
double log_power(double exponent);
/* Places after the point that a tick needs: 2 for 0.05. */
int log_decimals(double tick);

#endif
