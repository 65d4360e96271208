using System.IO.Compression;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Tests.Features.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Employees;

/// <summary>Erasure of one person leaves a number everywhere, in the language of whoever reads it: once, read by a Dane, a Swede and an Englishman.</summary>
public sealed class TellingTheNumber(Portal portal) : IClassFixture<Portal>
{
    private const string Name = "Ulvhild Zakariassen";
    private const string Filter = "Skærme, der fryser";

    private readonly SmallRollout rollout = portal.Rollout;

    private NpgsqlDataSource Source => portal.Services.GetRequiredService<NpgsqlDataSource>();

    public static TheoryData<string, string, string> Readers
    {
        get
        {
            var all = new TheoryData<string, string, string>();
            foreach (var how in new[] { "linked", "address", "account" })
                foreach (var (language, word) in new[] { ("da", "Medarbejder"), ("sv", "Medarbetare"), ("en", "Employee") })
                    all.Add(how, language, word);
            return all;
        }
    }

    /// <param name="how">The account is linked to the employee, or has the address alone, or is somebody's who is no employee.</param>
    [Theory, MemberData(nameof(Readers))]
    public async Task Wherever_somebody_stood_their_number_stands_and_their_name_nowhere(string how, string language, string word)
    {
        var (id, account, ticket) = await Erased(how);
        var number = await Source.Scalar<int>("select erased_number from account where id = $1", default, account);
        var (administrator, manager) = (await Reader(Role.Administrator, language), await Reader(Role.RolloutManager, language));
        await Written();

        foreach (var (reader, addresses) in new[] { (manager, OfManager(ticket).Concat(id is { } employee ? OfEmployee(employee) : [])), (administrator, OfAdministrator(account)) })
            foreach (var address in addresses)
            {
                var seen = await Text(reader, address);
                Assert.True(seen.Contains($"{word} {number}", StringComparison.Ordinal), $"{language} {address} tells no number");
                IsNameless(seen, address);
            }

        foreach (var reader in new[] { administrator, manager })
            foreach (var address in Elsewhere(ticket))
                IsNameless(await Text(reader, address), address);
    }

    /// <summary>Lists, files, print and histories, where somebody stands as the one who did or has something.</summary>
    private IEnumerable<string> OfManager(Guid ticket)
    {
        var tickets = $"/programmes/{rollout.Programme}/tickets";
        return
        [
            $"{tickets}?location={rollout.NorthA}", $"{tickets}?location={rollout.NorthA}&q=fryser", $"{tickets}/export/csv?location={rollout.NorthA}", $"{tickets}/export/xlsx?location={rollout.NorthA}",
            $"/tickets/{ticket}", $"/tickets/{ticket}/history", $"/programmes/{rollout.Programme}/filters",
        ];
    }

    private IEnumerable<string> OfEmployee(Guid employee) =>
        [$"/employees/{employee}", $"/programmes/{rollout.Programme}/employees?show=all&location={rollout.NorthA}", $"/locations/{rollout.NorthA}/employees"];

    private static IEnumerable<string> OfAdministrator(Guid account) =>
        ["/accounts", $"/accounts/{account}", "/access-log", "/access-log/export.csv", "/access-log/export.xlsx"];

    /// <summary>Boards, paper and searches, where nobody is named.</summary>
    private IEnumerable<string> Elsewhere(Guid ticket) =>
    [
        "/rollout", "/hypercare", $"/programmes/{rollout.Programme}/hypercare", $"/areas/{rollout.North}/hypercare", $"/locations/{rollout.NorthA}/hypercare", $"/waves/{rollout.Wave1}",
        $"/locations/{rollout.NorthA}", $"/locations/{rollout.NorthA}/poster", $"/areas/{rollout.North}/posters", $"/tickets/{ticket}/receipt", "/my", "/employees/erasable",
        $"/programmes/{rollout.Programme}/employees/count", $"/programmes/{rollout.Programme}/imports",
    ];

    /// <summary>They logged, took and commented; kept a filter for all; were in, and looked; gave somebody a role; and went.</summary>
    private async Task<(Guid? Employee, Guid Account, Guid Ticket)> Erased(string how)
    {
        var id = how == "account" ? Guid.CreateVersion7() : await rollout.Employ(rollout.NorthA, Name);
        var who = await portal.SignIn(new Grant(Role.RolloutManager, ScopeKind.Programme, rollout.Programme));
        if (how == "linked") await rollout.Do<Account, AccountEvent>(who.Account, account => account.LinkEmployee(id, scopeFollows: false));
        await Source.Execute("update account set name = $2, email = $3 where id = $1", default, who.Account, Name, $"{id:N}@zakariassen.invalid");
        if (how == "address") await Source.Execute("update employee set email = $2 where id = $1", default, id, $"{id:N}@zakariassen.invalid");
        var ticket = await who.LogTicket(rollout.NorthA, "Skærmen fryser");
        await portal.Act(ticket, known => known.Take(who.Account, portal.Now()));
        await who.Get($"/tickets/{ticket}");
        var form = await who.Get($"/programmes/{rollout.Programme}/filters/new?status=open");
        Assert.Equal(HttpStatusCode.SeeOther, (await who.Submit(form, "form.form", ("Form.Name", $"{Filter} {id:N}"[..40]), ("Form.Shared", "true"))).Status);
        var administrator = await portal.SignIn(Role.Administrator);
        var question = await administrator.Get(how == "account" ? $"/accounts/{who.Account}/erasure" : $"/employees/{id}/erasure");
        Assert.Contains(Name, question.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.Submit(question, "#erasure", ("Form.Confirmed", "true"))).Status);
        return (how == "account" ? null : id, who.Account, ticket);
    }

    private Task Written() => portal.Services.GetRequiredService<AccessWriter>().Settle(TestContext.Current.CancellationToken);

    private async Task<Browser> Reader(Role role, string language)
    {
        var reader = await portal.SignIn(role);
        await reader.Post("/language", [new("language", language)], from: "/me");
        return reader;
    }

    private static async Task<string> Text(Browser reader, string address)
    {
        using var answer = await reader.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode || answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther or HttpStatusCode.Forbidden, $"{answer.StatusCode} {address}");
        return address.Contains("xlsx", StringComparison.Ordinal) ? Parts(await answer.Content.ReadAsStreamAsync()) : WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>All of a workbook, its properties included.</summary>
    private static string Parts(Stream book)
    {
        using var parts = new ZipArchive(book, ZipArchiveMode.Read);
        return string.Join('\n', parts.Entries.Select(part =>
        {
            using var reader = new StreamReader(part.Open());
            return reader.ReadToEnd();
        }));
    }

    private static void IsNameless(string seen, string address)
    {
        foreach (var trace in new[] { "ulvhild", "zakariassen", "erased.invalid" })
            Assert.False(seen.Contains(trace, StringComparison.OrdinalIgnoreCase), $"{trace} stands in {address}");
    }
}
