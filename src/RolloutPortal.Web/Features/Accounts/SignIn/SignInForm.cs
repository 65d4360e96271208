using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace RolloutPortal.Web.Features.Accounts.SignIn;

/// <summary>What somebody types to sign in.</summary>
/// <param name="Remember">Stay signed in for thirty days; otherwise until the browser is closed.</param>
/// <param name="ReturnUrl">Where they were going; ignored unless it leads to this portal.</param>
public sealed record SignInForm(
    [Required(ErrorMessage = "account.email-missing"), StringLength(254)] string? Email,
    [Required(ErrorMessage = "account.password-missing"), StringLength(1000)] string? Password,
    bool Remember = false,
    string? ReturnUrl = null)
{
    /// <summary>Whoever comes here was signed in until their account was closed: the page says so.</summary>
    [BindNever]
    public bool Closed { get; init; }

    /// <summary>Before anybody has typed.</summary>
    public static SignInForm Empty(string? returnUrl, bool remember) => new(Email: null, Password: null, remember, returnUrl);
}
