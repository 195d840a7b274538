// Quicksort with the median of three, insertion sort for short runs: compares that decide branches, recursion. `scale` times 20,000 numbers.

#include "kernel.h"

#define COUNT 20000

static i32 numbers[COUNT];

static void swap(i32 *a, i32 *b) {
  i32 t = *a;
  *a = *b;
  *b = t;
}

static void sort(i32 *low, i32 *high) {
  while (high - low > 12) {
    i32 *middle = low + (high - low) / 2;
    if (*middle < *low)
      swap(middle, low);
    if (*high < *low)
      swap(high, low);
    if (*high < *middle)
      swap(high, middle);
    i32 pivot = *middle, *i = low, *j = high;
    while (i <= j) {
      while (*i < pivot)
        i++;
      while (*j > pivot)
        j--;
      if (i <= j)
        swap(i++, j--);
    }
    // The shorter part by a call, the longer one by the loop.
    if (j - low < high - i) {
      sort(low, j);
      low = i;
    } else {
      sort(i, high);
      high = j;
    }
  }
  for (i32 *i = low + 1; i <= high; i++) {
    i32 value = *i, *j = i;
    for (; j > low && j[-1] > value; j--)
      *j = j[-1];
    *j = value;
  }
}

i64 run(i32 scale) {
  u32 seed = 1;
  u64 sum = MIX_START;
  for (i32 round = 0; round < scale; round++) {
    for (u32 i = 0; i < COUNT; i++)
      numbers[i] = (i32)next(&seed);
    sort(numbers, numbers + COUNT - 1);
    for (u32 i = 1; i < COUNT; i++)
      sum = mix(sum, (u64)(numbers[i] - (i64)numbers[i - 1]));
  }
  return (i64)sum;
}
