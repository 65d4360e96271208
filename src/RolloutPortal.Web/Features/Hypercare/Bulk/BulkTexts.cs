namespace RolloutPortal.Web.Features.Hypercare.Bulk;

/// <summary>Texts of what is done with several tickets at once; an empty class that names the files.</summary>
public sealed class BulkTexts;
