using System.Globalization;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.EventStore.Events;
using RolloutPortal.Web.Features.Accounts.Desk.Granting;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Platform.Log;

namespace RolloutPortal.Web.Features.Accounts.Desk.OneAccount;

/// <summary>Tells what has happened to an account, as far as an administrator reaches. That devices signed in and out is not told.</summary>
public sealed class AccountHistory(
    EventStore.Store store, ReadTables read, Texts texts, GrantWords words, IStringLocalizer<AdministrationTexts> told, IStringLocalizer<SharedTexts> shared)
{
    /// <summary>Newest first; a line's version is the account's edition after it.</summary>
    public async Task<IReadOnlyList<HistoryLine>> Of(Guid accountId, Reach reach, ScopeMap scopes, CancellationToken ct = default)
    {
        var events = await store.Read(accountId, StoredName.Of(typeof(Account)), ct);
        var names = await Names(events.Select(stored => stored.By).OfType<Guid>(), ct);
        var written = await texts.Of(accountId, events.Select(stored => ReasonOf(stored.Data)).OfType<Guid>(), ct);
        var (state, lines) = (Account.Initial, new List<HistoryLine>());
        foreach (var stored in events)
        {
            if (stored.Data is not AccountEvent @event) continue;
            state = state.Apply(@event);
            if (What(@event, reach, scopes) is not { } what) continue;
            var who = stored.By is { } by ? by == accountId && IsOwnDoing(@event) ? told["who.self"].Value : names.GetValueOrDefault(by) ?? shared["who.unknown"] : shared["who.portal"].Value;
            var reason = ReasonOf(@event) is { } id ? written.GetValueOrDefault(id) ?? shared["text.deleted"] : null;
            lines.Add(new HistoryLine(state.Edition, stored.At, who, what, Details: null, reason, ToneOf(@event))
            {
                Redaction = ReasonOf(@event) is { } text && written.ContainsKey(text) ? AccountTextsController.AddressOf(accountId, text) : null,
            });
        }

        lines.Reverse();
        return lines;
    }

    private string? What(AccountEvent @event, Reach reach, ScopeMap scopes) => @event switch
    {
        RoleGranted e => OfRole("history.RoleGranted", new(e.Role, e.ScopeKind, e.ScopeId), reach, scopes),
        RoleRevoked e => OfRole("history.RoleRevoked", new(e.Role, e.ScopeKind, e.ScopeId), reach, scopes),
        RoleMapped e => OfRole("history.RoleMapped", new(e.Role, e.ScopeKind, e.ScopeId), reach, scopes),
        RoleUnmapped e => OfRole("history.RoleUnmapped", new(e.Role, e.ScopeKind, e.ScopeId), reach, scopes),
        LanguageChosen e => told["history.LanguageChosen", CultureInfo.GetCultureInfo(e.Language).NativeName].Value,
        SessionEnded or LocationLeft or LocationReached => null,
        SessionsEnded e => told[e.KeptSessionId is null ? "history.SessionsEnded" : "history.SessionsEnded.others"].Value,
        EmployeeLinked e => told[e.ScopeFollows ? "history.EmployeeLinked.follows" : "history.EmployeeLinked"].Value,
        _ => told[$"history.{@event.GetType().Name}"].Value,
    };

    private string? OfRole(string key, Grant grant, Reach reach, ScopeMap scopes) =>
        reach.Gives(scopes.PlaceOf(grant)) ? told[key, words.Of(grant, scopes)].Value : null;

    private static bool IsOwnDoing(AccountEvent @event) => @event is PasswordChanged or LanguageChosen or SessionsEnded or IdentityUnlinked;

    private static Guid? ReasonOf(object @event) => @event switch
    {
        AccountDisabled e => e.ReasonTextId,
        AccountEnabled e => e.ReasonTextId,
        _ => null,
    };

    private static string? ToneOf(AccountEvent @event) => @event switch
    {
        RoleGranted or InvitationAccepted or AccountEnabled => "ok",
        RoleRevoked or ResetLinkIssued or AccountUnlocked => "warn",
        AccountDisabled => "bad",
        AccountInvited or AccountOpened => "info",
        _ => null,
    };

    private async Task<Dictionary<Guid, string>> Names(IEnumerable<Guid> ids, CancellationToken ct) =>
        (await read.Query($"select a.id, {AccountName.Sql} from account a where a.id = any($1)", row => (Id: row.GetGuid(0), Name: AccountName.Read(row, 1, shared)!), ct, ids.Distinct().ToArray()))
        .ToDictionary(row => row.Id, row => row.Name);
}
