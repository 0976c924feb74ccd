// Calls the driver, which wants to change its arguments.
#include "CFuzzer.h"

int fuzz_with(int argc, char **argv, int (*callback)(const uint8_t *data, size_t size)) {
  return LLVMFuzzerRunDriver(&argc, &argv, callback);
}
