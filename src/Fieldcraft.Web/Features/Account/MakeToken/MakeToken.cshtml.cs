using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Account.MakeToken;

public sealed record TokenInput
{
    [Required, MaxLength(ApiToken.NameLength)]
    public string Name { get; init; } = "";

    public List<string> Scopes { get; init; } = [];

    [Range(1, TokenMaking.LongestDays)]
    public int Days { get; init; } = 90;
}

internal sealed class MakeTokenModel(TokenMaking tokens, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    [BindProperty]
    public TokenInput Input { get; set; } = new() { Scopes = ["read"] };

    /// <summary>What was just made; shown this once.</summary>
    public MadeToken? Made { get; private set; }

    public IEnumerable<Choice> Scopes =>
        Offered().Select(s => new Choice(TokenNames.Name(s), words[$"account.scope.{s}"], words[$"account.scope.{s}.hint"]));

    public IActionResult OnGet() => TokenMaking.MayMake(viewer) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!TokenMaking.MayMake(viewer))
        {
            return NotFound();
        }

        var scopes = TokenNames.Read(Input.Scopes);
        if (scopes is null or TokenScopes.None || !Offered().Aggregate(TokenScopes.None, (all, one) => all | one).HasFlag(scopes.Value))
        {
            ModelState.AddModelError("Input.Scopes", words["account.token.scopes.missing"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        Made = await tokens.MakeAsync(viewer, Input.Name.Trim(), scopes!.Value, Input.Days, cancellationToken);
        return Page();
    }

    private IEnumerable<TokenScopes> Offered()
    {
        yield return TokenScopes.Read;
        yield return TokenScopes.Write;
        if (viewer.IsAdministrator)
        {
            yield return TokenScopes.Admin;
        }

        if (TokenMaking.MayGivePrivate(viewer, clock.GetUtcNow()))
        {
            yield return TokenScopes.Private;
        }
    }
}
