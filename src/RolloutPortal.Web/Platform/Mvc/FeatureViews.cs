using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace RolloutPortal.Web.Platform.Mvc;

/// <summary>Views stand beside their controller, what several of a feature's folders use in the feature's own, what several features use in
/// Shared or in its folders, by subject; what stands around every page in Shared/Layout.</summary>
public sealed class FeatureViews : IViewLocationExpander
{
    private const string Feature = "feature";
    private const string Features = ".Features.";

    private static readonly string[] SharedFolders = ["Shared", "Shared/Forms", "Shared/Lists", "Shared/Origin", "Shared/Layout"];

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        if (context.ActionContext.ActionDescriptor is ControllerActionDescriptor { ControllerTypeInfo.Namespace: { } name }
            && name.IndexOf(Features, StringComparison.Ordinal) is var at and >= 0)
        {
            context.Values[Feature] = name[(at + Features.Length)..].Replace('.', '/');
        }
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        string[] folders = context.Values.TryGetValue(Feature, out var feature) ? feature!.Split('/') : [];
        for (var depth = folders.Length; depth > 0; depth--)
            yield return $"/Features/{string.Join('/', folders[..depth])}/{{0}}.cshtml";
        foreach (var folder in SharedFolders)
            yield return $"/Features/{folder}/{{0}}.cshtml";
    }
}
