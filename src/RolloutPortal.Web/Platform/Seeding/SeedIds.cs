using System.Security.Cryptography;
using System.Text;
using RolloutPortal.Domain;

namespace RolloutPortal.Web.Platform.Seeding;

/// <summary>Ids of a scenario's things, always the same for the same names: loading once more finds what is there.</summary>
public sealed record SeedIds(string Scenario)
{
    public Guid Of(string kind, string key) => DerivedId.Of($"{Scenario}/{kind}/{key}");

    public Guid Programme(string key) => Of("programme", key);

    public Guid Area(string name) => Of("area", name);

    public Guid Module(string key) => Of("module", key);

    public Guid Provider(string name) => Of("provider", name);

    public Guid Location(string code) => Of("location", code);

    public Guid Wave(int number) => Of("wave", $"{number}");

    public Guid Account(string key) => Of("account", key);

    /// <summary>The stream of notes on where a thing's values come from.</summary>
    public Guid Sources(Guid subject) => Of("sources", subject.ToString());

    /// <summary>A number that decides what chance decides about this thing.</summary>
    public int Seed(string kind, string key) => BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{Scenario}/{kind}/{key}")), 16);
}
