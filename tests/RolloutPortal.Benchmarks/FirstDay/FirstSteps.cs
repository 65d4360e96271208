namespace RolloutPortal.Benchmarks.FirstDay;

/// <summary>The steps of a first day, each as whoever takes it would: from the page where the last one ended.</summary>
internal static class FirstSteps
{
    private const string Password = "Fire gule ænder svømmer";

    public static async Task BecomeAdministrator(Hand hand)
    {
        await hand.Write("Navn", "Anette Administrator");
        await hand.Write("E-mailadresse", "anette@eksempel.dk");
        await hand.Write("Adgangskode", Password);
        await hand.Write("Adgangskode en gang til", Password);
        await hand.Press("Opret konto");
        await hand.Read("Opret udrulningen");
    }

    public static async Task Found(Hand hand)
    {
        await hand.Follow("Opret udrulningen");
        await hand.Write("Navn", "Nyt fagsystem");
        await hand.Press("Opret udrulning");
        await hand.Read("Importér lokationerne");
    }

    public static async Task Import(Hand hand, string kind, string path, string mended, bool hasTitle, string[] columns)
    {
        await hand.Follow(kind);
        await Upload(hand, path);
        if (hasTitle) await hand.Press("Læs overskrifterne på linje 2");
        for (var i = 0; i < columns.Length; i++)
        {
            var select = hand.Page.Locator($"select[name='column[{i}]']");
            if (await select.InputValueAsync() != columns[i]) await hand.Choose($"select[name='column[{i}]']", columns[i]);
        }

        await hand.Press("Læs filen igen");
        await hand.Read("Intet kan gemmes endnu");
        await hand.Follow("Upload den rettede fil");
        await Upload(hand, mended);
        var ready = hand.Page.GetByText("Filen er klar til at blive gemt");
        var title = hand.Page.GetByText("Læs overskrifterne på linje 2");
        await ready.Or(title).First.WaitForAsync();
        if (await title.CountAsync() > 0) await hand.Press("Læs overskrifterne på linje 2");
        await hand.Press("Gem alt");
        await hand.Read("Importen er gemt");
    }

    private static async Task Upload(Hand hand, string path)
    {
        await hand.Pick(path);
        await hand.Press("Kontrollér filen");
        await hand.Read("Kolonner:");
    }

    /// <returns>The link, as the page shows it.</returns>
    public static async Task<string> Invite(Hand hand, string workKey, string role)
    {
        if (hand.Page.Url.EndsWith("/invitations/new", StringComparison.Ordinal)) await hand.Follow("Konti");
        await hand.Follow(hand.Page.Url.EndsWith("/accounts", StringComparison.Ordinal) ? "Inviter en person" : "Inviter");
        await hand.Write("Navn, nøgle eller e-mail", workKey);
        await hand.Press("Find");
        await hand.Press(hand.Page.Locator("a.pick"));
        await hand.Choose("[name='Form.Grants[0].Role']", role);
        await hand.Press("Lav invitationen");
        await hand.Press("Kopiér teksten");
        return await hand.Page.Locator("#link-0").InputValueAsync();
    }

    public static async Task Enter(Hand hand)
    {
        await hand.Write("Ny adgangskode", Password);
        await hand.Write("Ny adgangskode en gang til", Password);
        await hand.Press("Kom i gang");
        await hand.Page.WaitForURLAsync(url => !url.Contains("/invitation/", StringComparison.Ordinal));
    }

    public static async Task LogTicket(Hand hand)
    {
        await hand.Follow("Log en sag");
        await hand.Write("Hvad sker der?", "Medicinskemaet åbner ikke på aftenvagtens tablet");
        await hand.Press(hand.Page.Locator("label:has([name=Urgency][value=WorkaroundOk])"));
        await hand.Press("Send");
        await hand.Page.Locator("[data-acknowledged]").WaitForAsync();
    }

    public static async Task Close(Hand hand)
    {
        await hand.Follow("Konti");
        await hand.Press(hand.Page.Locator("main table a", new() { HasText = "Åse" }));
        await hand.Press(hand.Page.Locator("a[href$='/disabling']"));
        await hand.Write("Hvorfor", "Arbejder her ikke mere");
        await hand.Press("Luk kontoen");
    }
}
