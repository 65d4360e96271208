namespace RolloutPortal.Web.Platform.Seeding.Files;

/// <summary>What invented people are made of: names that are put together by chance, and the job roles of each side.</summary>
/// <param name="Given">Empty in a scenario without employees.</param>
public sealed record PeopleFiles(IReadOnlyList<FileRow> Given, IReadOnlyList<FileRow> Family, IReadOnlyList<FileRow> Roles)
{
    public static PeopleFiles Read(ScenarioFolder files) => files.Has("people")
        ? new(files.Table("people/given.csv"), files.Table("people/family.csv"), files.Table("people/roles.csv"))
        : new([], [], []);
}
