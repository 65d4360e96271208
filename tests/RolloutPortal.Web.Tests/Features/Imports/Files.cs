using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Features.Imports.Engine;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Imports;

/// <summary>Files as tests write them, and what the portal makes of them.</summary>
internal static class Files
{
    public const string Locations = "kode;navn;område;brugere;side";
    public const string Employees = "medarbejdernøgle;navn;e-mail;rolle;lokation;fra;til";

    /// <summary>The page on which imports begin.</summary>
    public static string Imports(this Portal portal) => $"/programmes/{portal.Rollout.Programme}/imports";

    public static string Lines(params string[] lines) => string.Join("\r\n", lines);

    public static ImportRequest Request(this Portal portal, string kind, string csv) =>
        new(Guid.CreateVersion7(), portal.Rollout.Programme, kind, "fil.csv", Encoding.UTF8.GetBytes(csv));

    public static Task<CheckedImport> Check(this Portal portal, string kind, string csv) =>
        portal.Services.GetRequiredService<Importer>().Check(portal.Request(kind, csv), new Progress<ImportProgress>(), CancellationToken.None);

    /// <summary>Checked and stored, as the verb does it.</summary>
    public static Task<CheckedImport> Import(this Portal portal, string kind, string csv) => portal.Import(portal.Request(kind, csv));

    public static async Task<CheckedImport> Import(this Portal portal, ImportRequest request)
    {
        var importer = portal.Services.GetRequiredService<Importer>();
        var found = await importer.Check(request, new Progress<ImportProgress>(), CancellationToken.None);
        return await importer.Store(request, found, 0, [], new Progress<ImportProgress>(), CancellationToken.None);
    }

    /// <summary>Each as <c>line 3: code: cell.missing</c>.</summary>
    public static string[] Told(this CheckedImport file) => [.. file.Faults.Select(fault => $"{fault.Where}: {fault.Key}")];

    public static string Counts(this CheckedImport file) =>
        $"{file.Count(RowOutcome.New)} {file.Count(RowOutcome.Changed)} {file.Count(RowOutcome.Unchanged)} {file.Count(RowOutcome.Fault)}";

    public static NpgsqlDataSource Source(this Portal portal) => portal.Services.GetRequiredService<NpgsqlDataSource>();

    public static Task<long> Events(this Portal portal) => portal.Source().Scalar<long>("select count(*) from mt_events");

    /// <summary>Uploads a file as the form does, and answers the page of the import.</summary>
    public static async Task<(string Address, Answer Page)> Upload(this Browser browser, Portal portal, string kind, string name, byte[] content)
    {
        var answer = await browser.Send(portal.Imports(), kind, name, content);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.Status);
        return (answer.Location!, await browser.Get(answer.Location!));
    }

    public static async Task<Answer> Send(this Browser browser, string all, string? kind, string? name, byte[] content)
    {
        var token = (await browser.Get(all)).Token ?? (await browser.Get("/help")).Token!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        if (kind is not null) form.Add(new StringContent(kind), "Kind");
        if (name is not null) form.Add(new ByteArrayContent(content), "File", name);
        using var response = await browser.Client.PostAsync(all, form);
        return new Answer(response.StatusCode, response.Headers.Location?.ToString(), await response.Content.ReadAsStringAsync(), new Dictionary<string, string>());
    }

    public static Task<(string Address, Answer Page)> Upload(this Browser browser, Portal portal, string kind, params string[] lines) =>
        browser.Upload(portal, kind, "fil.csv", Encoding.UTF8.GetBytes(Lines(lines)));

    /// <summary>So many people at one location, all new.</summary>
    public static string People(int rows, string key = "P") =>
        Lines([Employees, .. Enumerable.Range(0, rows).Select(i => $"{key}{i:00000};Medarbejder Nummer {i};{key}{i}@eksempel.dk;Pædagog;BN01;2022-01-01;")]);

    /// <summary>The import, once it is in another state than this one.</summary>
    public static Task<WaitingImport> Ended(this Portal portal, string address, ImportState state) =>
        Soon.Is(() => portal.Waiting(address), import => import.State != state, $"{address} no longer {state}");

    public static async Task<WaitingImport> Waiting(this Portal portal, string address) =>
        (await portal.Services.GetRequiredService<ImportDesk>().Find(Guid.Parse(address.Split('/')[^1]), CancellationToken.None))!;

    /// <summary>Bytes of the file and its lines that are still kept.</summary>
    public static async Task<(int Content, int Lines)> Left(this Portal portal, string address)
    {
        var source = portal.Source();
        var id = Guid.Parse(address.Split('/')[^1]);
        return ((int)await source.Scalar<long>("select count(*) from import where id = $1 and content is not null", default, id), (int)await source.Scalar<long>("select count(*) from import_line where import_id = $1", default, id));
    }
}
