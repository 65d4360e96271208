using RolloutPortal.Importing;
using RolloutPortal.Importing.Fields;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Features.Programmes;
using RolloutPortal.Web.Features.Shared.Lists;

namespace RolloutPortal.Web.Features.Imports;

/// <summary>Where one begins an import, what is under way, and what was imported.</summary>
/// <param name="Kind">As chosen in a form that was not accepted.</param>
/// <param name="Names">What files were called.</param>
public sealed record ImportsPage(
    ProgrammeRow Programme, IReadOnlyList<FieldTable> Kinds, string? Kind, IReadOnlyList<WaitingImport> Open, IReadOnlyList<ImportBatchRow> Batches, Pager Pager,
    IReadOnlyDictionary<Guid, string> Names, Func<Guid?, string> Who)
{
    /// <summary>Files that ended without being stored, lately.</summary>
    public IReadOnlyList<WaitingImport> Ended { get; init; } = [];

    /// <summary>The try that the next file mends, and so replaces.</summary>
    public WaitingImport? Replaces { get; init; }

    /// <summary>Never sent back: a browser gives a file once.</summary>
    public IFormFile? File => null;

    public string Address => $"/programmes/{Programme.ProgrammeId}/imports";

    public string Topic => $"imports/{Programme.ProgrammeId}";
}

/// <summary>One file, from its upload to its end.</summary>
/// <param name="Batch">Once it is stored.</param>
/// <param name="Standing">What stands on it; null: nobody asks.</param>
public sealed record ImportPage(
    ProgrammeRow Programme, FieldTable Table, WaitingImport Import, ImportBatchRow? Batch, IReadOnlyList<Obstacle>? Standing, Func<Guid?, string> Who, Preview? Preview)
{
    /// <summary>Cells that may hold a person number, and the file's name: the first that nobody has answered for.</summary>
    public IReadOnlyList<Fault> Questions { get; init; } = [];

    /// <summary>The first values of each column.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> Samples { get; init; } = new Dictionary<int, IReadOnlyList<string>>();

    /// <summary>Fields of columns as somebody chose them who was overtaken: theirs is not lost; null: nobody was.</summary>
    public IReadOnlyDictionary<int, string>? Typed { get; init; }

    /// <summary>Rows mean nothing before somebody has said which column is which.</summary>
    public bool MapsFirst => Import.Summary is { LacksColumns: true };

    /// <summary>What columns probably are that nothing is known of: chosen for whoever maps them, and marked.</summary>
    public IReadOnlyDictionary<int, Field> Likely => MapsFirst
        ? LikelyFields.Of(Table, [.. Import.Headers.Select(column => (column.Index, column.Header, column.Field))])
        : new Dictionary<int, Field>();

    /// <summary>Areas that the file would create, each with one that it resembles.</summary>
    public IReadOnlyList<(string Name, string Other)> Alike { get; init; } = [];

    /// <summary>What the file must have and no header is known to be.</summary>
    public IEnumerable<Field> Needed =>
        (Import.Summary?.OfFile ?? []).Where(fault => fault.Key == ImportFaults.ColumnMissing).Select(fault => Table.Named(fault.Column ?? "")).OfType<Field>();

    public bool ShowsLines => Preview is { Columns.Count: > 0 } && Import.Summary is { OtherKind: null, HeaderBelow: null, LacksColumns: false };

    /// <summary>Columns can be mapped: the file is there to be read again.</summary>
    public bool MayMap => Import.Summary is { Persons: 0 } && Import.Headers.Count > 0;

    public string Address => $"/programmes/{Programme.ProgrammeId}/imports/{Import.ImportId}";

    /// <summary>Where the same file is sent once it is mended.</summary>
    public string Mended => $"{All}?kind={Import.Kind}&replaces={Import.ImportId}";

    public string All => $"/programmes/{Programme.ProgrammeId}/imports";

    public string Topic => $"imports/{Programme.ProgrammeId}";

    /// <summary>The key of what it is at, for its text and tone.</summary>
    public string State => Batch?.ReversedAt is null ? Import.State.ToString() : "Reversed";
}

/// <summary>The lines of a file, a page of them.</summary>
/// <param name="Show">Which: an outcome by its name, <c>Doubt</c>, <c>Beside</c>, or null for all.</param>
/// <param name="Columns">Those fields that stand in the file, with their place in a line.</param>
public sealed record Preview(string? Show, IReadOnlyList<ImportLine> Lines, Pager Pager, IReadOnlyList<(Field Field, int Place)> Columns);
