// The spectral norm of an infinite matrix whose elements are computed when they are needed: integer arithmetic, conversions and divisions in one
// loop. `scale` is the number of rows and columns that are looked at.

#include "kernel.h"

#define MAX 2000

static double u[MAX], v[MAX], w[MAX];

static double element(u32 i, u32 j) { return 1.0 / (double)((i + j) * (i + j + 1) / 2 + i + 1); }

static void times(u32 n, const double *from, double *to) {
  for (u32 i = 0; i < n; i++) {
    double sum = 0;
    for (u32 j = 0; j < n; j++)
      sum += element(i, j) * from[j];
    to[i] = sum;
  }
}

static void times_transposed(u32 n, const double *from, double *to) {
  for (u32 i = 0; i < n; i++) {
    double sum = 0;
    for (u32 j = 0; j < n; j++)
      sum += element(j, i) * from[j];
    to[i] = sum;
  }
}

i64 run(i32 scale) {
  u32 n = scale < MAX ? (u32)scale : MAX;
  double uv = 0, vv = 0;
  for (u32 i = 0; i < n; i++)
    u[i] = 1;
  for (u32 i = 0; i < 10; i++) {
    times(n, u, w);
    times_transposed(n, w, v);
    times(n, v, w);
    times_transposed(n, w, u);
  }
  for (u32 i = 0; i < n; i++) {
    uv += u[i] * v[i];
    vv += v[i] * v[i];
  }
  return (i64)(__builtin_sqrt(uv / vv) * 1e9);
}
