using System.Reflection;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Importing;
using RolloutPortal.Testing;
using RolloutPortal.Web.Features.Imports;
using RolloutPortal.Web.Tests.Features.AccessLog;
using RolloutPortal.Web.Tests.Platform.Languages;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>The verb, as an operator types it.</summary>
public sealed class TypingImports(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task It_checks_stores_and_says_so_in_a_line()
    {
        using var file = new Scratch(Files.Lines(Files.Locations, "V1;Et;Nord;5;begge", "V2;To;Nord;5;begge"));

        var dry = await Type("import", "locations", file.Path, "--dry-run");
        var done = await Type("import", "locations", file.Path);
        var again = await Type("import", "locations", file.Path);

        Assert.Equal((0, "2 rows: 2 new, 0 changed, 0 unchanged\n"), dry);
        Assert.Equal(dry, done);
        Assert.Equal((0, "2 rows: 0 new, 0 changed, 2 unchanged\n"), again);
    }

    [Fact]
    public async Task Who_typed_it_is_told_in_the_access_log()
    {
        using var file = new Scratch(Files.Lines(Files.Locations, "A1;Et;Nord;5;begge"));
        using var faulty = new Scratch(Files.Lines(Files.Locations, "A2;Et;Nord;x;begge"));

        await Type("import", "locations", file.Path, "--dry-run");
        await Type("import", "locations", file.Path);
        await Type("import", "locations", faulty.Path);

        var told = (await portal.Services.Log()).Select(row => row.Entry).Where(entry => entry.IsTyped && entry.Account is null).TakeLast(2).ToList();
        var page = await (await portal.SignIn(Role.Administrator)).Get("/access-log?kind=Write");
        Assert.Equal([200, 422], told.Select(entry => entry.Status).Order());
        Assert.Contains("Kommandolinjen", page.Words, StringComparison.Ordinal);
        Assert.Contains("Ville gemme en import", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_are_told_by_line_in_the_language_asked_for()
    {
        using var file = new Scratch(Files.Lines(Files.Locations, "V1;Et;Nord;x;begge", ";To;Nord;5;begge"));

        var danish = await Type("import", "locations", file.Path);
        var english = await Type("import", "locations", file.Path, "--language=en");

        Assert.Equal((2, "line 2: users: “x” er ikke et helt tal\nline 3: code: Skal udfyldes\n"), danish);
        Assert.Equal((2, "line 2: users: ‘x’ is no whole number\nline 3: code: Must be filled in\n"), english);
    }

    [Fact]
    public async Task The_first_thousand_are_told_and_then_how_many_more()
    {
        using var file = new Scratch(Files.Lines([Files.Locations, .. Enumerable.Range(1, 1_200).Select(i => $"W{i};x;Nord;x;begge")]));

        var (exitCode, said) = await Type("import", "locations", file.Path, "--language=en");

        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((2, 1_001), (exitCode, lines.Length));
        Assert.Equal("file: and 200 more faults", lines[^1]);
    }

    [Fact]
    public async Task A_doubtful_number_is_a_fault_unless_it_is_accepted()
    {
        using var file = new Scratch(Files.Lines(Files.Locations, "V5;Sag 6408233234;Nord;5;begge"));

        var (refused, said) = await Type("import", "locations", file.Path);
        var (accepted, _) = await Type("import", "locations", file.Path, "--accept-doubtful", "--dry-run");

        Assert.Equal((2, 0), (refused, accepted));
        Assert.StartsWith("line 2: name: Ligner et personnummer", said, StringComparison.Ordinal);
        Assert.DoesNotContain("3234", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no kind 'people'", "import", "people", "x.csv")]
    [InlineData("There is no file 'nowhere.csv'", "import", "locations", "nowhere.csv")]
    [InlineData("Type import KIND FILE", "import", "locations")]
    [InlineData("There is no flag --hurry", "import", "locations", "x.csv", "--hurry")]
    public async Task Typed_wrongly_it_ends_with_1(string reason, params string[] words)
    {
        var (exitCode, said) = await Type(words);

        Assert.Equal(1, exitCode);
        Assert.Contains(reason, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_fault_has_its_words()
    {
        var texts = TextFiles.Read(typeof(ImportTexts).FullName!, "da");
        var keys = typeof(ImportFaults).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.All(keys, key => Assert.Contains($"fault.{key}", texts.Keys));
    }

    private async Task<(int ExitCode, string Said)> Type(params string[] words) =>
        await PortalProgram.Run(PortalProgram.Built, new Dictionary<string, string> { ["ConnectionStrings__Portal"] = portal.ConnectionString }, words);

    /// <summary>A file for the time of a test.</summary>
    private sealed class Scratch : IDisposable
    {
        public Scratch(string content) => File.WriteAllText(Path, content);

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{Fresh.Word()}.csv");

        public void Dispose() => File.Delete(Path);
    }
}
