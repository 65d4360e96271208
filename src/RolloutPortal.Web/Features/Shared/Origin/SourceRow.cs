using System.Security.Cryptography;
using System.Text;
using RolloutPortal.Domain.Provenance;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Web.Features.Shared.Origin;

/// <summary>Where one value of one thing comes from: a founding document, or invented to go with it.</summary>
/// <param name="SourceId">Of subject and field together.</param>
/// <param name="Field">Empty: the thing as a whole.</param>
/// <param name="Reference">Which document and where in it, or why invented so.</param>
[Index(nameof(SubjectId))]
public sealed record SourceRow(Guid SourceId, Guid SubjectId, string Field, Source Source, string Reference) : IReadModel<SourceRow>
{
    public static IReadOnlyList<Type> Events => [typeof(SourceNoted)];

    public static IEnumerable<Guid> KeysOf(object @event) => @event is SourceNoted e ? [Key(e.SubjectId, e.Field)] : [];

    public static SourceRow? Fold(SourceRow? row, object @event, Guid key) =>
        @event is SourceNoted e ? new(key, e.SubjectId, e.Field, e.Source, e.Reference) : row;

    private static Guid Key(Guid subject, string field) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{subject}/{field}")).AsSpan(0, 16));
}
