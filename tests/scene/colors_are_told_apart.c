/* colors_are_told_apart.c - colour differences and contrasts against published figures. */
#include "support/check.h"

#include <math.h>

#include "scene/color_difference.h"

/* Sharma, Wu, Dalal 2005, table 1. */
static const struct {
    struct lab one, other;
    double difference;
} sharma[] = {
    { { 50, 2.6772, -79.7751 }, { 50, 0, -82.7485 }, 2.0425 },
    { { 50, 3.1571, -77.2803 }, { 50, 0, -82.7485 }, 2.8615 },
    { { 50, 2.8361, -74.02 }, { 50, 0, -82.7485 }, 3.4412 },
    { { 50, -1.3802, -84.2814 }, { 50, 0, -82.7485 }, 1 },
    { { 50, -1.1848, -84.8006 }, { 50, 0, -82.7485 }, 1 },
    { { 50, -0.9009, -85.5211 }, { 50, 0, -82.7485 }, 1 },
    { { 50, 0, 0 }, { 50, -1, 2 }, 2.3669 },
    { { 50, -1, 2 }, { 50, 0, 0 }, 2.3669 },
    { { 50, 2.49, -0.001 }, { 50, -2.49, 0.0009 }, 7.1792 },
    { { 50, 2.49, -0.001 }, { 50, -2.49, 0.001 }, 7.1792 },
    { { 50, 2.49, -0.001 }, { 50, -2.49, 0.0011 }, 7.2195 },
    { { 50, 2.49, -0.001 }, { 50, -2.49, 0.0012 }, 7.2195 },
    { { 50, -0.001, 2.49 }, { 50, 0.0009, -2.49 }, 4.8045 },
    { { 50, -0.001, 2.49 }, { 50, 0.001, -2.49 }, 4.8045 },
    { { 50, -0.001, 2.49 }, { 50, 0.0011, -2.49 }, 4.7461 },
    { { 50, 2.5, 0 }, { 50, 0, -2.5 }, 4.3065 },
    { { 50, 2.5, 0 }, { 73, 25, -18 }, 27.1492 },
    { { 50, 2.5, 0 }, { 61, -5, 29 }, 22.8977 },
    { { 50, 2.5, 0 }, { 56, -27, -3 }, 31.903 },
    { { 50, 2.5, 0 }, { 58, 24, 15 }, 19.4535 },
    { { 50, 2.5, 0 }, { 50, 3.1736, 0.5854 }, 1 },
    { { 50, 2.5, 0 }, { 50, 3.2972, 0 }, 1 },
    { { 50, 2.5, 0 }, { 50, 1.8634, 0.5757 }, 1 },
    { { 50, 2.5, 0 }, { 50, 3.2592, 0.335 }, 1 },
    { { 60.2574, -34.0099, 36.2677 }, { 60.4626, -34.1751, 39.4387 }, 1.2644 },
    { { 63.0109, -31.0961, -5.8663 }, { 62.8187, -29.7946, -4.0864 }, 1.263 },
    { { 61.2901, 3.7196, -5.3901 }, { 61.4292, 2.248, -4.962 }, 1.8731 },
    { { 35.0831, -44.1164, 3.7933 }, { 35.0232, -40.0716, 1.5901 }, 1.8645 },
    { { 22.7233, 20.0904, -46.694 }, { 23.0331, 14.973, -42.5619 }, 2.0373 },
    { { 36.4612, 47.858, 18.3852 }, { 36.2715, 50.5065, 21.2231 }, 1.4146 },
    { { 90.8027, -2.0831, 1.441 }, { 91.1528, -1.6435, 0.0447 }, 1.4441 },
    { { 90.9257, -0.5406, -0.9208 }, { 88.6381, -0.8985, -0.7239 }, 1.5381 },
    { { 6.7747, -0.2908, -2.4247 }, { 5.8714, -0.0985, -2.2286 }, 0.6377 },
    { { 2.0776, 0.0795, -1.135 }, { 0.9033, -0.0636, -0.5514 }, 0.9082 },
};

static void differences_are_as_published(void **state)
{
    (void)state;
    assert_int_equal(LENGTH(sharma), 34);
    for (size_t i = 0; i < LENGTH(sharma); i++) {
        double there = color_difference(sharma[i].one, sharma[i].other);
        double back = color_difference(sharma[i].other, sharma[i].one);
        if (fabs(there - sharma[i].difference) > 5e-5 || fabs(back - sharma[i].difference) > 5e-5)
            fail_msg("pair %zu: %.4f and %.4f, not %.4f", i + 1, there, back, sharma[i].difference);
    }
}

/* WCAG 2: the extremes, the grey that just has 4.5 : 1, and the look's own figures. */
static void contrasts_are_as_published(void **state)
{
    static const struct {
        uint32_t one, other;
        double contrast;
    } cases[] = { { 0x000000, 0xFFFFFF, 21 },   { 0x767676, 0xFFFFFF, 4.54 },
                  { 0xFF0000, 0xFFFFFF, 4.00 }, { 0x55606E, 0xFFFFFF, 6.40 },
                  { 0x6B7685, 0xFFFFFF, 4.60 }, { 0x336699, 0x336699, 1 } };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct color one = color_hex(cases[i].one), other = color_hex(cases[i].other);
        assert_true(fabs(color_contrast(one, other) - cases[i].contrast) < 0.05);
        assert_true(color_contrast(one, other) == color_contrast(other, one));
    }
}

/* Red and green of one lightness are near for those without red or green cones, and far for others;
 * greys are seen alike by all. */
static void visions_differ_where_eyes_do(void **state)
{
    const struct color red = color_hex(0xB84600), green = color_hex(0x6B7400);
    const struct color grey = color_hex(0x808080);
    enum vision worst;

    (void)state;
    assert_true(color_difference(color_seen(red, VISION_FULL), color_seen(green, VISION_FULL)) >
                30);
    assert_true(color_difference(color_seen(red, VISION_DEUTERANOPIA),
                                 color_seen(green, VISION_DEUTERANOPIA)) < 14);
    assert_true(color_least_difference(red, green, &worst) < 14);
    assert_true(worst == VISION_PROTANOPIA || worst == VISION_DEUTERANOPIA);
    for (int i = 0; i < VISIONS; i++) {
        struct lab seen = color_seen(grey, (enum vision)i);
        assert_true(fabs(seen.l - 53.585) < 0.1 && hypot(seen.a, seen.b) < 0.1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(differences_are_as_published),
        cmocka_unit_test(contrasts_are_as_published),
        cmocka_unit_test(visions_differ_where_eyes_do),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
