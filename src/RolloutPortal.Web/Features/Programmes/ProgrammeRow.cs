using RolloutPortal.Domain.Programmes;
using RolloutPortal.EventStore.ReadModels;

namespace RolloutPortal.Web.Features.Programmes;

/// <summary>One rollout of one system; language, zone and currency are its defaults.</summary>
public sealed record ProgrammeRow(Guid ProgrammeId, string Name, string Language, string Country, string TimeZone, string Currency)
    : IReadModel<ProgrammeRow>
{
    public static IReadOnlyList<Type> Events => [typeof(ProgrammeFounded), typeof(ProgrammeRenamed), typeof(ProgrammeDefaultsChosen)];

    public IEnumerable<string> Topics => [$"rollout/{ProgrammeId}", $"rollout/{ProgrammeId}/parts"];

    public static IEnumerable<Guid> KeysOf(object @event) =>
        @event is ProgrammeFounded or ProgrammeRenamed or ProgrammeDefaultsChosen ? [((ProgrammeEvent)@event).ProgrammeId] : [];

    public static ProgrammeRow? Fold(ProgrammeRow? row, object @event, Guid key) => @event switch
    {
        ProgrammeFounded e => new(key, e.Name, e.Language, e.Country, e.TimeZone, e.Currency),
        ProgrammeRenamed e when row is not null => row with { Name = e.Name },
        ProgrammeDefaultsChosen e when row is not null => row with { Language = e.Language, Country = e.Country, TimeZone = e.TimeZone, Currency = e.Currency },
        _ => row,
    };
}
