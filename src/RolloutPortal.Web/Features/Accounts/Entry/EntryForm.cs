using System.ComponentModel.DataAnnotations;

namespace RolloutPortal.Web.Features.Accounts.Entry;

/// <summary>A password chosen by whoever came with a link.</summary>
/// <param name="Language">Of the portal from now on; asked of who is new.</param>
/// <param name="Remember">Stay signed in for thirty days.</param>
public sealed record EntryForm(
    [Required(ErrorMessage = "account.password-chosen-missing")] string? Password,
    string? Repeated,
    string? Language = null,
    bool Remember = false) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => TypedTwice.Check(validationContext, Password, Repeated);
}

/// <summary>The page behind a link.</summary>
/// <param name="SignedInAs">Who uses this browser already, if it is somebody else.</param>
public sealed record EntryPage(EntryVisit Visit, EntryForm Form, string? SignedInAs);
