using RolloutPortal.Web.Platform.Languages;

namespace RolloutPortal.Web.Features.Shared.Lists;

/// <summary>Names as the reader's alphabet has them: the database knows code points, where Å comes before Æ and small letters last.</summary>
public static class NameOrder
{
    /// <summary>For lists that are read as a whole.</summary>
    public static List<T> ByName<T>(this IEnumerable<T> things, Func<T, string> name) => [.. things.OrderBy(name, StringComparer.CurrentCulture)];

    /// <summary>A column of names, for <c>order by</c>.</summary>
    public static string Sql(string column) => $"{column} collate \"{PortalLanguages.Current}-x-icu\"";
}
