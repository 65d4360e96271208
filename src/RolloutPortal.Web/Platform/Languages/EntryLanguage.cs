using Npgsql;
using RolloutPortal.EventStore.Schema;
using RolloutPortal.Web.Platform.Security;

namespace RolloutPortal.Web.Platform.Languages;

/// <summary>The language of whom a link was made for: they are nobody yet, and their browser may speak another.</summary>
public sealed class EntryLanguage(NpgsqlDataSource source)
{
    /// <returns>Null where the address is no such link.</returns>
    public async Task<string?> Of(HttpContext http)
    {
        if (http.GetRouteValue("token") is not string token) return null;
        return await source.Scalar<string>(
            """
            select coalesce(r.language, a.language)
            from one_time_link l
            join account a on a.id = l.account_id
            left join account_row r on r.account_id = a.id
            where l.hash = $1
            """,
            http.RequestAborted, SecretHash.Of(token));
    }
}
