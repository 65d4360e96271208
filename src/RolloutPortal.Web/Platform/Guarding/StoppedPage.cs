namespace RolloutPortal.Web.Platform.Guarding;

/// <summary>A text to be mended.</summary>
/// <param name="Offer">What the form sends when somebody says that it is no person's number; null when that cannot be said.</param>
public sealed record StoppedField(StoppedText Stopped, string? Offer)
{
    public string Name => Stopped.Of.Field;

    public string Masked => Stopped.Finding.Masked;

    public bool IsCertain => Stopped.Finding.IsCertain;

    /// <summary>Looked for, and not to be kept.</summary>
    public bool IsSought => Stopped.Of.Source is TextSource.Query;

    public bool IsFile => Stopped.Of.Source is TextSource.FileName;

    /// <summary>Whether it stands in a field that can be shown again.</summary>
    public bool CanMend => Name.Length > 0 && Stopped.Of.Source is TextSource.Form or TextSource.Query;
}

/// <summary>What a browser without JavaScript mends its texts in.</summary>
public sealed record StoppedPage(HttpRequest Request, IReadOnlyList<StoppedField> Fields)
{
    public bool IsGet => HttpMethods.IsGet(Request.Method);

    /// <summary>Whether all that was stopped stands in fields: else there is nothing to send again.</summary>
    public bool CanMend => Fields.All(one => one.CanMend || one.IsFile);

    public string Address => IsGet || Request.QueryString.Value is not { Length: > 0 } query ? Request.Path : Request.Path + query;

    public bool HasFiles => Request.HasFormContentType && Request.Form.Files.Count > 0;

    public IEnumerable<string> FileFields => HasFiles ? Request.Form.Files.Select(file => file.Name).Distinct() : [];

    /// <summary>A password is typed again: it is never sent back to the screen.</summary>
    public IEnumerable<string> Passwords => Sent().Where(pair => GuardExemptions.IsPassword(pair.Name)).Select(pair => pair.Name).Distinct();

    /// <summary>The rest of the form, unseen.</summary>
    public IEnumerable<(string Name, string Value)> Rest() => Sent().Where(pair =>
        !GuardExemptions.IsPassword(pair.Name) && (!GuardExemptions.IsOwn(pair.Name) || pair.Name == GuardAnswers.Field)
        && !Fields.Any(field => field.Name == pair.Name && field.Stopped.Of.Text == pair.Value));

    private IEnumerable<(string Name, string Value)> Sent() =>
        (IsGet ? Request.Query.AsEnumerable() : Request.HasFormContentType ? Request.Form : [])
            .SelectMany(pair => pair.Value.Select(value => (pair.Key, value ?? "")));
}
