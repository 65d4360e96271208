using System.Text;
using RolloutPortal.Importing;
using RolloutPortal.Importing.Fields;

namespace RolloutPortal.Domain.Tests.Importing;

/// <summary>Files as tests write them, and what was read of them.</summary>
internal static class Reading
{
    public const string Header = "kode;navn;område;brugere;side";

    public static ImportFile Locations(string csv, PersonNumberGuard? guard = null) => Locations(Encoding.UTF8.GetBytes(csv), guard);

    public static ImportFile Locations(byte[] content, PersonNumberGuard? guard = null, Dictionary<int, string>? chosen = null) =>
        ImportFile.Read(LocationFields.Table, "lokationer.csv", content, guard ?? (_ => null), chosen);

    public static ImportFile Employees(string csv) =>
        ImportFile.Read(EmployeeFields.Table, "ansatte.csv", Encoding.UTF8.GetBytes(csv), _ => null);

    /// <summary>Each fault as <c>line 3: code: cell.missing</c>, in the order of lines.</summary>
    public static string[] Told(this ImportFile file) =>
        [.. file.Faults.Concat(file.Rows.SelectMany(row => row.Faults)).OrderBy(fault => fault.Line).Select(fault => $"{fault.Where}: {fault.Key}")];

    public static string[] Column(this ImportFile file, string field) => [.. file.Rows.Select(row => row.Get<object>(field)?.ToString() ?? "")];

    /// <summary>What one cell of a field means, or its fault.</summary>
    public static object? Cell(string field, string typed)
    {
        var header = field == "valid_from" ? $"{Header};valid_from" : Header;
        string[] cells = ["B1", "Navn", "Nord", "5", "begge", ""];
        cells[Array.IndexOf(["code", "name", "area", "users", "side", "valid_from"], field)] = $"\"{typed.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        var row = Locations($"{header}\n{string.Join(';', field == "valid_from" ? cells : cells[..5])}\n").Rows.Single();
        return row.IsSound ? row.Get<object>(field) : row.Faults.Single().Key;
    }
}
