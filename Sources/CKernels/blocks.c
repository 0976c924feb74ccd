// The block interpreter, and copies between strided and contiguous memory.
#include "cblocks.h"
#include <string.h>

#define INLINED static inline __attribute__((always_inline))

// A processor holds back a load whose address equals an earlier store's in its low 12 bits. Slots lie an odd number of cache
// lines apart, near the golden section of 4 KiB, so that those bits differ well between any few neighbours.
enum { SLOT_BYTES = CK_BLOCK * 8, SLOT_PITCH = SLOT_BYTES + 39 * 64, ALIGNMENT = 64, MAX_RANK = 8 };

// Where an operand is in the current block.
typedef struct {
  char *at;
  int32_t bytes_per_element;  // 0 for what stays at its place from block to block
  int32_t first_reader;       // the step before which a view is gathered, or one of the two below
} binding;
enum { UNTOUCHED = -1, WRITTEN_FIRST = -2 };

// A view without dimensions of size one, neighbours merged where one stride serves both.
typedef struct {
  char *base;
  int rank;
  int64_t dims[MAX_RANK], strides[MAX_RANK];
} view;

// False for a view without elements or with an unsound rank.
static bool collapse(const ck_operand *operand, view *v) {
  v->base = operand->base;
  v->rank = 0;
  if (operand->rank < 0 || operand->rank > MAX_RANK) return false;
  for (int k = 0; k < operand->rank; k++) {
    int64_t dim = operand->dims[k], stride = operand->strides[k];
    if (dim <= 0) return false;
    if (dim == 1) continue;
    int last = v->rank - 1;
    if (last >= 0 && v->strides[last] == stride * dim) {
      v->dims[last] *= dim;
      v->strides[last] = stride;
    } else {
      v->dims[v->rank] = dim;
      v->strides[v->rank++] = stride;
    }
  }
  if (v->rank == 0) {
    v->dims[0] = 1;
    v->strides[0] = 0;
    v->rank = 1;
  }
  return true;
}

// A row of one stride, to or from contiguous memory. `size` and `store` are constants wherever this is inlined.
INLINED void copy_row(size_t size, bool store, char *packed, char *strided, int64_t stride, int64_t n) {
  if (stride == 1 && n * (int64_t)size >= 128) {
    if (store) memcpy(strided, packed, (size_t)n * size);
    else memcpy(packed, strided, (size_t)n * size);
  } else if (stride == 1) {
    for (int64_t i = 0; i < n; i++) {
      if (store) memcpy(strided + i * size, packed + i * size, size);
      else memcpy(packed + i * size, strided + i * size, size);
    }
  } else if (stride == 0 && !store) {
    uint64_t value = 0;
    memcpy(&value, strided, size);
    for (int64_t i = 0; i < n; i++) memcpy(packed + i * size, &value, size);
  } else {
    int64_t step = stride * (int64_t)size;
    for (int64_t i = 0; i < n; i++) {
      if (store) memcpy(strided + i * step, packed + i * size, size);
      else memcpy(packed + i * size, strided + i * step, size);
    }
  }
}

INLINED void walk_rows(size_t size, bool store, const view *v, char *packed, int64_t first, int64_t count) {
  int64_t index[MAX_RANK], offset = 0;
  int last = v->rank - 1;
  for (int k = last; k >= 0; k--) {
    index[k] = first % v->dims[k];
    first /= v->dims[k];
    offset += index[k] * v->strides[k];
  }
  int64_t dim = v->dims[last], stride = v->strides[last], start = index[last];
  while (count > 0) {
    int64_t n = dim - start < count ? dim - start : count;
    copy_row(size, store, packed, v->base + offset * (int64_t)size, stride, n);
    packed += n * (int64_t)size;
    count -= n;
    offset -= start * stride;
    start = 0;
    for (int k = last - 1; k >= 0; k--) {
      offset += v->strides[k];
      if (++index[k] < v->dims[k]) break;
      offset -= v->dims[k] * v->strides[k];
      index[k] = 0;
    }
  }
}

static void walk(bool store, size_t size, const view *v, char *packed, int64_t first, int64_t count) {
  if (store) {
    if (size == 4) walk_rows(4, true, v, packed, first, count);
    else if (size == 8) walk_rows(8, true, v, packed, first, count);
    else walk_rows(1, true, v, packed, first, count);
  } else {
    if (size == 4) walk_rows(4, false, v, packed, first, count);
    else if (size == 8) walk_rows(8, false, v, packed, first, count);
    else walk_rows(1, false, v, packed, first, count);
  }
}

static void gather(size_t size, const view *v, char *packed, int64_t first, int64_t count) {
  // Under leading strides of 0 the elements repeat: one period is gathered and doubled.
  int64_t period = 1;
  for (int k = v->rank - 1; k >= 0; k--) {
    bool repeats = true;
    for (int j = 0; j <= k; j++) repeats = repeats && v->strides[j] == 0;
    if (repeats) break;
    if (__builtin_mul_overflow(period, v->dims[k], &period)) period = INT64_MAX;
  }
  int64_t done = period < count ? period : count;
  walk(false, size, v, packed, first, done);
  while (done < count) {
    int64_t more = done < count - done ? done : count - done;
    memcpy(packed + done * (int64_t)size, packed, (size_t)more * size);
    done += more;
  }
}

// A transpose is turned in square tiles. Through a buffer, every source and target line is touched exactly once, whatever the
// strides do to the cache's sets; 256 bytes a row keep the pages busy, and the whole buffer in the first-level cache.
enum { TILE_BYTES = 64 * 64 * 4 };
INLINED int tile_side(size_t size) { return size == 8 ? 32 : 64; }

typedef uint32_t four_words __attribute__((ext_vector_type(4)));
typedef uint64_t two_words __attribute__((ext_vector_type(2)));

INLINED void turn_4x4(uint32_t *to, const char *from, int64_t step) {
  const int side = tile_side(4);
  four_words a, b, c, d;
  memcpy(&a, from, 16);
  memcpy(&b, from + step, 16);
  memcpy(&c, from + 2 * step, 16);
  memcpy(&d, from + 3 * step, 16);
  four_words ab_low = __builtin_shufflevector(a, b, 0, 4, 1, 5), ab_high = __builtin_shufflevector(a, b, 2, 6, 3, 7);
  four_words cd_low = __builtin_shufflevector(c, d, 0, 4, 1, 5), cd_high = __builtin_shufflevector(c, d, 2, 6, 3, 7);
  a = __builtin_shufflevector(ab_low, cd_low, 0, 1, 4, 5);
  b = __builtin_shufflevector(ab_low, cd_low, 2, 3, 6, 7);
  c = __builtin_shufflevector(ab_high, cd_high, 0, 1, 4, 5);
  d = __builtin_shufflevector(ab_high, cd_high, 2, 3, 6, 7);
  memcpy(to, &a, 16);
  memcpy(to + side, &b, 16);
  memcpy(to + 2 * side, &c, 16);
  memcpy(to + 3 * side, &d, 16);
}

INLINED void turn_2x2(uint64_t *to, const char *from, int64_t step) {
  const int side = tile_side(8);
  two_words a, b;
  memcpy(&a, from, 16);
  memcpy(&b, from + step, 16);
  two_words low = __builtin_shufflevector(a, b, 0, 2), high = __builtin_shufflevector(a, b, 1, 3);
  memcpy(to, &low, 16);
  memcpy(to + side, &high, 16);
}

// to[r·to_step + c] = from[r + c·from_step] for one tile; steps in bytes.
INLINED void turn_tile(size_t size, char *to, int64_t to_step, const char *from, int64_t from_step, int rows,
                       int columns) {
  _Alignas(64) char tile[TILE_BYTES];
  const int side = tile_side(size), unit = size == 4 ? 4 : size == 8 ? 2 : 1;
  int whole_rows = rows - rows % unit, whole_columns = columns - columns % unit;
  for (int c = 0; c < columns; c += unit) {
    for (int r = 0; r < rows; r += unit) {
      const char *source = from + c * from_step + r * (int64_t)size;
      char *target = tile + (r * side + c) * (int64_t)size;
      if (size == 4 && r < whole_rows && c < whole_columns) {
        turn_4x4((uint32_t *)target, source, from_step);
      } else if (size == 8 && r < whole_rows && c < whole_columns) {
        turn_2x2((uint64_t *)target, source, from_step);
      } else {
        for (int i = r; i < r + unit && i < rows; i++)
          for (int j = c; j < c + unit && j < columns; j++)
            memcpy(tile + (i * side + j) * size, from + j * from_step + i * (int64_t)size, size);
      }
    }
  }
  for (int r = 0; r < rows; r++) {
    if (columns == side) memcpy(to + r * to_step, tile + r * side * size, side * size);
    else memcpy(to + r * to_step, tile + r * side * size, (size_t)columns * size);
  }
}

INLINED void turn_tiles(size_t size, char *to, int64_t to_step, const char *from, int64_t from_step, int64_t rows,
                        int64_t columns) {
  const int side = tile_side(size);
  for (int64_t r = 0; r < rows; r += side) {
    int tile_rows = rows - r < side ? (int)(rows - r) : side;
    for (int64_t c = 0; c < columns; c += side) {
      int tile_columns = columns - c < side ? (int)(columns - c) : side;
      const char *source = from + c * from_step + r * (int64_t)size;
      // No prefetcher follows so many rows at once: the next tile's lines are asked for by hand.
      for (int64_t j = c + side; j < columns && j < c + 2 * side; j++)
        for (int byte = 0; byte < tile_rows * (int)size; byte += 64) __builtin_prefetch(source + (j - c) * from_step + byte);
      turn_tile(size, to + r * to_step + c * (int64_t)size, to_step, source, from_step, tile_rows, tile_columns);
    }
  }
}

static void transpose(size_t size, char *to, int64_t to_step, const char *from, int64_t from_step, int64_t rows,
                      int64_t columns) {
  if (size == 4) turn_tiles(4, to, to_step, from, from_step, rows, columns);
  else if (size == 8) turn_tiles(8, to, to_step, from, from_step, rows, columns);
  else turn_tiles(1, to, to_step, from, from_step, rows, columns);
}

// Rows r0 ..< r1 of dimension `unit`, whole in every later dimension. `packed` is where row 0 would go.
static void turn_rows(size_t size, const view *v, int unit, char *packed, int64_t offset, int64_t r0, int64_t r1) {
  int last = v->rank - 1;
  int64_t columns = v->dims[last], middle = 1, index[MAX_RANK] = {0};
  for (int k = unit + 1; k < last; k++) middle *= v->dims[k];
  int64_t row_bytes = middle * columns * (int64_t)size;
  offset += r0 * v->strides[unit];
  for (int64_t m = 0; m < middle; m++) {
    transpose(size, packed + r0 * row_bytes + m * columns * (int64_t)size, row_bytes, v->base + offset * (int64_t)size,
              v->strides[last] * (int64_t)size, r1 - r0, columns);
    for (int k = last - 1; k > unit; k--) {
      offset += v->strides[k];
      if (++index[k] < v->dims[k]) break;
      offset -= v->dims[k] * v->strides[k];
      index[k] = 0;
    }
  }
}

void ck_copy_strided(void *dst, const ck_operand *src, int64_t first, int64_t count) {
  view v;
  size_t size = ck_size(src->type);
  if (count <= 0 || first < 0 || !collapse(src, &v)) return;
  int last = v.rank - 1, unit = last;
  bool wide = v.strides[last] > 1 || v.strides[last] < -1;
  for (int k = 0; wide && k < last; k++)
    if (v.strides[k] == 1) unit = k;
  if (unit == last || v.dims[last] < 8 || v.dims[unit] < 8) return gather(size, &v, dst, first, count);

  int64_t row = 1;
  for (int k = unit + 1; k <= last; k++) row *= v.dims[k];
  int64_t slab = row * v.dims[unit];
  char *out = dst;
  while (count > 0) {
    int64_t from = first % slab, to = slab - from < count ? slab : from + count;
    int64_t r0 = (from + row - 1) / row, r1 = to / row;
    if (r1 - r0 < 4) {
      gather(size, &v, out, first, to - from);
    } else {
      int64_t offset = 0, rest = first / slab;
      for (int k = unit - 1; k >= 0; k--) {
        offset += rest % v.dims[k] * v.strides[k];
        rest /= v.dims[k];
      }
      int64_t head = r0 * row - from, tail = to - r1 * row;
      if (head > 0) gather(size, &v, out, first, head);
      turn_rows(size, &v, unit, out + (head - r0 * row) * (int64_t)size, offset, r0, r1);
      if (tail > 0) gather(size, &v, out + (to - from - tail) * (int64_t)size, first + (to - from - tail), tail);
    }
    out += (to - from) * (int64_t)size;
    first += to - from;
    count -= to - from;
  }
}

void ck_store_strided(const ck_operand *dst, const void *src, int64_t first, int64_t count) {
  view v;
  if (count <= 0 || first < 0 || !collapse(dst, &v)) return;
  walk(true, ck_size(dst->type), &v, (char *)src, first, count);
}

static size_t table_bytes(int operand_count) {
  size_t bytes = (size_t)(operand_count > 0 ? operand_count : 0) * sizeof(binding);
  return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

size_t ck_scratch_size(int slot_count, int operand_count) {
  size_t slots = (size_t)(slot_count > 0 ? slot_count : 0);
  return ALIGNMENT + table_bytes(operand_count) + slots * SLOT_PITCH;
}

static bool bind(const ck_operand *operands, int operand_count, char *slots, int64_t first, binding *bindings) {
  for (int i = 0; i < operand_count; i++) {
    const ck_operand *operand = operands + i;
    bool in_slot = operand->place == CK_STRIDED || operand->place == CK_SCRATCH;
    bool contiguous = operand->place == CK_CONTIGUOUS;
    int32_t size = (int32_t)ck_size(operand->type);
    if (in_slot && operand->slot < 0) return false;
    bindings[i].bytes_per_element = contiguous ? size : 0;
    bindings[i].at = in_slot ? slots + (size_t)operand->slot * SLOT_PITCH : (char *)operand->base;
    if (contiguous) bindings[i].at += first * size;
    bindings[i].first_reader = UNTOUCHED;
  }
  return true;
}

// Finds the step that reads each view first, and whether any view takes part at all.
static bool check(const ck_step *steps, int step_count, const ck_operand *operands, int operand_count, binding *bindings,
                  bool *has_views) {
  for (int s = 0; s < step_count; s++) {
    int32_t reads[3] = {steps[s].a, steps[s].b, steps[s].c}, d = steps[s].d;
    if (!steps[s].kernel || d < 0 || d >= operand_count || operands[d].place == CK_ONE) return false;
    for (int k = 0; k < 3; k++) {
      if (reads[k] >= operand_count) return false;
      if (reads[k] < 0 || operands[reads[k]].place != CK_STRIDED) continue;
      *has_views = true;
      if (bindings[reads[k]].first_reader == UNTOUCHED) bindings[reads[k]].first_reader = s;
    }
    if (operands[d].place == CK_STRIDED) {
      *has_views = true;
      if (bindings[d].first_reader == UNTOUCHED) bindings[d].first_reader = WRITTEN_FIRST;
    }
  }
  return true;
}

INLINED void gather_before(int step, int32_t i, const ck_operand *operands, const binding *bindings, int64_t first,
                           int64_t count) {
  view v;
  if (i >= 0 && bindings[i].first_reader == step && collapse(operands + i, &v))
    gather(ck_size(operands[i].type), &v, bindings[i].at, first, count);
}

bool ck_run_blocks(const ck_step *steps, int step_count, const ck_operand *operands, int operand_count, void *scratch,
                   int64_t first, int64_t count) {
  if (operand_count < 0 || first < 0) return false;
  uintptr_t start = ((uintptr_t)scratch + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  binding *bindings = (binding *)start;
  char *slots = (char *)start + table_bytes(operand_count);
  bool has_views = false;
  if (!bind(operands, operand_count, slots, first, bindings)) return false;
  if (!check(steps, step_count, operands, operand_count, bindings, &has_views)) return false;

  while (count > 0) {
    int64_t n = count < CK_BLOCK ? count : CK_BLOCK;
    for (int s = 0; s < step_count; s++) {
      const ck_step *step = steps + s;
      if (has_views) {
        gather_before(s, step->a, operands, bindings, first, n);
        if (step->b != step->a) gather_before(s, step->b, operands, bindings, first, n);
        if (step->c != step->a && step->c != step->b) gather_before(s, step->c, operands, bindings, first, n);
      }
      step->kernel(bindings[step->d].at, step->a < 0 ? NULL : bindings[step->a].at, step->b < 0 ? NULL : bindings[step->b].at,
                   step->c < 0 ? NULL : bindings[step->c].at, (size_t)n);
      if (has_views && operands[step->d].place == CK_STRIDED)
        ck_store_strided(operands + step->d, bindings[step->d].at, first, n);
    }
    for (int i = 0; i < operand_count; i++) bindings[i].at += n * bindings[i].bytes_per_element;
    first += n;
    count -= n;
  }
  return true;
}
