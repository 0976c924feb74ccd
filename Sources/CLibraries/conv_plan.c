// How a convolution is computed without copying patches out: the geometry, free of element types.
#include "conv_plan.h"

#include <stdlib.h>

static long out_size(long size, long kernel, long stride, long dilation, long before, long after) {
  long room = size + before + after - ((kernel - 1) * dilation + 1);
  return room < 0 ? 0 : room / stride + 1;
}

long cl_conv_out_height(const cl_conv *d) {
  if (!cl_conv_valid(d)) return 0;
  return out_size(d->height, d->kernel_height, d->stride_height, d->dilation_height, d->pad_top, d->pad_bottom);
}

long cl_conv_out_width(const cl_conv *d) {
  if (!cl_conv_valid(d)) return 0;
  return out_size(d->width, d->kernel_width, d->stride_width, d->dilation_width, d->pad_left, d->pad_right);
}

// Sizes below 2³⁰ keep every sum and product of two within a long; whole arrays are looked at below.
static int at_least(long least, long value) { return value >= least && value < 1L << 30; }

static int countable(double a, double b, double c, double d) { return a * b * c * d < (double)(1L << 58); }

int cl_conv_valid(const cl_conv *d) {
  const long least_0[] = {d->batch, d->in_channels, d->out_channels, d->height, d->width,
                          d->pad_top, d->pad_bottom, d->pad_left, d->pad_right};
  const long least_1[] = {d->groups, d->kernel_height, d->kernel_width, d->stride_height, d->stride_width,
                          d->dilation_height, d->dilation_width};
  for (size_t i = 0; i < sizeof least_0 / sizeof least_0[0]; i++) {
    if (!at_least(0, least_0[i])) return 0;
  }
  for (size_t i = 0; i < sizeof least_1 / sizeof least_1[0]; i++) {
    if (!at_least(1, least_1[i])) return 0;
  }
  double batch = (double)d->batch, ins = (double)d->in_channels, outs = (double)d->out_channels;
  double height = (double)(d->height + d->pad_top + d->pad_bottom),
      width = (double)(d->width + d->pad_left + d->pad_right);
  return d->in_channels % d->groups == 0 && d->out_channels % d->groups == 0 && countable(batch, ins, height, width) &&
         countable(batch, outs, height, width) && countable(ins, outs, (double)d->kernel_height,
                                                            (double)d->kernel_width);
}

static long common_divisor(long a, long b) {
  while (b != 0) {
    long rest = a % b;
    a = b, b = rest;
  }
  return a;
}

// How many remainders by the stride the taps of one axis have. They come round again in their order: tap i has the one
// of tap i % count.
static long count_remainders(long kernel, long dilation, long stride) {
  long period = stride / common_divisor(stride, dilation);
  return kernel < period ? kernel : period;
}

// Those remainders in order, or NULL without memory.
static long *list_remainders(long count, long dilation, long stride) {
  long *remainders = malloc((size_t)count * sizeof(long));
  for (long i = 0; remainders && i < count; i++) remainders[i] = i * dilation % stride;
  return remainders;
}

static int is_cancelled(const int *cancel) { return cancel && __atomic_load_n(cancel, __ATOMIC_RELAXED) != 0; }

// Rows of positions per tile: planes and one strip of results stay in the second-level cache, tiles neither so short
// that the rows they share dominate nor so long that the work is not shared out.
enum { MOST_PLANE_BYTES = 384 << 10, WANTED_POSITIONS = 4096 };

static void choose_tiles(cl_conv_plan *plan, long rows, long extent, long size) {
  long row_bytes = plan->channels * plan->row_planes * plan->column_planes * plan->plane_width * size;
  long most = MOST_PLANE_BYTES / (row_bytes < 1 ? 1 : row_bytes) - extent;
  if (plan->in_place) most = MOST_PLANE_BYTES / (row_bytes < 1 ? 1 : row_bytes);
  long positions = WANTED_POSITIONS / plan->plane_width + 1;
  if (most > positions) most = positions;
  if (most < 2 * extent) most = 2 * extent;
  if (most < 2) most = 2;
  plan->row_tiles = (rows + most - 1) / most;
  if (plan->row_tiles < 1) plan->row_tiles = 1;
  plan->tile_rows = (rows + plan->row_tiles - 1) / plan->row_tiles;
  if (plan->tile_rows < 1) plan->tile_rows = 1;
  plan->plane_height = plan->in_place ? plan->height : plan->tile_rows + extent;
}

// Where the taps of a family lie in one channel's planes, tap by tap.
typedef struct {
  long *plane, *row, *column;
} shifts;

static int reserve_shifts(shifts *s, long kernel) {
  s->plane = malloc((size_t)kernel * sizeof(long));
  s->row = malloc((size_t)kernel * sizeof(long));
  s->column = malloc((size_t)kernel * sizeof(long));
  return s->plane && s->row && s->column;
}

static void free_shifts(shifts *s) {
  free(s->plane);
  free(s->row);
  free(s->column);
}

// A look at the cancel flag comes after so many terms at most.
enum { TERMS_PER_LOOK = 1 << 16 };

// Lists the offset of every term of a family.
static int list_offsets(const cl_conv_plan *plan, cl_family *family, const shifts *s, const int *cancel) {
  long terms = plan->channels * family->taps, listed = 0;
  family->offsets = malloc((size_t)(terms < 1 ? 1 : terms) * sizeof(long));
  if (!family->offsets) return 2;
  long planes = plan->row_planes * plan->column_planes, *offset = family->offsets;
  for (long channel = 0; channel < plan->channels; channel++) {
    for (long t = 0; t < family->taps; t++) {
      if (listed++ % TERMS_PER_LOOK == 0 && is_cancelled(cancel)) return 1;
      *offset++ = ((channel * planes + s->plane[t]) * plan->plane_height + s->row[t]) * plan->plane_width +
                  s->column[t];
    }
  }
  return 0;
}

static int plan_forward(cl_conv_plan *plan, const cl_conv *d, long size, const int *cancel, shifts *s) {
  long kernel = d->kernel_height * d->kernel_width;
  plan->channels = d->in_channels / d->groups;
  plan->height = d->height, plan->width = d->width;
  plan->row_step = d->stride_height, plan->column_step = d->stride_width;
  plan->row_origin = -d->pad_top, plan->column_origin = -d->pad_left;
  plan->target_channels = d->out_channels / d->groups;
  plan->target_height = cl_conv_out_height(d), plan->target_width = cl_conv_out_width(d);
  plan->row_planes = count_remainders(d->kernel_height, d->dilation_height, d->stride_height);
  plan->column_planes = count_remainders(d->kernel_width, d->dilation_width, d->stride_width);
  plan->row_remainders = list_remainders(plan->row_planes, d->dilation_height, d->stride_height);
  plan->column_remainders = list_remainders(plan->column_planes, d->dilation_width, d->stride_width);
  plan->families = calloc(1, sizeof(cl_family));
  if (!plan->row_remainders || !plan->column_remainders || !plan->families || !reserve_shifts(s, kernel)) return 2;
  plan->family_count = 1;
  long extent = (d->kernel_height - 1) * d->dilation_height / d->stride_height;
  plan->plane_width = plan->target_width + (d->kernel_width - 1) * d->dilation_width / d->stride_width;
  plan->in_place = d->stride_height == 1 && d->stride_width == 1 &&
                   d->pad_top + d->pad_bottom + d->pad_left + d->pad_right == 0;
  choose_tiles(plan, plan->target_height, extent, size);
  cl_family *family = plan->families;
  *family = (cl_family){.rows = plan->target_height, .columns = plan->target_width, .taps = kernel, .row_step = 1,
                        .column_step = 1};
  family->tap = malloc((size_t)kernel * sizeof(long));
  if (!family->tap) return 2;
  for (long t = 0; t < kernel; t++) {
    if (t % TERMS_PER_LOOK == 0 && is_cancelled(cancel)) return 1;
    long i = t / d->kernel_width, j = t % d->kernel_width;
    family->tap[t] = t;
    s->plane[t] = i % plan->row_planes * plan->column_planes + j % plan->column_planes;
    s->row[t] = i * d->dilation_height / d->stride_height;
    s->column[t] = j * d->dilation_width / d->stride_width;
  }
  return list_offsets(plan, family, s, cancel);
}

// One axis of a transposed convolution: the positions of the target with a given remainder, as a range of quotients.
typedef struct {
  long first, count;
} quotients;

static quotients quotients_of(long remainder, long stride, long before, long size) {
  long first = before <= remainder ? 0 : (before - remainder + stride - 1) / stride;
  long last = before + size - 1 < remainder ? -1 : (before + size - 1 - remainder) / stride;
  return (quotients){first, last < first ? 0 : last - first + 1};
}

// What all families of one axis read of the source, taps included: `span` quotients from `low` on. The latest family
// begins `extent` after low, and no family has more than `most` positions.
typedef struct {
  long low, span, extent, most;
} source_range;

static source_range range_of(const long *remainders, long count, long stride, long before, long size, long reach) {
  long least = 0, latest = 0, greatest = -1, most = 0;
  for (long i = 0; i < count; i++) {
    quotients q = quotients_of(remainders[i], stride, before, size);
    if (q.count == 0) continue;
    if (greatest < 0 || q.first < least) least = q.first;
    if (greatest < 0 || q.first > latest) latest = q.first;
    if (q.first + q.count - 1 > greatest) greatest = q.first + q.count - 1;
    if (q.count > most) most = q.count;
  }
  long low = least - reach;
  return (source_range){low, greatest < 0 ? 1 : greatest - low + 1, latest - low, most};
}

// The taps of one family: every so many rows and columns of the kernel, from (first_row, first_column) on.
static int list_taps(const cl_conv_plan *plan, const cl_conv *d, cl_family *family, long first_row, long row_count,
                     long first_column, long column_count, long down, long along, shifts *s) {
  long rows = (d->kernel_height - first_row + row_count - 1) / row_count;
  long columns = (d->kernel_width - first_column + column_count - 1) / column_count;
  family->tap = malloc((size_t)(rows * columns) * sizeof(long));
  if (!family->tap) return 2;
  for (long i = first_row; i < d->kernel_height; i += row_count) {
    for (long j = first_column; j < d->kernel_width; j += column_count) {
      long at = family->taps++;
      family->tap[at] = i * d->kernel_width + j;
      s->plane[at] = 0;
      s->row[at] = down - i * d->dilation_height / d->stride_height - plan->row_origin;
      s->column[at] = along - j * d->dilation_width / d->stride_width - plan->column_origin;
    }
  }
  return 0;
}

static int plan_transposed(cl_conv_plan *plan, const cl_conv *d, long size, const int *cancel, shifts *s,
                           long **row_remainders, long **column_remainders) {
  plan->channels = d->out_channels / d->groups;
  plan->height = cl_conv_out_height(d), plan->width = cl_conv_out_width(d);
  plan->row_step = plan->column_step = 1;
  plan->row_planes = plan->column_planes = 1;
  plan->target_channels = d->in_channels / d->groups;
  plan->target_height = d->height, plan->target_width = d->width;
  plan->row_remainders = calloc(1, sizeof(long));
  plan->column_remainders = calloc(1, sizeof(long));
  long row_count = count_remainders(d->kernel_height, d->dilation_height, d->stride_height);
  long column_count = count_remainders(d->kernel_width, d->dilation_width, d->stride_width);
  const long *rows = *row_remainders = list_remainders(row_count, d->dilation_height, d->stride_height);
  const long *columns = *column_remainders = list_remainders(column_count, d->dilation_width, d->stride_width);
  plan->families = calloc((size_t)(row_count * column_count), sizeof(cl_family));
  if (!plan->row_remainders || !plan->column_remainders || !rows || !columns || !plan->families ||
      !reserve_shifts(s, d->kernel_height * d->kernel_width)) {
    return 2;
  }
  plan->family_count = row_count * column_count;
  plan->leaves_gaps = row_count < d->stride_height || column_count < d->stride_width;
  long row_reach = (d->kernel_height - 1) * d->dilation_height / d->stride_height;
  long column_reach = (d->kernel_width - 1) * d->dilation_width / d->stride_width;
  source_range down_range = range_of(rows, row_count, d->stride_height, d->pad_top, d->height, row_reach);
  source_range along_range = range_of(columns, column_count, d->stride_width, d->pad_left, d->width, column_reach);
  plan->row_origin = down_range.low;
  plan->column_origin = along_range.low;
  plan->plane_width = along_range.span;
  plan->in_place = down_range.low == 0 && along_range.low == 0 && down_range.span == plan->height &&
                   along_range.span == plan->width;
  choose_tiles(plan, down_range.most, down_range.extent, size);
  long matrix = 0, status = 0;
  for (long f = 0; f < plan->family_count && status == 0; f++) {
    cl_family *family = &plan->families[f];
    long first_row = f / column_count, first_column = f % column_count;
    quotients down = quotients_of(rows[first_row], d->stride_height, d->pad_top, d->height);
    quotients along = quotients_of(columns[first_column], d->stride_width, d->pad_left, d->width);
    *family = (cl_family){
        .rows = down.count, .columns = along.count, .matrix = matrix,
        .first_row = down.first * d->stride_height + rows[first_row] - d->pad_top, .row_step = d->stride_height,
        .first_column = along.first * d->stride_width + columns[first_column] - d->pad_left,
        .column_step = d->stride_width};
    status = list_taps(plan, d, family, first_row, row_count, first_column, column_count, down.first, along.first, s);
    if (status == 0) status = list_offsets(plan, family, s, cancel);
    matrix += plan->target_channels * plan->channels * family->taps;
  }
  return (int)status;
}

int cl_plan_forward(const cl_conv *d, long size, const int *cancel, cl_conv_plan **plan) {
  shifts s = {NULL, NULL, NULL};
  *plan = calloc(1, sizeof **plan);
  int status = *plan ? plan_forward(*plan, d, size, cancel, &s) : 2;
  free_shifts(&s);
  if (status != 0) cl_plan_free(*plan);
  return status;
}

int cl_plan_transposed(const cl_conv *d, long size, const int *cancel, cl_conv_plan **plan) {
  shifts s = {NULL, NULL, NULL};
  long *rows = NULL, *columns = NULL;
  *plan = calloc(1, sizeof **plan);
  int status = *plan ? plan_transposed(*plan, d, size, cancel, &s, &rows, &columns) : 2;
  free_shifts(&s);
  free(rows);
  free(columns);
  if (status != 0) cl_plan_free(*plan);
  return status;
}

void cl_plan_free(cl_conv_plan *plan) {
  if (!plan) return;
  // Planning may have stopped halfway: what comes after the first family without taps was never begun.
  for (long f = 0; f < plan->family_count && plan->families[f].tap; f++) {
    free(plan->families[f].tap);
    free(plan->families[f].offsets);
  }
  free(plan->families);
  free(plan->row_remainders);
  free(plan->column_remainders);
  free(plan);
}

long cl_plan_cells(const cl_conv_plan *plan, long channels) {
  return channels * plan->row_planes * plan->column_planes * plan->plane_height * plan->plane_width;
}
