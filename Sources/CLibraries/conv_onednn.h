// Convolutions by oneDNN, for the shapes where it is faster than this package's own.
#pragma once

#include "onednn.h"

// What cl_conv_by_onednn returns for shapes that are not its own; nothing was written then.
enum { CL_NOT_TAKEN = -1 };

// One pass over a valid convolution whose operands and result all have elements. Takes x and the weights, g and the
// weights, or x and g. Returns CL_NOT_TAKEN or what the functions of cconv.h return.
int cl_conv_by_onednn(ck_pool *pool, const int *cancel, cl_pass pass, const cl_conv *d, const float *first,
                      const float *second, float *result);
