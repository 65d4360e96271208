using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Guarding;

/// <summary>Logs a ticket of whatever words through the form, as a superuser does.</summary>
internal static class LoggingWords
{
    /// <summary>The form's answer; <paramref name="more"/> are further fields, and an impact among them stands for the usual one.</summary>
    public static async Task<Answer> LogWords(this Browser person, Guid location, string words, params (string Name, string Value)[] more)
    {
        var page = await person.Get($"/locations/{location}/tickets/new");
        var usual = more.Any(one => one.Name == "Impact") ? [] : new[] { ("Impact", "Team") };
        return await person.Submit(page, "#log-ticket", [("WhatHappens", words), ("Urgency", "WorkaroundOk"), .. usual, .. more]);
    }
}
