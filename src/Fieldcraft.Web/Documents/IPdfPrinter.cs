using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Web.Documents;

/// <summary>On how many pages a document should stand, and how far its size may give way for that.</summary>
/// <param name="Smallest">The smallest size, as a part of the usual one. What does not fit even then is set in the usual size, on more pages.</param>
/// <param name="Largest">The largest, where there is room for it.</param>
public sealed record PaperAim(int Pages, double Smallest, double Largest = 1)
{
    /// <summary>A plan that is a little too long is set a little smaller; below three quarters it may take a second page instead.</summary>
    public static readonly PaperAim OnePage = new(1, 0.75);

    private static readonly double[] Steps = [1.24, 1.16, 1.08, 1, 0.93, 0.86, 0.8, 0.75];

    /// <summary>The sizes to try, the largest first.</summary>
    public IEnumerable<double> Sizes => Steps.Where(s => s <= Largest && s > Smallest).Append(Smallest);
}

/// <summary>Makes a PDF of a page that carries everything it needs. Tests replace it; without a printer the browser's own print remains.</summary>
public interface IPdfPrinter
{
    /// <summary>
    /// The page as PDF. Refused: <c>pdf-unavailable</c> where nothing on this machine can print, <c>pdf-not-made</c> when the printer did not
    /// answer in time; asking again may help.
    /// </summary>
    Task<Outcome<byte[]>> PrintAsync(string html, PaperAim aim, CancellationToken cancellationToken);
}

public static class PdfPrinting
{
    public static Task<Outcome<byte[]>> PrintAsync(this IPdfPrinter printer, string html, CancellationToken cancellationToken) =>
        printer.PrintAsync(html, PaperAim.OnePage, cancellationToken);
}
