-- GET of bench-0 to bench-<last> at random, from a fixed seed: ... -- <path> <last>
dofile(os.getenv("BENCH_DIR") .. "/wrk/report.lua")

local threads = 0
local requests = {}

function setup(thread)
   threads = threads + 1
   thread:set("number", threads)
end

function init(args)
   math.randomseed(number)
   for i = 0, tonumber(args[2]) do
      requests[#requests + 1] = wrk.format("GET", args[1] .. i)
   end
end

function request()
   return requests[math.random(#requests)]
end
