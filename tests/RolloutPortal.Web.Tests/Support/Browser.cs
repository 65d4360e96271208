using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace RolloutPortal.Web.Tests.Support;

/// <summary>What a person's browser does over HTTP: fetch a page, fill in a form as it stands there, send it.</summary>
public sealed class Browser(HttpClient client, Guid account)
{
    public HttpClient Client { get; } = client;

    public Guid Account { get; } = account;

    /// <summary>The language that the browser asks for; none: the portal's first.</summary>
    public string? Language { get; init; }

    public async Task<Answer> Get(string url, bool partial = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (partial) AddHtmx(request, "partial");
        return await Send(request);
    }

    /// <summary>Sends a form: the antiforgery token comes from a page, the fields are the test's.</summary>
    /// <param name="from">A page with a token; default: the address itself when it can be fetched, else the front page.</param>
    public async Task<Answer> Post(string url, IEnumerable<KeyValuePair<string, string>>? fields = null, string? from = null, bool htmx = false)
    {
        var page = await Get(from ?? url);
        var token = page.Token ?? (await Get("/sign-in")).Token ?? "";
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new FormUrlEncodedContent((fields ?? []).Append(new("__RequestVerificationToken", token))),
        };
        if (htmx) AddHtmx(request, "partial");
        return await Send(request);
    }

    /// <summary>Sends a form of a page with everything that stands in it, some fields changed.</summary>
    public async Task<Answer> Submit(Answer page, string formSelector, params (string Name, string Value)[] changes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, page.Form(formSelector).GetAttribute("action")) { Content = new FormUrlEncodedContent(page.Fields(formSelector, changes)) };
        return await Send(request);
    }

    private static Dictionary<string, string> Headers(HttpResponseMessage response) =>
        response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value));

    private static void AddHtmx(HttpRequestMessage request, string type)
    {
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("HX-Request-Type", type);
    }

    private async Task<Answer> Send(HttpRequestMessage request)
    {
        if (Language is not null) request.Headers.Add("Accept-Language", Language);
        using var response = await Client.SendAsync(request);
        return new Answer(response.StatusCode, response.Headers.Location?.ToString(), await response.Content.ReadAsStringAsync(), Headers(response))
        {
            Cookies = [.. response.Headers.NonValidated.Where(h => h.Key == "Set-Cookie").SelectMany(h => h.Value)],
        };
    }
}

/// <summary>What came back.</summary>
public sealed record Answer(HttpStatusCode Status, string? Location, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public IHtmlDocument Html { get => field ??= new HtmlParser().ParseDocument(Text); }

    /// <summary>The antiforgery token of the page, wherever it stands.</summary>
    public string? Token => (Html.QuerySelector("input[name=__RequestVerificationToken]") as IHtmlInputElement)?.Value;

    /// <summary>What a form of the page would send, some fields changed.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields(string formSelector, params (string Name, string Value)[] changes) =>
    [
        .. Fields(Form(formSelector)).Where(field => changes.All(change => change.Name != field.Key)),
        .. changes.Select(change => KeyValuePair.Create(change.Name, change.Value)),
    ];

    public IHtmlFormElement Form(string selector) =>
        (IHtmlFormElement)(Html.QuerySelector(selector) ?? throw new InvalidOperationException($"No form {selector} on the page: {(int)Status} {Location} {Words}"));

    /// <summary>The cookies that it sets, with their attributes.</summary>
    public IReadOnlyList<string> Cookies { get; init; } = [];

    /// <summary>White space folded, no-break spaces as spaces.</summary>
    public string Words => string.Join(' ', (Html.Body?.TextContent ?? "").Replace('\u00a0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Name: { Length: > 0 } name, Type: "checkbox" or "radio" } choice when choice.IsChecked:
                    yield return new(name, choice.Value);
                    break;
                case IHtmlInputElement { Name: { Length: > 0 } name, Type: not ("checkbox" or "radio" or "submit") } input:
                    yield return new(name, input.Value);
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area:
                    yield return new(name, area.Value);
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select:
                    yield return new(name, select.Value ?? "");
                    break;
            }
        }
    }
}
