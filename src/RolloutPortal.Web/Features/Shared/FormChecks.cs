using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace RolloutPortal.Web.Features.Shared;

/// <summary>What must be in a form before anybody is asked to decide; each with a message in the feature's own words.</summary>
public static class FormChecks
{
    /// <summary>The field must be filled in with something that can be read; what was typed stays.</summary>
    public static void Demand(this ModelStateDictionary state, string field, bool isThere, string message)
    {
        if (isThere && !HasErrors(state, field)) return;
        Replace(state, field, message);
    }

    /// <summary>The field may be empty, but what stands in it must be readable.</summary>
    public static void Readable(this ModelStateDictionary state, string field, string message)
    {
        if (HasErrors(state, field)) Replace(state, field, message);
    }

    private static bool HasErrors(ModelStateDictionary state, string field) => state.GetValueOrDefault(field)?.Errors.Count > 0;

    private static void Replace(ModelStateDictionary state, string field, string message)
    {
        state.GetValueOrDefault(field)?.Errors.Clear();
        state.AddModelError(field, message);
    }
}
