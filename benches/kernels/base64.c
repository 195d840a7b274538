// Base64 (RFC 4648), there and back: byte loads and stores through tables. `scale` times 48 KiB.

#include "kernel.h"

#define SIZE 49152

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
static u8 plain[SIZE], coded[SIZE / 3 * 4], values[256];

static void encode(void) {
  u8 *out = coded;
  for (u32 i = 0; i < SIZE; i += 3) {
    u32 bits = (u32)plain[i] << 16 | (u32)plain[i + 1] << 8 | plain[i + 2];
    *out++ = (u8)alphabet[bits >> 18];
    *out++ = (u8)alphabet[bits >> 12 & 63];
    *out++ = (u8)alphabet[bits >> 6 & 63];
    *out++ = (u8)alphabet[bits & 63];
  }
}

// Returns whether all characters were of the alphabet.
static u32 decode(void) {
  u8 *out = plain;
  u32 bad = 0;
  for (u32 i = 0; i < sizeof coded; i += 4) {
    u8 a = values[coded[i]], b = values[coded[i + 1]], c = values[coded[i + 2]], d = values[coded[i + 3]];
    bad |= (a | b | c | d) & 64;
    u32 bits = (u32)a << 18 | (u32)b << 12 | (u32)c << 6 | d;
    *out++ = (u8)(bits >> 16);
    *out++ = (u8)(bits >> 8);
    *out++ = (u8)bits;
  }
  return !bad;
}

i64 run(i32 scale) {
  u32 seed = 1;
  u64 sum = MIX_START;
  for (u32 i = 0; i < 256; i++)
    values[i] = 64;
  for (u32 i = 0; i < 64; i++)
    values[(u8)alphabet[i]] = (u8)i;
  for (u32 i = 0; i < SIZE; i++)
    plain[i] = (u8)next(&seed);
  for (i32 i = 0; i < scale; i++) {
    encode();
    sum = mix(sum, coded[(u32)i % sizeof coded]);
    sum = mix(sum, decode());
    plain[(u32)i % SIZE] ^= (u8)sum;
  }
  return (i64)sum;
}
