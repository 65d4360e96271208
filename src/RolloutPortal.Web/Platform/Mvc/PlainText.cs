using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace RolloutPortal.Web.Platform.Mvc;

/// <summary>Whatever text comes with an address or a form, without zeroes and halves of characters: PostgreSQL and its driver take
/// neither, wherever the text would end up.</summary>
/// <remarks>Other control characters stay: whether they are suitable is the feature's to say.</remarks>
public sealed class PlainText(IModelBinder inner) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        await inner.BindModelAsync(bindingContext);
        if (bindingContext.Result is { IsModelSet: true, Model: string typed }) bindingContext.Result = ModelBindingResult.Success(Of(typed));
    }

    public static string Of(string typed)
    {
        if (!typed.Any(letter => letter == '\0' || char.IsSurrogate(letter))) return typed;
        var plain = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
            if (rune.Value != 0) plain.Append(rune);
        return plain.ToString();
    }
}

/// <summary>Puts <see cref="PlainText"/> before every text from a query, a form or an address.</summary>
public sealed class PlainTexts : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var from = context.BindingInfo.BindingSource;
        if (context.Metadata.ModelType != typeof(string) || (from is not null && !from.CanAcceptDataFrom(BindingSource.Query) && !from.CanAcceptDataFrom(BindingSource.Form) && !from.CanAcceptDataFrom(BindingSource.Path)))
            return null;
        return new PlainText(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()));
    }
}
