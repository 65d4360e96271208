using System.ComponentModel.DataAnnotations;

namespace RolloutPortal.Web.Features.Accounts.Mine;

/// <summary>A new password, by whoever knows the old one.</summary>
/// <param name="Email">For the browser's keeper of passwords; never read from the form.</param>
public sealed record ChangePasswordForm(
    [Required(ErrorMessage = "account.password-current-missing")] string? Current,
    [Required(ErrorMessage = "account.password-chosen-missing")] string? Chosen,
    string? Repeated,
    string? Email = null) : IValidatableObject
{
    public static ChangePasswordForm Empty(string email) => new(Current: null, Chosen: null, Repeated: null, email);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => TypedTwice.Check(validationContext, Chosen, Repeated);
}
