namespace RolloutPortal.Web.Features.Programmes.Naming;

/// <summary>One name in a form of its own: a field, and a button beside it.</summary>
/// <param name="Do">What the button says.</param>
public sealed record NameField(string FieldId, string Address, NameForm Form, string Label, string Do);
