using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;

namespace RolloutPortal.Web.Features.Accounts;

/// <summary>A new password is typed twice, since nobody sees what they type.</summary>
internal static class TypedTwice
{
    public static IEnumerable<ValidationResult> Check(ValidationContext form, string? chosen, string? repeated)
    {
        if (chosen == repeated) yield break;
        var texts = form.GetRequiredService<IStringLocalizer<AccountTexts>>();
        yield return new ValidationResult(texts["password.not-the-same"], ["Repeated"]);
    }
}
