// What the machine offers and a flag two threads may share.
#pragma once
#include <stdint.h>

// Sets a flag that other threads read; safe in a signal handler.
void ck_flag_store(int32_t *flag, int32_t value);
// Reads a flag that other threads set.
int32_t ck_flag_load(const int32_t *flag);
// How many processors this process may run on, at least 1.
int32_t ck_processor_count(void);
