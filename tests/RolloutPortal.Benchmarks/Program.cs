using RolloutPortal.Benchmarks.Crashing;
using RolloutPortal.Benchmarks.FirstDay;
using RolloutPortal.Benchmarks.Importing;
using RolloutPortal.Benchmarks.Log;
using RolloutPortal.Benchmarks.Pages;
using RolloutPortal.Benchmarks.Support;
using RolloutPortal.Benchmarks.Watching;

// One line a benchmark; `-- NAME` runs one, nothing runs them all and keeps the rows in RESULTS.md.
Benchmark[] all =
[
    new("append", "one event each, 1, 8 and 64 callers, against a bare insert", AppendBenchmark.Run),
    new("decide", "load, decide, append, fold; with and without cached states", DecideBenchmark.Run),
    new("rebuild", "one read table from 100,000 events, against a bare scan", RebuildBenchmark.Run),
    new("memory", "of a rebuild, at 100,000 and at 1,000,000 events", MemoryBenchmark.Run),
    new("list", "the ticket list at 8 connections against a bare endpoint", ListBenchmark.Run),
    new("pages", "how long each page takes, and the portal's memory", PagesBenchmark.Run),
    new("access-log", "what the access log adds to an answer", AccessLogBenchmark.Run),
    new("people", "lists and counts of 7,500 and of 50,000 people", PeopleBenchmark.Run),
    new("export", "all of 20,000 tickets as a file", ExportBenchmark.Run),
    new("watchers", "watchers [N [TICKETS]]: 1,000 people watch a board while tickets come in", WatchersBenchmark.Run),
    new("import", "files of 7,500 and 50,000 employees by the verb: time and memory", ImportBenchmark.Run),
    new("fuzz", "fuzz [N [SEED]]: mutated CSV and XLSX files are imported (default 10,000)", FuzzBenchmark.Run),
    new("first-day", "an administrator's first day: presses, fields and seconds of each step", FirstDayBenchmark.Run),
    new("crash", "crash [N [SEED]]: portal and PostgreSQL are killed N times under 8 writers", CrashBenchmark.Run),
];

return args is [BareEndpoint.Verb, ..] ? await BareEndpoint.Serve(args[1..]) : await Runner.Run(all, args);
