// Matrix products over a thread pool: batched, any strides, the same bits for every number of threads.
#pragma once

#include "cpool.h"

// Where an operand's elements lie, in elements; a stride may be 0 or negative.
typedef struct {
  long batch_stride, row_stride, col_stride;
} cl_layout;

// c[t][i][j] = Σ a[t][i][p]·b[t][p][j] for contiguous c of batch × m × n elements that overlaps no operand; zeros for k
// = 0. Returns 0 when done, 1 when *cancel (may be NULL) was seen to be other than 0, 2 when there is no memory; after
// 1 and 2 c's content is undefined. A NULL pool stands for the calling thread.
int cl_matmul_f32(ck_pool *pool, const int *cancel, long batch, long m, long n, long k, const float *a,
                  const cl_layout *la, const float *b, const cl_layout *lb, float *c);
int cl_matmul_f64(ck_pool *pool, const int *cancel, long batch, long m, long n, long k, const double *a,
                  const cl_layout *la, const double *b, const cl_layout *lb, double *c);
