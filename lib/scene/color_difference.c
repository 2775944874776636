/* color_difference.c - CIEDE2000, and colours as dichromats see them.
 *
 * Sharma, Wu, Dalal: The CIEDE2000 Color-Difference Formula, Color Research and Application 30
 * (2005); names follow the paper. Machado, Oliveira, Fernandes: A Physiologically-based Model for
 * Simulation of Color Vision Deficiency, IEEE TVCG 15 (2009), the matrices of severity 1. */
#include "scene/color_difference.h"

#include <math.h>

static const double pi = 3.14159265358979323846;

/* On linear RGB. */
static const double machado[VISIONS][3][3] = {
    [VISION_FULL] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
    [VISION_PROTANOPIA] = { { 0.152286, 1.052583, -0.204868 },
                            { 0.114503, 0.786281, 0.099216 },
                            { -0.003882, -0.048116, 1.051998 } },
    [VISION_DEUTERANOPIA] = { { 0.367322, 0.860646, -0.227968 },
                              { 0.280085, 0.672501, 0.047413 },
                              { -0.011820, 0.042940, 0.968881 } },
    [VISION_TRITANOPIA] = { { 1.255528, -0.076749, -0.178779 },
                            { -0.078411, 0.930809, 0.147602 },
                            { 0.004733, 0.691367, 0.303900 } },
};

/* IEC 61966-2-1: linear RGB to XYZ, each over that of the white D65. */
static const double xyz_of_rgb[3][3] = {
    { 0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047 },
    { 0.2126729, 0.7151522, 0.0721750 },
    { 0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883 }
};

static void multiply(const double matrix[3][3], const double from[3], double to[3])
{
    for (int i = 0; i < 3; i++)
        to[i] = matrix[i][0] * from[0] + matrix[i][1] * from[1] + matrix[i][2] * from[2];
}

static double lightness(double share)
{
    return share > 216.0 / 24389 ? cbrt(share) : (24389.0 / 27 * share + 16) / 116;
}

struct lab color_seen(struct color color, enum vision vision)
{
    const double linear[3] = { color_linear(color.red), color_linear(color.green),
                               color_linear(color.blue) };
    double seen[3], xyz[3];

    multiply(machado[vision], linear, seen);
    for (int i = 0; i < 3; i++)
        seen[i] = fmin(fmax(seen[i], 0), 1);
    multiply(xyz_of_rgb, seen, xyz);
    for (int i = 0; i < 3; i++)
        xyz[i] = lightness(xyz[i]);
    return (struct lab){ 116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2]) };
}

static double radians(double degrees)
{
    return degrees * pi / 180;
}

/* In degrees from 0; 0 for a grey, which has no hue. */
static double hue(double a, double b)
{
    double degrees = a == 0 && b == 0 ? 0 : atan2(b, a) * 180 / pi;

    return degrees < 0 ? degrees + 360 : degrees;
}

/* How much a chroma of c counts as one that is strong: 0 to 1. */
static double strength(double c)
{
    double c7 = pow(c, 7);

    return sqrt(c7 / (c7 + pow(25, 7)));
}

struct hues {
    double difference, mean; /* degrees */
};

/* The shorter way round from h1 to h2. Of a grey the other's hue is the mean. */
static struct hues compare_hues(double h1, double h2, bool is_grey)
{
    double difference = h2 - h1, sum = h1 + h2;

    if (is_grey)
        return (struct hues){ 0, sum };
    if (fabs(difference) <= 180)
        return (struct hues){ difference, sum / 2 };
    return (struct hues){ difference > 0 ? difference - 360 : difference + 360,
                          sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2 };
}

double color_difference(struct lab one, struct lab other)
{
    double stretch = 1.5 - 0.5 * strength((hypot(one.a, one.b) + hypot(other.a, other.b)) / 2);
    double a1 = stretch * one.a, a2 = stretch * other.a;
    double c1 = hypot(a1, one.b), c2 = hypot(a2, other.b), c = (c1 + c2) / 2;
    struct hues h = compare_hues(hue(a1, one.b), hue(a2, other.b), c1 * c2 == 0);
    double t = 1 - 0.17 * cos(radians(h.mean - 30)) + 0.24 * cos(radians(2 * h.mean)) +
               0.32 * cos(radians(3 * h.mean + 6)) - 0.20 * cos(radians(4 * h.mean - 63));
    double off = pow((one.l + other.l) / 2 - 50, 2); /* squared, from middle grey */
    double turn = 30 * exp(-pow((h.mean - 275) / 25, 2));

    double dl = (other.l - one.l) / (1 + 0.015 * off / sqrt(20 + off));
    double dc = (c2 - c1) / (1 + 0.045 * c);
    double dh = 2 * sqrt(c1 * c2) * sin(radians(h.difference / 2)) / (1 + 0.015 * c * t);
    double rotation = -sin(radians(2 * turn)) * 2 * strength(c);
    return sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh);
}

double color_least_difference(struct color one, struct color other, enum vision *vision)
{
    double least = INFINITY;

    for (int i = VISION_FULL; i < VISIONS; i++) {
        double difference =
            color_difference(color_seen(one, (enum vision)i), color_seen(other, (enum vision)i));
        if (difference < least) {
            least = difference;
            if (vision != NULL)
                *vision = (enum vision)i;
        }
    }
    return least;
}
