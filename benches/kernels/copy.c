// What a C library does with memory, written as loops: copying by bytes and by words, filling, reversing, comparing, measuring. `scale` times 64 KiB.

#include "kernel.h"

#define SIZE 65536

static u8 from[SIZE], to[SIZE];

static void copy_bytes(u8 *d, const u8 *s, u32 n) {
  while (n--)
    *d++ = *s++;
}

static void copy_words(u64 *d, const u64 *s, u32 n) {
  for (u32 i = 0; i < n / 8; i++)
    d[i] = s[i];
}

static void fill(u8 *d, u8 value, u32 n) {
  for (u32 i = 0; i < n; i++)
    d[i] = value;
}

static void reverse(u8 *d, u32 n) {
  for (u32 i = 0, j = n - 1; i < j; i++, j--) {
    u8 t = d[i];
    d[i] = d[j];
    d[j] = t;
  }
}

static u32 first_difference(const u8 *a, const u8 *b, u32 n) {
  u32 i = 0;
  while (i < n && a[i] == b[i])
    i++;
  return i;
}

static u32 length(const u8 *s) {
  const u8 *end = s;
  while (*end)
    end++;
  return (u32)(end - s);
}

i64 run(i32 scale) {
  u32 seed = 1;
  u64 sum = MIX_START;
  for (u32 i = 0; i < SIZE; i++)
    from[i] = (u8)(next(&seed) | 1);
  from[SIZE - 1] = 0;
  for (i32 round = 0; round < scale; round++) {
    fill(to, (u8)round, SIZE);
    copy_bytes(to, from, SIZE - 64);
    sum = mix(sum, first_difference(to, from, SIZE));
    copy_words((u64 *)to, (const u64 *)from, SIZE);
    sum = mix(sum, length(to));
    reverse(to, SIZE - 1);
    sum = mix(sum, to[(u32)round % SIZE]);
    from[(u32)round * 7 % (SIZE - 64)] ^= 2;
  }
  return (i64)sum;
}
