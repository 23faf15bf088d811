using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Documents;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Planners;

/// <summary>Makes the PDF of a planner's sheet, for pages and API.</summary>
public sealed class PlannerPrinting(PaperPages pages, IPdfPrinter printer)
{
    /// <summary>The name of the file is no private text: a download list is seen by others.</summary>
    public const string FileName = "planner.pdf";
    public const string ContentType = "application/pdf";
    private const string Document = "/Features/Planners/_PlannerDocument.cshtml";

    /// <param name="paper">One of <see cref="PlannerPaper"/>.</param>
    public async Task<Outcome<byte[]>> PrintAsync(
        ActionContext context,
        PlannerSheet sheet,
        string paper,
        CancellationToken cancellationToken
    )
    {
        var html = await pages.RenderAsync(context, Document, sheet, paper);
        return await printer.PrintAsync(html, PlannerPaper.AimOf(paper, sheet.IsBlank), cancellationToken);
    }
}
