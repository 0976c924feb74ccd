// The thread pool: workers spin a short while for the next job, then sleep until one comes.
#include "cpool.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

// Long enough to bridge the gap between the operations of a training step, short enough not to heat an idle machine.
enum { SPIN_NANOSECONDS = 50000, PAUSES_PER_LOOK = 32, MOST_THREADS = 1024 };

// The gate says in one word which job is on, whether one may still join it and how many workers are inside. A late
// worker finds it closed and goes on waiting, so the caller never waits for somebody who has not begun.
#define GATE_OPEN ((uint64_t)1 << 31)
#define GATE_INSIDE (GATE_OPEN - 1)
#define GATE_JOB_SHIFT 32

typedef struct {
  ck_pool *pool;
  int index;
  pthread_t thread;
} worker;

struct ck_pool {
  _Alignas(64) _Atomic uint64_t gate;
  _Atomic int sleepers;
  _Atomic int caller_sleeps;
  _Atomic bool stopping;
  _Alignas(64) _Atomic long next;
  _Atomic bool cancelled;
  _Alignas(64) atomic_flag busy;
  ck_task task;
  void *context;
  const int *cancel;
  long tasks;
  pthread_mutex_t mutex;
  pthread_cond_t job_came, job_done;
  int threads;
  worker *workers;
};

// What the thread is doing for a pool, so that a call from inside a task keeps its worker number.
static _Thread_local struct {
  const ck_pool *pool;
  int worker;
} current;

static inline void relax(void) {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ volatile("isb");
#endif
}

static int64_t nanoseconds(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

// Calls `done` until it holds or the spinning time is over; says whether it held.
static bool spin_until(bool (*done)(ck_pool *, uint64_t), ck_pool *pool, uint64_t seen) {
  int64_t start = 0;
  for (;;) {
    for (int i = 0; i < PAUSES_PER_LOOK; i++) {
      if (done(pool, seen)) return true;
      relax();
    }
    int64_t now = nanoseconds();
    if (start == 0) start = now;
    if (now - start > SPIN_NANOSECONDS) return false;
  }
}

static bool job_is_new(ck_pool *pool, uint64_t seen) {
  uint64_t gate = atomic_load(&pool->gate);
  return ((gate & GATE_OPEN) && (gate >> GATE_JOB_SHIFT) != seen) || atomic_load(&pool->stopping);
}

static bool nobody_inside(ck_pool *pool, uint64_t seen) {
  (void)seen;
  return (atomic_load(&pool->gate) & GATE_INSIDE) == 0;
}

static bool is_cancelled(const int *cancel) { return cancel && __atomic_load_n(cancel, __ATOMIC_RELAXED) != 0; }

static void take_tasks(ck_pool *pool, int index) {
  for (;;) {
    // Looked at first, so that a job whose every task has begun does not count as cancelled.
    if (atomic_load_explicit(&pool->next, memory_order_relaxed) >= pool->tasks) return;
    if (is_cancelled(pool->cancel)) {
      atomic_store(&pool->cancelled, true);
      atomic_store(&pool->next, pool->tasks);
      return;
    }
    long i = atomic_fetch_add_explicit(&pool->next, 1, memory_order_relaxed);
    if (i >= pool->tasks) return;
    pool->task(pool->context, i, index);
  }
}

static int run_alone(long tasks, ck_task task, void *context, const int *cancel, int index) {
  for (long i = 0; i < tasks; i++) {
    if (is_cancelled(cancel)) return 1;
    task(context, i, index);
  }
  return 0;
}

static void sleep_until_job(ck_pool *pool, uint64_t seen) {
  pthread_mutex_lock(&pool->mutex);
  atomic_fetch_add(&pool->sleepers, 1);
  while (!job_is_new(pool, seen)) pthread_cond_wait(&pool->job_came, &pool->mutex);
  atomic_fetch_sub(&pool->sleepers, 1);
  pthread_mutex_unlock(&pool->mutex);
}

// Joins the open job; false when it has closed meanwhile.
static bool enter(ck_pool *pool, uint64_t *seen) {
  uint64_t gate = atomic_load(&pool->gate);
  for (;;) {
    if (!(gate & GATE_OPEN)) return false;
    if (atomic_compare_exchange_weak(&pool->gate, &gate, gate + 1)) break;
  }
  *seen = gate >> GATE_JOB_SHIFT;
  return true;
}

static void leave(ck_pool *pool) {
  uint64_t before = atomic_fetch_sub(&pool->gate, 1);
  if ((before & GATE_INSIDE) != 1 || !atomic_load(&pool->caller_sleeps)) return;
  pthread_mutex_lock(&pool->mutex);
  pthread_cond_signal(&pool->job_done);
  pthread_mutex_unlock(&pool->mutex);
}

static void *work(void *argument) {
  worker *me = argument;
  ck_pool *pool = me->pool;
  current.pool = pool;
  current.worker = me->index;
  uint64_t seen = 0;
  for (;;) {
    if (!spin_until(job_is_new, pool, seen)) sleep_until_job(pool, seen);
    if (atomic_load(&pool->stopping)) return NULL;
    if (!enter(pool, &seen)) continue;
    take_tasks(pool, me->index);
    leave(pool);
  }
}

// A worker must not take signals meant for the program: an interrupt belongs to the thread that waits for it.
static int start_worker(worker *w) {
  sigset_t all, old;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &old);
  int failed = pthread_create(&w->thread, NULL, work, w);
  pthread_sigmask(SIG_SETMASK, &old, NULL);
  return failed;
}

ck_pool *ck_pool_create(int threads) {
  if (threads < 1) threads = 1;
  if (threads > MOST_THREADS) threads = MOST_THREADS;
  ck_pool *pool = aligned_alloc(64, (sizeof(ck_pool) + 63) / 64 * 64);
  worker *workers = calloc((size_t)threads, sizeof(worker));
  if (!pool || !workers) {
    free(pool);
    free(workers);
    return NULL;
  }
  *pool = (ck_pool){.threads = 1, .workers = workers, .busy = ATOMIC_FLAG_INIT};
  pthread_mutex_init(&pool->mutex, NULL);
  pthread_cond_init(&pool->job_came, NULL);
  pthread_cond_init(&pool->job_done, NULL);
  while (pool->threads < threads) {
    worker *w = &workers[pool->threads];
    w->pool = pool;
    w->index = pool->threads;
    if (start_worker(w) != 0) break;
    pool->threads++;
  }
  return pool;
}

void ck_pool_destroy(ck_pool *pool) {
  if (!pool) return;
  pthread_mutex_lock(&pool->mutex);
  atomic_store(&pool->stopping, true);
  pthread_cond_broadcast(&pool->job_came);
  pthread_mutex_unlock(&pool->mutex);
  for (int i = 1; i < pool->threads; i++) pthread_join(pool->workers[i].thread, NULL);
  pthread_cond_destroy(&pool->job_done);
  pthread_cond_destroy(&pool->job_came);
  pthread_mutex_destroy(&pool->mutex);
  free(pool->workers);
  free(pool);
}

int ck_pool_threads(const ck_pool *pool) { return pool ? pool->threads : 1; }

static void open_gate(ck_pool *pool) {
  uint64_t job = (atomic_load(&pool->gate) >> GATE_JOB_SHIFT) + 1;
  // 0 is what a worker has seen before its first job.
  if ((uint32_t)job == 0) job = 1;
  atomic_store(&pool->gate, (uint64_t)(uint32_t)job << GATE_JOB_SHIFT | GATE_OPEN);
  int sleepers = atomic_load(&pool->sleepers);
  if (sleepers == 0) return;
  pthread_mutex_lock(&pool->mutex);
  if (pool->tasks - 1 >= sleepers) {
    pthread_cond_broadcast(&pool->job_came);
  } else {
    for (long i = 1; i < pool->tasks; i++) pthread_cond_signal(&pool->job_came);
  }
  pthread_mutex_unlock(&pool->mutex);
}

static void close_gate(ck_pool *pool) {
  atomic_fetch_and(&pool->gate, ~GATE_OPEN);
  if (spin_until(nobody_inside, pool, 0)) return;
  pthread_mutex_lock(&pool->mutex);
  atomic_store(&pool->caller_sleeps, 1);
  while (!nobody_inside(pool, 0)) pthread_cond_wait(&pool->job_done, &pool->mutex);
  atomic_store(&pool->caller_sleeps, 0);
  pthread_mutex_unlock(&pool->mutex);
}

int ck_pool_run(ck_pool *pool, long tasks, ck_task task, void *context, const int *cancel) {
  if (pool && current.pool == pool) return run_alone(tasks, task, context, cancel, current.worker);
  if (!pool || pool->threads == 1 || tasks <= 1 || atomic_flag_test_and_set(&pool->busy)) {
    return run_alone(tasks, task, context, cancel, 0);
  }
  const ck_pool *outer_pool = current.pool;
  int outer_worker = current.worker;
  current.pool = pool;
  current.worker = 0;
  pool->task = task;
  pool->context = context;
  pool->cancel = cancel;
  pool->tasks = tasks;
  atomic_store(&pool->next, 0);
  atomic_store(&pool->cancelled, false);
  open_gate(pool);
  take_tasks(pool, 0);
  close_gate(pool);
  int cancelled = atomic_load(&pool->cancelled);
  current.pool = outer_pool;
  current.worker = outer_worker;
  atomic_flag_clear(&pool->busy);
  return cancelled;
}
