using Microsoft.Extensions.Localization;

namespace RolloutPortal.Web.Features.Shared;

/// <summary>Values of enums in the reader's language: the text of <c>enum.{Type}.{Value}</c>.</summary>
public static class EnumTexts
{
    public static string Of<TEnum>(this IStringLocalizer<SharedTexts> shared, TEnum value) where TEnum : struct, Enum =>
        shared[Key(typeof(TEnum), value.ToString())];

    public static string Key(Type type, string value) => $"enum.{type.Name}.{value}";
}
