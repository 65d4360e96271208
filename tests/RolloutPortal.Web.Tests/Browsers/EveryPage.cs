using System.Collections.Concurrent;
using Microsoft.Playwright;
using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Web.Tests.Browsers;

/// <summary>What holds for every page of docs/access.md: no barrier that axe finds, nothing wider than the window, no complaint of console or policy.</summary>
public class EveryPage(LivePortal portal) : IClassFixture<LivePortal>
{
    /// <summary>Pages that are looked at side by side.</summary>
    private const int Windows = 3;

    /// <summary>Whoever may do less sees the same pages with fewer buttons: of theirs every third is looked at.</summary>
    [Theory]
    [InlineData(Role.Administrator, 1)]
    [InlineData(Role.Superuser, 3)]
    public async Task Is_without_barriers_on_a_phone(Role role, int each)
    {
        var addresses = (await PageAddresses.Prepare(portal)).Of(role).Where((_, at) => at % each == 0);
        None(await Walk([.. addresses], () => portal.OnPhone(Grants(role)), async (person, _) => [.. await person.Barriers(), .. await Narrow(person)]));
    }

    [Fact]
    public async Task Is_without_barriers_for_whoever_is_not_signed_in()
    {
        None(await Walk(await PageAddresses.OfNobody(portal), () => portal.OnPhone(), async (person, _) => [.. await person.Barriers(), .. await Narrow(person)]));
    }

    /// <summary>Every third page: in Swedish and light, in English and dark by turns.</summary>
    [Fact]
    public async Task Is_without_barriers_at_a_desk_in_other_languages_light_and_dark()
    {
        var addresses = (await PageAddresses.Prepare(portal)).Of(Role.Administrator).Where((_, at) => at % 3 == 1);
        var faults = await Walk([.. addresses], () => portal.AtDesk(Grants(Role.Administrator)), async (person, at) =>
        {
            await person.Page.EmulateMediaAsync(new() { ColorScheme = at % 2 == 0 ? ColorScheme.Light : ColorScheme.Dark });
            return await person.ScrollsSideways() ? [.. await person.Barriers(), "wider than the window"] : await person.Barriers();
        }, at => at % 2 == 0 ? "sv" : "en");
        None(faults);
    }

    [Theory]
    [InlineData(1920, 1080)]
    [InlineData(1366, 768)]
    public async Task The_wall_stands_on_one_screen(int width, int height)
    {
        await using var person = await portal.AtDesk(Grants(Role.Administrator));
        await person.Page.SetViewportSizeAsync(width, height);
        foreach (var address in new[] { $"/programmes/{portal.Rollout.Programme}", $"/areas/{portal.Rollout.North}", $"/locations/{portal.Rollout.NorthA}" })
        {
            await person.GoTo(address + "/hypercare?wall=1");
            Assert.True(await person.Page.EvaluateAsync<bool>(
                "[...document.querySelectorAll('.wall-head *, #board *')].every(one => one.getBoundingClientRect().bottom <= innerHeight + 1)"), address);
        }
    }

    private static void None(IReadOnlyList<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));

    private Grant[] Grants(Role role) => role is Role.Administrator
        ? [new(Role.RolloutManager, ScopeKind.Programme, portal.Rollout.Programme), Grant.Everything]
        : [new(role, ScopeKind.Programme, portal.Rollout.Programme)];

    private static async Task<IEnumerable<string>> Narrow(Person person)
    {
        var faults = new List<string>();
        foreach (var width in new[] { 360, 320 })
        {
            await person.Page.SetViewportSizeAsync(width, 740);
            if (await person.ScrollsSideways()) faults.Add($"wider than {width} px");
        }

        await person.Page.SetViewportSizeAsync(360, 740);
        return faults;
    }

    /// <param name="look">At a page that is open, the how manieth it is.</param>
    /// <param name="language">Of each; null: Danish.</param>
    /// <returns>A line for each fault.</returns>
    private static async Task<IReadOnlyList<string>> Walk(
        IReadOnlyList<string> addresses, Func<Task<Person>> open, Func<Person, int, Task<IEnumerable<string>>> look, Func<int, string>? language = null)
    {
        var (faults, left) = (new ConcurrentBag<string>(), new ConcurrentQueue<int>(Enumerable.Range(0, addresses.Count)));
        await Task.WhenAll(Enumerable.Range(0, Windows).Select(async window =>
        {
            await using var person = await open();
            while (left.TryDequeue(out var at))
            {
                var heard = person.Complaints.Count;
                if (language is not null) await person.Speak(language(at));
                var status = await person.GoTo(addresses[at]);
                if (status != 200) faults.Add($"{addresses[at]}: {status}");
                foreach (var fault in (await look(person, at)).Concat(person.Complaints.Skip(heard))) faults.Add($"{addresses[at]}: {fault}");
            }
        }));
        return [.. faults.Order(StringComparer.Ordinal)];
    }
}
