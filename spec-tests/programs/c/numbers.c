// The operators of C on numbers at the edges of their types, with arguments that the compiler does not know.
#include <inttypes.h>
#include <math.h>
#include <stdio.h>

static volatile int32_t ints[] = {0, 1, -1, 7, -8, 1000003, INT32_MAX, INT32_MIN};
static volatile int64_t longs[] = {0, 1, -1, 255, -65536, 10000000019, INT64_MAX, INT64_MIN};
static volatile double doubles[] = {0.0, -0.0, 0.5, -1.5, 2.5, 1e300, -1e-300, 123456789.25};

int main(void) {
    uint32_t h = 0;
    uint64_t g = 0;
    for (int i = 0; i < 8; i++)
        for (int j = 0; j < 8; j++) {
            int32_t a = ints[i], b = ints[j];
            uint32_t ua = (uint32_t)a, ub = (uint32_t)b;
            h = h * 31 + (ua + ub);
            h = h * 31 + (ua - ub) * (ua * ub);
            h = h * 31 + (ua << (ub & 31)) + (ua >> (ub & 31)) + (uint32_t)(a >> (b & 31));
            if (b && !(a == INT32_MIN && b == -1)) h = h * 31 + (uint32_t)(a / b) + (uint32_t)(a % b);
            if (b) h = h * 31 + ua / ub + ua % ub;
            h = h * 31 + (uint32_t)((a < b) + 2 * (ua < ub) + 4 * (a == b));
            int64_t c = longs[i], d = longs[j];
            uint64_t uc = (uint64_t)c, ud = (uint64_t)d;
            g = g * 31 + (uc + ud) + (uc - ud) * (uc * ud);
            g = g * 31 + (uc << (ud & 63)) + (uc >> (ud & 63)) + (uint64_t)(c >> (d & 63));
            if (d && !(c == INT64_MIN && d == -1)) g = g * 31 + (uint64_t)(c / d) + (uint64_t)(c % d);
            if (d) g = g * 31 + uc / ud + uc % ud;
            g = g * 31 + (uint64_t)__builtin_popcountll(uc) + (uint64_t)__builtin_clz(ua | 1) + (uint64_t)__builtin_ctz(ua | 8);
        }
    printf("%08" PRIx32 " %016" PRIx64 "\n", h, g);
    for (int i = 0; i < 8; i++) {
        double x = doubles[i];
        printf("%g: %g %g %g %g %g %g %d %" PRId64 " %g\n", x, floor(x), ceil(x), trunc(x), nearbyint(x), fabs(x), sqrt(fabs(x)),
               signbit(x) != 0, fabs(x) < 1e18 ? (int64_t)x : -1, (double)(float)x);
    }
    return 0;
}
