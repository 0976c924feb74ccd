// oneDNN's convolutions: everything that knows its descriptors, which change with its major version.
#include "onednn_api.h"

#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if CL_ONEDNN

// The operands of a convolution by their place in the tables below.
enum { SOURCE, WEIGHTS, TARGET, OPERANDS };

static const int arguments[][OPERANDS] = {
    [CL_FORWARD] = {DNNL_ARG_SRC, DNNL_ARG_WEIGHTS, DNNL_ARG_DST},
    [CL_INPUT_GRADIENT] = {DNNL_ARG_DIFF_SRC, DNNL_ARG_WEIGHTS, DNNL_ARG_DIFF_DST},
    [CL_WEIGHT_GRADIENT] = {DNNL_ARG_SRC, DNNL_ARG_DIFF_WEIGHTS, DNNL_ARG_DIFF_DST},
};
static const dnnl_query_t layouts[][OPERANDS] = {
    [CL_FORWARD] = {dnnl_query_src_md, dnnl_query_weights_md, dnnl_query_dst_md},
    [CL_INPUT_GRADIENT] = {dnnl_query_diff_src_md, dnnl_query_weights_md, dnnl_query_diff_dst_md},
    [CL_WEIGHT_GRADIENT] = {dnnl_query_src_md, dnnl_query_diff_weights_md, dnnl_query_diff_dst_md},
};
static const int results[] = {[CL_FORWARD] = TARGET, [CL_INPUT_GRADIENT] = SOURCE, [CL_WEIGHT_GRADIENT] = WEIGHTS};

typedef struct {
  dnnl_primitive_t primitive;
  dnnl_memory_desc_t scratch;
} step;

// The code for parts of one size. `convert` goes between the plain layout and the one the code works on; it has no
// primitive where they are the same.
typedef struct {
  long images;
  step compute, convert[OPERANDS];
  dnnl_memory_desc_t plain[OPERANDS], inner[OPERANDS];
} variant;

struct cl_routine {
  cl_pass pass;
  cl_conv shape;
  long parts, slices;
  // Unusable ones are remembered as well: nobody should look for their code again.
  int usable, users;
  variant variants[2];
  unsigned long scratch_bytes, room, weight_bytes;
  cl_routine *next;
};

static unsigned long in_lines(size_t bytes) { return (bytes + 63) / 64 * 64; }

// Compiles what a description tells.
static dnnl_status_t finish_step(dnnl_primitive_desc_t recipe, step *made) {
  const dnnl_memory_desc_t *scratch = cl_onednn.primitive_desc_query_md(recipe, dnnl_query_scratchpad_md, 0);
  if (scratch) made->scratch = *scratch;
  return cl_onednn.primitive_create(&made->primitive, recipe);
}

// Code that was generated for this processor; the rest of the library is no faster than the program's own.
static int is_fast(const_dnnl_primitive_desc_t recipe) {
  const char *name = NULL;
  dnnl_status_t status = cl_onednn.primitive_desc_query(recipe, dnnl_query_impl_info_str, 0, (void *)&name);
  static const char *const makers[] = {"jit", "brg", "brd"};
  for (size_t i = 0; status == dnnl_success && name && i < sizeof makers / sizeof makers[0]; i++) {
    if (strncmp(name, makers[i], strlen(makers[i])) == 0) return 1;
  }
  return 0;
}

static dnnl_status_t compile_convert(variant *v, int operand, int is_result) {
  if (cl_onednn.memory_desc_equal(&v->plain[operand], &v->inner[operand])) return dnnl_success;
  const dnnl_memory_desc_t *from = is_result ? &v->inner[operand] : &v->plain[operand];
  const dnnl_memory_desc_t *to = is_result ? &v->plain[operand] : &v->inner[operand];
  dnnl_primitive_desc_t conversion;
  dnnl_engine_t engine = cl_onednn.engine;
  dnnl_status_t status =
      cl_onednn.reorder_primitive_desc_create(&conversion, from, engine, to, engine, cl_onednn.attributes);
  if (status != dnnl_success) return status;
  status = finish_step(conversion, &v->convert[operand]);
  cl_onednn.primitive_desc_destroy(conversion);
  return status;
}

// A plain array's sizes and strides. One that holds `slices` times as many channels as the shape tells has strides to
// match.
static void lay_out_plain(const cl_routine *r, long images, int operand, dnnl_dims_t sizes, dnnl_dims_t strides) {
  const cl_conv *d = &r->shape;
  long ins = d->in_channels / d->groups, outs = d->out_channels / d->groups;
  long kernel = d->kernel_height * d->kernel_width;
  long ins_apart = r->pass == CL_INPUT_GRADIENT ? r->slices : 1;
  long outs_apart = r->pass == CL_INPUT_GRADIENT ? 1 : r->slices;
  long height = operand == SOURCE ? d->height : cl_conv_out_height(d);
  long width = operand == SOURCE ? d->width : cl_conv_out_width(d);
  long channels = operand == SOURCE ? d->in_channels : d->out_channels;
  long apart = operand == SOURCE ? ins_apart : outs_apart;
  const dnnl_dims_t image_sizes = {images, channels, height, width};
  const dnnl_dims_t image_strides = {channels * apart * height * width, height * width, width, 1};
  // The axis of the groups comes first, where there are several.
  const dnnl_dims_t weight_sizes = {d->groups, outs, ins, d->kernel_height, d->kernel_width};
  const dnnl_dims_t weight_strides = {outs * ins * kernel, ins * ins_apart * kernel, kernel, d->kernel_width, 1};
  int skipped = d->groups == 1;
  memcpy(sizes, operand == WEIGHTS ? weight_sizes + skipped : image_sizes, 5 * sizeof(dnnl_dim_t));
  memcpy(strides, operand == WEIGHTS ? weight_strides + skipped : image_strides, 5 * sizeof(dnnl_dim_t));
}

// Which of the library's layouts are best is left to it, but for weights that must be laid out like another variant's.
static dnnl_status_t describe_operands(const cl_routine *r, variant *v, const variant *like,
                                       dnnl_memory_desc_t *wanted) {
  for (int i = 0; i < OPERANDS; i++) {
    dnnl_dims_t sizes, strides;
    lay_out_plain(r, v->images, i, sizes, strides);
    int axes = i == WEIGHTS && r->shape.groups > 1 ? 5 : 4;
    dnnl_status_t status = cl_onednn.memory_desc_init_by_strides(&v->plain[i], axes, sizes, dnnl_f32, strides);
    if (status != dnnl_success) return status;
    status = cl_onednn.memory_desc_init_by_tag(&wanted[i], axes, sizes, dnnl_f32, dnnl_format_tag_any);
    if (status != dnnl_success) return status;
  }
  if (like) wanted[WEIGHTS] = like->inner[WEIGHTS];
  return dnnl_success;
}

static dnnl_status_t describe_pass(cl_pass pass, const cl_conv *d, const dnnl_memory_desc_t *wanted,
                                   dnnl_primitive_desc_t *found) {
  const dnnl_dims_t strides = {d->stride_height, d->stride_width};
  const dnnl_dims_t gaps = {d->dilation_height - 1, d->dilation_width - 1};
  const dnnl_dims_t first = {d->pad_top, d->pad_left}, last = {d->pad_bottom, d->pad_right};
  const dnnl_memory_desc_t *x = &wanted[SOURCE], *w = &wanted[WEIGHTS], *y = &wanted[TARGET];
  const dnnl_alg_kind_t direct = dnnl_convolution_direct;
  dnnl_convolution_desc_t forward, backward;
  dnnl_primitive_desc_t hint;
  // The backward passes want to hear about the forward one.
  dnnl_prop_kind_t kind = pass == CL_FORWARD ? dnnl_forward_inference : dnnl_forward_training;
  const dnnl_primitive_attr_t attributes = cl_onednn.attributes;
  dnnl_status_t status = cl_onednn.dilated_convolution_forward_desc_init(&forward, kind, direct, x, w, NULL, y, strides,
                                                                         gaps, first, last);
  if (status == dnnl_success) {
    status = cl_onednn.primitive_desc_create(&hint, &forward, attributes, cl_onednn.engine, NULL);
  }
  if (status != dnnl_success) return status;
  if (pass == CL_FORWARD) {
    *found = hint;
    return dnnl_success;
  }
  if (pass == CL_INPUT_GRADIENT) {
    status = cl_onednn.dilated_convolution_backward_data_desc_init(&backward, direct, x, w, y, strides, gaps, first,
                                                                   last);
  } else {
    status = cl_onednn.dilated_convolution_backward_weights_desc_init(&backward, direct, x, w, NULL, y, strides, gaps,
                                                                      first, last);
  }
  if (status == dnnl_success) {
    status = cl_onednn.primitive_desc_create(found, &backward, attributes, cl_onednn.engine, hint);
  }
  cl_onednn.primitive_desc_destroy(hint);
  return status;
}

static dnnl_status_t compile_variant(const cl_routine *r, variant *v, const variant *like) {
  dnnl_memory_desc_t wanted[OPERANDS];
  dnnl_primitive_desc_t computation;
  dnnl_status_t status = describe_operands(r, v, like, wanted);
  if (status == dnnl_success) status = describe_pass(r->pass, &r->shape, wanted, &computation);
  if (status != dnnl_success) return status;
  if (!is_fast(computation)) status = dnnl_unimplemented;
  if (status == dnnl_success) {
    const dnnl_query_t *inner = layouts[r->pass];
    for (int i = 0; i < OPERANDS; i++) {
      const dnnl_memory_desc_t *found = cl_onednn.primitive_desc_query_md(computation, inner[i], 0);
      if (found) v->inner[i] = *found;
      else status = dnnl_unimplemented;
    }
    if (status == dnnl_success) status = finish_step(computation, &v->compute);
  }
  cl_onednn.primitive_desc_destroy(computation);
  for (int i = 0; status == dnnl_success && i < OPERANDS; i++) status = compile_convert(v, i, i == results[r->pass]);
  return status;
}

static void free_routine(cl_routine *r) {
  for (int i = 0; i < 2; i++) {
    variant *v = &r->variants[i];
    if (v->compute.primitive) cl_onednn.primitive_destroy(v->compute.primitive);
    for (int j = 0; j < OPERANDS; j++) {
      if (v->convert[j].primitive) cl_onednn.primitive_destroy(v->convert[j].primitive);
    }
  }
  free(r);
}

static void measure_routine(cl_routine *r) {
  for (int i = 0; i < 2 && r->variants[i].images > 0; i++) {
    const variant *v = &r->variants[i];
    unsigned long scratch = in_lines(cl_onednn.memory_desc_get_size(&v->compute.scratch)), images = 0;
    for (int j = 0; j < OPERANDS; j++) {
      unsigned long bytes = in_lines(cl_onednn.memory_desc_get_size(&v->convert[j].scratch));
      if (bytes > scratch) scratch = bytes;
      if (j != WEIGHTS && v->convert[j].primitive) images += in_lines(cl_onednn.memory_desc_get_size(&v->inner[j]));
    }
    if (scratch > r->scratch_bytes) r->scratch_bytes = scratch;
    if (images > r->room) r->room = images;
  }
  r->room += r->scratch_bytes;
  r->weight_bytes = in_lines(cl_onednn.memory_desc_get_size(&r->variants[0].inner[WEIGHTS]));
}

static int compile_routine(cl_routine *r) {
  long each = r->shape.batch / r->parts, longer = r->shape.batch % r->parts;
  r->variants[0].images = each + (longer > 0);
  if (longer > 0) r->variants[1].images = each;
  dnnl_status_t status = compile_variant(r, &r->variants[0], NULL);
  if (status == dnnl_success && longer > 0) status = compile_variant(r, &r->variants[1], &r->variants[0]);
  // Whatever else fails may succeed the next time: nothing that bits depend on should be concluded from it.
  if (status != dnnl_success && status != dnnl_unimplemented && status != dnnl_invalid_arguments) return 2;
  r->usable = status == dnnl_success;
  if (r->usable) measure_routine(r);
  return 0;
}

// Routines last used first. A program that goes through ever new shapes does not keep them all.
enum { MOST_ROUTINES = 128 };
static cl_routine *routines;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

// Lets the routines go that were used longest ago; those in use may for a while be more than the bound.
static void drop_routines(void) {
  cl_routine **link = &routines;
  for (int count = 0; *link; count++) {
    cl_routine *r = *link;
    if (count < MOST_ROUTINES || r->users > 0) {
      link = &r->next;
      continue;
    }
    *link = r->next;
    free_routine(r);
  }
}

static cl_routine *find_routine(cl_pass pass, const cl_conv *d, long parts, long slices) {
  for (cl_routine **link = &routines; *link; link = &(*link)->next) {
    cl_routine *r = *link;
    if (r->pass != pass || r->parts != parts || r->slices != slices || memcmp(&r->shape, d, sizeof *d) != 0) continue;
    *link = r->next;
    return r;
  }
  return NULL;
}

int cl_routine_take(cl_pass pass, const cl_conv *d, long parts, long slices, cl_routine **routine) {
  *routine = NULL;
  if (!cl_onednn_is_open()) return 0;
  int status = 0;
  pthread_mutex_lock(&lock);
  cl_routine *r = find_routine(pass, d, parts, slices);
  if (!r) {
    r = calloc(1, sizeof *r);
    if (r) {
      r->pass = pass, r->shape = *d, r->parts = parts, r->slices = slices;
      int before = cl_onednn_begin_alone();
      status = compile_routine(r);
      cl_onednn_end_alone(before);
    } else {
      status = 2;
    }
    if (status != 0 && r) free_routine(r);
  }
  if (status == 0) {
    r->next = routines;
    routines = r;
    if (r->usable) {
      r->users++;
      *routine = r;
    }
    drop_routines();
  }
  pthread_mutex_unlock(&lock);
  return status;
}

void cl_routine_give_back(cl_routine *routine) {
  pthread_mutex_lock(&lock);
  routine->users--;
  pthread_mutex_unlock(&lock);
}

unsigned long cl_routine_room(const cl_routine *routine) { return routine->room; }
unsigned long cl_routine_weight_cells(const cl_routine *routine) { return routine->weight_bytes / sizeof(float); }

static dnnl_memory_t memory_at(const dnnl_memory_desc_t *layout, const void *cells) {
  dnnl_memory_t memory = NULL;
  // The library takes no const pointers, even to what it only reads.
  if (cl_onednn.memory_create(&memory, layout, cl_onednn.engine, (void *)(uintptr_t)cells) != dnnl_success) return NULL;
  return memory;
}

typedef struct {
  dnnl_stream_t stream;
  void *scratch;
} runner;

// Runs a step over its operands, the last argument being left for its scratch memory.
static int run_step(const runner *by, const step *s, int count, dnnl_exec_arg_t *operands) {
  for (int i = 0; i < count; i++) {
    if (!operands[i].memory) return 2;
  }
  dnnl_memory_t scratch = NULL;
  if (cl_onednn.memory_desc_get_size(&s->scratch) > 0) {
    scratch = memory_at(&s->scratch, by->scratch);
    if (!scratch) return 2;
    operands[count++] = (dnnl_exec_arg_t){DNNL_ARG_SCRATCHPAD, scratch};
  }
  dnnl_status_t status = cl_onednn.primitive_execute(s->primitive, by->stream, count, operands);
  if (scratch) cl_onednn.memory_destroy(scratch);
  return status == dnnl_success ? 0 : 2;
}

static int convert(const runner *by, const step *s, dnnl_memory_t from, dnnl_memory_t to) {
  if (!s->primitive) return 0;
  dnnl_exec_arg_t operands[3] = {{DNNL_ARG_FROM, from}, {DNNL_ARG_TO, to}};
  return run_step(by, s, 2, operands);
}

// A part's whole way: operands into the inner layout, the computation, the result out of it. Cells are the plain ones;
// for the weights those of the inner layout, or a memory that all parts share.
static int run_variant(const cl_routine *r, const variant *v, const float *const *cells, dnnl_memory_t weights,
                       char *room) {
  runner by = {.scratch = room};
  if (cl_onednn.stream_create(&by.stream, cl_onednn.engine, dnnl_stream_default_flags) != dnnl_success) return 2;
  int before = cl_onednn_begin_alone(), status = 0, result = results[r->pass];
  char *free_room = room + r->scratch_bytes;
  dnnl_memory_t plain[OPERANDS] = {NULL}, inner[OPERANDS] = {NULL};
  for (int i = 0; i < OPERANDS; i++) {
    if (i == WEIGHTS) {
      inner[i] = weights ? weights : memory_at(&v->inner[i], cells[i]);
    } else if (v->convert[i].primitive) {
      plain[i] = memory_at(&v->plain[i], cells[i]);
      inner[i] = memory_at(&v->inner[i], free_room);
      free_room += in_lines(cl_onednn.memory_desc_get_size(&v->inner[i]));
    } else {
      inner[i] = memory_at(&v->inner[i], cells[i]);
    }
  }
  for (int i = 0; status == 0 && i < OPERANDS; i++) {
    if (i != WEIGHTS && i != result) status = convert(&by, &v->convert[i], plain[i], inner[i]);
  }
  if (status == 0) {
    dnnl_exec_arg_t operands[OPERANDS + 1];
    for (int i = 0; i < OPERANDS; i++) operands[i] = (dnnl_exec_arg_t){arguments[r->pass][i], inner[i]};
    status = run_step(&by, &v->compute, OPERANDS, operands);
  }
  if (status == 0 && result != WEIGHTS) status = convert(&by, &v->convert[result], inner[result], plain[result]);
  for (int i = 0; i < OPERANDS; i++) {
    if (plain[i]) cl_onednn.memory_destroy(plain[i]);
    if (inner[i] && inner[i] != weights) cl_onednn.memory_destroy(inner[i]);
  }
  cl_onednn.stream_destroy(by.stream);
  cl_onednn_end_alone(before);
  return status;
}

// Between the weights' two layouts.
static int convert_weights(const cl_routine *r, dnnl_memory_t from, dnnl_memory_t to) {
  const step *s = &r->variants[0].convert[WEIGHTS];
  size_t bytes = in_lines(cl_onednn.memory_desc_get_size(&s->scratch));
  runner by = {.scratch = bytes > 0 ? aligned_alloc(64, bytes) : NULL};
  int status = 2, has_scratch = by.scratch || bytes == 0;
  if (has_scratch &&
      cl_onednn.stream_create(&by.stream, cl_onednn.engine, dnnl_stream_default_flags) == dnnl_success) {
    int before = cl_onednn_begin_alone();
    status = convert(&by, s, from, to);
    cl_onednn_end_alone(before);
    cl_onednn.stream_destroy(by.stream);
  }
  free(by.scratch);
  return status;
}

struct cl_weights {
  dnnl_memory_t memory;
};

cl_weights *cl_weights_lay_out(const cl_routine *routine, const float *weights, float *cells) {
  const variant *v = &routine->variants[0];
  int as_they_are = !v->convert[WEIGHTS].primitive;
  cl_weights *laid = calloc(1, sizeof *laid);
  if (!laid) return NULL;
  laid->memory = memory_at(&v->inner[WEIGHTS], as_they_are ? weights : cells);
  int status = laid->memory ? 0 : 2;
  if (status == 0 && !as_they_are) {
    dnnl_memory_t plain = memory_at(&v->plain[WEIGHTS], weights);
    status = plain ? convert_weights(routine, plain, laid->memory) : 2;
    if (plain) cl_onednn.memory_destroy(plain);
  }
  if (status == 0) return laid;
  cl_weights_free(laid);
  return NULL;
}

void cl_weights_free(cl_weights *weights) {
  if (!weights) return;
  if (weights->memory) cl_onednn.memory_destroy(weights->memory);
  free(weights);
}

static const variant *variant_of(const cl_routine *r, long count) {
  return r->variants[0].images == count ? &r->variants[0] : &r->variants[1];
}

int cl_routine_run(const cl_routine *routine, long count, const cl_weights *weights, const float *images, float *result,
                   void *room) {
  int forward = routine->pass == CL_FORWARD;
  const float *cells[OPERANDS] = {[SOURCE] = forward ? images : result, [TARGET] = forward ? result : images};
  return run_variant(routine, variant_of(routine, count), cells, weights->memory, room);
}

int cl_routine_run_weights(const cl_routine *routine, long count, const float *x, const float *g, float *cells,
                           void *room) {
  const float *const operands[OPERANDS] = {[SOURCE] = x, [WEIGHTS] = cells, [TARGET] = g};
  return run_variant(routine, variant_of(routine, count), operands, NULL, room);
}

int cl_routine_finish_weights(const cl_routine *routine, float *cells, float *weights) {
  const variant *v = &routine->variants[0];
  if (!v->convert[WEIGHTS].primitive) {
    memcpy(weights, cells, cl_onednn.memory_desc_get_size(&v->plain[WEIGHTS]));
    return 0;
  }
  dnnl_memory_t inner = memory_at(&v->inner[WEIGHTS], cells), plain = memory_at(&v->plain[WEIGHTS], weights);
  int status = inner && plain ? convert_weights(routine, inner, plain) : 2;
  if (inner) cl_onednn.memory_destroy(inner);
  if (plain) cl_onednn.memory_destroy(plain);
  return status;
}
#endif
