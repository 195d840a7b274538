// What every kernel shares: the export, a source of numbers, and memory that is handed out once.
//
// A kernel exports `run`, which works for a time that grows with `scale` and returns a checksum of all that it computed. It imports nothing, so it runs in every
// engine, and it computes the same everywhere, native code included: no signed overflow, no libm, no uninitialised memory.

#pragma once
#include <stddef.h>
#include <stdint.h>

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;
typedef int32_t i32;
typedef int64_t i64;

i64 run(i32 scale);

// The next of a fixed sequence of numbers (xorshift, Marsaglia 2003). `state` starts as anything but 0.
static inline u32 next(u32 *state) {
  u32 x = *state;
  x ^= x << 13;
  x ^= x >> 17;
  x ^= x << 5;
  return *state = x;
}

// Mixes a value into a checksum (FNV-1a, a word at a time).
static inline u64 mix(u64 sum, u64 value) { return (sum ^ value) * 0x100000001b3u; }

#define MIX_START 0xcbf29ce484222325u
