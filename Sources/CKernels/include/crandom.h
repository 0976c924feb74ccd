// Random draws from a counter-based generator, Philox4x32-10: every number is a function of a key, a counter and its place.
// The same draws to the bit on every processor, at every CPU level and however a draw is cut into ranges: only integer
// operations, + - * / and square roots, in a fixed order, are used, and no library function.
#pragma once
#include <stdbool.h>
#include <stdint.h>

typedef enum {
  CK_RANDOM_BITS,
  CK_RANDOM_UNIFORM_F32,
  CK_RANDOM_UNIFORM_F64,
  CK_RANDOM_NORMAL_F32,
  CK_RANDOM_NORMAL_F64,
  CK_RANDOM_EXPONENTIAL_F32,
  CK_RANDOM_EXPONENTIAL_F64,
  CK_RANDOM_GAMMA,
  CK_RANDOM_KINDS
} ck_random_kind;

// The key of a seed's stream; different streams of one seed have different keys.
uint64_t ck_random_key(uint64_t seed, uint64_t stream);
// The blocks a draw of count elements uses up: the next draw of the stream starts at counter + this.
uint64_t ck_random_blocks(int kind, uint64_t count);
// The generator itself: four words from one counter.
void ck_random_block(const uint32_t key[2], const uint32_t counter[4], uint32_t words[4]);

// The functions below write elements first ..< first + count of the draw that starts at counter; element `first` goes to y[0].

// 64 random bits each.
void ck_random_bits(uint64_t key, uint64_t counter, int64_t first, int64_t count, uint64_t *y);
// Uniform in [0, 1): multiples of 2^-24 and 2^-53.
void ck_random_uniform_f32(uint64_t key, uint64_t counter, int64_t first, int64_t count, float *y);
void ck_random_uniform_f64(uint64_t key, uint64_t counter, int64_t first, int64_t count, double *y);
// Standard normal; the tails reach |z| = 6.5 (float32) and 9.4 (float64).
void ck_random_normal_f32(uint64_t key, uint64_t counter, int64_t first, int64_t count, float *y);
void ck_random_normal_f64(uint64_t key, uint64_t counter, int64_t first, int64_t count, double *y);
// Exponential with mean 1: positive and finite, at most 21.5 (float32) and 45.1 (float64).
void ck_random_exponential_f32(uint64_t key, uint64_t counter, int64_t first, int64_t count, float *y);
void ck_random_exponential_f64(uint64_t key, uint64_t counter, int64_t first, int64_t count, double *y);
// Gamma with scale 1. Element first + i has shape shapes[i], or shapes[0] with one_shape. Shape 0 gives 0, infinity infinity, a
// negative shape or NaN NaN. The float32 draw is the float64 draw of the same shape, rounded.
void ck_random_gamma_f32(uint64_t key, uint64_t counter, int64_t first, int64_t count, const float *shapes, bool one_shape,
                         float *y);
void ck_random_gamma_f64(uint64_t key, uint64_t counter, int64_t first, int64_t count, const double *shapes, bool one_shape,
                         double *y);
