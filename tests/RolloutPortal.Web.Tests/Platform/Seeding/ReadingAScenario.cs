using RolloutPortal.Web.Platform.Seeding;
using RolloutPortal.Web.Platform.Seeding.Files;
using RolloutPortal.Web.Platform.Seeding.Tickets;

namespace RolloutPortal.Web.Tests.Platform.Seeding;

public sealed class ReadingAScenario : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("scenario").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_same_story_is_told_each_time()
    {
        Assert.Equal(Told(Domus.Files), Told(Scenario.Read(Scenarios.Folder, Domus.Name)));
        Assert.Equal(
            Scenarios.Told(Domus.Files).Select(step => (step.At, step.By, step.Stream, step.Events)),
            Scenarios.Told(Scenario.Read(Scenarios.Folder, Domus.Name)).Select(step => (step.At, step.By, step.Stream, step.Events)));
    }

    [Fact]
    public void Every_value_has_a_mark_beside_it()
    {
        foreach (var row in Domus.Files.Locations.Concat(Domus.Files.Waves))
            foreach (var (column, value) in row.Cells.Where(cell => cell.Key != "number" && !cell.Key.EndsWith("source", StringComparison.Ordinal)))
                Assert.True(value.Length == 0 || row[$"{column}_source"] is "document" or "invented", $"{row.File}, line {row.Line}: {column}");
        Assert.All(
            Domus.Files.Accounts.Concat(Domus.Files.Story).Concat(Domus.Files.Tickets.Told).Concat(Domus.Files.Tickets.Troubles),
            row => Assert.Equal("invented", row["source"]));
    }

    [Theory]
    [InlineData("code;users\nBN-01;mange", "waves.csv, line 2: users is no whole number.")]
    [InlineData("code;users\nBN-01", "waves.csv, line 2: 1 values for 2 columns.")]
    [InlineData("code;users\n\"BN-01;4", "waves.csv, line 2: quotes are not closed.")]
    public void A_wrong_line_is_named(string text, string fault)
    {
        File.WriteAllText(Path.Combine(folder, "waves.csv"), text);

        var wrong = Assert.Throws<ScenarioFileException>(() => new ScenarioFolder(folder).Table("waves.csv").Sum(row => row.Whole("users")));

        Assert.Equal(fault, wrong.Message);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var wrong = Assert.Throws<ScenarioFileException>(() => Scenario.Read(folder, "nowhere"));

        Assert.StartsWith("programme.json: is missing", wrong.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<(Guid, DateTimeOffset, Guid, string)> Told(Scenario scenario) => new TicketStory(scenario).Tickets()
        .SelectMany(ticket => ticket.Deeds.Select(deed => (ticket.TicketId, deed.At, deed.By, deed.Words)).Prepend((ticket.TicketId, ticket.At, ticket.Reporter, ticket.Words)));
}
