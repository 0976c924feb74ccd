// Matrix products of this package's own making: every CPU level's functions, and which of them is in use.
#include "cproducts.h"
#include "ckernels.h"

#include <stdatomic.h>
#include <stddef.h>
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

// When packing pays: b for many rows over a matrix that leaves the first-level cache, a when its walk over k would be
// long.
#define PACK_B_FROM_ROWS 96
#define PACK_B_FROM_CELLS (1 << 19)
#define PACK_A_FROM_COLUMNS 64
#define PACK_A_FROM_CELLS (1 << 18)

#define LOWER_2 0, 2
#define UPPER_2 1, 3
#define LOWER_4 0, 4, 1, 5
#define UPPER_4 2, 6, 3, 7
#define LOWER_8 0, 8, 1, 9, 2, 10, 3, 11
#define UPPER_8 4, 12, 5, 13, 6, 14, 7, 15
#define LOWER_16 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23
#define UPPER_16 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31



#if defined(__aarch64__)
// 32 vector registers: 24 sums, 4 vectors of b, and the broadcast element of a.
#define MOST_VECTORS 4
#define MOST_ROWS 8, 8, 8, 6
#define BLOCK_ROWS_1 ROWS_8
#define BLOCK_ROWS_2 ROWS_8
#define BLOCK_ROWS_3 ROWS_8
#define BLOCK_ROWS_4 ROWS_6
#else
#define MOST_VECTORS 2
#define MOST_ROWS 8, 6
#define BLOCK_ROWS_1 ROWS_8
#define BLOCK_ROWS_2 ROWS_6
#endif
#define MASKS_ARE_FREE 0
#define DOTS_AT_ONCE 2
#define T float
#define VL 4
#define FN(name) name##_f32_baseline
#define LOWER_LANES LOWER_4
#define UPPER_LANES UPPER_4
#include "tiny_products_level.inc"
#include "tiny_products_tables.inc"
#include "tiny_products_rows.inc"
#define T double
#define VL 2
#define FN(name) name##_f64_baseline
#define LOWER_LANES LOWER_2
#define UPPER_LANES UPPER_2
#include "tiny_products_level.inc"
#include "tiny_products_tables.inc"
#include "tiny_products_rows.inc"
#undef MOST_VECTORS
#undef MOST_ROWS
#undef BLOCK_ROWS_1
#undef BLOCK_ROWS_2
#undef BLOCK_ROWS_3
#undef BLOCK_ROWS_4
#undef MASKS_ARE_FREE
#undef DOTS_AT_ONCE

#if defined(__x86_64__)

// Read from 8 - count (4 - count) on, these are the masks of count lanes.
static const int lane_masks_32[16] = {-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0};
static const long long lane_masks_64[8] = {-1, -1, -1, -1, 0, 0, 0, 0};

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define MOST_VECTORS 2
#define MOST_ROWS 8, 6
#define BLOCK_ROWS_1 ROWS_8
#define BLOCK_ROWS_2 ROWS_6
#define MASKS_ARE_FREE 0
#define DOTS_AT_ONCE 2
#define T float
#define VL 8
#define FN(name) name##_f32_avx2
#define LOWER_LANES LOWER_8
#define UPPER_LANES UPPER_8
#define LANE_MASK(count) _mm256_loadu_si256((const __m256i *)(lane_masks_32 + 8 - (count)))
#define LOAD_SOME(p, count) (FN(vec)) _mm256_maskload_ps(p, LANE_MASK(count))
#define STORE_SOME(p, v, count) _mm256_maskstore_ps(p, LANE_MASK(count), (__m256)(v))
#include "tiny_products_level.inc"
#include "tiny_products_tables.inc"
#include "tiny_products_rows.inc"
#undef LANE_MASK
#define T double
#define VL 4
#define FN(name) name##_f64_avx2
#define LOWER_LANES LOWER_4
#define UPPER_LANES UPPER_4
#define LANE_MASK(count) _mm256_loadu_si256((const __m256i *)(lane_masks_64 + 4 - (count)))
#define LOAD_SOME(p, count) (FN(vec)) _mm256_maskload_pd(p, LANE_MASK(count))
#define STORE_SOME(p, v, count) _mm256_maskstore_pd(p, LANE_MASK(count), (__m256d)(v))
#include "tiny_products_level.inc"
#include "tiny_products_tables.inc"
#include "tiny_products_rows.inc"
#undef LANE_MASK
#undef MOST_VECTORS
#undef MOST_ROWS
#undef BLOCK_ROWS_1
#undef BLOCK_ROWS_2
#undef MASKS_ARE_FREE
#undef DOTS_AT_ONCE
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,avx2,fma"))), apply_to = function)
#define MOST_VECTORS 4
#define MOST_ROWS 8, 12, 8, 6
#define BLOCK_ROWS_1 ROWS_8
#define BLOCK_ROWS_2 ROWS_12
#define BLOCK_ROWS_3 ROWS_8
#define BLOCK_ROWS_4 ROWS_6
#define MASKS_ARE_FREE 1
#define DOTS_AT_ONCE 4
#define T float
#define VL 16
#define FN(name) name##_f32_avx512
#define LOWER_LANES LOWER_16
#define UPPER_LANES UPPER_16
#define LANE_MASK(count) ((__mmask16)(0xFFFFu >> (16 - (count))))
#define LOAD_SOME(p, count) (FN(vec)) _mm512_maskz_loadu_ps(LANE_MASK(count), p)
#define STORE_SOME(p, v, count) _mm512_mask_storeu_ps(p, LANE_MASK(count), (__m512)(v))
#include "tiny_products_level.inc"
#include "tiny_products_tables.inc"
#include "tiny_products_rows.inc"
#undef LANE_MASK
#define T double
#define VL 8
#define FN(name) name##_f64_avx512
#define LOWER_LANES LOWER_8
#define UPPER_LANES UPPER_8
#define LANE_MASK(count) ((__mmask8)(0xFFu >> (8 - (count))))
#define LOAD_SOME(p, count) (FN(vec)) _mm512_maskz_loadu_pd(LANE_MASK(count), p)
#define STORE_SOME(p, v, count) _mm512_mask_storeu_pd(p, LANE_MASK(count), (__m512d)(v))
#include "tiny_products_level.inc"
#include "tiny_products_tables.inc"
#include "tiny_products_rows.inc"
#undef LANE_MASK
#pragma clang attribute pop
#endif

typedef struct {
  int (*product_f32)(long, long, long, const float *, long, long, const float *, long, long, float *, long, int);
  int (*product_f64)(long, long, long, const double *, long, long, const double *, long, long, double *, long, int);
  void (*row_product_f32)(long, long, const float *, const float *, long, long, float *, int);
  void (*row_product_f64)(long, long, const double *, const double *, long, long, double *, int);
  void (*terms_f32)(long, long, long, const float *, long, const float *, const long *, float *, long);
  void (*terms_f64)(long, long, long, const double *, long, const double *, const long *, double *, long);
  void (*lines_f32)(long, long, long, long, const float *, const long *, long, const float *, long, float *, long, int);
  void (*lines_f64)(long, long, long, long, const double *, const long *, long, const double *, long, double *, long,
                    int);
  void (*copy_f32)(long, long, const float *, long, long, float *, long);
  void (*copy_f64)(long, long, const double *, long, long, double *, long);
} product_functions;

#define FUNCTIONS(level)                                                                                           \
  {product_f32_##level,       product_f64_##level,       row_product_f32_##level,   row_product_f64_##level,       \
   terms_product_f32_##level, terms_product_f64_##level, lines_product_f32_##level, lines_product_f64_##level,     \
   copy_matrix_f32_##level,   copy_matrix_f64_##level}
static const product_functions levels[] = {
    FUNCTIONS(baseline),
#if defined(__x86_64__)
    FUNCTIONS(avx2),
    FUNCTIONS(avx512),
#endif
};

// Found once: a tiny product takes less time than asking for the level.
static const product_functions *functions(void) {
  static _Atomic(const product_functions *) chosen;
  const product_functions *found = atomic_load_explicit(&chosen, memory_order_relaxed);
  if (found) return found;
  size_t level = (size_t)ck_current_level();
  found = &levels[level < sizeof levels / sizeof levels[0] ? level : 0];
  atomic_store_explicit(&chosen, found, memory_order_relaxed);
  return found;
}

int ck_product_f32(long m, long n, long k, const float *a, long a_row, long a_col, const float *b, long b_row,
                   long b_col,
                   float *c, long c_row, int add) {
  return functions()->product_f32(m, n, k, a, a_row, a_col, b, b_row, b_col, c, c_row, add);
}

int ck_product_f64(long m, long n, long k, const double *a, long a_row, long a_col, const double *b, long b_row,
                   long b_col, double *c, long c_row, int add) {
  return functions()->product_f64(m, n, k, a, a_row, a_col, b, b_row, b_col, c, c_row, add);
}

void ck_row_product_f32(long n, long k, const float *x, const float *b, long b_row, long b_col, float *y, int add) {
  functions()->row_product_f32(n, k, x, b, b_row, b_col, y, add);
}

void ck_row_product_f64(long n, long k, const double *x, const double *b, long b_row, long b_col, double *y, int add) {
  functions()->row_product_f64(n, k, x, b, b_row, b_col, y, add);
}

void ck_terms_product_f32(long m, long n, long k, const float *a, long a_row, const float *b, const long *offsets,
                          float *c, long c_row) {
  functions()->terms_f32(m, n, k, a, a_row, b, offsets, c, c_row);
}

void ck_terms_product_f64(long m, long n, long k, const double *a, long a_row, const double *b, const long *offsets,
                          double *c, long c_row) {
  functions()->terms_f64(m, n, k, a, a_row, b, offsets, c, c_row);
}

void ck_lines_product_f32(long m, long n, long lines, long k, const float *a, const long *offsets, long a_line,
                          const float *b, long b_row, float *c, long c_row, int add) {
  functions()->lines_f32(m, n, lines, k, a, offsets, a_line, b, b_row, c, c_row, add);
}

void ck_lines_product_f64(long m, long n, long lines, long k, const double *a, const long *offsets, long a_line,
                          const double *b, long b_row, double *c, long c_row, int add) {
  functions()->lines_f64(m, n, lines, k, a, offsets, a_line, b, b_row, c, c_row, add);
}

void ck_copy_matrix_f32(long rows, long cols, const float *from, long from_row, long from_col, float *to, long to_row) {
  functions()->copy_f32(rows, cols, from, from_row, from_col, to, to_row);
}

void ck_copy_matrix_f64(long rows, long cols, const double *from, long from_row, long from_col, double *to,
                        long to_row) {
  functions()->copy_f64(rows, cols, from, from_row, from_col, to, to_row);
}
