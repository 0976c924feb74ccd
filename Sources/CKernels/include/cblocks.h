// The block interpreter: a fused group of element-wise kernels run in blocks whose intermediates stay in the first-level cache,
// and copies between strided and contiguous memory.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "ckernels.h"

// Elements of one block: ranges given to several threads are best cut at multiples of it.
enum { CK_BLOCK = 512 };

// One kernel call of a group. d, a, b and c are indices of operands; -1 where the kernel takes none. d may equal a, b or c.
typedef struct {
  ck_kernel kernel;
  int32_t d, a, b, c;
} ck_step;

// Where an operand's elements are.
typedef enum {
  CK_CONTIGUOUS,  // one after another from base: addressed in place
  CK_ONE,         // a single element at base stands for all: read only, by kernels found with the matching scalar bit
  CK_STRIDED,     // a view: gathered into its slot before the first step that reads it, stored by every step that writes it
  CK_SCRATCH      // an intermediate: lives in its slot only
} ck_place;

typedef struct {
  void *base;          // the element with index 0 in every dimension
  ck_place place;
  int32_t type;        // a ck_type
  int32_t rank;        // for CK_STRIDED: 0 to 8
  int64_t dims[8];     // for CK_STRIDED: the group's iteration shape, outermost first; fewer dimensions run faster
  int64_t strides[8];  // for CK_STRIDED: in elements, may be 0 or negative
  int32_t slot;        // for CK_STRIDED and CK_SCRATCH; operands that are not alive at the same time may share one
} ck_operand;

// Bytes of scratch memory that ck_run_blocks needs; every thread needs its own. No alignment is asked for.
size_t ck_scratch_size(int slot_count, int operand_count);
// Runs the steps over elements first ..< first + count of the iteration space. False, with nothing run, for a group that is not
// sound: a missing kernel, an index out of range, or a result placed in a CK_ONE operand.
bool ck_run_blocks(const ck_step *steps, int step_count, const ck_operand *operands, int operand_count, void *scratch,
                   int64_t first, int64_t count);
// Copies elements first ..< first + count of a view (its place is not looked at) to contiguous memory; element `first` goes to
// dst. Transposes are fast when the range holds many whole rows.
void ck_copy_strided(void *dst, const ck_operand *src, int64_t first, int64_t count);
// The reverse: writes contiguous elements to places first ..< first + count of a view; element `first` comes from src.
void ck_store_strided(const ck_operand *dst, const void *src, int64_t first, int64_t count);
