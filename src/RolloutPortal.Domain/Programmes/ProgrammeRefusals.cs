namespace RolloutPortal.Domain.Programmes;

/// <summary>Why a programme, its areas, modules or providers cannot be so.</summary>
public static class ProgrammeRefusals
{
    public const string NotFound = "programme.not-found";

    public const string AlreadyFounded = "programme.already-founded";

    public const string UnknownLanguage = "programme.unknown-language";

    public const string UnknownCountry = "programme.unknown-country";

    public const string UnknownTimeZone = "programme.unknown-time-zone";

    public const string UnknownCurrency = "programme.unknown-currency";

    public const string AreaNotFound = "area.not-found";

    /// <summary>{0}: the name.</summary>
    public const string AreaNameTaken = "area.name-taken";

    public const string ModuleNotFound = "module.not-found";

    /// <summary>{0}: the name.</summary>
    public const string ModuleNameTaken = "module.name-taken";

    public const string ProviderNotFound = "provider.not-found";

    /// <summary>{0}: the name.</summary>
    public const string ProviderNameTaken = "provider.name-taken";
}
