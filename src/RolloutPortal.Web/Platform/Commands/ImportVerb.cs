using System.Globalization;
using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Importing;
using RolloutPortal.Web.Features.Imports;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Languages;
using RolloutPortal.Web.Platform.Log;
using RolloutPortal.Web.Platform.Running;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Platform.Commands;

/// <summary>Imports a file: all of it, or nothing.</summary>
internal static class ImportVerb
{
    private const int FaultsFound = 2;

    /// <summary>Faster than this nobody needs to be told how far it is.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(2);

    public static Verb Verb { get; } = new(
        "import", "import KIND FILE [--dry-run] [--accept-doubtful] [--moved]", "imports a CSV or XLSX file: all of it, or nothing",
        "KIND is locations or employees. --dry-run checks everything and stores nothing. --accept-doubtful takes what may be a person\n"
        + "number, and may not, for none. --moved ends the place of whoever has one that a file of employees does not name, where a line of\n"
        + "it begins another; without, both go on. --programme=NAME says for which programme, where there are several; --language=da, sv or en\n"
        + "in which language faults are told (default: the programme's).\n"
        + "Faults come on standard error, 'line N: column: what is wrong'. Exit code 0: done, 2: faults, nothing stored, 1: anything else.",
        NeedsDatabase: true, Run)
    { TypedWrongly = 1 };

    private static async Task<int> Run(VerbArguments arguments, IServiceProvider services, CancellationToken ct)
    {
        arguments.Allow(names: 2, "--dry-run", "--accept-doubtful", "--moved");
        var importer = services.GetRequiredService<Importer>();
        if (arguments.Names is not [var kind, var path]) throw new UsageException($"Type import KIND FILE. KIND is {Names(importer)}.");
        if (importer.Find(kind) is null) throw new UsageException($"There is no kind '{kind}'. There is: {Names(importer)}.");
        if (!File.Exists(path)) throw new UsageException($"There is no file '{path}'.");

        var (id, programme) = (Guid.CreateVersion7(), await Programme(services, ct));
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = Language(services, programme);
        var request = new ImportRequest(id, programme.ProgrammeId, kind, Path.GetFileName(path), await Content(path, ct), IsUnseen: true,
            Others: arguments.Has("--moved") ? OtherPlaces.Left : null);
        var progress = Progress(kind);
        var found = await importer.Check(request, progress, ct);
        var faults = Faults(found, arguments.Has("--accept-doubtful"));
        if (faults.Count > 0 && !arguments.Has("--dry-run")) await services.GetRequiredService<StoppedCells>().Told(found, kind, Guid.Empty);
        if (faults.Count == 0 && !arguments.Has("--dry-run"))
        {
            found = await Store(importer, request, found, progress, services.GetRequiredService<Clock>(), ct);
            faults = Faults(found, acceptsDoubts: true);
            if (faults.Count == 0) await services.GetRequiredService<StoppedCells>().Kept(found, kind, Guid.Empty);
        }

        if (!arguments.Has("--dry-run")) await Log(services, id, faults.Count == 0, ct);
        return Tell(found, faults, arguments.Has("--moved"), services.GetRequiredService<ImportWords>());
    }

    private static string Names(Importer importer) => string.Join(", ", importer.Kinds.Select(kind => kind.Table.Name));

    /// <summary>Larger than any file that is read, it is not read to its end.</summary>
    private static async Task<byte[]> Content(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        var most = (int)Math.Min(file.Length, Importing.Files.SourceFile.MostBytes + 1L);
        var content = new byte[most];
        var read = await file.ReadAtLeastAsync(content, most, throwOnEndOfStream: false, ct);
        return read == most ? content : content[..read];
    }

    private static async Task<ProgrammeRow> Programme(IServiceProvider services, CancellationToken ct)
    {
        var all = await services.GetRequiredService<ReadTables>().All<ProgrammeRow>(ct);
        var wanted = services.GetRequiredService<IConfiguration>()["programme"];
        var found = all.Where(row => wanted is null || string.Equals(row.Name, wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        return found is [var only] ? only : throw new UsageException(
            all.Count == 0 ? "There is no programme yet: found one in the portal first."
            : $"For which programme? --programme=NAME; there is: {string.Join(", ", all.Select(row => row.Name))}.");
    }

    private static CultureInfo Language(IServiceProvider services, ProgrammeRow programme)
    {
        var wanted = services.GetRequiredService<IConfiguration>()["language"] ?? programme.Language;
        return Domain.Naming.Languages.Has(wanted) ? PortalLanguages.CultureOf(wanted) : throw new UsageException($"There is no language '{wanted}'. There is: da, sv, en.");
    }

    private static Telling<ImportProgress> Progress(string kind)
    {
        var (shown, started) = (VerbProgress.ToConsole(), System.Diagnostics.Stopwatch.StartNew());
        return new(at =>
        {
            if (started.Elapsed > Quick) shown.Tell($"import {kind}: {at.Phase.ToString().ToLowerInvariant()}, {at.Rows} rows");
        });
    }

    private static Task<CheckedImport> Store(
        Importer importer, ImportRequest request, CheckedImport found, IProgress<ImportProgress> progress, Clock clock, CancellationToken ct) =>
        importer.Store(
            request, found, found.Doubts.Count,
            [new SideWrite(
                "insert into import (id, programme_id, kind, file_name, state, row_count, created_by, created_at) values ($1, $2, $3, $4, 'Stored', $5, $6, $7)",
                request.ImportId, request.ProgrammeId, request.Kind, request.FileName, found.File.Rows.Count, Guid.Empty, clock.Now)],
            progress, ct);

    /// <summary>As somebody's who has no account: it may name thousands of people.</summary>
    private static Task Log(IServiceProvider services, Guid importId, bool isStored, CancellationToken ct) =>
        services.GetRequiredService<AccessTables>().Write(
            [AccessEntry.OfVerb(services.GetRequiredService<TimeProvider>(), "import", importId, isStored ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)], ct: ct);

    private static List<Fault> Faults(CheckedImport found, bool acceptsDoubts) =>
        [.. found.Faults.Concat(acceptsDoubts ? [] : found.Doubts).OrderBy(fault => fault.Line ?? 0)];

    private static int Tell(CheckedImport found, List<Fault> faults, bool hasMoved, ImportWords words)
    {
        foreach (var fault in faults.Take(Fault.MostTold)) Console.Error.WriteLine($"{fault.Where}: {words.Of(fault)}");
        if (faults.Count > Fault.MostTold) Console.Error.WriteLine($"file: {words.More(faults.Count - Fault.MostTold)}");
        if (faults.Count > 0) return FaultsFound;
        var beside = found.Plan?.Outcomes.Count(row => row.Beside.Count > 0) ?? 0;
        if (beside > 0 && !hasMoved) Console.Error.WriteLine(words.Beside(beside));
        Console.WriteLine(
            $"{found.File.Rows.Count} rows: {found.Count(RowOutcome.New)} new, {found.Count(RowOutcome.Changed)} changed, {found.Count(RowOutcome.Unchanged)} unchanged");
        return 0;
    }
}
