using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace RolloutPortal.Web.Platform.Languages;

/// <summary>Gives each validation attribute without a message of its own the key of the portal's text for its kind.</summary>
public sealed class ValidationMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            if (attribute is { ErrorMessage: null, ErrorMessageResourceName: null } && KeyOf(attribute) is { } key)
                attribute.ErrorMessage = key;
    }

    private static string? KeyOf(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "validation.required",
        StringLengthAttribute { MinimumLength: > 0 } => "validation.length",
        StringLengthAttribute or MaxLengthAttribute => "validation.too-long",
        MinLengthAttribute => "validation.too-short",
        RangeAttribute => "validation.range",
        EmailAddressAttribute => "validation.email",
        CompareAttribute => "validation.compare",
        EnumDataTypeAttribute => "validation.choose",
        RegularExpressionAttribute => "validation.pattern",
        _ => null,
    };
}
