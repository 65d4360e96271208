using RolloutPortal.EventStore.Schema;
using RolloutPortal.EventStore.Writing;
using RolloutPortal.Importing.Fields;
using RolloutPortal.Web.Features.Employees.Erasing;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Features.Imports.Waiting;

/// <summary>Whoever is erased goes from files that wait as well: such a file ends, with its content and its lines. Of a file that nobody
/// has read yet, or of which nobody has said which column is what, it is not known who is in it, so it ends too: it can be sent again
/// without them.</summary>
internal sealed class ForgottenPeople(Clock clock) : IKeepsPeople
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

    /// <summary>A file without a row of headers has its first row there.</summary>
    private const string IsHeaded =
        "exists (select from jsonb_array_elements(i.headers) h where lower(h ->> 'Header') in (select lower(value) from unnest($2) value))";

    /// <summary>By which a file tells who, or where, its rows are about.</summary>
    private static readonly string IsUnread =
        $"""
        not exists (
            select from jsonb_array_elements(i.headers) h
            where h ->> 'Field' in ('{LocationFields.Code}', '{EmployeeFields.WorkKey}', '{EmployeeFields.Name}', '{EmployeeFields.Email}')
                and (i.kind <> '{LocationFields.Table.Name}' or h ->> 'Field' = '{LocationFields.Code}'))
        """;

    public IEnumerable<SideWrite> Forget(ErasedPerson person)
    {
        // Nothing is in every file.
        string[] values = [.. new[] { person.WorkKey, person.Name, person.Email }.Where(value => value.Length > 0)];
        var parts = values.Select(LikePattern.Part).ToArray();
        yield return new SideWrite(
            $"""
            update import i set state = '{ImportState.Forgotten}', ended_at = $3, {ImportEndings.Nothing}
            where state in ('Checking', 'Checked', 'Storing')
                and (counts is null or {IsUnread} or {IsHeaded} or {Holds})
            """,
            parts, values, clock.Now);
        yield return new SideWrite("delete from import_line l using import i where i.id = l.import_id and i.state = 'Forgotten'");

        // A file without headers had its first row in their place when its columns were mapped.
        yield return new SideWrite(ImportMappings.Forgotten, (object)values.Select(HeaderText.Canonical).ToArray());

        const string Name = "replace(file_name, '%20', ' ')";
        yield return new SideWrite(
            $"update import set file_name = '–' where {WholeWords.Sql(Name)} ilike any($1) or {WholeWords.Named(Name, "$2", "$3")}",
            WholeWords.Patterns(values), WholeWords.Each(person.Name), WholeWords.Joined(person.Name));
    }
}
