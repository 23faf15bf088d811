using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Web.Documents;

/// <summary>Makes a PDF of a page that carries everything it needs. Tests replace it; without a printer the browser's own print remains.</summary>
public interface IPdfPrinter
{
    /// <summary>
    /// The page as PDF. Refused: <c>pdf-unavailable</c> where nothing on this machine can print, <c>pdf-not-made</c> when the printer did not
    /// answer in time; asking again may help.
    /// </summary>
    Task<Outcome<byte[]>> PrintAsync(string html, CancellationToken cancellationToken);
}
