using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using RolloutPortal.Web.Features.Identity.Provider;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.AccessLog;
using RolloutPortal.Web.Platform.Mvc;
using RolloutPortal.Web.Platform.Security;

namespace RolloutPortal.Web.Features.Identity;

/// <summary>The provider tells, past the browser, that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0).</summary>
[Route("sign-in/identity/sign-out"), Authorize(Policies.Anyone), EnableRateLimiting(RateLimits.Reports)]
public sealed class IdentitySignOutController(
    IdentityToken tokens, IdentitySessions sessions, SignInAttempts attempts, IOptions<IdentityOptions> options, TimeProvider machine) : PortalController
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>A server sends it: what it proves stands in the token, and no page gave it one of ours.</summary>
    [HttpPost, IgnoreAntiforgeryToken]
    public async Task<IActionResult> End([FromForm(Name = "logout_token")] string? token, CancellationToken ct)
    {
        if (!options.Value.IsConfigured) return NotFound();
        Response.Headers.CacheControl = "no-store";
        AccessNote.SignOut(HttpContext);
        try
        {
            var said = await tokens.Verified(token ?? "", ct);
            if (!await Means(said, ct)) return BadRequest();
            await sessions.End(said.Issuer, said.Subject, Text(said, "sid"), ct);
            // Only now: where ending them failed, the provider says it again.
            await attempts.IsFirst(Heard(said), ct);
            return Ok();
        }
        catch (IdentityException e)
        {
            return StatusCode(e.Status);
        }
    }

    /// <summary>A token of a sign-in has a nonce, and is none for signing out; each is heard once, and soon.</summary>
    private async Task<bool> Means(JsonWebToken said, CancellationToken ct) =>
        said.TryGetPayloadValue<Dictionary<string, object>>("events", out var events) && events.ContainsKey(Event)
        && Text(said, "nonce") is null
        && (!string.IsNullOrEmpty(said.Subject) || Text(said, "sid") is not null)
        && said.IssuedAt > machine.GetUtcNow().UtcDateTime - Longest
        && said.Id is { Length: > 0 } && !await attempts.WasSeen(Heard(said), ct);

    private static string Heard(JsonWebToken said) => $"{said.Issuer} {said.Id}";

    private static string? Text(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;
}
