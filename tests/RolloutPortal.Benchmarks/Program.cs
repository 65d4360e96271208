using RolloutPortal.Benchmarks.Log;
using RolloutPortal.Benchmarks.Support;

// One line a benchmark; `-- NAME` runs one, nothing runs them all and keeps the rows in RESULTS.md.
Benchmark[] all =
[
    new("append", "one event each, 1, 8 and 64 callers, against a bare insert", AppendBenchmark.Run),
    new("decide", "load, decide, append, fold; with and without cached states", DecideBenchmark.Run),
    new("rebuild", "one read table from 100,000 events, against a bare scan", RebuildBenchmark.Run),
    new("memory", "of a rebuild, at 100,000 and at 1,000,000 events", MemoryBenchmark.Run),
];

return await Runner.Run(all, args);
