using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace RolloutPortal.Web.Platform.Running;

/// <summary>One readable line for each entry. What somebody typed may be in it: nothing in a value ends the line or moves the cursor.</summary>
public sealed class PlainLines() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "plain";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var said = logEntry.Formatter(logEntry.State, logEntry.Exception);
        var why = logEntry.Exception is { } exception ? $" {exception}" : "";
        textWriter.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.Now:HH:mm:ss} {Level(logEntry.LogLevel)} {logEntry.Category} {OneLine(said + why)}"));
    }

    internal static string OneLine(string text) => string.Concat(text.ReplaceLineEndings(" ").Select(Visible));

    private static string Visible(char c) => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString();

    private static string Level(LogLevel level) => level switch
    {
        LogLevel.Critical => "crit",
        LogLevel.Error => "fail",
        LogLevel.Warning => "warn",
        LogLevel.Information => "info",
        _ => "dbug",
    };
}
