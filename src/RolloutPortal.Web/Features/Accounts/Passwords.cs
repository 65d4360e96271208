using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Web.Platform.Errors;

namespace RolloutPortal.Web.Features.Accounts;

/// <summary>Passwords as they are kept: the framework's salted, slow hash.</summary>
/// <remarks>A tenth of a second of a processor each. Whoever wants one waits for a turn: a crowd at the door leaves a processor to those inside.</remarks>
public sealed class Passwords(IOptions<PasswordHasherOptions> options) : IDisposable
{
    private const int WaitingForEach = 40;

    private static readonly int AtOnce = Math.Max(1, Environment.ProcessorCount - 1);

    private readonly ConcurrencyLimiter turns = new(new() { PermitLimit = AtOnce, QueueLimit = AtOnce * WaitingForEach });
    private readonly PasswordHasher<Account> hasher = new(options);
    private string? nobodys;

    /// <summary>To be had before anything is counted or hashed, and given back after.</summary>
    /// <exception cref="TooManyAtOnceException">Too many wait already.</exception>
    public async Task<IDisposable> Turn(CancellationToken ct = default)
    {
        var turn = await turns.AcquireAsync(1, ct);
        if (turn.IsAcquired) return turn;
        turn.Dispose();
        throw new TooManyAtOnceException();
    }

    public async Task<string> Hash(string password, CancellationToken ct = default)
    {
        using var turn = await Turn(ct);
        return Hashed(password);
    }

    /// <summary>Within a <see cref="Turn"/>.</summary>
    /// <param name="hash">Null: there is no such account, or it has no password. The answer is no, after as much work.</param>
    public bool IsRight(string? hash, string password)
    {
        nobodys ??= Hashed(Guid.NewGuid().ToString());
        var verified = hasher.VerifyHashedPassword(Account.Initial, hash ?? nobodys, Composed(password));
        return hash is not null && verified is not PasswordVerificationResult.Failed;
    }

    public void Dispose() => turns.Dispose();

    private string Hashed(string password) => hasher.HashPassword(Account.Initial, Composed(password));

    // The same letter is typed composed on one keyboard and in two parts on another.
    private static string Composed(string password)
    {
        try
        {
            return password.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // There are no letters in it, only code points that stand for none: as typed.
            return password;
        }
    }
}
