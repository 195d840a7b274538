// Calls through function pointers: shapes with methods in tables, and a callback for each. `scale` thousand rounds over 64 of them.

#include "kernel.h"

#define SHAPES 64

struct Shape;
typedef struct {
  i32 (*area)(const struct Shape *);
  void (*grow)(struct Shape *, i32);
} Methods;

typedef struct Shape {
  const Methods *methods;
  i32 width, height;
} Shape;

static i32 square_area(const Shape *s) { return s->width * s->width; }
static i32 rectangle_area(const Shape *s) { return s->width * s->height; }
static i32 triangle_area(const Shape *s) { return s->width * s->height / 2; }
static i32 point_area(const Shape *s) { return s->width & 1; }
static void grow_width(Shape *s, i32 by) { s->width = (s->width + by) & 1023; }
static void grow_both(Shape *s, i32 by) {
  s->width = (s->width + by) & 1023;
  s->height = (s->height ^ by) & 1023;
}

static const Methods methods[] = {
    {square_area, grow_width}, {rectangle_area, grow_both}, {triangle_area, grow_both}, {point_area, grow_width}};

static Shape shapes[SHAPES];
static u64 sum;

static void add(i32 value) { sum += (u32)value; }
static void stir(i32 value) { sum = mix(sum, (u32)value); }

static void each(void (*callback)(i32)) {
  for (u32 i = 0; i < SHAPES; i++)
    callback(shapes[i].methods->area(&shapes[i]));
}

i64 run(i32 scale) {
  static void (*const callbacks[])(i32) = {add, stir};
  u32 seed = 1;
  sum = MIX_START;
  for (u32 i = 0; i < SHAPES; i++)
    shapes[i] = (Shape){&methods[next(&seed) >> 4 & 3], (i32)(next(&seed) & 1023), (i32)(next(&seed) & 1023)};
  for (i32 round = 0; round < scale * 1000; round++) {
    each(callbacks[round & 1]);
    Shape *shape = &shapes[round % SHAPES];
    shape->methods->grow(shape, round & 15);
  }
  return (i64)sum;
}
