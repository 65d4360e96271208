namespace RolloutPortal.Web.Platform.Seeding.Files;

/// <summary>Everything that the files of one scenario say.</summary>
/// <param name="Clock">When the story ends: what the portal's clock is set to.</param>
public sealed record Scenario(
    SeedIds Ids, DateTimeOffset Clock, FileRow Programme, IReadOnlyList<FileRow> Areas, IReadOnlyList<FileRow> Modules, IReadOnlyList<FileRow> Providers,
    IReadOnlyList<FileRow> Locations, IReadOnlyList<FileRow> Waves, IReadOnlyList<FileRow> Accounts, IReadOnlyList<FileRow> Story, IReadOnlyList<FileRow> Organisation,
    SourceMarks Marks, TicketFiles Tickets, PeopleFiles People)
{
    public string Name => Ids.Scenario;

    public Guid ProgrammeId => Ids.Programme(Programme.Text("key"));

    public string TimeZone => Programme.Text("time_zone");

    public DateTimeOffset Founded => Programme.Instant("founded");

    public DateOnly LastDay => LocalTime.Day(Clock, TimeZone);

    /// <exception cref="ScenarioFileException">A file is missing or wrong.</exception>
    public static Scenario Read(string folder, string name)
    {
        var files = new ScenarioFolder(Path.Combine(folder, name));
        var objects = files.Objects("programme.json");
        var programme = objects["programme"].FirstOrDefault() ?? throw new ScenarioFileException("programme.json: programme is missing.");
        return new(
            new SeedIds(name), objects[""].First().Instant("clock"), programme, [.. objects["areas"]], [.. objects["modules"]], [.. objects["providers"]],
            files.Table("locations.csv"), files.Table("waves.csv"), files.Table("accounts.csv"), files.Table("story.csv"),
            files.Table("organisation.csv"),
            new SourceMarks(files.Table("sources.csv")), TicketFiles.Read(files), PeopleFiles.Read(files));
    }
}

/// <summary>What tickets are made of: words, and what chance may do with them.</summary>
/// <param name="Texts">What happened, by module, kind and side.</param>
/// <param name="Tails">A second sentence, by kind; mostly none.</param>
/// <param name="Reasons">Why a ticket is reopened or withdrawn.</param>
/// <param name="Told">Tickets that the story tells one by one.</param>
/// <param name="Deeds">What became of those.</param>
/// <param name="Troubles">Locations where it goes worse than elsewhere, and days when something failed everywhere.</param>
public sealed record TicketFiles(
    IReadOnlyList<FileRow> Texts, IReadOnlyList<FileRow> Tails, IReadOnlyList<FileRow> Comments, IReadOnlyList<FileRow> Resolutions,
    IReadOnlyList<FileRow> Reasons, IReadOnlyList<FileRow> Told, IReadOnlyList<FileRow> Deeds, IReadOnlyList<FileRow> Troubles)
{
    public static TicketFiles Read(ScenarioFolder files) => new(
        files.Table("tickets/texts.csv"), files.Table("tickets/tails.csv"), files.Table("tickets/comments.csv"), files.Table("tickets/resolutions.csv"),
        files.Table("tickets/reasons.csv"), files.Table("tickets/told.csv"), files.Table("tickets/told-deeds.csv"), files.Table("tickets/troubles.csv"));
}
