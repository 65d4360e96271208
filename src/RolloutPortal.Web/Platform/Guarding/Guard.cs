using Microsoft.AspNetCore.Mvc.Filters;
using RolloutPortal.Domain.Guarding;
using RolloutPortal.Web.Platform.Access;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Platform.Guarding;

/// <summary>Stands before every action: no text with a person's number reaches one, and so neither store nor log (domain.md §7).</summary>
/// <remarks>Every form has it for free. Certain is refused; doubtful is asked about once, where something is sent to be kept.</remarks>
public sealed class Guard(Viewer viewer, GuardAnswers answers, GuardCounter counter, Clock clock) : IAsyncActionFilter, IOrderedFilter
{
    /// <summary>With this in its address, a request of a program keeps what is doubtful.</summary>
    private const string Accepts = "acceptDoubtful";

    /// <summary>Before any filter that could look at what was sent.</summary>
    public int Order => int.MinValue;

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var found = Find(context).Where(text => !AsksLater(context, text)).ToList();
        if (found.Count == 0)
        {
            await next();
            return;
        }

        var isQuiet = context.ActionDescriptor.EndpointMetadata.OfType<WhileTypingAttribute>().Any();
        var doubtful = found.Where(text => !text.Finding.IsCertain).ToList();
        var open = isQuiet || Looks(context) ? [] : doubtful.Where(text => !IsAnswered(context.HttpContext, text)).ToList();
        var refused = found.Where(text => text.Finding.IsCertain).ToList();
        if (!isQuiet) await Count(context, refused, open, doubtful);

        if (refused.Count + open.Count == 0) await next();
        else context.Result = new Stopped([.. refused, .. open], answers);
    }

    private IEnumerable<StoppedText> Find(ActionExecutingContext context)
    {
        var today = clock.Today(Zones.Default);
        foreach (var text in GuardedTexts.Of(context))
            if (Worst(text.Text, today) is { } finding) yield return new(text, finding);
    }

    private static PersonNumberFinding? Worst(string text, DateOnly today) => QueryTexts.Readings(text)
        .Select(reading => PersonNumbers.Worst(reading, today)).OfType<PersonNumberFinding>().OrderByDescending(one => one.Certainty).Cast<PersonNumberFinding?>().FirstOrDefault();

    private static bool AsksLater(ActionExecutingContext context, StoppedText text) =>
        text is { Of.Source: TextSource.FileName, Finding.IsCertain: false } && context.ActionDescriptor.EndpointMetadata.OfType<AsksAboutFileNamesAttribute>().Any();

    /// <summary>Keeps nothing: a search for what may be a case's number is let through.</summary>
    private static bool Looks(ActionExecutingContext context) => HttpMethods.IsGet(context.HttpContext.Request.Method) || HttpMethods.IsHead(context.HttpContext.Request.Method);

    private bool IsAnswered(HttpContext http, StoppedText text) =>
        (text.Of.Source is TextSource.Body && http.Request.Query[Accepts] == "true")
        || (http.Request.HasFormContentType && answers.HasAnswered(http, text.Of, http.Request.Form[GuardAnswers.Field]));

    private async Task Count(ActionExecutingContext context, List<StoppedText> refused, List<StoppedText> open, List<StoppedText> doubtful)
    {
        var who = await viewer.Account(context.HttpContext.RequestAborted);
        await counter.Count(refused, GuardOutcome.Refused, who);
        await counter.Count(open, GuardOutcome.Asked, who);
        if (refused.Count + open.Count == 0 && !Looks(context)) await counter.Count(doubtful, GuardOutcome.Kept, who);
    }
}

/// <summary>Asks about a doubtful name of a file itself, on its next page.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AsksAboutFileNamesAttribute : Attribute;

/// <summary>What is sent while somebody still types: nothing is kept and nothing asked, and a certain number is told at once.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class WhileTypingAttribute : Attribute;
