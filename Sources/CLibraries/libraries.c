// Opens the system's numeric libraries at their first use. Nothing is linked to them: they cost milliseconds at start-up, and
// everything works without.
#define _GNU_SOURCE
#include "libraries.h"
#include "ckernels.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

static cl_libraries libraries;
static char description[2048] = "";
static pthread_once_t once = PTHREAD_ONCE_INIT;

// The OpenMP build by its own path first: the system's default may be the pthread build, which starts a pool of its own.
static const char *const openblas_files[] = {
#if defined(__x86_64__)
    "/usr/lib/x86_64-linux-gnu/openblas-openmp/libopenblas.so.0",
#elif defined(__aarch64__)
    "/usr/lib/aarch64-linux-gnu/openblas-openmp/libopenblas.so.0",
#endif
    "libopenblas.so.0",
};
static const char *const onednn_files[] = {"libdnnl.so.2", "libdnnl.so.3"};

static void *open_first(const char *const *files, size_t count) {
  for (size_t i = 0; i < count; i++) {
    void *handle = dlopen(files[i], RTLD_NOW | RTLD_LOCAL);
    if (handle) return handle;
  }
  return NULL;
}

// Below this much address space OpenBLAS waits for ever when it asks for its buffers.
static int has_room_for_openblas(void) {
  struct rlimit limit;
  return getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur >= (rlim_t)512 << 20;
}

// The level that was asked for, or -1: only then are the libraries told to keep to it.
static int forced_level(void) {
  const char *name = getenv("AULA_CPU");
  if (!name) return -1;
  for (int level = CK_BASELINE; level <= CK_AVX512; level++) {
    if (strcmp(name, ck_level_name((ck_level)level)) == 0) return (int)ck_current_level();
  }
  return -1;
}

static void *open_openblas(int level) {
  static const char *const core_names[] = {"Prescott", "Haswell", "SkylakeX"};
  static const char variable[] = "OPENBLAS_CORETYPE";
  if (!has_room_for_openblas()) return NULL;
  size_t count = sizeof openblas_files / sizeof openblas_files[0];
#if defined(__x86_64__)
  if (level >= 0) {
    // OpenBLAS reads the variable while it is loaded; child processes should not see ours.
    const char *before = getenv(variable);
    char *kept = before ? strdup(before) : NULL;
    setenv(variable, core_names[level], 1);
    void *handle = open_first(openblas_files, count);
    if (kept) setenv(variable, kept, 1);
    else unsetenv(variable);
    free(kept);
    return handle;
  }
#else
  (void)level, (void)core_names, (void)variable;
#endif
  return open_first(openblas_files, count);
}

static void *open_onednn(int level) {
  void *handle = open_first(onednn_files, sizeof onednn_files / sizeof onednn_files[0]);
#if defined(__x86_64__)
  // The library's own numbers for its SSE 4.1 and AVX2 code, the same in versions 2 and 3; AVX-512 needs no limit.
  static const int isa[] = {0x1, 0x7};
  int (*set_limit)(int) = handle ? (int (*)(int))dlsym(handle, "dnnl_set_max_cpu_isa") : NULL;
  if (set_limit && level >= 0 && level < CK_AVX512) set_limit(isa[level]);
#else
  (void)level;
#endif
  return handle;
}

// One thread at a time: the program's own pool does the sharing out, and bits must not depend on somebody else's.
static void keep_to_one_thread(void) {
  void (*set_threads)(int) =
      libraries.openblas ? (void (*)(int))dlsym(libraries.openblas, "openblas_set_num_threads") : NULL;
  if (set_threads) set_threads(1);
}

static const char *file_of(void *symbol) {
  Dl_info info;
  return symbol && dladdr(symbol, &info) && info.dli_fname ? info.dli_fname : "unknown file";
}

static void describe(const char *reason) {
  char *at = description;
  size_t room = sizeof description;
  int used;
  const char *(*config)(void) =
      libraries.openblas ? (const char *(*)(void))dlsym(libraries.openblas, "openblas_get_config") : NULL;
  if (libraries.openblas) {
    used = snprintf(at, room, "%s, %s\n", config ? config() : "OpenBLAS", file_of((void *)config));
  } else {
    used = snprintf(at, room, "OpenBLAS: %s; linear algebra uses the program's own code\n", reason);
  }
  if (used < 0 || (size_t)used >= room) return;
  at += used, room -= (size_t)used;
  const struct {
    int major, minor, patch;
  } *version = NULL;
  void *version_symbol = libraries.onednn ? dlsym(libraries.onednn, "dnnl_version") : NULL;
  if (version_symbol) version = ((const void *(*)(void))version_symbol)();
  if (version) {
    snprintf(at, room, "oneDNN %d.%d.%d, %s", version->major, version->minor, version->patch, file_of(version_symbol));
  } else {
    snprintf(at, room, "oneDNN: %s; products and convolutions use the program's own code", reason);
  }
}

static void open_all(void) {
  const char *wish = getenv("AULA_LIBRARIES");
  if (wish && strcmp(wish, "none") == 0) {
    describe("switched off by AULA_LIBRARIES=none");
    return;
  }
  int level = forced_level();
  libraries.openblas = open_openblas(level);
  libraries.onednn = open_onednn(level);
  keep_to_one_thread();
  describe("not found");
}

const cl_libraries *cl_open_libraries(void) {
  pthread_once(&once, open_all);
  return &libraries;
}

const char *cl_describe(void) {
  cl_open_libraries();
  return description;
}

int cl_has_onednn(void) { return cl_open_libraries()->onednn != NULL; }
int cl_has_openblas(void) { return cl_open_libraries()->openblas != NULL; }

void *cl_lapack_symbol(const char *name) {
  void *handle = cl_open_libraries()->openblas;
  return handle && name ? dlsym(handle, name) : NULL;
}
