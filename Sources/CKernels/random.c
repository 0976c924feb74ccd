// Random draws: keys, counters, and ranges put together from groups of blocks.
#include "crandom.h"
#include <stddef.h>
#include <string.h>
#include "random_draws.h"

// Bijective and thorough: every bit of the result depends on every bit of x.
static uint64_t mix(uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

uint64_t ck_random_key(uint64_t seed, uint64_t stream) { return mix(mix(seed + 0x9e3779b97f4a7c15u) + stream); }

void ck_random_block(const uint32_t key[2], const uint32_t counter[4], uint32_t words[4]) {
  uint32_t a = counter[0], b = counter[1], c = counter[2], d = counter[3], k = key[0], l = key[1];
  for (int round = 0; round < PHILOX_ROUNDS; round++) {
    uint64_t p = (uint64_t)a * PHILOX_FACTOR_A, q = (uint64_t)c * PHILOX_FACTOR_C;
    a = (uint32_t)(q >> 32) ^ b ^ k;
    b = (uint32_t)q;
    c = (uint32_t)(p >> 32) ^ d ^ l;
    d = (uint32_t)p;
    k += PHILOX_STEP_K;
    l += PHILOX_STEP_L;
  }
  words[0] = a;
  words[1] = b;
  words[2] = c;
  words[3] = d;
}

static size_t size_of(int kind) {
  return kind == CK_RANDOM_UNIFORM_F32 || kind == CK_RANDOM_NORMAL_F32 || kind == CK_RANDOM_EXPONENTIAL_F32 ? 4 : 8;
}

uint64_t ck_random_blocks(int kind, uint64_t count) {
  if (kind == CK_RANDOM_GAMMA) return count;
  uint64_t per_group = CK_GROUP * 16 / size_of(kind);
  return (count / per_group + (count % per_group != 0)) * CK_GROUP;
}

static void draw(int kind, uint64_t key, uint64_t counter, int64_t first, int64_t count, char *y) {
  if (first < 0 || count <= 0) return;
  ck_random_group group = ck_random_find(kind);
  int64_t size = (int64_t)size_of(kind), per_group = CK_GROUP * 16 / size;
  uint64_t block = counter + (uint64_t)(first / per_group) * CK_GROUP;
  int64_t skip = first % per_group;
  for (; count > 0; block += CK_GROUP) {
    int64_t n = per_group - skip < count ? per_group - skip : count;
    if (n == per_group) {
      group(key, block, y);
    } else {
      _Alignas(64) char numbers[CK_GROUP * 16];
      group(key, block, numbers);
      memcpy(y, numbers + skip * size, (size_t)(n * size));
    }
    y += n * size;
    count -= n;
    skip = 0;
  }
}

void ck_random_bits(uint64_t key, uint64_t counter, int64_t first, int64_t count, uint64_t *y) {
  draw(CK_RANDOM_BITS, key, counter, first, count, (char *)y);
}
void ck_random_uniform_f32(uint64_t key, uint64_t counter, int64_t first, int64_t count, float *y) {
  draw(CK_RANDOM_UNIFORM_F32, key, counter, first, count, (char *)y);
}
void ck_random_uniform_f64(uint64_t key, uint64_t counter, int64_t first, int64_t count, double *y) {
  draw(CK_RANDOM_UNIFORM_F64, key, counter, first, count, (char *)y);
}
void ck_random_normal_f32(uint64_t key, uint64_t counter, int64_t first, int64_t count, float *y) {
  draw(CK_RANDOM_NORMAL_F32, key, counter, first, count, (char *)y);
}
void ck_random_normal_f64(uint64_t key, uint64_t counter, int64_t first, int64_t count, double *y) {
  draw(CK_RANDOM_NORMAL_F64, key, counter, first, count, (char *)y);
}
void ck_random_exponential_f32(uint64_t key, uint64_t counter, int64_t first, int64_t count, float *y) {
  draw(CK_RANDOM_EXPONENTIAL_F32, key, counter, first, count, (char *)y);
}
void ck_random_exponential_f64(uint64_t key, uint64_t counter, int64_t first, int64_t count, double *y) {
  draw(CK_RANDOM_EXPONENTIAL_F64, key, counter, first, count, (char *)y);
}
