using System.Reflection;

namespace RolloutPortal.Domain;

/// <summary>Every refusal that the domain can give, so that a test can ask for its text in each language.</summary>
public static class RefusalKeys
{
    /// <summary>The constants of all classes named <c>…Refusals</c>, in alphabetical order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(RefusalKeys).Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Refusals", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Order(StringComparer.Ordinal),
    ];
}
