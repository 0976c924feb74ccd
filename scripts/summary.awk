# Reads the output of `swift test` (XCTest and Swift Testing): prints the ten slowest tests, those that failed or never
# ended, the runner's own summary lines and the counts. Fails when not a single test ran.

function ended_as(outcome, name, seconds) {
  unfinished[name]--
  count[outcome]++
  if (outcome == "failed") failed[++failures] = name
  # The number keeps tests of the same name in different suites apart.
  ended++
  time[name SUBSEP ended] = seconds
}

# XCTest: Test Case 'Suite.name' passed (0.001 seconds)
/^Test Case '.*' started/ { split($0, part, "'"); unfinished[part[2]]++; next }
/^Test Case '.*' (passed|failed|skipped) \([0-9.]+ seconds\)/ {
  split($0, part, "'")
  outcome = part[3]
  sub(/^ /, "", outcome)
  seconds = outcome
  sub(/ .*/, "", outcome)
  sub(/^[^(]*\(/, "", seconds)
  ended_as(outcome, part[2], seconds + 0)
  next
}
/^Test Suite '(All|Selected) tests' (passed|failed)/ { in_summary = 1; runner[++lines] = $0; next }
in_summary && /Executed [0-9]+ tests?/ { runner[++lines] = $0; in_summary = 0; next }

# Swift Testing: <sign> Test name() passed after 0.001 seconds.
/^[^ ]+ Test run with [0-9]+ tests?/ { runner[++lines] = $0; next }
/^[^ ]+ Test (run started|case passing|.* recorded an? )/ { next }
/^[^ ]+ Test .* started\.$/ { unfinished[test_name(" started\\.$")]++; next }
/^[^ ]+ Test .* skipped(\.|: )/ { count["skipped"]++; next }
/^[^ ]+ Test .* was cancelled after [0-9.]+ seconds/ {
  unfinished[test_name(" was cancelled after [0-9.]+ seconds.*$")]--
  count["skipped"]++
  next
}
/^[^ ]+ Test .* (passed|failed) after [0-9.]+ seconds/ {
  outcome = / passed after [0-9.]+ seconds/ ? "passed" : "failed"
  seconds = $0
  sub(/.* (passed|failed) after /, "", seconds)
  ended_as(outcome, test_name(" (passed|failed) after [0-9.]+ seconds.*$"), seconds + 0)
  next
}

function test_name(ending, name) {
  name = $0
  sub(/^[^ ]+ Test /, "", name)
  sub(ending, "", name)
  sub(/ with [0-9]+ test cases?$/, "", name)
  return name
}

END {
  for (round = 1; round <= 10; round++) {
    slowest = ""
    for (key in time) if (slowest == "" || time[key] > time[slowest]) slowest = key
    if (slowest == "") break
    if (round == 1) print "\nThe slowest tests:"
    split(slowest, part, SUBSEP)
    printf "%10.3f s  %s\n", time[slowest], part[1]
    delete time[slowest]
  }
  for (name in unfinished) if (unfinished[name] > 0) open[++opened] = name
  if (failures) print "\nFailed:"
  for (i = 1; i <= failures; i++) print "              " failed[i]
  if (opened) print "\nStarted, but never ended:"
  for (i = 1; i <= opened; i++) print "              " open[i]
  print ""
  for (i = 1; i <= lines; i++) print runner[i]
  printf "%d passed, %d failed, %d skipped", count["passed"], count["failed"], count["skipped"]
  if (opened) printf ", %d never ended", opened
  print ""
  if (!ended) { print "Not a single test ran."; exit 1 }
}
