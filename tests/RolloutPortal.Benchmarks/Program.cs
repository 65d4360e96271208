using RolloutPortal.Benchmarks.Support;

// One line a benchmark; `-- NAME` runs one, nothing runs them all and keeps the rows in RESULTS.md.
Benchmark[] all =
[
];

return await Runner.Run(all, args);
