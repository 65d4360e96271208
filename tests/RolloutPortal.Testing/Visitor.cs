using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace RolloutPortal.Testing;

/// <summary>Somebody who is signed in and uses the portal over HTTP, without JavaScript: fetches a page, sends the form on it.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient http;
    private readonly Dictionary<string, string> cookies = [];

    /// <param name="session">Its cookie, <c>name=value</c>.</param>
    public Visitor(Uri portal, string session, TimeSpan patience)
    {
        http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false })
        {
            BaseAddress = portal,
            Timeout = patience,
        };
        Keep(session);
    }

    /// <exception cref="HttpRequestException">No answer, or another than 200.</exception>
    public async Task<IHtmlDocument> Page(string url, CancellationToken ct = default)
    {
        using var answer = await Send(new HttpRequestMessage(HttpMethod.Get, url), ct);
        if (answer.StatusCode is not HttpStatusCode.OK)
            throw new HttpRequestException($"{url}: {(int)answer.StatusCode}", inner: null, answer.StatusCode);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(ct));
    }

    /// <returns>What the portal said; 303 is the plain form's yes.</returns>
    public async Task<HttpStatusCode> Send(FilledForm form, CancellationToken ct = default)
    {
        using var answer = await Send(new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = new FormUrlEncodedContent(form.Fields) }, ct);
        return answer.StatusCode;
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken ct)
    {
        using (request)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            // What a proxy in front of an installation adds: the person's side of it is encrypted.
            request.Headers.Add("X-Forwarded-Proto", "https");
            var answer = await http.SendAsync(request, ct);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
                Keep(cookie.Split(';')[0]);
            return answer;
        }
    }

    private void Keep(string cookie)
    {
        var parts = cookie.Split('=', 2);
        cookies[parts[0]] = parts[1];
    }
}

/// <summary>A form with everything that stands in it, and what somebody typed.</summary>
public sealed record FilledForm(string Action, IReadOnlyDictionary<string, string> Fields)
{
    /// <exception cref="InvalidOperationException">There is no such form on the page.</exception>
    public static FilledForm From(IHtmlDocument page, string selector, params (string Name, string Value)[] typed)
    {
        var form = page.QuerySelector(selector) as IHtmlFormElement ?? throw new InvalidOperationException($"No form {selector} on the page.");
        var fields = new Dictionary<string, string>();
        foreach (var (name, value) in form.Elements.Select(Field).OfType<(string Name, string Value)>().Concat(typed))
            fields[name] = value;
        return new FilledForm(form.GetAttribute("action")!, fields);
    }

    private static (string Name, string Value)? Field(IHtmlElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "submit" } => null,
        IHtmlInputElement { Name.Length: > 0 } input => (input.Name, input.Value),
        IHtmlTextAreaElement { Name.Length: > 0 } area => (area.Name, area.Value),
        IHtmlSelectElement { Name.Length: > 0 } select => (select.Name, select.Value ?? ""),
        _ => null,
    };
}
