using System.Collections.Immutable;

namespace RolloutPortal.Domain.Provenance;

/// <summary>Why a source cannot be noted.</summary>
public static class ProvenanceRefusals
{
    public const string ReferenceMissing = "provenance.reference-missing";
}

/// <summary>Where the values of one thing come from, by field; its stream is its own, not the thing's.</summary>
public sealed record Provenance(ImmutableDictionary<string, SourceNoted> ByField) : IState<Provenance, ProvenanceEvent>
{
    public static Provenance Initial { get; } = new(ImmutableDictionary<string, SourceNoted>.Empty);

    /// <summary>The last word on a field counts; the same again is nothing to do.</summary>
    public Decision<ProvenanceEvent> Note(SourceNoted note)
    {
        if (string.IsNullOrWhiteSpace(note.Reference)) return new Refusal(ProvenanceRefusals.ReferenceMissing);

        return ByField.GetValueOrDefault(note.Field) == note ? Decision<ProvenanceEvent>.Nothing : note;
    }

    public Provenance Apply(ProvenanceEvent @event) => @event switch
    {
        SourceNoted e => new(ByField.SetItem(e.Field, e)),
        _ => this,
    };
}
