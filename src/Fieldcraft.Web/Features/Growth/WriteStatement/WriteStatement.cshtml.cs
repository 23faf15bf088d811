using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Growth.WriteStatement;

public sealed class WriteStatementModel(GrowthReading reading, GrowthDesk desk, Viewer viewer) : PageModel
{
    [BindProperty, Required, MaxLength(GrowthStatement.TextLength)]
    public string? Text { get; set; }

    public StatementKind Kind { get; private set; }

    /// <summary>The word key of this kind: the two questions are never mixed.</summary>
    public string Words => Kind == StatementKind.Become ? "growth.become" : "growth.do";

    /// <summary>Newest first.</summary>
    public IReadOnlyList<OpenStatement> Wordings { get; private set; } = [];

    public async Task OnGetAsync(string kind, CancellationToken cancellationToken)
    {
        await ReadAsync(kind, cancellationToken);
        Text = Wordings is [var newest, ..] ? newest.Text : null;
    }

    public async Task<IActionResult> OnPostAsync(string kind, CancellationToken cancellationToken)
    {
        await ReadAsync(kind, cancellationToken);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        // The same words once more are no new wording: a second click changes nothing.
        if (Wordings is not [var newest, ..] || newest.Text != Text!.Trim())
        {
            await desk.WriteAsync(Kind, Text!, cancellationToken);
        }

        return this.Onward(GrowthLinks.Open, "growth.flash.written");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string kind, Guid wording, CancellationToken cancellationToken)
    {
        await ReadAsync(kind, cancellationToken);
        return await desk.RemoveStatementAsync(GrowthStatementId.From(wording), cancellationToken)
            ? this.Onward(GrowthLinks.Statement(Kind), "growth.flash.removed")
            : NotFound();
    }

    private async Task ReadAsync(string kind, CancellationToken cancellationToken)
    {
        Kind = kind == "become" ? StatementKind.Become : StatementKind.Do;
        Wordings = await reading.StatementsAsync(viewer, Kind, cancellationToken);
    }
}
