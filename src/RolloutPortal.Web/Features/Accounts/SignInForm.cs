using System.ComponentModel.DataAnnotations;

namespace RolloutPortal.Web.Features.Accounts;

/// <summary>What somebody types to sign in.</summary>
/// <param name="Remember">Stay signed in for thirty days; otherwise until the browser is closed.</param>
/// <param name="ReturnUrl">Where they were going; ignored unless it leads to this portal.</param>
public sealed record SignInForm(
    [Required(ErrorMessage = "account.email-missing"), StringLength(254)] string? Email,
    [Required(ErrorMessage = "account.password-missing"), StringLength(1000)] string? Password,
    bool Remember = false,
    string? ReturnUrl = null)
{
    /// <summary>Before anybody has typed.</summary>
    public static SignInForm Empty(string? returnUrl = null) => new(Email: null, Password: null, Remember: true, returnUrl);
}
