using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Importing;
using RolloutPortal.Importing.Fields;
using RolloutPortal.Web.Platform.Languages;

namespace RolloutPortal.Web.Features.Imports;

/// <summary>Texts of imports; an empty class that names the files.</summary>
public sealed class ImportTexts;

/// <summary>Faults and fields in the reader's language.</summary>
public sealed class ImportWords(IStringLocalizer<ImportTexts> texts, RefusalTexts refusals)
{
    /// <summary>What is wrong, without where.</summary>
    public string Of(Fault fault)
    {
        var found = texts[$"fault.{fault.Key}", [.. fault.Values]];
        return found.ResourceNotFound ? refusals.Of(new Refusal(fault.Key, [.. fault.Values])) : found.Value;
    }

    /// <summary>How many faults are not told one by one.</summary>
    public string More(int faults) => texts["faults.more", faults];

    /// <summary>Said to whoever imports with the verb, where nobody can be asked.</summary>
    public string Beside(int rows) => texts["beside.verb", rows];

    /// <summary>What a column of the template is called.</summary>
    public static string Field(Field field) =>
        field.Headers[System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName][0].Replace('_', ' ');

    public static string Field(FieldTable table, string? name) => table.Named(name ?? "") is { } field ? Field(field) : name ?? "";
}
