using System.Text.RegularExpressions;
using RolloutPortal.Domain;
using RolloutPortal.Domain.Accounts;
using RolloutPortal.Domain.Locations;
using RolloutPortal.Domain.Waves;
using RolloutPortal.Web.Features.Accounts.Desk;
using RolloutPortal.Web.Features.Locations;
using RolloutPortal.Web.Features.Shared;
using RolloutPortal.Web.Features.Waves;
using RolloutPortal.Web.Platform.Languages;

namespace RolloutPortal.Web.Tests.Platform.Languages;

public sealed partial class Texts
{
    public static TheoryData<string> Files => [.. TextFiles.Names];

    [Theory, MemberData(nameof(Files))]
    public void The_three_languages_have_the_same_keys(string file)
    {
        var danish = TextFiles.Read(file, "da").Keys.Order(StringComparer.Ordinal);

        Assert.NotEmpty(danish);
        Assert.Equal(danish, TextFiles.Read(file, "sv").Keys.Order(StringComparer.Ordinal));
        Assert.Equal(danish, TextFiles.Read(file, "en").Keys.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Files))]
    public void A_text_has_the_same_placeholders_in_all_three(string file)
    {
        foreach (var (key, danish) in TextFiles.Read(file, "da"))
            foreach (var language in TextFiles.Languages)
                Assert.Equal((key, Placeholders(danish)), (key, Placeholders(TextFiles.Read(file, language)[key])));
    }

    [Theory, MemberData(nameof(Files))]
    public void No_text_is_empty_or_padded(string file)
    {
        foreach (var language in TextFiles.Languages)
            foreach (var (key, text) in TextFiles.Read(file, language))
                Assert.True(text.Length > 0 && text == text.Trim(), $"{file} {language} {key}");
    }

    [Fact]
    public void Each_file_belongs_to_a_class() =>
        Assert.All(TextFiles.Names, name => Assert.NotNull(typeof(Program).Assembly.GetType(name)));

    [Fact]
    public void Each_refusal_has_a_text()
    {
        var texts = TextFiles.Read(typeof(Refusals).FullName!, "da");

        Assert.All(RefusalKeys.All.Concat(OfTheShell()), key => Assert.Contains(key, texts.Keys));
    }

    [Theory]
    [InlineData(typeof(WaveEvent), typeof(WaveTexts))]
    [InlineData(typeof(LocationEvent), typeof(LocationTexts))]
    [InlineData(typeof(AccountEvent), typeof(AdministrationTexts))]
    public void Each_event_that_a_history_tells_has_its_sentences(Type events, Type texts)
    {
        var keys = TextFiles.Read(texts.FullName!, "da").Keys.ToHashSet();
        var told = events.Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(events) && !type.IsAbstract).Except(Untold).ToList();

        Assert.NotEmpty(told);
        Assert.All(told.SelectMany(type => Sentences(type, events)), key => Assert.Contains(key, keys));
    }

    /// <summary>What the portal does on its way, and what other lines tell already.</summary>
    private static readonly Type[] Untold = [typeof(SessionEnded), typeof(LocationLeft), typeof(LocationReached)];

    /// <summary>What happens to a location of a wave is also told of many, and on the location's own page.</summary>
    private static IEnumerable<string> Sentences(Type @event, Type of)
    {
        string[] endings = of == typeof(WaveEvent) && @event.GetProperty("LocationId") is not null ? ["", ".many", ".wave"] : [""];
        return endings.Select(ending => $"history.{@event.Name}{ending}");
    }

    [Fact]
    public void Each_value_of_each_term_has_a_text()
    {
        var texts = TextFiles.Read(typeof(SharedTexts).FullName!, "da");
        var values = typeof(RefusalKeys).Assembly.GetExportedTypes().Where(type => type.IsEnum)
            .SelectMany(type => Enum.GetNames(type).Select(value => EnumTexts.Key(type, value)));

        Assert.All(values, key => Assert.Contains(key, texts.Keys));
    }

    [Fact]
    public void A_key_that_a_page_names_has_a_text()
    {
        var missing = KeysInSources.All().Where(used => !TextFiles.Read(used.File, "da").ContainsKey(used.Key)).ToList();

        Assert.Empty(missing);
    }

    /// <summary>Constants of classes named <c>…Refusals</c> outside the domain.</summary>
    private static IEnumerable<string> OfTheShell() => typeof(Program).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Refusals", StringComparison.Ordinal))
        .SelectMany(type => type.GetFields())
        .Where(field => field.IsLiteral && field.FieldType == typeof(string))
        .Select(field => (string)field.GetRawConstantValue()!);

    private static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();
}
