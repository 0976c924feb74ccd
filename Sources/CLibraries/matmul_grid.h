// How a matrix product is cut into tiles: by its shape alone, so that its bits never depend on the number of threads.
#pragma once

typedef struct {
  // Tiles over the rows and the columns of one matrix.
  long row_tiles, column_tiles;
  // Columns come in whole groups of this many, so that only the last tile has part of a vector.
  long column_group;
  // Terms of one round over k; rounds follow one another.
  long terms;
  // Whole matrices of the batch in one task; more than 1 only when a matrix is one tile.
  long matrices;
} cl_grid;

// The grid for `batch` products of m × k by k × n with elements of `size` bytes; every count is at least 1.
cl_grid cl_choose_grid(long batch, long m, long n, long k, long size);
// The grid with tiles joined to longer ones, for kernels that pay for every tile anew; still enough for some threads.
cl_grid cl_join_tiles(cl_grid grid, long m, long n, long k);
// The range of tile `index` of `tiles` over `count`: where it begins; index = tiles gives the end.
long cl_tile_start(long index, long tiles, long count);
