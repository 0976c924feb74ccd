// Convolutions by oneDNN: every task takes a part of the images, and perhaps a slice of the channels, through one
// routine.
#include "conv_onednn.h"
#include "conv_choice.h"
#include "cproducts.h"
#include "matmul_grid.h"

#include <stdlib.h>

#if CL_ONEDNN

typedef struct {
  const cl_routine *routine;
  cl_conv_cuts cut;
  long batch;
  // Elements of one image, and of one slice of its channels where the array is sliced.
  long first_cells, second_cells, second_slice, result_cells, result_slice, weight_slice;
  const float *first, *second;
  float *result;
  // The weights in the routine's layout, slice by slice, or the sums of their gradient, part by part for each slice.
  float *cells;
  long slice_cells, stretch;
  cl_weights **weights;
  int failed;
} job;

static void note(job *j, int status) {
  if (status != 0) __atomic_store_n(&j->failed, status, __ATOMIC_RELAXED);
}

static void lay_out_task(void *context, long index, int worker) {
  (void)worker;
  job *j = context;
  float *cells = j->cells + index * j->slice_cells;
  j->weights[index] = cl_weights_lay_out(j->routine, j->second + index * j->weight_slice, cells);
  if (!j->weights[index]) note(j, 2);
}

static void image_task(void *context, long index, int worker) {
  (void)worker;
  job *j = context;
  void *room = ck_thread_scratch(cl_routine_room(j->routine));
  long part = index % j->cut.parts, slice = index / j->cut.parts;
  long start = cl_tile_start(part, j->cut.parts, j->batch);
  long count = cl_tile_start(part + 1, j->cut.parts, j->batch) - start;
  const float *images = j->first + start * j->first_cells;
  float *result = j->result + start * j->result_cells + slice * j->result_slice;
  note(j, room ? cl_routine_run(j->routine, count, j->weights[slice], images, result, room) : 2);
}

static int run_images(ck_pool *pool, const int *cancel, job *j) {
  size_t slices = (size_t)j->cut.slices;
  j->cells = aligned_alloc(64, slices * (size_t)j->slice_cells * sizeof(float));
  j->weights = calloc(slices, sizeof *j->weights);
  int status = j->cells && j->weights ? ck_pool_run(pool, j->cut.slices, lay_out_task, j, cancel) : 2;
  if (status == 0) status = j->failed;
  if (status == 0) status = ck_pool_run(pool, j->cut.parts * j->cut.slices, image_task, j, cancel);
  if (status == 0) status = j->failed;
  for (size_t i = 0; j->weights && i < slices; i++) cl_weights_free(j->weights[i]);
  free(j->weights);
  free(j->cells);
  return status;
}

static void weight_task(void *context, long index, int worker) {
  (void)worker;
  job *j = context;
  void *room = ck_thread_scratch(cl_routine_room(j->routine));
  long part = index % j->cut.parts, slice = index / j->cut.parts;
  long start = cl_tile_start(part, j->cut.parts, j->batch);
  long count = cl_tile_start(part + 1, j->cut.parts, j->batch) - start;
  const float *x = j->first + start * j->first_cells;
  const float *g = j->second + start * j->second_cells + slice * j->second_slice;
  note(j, room ? cl_routine_run_weights(j->routine, count, x, g, j->cells + index * j->slice_cells, room) : 2);
}

// Adds the parts in their order, for a stretch of a slice's cells.
static void sum_task(void *context, long index, int worker) {
  (void)worker;
  const job *j = context;
  long stretches = (j->slice_cells + j->stretch - 1) / j->stretch, slice = index / stretches;
  long start = index % stretches * j->stretch;
  long end = start + j->stretch < j->slice_cells ? start + j->stretch : j->slice_cells;
  float *sums = j->cells + slice * j->cut.parts * j->slice_cells;
  for (long part = 1; part < j->cut.parts; part++) {
    const float *more = sums + part * j->slice_cells;
    for (long i = start; i < end; i++) sums[i] += more[i];
  }
}

static void finish_task(void *context, long index, int worker) {
  (void)worker;
  job *j = context;
  float *sums = j->cells + index * j->cut.parts * j->slice_cells;
  note(j, cl_routine_finish_weights(j->routine, sums, j->result + index * j->weight_slice));
}

static int run_weights(ck_pool *pool, const int *cancel, job *j) {
  j->stretch = 1 << 14;
  long tasks = j->cut.parts * j->cut.slices;
  j->cells = aligned_alloc(64, (size_t)tasks * (size_t)j->slice_cells * sizeof(float));
  if (!j->cells) return 2;
  int status = ck_pool_run(pool, tasks, weight_task, j, cancel);
  if (status == 0) status = j->failed;
  if (status == 0 && j->cut.parts > 1) {
    long stretches = (j->slice_cells + j->stretch - 1) / j->stretch;
    status = ck_pool_run(pool, stretches * j->cut.slices, sum_task, j, cancel);
  }
  if (status == 0) status = ck_pool_run(pool, j->cut.slices, finish_task, j, cancel);
  if (status == 0) status = j->failed;
  free(j->cells);
  return status;
}

int cl_conv_by_onednn(ck_pool *pool, const int *cancel, cl_pass pass, const cl_conv *d, const float *first,
                      const float *second, float *result) {
  cl_conv_cuts cut;
  if (!cl_onednn_pays(pass, d, &cut)) return CL_NOT_TAKEN;
  cl_conv slice = *d;
  if (pass == CL_INPUT_GRADIENT) slice.in_channels /= cut.slices;
  else slice.out_channels /= cut.slices;
  cl_routine *routine;
  int status = cl_routine_take(pass, &slice, cut.parts, cut.slices, &routine);
  if (status != 0 || !routine) return status != 0 ? status : CL_NOT_TAKEN;
  long x_plane = d->height * d->width, y_plane = cl_conv_out_height(d) * cl_conv_out_width(d);
  long x_cells = d->in_channels * x_plane, y_cells = d->out_channels * y_plane;
  long kernel = d->kernel_height * d->kernel_width;
  job j = {.routine = routine, .cut = cut, .batch = d->batch, .first = first, .second = second, .result = result};
  j.slice_cells = (long)cl_routine_weight_cells(routine);
  j.first_cells = pass == CL_INPUT_GRADIENT ? y_cells : x_cells;
  j.second_cells = y_cells;
  j.second_slice = slice.out_channels * y_plane;
  j.result_cells = pass == CL_FORWARD ? y_cells : x_cells;
  j.result_slice = pass == CL_FORWARD ? slice.out_channels * y_plane : slice.in_channels * x_plane;
  long ins = d->in_channels / d->groups;
  j.weight_slice = (pass == CL_INPUT_GRADIENT ? slice.in_channels : slice.out_channels * ins) * kernel;
  status = pass == CL_WEIGHT_GRADIENT ? run_weights(pool, cancel, &j) : run_images(pool, cancel, &j);
  cl_routine_give_back(routine);
  return status;
}

#else

int cl_conv_by_onednn(ck_pool *pool, const int *cancel, cl_pass pass, const cl_conv *d, const float *first,
                      const float *second, float *result) {
  (void)pool, (void)cancel, (void)pass, (void)d, (void)first, (void)second, (void)result;
  return CL_NOT_TAKEN;
}

#endif
