// For which convolutions oneDNN is the faster one, and how their images and channels are cut into tasks.
#pragma once

#include "onednn.h"

// Tasks are parts of the images × slices of the channels of what is written.
typedef struct {
  long parts, slices;
} cl_conv_cuts;

// By the shape and the CPU level alone, so that bits never depend on the number of threads. Nonzero, and the cuts, when
// oneDNN is to be asked for this pass over a valid convolution that has elements.
int cl_onednn_pays(cl_pass pass, const cl_conv *d, cl_conv_cuts *cuts);
