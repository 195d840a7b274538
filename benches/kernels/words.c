// A scanner: each character of a text is of a class, by a switch with many cases and few targets. `scale` times 16 KiB.

#include "kernel.h"

#define SIZE 16384

static const char *const words[16] = {"let",  "total", "=",  "count", "*", "price", ";",     "if",
                                      "(x1)", "return", "42", "+",     "y", "else",  "3.14;", "while"};
static char text[SIZE];

static u64 scan(void) {
  u32 names = 0, numbers = 0, marks = 0, lines = 0, depth = 0, deepest = 0, inside = 0;
  u64 sum = MIX_START;
  for (u32 i = 0; i < SIZE; i++) {
    switch (text[i]) {
    case 'a': case 'b': case 'c': case 'd': case 'e': case 'f': case 'g': case 'h': case 'i': case 'j': case 'k': case 'l': case 'm':
    case 'n': case 'o': case 'p': case 'q': case 'r': case 's': case 't': case 'u': case 'v': case 'w': case 'x': case 'y': case 'z':
      names += inside == 0;
      inside = inside ? inside : 1;
      break;
    case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7': case '8': case '9':
      numbers += inside == 0;
      inside = inside ? inside : 2;
      break;
    case '(':
      depth++;
      deepest = depth > deepest ? depth : deepest;
      inside = 0;
      break;
    case ')':
      depth--;
      inside = 0;
      break;
    case ' ':
      inside = 0;
      break;
    case '\n':
      sum = mix(sum, i);
      lines++;
      inside = 0;
      break;
    default:
      marks++;
      inside = 0;
    }
  }
  return mix(mix(mix(mix(mix(sum, names), numbers), marks), lines), deepest);
}

i64 run(i32 scale) {
  u32 seed = 1, at = 0, column = 0;
  while (at < SIZE) {
    for (const char *word = words[next(&seed) & 15]; *word && at < SIZE; column++)
      text[at++] = *word++;
    if (at < SIZE)
      text[at++] = column > 60 ? '\n' : ' ';
    column = column > 60 ? 0 : column;
  }
  u64 sum = MIX_START;
  for (i32 i = 0; i < scale; i++) {
    text[next(&seed) % SIZE] = ' ';
    sum = mix(sum, scan());
  }
  return (i64)sum;
}
