using Microsoft.Extensions.Localization;
using Npgsql;

namespace RolloutPortal.Web.Features.Shared;

/// <summary>What the person of an account is called; an erased one is a number, in the reader's language (domain.md §7).</summary>
public static class AccountName
{
    /// <summary>One column, of an account <c>a</c> that there may not be.</summary>
    public const string Sql = "array[a.name, a.erased_number::text]";

    /// <param name="column">As <see cref="Sql"/> wrote it.</param>
    /// <returns>Null where there is no account.</returns>
    public static string? Read(NpgsqlDataReader row, int column, IStringLocalizer<SharedTexts> shared) => row.GetFieldValue<string?[]>(column) switch
    {
        [_, { } number] => shared["person.erased", number],
        [var name, _] => name,
        _ => null,
    };
}
