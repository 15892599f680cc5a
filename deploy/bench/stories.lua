-- Asks for one story of ten thousand at a time, or always for the same one; counts what is not 200 or 304.
local many = os.getenv("BENCH_STORIES") == "many"
local tag = os.getenv("BENCH_TAG")
local headers = {}
if tag and tag ~= "" then headers["If-None-Match"] = tag end

function init(args)
    math.randomseed(os.time())
end

function request()
    local number = many and math.random(0, 9999) or 0
    return wrk.format("GET", string.format("/v1/stories/art_01JRD8VN4Z5D8C7A2V0X3K%04d", number), headers)
end

function done(summary, latency, requests)
    io.write(string.format("RESULT %d %d %.0f %.0f %d\n", summary.requests, summary.duration,
        latency:percentile(50), latency:percentile(99),
        summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
