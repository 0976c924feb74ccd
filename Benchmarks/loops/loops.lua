-- The loops of numbers and texts in Lua. Usage: lua5.4 loops.lua NAME REPEATS; prints one time in seconds per line.
local clock = os.clock
local T = {}
function T.summod()
  local s = 0
  for i = 1, 10000000 do s = s + i * i % 7 end
  return s
end
function T.mandel()
  local n, maxit, total = 200, 100, 0
  for py = 0, n - 1 do
    local ci = py * (2.0 / n) - 1.0
    for px = 0, n - 1 do
      local cr = px * (3.0 / n) - 2.0
      local zr, zi, zr2, zi2, k = 0.0, 0.0, 0.0, 0.0, 0
      while k < maxit and zr2 + zi2 <= 4.0 do
        zi = 2.0 * zr * zi + ci; zr = zr2 - zi2 + cr
        zr2 = zr * zr; zi2 = zi * zi; k = k + 1
      end
      total = total + k
    end
  end
  return total
end
local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
function T.fib() return fib(27) end
function T.strjoin()          -- idiomatic: table + concat
  local t = {}
  for i = 1, 100000 do t[i] = i end
  return #table.concat(t, ",")
end
function T.strappend()        -- naive s = s .. piece
  local s = ""
  for i = 1, 100000 do s = s .. "x" end
  return #s
end
local name, reps = arg[1], tonumber(arg[2])
local f, r = T[name]
f()
for i = 1, reps do local t = clock(); r = f(); io.write(string.format("%.9f\n", clock() - t)) end
io.stderr:write(string.format("check %s\n", tostring(r)))
