// Matrix products over a thread pool, for float32 and float64.
#include "cmatmul.h"
#include "cproducts.h"
#include "matmul_grid.h"

#include <limits.h>
#include <stdlib.h>

// Up to so many multiplications times bytes of an element, about 3 µs, a product is done at once on the caller.
#define SMALL_WORK 1.6e6

#define T float
#define NAME(name) name##_f32
#include "matmul.inc"

#define T double
#define NAME(name) name##_f64
#include "matmul.inc"
