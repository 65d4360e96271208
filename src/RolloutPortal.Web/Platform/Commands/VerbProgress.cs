namespace RolloutPortal.Web.Platform.Commands;

/// <summary>Tells how far long work has come, on standard error: one line that changes in a terminal, a line for each tenth elsewhere.</summary>
public sealed class VerbProgress(TextWriter error, bool isTerminal)
{
    private string last = "";

    public static VerbProgress ToConsole() => new(Console.Error, !Console.IsErrorRedirected);

    /// <param name="share">0–1.</param>
    /// <param name="where">What it is at just now.</param>
    public void Tell(string what, double share, string where = "")
    {
        var percent = (int)(share * 100);
        var shown = $"{what}: {(isTerminal ? percent : percent / 10 * 10)} %";
        if (shown == last) return;
        last = shown;
        if (isTerminal) error.Write($"\r{shown} {where,-40}");
        else error.WriteLine($"{shown} {where}".TrimEnd());
    }

    public void Tell(string what)
    {
        Finish();
        error.WriteLine(what);
    }

    /// <summary>Whatever is written next begins on a line of its own.</summary>
    public void Finish()
    {
        if (isTerminal && last.Length > 0) error.WriteLine();
        last = "";
    }
}
