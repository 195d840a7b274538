// Scanning JSON: a recursive reader of a text that the kernel writes first; switches, byte loads, calls. `scale` times some 60 kB.

#include "kernel.h"

#define SIZE 65536

static u8 text[SIZE];
static u32 len;

static void put(const char *s) {
  while (*s)
    text[len++] = (u8)*s++;
}

static void put_number(u32 n) {
  u8 digits[10];
  u32 count = 0;
  do
    digits[count++] = (u8)('0' + n % 10);
  while (n /= 10);
  while (count)
    text[len++] = digits[--count];
}

static void write_text(void) {
  u32 seed = 1;
  len = 0;
  put("[");
  while (len < SIZE - 400) {
    put("{\"id\": ");
    put_number(next(&seed));
    put(", \"name\": \"item \\\"");
    put_number(next(&seed) & 0xffff);
    put("\\\" \\u00e9t\\u00e9\", \"price\": -");
    put_number(next(&seed) % 1000);
    put(".");
    put_number(next(&seed) % 100);
    put("e+2, \"tags\": [\"red\", \"green\", [], {}], \"more\": {\"yes\": true, \"no\": false, \"nothing\": null}},\n  ");
  }
  put("[]]");
}

typedef struct {
  const u8 *at, *end;
  u64 sum;
  u32 depth_most;
} Reader;

static void skip_space(Reader *r) {
  while (r->at < r->end && (*r->at == ' ' || *r->at == '\n' || *r->at == '\t' || *r->at == '\r'))
    r->at++;
}

static u32 read_string(Reader *r) {
  u32 hash = 0;
  for (r->at++; r->at < r->end; r->at++) {
    switch (*r->at) {
    case '"':
      r->at++;
      r->sum = mix(r->sum, hash);
      return 1;
    case '\\':
      if (*++r->at == 'u')
        r->at += 4;
      hash++;
      break;
    default:
      hash = hash * 31 + *r->at;
    }
  }
  return 0;
}

static u32 is_digit(const Reader *r) { return r->at < r->end && (u32)(*r->at - '0') < 10; }

static u32 read_number(Reader *r) {
  u64 mantissa = 0, exponent = 0;
  u32 negative = *r->at == '-';
  r->at += negative;
  for (; is_digit(r); r->at++)
    mantissa = mantissa * 10 + (*r->at - '0');
  if (r->at < r->end && *r->at == '.')
    for (r->at++; is_digit(r); r->at++)
      mantissa = mantissa * 10 + (*r->at - '0');
  if (r->at < r->end && (*r->at | 32) == 'e') {
    r->at++;
    if (*r->at == '+' || *r->at == '-')
      r->at++;
    for (; is_digit(r); r->at++)
      exponent = exponent * 10 + (*r->at - '0');
  }
  r->sum = mix(r->sum, mantissa + exponent + negative);
  return 1;
}

static u32 read_word(Reader *r, const char *word) {
  for (; *word; word++, r->at++)
    if (*r->at != (u8)*word)
      return 0;
  r->sum = mix(r->sum, 7);
  return 1;
}

static u32 read_value(Reader *r, u32 depth) {
  if (depth > r->depth_most)
    r->depth_most = depth;
  skip_space(r);
  if (r->at == r->end || depth > 100)
    return 0;
  switch (*r->at) {
  case '{':
  case '[': {
    u8 close = *r->at == '{' ? '}' : ']';
    r->at++;
    skip_space(r);
    if (*r->at == close)
      return r->at++, 1;
    for (;;) {
      if (close == '}') {
        skip_space(r);
        if (*r->at != '"' || !read_string(r))
          return 0;
        skip_space(r);
        if (*r->at++ != ':')
          return 0;
      }
      if (!read_value(r, depth + 1))
        return 0;
      skip_space(r);
      if (*r->at == ',') {
        r->at++;
        continue;
      }
      return *r->at++ == close;
    }
  }
  case '"':
    return read_string(r);
  case 't':
    return read_word(r, "true");
  case 'f':
    return read_word(r, "false");
  case 'n':
    return read_word(r, "null");
  default:
    return read_number(r);
  }
}

i64 run(i32 scale) {
  u64 sum = MIX_START;
  write_text();
  for (i32 i = 0; i < scale; i++) {
    Reader reader = {text, text + len, sum, 0};
    u32 good = read_value(&reader, 0);
    sum = mix(reader.sum, good + reader.depth_most);
  }
  return (i64)sum;
}
