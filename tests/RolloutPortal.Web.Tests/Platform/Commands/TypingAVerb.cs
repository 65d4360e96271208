using Microsoft.Extensions.DependencyInjection;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Testing;
using RolloutPortal.Web.Platform.Commands;
using RolloutPortal.Web.Platform.Database;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Platform.Commands;

/// <summary>The program called with a verb, as an operator does it: a process of its own, its exit code and what it says.</summary>
public sealed class TypingAVerb(Portal portal) : IClassFixture<Portal>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("seed", "seed NAME [--reset]")]
    [InlineData("import", "import KIND FILE [--dry-run] [--accept-doubtful] [--moved]")]
    [InlineData("rebuild", "rebuild [NAME]")]
    [InlineData("verify", "verify")]
    [InlineData("schema", "schema --print [ROLE]")]
    public async Task Each_explains_itself_without_a_database(string verb, string usage)
    {
        var (exitCode, said) = await Run([], verb, "--help");

        Assert.Equal(0, exitCode);
        Assert.StartsWith(usage, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_them_all()
    {
        var (exitCode, said) = await Run([], "--help");

        Assert.Equal(0, exitCode);
        Assert.Equal(["seed", "import", "rebuild", "verify", "schema"], Verbs.All.Select(verb => verb.Name));
        Assert.All(Verbs.All, verb => Assert.Contains($"  {verb.Usage} ", said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("There is no verb 'verfy'", "verfy")]
    [InlineData("There is no flag --hurry here", "verify", "--hurry")]
    [InlineData("'twice' is one word too many", "verify", "twice")]
    [InlineData("Which scenario? There is: domus", "seed")]
    [InlineData("There is no read table 'ticket_rows'. There is: account_row", "rebuild", "ticket_rows")]
    [InlineData("Type schema --print", "schema")]
    public async Task Typed_wrongly_it_says_how_and_ends_with_2(string reason, params string[] words)
    {
        var (exitCode, said) = await Here(words);

        Assert.Equal(2, exitCode);
        Assert.Contains(reason, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_is_printed_with_the_rights_of_the_portals_role()
    {
        var (exitCode, said) = await Run([], "schema", "--print", "rollout_app");

        Assert.Equal(0, exitCode);
        Assert.Contains("create table if not exists mt_events", said, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("to rollout_app", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_verify_finds_rebuild_mends()
    {
        var source = portal.Services.GetRequiredService<PortalDatabase>().Source;
        await source.Execute("update location_row set users = 1 where code = 'BN01'", Ct);

        var found = await Here("verify");
        var mended = await Here("rebuild", "location_row");
        var after = await Here("verify");

        Assert.Equal((1, 0, 0), (found.ExitCode, mended.ExitCode, after.ExitCode));
        Assert.Contains("location_row", found.Said, StringComparison.Ordinal);
        Assert.Contains("1 built: location_row.", mended.Said, StringComparison.Ordinal);
        Assert.Contains("All is well", after.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_name_every_table_is_built_and_each_tells_how_far_it_is()
    {
        var (exitCode, said) = await Here("rebuild");

        Assert.Equal(0, exitCode);
        Assert.All(["rebuild account_row: 100 %", "rebuild wave_row: 100 %"], line => Assert.Contains(line, said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("There is no scenario 'nowhere'. There is: domus", "seed", "nowhere")]
    [InlineData("seed: ", "seed", "domus")]
    [InlineData("seed: ", "seed", "domus", "--reset")]
    public async Task A_scenario_is_never_loaded_over_real_data(string reason, params string[] words)
    {
        var (exitCode, said) = await Here(words);

        Assert.Equal(1, exitCode);
        Assert.Contains(reason, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify: The database cannot be reached", "ConnectionStrings__Portal", "Host=127.0.0.1;Port=1;Username=nobody;Timeout=2")]
    [InlineData("verify: ConnectionStrings__Portal cannot be read", "ConnectionStrings__Portal", "Hots=127.0.0.1")]
    [InlineData("verify: Portal__Clock: 'tomorrow' is no instant", "Portal__Clock", "tomorrow")]
    public async Task What_it_cannot_stand_on_is_said_in_a_line(string reason, string setting, string value)
    {
        var (exitCode, said) = await Run(new() { [setting] = value }, "verify");

        Assert.Equal(1, exitCode);
        Assert.StartsWith(reason, said, StringComparison.Ordinal);
        Assert.Single(said.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("ConnectionStrings__Portal", "Host=127.0.0.1;Port=1;Username=nobody;Timeout=2", "The database cannot be reached")]
    [InlineData("ASPNETCORE_ENVIRONMENT", "Production", "ConnectionStrings__Portal")]
    public async Task The_portal_that_serves_says_the_same_and_ends(string setting, string value, string reason)
    {
        var (exitCode, said) = await Run(new() { [setting] = value }, "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, exitCode);
        Assert.Contains(reason, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Said)> Here(params string[] words) => Run(new() { ["ConnectionStrings__Portal"] = portal.ConnectionString }, words);

    private static Task<(int ExitCode, string Said)> Run(Dictionary<string, string> settings, params string[] words) =>
        PortalProgram.Run(PortalProgram.Built, settings, words);
}
