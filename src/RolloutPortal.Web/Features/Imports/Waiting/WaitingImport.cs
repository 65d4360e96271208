using System.Globalization;
using RolloutPortal.Domain.Employees;
using RolloutPortal.Importing;
using RolloutPortal.Web.Features.Imports.Engine;

namespace RolloutPortal.Web.Features.Imports.Waiting;

/// <summary>Where an uploaded file has come. Stored by name.</summary>
public enum ImportState
{
    /// <summary>To be read and compared, or just being so.</summary>
    Checking,

    /// <summary>Somebody looks at what it would do.</summary>
    Checked,

    /// <summary>To be stored, or just being so.</summary>
    Storing,
    Stored,
    Cancelled,

    /// <summary>Nobody stored it within a day.</summary>
    Expired,
    Failed,

    /// <summary>Somebody in it was erased while it waited.</summary>
    Forgotten,

    /// <summary>It is no table, or none that is taken: why stands in its summary.</summary>
    Refused,
}

/// <summary>An uploaded file, and what is known of it; its content and its lines stand beside.</summary>
/// <param name="Headers">Every column of the file.</param>
/// <param name="Accepted">Doubts that somebody vouched for: <see cref="DoubtKey"/>.</param>
/// <param name="HasMoved">Somebody changed something since it was looked at: it is to be looked at again.</param>
public sealed record WaitingImport(
    Guid ImportId, Guid ProgrammeId, string Kind, string FileName, ImportState State, ImportPhase Phase, int Rows, CheckSummary? Summary, string? Digest,
    IReadOnlyList<FileColumn> Headers, IReadOnlyList<string> Accepted, bool HasMoved, Guid CreatedBy, DateTimeOffset CreatedAt)
{
    /// <summary>What was said of places that the file does not name; null: nothing.</summary>
    public OtherPlaces? Others { get; init; }

    /// <summary>The line of its headers, as somebody said it; null: the first.</summary>
    public int? Header { get; init; }

    /// <summary>Of the file that has been read, 0 to 1; null: how much is left of the phase is not known.</summary>
    public double? Share { get; init; }

    /// <summary>When it came to its end, where nothing of it was stored.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Null: nobody in particular.</summary>
    public Guid? EndedBy { get; init; }

    /// <summary>What a form that changes it carries: the preview, and what was said of the file. As <see cref="ImportAnswers"/> compares it.</summary>
    public string Seen => string.Create(CultureInfo.InvariantCulture, $"{Digest}/{Kind}/{Header}/{Others}");

    /// <summary>Its name without a number that nobody has answered for.</summary>
    public string ShownName => Summary?.Doubts.FirstOrDefault(doubt => doubt.Line is null && !Accepted.Contains(DoubtKey(doubt))) is { } doubt ? doubt.Values[0] : FileName;

    /// <summary>How many rows wait for that to be said.</summary>
    public int OpenPlaces => Others is null ? Summary?.Beside ?? 0 : 0;

    /// <summary>It waits for nobody: nothing can become of it before somebody mends the file itself.</summary>
    public bool IsFaulty => State is ImportState.Checked && Summary is { Faults: > 0, LacksColumns: false, OtherKind: null, HeaderBelow: null } or { Persons: > 0 };

    public bool IsRunning => State is ImportState.Checking or ImportState.Storing;

    public bool IsOpen => IsRunning || State is ImportState.Checked;

    public int OpenDoubts => Math.Max(0, Math.Max(Summary?.DoubtCount ?? 0, Summary?.Doubts.Count ?? 0) - Accepted.Count);

    /// <summary>Nothing is in the way of storing it.</summary>
    public bool MayStore => State is ImportState.Checked && Summary is { Faults: 0, ChangesSomething: true } && OpenDoubts == 0 && OpenPlaces == 0;

    public static string DoubtKey(Fault doubt) => $"{doubt.Line}/{doubt.Column}";
}

/// <param name="Field">Null: not imported.</param>
public sealed record FileColumn(int Index, string Header, string? Field);

/// <summary>What checking a file found, without its lines.</summary>
/// <param name="FaultyRows">Rows with at least one fault.</param>
/// <param name="Faults">In all.</param>
/// <param name="OfFile">Those of the file and its header.</param>
/// <param name="Doubts">Of the file's name: it may hold a person number. Those of cells stand with their lines.</param>
/// <param name="DoubtCount">Of name and cells together: each is answered for.</param>
/// <param name="Also">What is created along the way.</param>
public sealed record CheckSummary(
    int Rows, int New, int Changed, int Unchanged, int FaultyRows, int Faults, IReadOnlyList<Fault> OfFile, IReadOnlyList<Fault> Doubts, int DoubtCount,
    IReadOnlyList<AlsoCreated> Also)
{
    public bool ChangesSomething => New + Changed > 0;

    /// <summary>Rows that begin in the midst of a place which the file does not name.</summary>
    public int Beside { get; init; }

    /// <summary>The kind of file that it is by its headers, where that is another; null: it is not.</summary>
    public string? OtherKind => Persons > 0 ? null : OfFile.Select(fault => fault.OtherKind()).FirstOrDefault(kind => kind is not null);

    /// <summary>Where the headers may be, below what looks like a title; null: where they were looked for.</summary>
    public Fault? HeaderBelow => Persons > 0 ? null : OfFile.FirstOrDefault(fault => fault.Key == ImportFaults.HeaderTitle);

    /// <summary>Numbers that are certainly somebody's, in cells, headers and the name: the file itself is gone.</summary>
    public int Persons { get; init; }

    /// <summary>Somebody has to say which column is which before anything of it can be read whole.</summary>
    public bool LacksColumns => Persons == 0 && OfFile.Any(fault => fault.Key is ImportFaults.ColumnMissing or ImportFaults.ColumnTwice);

    /// <summary>Of the new: what is not there yet today.</summary>
    public LaterRows? Later { get; init; }

    public static CheckSummary Of(CheckedImport file) => new(
        file.File.Rows.Count, file.Count(RowOutcome.New), file.Count(RowOutcome.Changed), file.Count(RowOutcome.Unchanged),
        file.File.Rows.Count(row => !row.IsSound), file.Faults.Count, file.File.Faults, file.File.Doubts,
        file.Doubts.Select(WaitingImport.DoubtKey).Distinct().Count(),
        [.. file.Plan?.Also.Select(one => new AlsoCreated(one.Kind.ToString().ToLowerInvariant(), file.File.Discretion.Of(one.Name))) ?? []])
    {
        Later = file.Plan?.Later,
        Persons = file.File.Persons,
        Beside = file.Plan?.Outcomes.Count(row => row.Beside.Count > 0) ?? 0,
    };
}

public sealed record AlsoCreated(string Kind, string Name);

/// <summary>A line of a file as the preview shows it.</summary>
/// <param name="Shown">By the kind's fields.</param>
public sealed record ImportLine(int Line, RowOutcome Outcome, IReadOnlyList<string?> Shown, IReadOnlyList<ValueChange> Changes, IReadOnlyList<Fault> Faults, IReadOnlyList<Fault> Doubts,
    IReadOnlyList<OtherPlace> Beside);
