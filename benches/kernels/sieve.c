// The sieve of Eratosthenes: strided byte stores. `scale` times over numbers below a million.

#include "kernel.h"

#define LIMIT 1000000

static u8 composite[LIMIT];

static u32 primes(void) {
  u32 count = 0;
  for (u32 i = 0; i < LIMIT; i++)
    composite[i] = 0;
  for (u32 i = 2; i < LIMIT; i++) {
    if (composite[i])
      continue;
    count++;
    for (u64 j = (u64)i * i; j < LIMIT; j += i)
      composite[j] = 1;
  }
  return count;
}

i64 run(i32 scale) {
  u64 sum = MIX_START;
  for (i32 i = 0; i < scale; i++)
    sum = mix(sum, primes() + (u32)i);
  return (i64)sum;
}
