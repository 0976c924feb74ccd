// Convolutions in two dimensions and their gradients, for float32 and float64: the cuts into tasks, then one text per
// type.
#include "cconv.h"
#include "conv_onednn.h"
#include "conv_plan.h"
#include "cproducts.h"
#include "matmul_grid.h"

#include <stdlib.h>
#include <string.h>

// Results that wait for their overhanging columns to be dropped: a multiple of the kernels' row counts.
enum { CHANNELS_AT_ONCE = 48 };

// In multiplications, of doubles counted twice: a task below the least is not worth handing over, one above the most
// would make an interrupt wait.
static const double least_work = 7e5, most_work = 4e8;

// How many units of that much work each make a task; by the shape alone, as everything here.
static long cl_units_per_task(double work, long units) {
  if (work >= least_work) return 1;
  double wanted = work > 0 ? least_work / work : (double)units;
  return wanted >= (double)units ? units : (long)wanted + 1;
}

// Into how many parts of at most `count` too long a task is cut.
static long cl_parts_of_work(double work, long count) {
  double parts = work / most_work;
  return parts <= 1 ? 1 : parts >= (double)count ? count : (long)parts + 1;
}

// A tile of the weights' gradient has some 64 rows: enough to make up for turning the other operand.
static long cl_weight_tiles(long channels, long kernel, double work) {
  long tiles = channels * kernel / 64;
  if (tiles > 8) tiles = 8;
  double worth = work / least_work;
  if ((double)tiles > worth) tiles = (long)worth;
  if (tiles > channels) tiles = channels;
  return tiles < 1 ? 1 : tiles;
}

static long cl_weight_parts(long batch, long tasks, double image_work) {
  long parts = (8 + tasks - 1) / tasks;
  double worth = image_work * (double)batch / least_work / (double)tasks;
  if ((double)parts > worth) parts = (long)worth;
  if (parts > batch) parts = batch;
  return parts < 1 ? 1 : parts;
}

static long cl_images_per_round(double image_work) {
  double images = image_work > 0 ? most_work / image_work : 1e9;
  return images < 1 ? 1 : images > 1e9 ? 1000000000 : (long)images;
}

#define T float
#define NAME(name) name##_f32
#define ck_name(name) ck_##name##_f32
#define BY_LIBRARY cl_conv_by_onednn
#include "conv_images.inc"
#include "conv_weights.inc"
#undef T
#undef NAME
#undef ck_name
#undef BY_LIBRARY

#define T double
#define NAME(name) name##_f64
#define ck_name(name) ck_##name##_f64
#define BY_LIBRARY(...) CL_NOT_TAKEN
#include "conv_images.inc"
#include "conv_weights.inc"
