// The loop of a bytecode interpreter: a switch in a loop, an operand stack in memory, a branch that depends on loaded data. It computes lengths of
// Collatz sequences of `scale` hundred numbers.

#include "kernel.h"

enum { PUSH, LOAD, STORE, ADD, MUL, AND, SHR, LESS, JUMP, JUMP_IF_ZERO, JUMP_IF, DUP, DROP, HALT };

// Variables: 0 the number to start with, 1 the current one, 2 the length, 3 the limit, 4 the sum of all lengths.
static const u8 program[] = {
    /*  0 */ PUSH, 1, STORE, 0,
    /*  4 */ LOAD, 0, STORE, 1, PUSH, 0, STORE, 2,
    /* 12 */ LOAD, 2, PUSH, 1, ADD, STORE, 2,
    /* 19 */ LOAD, 1, DUP, PUSH, 1, AND, JUMP_IF_ZERO, 37,
    /* 27 */ PUSH, 3, MUL, PUSH, 1, ADD, STORE, 1, JUMP, 42,
    /* 37 */ PUSH, 1, SHR, STORE, 1,
    /* 42 */ PUSH, 1, LOAD, 1, LESS, JUMP_IF, 12,
    /* 49 */ LOAD, 4, LOAD, 2, ADD, STORE, 4,
    /* 56 */ LOAD, 0, PUSH, 1, ADD, DUP, STORE, 0,
    /* 64 */ LOAD, 3, LESS, JUMP_IF, 4,
    /* 69 */ HALT,
};

static u64 variables[8], stack[32];

static void interpret(void) {
  const u8 *pc = program;
  u64 *sp = stack;
  for (;;) {
    switch (*pc++) {
    case PUSH:
      *sp++ = *pc++;
      break;
    case LOAD:
      *sp++ = variables[*pc++];
      break;
    case STORE:
      variables[*pc++] = *--sp;
      break;
    case ADD:
      sp--;
      sp[-1] += sp[0];
      break;
    case MUL:
      sp--;
      sp[-1] *= sp[0];
      break;
    case AND:
      sp--;
      sp[-1] &= sp[0];
      break;
    case SHR:
      sp--;
      sp[-1] >>= sp[0];
      break;
    case LESS:
      sp--;
      sp[-1] = sp[-1] < sp[0];
      break;
    case JUMP:
      pc = program + *pc;
      break;
    case JUMP_IF_ZERO:
      pc = *--sp ? pc + 1 : program + *pc;
      break;
    case JUMP_IF:
      pc = *--sp ? program + *pc : pc + 1;
      break;
    case DUP:
      *sp = sp[-1];
      sp++;
      break;
    case DROP:
      sp--;
      break;
    default:
      return;
    }
  }
}

i64 run(i32 scale) {
  variables[3] = (u64)scale * 100;
  variables[4] = 0;
  interpret();
  return (i64)variables[4];
}
