using RolloutPortal.Domain.Employees;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Importing;
using RolloutPortal.Importing.Fields;

namespace RolloutPortal.Web.Features.Imports.Engine;

/// <summary>A kind of file: a table of fields, and what to do with rows. All else is the importer's.</summary>
public interface IImportKind
{
    FieldTable Table { get; }

    /// <summary>Compares a file with what is known. Faults found here are added to their rows.</summary>
    /// <param name="file">Its header and its rows may be at fault: what can be compared is, so that all is told at once.</param>
    Task<KindPlan> Plan(ImportFile file, ImportPlace place, CancellationToken ct);

    /// <summary>What has come since that stands on an import, in words of the reader; empty: it can be taken back.</summary>
    Task<IReadOnlyList<Obstacle>> Standing(Guid importId, CancellationToken ct);

    /// <summary>What takes an import back; ask <see cref="Standing"/> first.</summary>
    Task<IReadOnlyList<Append>> Reverse(Guid importId, CancellationToken ct);
}

/// <summary>Where and when a file is imported.</summary>
/// <param name="Others">What becomes of places that the file does not name; null: nobody has said yet, and they are kept.</param>
public sealed record ImportPlace(Guid ImportId, Guid ProgrammeId, OtherPlaces? Others = null);

/// <summary>What storing a file would do.</summary>
/// <param name="Outcomes">One for each row of the file, in its order.</param>
/// <param name="Also">What is created along the way.</param>
/// <param name="Appends">What stores it; only for a file without a fault.</param>
public sealed record KindPlan(
    IReadOnlyList<RowPlan> Outcomes, IReadOnlyList<Created> Also, Func<IReadOnlyList<Append>> Appends)
{
    /// <summary>New things that are not there yet today; null: none.</summary>
    public LaterRows? Later { get; init; }

    /// <summary>Told with the appends, the rows that the kind wants written with them.</summary>
    public Func<IReadOnlyList<Append>, IEnumerable<SideWrite>> Beside { get; init; } = _ => [];
}

/// <summary>What is created because a row names it, and nobody knew it.</summary>
public sealed record Created(CreatedKind Kind, string Name);

/// <summary>Also the key of its text, in small letters.</summary>
public enum CreatedKind { Area, Provider }

/// <summary>Rows of what comes on a later day.</summary>
/// <param name="First">The earliest of their days, each in its own place.</param>
public sealed record LaterRows(int Count, DateOnly First, DateOnly Last);

/// <summary>What a row comes to. Stored by name.</summary>
public enum RowOutcome
{
    New,
    Changed,
    Unchanged,
    Fault,

    /// <summary>Not compared: the file's header is at fault.</summary>
    Unread,
}

/// <param name="Changes">Old and new value of what is changed.</param>
public sealed record RowPlan(RowOutcome Outcome, IReadOnlyList<ValueChange> Changes)
{
    public static RowPlan Fault { get; } = new(RowOutcome.Fault, []);

    /// <summary>Of a row that was not compared whole.</summary>
    public static RowPlan Not(ImportRow row) => row.IsSound ? Unread : Fault;

    private static RowPlan Unread { get; } = new(RowOutcome.Unread, []);

    /// <summary>Places of the person that the file does not name and the row begins in the midst of: somebody says what becomes of them.</summary>
    public IReadOnlyList<OtherPlace> Beside { get; init; } = [];
}

/// <summary>Where somebody works as well.</summary>
/// <param name="Code">The location's.</param>
public sealed record OtherPlace(string Code, string Name, string Role, DateOnly From);

/// <param name="Field">English name.</param>
/// <param name="Old">Null: nothing.</param>
public sealed record ValueChange(string Field, string? Old, string? New);

/// <summary>Something that stands on an import.</summary>
/// <param name="Key">Of its text; {0}: <paramref name="Name"/>, {1}: how many.</param>
public sealed record Obstacle(string Key, string Name, long Count)
{
    /// <summary>The first of them, where each has a page.</summary>
    public IReadOnlyList<ObstacleName> Some { get; init; } = [];
}

public sealed record ObstacleName(string Name, string Address);
