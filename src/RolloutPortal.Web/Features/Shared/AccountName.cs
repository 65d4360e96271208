using Microsoft.Extensions.Localization;
using Npgsql;

namespace RolloutPortal.Web.Features.Shared;

/// <summary>What the person of an account is called; an erased one is a number, in the reader's language (domain.md §7).</summary>
public static class AccountName
{
    /// <summary>One column, of an account <c>a</c> that there may not be.</summary>
    public const string Sql = "array[a.name, a.erased_number::text]";

    /// <summary>Whether it holds what is looked for, as <see cref="Read"/> writes it.</summary>
    /// <param name="erased">The place of what <see cref="Erased"/> gives.</param>
    /// <param name="pattern">The place of a pattern of <c>ilike</c>.</param>
    public static string Holds(string erased, string pattern) =>
        $"case when a.erased_number is null then a.name ilike {pattern} else replace({erased}, '#', a.erased_number::text) ilike {pattern} end";

    /// <summary>What an erased person is called, with <c>#</c> for the number.</summary>
    public static string Erased(IStringLocalizer<SharedTexts> shared) => shared["person.erased", "#"];

    /// <param name="column">As <see cref="Sql"/> wrote it.</param>
    /// <returns>Null where there is no account.</returns>
    public static string? Read(NpgsqlDataReader row, int column, IStringLocalizer<SharedTexts> shared) => row.GetFieldValue<string?[]>(column) switch
    {
        [_, { } number] => shared["person.erased", number],
        [var name, _] => name,
        _ => null,
    };
}
