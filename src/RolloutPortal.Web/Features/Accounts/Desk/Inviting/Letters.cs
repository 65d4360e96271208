using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Features.Accounts.Desk.Granting;
using RolloutPortal.Web.Features.Accounts.Entry;
using RolloutPortal.Web.Platform.Languages;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Accounts.Desk.Inviting;

/// <summary>What an administrator sends to somebody with a link, in that person's language; shown once.</summary>
public sealed record Letter(string Name, string Email, string Link, string Subject, string Body)
{
    /// <summary>For the mail program of whoever sends it.</summary>
    public string Mail => $"mailto:{Uri.EscapeDataString(Email)}?subject={Uri.EscapeDataString(Subject)}&body={Uri.EscapeDataString(Body.ReplaceLineEndings("\r\n"))}";
}

/// <summary>Letters that are ready, and where to go on.</summary>
/// <param name="Back">The account's page, or the list.</param>
public sealed record LetterPage(EntryKind Kind, IReadOnlyList<Letter> Letters, string Back)
{
    public bool IsOne => Letters.Count == 1;

    /// <summary>A line for each, as a spreadsheet takes it.</summary>
    public string AsTable => string.Join('\n', Letters.Select(letter => $"{letter.Name}\t{letter.Email}\t{letter.Link}"));
}

/// <summary>Writes them.</summary>
public sealed class LetterWriter(GrantWords words, IStringLocalizer<AdministrationTexts> texts, Clock clock)
{
    /// <param name="language">Of whom it is for; null: the portal's first.</param>
    /// <param name="portal">The portal's own address, without a slash at its end.</param>
    public Letter Write(EntryKind kind, string name, string email, string? language, IEnumerable<Grant> grants, ScopeMap scopes, NewLink link, string portal)
    {
        using var _ = PortalLanguages.Speaking(language);
        var address = portal + kind.Address(link.Token);
        var roles = string.Join('\n', grants.Select(grant => $"– {words.Of(grant, scopes)}"));
        var until = TimeHtml.Written(Zones.ToLocal(clock.OfMachine(link.Until), null));
        return new Letter(name, email, address, texts[$"letter.{kind.Purpose}.subject"], kind == EntryKind.Invitation
            ? texts["letter.invitation", name, roles, address, until]
            : texts["letter.new-password", name, address, until]);
    }
}
