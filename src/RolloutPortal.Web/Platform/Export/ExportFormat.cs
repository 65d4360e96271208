namespace RolloutPortal.Web.Platform.Export;

/// <summary>The two files that a spreadsheet reads. The name, in small letters, is the end of the file's name and of the address.</summary>
public enum ExportFormat
{
    Csv,
    Xlsx,
}
