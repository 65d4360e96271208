namespace RolloutPortal.Domain.Imports;

/// <summary>Why a file cannot be stored or taken back.</summary>
public static class ImportRefusals
{
    public const string NotFound = "import.not-found";

    public const string AlreadyStored = "import.already-stored";

    /// <summary>{0}: how many things have changed since.</summary>
    public const string StoodOn = "import.stood-on";
}
