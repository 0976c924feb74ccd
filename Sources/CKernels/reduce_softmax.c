// Softmax, log_softmax and logsumexp, put together from the element-wise kernels and the fixed sums. The greatest element of a
// line is taken off first, so that nothing overflows.
#include "reduce_kernels.h"
#include <string.h>

// Elements handled per kernel call, the strip of columns handled at once, and the rows of a strip summed at once.
enum { BLOCK = 1024, STRIP_BYTES = 1024, ROWS = 16 };

typedef struct {
  int reduction;
  ck_type type;
  int64_t size;
  const ck_reduce_kernels *kernels;
  ck_kernel subtract, subtract_one, add, divide, divide_one, exp, log;
} plan;

static bool find_plan(int reduction, ck_type type, plan *p) {
  const ck_scalars second = 2;
  p->reduction = reduction;
  p->type = type;
  p->size = (int64_t)ck_size(type);
  p->kernels = ck_reduce_find(type);
  p->subtract = ck_find(CK_sub, type, 0);
  p->subtract_one = ck_find(CK_sub, type, second);
  p->add = ck_find(CK_add, type, 0);
  p->divide = ck_find(CK_div, type, 0);
  p->divide_one = ck_find(CK_div, type, second);
  p->exp = ck_find(CK_exp, type, 0);
  p->log = ck_find(CK_log, type, 0);
  return p->subtract && p->subtract_one && p->add && p->divide && p->divide_one && p->exp && p->log;
}

// y = m + log s, and m itself where it is infinite: there s counts differences of infinities.
static void log_of_sums(const plan *p, void *log_s, const void *m, int64_t n, void *y) {
  p->add(y, m, log_s, NULL, (size_t)n);
  for (int64_t i = 0; i < n; i++) {
    if (p->type == CK_F32) {
      float greatest = ((const float *)m)[i];
      if (__builtin_isinf(greatest)) ((float *)y)[i] = greatest;
    } else {
      double greatest = ((const double *)m)[i];
      if (__builtin_isinf(greatest)) ((double *)y)[i] = greatest;
    }
  }
}

static void softmax_row(const plan *p, const char *x, char *y, int64_t n) {
  _Alignas(64) char block[BLOCK * 8], parts[BLOCK * 8];
  double m, sum, log_sum;  // room for one element of either type
  p->kernels->row_extreme[CK_GREATEST](x, n, &m);
  bool keeps_powers = p->reduction == CK_SOFTMAX;
  int64_t part_count = 0;
  for (int64_t j = 0; j < n; j += BLOCK) {
    int64_t length = n - j < BLOCK ? n - j : BLOCK;
    char *powers = keeps_powers ? y + j * p->size : block;
    p->subtract_one(powers, x + j * p->size, &m, NULL, (size_t)length);
    p->exp(powers, powers, NULL, NULL, (size_t)length);
    if (part_count == BLOCK) {
      p->kernels->pairwise_sum(parts, BLOCK, parts);
      part_count = 1;
    }
    p->kernels->row_sum(powers, length, parts + part_count++ * p->size);
  }
  p->kernels->pairwise_sum(parts, part_count, &sum);
  if (keeps_powers) {
    p->divide_one(y, y, &sum, NULL, (size_t)n);
    return;
  }
  p->log(&log_sum, &sum, NULL, NULL, 1);
  if (p->reduction == CK_LOGSUMEXP) {
    log_of_sums(p, &log_sum, &m, 1, y);
    return;
  }
  for (int64_t j = 0; j < n; j += BLOCK) {
    int64_t length = n - j < BLOCK ? n - j : BLOCK;
    p->subtract_one(y + j * p->size, x + j * p->size, &m, NULL, (size_t)length);
    p->subtract_one(y + j * p->size, y + j * p->size, &log_sum, NULL, (size_t)length);
  }
}

// One strip of columns. The rows of x and y lie `stride` apart; logsumexp writes one row.
static void softmax_strip(const plan *p, const char *x, char *y, int64_t n, int64_t stride, int64_t width) {
  _Alignas(64) char m[STRIP_BYTES], sum[STRIP_BYTES], part[STRIP_BYTES], powers[ROWS * STRIP_BYTES];
  size_t w = (size_t)width;
  int64_t row = width * p->size, step = stride * p->size;
  p->kernels->column_extremes[CK_GREATEST](x, n, stride, width, m);
  if (p->reduction == CK_SOFTMAX) {
    // A tile's rows touch one another: one call serves them all.
    bool dense = stride == width && n <= CK_TILE_ROWS;
    for (int64_t j = 0; j < n; j++) {
      p->subtract(y + j * step, x + j * step, m, NULL, w);
      if (!dense) p->exp(y + j * step, y + j * step, NULL, NULL, w);
    }
    if (dense) p->exp(y, y, NULL, NULL, (size_t)n * w);
    p->kernels->column_sums(y, n, stride, width, sum);
    for (int64_t j = 0; j < n; j++) p->divide(y + j * step, y + j * step, sum, NULL, w);
    return;
  }
  memset(sum, 0, sizeof sum);
  for (int64_t j = 0; j < n; j += ROWS) {
    int64_t rows = n - j < ROWS ? n - j : ROWS;
    for (int64_t k = 0; k < rows; k++) p->subtract(powers + k * row, x + (j + k) * step, m, NULL, w);
    p->exp(powers, powers, NULL, NULL, (size_t)rows * w);
    p->kernels->column_sums(powers, rows, width, width, part);
    p->add(sum, sum, part, NULL, w);
  }
  p->log(sum, sum, NULL, NULL, w);
  if (p->reduction == CK_LOGSUMEXP) {
    log_of_sums(p, sum, m, width, y);
    return;
  }
  for (int64_t j = 0; j < n; j++) {
    p->subtract(y + j * step, x + j * step, m, NULL, w);
    p->subtract(y + j * step, y + j * step, sum, NULL, w);
  }
}

static void softmax_tiles(const plan *p, const char *x, char *y, int64_t n, int64_t inner, int64_t first, int64_t count) {
  _Alignas(64) char tile[CK_TILE_ROWS * CK_TILE_LINES * 8];
  bool to_lines = p->reduction != CK_LOGSUMEXP;
  for (int64_t done = 0; done < count; done += CK_TILE_LINES) {
    int64_t lines = count - done < CK_TILE_LINES ? count - done : CK_TILE_LINES;
    ck_tile_load((size_t)p->size, x, n, inner, first + done, lines, tile);
    softmax_strip(p, tile, to_lines ? tile : y + (first + done) * p->size, n, CK_TILE_LINES, lines);
    if (to_lines) ck_tile_store((size_t)p->size, y, n, inner, first + done, lines, tile);
  }
}

bool ck_reduce_softmax(int reduction, ck_type type, const void *x, void *y, int64_t n, int64_t inner, int64_t first,
                       int64_t count) {
  plan p;
  if (!find_plan(reduction, type, &p)) return false;
  const char *from = x;
  char *to = y;
  if (ck_lines_are_short(n, inner)) {
    softmax_tiles(&p, from, to, n, inner, first, count);
    return true;
  }
  // What a line takes in the result: itself, or one number.
  int64_t result_rows = reduction == CK_LOGSUMEXP ? 1 : n, strip = STRIP_BYTES / p.size;
  while (count > 0) {
    int64_t matrix = first / inner, column = first % inner, width = inner - column;
    if (width > count) width = count;
    if (width > strip) width = strip;
    const char *source = from + (matrix * n * inner + column) * p.size;
    char *target = to + (matrix * result_rows * inner + column) * p.size;
    if (inner == 1) softmax_row(&p, source, target, n);
    else softmax_strip(&p, source, target, n, inner, width);
    first += width;
    count -= width;
  }
  return true;
}
