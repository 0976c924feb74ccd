// libFuzzer's driver, as its interface declares it.
#ifndef CFUZZER_H
#define CFUZZER_H
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));

/// Runs the driver on a copy of the arguments.
int fuzz_with(int argc, char **argv, int (*callback)(const uint8_t *data, size_t size));

#endif
