-- One line that src/bench/run reads: requests, microseconds, the median and the 99th percentile of the latency in
-- microseconds, answers from 400 on, and requests that were never answered.
function done(summary, latency, requests)
   local errors = summary.errors
   io.write(string.format("result %d %d %d %d %d %d\n",
      summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
      errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
