using RolloutPortal.EventStore.Writing;
using RolloutPortal.Web.Features.Employees.Erasing;

namespace RolloutPortal.Web.Features.Hypercare.Filters;

/// <summary>Whoever is erased goes from filters that people keep as well: one that looks for them, or is called after them, goes, and its
/// place is free again. Its stream stays, and tells of an id that nobody is offered.</summary>
internal sealed class ForgottenInFilters : IKeepsPeople
{
    /// <summary>What a filter looks for, as it was typed: <see cref="FilterQuery"/> writes a space as <c>%20</c>, and Ø as <c>%C3%98</c>.</summary>
    private const string Typed =
        """
        coalesce((
            select convert_from(string_agg(case when part[1] ~ '^%' then decode(substr(part[1], 2), 'hex') else convert_to(part[1], 'UTF8') end, ''::bytea order by place), 'UTF8')
            from regexp_matches(substring(query from '[?&]q=([^&]*)'), '%[[:xdigit:]]{2}|[^%]+', 'g') with ordinality as parts(part, place)), '')
        """;

    public IEnumerable<SideWrite> Forget(ErasedPerson person)
    {
        yield return new SideWrite(
            $"""
            with gone as (
                delete from saved_filter
                where {WholeWords.Sql(Typed)} ilike any($1) or {WholeWords.Sql("name")} ilike any($1)
                    or {WholeWords.Named(Typed, "$2", "$3")} or {WholeWords.Named("name", "$2", "$3")}
                returning id
            ), opening as (
                delete from default_filter where filter_id in (select id from gone)
            )
            delete from reservation where kind = '{FilterPlaces.Kind}' and owner in (select id from gone)
            """,
            WholeWords.Patterns(person.WorkKey, person.Name, person.Email), WholeWords.Each(person.Name), WholeWords.Joined(person.Name));
    }
}
