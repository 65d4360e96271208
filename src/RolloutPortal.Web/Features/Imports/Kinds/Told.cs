using System.Globalization;
using RolloutPortal.Domain;
using RolloutPortal.Importing;

namespace RolloutPortal.Web.Features.Imports.Kinds;

/// <summary>What the domain refuses, as a fault of a cell.</summary>
internal static class Told
{
    public static Fault Of(int line, string column, Refusal refusal) => new(line, column, refusal.Key, [.. refusal.Values.Select(Written)]);

    private static string Written(object value) => value switch
    {
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
