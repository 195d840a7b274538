// Dynamic programming: the longest common subsequence of two strings and a knapsack; loops over rows of a table, minima and maxima. `scale` times.

#include "kernel.h"

#define LEN 500
#define ITEMS 60
#define CAPACITY 4000

static u8 a[LEN], b[LEN];
static u16 table[LEN + 1][LEN + 1];
static i32 best[CAPACITY + 1];

static u32 common(void) {
  for (u32 i = 1; i <= LEN; i++)
    for (u32 j = 1; j <= LEN; j++) {
      u16 up = table[i - 1][j], left = table[i][j - 1];
      table[i][j] = a[i - 1] == b[j - 1] ? table[i - 1][j - 1] + 1 : up > left ? up : left;
    }
  return table[LEN][LEN];
}

static i32 knapsack(u32 seed) {
  for (u32 i = 0; i <= CAPACITY; i++)
    best[i] = 0;
  for (u32 item = 0; item < ITEMS; item++) {
    i32 weight = (i32)(next(&seed) % 300) + 1, value = (i32)(next(&seed) % 1000);
    for (i32 room = CAPACITY; room >= weight; room--) {
      i32 with = best[room - weight] + value;
      best[room] = with > best[room] ? with : best[room];
    }
  }
  return best[CAPACITY];
}

i64 run(i32 scale) {
  u32 seed = 1;
  u64 sum = MIX_START;
  for (i32 round = 0; round < scale; round++) {
    for (u32 i = 0; i < LEN; i++) {
      a[i] = (u8)(next(&seed) >> 9 & 7);
      b[i] = (u8)(next(&seed) >> 9 & 7);
    }
    sum = mix(sum, common());
    sum = mix(sum, (u64)knapsack(seed));
  }
  return (i64)sum;
}
