-- POST of agreements with one cited claim each, every one under a slug of its own: ... -- <prefix of the slugs>
dofile(os.getenv("BENCH_DIR") .. "/wrk/report.lua")

local threads = 0
local count = 0
local prefix
local headers = {
   ["Authorization"] = "Bearer " .. os.getenv("DEALTRACKER_ADMIN_KEY"),
   ["Content-Type"] = "application/json",
}
local body = [[{"slug": "%s", "title": "Written agreement %s", "parties": [
   {"party": "pakistan", "role": "supplier", "citations": [{"source": "reuters-2025-12-22", "locator": "paragraph 5"}]}]}]]

function setup(thread)
   threads = threads + 1
   thread:set("number", threads)
end

function init(args)
   prefix = args[1] .. "-" .. number .. "-"
end

function request()
   count = count + 1
   local slug = prefix .. count
   return wrk.format("POST", "/api/v1/agreements", headers, string.format(body, slug, slug))
end
