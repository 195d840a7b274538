// Binary trees, made and walked and given back: small allocations from a free list, recursion, loads that depend on loads. Trees are up to `scale` deep.

#include "kernel.h"

#define NODES (1 << 20)

typedef struct Node {
  struct Node *left, *right;
} Node;

static Node pool[NODES];
static Node *unused;
static u32 handed_out;

static Node *allocate(void) {
  Node *node = unused;
  if (node) {
    unused = node->left;
    return node;
  }
  return handed_out < NODES ? &pool[handed_out++] : NULL;
}

static void give_back(Node *node) {
  if (node->left)
    give_back(node->left);
  if (node->right)
    give_back(node->right);
  node->left = unused;
  unused = node;
}

static Node *make(u32 depth) {
  Node *node = allocate();
  node->left = depth ? make(depth - 1) : NULL;
  node->right = depth ? make(depth - 1) : NULL;
  return node;
}

static u32 count(const Node *node) {
  return node->left ? 1 + count(node->left) + count(node->right) : 1;
}

i64 run(i32 scale) {
  u64 sum = MIX_START;
  u32 deepest = scale < 18 ? (u32)scale : 18;
  unused = NULL;
  handed_out = 0;
  Node *lasting = make(deepest);
  for (u32 depth = 4; depth <= deepest; depth += 2) {
    u32 nodes = 0;
    for (u32 i = 0; i < 16u << (deepest - depth); i++) {
      Node *tree = make(depth);
      nodes += count(tree);
      give_back(tree);
    }
    sum = mix(sum, nodes);
  }
  return (i64)mix(sum, count(lasting));
}
