using RolloutPortal.Domain.Provenance;

namespace RolloutPortal.Domain.Tests.Provenance;

public sealed class NotingASource
{
    private readonly SourceNoted note = new(Guid.NewGuid(), "Users", Source.Invented, "7,500 users shared out by hand");

    [Fact]
    public void The_same_again_changes_nothing_and_the_last_word_counts()
    {
        var noted = Domain.Provenance.Provenance.Initial.After(p => p.Note(note));
        var corrected = note with { Source = Source.Document, Reference = "Committee paper, 23 June 2021" };

        noted.Note(note).IsNothing();
        Assert.Equal(Source.Document, noted.After(p => p.Note(corrected)).ByField["Users"].Source);
    }

    [Fact]
    public void A_source_without_a_reference_says_nothing() =>
        Domain.Provenance.Provenance.Initial.Note(note with { Reference = " " }).IsRefused(ProvenanceRefusals.ReferenceMissing);
}
