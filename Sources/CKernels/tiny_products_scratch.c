// Each thread's scratch memory for packed operands: grows to what was asked for, lives as long as the thread.
#include "cproducts.h"

#include <pthread.h>
#include <stdlib.h>

typedef struct {
  void *memory;
  unsigned long size;
} scratch;

static _Thread_local scratch mine;
static pthread_key_t key;
static int key_failed;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void free_memory(void *memory) { free(memory); }
static void make_key(void) { key_failed = pthread_key_create(&key, free_memory); }

void *ck_thread_scratch(unsigned long bytes) {
  if (bytes <= mine.size && mine.memory) return mine.memory;
  pthread_once(&once, make_key);
  if (key_failed || bytes > (unsigned long)1 << 62) return NULL;
  // In steps of a page, so that vectors start on cache lines and slightly larger requests find room.
  unsigned long size = (bytes + 4095) / 4096 * 4096;
  void *memory = aligned_alloc(64, size);
  if (!memory) return NULL;
  if (pthread_setspecific(key, memory) != 0) {
    free(memory);
    return NULL;
  }
  free(mine.memory);
  mine = (scratch){memory, size};
  return memory;
}
