using RolloutPortal.EventStore.ReadModels;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Hypercare.Search;
using RolloutPortal.Web.Features.Locations.Days;

namespace RolloutPortal.Web.Platform.Log;

/// <summary>Every read model of the portal, found by its interface, and every view: <c>Features/X/FooRow.sql</c> is the view
/// <c>foo_row</c>; the rows of the search, which follow the texts; and the rule that no location stands in what is closed.</summary>
public static class ReadModelCatalog
{
    public static ReadModelSet Models()
    {
        var assembly = typeof(ReadModelCatalog).Assembly;
        var models = new ReadModelSet().Add(assembly.GetTypes());
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.EndsWith("Row.sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var name = resource.Split('.')[^2];
            models.AddView(EventStore.Events.StoredName.Of(name), EmbeddedSql.Read($"{name}.sql", assembly));
        }

        foreach (var rule in ClosedParts.FollowUps) models.Add(rule);
        return models.Add(TicketSearchRows.FollowUp);
    }
}
