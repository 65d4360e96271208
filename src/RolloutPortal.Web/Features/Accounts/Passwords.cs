using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using RolloutPortal.Domain.Accounts;

namespace RolloutPortal.Web.Features.Accounts;

/// <summary>Passwords as they are kept: the framework's salted, slow hash.</summary>
public sealed class Passwords(IOptions<PasswordHasherOptions> options)
{
    private readonly PasswordHasher<Account> hasher = new(options);
    private string? nobodys;

    public string Hash(string password) => hasher.HashPassword(Account.Initial, Composed(password));

    /// <param name="hash">Null: there is no such account, or it has no password. The answer is no, after as much work.</param>
    public bool IsRight(string? hash, string password)
    {
        nobodys ??= Hash(Guid.NewGuid().ToString());
        var verified = hasher.VerifyHashedPassword(Account.Initial, hash ?? nobodys, Composed(password));
        return hash is not null && verified is not PasswordVerificationResult.Failed;
    }

    // The same letter is typed composed on one keyboard and in two parts on another.
    private static string Composed(string password) => password.Normalize(NormalizationForm.FormKC);
}
