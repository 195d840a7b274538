// Numbers of many words: Fibonacci numbers of thousands of bits multiplied and reduced; 64-bit products and carries. `scale` times.

#include "kernel.h"

#define WORDS 64

typedef struct {
  u32 words[WORDS];
} Big;

static void add(Big *a, const Big *b) {
  u64 carry = 0;
  for (u32 i = 0; i < WORDS; i++) {
    carry += (u64)a->words[i] + b->words[i];
    a->words[i] = (u32)carry;
    carry >>= 32;
  }
}

static void multiply(Big *product, const Big *a, const Big *b) {
  for (u32 i = 0; i < WORDS; i++)
    product->words[i] = 0;
  for (u32 i = 0; i < WORDS; i++) {
    u64 carry = 0;
    for (u32 j = 0; i + j < WORDS; j++) {
      carry += (u64)a->words[i] * b->words[j] + product->words[i + j];
      product->words[i + j] = (u32)carry;
      carry >>= 32;
    }
  }
}

// Divides by a word and returns what remains.
static u32 divide(Big *a, u32 by) {
  u64 rest = 0;
  for (u32 i = WORDS; i-- > 0;) {
    rest = rest << 32 | a->words[i];
    a->words[i] = (u32)(rest / by);
    rest %= by;
  }
  return (u32)rest;
}

i64 run(i32 scale) {
  static Big a, b, product;
  u64 sum = MIX_START;
  for (u32 i = 0; i < WORDS; i++)
    a.words[i] = b.words[i] = 0;
  a.words[0] = b.words[0] = 1;
  for (i32 round = 0; round < scale; round++) {
    for (u32 i = 0; i < 8; i++) {
      add(&a, &b);
      add(&b, &a);
    }
    multiply(&product, &a, &b);
    for (u32 i = 0; i < 4; i++)
      sum = mix(sum, divide(&product, 1000000007));
    a.words[(u32)round % WORDS] ^= (u32)sum;
  }
  return (i64)sum;
}
