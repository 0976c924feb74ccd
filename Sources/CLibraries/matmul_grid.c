// How a matrix product is cut into tiles: enough for a handful of threads, none longer than some milliseconds.
#include "matmul_grid.h"

// In multiplications, of doubles counted twice. The least is some microseconds of work, well above a hand-over between
// threads; the most is below 20 ms on the slowest kernels.
static const double least_work = 7e5, most_work = 4e8;
// For the fastest kernels alone: some 10 ms there.
static const double most_joined_work = 1.1e9;
enum { WANTED_TILES = 8, LEAST_ROWS = 16, GROUP_BYTES = 256 };

long cl_tile_start(long index, long tiles, long count) {
  // By quotient and remainder, as index · count may overflow.
  long each = count / tiles, longer = count % tiles;
  return index * each + (index < longer ? index : longer);
}

cl_grid cl_choose_grid(long batch, long m, long n, long k, long size) {
  cl_grid grid = {1, 1, GROUP_BYTES / size, k < 1 ? 1 : k, 1};
  double weight = (double)size / 4, one = weight * (double)m * (double)n * (double)(k < 1 ? 1 : k);
  double tiles = one * (double)batch / least_work;
  if (tiles > WANTED_TILES) tiles = WANTED_TILES;
  if (tiles < one * (double)batch / most_work) tiles = one * (double)batch / most_work;
  tiles /= (double)batch;
  if (tiles <= 1) {
    double together = one > 0 ? least_work / one : (double)batch;
    grid.matrices = together >= (double)batch ? batch : together < 1 ? 1 : (long)together;
    return grid;
  }
  long groups = (n + grid.column_group - 1) / grid.column_group;
  while ((double)grid.row_tiles * (double)grid.column_tiles < tiles) {
    long rows = m / grid.row_tiles, columns = n / grid.column_tiles;
    int may_cut_rows = rows >= 2 * LEAST_ROWS, may_cut_columns = grid.column_tiles * 2 <= groups;
    // A tile's packing is shared by all its rows and columns: near squares waste least.
    if (may_cut_columns && (columns > 2 * rows || !may_cut_rows)) grid.column_tiles *= 2;
    else if (may_cut_rows) grid.row_tiles *= 2;
    else break;
  }
  double tile = one / ((double)grid.row_tiles * (double)grid.column_tiles);
  if (tile > most_work * 2) {
    double terms = (double)k * (most_work * 2 / tile);
    grid.terms = terms < 4096 ? 4096 : (long)terms;
    if (grid.terms > k) grid.terms = k;
  }
  return grid;
}

cl_grid cl_join_tiles(cl_grid grid, long m, long n, long k) {
  double work = (double)m * (double)n * (double)(k < grid.terms ? k : grid.terms);
  for (;;) {
    long tiles = grid.row_tiles * grid.column_tiles;
    if (tiles / 2 < WANTED_TILES || work / (double)(tiles / 2) > most_joined_work) return grid;
    // The shorter side grows.
    int joins_rows = m / grid.row_tiles < n / grid.column_tiles ? grid.row_tiles > 1 : grid.column_tiles == 1;
    if (joins_rows) grid.row_tiles /= 2;
    else grid.column_tiles /= 2;
  }
}
