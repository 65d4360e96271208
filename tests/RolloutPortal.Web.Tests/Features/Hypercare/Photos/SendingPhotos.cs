using System.Net.Http.Headers;
using RolloutPortal.Web.Tests.Support;

namespace RolloutPortal.Web.Tests.Features.Hypercare.Photos;

/// <summary>Sends forms with files, as a browser without JavaScript does; and the smallest photos there are.</summary>
internal static class SendingPhotos
{
    /// <summary>A JPEG of 40 by 30 taken on its side, with a place and a comment in it, and something behind its end.</summary>
    public static byte[] Jpeg(byte value = 0x12) =>
    [
        0xff, 0xd8,
        0xff, 0xe1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0,
        0xff, 0xfe, 0, 14, .. "GPS 55.67611"u8,
        0xff, 0xdb, 0, 67, 0, .. new byte[64],
        0xff, 0xc0, 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0,
        0xff, 0xc4, 0, 20, 0, 1, .. new byte[15], 0,
        0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, value, 0xff, 0xd9, .. "GPS behind"u8,
    ];

    /// <summary>A field that names the files instead of being sent.</summary>
    public const string FileName = "(file)";

    public static async Task<Answer> SendPhotos(this Browser browser, string address, Answer page, IEnumerable<byte[]> photos, params (string Name, string Value)[] fields)
    {
        var name = fields.FirstOrDefault(one => one.Name == FileName).Value ?? "../billede.exe";
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in fields.Where(one => one.Name != FileName).Append(("__RequestVerificationToken", page.Token!)))
            form.Add(new StringContent(value), field);
        foreach (var photo in photos)
        {
            var content = new ByteArrayContent(photo);
            content.Headers.ContentType = new MediaTypeHeaderValue("image/gif"); // whatever it says of itself
            form.Add(content, "Photos", name);
        }

        using var answer = await browser.Client.PostAsync(address, form);
        return new Answer(answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync(), new Dictionary<string, string>());
    }

    /// <summary>To a ticket, from its own page.</summary>
    public static async Task<Answer> AddPhotos(this Browser browser, Guid ticket, params byte[][] photos) =>
        await browser.SendPhotos($"/tickets/{ticket}/photos", await browser.Get($"/tickets/{ticket}"), photos, ("NoCitizen", "true"));

    /// <summary>Addresses of the photos that a ticket's page shows.</summary>
    public static async Task<string[]> Photos(this Browser browser, Guid ticket) =>
        [.. (await browser.Get($"/tickets/{ticket}")).Html.QuerySelectorAll("a[data-photo]").Select(link => link.GetAttribute("href")!)];
}
