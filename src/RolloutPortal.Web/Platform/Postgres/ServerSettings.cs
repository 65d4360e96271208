namespace RolloutPortal.Web.Platform.Postgres;

/// <summary>The server's configuration, written anew at each start and included by the cluster's own file.</summary>
internal static class ServerSettings
{
    private static readonly Dictionary<string, string> Always = new()
    {
        ["listen_addresses"] = "127.0.0.1",
        ["unix_socket_directories"] = "",
        ["password_encryption"] = "scram-sha-256",
        ["max_connections"] = "200",
        ["shared_buffers"] = "128MB",
        ["jit"] = "off", // short queries only; compiling them costs more than it saves
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
        ["lc_messages"] = "C",
        ["log_checkpoints"] = "off",
        // Statements and details carry what people wrote.
        ["log_min_error_statement"] = "panic",
        ["log_error_verbosity"] = "terse",
    };

    private static readonly Dictionary<string, string> Careless = new()
    {
        ["fsync"] = "off",
        ["synchronous_commit"] = "off",
        ["full_page_writes"] = "off",
    };

    public static string Text(ServerFolder folder, int port, EmbeddedPostgresOptions options)
    {
        var all = new Dictionary<string, string>(Always) { ["cluster_name"] = folder.ClusterName };
        var asked = options.Settings ?? new Dictionary<string, string>();
        foreach (var (name, value) in (options.Durable ? [] : Careless).Concat(asked)) all[name] = value;
        all["port"] = $"{port}";
        return string.Concat(all.Select(line => $"{line.Key} = '{line.Value.Replace("'", "''", StringComparison.Ordinal)}'\n"));
    }
}
