// For which convolutions oneDNN is the faster one: both times are estimated from the shape. The constants were fitted
// to some 1,700 random shapes, timed on one thread; oneDNN's times include going into its layouts and out of them.
#include "conv_choice.h"
#include "ckernels.h"

#include <math.h>

typedef struct {
  cl_pass pass;
  double batch, ins, outs, groups, height, width, out_height, out_width, kernel, weights;
  // Lanes of a vector, and what a multiplication costs, in those of the highest level.
  double lanes, rate;
} sizes;

static double whole(double count, double of) { return ceil(count / of) * of; }

// Costs are in multiplications of the highest level: of one in the work, of a cell read, of a cell written, of a weight
// laid out, of a line of the innermost loop, and of one image or one call.
typedef struct {
  double work, read, written, weights, lines, each;
} costs;

static const costs own_costs[] = {
    [CL_FORWARD] = {1.03, 70, 8, 0, 0, 7.4e4},
    [CL_INPUT_GRADIENT] = {1.06, 31, 46, 50, 0, 1.13e5},
    [CL_WEIGHT_GRADIENT] = {1.16, 85, 0, 8, 0, 9.8e4},
};
static const costs library_costs[] = {
    [CL_FORWARD] = {0.96, 52, 44, 48, 370, 2.7e5},
    [CL_INPUT_GRADIENT] = {0.95, 56, 46, 42, 260, 1.2e5},
    [CL_WEIGHT_GRADIENT] = {1.06, 22, 33, 22, 760, 1.1e5},
};

static double sum_costs(const costs *c, double rate, costs counts) {
  return c->work * rate * counts.work + c->read * counts.read + c->written * counts.written +
         c->weights * counts.weights + c->lines * counts.lines + c->each * counts.each;
}

// Weights are laid out once, their gradient's parts are added up.
static double layings_of_weights(const sizes *s, long parts) {
  return s->pass == CL_WEIGHT_GRADIENT ? (double)(parts + 1) : 1;
}

// This package's kernels have positions in their lanes: rows, with what overhangs them, are joined end to end. The
// weights' gradient has output channels there.
static double own_time(const sizes *s, const cl_conv *d, long parts) {
  double down = (double)((d->kernel_height - 1) * d->dilation_height / d->stride_height);
  double along = (double)((d->kernel_width - 1) * d->dilation_width / d->stride_width);
  double strides = (double)(d->stride_height * d->stride_width);
  costs counts = {.weights = s->weights * layings_of_weights(s, parts), .each = s->batch};
  if (s->pass == CL_INPUT_GRADIENT) {
    // One product per remainder by the stride: together every weight at every position of one.
    double rows = ceil(s->height / (double)d->stride_height), columns = ceil(s->width / (double)d->stride_width);
    double line = columns + along;
    counts.work = s->batch * s->weights * whole((rows - 1) * line + columns, s->lanes);
    counts.read = s->batch * s->outs * (rows + down) * line;
    counts.written = s->batch * s->ins * s->height * s->width;
    return sum_costs(&own_costs[s->pass], s->rate, counts);
  }
  double line = s->out_width + along, outs = s->outs / s->groups;
  int in_place = strides == 1 && d->pad_top + d->pad_bottom + d->pad_left + d->pad_right == 0;
  if (!in_place) counts.read = s->batch * s->ins * (s->out_height + down) * line * strides;
  counts.written = s->batch * s->outs * s->out_height * line;
  counts.work = s->pass == CL_FORWARD
                    ? s->batch * s->weights * whole((s->out_height - 1) * line + s->out_width, s->lanes)
                    : s->batch * s->weights / outs * whole(outs, s->lanes) * s->out_height * s->out_width;
  return sum_costs(&own_costs[s->pass], s->rate, counts);
}

// The library has channels in its lanes.
static double library_time(const sizes *s, const cl_conv *d, long parts) {
  double in_vectors = ceil(s->ins / s->groups / s->lanes), out_vectors = ceil(s->outs / s->groups / s->lanes);
  double pairs = s->groups * in_vectors * out_vectors, weights = pairs * s->lanes * s->lanes * s->kernel;
  double x = s->batch * s->groups * in_vectors * s->lanes * s->height * s->width;
  double y = s->batch * s->groups * out_vectors * s->lanes * s->out_height * s->out_width;
  int to_input = s->pass == CL_INPUT_GRADIENT;
  costs counts = {.work = s->batch * weights * s->out_height * s->out_width,
                  .read = to_input ? y : x,
                  .written = to_input ? x : y,
                  .weights = weights * layings_of_weights(s, parts),
                  .lines = s->batch * pairs * (to_input ? s->height : s->out_height) * (double)d->kernel_height,
                  .each = 1};
  return sum_costs(&library_costs[s->pass], s->rate, counts);
}

// A task has more work than the least and less than the most: some milliseconds here, below 20 on slow processors.
static const double least_work = 1e6, wanted_work = 2.5e8, most_work = 4e8, most_cells = 5e5;
enum { WANTED_TASKS = 8, LEAST_TASKS = 4, LEAST_CHANNELS = 16, LEAST_SLICE = 32, POSITIONS_PER_PART = 400 };

static double smaller(double a, double b) { return a < b ? a : b; }
static double larger(double a, double b) { return a > b ? a : b; }

static cl_conv_cuts choose_cuts(const sizes *s, double work) {
  double positions = s->out_height * s->out_width;
  double cells = s->batch * (s->ins * s->height * s->width + s->outs * positions);
  // What a part lays out should stay in the second-level cache.
  double tasks = larger(smaller(work / least_work, larger(WANTED_TASKS, cells / most_cells)), work / wanted_work);
  double parts = smaller(tasks, s->batch);
  // Adding up the parts' sums should not take longer than they save.
  if (s->pass == CL_WEIGHT_GRADIENT) parts = smaller(parts, s->batch * positions / POSITIONS_PER_PART);
  cl_conv_cuts cuts = {parts < 1 ? 1 : (long)parts, 1};
  long channels = (long)(s->pass == CL_INPUT_GRADIENT ? s->ins : s->outs);
  tasks = smaller(tasks, WANTED_TASKS);
  while (s->groups == 1 && (double)(cuts.parts * cuts.slices * 2) <= tasks &&
         channels % (cuts.slices * 2 * LEAST_SLICE) == 0) {
    cuts.slices *= 2;
  }
  return cuts;
}

// A kernel of one weight is a plain matrix product for this package.
static int kernel_is_suitable(const sizes *s, const cl_conv *d) {
  if (s->kernel == 1) return 0;
  return s->pass != CL_INPUT_GRADIENT || d->kernel_height > d->stride_height || d->kernel_width > d->stride_width;
}

int cl_onednn_pays(cl_pass pass, const cl_conv *d, cl_conv_cuts *cuts) {
  ck_level level = ck_current_level();
  if (level == CK_BASELINE) return 0;
  sizes s = {.pass = pass, .batch = (double)d->batch, .ins = (double)d->in_channels, .outs = (double)d->out_channels,
             .groups = (double)d->groups, .height = (double)d->height, .width = (double)d->width,
             .out_height = (double)cl_conv_out_height(d), .out_width = (double)cl_conv_out_width(d),
             .kernel = (double)d->kernel_height * (double)d->kernel_width};
  s.weights = s.outs * (s.ins / s.groups) * s.kernel;
  s.lanes = level == CK_AVX2 ? 8 : 16;
  s.rate = level == CK_AVX2 ? 2.2 : 1;
  double work = s.batch * s.weights * s.out_height * s.out_width;
  if (work < least_work / 4 || !kernel_is_suitable(&s, d)) return 0;
  *cuts = choose_cuts(&s, work);
  double tasks = (double)cuts->parts * (double)cuts->slices;
  // Too long a task would make an interrupt wait, and this package's kernels can also cut an image.
  if (work / tasks > most_work || (tasks < LEAST_TASKS && work > 2 * LEAST_TASKS * least_work)) return 0;
  double cells = s.ins * s.height * s.width + s.outs * s.out_height * s.out_width;
  if (cells * ceil(s.batch / (double)cuts->parts) > 16 * most_cells) return 0;
  if (s.groups > 1 && s.groups == s.ins && s.groups == s.outs) return s.groups >= LEAST_CHANNELS;
  if (s.ins / s.groups < LEAST_CHANNELS) return 0;
  if (pass == CL_FORWARD && s.outs / s.groups < LEAST_CHANNELS) return 0;
  // Where the estimates are close either may be wrong: then the results stay this package's own.
  return own_time(&s, d, cuts->parts) > 1.12 * library_time(&s, d, cuts->parts);
}
