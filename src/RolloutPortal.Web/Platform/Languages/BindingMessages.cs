using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace RolloutPortal.Web.Platform.Languages;

/// <summary>What is said beside a field whose value cannot be read, in the reader's language.</summary>
public sealed class BindingMessages(IStringLocalizer<Refusals> texts) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(new ValidationMessages());
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueMustNotBeNullAccessor(_ => texts["validation.required"]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["validation.required"]);
        messages.SetMissingKeyOrValueAccessor(() => texts["validation.required"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["validation.required"]);
        messages.SetValueMustBeANumberAccessor(_ => texts["validation.number"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["validation.number"]);
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts["validation.value"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["validation.value"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["validation.value"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["validation.value"]);
        messages.SetValueIsInvalidAccessor(_ => texts["validation.value"]);
    }
}
