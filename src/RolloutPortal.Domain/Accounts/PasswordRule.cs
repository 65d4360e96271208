namespace RolloutPortal.Domain.Accounts;

/// <summary>What a password must be: long, and not what anybody would try first.</summary>
public static class PasswordRule
{
    public const int Shortest = 12;

    public const int Longest = 200;

    private const int FewestDifferent = 5;

    private static readonly char[] Behind = [.. "0123456789!?.,-_#*+ "];

    /// <param name="email">Of the account; neither it nor the part before the @ may be the password, nor either with a number or a sign behind it.</param>
    /// <param name="name">Of the person; it with a number behind it may not either.</param>
    public static Refusal? Check(string password, string email, string name) =>
        password.Length < Shortest ? new Refusal(AccountRefusals.PasswordTooShort, Shortest)
        : password.Length > Longest ? new Refusal(AccountRefusals.PasswordTooLong, Longest)
        : Is(password, email) || Is(password, email.Split('@')[0]) ? new Refusal(AccountRefusals.PasswordIsEmail)
        : password.Distinct().Count() < FewestDifferent ? new Refusal(AccountRefusals.PasswordTooSimple)
        : UsualPasswords.IsUsual(password) ? new Refusal(AccountRefusals.PasswordUsual)
        : UsualPasswords.IsOf(password, name) ? new Refusal(AccountRefusals.PasswordIsName)
        : null;

    private static bool Is(string password, string other) =>
        new[] { password.Trim(), password.Trim().TrimEnd(Behind) }.Any(said => said.Equals(other, StringComparison.OrdinalIgnoreCase));
}
