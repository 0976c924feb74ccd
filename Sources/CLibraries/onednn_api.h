// The functions of oneDNN that this package calls, found in the library when it is opened; for the onednn files only.
#pragma once

#include "onednn.h"

#if CL_ONEDNN
#include <oneapi/dnnl/dnnl.h>

#define CL_ONEDNN_FUNCTIONS(X)                                                                                         \
  X(version) X(engine_create) X(stream_create) X(stream_destroy) X(sgemm) X(set_max_cpu_isa) X(get_effective_cpu_isa)  \
  X(memory_desc_init_by_tag) X(memory_desc_init_by_strides) X(memory_desc_get_size) X(memory_desc_equal)               \
  X(memory_create) X(memory_destroy)                                                                                   \
  X(primitive_attr_create) X(primitive_attr_set_scratchpad_mode) X(primitive_desc_create) X(primitive_desc_destroy)    \
  X(primitive_desc_query) X(primitive_desc_query_md) X(primitive_create) X(primitive_destroy) X(primitive_execute)     \
  X(reorder_primitive_desc_create) X(dilated_convolution_forward_desc_init)                                            \
  X(dilated_convolution_backward_data_desc_init) X(dilated_convolution_backward_weights_desc_init)

// Filled once the library is open.
typedef struct {
#define CL_MEMBER(name) __typeof__(dnnl_##name) *name;
  CL_ONEDNN_FUNCTIONS(CL_MEMBER)
#undef CL_MEMBER
  dnnl_engine_t engine;
  // For scratch memory of the caller's, which is what lets many threads run one primitive.
  dnnl_primitive_attr_t attributes;
} cl_onednn_api;
extern cl_onednn_api cl_onednn;

// Makes the library's calls on this thread run on it alone, and gives what cl_onednn_end_alone needs to undo that.
int cl_onednn_begin_alone(void);
void cl_onednn_end_alone(int before);
#endif
