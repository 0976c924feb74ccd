// Reductions of a contiguous array, seen as [outer, n, inner], over its middle axis.
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include "ckernels.h"

typedef enum {
  CK_SUM,             // f32, f64, i64 (wrapping)
  CK_MAX,             // every type; NaN wins
  CK_MIN,             // every type; NaN wins
  CK_ARGMAX,          // every type, to i64: the first of equals, the first NaN if there is one, -1 for n = 0
  CK_ARGMIN,          // likewise
  CK_ANY,             // bool
  CK_ALL,             // bool
  CK_CUMSUM,          // f32 (carried in f64), f64, i64; the result has the operand's shape
  CK_CUMSUM_REVERSE,  // likewise, from the end: element j is the sum of elements j ..< n
  CK_SOFTMAX,         // f32, f64; the result has the operand's shape
  CK_LOG_SOFTMAX,     // f32, f64; the result has the operand's shape
  CK_LOGSUMEXP,       // f32, f64; minus infinity where every element is
  CK_REDUCTIONS
} ck_reduction;

// Whether the reduction has a meaning for the type.
bool ck_can_reduce(int reduction, ck_type type);
// The type of the reduction's result for operands of this type.
ck_type ck_reduced_type(int reduction, ck_type type);
// Computes results first ..< first + count of the outer·inner lines; x and y are the whole arrays. How the work is cut into
// such ranges changes no bit (the sign of a NaN aside), and sums have the same bits at every CPU level. y may be x for the
// reductions that keep the shape. Without elements (n = 0) a sum is 0, max and min are the type's lowest and highest value.
// False if the type has no such reduction.
bool ck_reduce(int reduction, ck_type type, const void *x, void *y, int64_t outer, int64_t n, int64_t inner, int64_t first,
               int64_t count);

// The parts of one long sum, for several threads: the same bits as CK_SUM over [1, n, 1].
// How many parts a sum of n elements has.
int64_t ck_sum_chunk_count(int64_t n);
// Computes parts first_chunk ..< first_chunk + count into those places of partials, which has the operand's type.
bool ck_sum_chunks(ck_type type, const void *x, int64_t n, void *partials, int64_t first_chunk, int64_t count);
// Adds all parts in the fixed order.
bool ck_sum_finish(ck_type type, const void *partials, int64_t chunks, void *result);
