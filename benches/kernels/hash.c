// A hash table with open addressing that counts words: 64-bit multiplications, probing, string compares. `scale` times 20,000 words.

#include "kernel.h"

#define SLOTS 8192
#define WORDS 4096
#define LOOKUPS 20000

typedef struct {
  u64 hash;
  const u8 *word;
  u32 len, count;
} Slot;

static Slot slots[SLOTS];
static u8 words[WORDS][12];
static u32 lengths[WORDS];

static u64 hash(const u8 *word, u32 len) {
  u64 h = MIX_START;
  for (u32 i = 0; i < len; i++)
    h = mix(h, word[i]);
  return h ^ h >> 29;
}

static u32 same(const u8 *a, const u8 *b, u32 len) {
  for (u32 i = 0; i < len; i++)
    if (a[i] != b[i])
      return 0;
  return 1;
}

static Slot *find(const u8 *word, u32 len) {
  u64 h = hash(word, len);
  for (u32 i = (u32)h & (SLOTS - 1);; i = (i + 1) & (SLOTS - 1)) {
    Slot *slot = &slots[i];
    if (!slot->word) {
      slot->hash = h;
      slot->word = word;
      slot->len = len;
      return slot;
    }
    if (slot->hash == h && slot->len == len && same(slot->word, word, len))
      return slot;
  }
}

i64 run(i32 scale) {
  u32 seed = 1;
  u64 sum = MIX_START;
  for (u32 i = 0; i < WORDS; i++) {
    lengths[i] = 3 + (next(&seed) >> 5) % 9;
    for (u32 j = 0; j < lengths[i]; j++)
      words[i][j] = (u8)('a' + (next(&seed) >> 8) % 26);
  }
  for (i32 round = 0; round < scale; round++) {
    for (u32 i = 0; i < SLOTS; i++) {
      slots[i].word = NULL;
      slots[i].count = 0;
    }
    for (u32 i = 0; i < LOOKUPS; i++) {
      u32 word = (next(&seed) >> 3) % WORDS;
      find(words[word], lengths[word])->count++;
    }
    for (u32 i = 0; i < SLOTS; i++)
      if (slots[i].word)
        sum = mix(sum, slots[i].hash + slots[i].count);
  }
  return (i64)sum;
}
