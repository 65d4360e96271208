using System.Runtime.Versioning;
using RolloutPortal.Web.Platform.Postgres;

namespace RolloutPortal.Web.Tests.Platform.Postgres;

[UnsupportedOSPlatform("windows")]
public sealed class FindingPrograms : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly DataDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Links_that_npm_did_not_make_are_made()
    {
        var home = Package.CopyWithoutLinks(directory.Beside("package"));

        await using var postgres = await directory.Start(home);

        Assert.Equal(Path.Combine(home, "bin"), await Ask.Programs(postgres.ConnectionString("postgres")));
    }

    [Fact]
    public async Task From_a_closed_home_they_are_copied_beside_the_data_once_for_each_package()
    {
        var home = Package.CopyWithoutLinks(directory.Beside("home"));
        File.SetUnixFileMode(directory.Beside("home"), OwnerOnly);
        var first = await StartedFrom(home);
        var again = await StartedFrom(home);
        await File.AppendAllTextAsync(directory.Beside("home/package.json"), "\n");
        var upgraded = await StartedFrom(home);

        Assert.Equal(first, again);
        // Only root has to hand its server to somebody who cannot enter.
        Assert.Equal(Environment.IsPrivilegedProcess, first.StartsWith(directory.Folder, StringComparison.Ordinal));
        Assert.Equal(Environment.IsPrivilegedProcess, first != upgraded);
        Assert.Equal(first == upgraded, Directory.Exists(first));
    }

    [Fact]
    public async Task Data_in_a_closed_folder_are_refused_with_advice_when_root_starts_the_portal()
    {
        File.SetUnixFileMode(Folders.Make(directory.Beside("")), OwnerOnly);

        var fault = await Record.ExceptionAsync(async () => await (await directory.Start()).DisposeAsync());

        var advice = Environment.IsPrivilegedProcess ? $"chmod o+x {directory.Beside("")}".TrimEnd('/') : "";
        Assert.Equal(Environment.IsPrivilegedProcess, fault is EmbeddedPostgresException);
        Assert.EndsWith(advice, fault?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_folder_brings_its_own_and_runs_for_an_ordinary_user()
    {
        var program = Package.Publish(directory.Beside("published"));
        Folders.Make(directory.Folder);
        File.SetUnixFileMode(directory.Folder, Folders.Open | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite);
        string[] user = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid=games", "--regid=games", "--clear-groups", "--"]
            : [];

        await using var portal = await SmallPortal.Start([.. user, "dotnet", program, directory.Folder]);

        // Its libraries lack their links, and the published folder belongs to somebody else: a copy it is, or the folder itself.
        var programs = await Ask.Programs(portal.ConnectionString);
        var expected = user.Length > 0 ? directory.Folder : directory.Beside("published");
        Assert.StartsWith(expected, programs, StringComparison.Ordinal);
    }

    private async Task<string> StartedFrom(string home)
    {
        await using var postgres = await directory.Start(home);
        return await Ask.Programs(postgres.ConnectionString("postgres"));
    }
}
