// Finding strings in a text: byte by byte, by Horspool's skip table, and by a small matcher of patterns with wildcards. `scale` times 64 KiB.

#include "kernel.h"

#define SIZE 65536

static u8 text[SIZE];
static u32 skip[256];

static u32 length(const char *s) {
  u32 n = 0;
  while (s[n])
    n++;
  return n;
}

static u32 count_naive(const char *needle, u32 len) {
  u32 count = 0;
  for (u32 i = 0; i + len <= SIZE; i++) {
    u32 j = 0;
    while (j < len && text[i + j] == (u8)needle[j])
      j++;
    count += j == len;
  }
  return count;
}

static u32 count_horspool(const char *needle, u32 len) {
  u32 count = 0;
  for (u32 i = 0; i < 256; i++)
    skip[i] = len;
  for (u32 i = 0; i + 1 < len; i++)
    skip[(u8)needle[i]] = len - 1 - i;
  for (u32 i = 0; i + len <= SIZE; i += skip[text[i + len - 1]]) {
    u32 j = len;
    while (j > 0 && text[i + j - 1] == (u8)needle[j - 1])
      j--;
    count += j == 0;
  }
  return count;
}

// Whether the text from here on starts with the pattern: `?` is any byte, `*` up to eight of them.
static u32 matches(const u8 *at, const u8 *end, const char *pattern) {
  for (; *pattern; pattern++, at++) {
    if (at == end)
      return 0;
    if (*pattern == '*') {
      for (u32 i = 0; i <= 8 && at + i <= end; i++)
        if (matches(at + i, end, pattern + 1))
          return 1;
      return 0;
    }
    if (*pattern != '?' && (u8)*pattern != *at)
      return 0;
  }
  return 1;
}

i64 run(i32 scale) {
  static const char *const needles[] = {"abc", "hello", "bacbacba", "aaaabbbbcccc", "cab ab"};
  u32 seed = 1;
  u64 sum = MIX_START;
  for (u32 i = 0; i < SIZE; i++)
    text[i] = (u8) "abc "[next(&seed) >> 7 & 3];
  for (i32 round = 0; round < scale; round++) {
    for (u32 i = 0; i < sizeof needles / sizeof *needles; i++) {
      u32 len = length(needles[i]);
      sum = mix(sum, count_naive(needles[i], len) * 65537u + count_horspool(needles[i], len));
    }
    u32 found = 0;
    for (u32 i = 0; i < SIZE; i++)
      found += matches(text + i, text + SIZE, "a?c*ba b");
    sum = mix(sum, found);
    text[(u32)round % SIZE] ^= 1;
  }
  return (i64)sum;
}
