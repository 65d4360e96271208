using System.Globalization;

namespace RolloutPortal.Web.Features.Hypercare.Boards;

/// <summary>The bar that shows tickets against what was expected: its tick stands at half, so that twice as many fill it.</summary>
public static class PaceBar
{
    public const int Expected = 50;

    /// <summary>Of 100.</summary>
    public static string Width(double ratio) => Math.Min(100, ratio * Expected).ToString("0.#", CultureInfo.InvariantCulture);
}
