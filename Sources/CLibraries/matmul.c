// Matrix products over a thread pool, for float32 and float64.
#include "cmatmul.h"
#include "cproducts.h"
#include "matmul_grid.h"
#include "matmul_onednn.h"

#include <limits.h>
#include <stdlib.h>

// Up to so many multiplications times bytes of an element, about 3 µs, a product is done at once on the caller.
#define SMALL_WORK 1.6e6

#define T float
#define NAME(name) name##_f32
#define LIBRARY_MULTIPLIES cl_onednn_multiplies
#define LIBRARY_TILE cl_onednn_tile
#include "matmul.inc"

#define T double
#define NAME(name) name##_f64
#define LIBRARY_MULTIPLIES(...) 0
#define LIBRARY_TILE(...) 0
#include "matmul.inc"
