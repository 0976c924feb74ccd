// oneDNN's products and convolutions, float32, one thread a call. Where the library is missing, or is not one whose
// interface this was compiled for, nothing here is ever offered.
#pragma once

#include "cconv.h"

// Version 2's interface, on processors that it compiles code for; elsewhere it may be slower than the program's own.
#if defined(__x86_64__) && __has_include(<oneapi/dnnl/dnnl_version.h>)
#include <oneapi/dnnl/dnnl_version.h>
#define CL_ONEDNN (DNNL_VERSION_MAJOR == 2)
#else
#define CL_ONEDNN 0
#endif

// Opens the library at its first use; nonzero when it is there.
int cl_onednn_is_open(void);
// One line for people: its version and file, or why there is none.
const char *cl_onednn_description(void);

// The three passes over a convolution: what is computed from what.
typedef enum { CL_FORWARD, CL_INPUT_GRADIENT, CL_WEIGHT_GRADIENT } cl_pass;

#if CL_ONEDNN

// c = a·b for m × n results over k terms, added to what c held when `add` is not 0; the rows of a, b and c lie the
// given numbers of elements apart. A turned a is stored as its transpose. Only where the library is open. Returns 0, or
// 2 when out of memory.
int cl_onednn_product(int a_turned, long m, long n, long k, const float *a, long a_row, const float *b, long b_row,
                      float *c, long c_row, int add);

// Compiled code for one pass over a convolution whose images are cut into parts of two sizes at most, and perhaps its
// channels into slices: output channels, or input channels for the input gradient.
typedef struct cl_routine cl_routine;

// Finds the routine for a convolution cut into `parts` parts (see cl_tile_start), compiling it the first time; NULL in
// *routine where the library has no fast code for it. The convolution is that of one slice, in arrays that hold
// `slices` times as many of those channels. Returns 0, or 2 when out of memory.
int cl_routine_take(cl_pass pass, const cl_conv *d, long parts, long slices, cl_routine **routine);
// Every routine that was taken is given back after its last run.
void cl_routine_give_back(cl_routine *routine);
// Bytes of scratch memory that a run needs.
unsigned long cl_routine_room(const cl_routine *routine);
// Elements of the weights, or of their gradient, in the layout that the routine works on.
unsigned long cl_routine_weight_cells(const cl_routine *routine);

// Weights in the routine's layout, which all runs of one call share.
typedef struct cl_weights cl_weights;
// Lays weights out in `cells`, which belong to them from then on; NULL when out of memory.
cl_weights *cl_weights_lay_out(const cl_routine *routine, const float *weights, float *cells);
void cl_weights_free(cl_weights *weights);

// Forward: images is x; input gradient: images is g. The result is plain. Returns 0, or 2 when out of memory.
int cl_routine_run(const cl_routine *routine, long count, const cl_weights *weights, const float *images, float *result,
                   void *room);
// Weight gradient of `count` images, into cells of the routine's layout.
int cl_routine_run_weights(const cl_routine *routine, long count, const float *x, const float *g, float *cells,
                           void *room);
// Turns such cells into plain weights.
int cl_routine_finish_weights(const cl_routine *routine, float *cells, float *weights);

#endif
