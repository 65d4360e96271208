namespace RolloutPortal.Domain.Dips;

/// <summary>Why a dip cannot be expected so.</summary>
public static class DipRefusals
{
    /// <summary>{0}, {1}: the least and the most, in per cent.</summary>
    public const string DepthOutOfRange = "dip.depth-out-of-range";

    /// <summary>{0}: the most weeks allowed.</summary>
    public const string WeeksOutOfRange = "dip.weeks-out-of-range";
}
