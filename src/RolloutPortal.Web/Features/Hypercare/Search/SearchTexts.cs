namespace RolloutPortal.Web.Features.Hypercare.Search;

/// <summary>Texts of the search, saved filters and export of tickets; an empty class that names the files.</summary>
public sealed class SearchTexts;
