namespace RolloutPortal.Domain.Imports;

/// <summary>One file, stored whole; it can be taken back once, while nothing stands on it.</summary>
public sealed record Import(ImportStored? Stored, bool IsReversed) : IState<Import, ImportEvent>
{
    public static Import Initial { get; } = new(Stored: null, IsReversed: false);

    /// <summary>Once: whoever finds it stored has another's work before them, whatever it counts.</summary>
    public Decision<ImportEvent> Store(ImportStored stored) => Stored is null ? stored : new Refusal(ImportRefusals.AlreadyStored);

    /// <param name="standing">How much has come since that stands on it.</param>
    public Decision<ImportEvent> Reverse(int standing, Guid? by, DateTimeOffset at)
    {
        if (Stored is null) return new Refusal(ImportRefusals.NotFound);
        if (IsReversed) return Decision<ImportEvent>.Nothing;
        return standing > 0 ? new Refusal(ImportRefusals.StoodOn, standing) : new ImportReversed(Stored.ImportId, by, at);
    }

    public Import Apply(ImportEvent @event) => @event switch
    {
        ImportStored e => this with { Stored = e },
        ImportReversed => this with { IsReversed = true },
        _ => this,
    };
}
