using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing.Patterns;

namespace RolloutPortal.Web.Platform.Mvc;

/// <summary>What an address names is read from the address alone. MVC would ask the form first: rights are judged by the address, and a field of
/// the same name would make the action act on something else.</summary>
public sealed class AddressFirst : IActionModelConvention
{
    public void Apply(ActionModel action)
    {
        var named = action.Selectors.Concat(action.Controller.Selectors).Select(selector => selector.AttributeRouteModel?.Template).OfType<string>()
            .SelectMany(template => RoutePatternFactory.Parse(template).Parameters).Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in action.Parameters.Where(parameter => named.Contains(parameter.Name)))
            (parameter.BindingInfo ??= new BindingInfo()).BindingSource = BindingSource.Path;
    }
}
