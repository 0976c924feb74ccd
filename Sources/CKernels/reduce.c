// Reductions over the middle axis of [outer, n, inner]: which kernel runs over which part of the array. Each choice looks at
// the shape alone, never at the range asked for.
#include "reduce_kernels.h"
#include <string.h>

#define INLINED static inline __attribute__((always_inline))

bool ck_can_reduce(int reduction, ck_type type) {
  bool is_float = type == CK_F32 || type == CK_F64, is_number = is_float || type == CK_I64;
  switch (reduction) {
    case CK_SUM: case CK_CUMSUM: case CK_CUMSUM_REVERSE: return is_number;
    case CK_MAX: case CK_MIN: case CK_ARGMAX: case CK_ARGMIN: return is_number || type == CK_BOOL;
    case CK_ANY: case CK_ALL: return type == CK_BOOL;
    case CK_SOFTMAX: case CK_LOG_SOFTMAX: case CK_LOGSUMEXP: return is_float;
    default: return false;
  }
}

ck_type ck_reduced_type(int reduction, ck_type type) {
  return reduction == CK_ARGMAX || reduction == CK_ARGMIN ? CK_I64 : type;
}

bool ck_lines_are_short(int64_t n, int64_t inner) {
  return inner == 1 ? n < 32 : inner < 16 && n <= CK_TILE_ROWS;
}

// `size` and `store` are constants wherever this is inlined.
INLINED void tile_copy(size_t size, bool store, char *array, int64_t n, int64_t inner, int64_t first, int64_t count,
                       char *tile) {
  int64_t step = inner * (int64_t)size, i = first % inner;
  char *line = array + ((first / inner) * n * inner + i) * (int64_t)size;
  for (int64_t c = 0; c < count; c++) {
    char *column = tile + c * (int64_t)size;
    for (int64_t j = 0; j < n; j++) {
      if (store) memcpy(line + j * step, column + j * CK_TILE_LINES * size, size);
      else memcpy(column + j * CK_TILE_LINES * size, line + j * step, size);
    }
    line += size;
    if (++i == inner) {
      i = 0;
      line += (n - 1) * step;
    }
  }
}

void ck_tile_load(size_t size, const void *x, int64_t n, int64_t inner, int64_t first, int64_t count, void *tile) {
  if (size == 4) tile_copy(4, false, (char *)x, n, inner, first, count, tile);
  else if (size == 8) tile_copy(8, false, (char *)x, n, inner, first, count, tile);
  else tile_copy(1, false, (char *)x, n, inner, first, count, tile);
}

void ck_tile_store(size_t size, void *y, int64_t n, int64_t inner, int64_t first, int64_t count, const void *tile) {
  if (size == 4) tile_copy(4, true, y, n, inner, first, count, (char *)tile);
  else if (size == 8) tile_copy(8, true, y, n, inner, first, count, (char *)tile);
  else tile_copy(1, true, y, n, inner, first, count, (char *)tile);
}

// How one reduction treats a row and a strip of columns. A row's place is found by its value.
typedef struct {
  ck_row_kernel row;
  ck_column_kernel columns;
  int64_t (*find)(const void *x, int64_t n, const void *value);
  size_t size, result_size;
} method;

static method method_of(int reduction, ck_type type) {
  const ck_reduce_kernels *kernels = ck_reduce_find(type);
  size_t size = ck_size(type);
  if (reduction == CK_SUM) return (method){kernels->row_sum, kernels->column_sums, NULL, size, size};
  int which = reduction == CK_MAX || reduction == CK_ANY || reduction == CK_ARGMAX ? CK_GREATEST : CK_LEAST;
  if (reduction == CK_ARGMAX || reduction == CK_ARGMIN)
    return (method){kernels->row_extreme[which], kernels->column_places[which], kernels->row_find, size, sizeof(int64_t)};
  return (method){kernels->row_extreme[which], kernels->column_extremes[which], NULL, size, size};
}

static void reduce_rows(const method *m, const char *x, char *y, int64_t n, int64_t first, int64_t count) {
  for (int64_t r = first; r < first + count; r++) {
    const char *row = x + r * n * (int64_t)m->size;
    if (m->find) {
      uint64_t value;
      m->row(row, n, &value);
      ((int64_t *)y)[r] = m->find(row, n, &value);
    } else {
      m->row(row, n, y + r * (int64_t)m->size);
    }
  }
}

static void reduce_tiles(const method *m, const char *x, char *y, int64_t n, int64_t inner, int64_t first, int64_t count) {
  _Alignas(64) char tile[CK_TILE_ROWS * CK_TILE_LINES * 8];
  for (int64_t done = 0; done < count; done += CK_TILE_LINES) {
    int64_t lines = count - done < CK_TILE_LINES ? count - done : CK_TILE_LINES;
    ck_tile_load(m->size, x, n, inner, first + done, lines, tile);
    m->columns(tile, n, CK_TILE_LINES, lines, y + (first + done) * (int64_t)m->result_size);
  }
}

// Columns first ..< first + count of one [n, inner] matrix, strip by strip.
static void reduce_columns(const method *m, const char *x, char *y, int64_t n, int64_t inner, int64_t first, int64_t count) {
  int64_t strip = CK_STRIP_BYTES / (int64_t)m->size;
  for (int64_t c = first; c < first + count; c += strip) {
    int64_t width = first + count - c < strip ? first + count - c : strip;
    m->columns(x + c * (int64_t)m->size, n, inner, width, y + c * (int64_t)m->result_size);
  }
}

// Few long columns are slow one row at a time: `fold` rows are taken for one, and the results, with the rows left over, reduced
// again.
static void reduce_folded(const method *m, const char *x, char *y, int64_t n, int64_t inner, int64_t first,
                          int64_t count) {
  _Alignas(64) char results[2 * CK_STRIP_BYTES], line[16 * 8];
  int64_t size = (int64_t)m->size, fold = CK_STRIP_BYTES / size / inner;
  if (fold > n / 8) fold = n / 8;
  int64_t left = n % fold;
  m->columns(x, n / fold, fold * inner, fold * inner, results);
  memcpy(results + fold * inner * size, x + (n - left) * inner * size, (size_t)(left * inner * size));
  m->columns(results, fold + left, inner, inner, line);
  memcpy(y + first * size, line + first * size, (size_t)(count * size));
}

static void running_sums(ck_type type, bool reverse, const char *x, char *y, int64_t n, int64_t inner, int64_t first,
                         int64_t count) {
  ck_column_kernel kernel = ck_reduce_find(type)->column_running_sums;
  int64_t size = (int64_t)ck_size(type), strip = CK_STRIP_BYTES / size;
  int64_t start = reverse ? (n - 1) * inner : 0, stride = reverse ? -inner : inner;
  while (count > 0) {
    int64_t column = first % inner, width = inner - column;
    if (width > count) width = count;
    if (width > strip) width = strip;
    int64_t at = (first / inner * n * inner + column + start) * size;
    kernel(x + at, n, stride, width, y + at);
    first += width;
    count -= width;
  }
}

bool ck_reduce(int reduction, ck_type type, const void *x, void *y, int64_t outer, int64_t n, int64_t inner, int64_t first,
               int64_t count) {
  if (!ck_can_reduce(reduction, type)) return false;
  if (outer <= 0 || n < 0 || inner <= 0 || first < 0 || count <= 0) return true;
  if (reduction == CK_SOFTMAX || reduction == CK_LOG_SOFTMAX || reduction == CK_LOGSUMEXP)
    return ck_reduce_softmax(reduction, type, x, y, n, inner, first, count);
  if (reduction == CK_CUMSUM || reduction == CK_CUMSUM_REVERSE) {
    if (n > 0) running_sums(type, reduction == CK_CUMSUM_REVERSE, x, y, n, inner, first, count);
    return true;
  }

  method m = method_of(reduction, type);
  if (ck_lines_are_short(n, inner)) {
    reduce_tiles(&m, x, y, n, inner, first, count);
  } else if (inner == 1) {
    reduce_rows(&m, x, y, n, first, count);
  } else {
    bool folded = inner < 16 && !m.find;
    while (count > 0) {
      int64_t matrix = first / inner, column = first % inner, width = inner - column < count ? inner - column : count;
      const char *from = (const char *)x + matrix * n * inner * (int64_t)m.size;
      char *to = (char *)y + matrix * inner * (int64_t)m.result_size;
      if (folded) reduce_folded(&m, from, to, n, inner, column, width);
      else reduce_columns(&m, from, to, n, inner, column, width);
      first += width;
      count -= width;
    }
  }
  return true;
}

int64_t ck_sum_chunk_count(int64_t n) { return n <= 0 ? 0 : (n - 1) / CK_SUM_CHUNK + 1; }

bool ck_sum_chunks(ck_type type, const void *x, int64_t n, void *partials, int64_t first_chunk, int64_t count) {
  if (!ck_can_reduce(CK_SUM, type)) return false;
  // A row shorter than 32 is summed by another tree, which one part has to follow.
  if (n < 32) return n <= 0 || count <= 0 || ck_reduce(CK_SUM, type, x, partials, 1, n, 1, 0, 1);
  const ck_reduce_kernels *kernels = ck_reduce_find(type);
  int64_t size = (int64_t)ck_size(type), chunks = ck_sum_chunk_count(n);
  for (int64_t k = first_chunk < 0 ? 0 : first_chunk; k < chunks && k - first_chunk < count; k++) {
    int64_t start = k * CK_SUM_CHUNK, length = n - start < CK_SUM_CHUNK ? n - start : CK_SUM_CHUNK;
    kernels->row_sum((const char *)x + start * size, length, (char *)partials + k * size);
  }
  return true;
}

bool ck_sum_finish(ck_type type, const void *partials, int64_t chunks, void *result) {
  if (!ck_can_reduce(CK_SUM, type)) return false;
  ck_reduce_find(type)->pairwise_sum(partials, chunks, result);
  return true;
}
