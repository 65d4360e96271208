using Microsoft.Extensions.Localization;

namespace RolloutPortal.Web.Features.Hypercare.OneTicket;

/// <summary>What people are called on a ticket's page: <em>you</em>, else by name or role, as the viewer may know it.</summary>
/// <param name="Name">Of an account.</param>
public sealed record People(Guid Me, Func<Guid?, string> Name)
{
    /// <summary>As whoever something is with.</summary>
    public string With(Guid? id, IStringLocalizer<HypercareTexts> text) => id == Me ? text["you"] : Name(id);

    /// <summary>As whoever did something.</summary>
    public string By(Guid? id, IStringLocalizer<HypercareTexts> text) => id == Me ? text["you.did"] : Name(id);
}
