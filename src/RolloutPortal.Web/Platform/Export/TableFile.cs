using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using RolloutPortal.Web.Platform.Time;

namespace RolloutPortal.Web.Platform.Export;

/// <summary>A table as a file to save, sent while its rows are read: an action returns it.</summary>
/// <param name="Name">What it is, in the reader's language: the sheet's name, and with the day the file's.</param>
/// <param name="Rows">In their order. When reading them fails, the download breaks off and is no file.</param>
public sealed record TableFile<T>(ExportFormat Format, string Name, IReadOnlyList<ExportColumn<T>> Columns, IAsyncEnumerable<T> Rows) : IActionResult
{
    /// <summary>A second sheet of a workbook; a CSV file has none.</summary>
    public SheetOfTexts? Second { get; init; }

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (http, stop) = (context.HttpContext, context.HttpContext.RequestAborted);
        var day = http.RequestServices.GetRequiredService<Clock>().Today(Zones.Default);
        http.Response.ContentType = ContentType;
        http.Response.Headers.CacheControl = "no-store";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(ExportName.Of(Name, day, Format));
        http.Response.Headers.ContentDisposition = disposition.ToString();
        if (HttpMethods.IsHead(http.Request.Method)) return;
        await Write(http.Response.Body, stop);
    }

    /// <summary>The file itself.</summary>
    public async Task Write(Stream output, CancellationToken ct = default)
    {
        await using var spool = new Spool(output);
        ColumnHead[] heads = [.. Columns.Select(column => new ColumnHead(column.Header, column.Width, column.Wraps))];
        ITableWriter table = Format is ExportFormat.Csv ? new CsvTable(spool, heads) : new XlsxTable(spool, Name, heads);
        await foreach (var row in Rows.WithCancellation(ct))
        {
            table.Row([.. Columns.Select(column => column.Value(row))]);
            await spool.SendSome(ct);
        }

        if (Second is not null && table is XlsxTable workbook) Second.Write(workbook);
        table.End();
        await spool.Send(ct);
    }

    private string ContentType => Format is ExportFormat.Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

/// <summary>A sheet beside a table, of texts that are read: they wrap.</summary>
/// <param name="Columns">Header and width in characters.</param>
public sealed record SheetOfTexts(string Name, IReadOnlyList<(string Header, int Width)> Columns, IReadOnlyList<string?[]> Rows)
{
    internal void Write(XlsxTable workbook)
    {
        workbook.Next(Name, [.. Columns.Select(column => new ColumnHead(column.Header, column.Width, Wraps: true))]);
        foreach (var row in Rows) workbook.Row(row);
    }
}
