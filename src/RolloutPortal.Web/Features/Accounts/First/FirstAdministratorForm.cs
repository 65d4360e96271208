using System.ComponentModel.DataAnnotations;

namespace RolloutPortal.Web.Features.Accounts.First;

/// <summary>Who the first administrator is.</summary>
public sealed record FirstAdministratorForm(
    [Required(ErrorMessage = "name.missing")] string? Name,
    [Required(ErrorMessage = "account.email-missing")] string? Email,
    [Required(ErrorMessage = "account.password-chosen-missing")] string? Password,
    string? Repeated) : IValidatableObject
{
    public static FirstAdministratorForm Empty { get; } = new(null, null, null, null);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => TypedTwice.Check(validationContext, Password, Repeated);
}
