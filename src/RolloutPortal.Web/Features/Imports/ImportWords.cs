using System.Globalization;
using Microsoft.Extensions.Localization;
using RolloutPortal.Domain;
using RolloutPortal.Importing;
using RolloutPortal.Importing.Fields;
using RolloutPortal.Importing.Values;
using RolloutPortal.Web.Features.Imports.Waiting;
using RolloutPortal.Web.Platform.Languages;
using RolloutPortal.Web.Platform.Mvc;

namespace RolloutPortal.Web.Features.Imports;

/// <summary>Texts of imports; an empty class that names the files.</summary>
public sealed class ImportTexts;

/// <summary>Faults and fields in the reader's language.</summary>
public sealed class ImportWords(IStringLocalizer<ImportTexts> texts, RefusalTexts refusals)
{
    /// <summary>What is wrong, without where.</summary>
    public string Of(Fault fault)
    {
        string[] values = [.. Spoken(fault).Select(Written)];
        var found = texts[$"fault.{fault.Key}", [.. values]];
        return found.ResourceNotFound ? refusals.Of(new Refusal(fault.Key, [.. values])) : found.Value;
    }

    /// <summary>Why a file ended without being stored, in a sentence.</summary>
    public string Ending(WaitingImport import, Func<Guid?, string> who) => import switch
    {
        { State: ImportState.Cancelled, EndedBy: { } by } => texts["ended.Cancelled", who(by)],
        { State: ImportState.Refused, Summary.OfFile: [_, ..] faults } => string.Join(". ", faults.Select(Of)),
        _ => texts[$"{import.State.ToString().ToLowerInvariant()}.text"],
    };

    /// <summary>Of the words of a choice, which stand in each language after what was written, those of the reader's.</summary>
    private static string[] Spoken(Fault fault) => fault.Key == ImportFaults.NoChoice && fault.Values.Length > CellValue.Languages.Length
        ? [fault.Values[0], fault.Values[1 + Array.IndexOf(CellValue.Languages, PortalLanguages.Current)]]
        : fault.Values;

    /// <summary>Days are kept in one form and said in the reader's.</summary>
    private static string Written(string value) =>
        DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? TimeHtml.Written(day) : value;

    /// <summary>How many faults are not told one by one.</summary>
    public string More(int faults) => texts["faults.more", faults];

    /// <summary>Said to whoever imports with the verb, where nobody can be asked.</summary>
    public string Beside(int rows) => texts["beside.verb", rows];

    /// <summary>What a column of the template is called.</summary>
    public static string Field(Field field) =>
        field.Headers[System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName][0].Replace('_', ' ');

    public static string Field(FieldTable table, string? name) => table.Named(name ?? "") is { } field ? Field(field) : name ?? "";
}
