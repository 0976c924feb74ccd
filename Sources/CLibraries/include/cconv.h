// Convolutions in two dimensions and their gradients: contiguous [batch, channels, height, width], weights
// [out_channels, in_channels / groups, kernel_height, kernel_width]; the same bits for every number of threads.
#pragma once

#include "cpool.h"

// What is convolved with what. Sizes of the images are those of the convolution's input; padding is with zeros.
typedef struct {
  long batch, in_channels, out_channels, groups;
  long height, width;
  long kernel_height, kernel_width;
  long stride_height, stride_width;
  long dilation_height, dilation_width;
  long pad_top, pad_bottom, pad_left, pad_right;
} cl_conv;

// Rows and columns of the convolution's result; 0 when the kernel does not fit.
long cl_conv_out_height(const cl_conv *d);
long cl_conv_out_width(const cl_conv *d);

// Each returns 0 when done, 1 when *cancel (may be NULL) was seen to be other than 0, 2 when there is no memory, 3 when
// the description makes no sense (nothing was written); after 1 and 2 the result's content is undefined. A NULL pool
// stands for the calling thread. The result overlaps no operand.

// y = x ⋆ w.
int cl_conv_forward_f32(ck_pool *pool, const int *cancel, const cl_conv *d, const float *x, const float *w, float *y);
int cl_conv_forward_f64(ck_pool *pool, const int *cancel, const cl_conv *d, const double *x, const double *w,
                        double *y);
// The gradient for x, given the gradient g for y: the transposed convolution of g.
int cl_conv_input_f32(ck_pool *pool, const int *cancel, const cl_conv *d, const float *g, const float *w, float *dx);
int cl_conv_input_f64(ck_pool *pool, const int *cancel, const cl_conv *d, const double *g, const double *w, double *dx);
// The gradient for w, given x and the gradient g for y.
int cl_conv_weight_f32(ck_pool *pool, const int *cancel, const cl_conv *d, const float *x, const float *g, float *dw);
int cl_conv_weight_f64(ck_pool *pool, const int *cancel, const cl_conv *d, const double *x, const double *g,
                       double *dw);
