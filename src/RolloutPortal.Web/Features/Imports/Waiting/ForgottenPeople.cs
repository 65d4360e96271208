using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Importing.Fields;
using RolloutPortal.Web.Features.Employees.Erasing;

namespace RolloutPortal.Web.Features.Imports.Waiting;

/// <summary>Whoever is erased goes from files that wait as well: such a file ends, with its content and its lines. Of a file that nobody
/// has read yet it is not known who is in it, so it ends too: it can be sent again without them.</summary>
internal sealed class ForgottenPeople : IKeepsPeople
{
    /// <remarks>A value of a line is compared whole: half of a name is somebody else's.</remarks>
    private const string Holds =
        """
        exists (
            select from import_line l
            where l.import_id = i.id and l.data::text ilike any($1) and exists (
                select from jsonb_path_query(l.data, 'strict $.**') v
                where jsonb_typeof(v) = 'string' and lower(v #>> '{}') in (select lower(value) from unnest($2) value)))
        """;

    public IEnumerable<SideWrite> Forget(ErasedPerson person)
    {
        string[] values = [person.WorkKey, person.Name, person.Email];
        var parts = values.Select(LikePattern.Part).ToArray();
        yield return new SideWrite(
            $"""
            update import i set state = '{ImportState.Forgotten}', {ImportDesk.Nothing}
            where state in ('Checking', 'Checked', 'Storing') and ((counts is null and kind <> '{LocationFields.Table.Name}') or {Holds})
            """,
            parts, values);
        yield return new SideWrite("delete from import_line l using import i where i.id = l.import_id and i.state = 'Forgotten'");

        var name = LikePattern.Part($" {Words(person.Name)} ");
        yield return new SideWrite($"update import set file_name = '–' where {Named("file_name")} ilike $1", name);
    }

    /// <summary>A file may be called after somebody: <c>ane_prøve (2).csv</c>.</summary>
    private static string Named(string column) => $"' ' || regexp_replace({column}, '[^[:alnum:]@]+', ' ', 'g') || ' '";

    /// <summary>As <see cref="Named(string)"/> makes them.</summary>
    private static string Words(string name) =>
        string.Join(' ', string.Concat(name.Select(sign => char.IsLetterOrDigit(sign) || sign == '@' ? sign : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
