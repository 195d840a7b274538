// The product of two matrices of doubles, by the textbook's three loops. `scale` times.

#include "kernel.h"

#define N 160

static double a[N][N], b[N][N], c[N][N];

i64 run(i32 scale) {
  u64 sum = MIX_START;
  for (u32 i = 0; i < N; i++)
    for (u32 j = 0; j < N; j++) {
      a[i][j] = (double)(i + 2 * j) / N;
      b[i][j] = (double)(3 * i) - j;
    }
  for (i32 round = 0; round < scale; round++) {
    for (u32 i = 0; i < N; i++)
      for (u32 j = 0; j < N; j++) {
        double dot = 0;
        for (u32 k = 0; k < N; k++)
          dot += a[i][k] * b[k][j];
        c[i][j] = dot;
      }
    for (u32 i = 0; i < N; i++)
      sum = mix(sum, (u64)(i64)c[i][(i * 7) % N]);
    a[round % N][0] += 1;
  }
  return (i64)sum;
}
