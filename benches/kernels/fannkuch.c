// Flips of pancakes, over all permutations of `scale` of them: short loops over small arrays, with branches that are hard to foresee.

#include "kernel.h"

#define MAX 16

i64 run(i32 scale) {
  i32 n = scale < MAX ? scale : MAX;
  i32 permutation[MAX], current[MAX], count[MAX];
  i32 flips_most = 0, checksum = 0, parity = 0, r = n;
  for (i32 i = 0; i < n; i++)
    permutation[i] = i;
  for (;;) {
    for (; r != 1; r--)
      count[r - 1] = r;
    for (i32 i = 0; i < n; i++)
      current[i] = permutation[i];
    i32 flips = 0;
    for (i32 first = current[0]; first != 0; first = current[0]) {
      for (i32 low = 0, high = first; low < high; low++, high--) {
        i32 swapped = current[low];
        current[low] = current[high];
        current[high] = swapped;
      }
      flips++;
    }
    if (flips > flips_most)
      flips_most = flips;
    checksum += parity ? -flips : flips;
    parity = !parity;
    for (;;) {
      if (r == n)
        return (i64)checksum * 1000 + flips_most;
      i32 first = permutation[0];
      for (i32 i = 0; i < r; i++)
        permutation[i] = permutation[i + 1];
      permutation[r] = first;
      if (--count[r] > 0)
        break;
      r++;
    }
  }
}
