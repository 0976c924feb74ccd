// What the reduction kernels of one element type at one CPU level offer to the code that walks over shapes.
#pragma once
#include "creduce.h"

// Elements of a row that are summed into one part; parts are added pairwise.
enum { CK_SUM_CHUNK = 4096 };
// Bytes of the widest strip that a column kernel takes at once.
enum { CK_STRIP_BYTES = 2048 };

// Reduces `width` columns of n rows that lie `stride` elements apart; width is at most a strip.
typedef void (*ck_column_kernel)(const void *x, int64_t n, int64_t stride, int64_t width, void *y);
// Reduces one row.
typedef void (*ck_row_kernel)(const void *x, int64_t n, void *y);

// Which of the extremes.
enum { CK_GREATEST = 0, CK_LEAST = 1 };

typedef struct {
  ck_row_kernel row_sum;
  ck_row_kernel pairwise_sum;  // of few numbers that are sums already
  ck_column_kernel column_sums;
  ck_column_kernel column_running_sums;  // with a negative stride from the last row, where x and y then point
  ck_row_kernel row_extreme[2];
  ck_column_kernel column_extremes[2];
  ck_column_kernel column_places[2];  // to int64
  // The first element equal to a value, NaN being equal to NaN; -1 if there is none.
  int64_t (*row_find)(const void *x, int64_t n, const void *value);
} ck_reduce_kernels;

// The kernels for a type at the level in use; those without a meaning for the type are NULL.
const ck_reduce_kernels *ck_reduce_find(ck_type type);

// Lines too short to be worth a kernel call each: CK_TILE_LINES of them are turned into the columns of a tile.
enum { CK_TILE_LINES = 64, CK_TILE_ROWS = 64 };
// Whether lines of this shape go through tiles; a matter of shape alone, so that cuts change no bit.
bool ck_lines_are_short(int64_t n, int64_t inner);
// Copies lines first ..< first + count (at most CK_TILE_LINES) between an array and a tile, whose rows are CK_TILE_LINES apart.
void ck_tile_load(size_t size, const void *x, int64_t n, int64_t inner, int64_t first, int64_t count, void *tile);
void ck_tile_store(size_t size, void *y, int64_t n, int64_t inner, int64_t first, int64_t count, const void *tile);

// The softmax family over lines first ..< first + count.
bool ck_reduce_softmax(int reduction, ck_type type, const void *x, void *y, int64_t n, int64_t inner, int64_t first,
                       int64_t count);
