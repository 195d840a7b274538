// ChaCha20 (RFC 8439): sixteen words that are all live at once, more than there are registers. `scale` times 64 KiB.

#include "kernel.h"

#define SIZE 65536

static u8 data[SIZE];

static u32 rotl(u32 x, u32 n) { return x << n | x >> (32 - n); }

#define QUARTER(a, b, c, d)                                                                                            \
  a += b, d = rotl(d ^ a, 16);                                                                                         \
  c += d, b = rotl(b ^ c, 12);                                                                                         \
  a += b, d = rotl(d ^ a, 8);                                                                                          \
  c += d, b = rotl(b ^ c, 7)

static void encrypt(u32 *in, u8 *bytes) {
  u32 x[16];
  for (u32 i = 0; i < 16; i++)
    x[i] = in[i];
  for (u32 round = 0; round < 10; round++) {
    QUARTER(x[0], x[4], x[8], x[12]);
    QUARTER(x[1], x[5], x[9], x[13]);
    QUARTER(x[2], x[6], x[10], x[14]);
    QUARTER(x[3], x[7], x[11], x[15]);
    QUARTER(x[0], x[5], x[10], x[15]);
    QUARTER(x[1], x[6], x[11], x[12]);
    QUARTER(x[2], x[7], x[8], x[13]);
    QUARTER(x[3], x[4], x[9], x[14]);
  }
  for (u32 i = 0; i < 16; i++) {
    u32 word = x[i] + in[i];
    for (u32 byte = 0; byte < 4; byte++)
      *bytes++ ^= (u8)(word >> 8 * byte);
  }
  in[12]++;
}

i64 run(i32 scale) {
  u32 seed = 1, in[16] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
  u64 sum = MIX_START;
  for (u32 i = 4; i < 16; i++)
    in[i] = next(&seed);
  for (u32 i = 0; i < SIZE; i++)
    data[i] = (u8)i;
  for (i32 i = 0; i < scale; i++)
    for (u32 at = 0; at < SIZE; at += 64)
      encrypt(in, data + at);
  for (u32 i = 0; i < SIZE; i++)
    sum = mix(sum, data[i]);
  return (i64)sum;
}
