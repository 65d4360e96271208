using System.Text;
using RolloutPortal.Domain.Guarding;
using RolloutPortal.Importing;

namespace RolloutPortal.Web.Features.Imports.Engine;

/// <summary>The person-number guard over cells and names of files.</summary>
internal static class CellGuard
{
    /// <param name="today">The day on the portal's clock.</param>
    public static PersonNumberGuard On(DateOnly today) => text =>
    {
        var found = PersonNumbers.Find(text, today);
        if (found.Count == 0) return null;
        var masked = new StringBuilder(text);
        foreach (var one in found.Reverse())
            masked.Remove(one.Position, one.Length).Insert(one.Position, one.Masked);
        return new PersonNumber(found.Any(one => one.IsCertain), masked.ToString(), $"{found.MaxBy(one => one.Certainty).Rule}");
    };
}
