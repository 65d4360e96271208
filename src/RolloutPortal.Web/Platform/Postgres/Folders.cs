namespace RolloutPortal.Web.Platform.Postgres;

/// <summary>Folders and files that the server's account must be able to read, whatever the umask of ours says.</summary>
internal static class Folders
{
    public const UnixFileMode Open = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public const UnixFileMode Secret = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Readable = Secret | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Makes the folder and those above it that are missing; those that exist keep their mode.</summary>
    public static string Make(string folder)
    {
        if (Directory.Exists(folder)) return folder;
        if (Path.GetDirectoryName(folder) is { } above) Make(above);
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, Open);
        return folder;
    }

    /// <summary>Links resolved, as the system shows a process's working folder.</summary>
    public static string Real(string folder)
    {
        if (Path.GetDirectoryName(folder) is not { } above) return folder;
        var real = Path.Combine(Real(above), Path.GetFileName(folder));
        var target = Directory.Exists(real) ? Directory.ResolveLinkTarget(real, returnFinalTarget: true) : null;
        return target is null ? real : Real(target.FullName);
    }

    /// <summary>A killed portal leaves the old file or the new one, never half of one.</summary>
    public static void Write(string file, string text, UnixFileMode mode = Readable)
    {
        var half = $"{file}.new";
        File.Delete(half);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Secret;
        using (var writer = new StreamWriter(half, options)) writer.Write(text);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(half, mode);
        File.Move(half, file, overwrite: true);
    }

    /// <summary>The lowest folder on the way that strangers may not pass through; null when all may be passed.</summary>
    public static string? ClosedAbove(string path)
    {
        if (OperatingSystem.IsWindows()) return null;
        for (var folder = path; folder is not null; folder = Path.GetDirectoryName(folder))
            if ((File.GetUnixFileMode(folder) & UnixFileMode.OtherExecute) == 0)
                return folder;
        return null;
    }
}
