using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Hypercare;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare.Search;

/// <summary>More tickets than a search counts, so that each way to find them is gone: one by one, by the index, in another order.</summary>
public sealed class FindingManyTickets(FindingManyTickets.Crowd crowd) : IClassFixture<FindingManyTickets.Crowd>
{
    [Fact]
    public async Task Of_a_word_on_all_the_newest_thousand_can_be_paged_through()
    {
        var (first, last) = (await Find("q=overalt&sort=-logged"), await Find("q=overalt&sort=-logged&page=20"));

        Assert.Contains("Over 1.000 sager", first.Words, StringComparison.Ordinal);
        Assert.Equal(crowd.Newest.Take(50), Ids(first));
        Assert.Equal(crowd.Newest.Skip(950).Take(50), Ids(last));
        Assert.Equal(Ids(last), Ids(await Find("q=overalt&sort=-logged&page=21")));
    }

    [Fact]
    public async Task Of_a_word_on_few_all_are_found_also_the_oldest()
    {
        var page = await Find("q=sjælden&sort=-logged");

        Assert.Equal(crowd.Newest.Where((_, i) => i % 40 == 39), Ids(page));
        Assert.Contains("27 sager", page.Words, StringComparison.Ordinal);
        Assert.Equal([crowd.Newest[^1]], Ids(await Find("q=allerførst")));
    }

    [Fact]
    public async Task What_fits_best_comes_first_among_many()
    {
        var found = Ids(await Find("q=overalt sjælden"));

        Assert.Equal(27, found.Length);
        Assert.Equal(crowd.Newest[399], Ids(await Find("q=overalt"))[0]);
    }

    [Theory]
    [InlineData("severity"), InlineData("-severity"), InlineData("logged"), InlineData("location"), InlineData("-changed")]
    public async Task Another_order_is_one_of_all_of_them(string sort)
    {
        var all = Ids(await Find($"sort={sort}"));

        Assert.Equal(all, Ids(await Find($"q=overalt&sort={sort}")));
        Assert.Equal(Ids(await Find($"sort={sort}&page=3")), Ids(await Find($"q=overalt&sort={sort}&page=3")));
    }

    [Fact]
    public async Task Filters_hold_whichever_way_is_gone()
    {
        Assert.Equal(crowd.Newest.Where((_, i) => i % 40 == 39 && i % 3 == 0), Ids(await Find("q=sjælden&severity=S1&sort=-logged")));
        Assert.Equal(crowd.Newest.Where((_, i) => i % 3 == 0).Take(50), Ids(await Find("q=overalt&severity=S1&sort=-logged")));
        Assert.Empty(Ids(await Find("q=overalt -overalt")));
        Assert.Equal(crowd.Newest.Where((_, i) => i % 40 != 39).Take(50), Ids(await Find("q=overalt -sjælden&sort=-logged")));
    }

    private Task<Answer> Find(string query) => crowd.Support.Get($"/programmes/{crowd.Portal.Rollout.Programme}/tickets?{query.Replace(" ", "%20", StringComparison.Ordinal)}");

    private static Guid[] Ids(Answer page) => [.. page.Html.QuerySelectorAll("tr[id^=ticket-]").Select(row => Guid.Parse(row.Id!["ticket-".Length..]))];

    /// <summary>1,080 tickets, a minute apart; a word stands on each, another on every fortieth.</summary>
    public sealed class Crowd(Server server) : IAsyncLifetime
    {
        private const int Tickets = 1_080;

        public Portal Portal { get; } = new(server);

        public Browser Support { get; private set; } = null!;

        public IReadOnlyList<Guid> Newest { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            await Portal.InitializeAsync();
            Support = await Portal.SignIn(Role.Support);
            var ids = new List<Guid>();
            foreach (var some in Enumerable.Range(0, Tickets).Chunk(120))
                ids.AddRange(await Task.WhenAll(some.Select(Ticket)));
            Newest = ids;
        }

        public ValueTask DisposeAsync() => Portal.DisposeAsync();

        private Task<Guid> Ticket(int i) => Portal.Log(
            i % 2 == 0 ? Portal.Rollout.NorthA : Portal.Rollout.SouthA, Portal.Now().AddMinutes(-i),
            problem => i % 3 == 0 ? problem with { Impact = Impact.CitizenSafetyOrArea, Urgency = Urgency.StatutoryOrSafetyNow } : problem, Words(i));

        private static string Words(int i) => (i % 40 == 39, i) switch
        {
            (_, 399) => "Overalt, overalt og overalt er den sjælden",
            (_, Tickets - 1) => "Overalt er den sjælden, og denne kom allerførst",
            (true, _) => "Overalt er den sjælden",
            _ => "Overalt står den stille",
        };
    }
}
