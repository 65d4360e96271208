using System.Collections;
using System.Globalization;
using System.Text;
using QRCoder;

namespace RolloutPortal.Web.Features.Hypercare.Posters;

/// <summary>A page of A4 for the wall of one location: its code opens the form for a ticket there.</summary>
/// <param name="System">What the rollout brings, by the programme's name.</param>
/// <param name="Address">The form's whole address.</param>
public sealed record Poster(string Place, string Code, string Area, string System, string Address)
{
    private readonly List<BitArray> modules = Read(Address);

    /// <summary>Modules on a side, the quiet zone of four on each side included.</summary>
    public int Size => modules.Count;

    /// <summary>One path, row by row: a run of dark modules is one rectangle, so that no printer leaves hairs between them.</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder();
            for (var y = 0; y < Size; y++)
                for (var x = 0; x < Size; x++)
                {
                    var from = x;
                    while (x < Size && modules[y][x]) x++;
                    if (x > from) path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
                }

            return path.ToString();
        }
    }

    /// <summary>Fifteen in a hundred modules may be dirty or torn.</summary>
    private static List<BitArray> Read(string address)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return [.. code.ModuleMatrix];
    }
}

/// <summary>Posters to print.</summary>
/// <param name="Title">The place, area or wave that they are for.</param>
/// <param name="Back">Its page.</param>
public sealed record PosterPage(string Title, string Back, IReadOnlyList<Poster> Posters);
