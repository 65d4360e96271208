namespace RolloutPortal.Web.Platform.Postgres;

/// <summary>What the server has written to its log since some moment.</summary>
internal sealed class ServerLog
{
    private const long Full = 10_000_000;
    private readonly string file;
    private readonly long from;

    private ServerLog(string file) => (this.file, from) = (file, File.Exists(file) ? new FileInfo(file).Length : 0);

    /// <summary>Keeps one older log, so that the two never fill the disk.</summary>
    public static ServerLog FromNow(string file)
    {
        if (File.Exists(file) && new FileInfo(file).Length > Full) File.Move(file, $"{file}.1", overwrite: true);
        return new(file);
    }

    public string Said()
    {
        if (!File.Exists(this.file)) return "";
        using var log = new FileStream(this.file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = Math.Max(from, log.Length - 4000);
        return new StreamReader(log).ReadToEnd().Trim();
    }
}
