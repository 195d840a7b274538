// Heapsort of doubles: indices that are doubled and halved, floating-point compares. `scale` times 20,000 numbers.

#include "kernel.h"

#define COUNT 20000

static double numbers[COUNT];

static void sift(u32 root, u32 end) {
  double value = numbers[root];
  for (u32 child; (child = 2 * root + 1) < end; root = child) {
    if (child + 1 < end && numbers[child] < numbers[child + 1])
      child++;
    if (value >= numbers[child])
      break;
    numbers[root] = numbers[child];
  }
  numbers[root] = value;
}

i64 run(i32 scale) {
  u32 seed = 1;
  u64 sum = MIX_START;
  for (i32 round = 0; round < scale; round++) {
    for (u32 i = 0; i < COUNT; i++)
      numbers[i] = (double)next(&seed) / 16;
    for (u32 i = COUNT / 2; i-- > 0;)
      sift(i, COUNT);
    for (u32 end = COUNT; end-- > 1;) {
      double top = numbers[0];
      numbers[0] = numbers[end];
      numbers[end] = top;
      sift(0, end);
    }
    u32 unsorted = 0;
    for (u32 i = 1; i < COUNT; i++)
      unsorted += numbers[i] < numbers[i - 1];
    sum = mix(mix(sum, unsorted), (u64)numbers[COUNT / 3]);
  }
  return (i64)sum;
}
