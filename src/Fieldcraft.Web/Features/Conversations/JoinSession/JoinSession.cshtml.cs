using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Conversations.JoinSession;

public sealed record JoinInput
{
    [Required, MaxLength(20)]
    public string? Code { get; init; }
}

/// <summary>Where the QR code and the typed code lead. Opening the page tries no code: only its form does.</summary>
public sealed class JoinSessionModel(Joining joining, Words words) : PageModel
{
    [BindProperty]
    public JoinInput Input { get; set; } = new();

    public IActionResult OnGet(string? code)
    {
        Input = new JoinInput { Code = code };
        return code is null || JoinCode.Read(code) is not null ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var (session, refusal, wait) = await joining.ByCodeAsync(Input.Code, cancellationToken);
        if (session is not null)
        {
            return this.Onward(ConversationsLinks.Session(session.Id));
        }

        if (refusal is not null)
        {
            return this.Refused(refusal);
        }

        ModelState.AddModelError("Input.Code", words[wait is null ? "conversations.join.wrong" : "conversations.join.wait"]);
        if (wait is { } pause)
        {
            Response.SetTooMany(pause);
            return Page();
        }

        return this.Again();
    }
}
