using RolloutPortal.EventStore.Writing;

namespace RolloutPortal.Web.Platform.Guarding;

/// <summary>Texts that were kept because somebody said that they hold no person's number: support looks at them once more.</summary>
public static class DoubtfulTexts
{
    /// <summary>Written with the text itself, or not at all.</summary>
    public static IEnumerable<SideWrite> Of(HttpContext? http, IEnumerable<WrittenText> texts) =>
        texts.Where(text => GuardAnswers.IsAboutTo(http, text.Body)).Select(text =>
            new SideWrite("insert into doubtful_text (text_id, stream_id, at) values ($1, $2, $3) on conflict do nothing", text.Id, text.StreamId, text.WrittenAt));
}
