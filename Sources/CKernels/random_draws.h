// What the draws share: the generator's constants, and groups of blocks that are drawn at once.
#pragma once
#include "crandom.h"

#define PHILOX_ROUNDS 10
#define PHILOX_FACTOR_A 0xd2511f53u
#define PHILOX_FACTOR_C 0xcd9e8d57u
#define PHILOX_STEP_K 0x9e3779b9u
#define PHILOX_STEP_L 0xbb67ae85u

// Blocks of a group, the same at every CPU level. Lane i of a group belongs to its block i: the words come as [word][lane], and
// the numbers made of them lie in memory the same way, so that nothing has to be interleaved.
enum { CK_GROUP = 16 };

// Makes the numbers of the group that starts at a block: 64 of 4 bytes or 32 of 8 bytes.
typedef void (*ck_random_group)(uint64_t key, uint64_t block, void *y);

// The group function of a kind at the level in use; NULL for a kind that is not drawn in groups.
ck_random_group ck_random_find(int kind);
