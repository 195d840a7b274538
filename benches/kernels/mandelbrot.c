// The Mandelbrot set on a square of `scale` by `scale` points: floating point in registers, one branch that depends on it.

#include "kernel.h"

i64 run(i32 scale) {
  u64 sum = MIX_START;
  for (i32 y = 0; y < scale; y++) {
    u32 inside = 0;
    for (i32 x = 0; x < scale; x++) {
      double re = 3.0 * x / scale - 2.0, im = 2.0 * y / scale - 1.0;
      double a = 0, b = 0, aa = 0, bb = 0;
      u32 steps = 0;
      while (steps < 100 && aa + bb <= 4.0) {
        b = 2 * a * b + im;
        a = aa - bb + re;
        aa = a * a;
        bb = b * b;
        steps++;
      }
      inside += steps;
    }
    sum = mix(sum, inside);
  }
  return (i64)sum;
}
