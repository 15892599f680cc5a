-- Asks for one story of ten thousand at a time, or always for the same one; counts what is not 200 or 304.
local many = os.getenv("BENCH_STORIES") == "many"
local tag = os.getenv("BENCH_TAG")
local single = os.getenv("BENCH_SINGLE") == "yes"
local timed = tonumber(os.getenv("BENCH_STATUS") or "")
local headers = {}
local threads = {}
local ffi = require("ffi")
ffi.cdef("typedef struct { long seconds, nanos; } moment; int clock_gettime(int, moment *);")
local clock = ffi.new("moment")
if tag and tag ~= "" then headers["If-None-Match"] = tag end

local function path(story)
    return string.format("/v1/stories/art_01JRD8VN4Z5D8C7A2V0X3K%04d", story)
end

function init(args)
    math.randomseed(os.time() + (number or 0))
end

local function now()
    ffi.C.clock_gettime(1, clock)
    return tonumber(clock.seconds) * 1e6 + tonumber(clock.nanos) / 1e3
end

-- What is always the same is written once: to write it each time keeps this side busier than one that answers from memory.
if many then
    function request()
        sent = single and now()
        return wrk.format("GET", path(math.random(0, 9999)), headers)
    end
else
    wrk.path = path(0)
    wrk.headers = headers
end

-- With one connection for each thread an answer is that of the last request, and its time can be kept if it has the status that is
-- asked for. What wrk itself tells of latency is as if requests
-- had gone out at a steady pace: each that is slow counts once more for each that waited behind it.
if single then
    took = {}
    function response(status)
        if not timed or status == timed then took[#took + 1] = now() - sent end
    end
    function setup(thread)
        threads[#threads + 1] = thread
        thread:set("number", #threads)
    end
end

local function exact(share)
    local all = {}
    for _, thread in ipairs(threads) do
        for _, micros in ipairs(thread:get("took")) do all[#all + 1] = micros end
    end
    table.sort(all)
    return all[math.ceil(#all * share)] or 0
end

function done(summary, latency, requests)
    io.write(string.format("RESULT %d %d %.0f %.0f %d\n", summary.requests, summary.duration,
        single and exact(0.5) or latency:percentile(50), single and exact(0.99) or latency:percentile(99),
        summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
