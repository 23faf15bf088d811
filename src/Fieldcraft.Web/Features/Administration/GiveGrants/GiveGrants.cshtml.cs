using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Administration.GiveGrants;

public sealed record GrantInput
{
    [Required, MaxLength(DirectoryFacts.EmailLength)]
    public string Person { get; init; } = "";

    [Required]
    public Role? Role { get; init; }

    [Required]
    public Guid? Unit { get; init; }
}

public sealed class GiveGrantsModel(GrantDesk desk, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public GrantInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<HeldGrant> Grants { get; private set; } = [];

    public GrantId? Next { get; private set; }

    public IReadOnlyList<Choice> Roles =>
        [.. Enum.GetValues<Role>().Select(r => new Choice(r.ToString(), words[$"role.{r}"], words[$"role.{r}.hint"]))];

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var given = await desk.GiveAsync(viewer, Input.Person, Input.Role!.Value, UnitId.From(Input.Unit!.Value), cancellationToken);
            if (given.IsDone)
            {
                return this.Onward(AdministrationLinks.Grants, "grants.flash.given");
            }

            var refusal = given.Refusal!;
            await LoadAsync(cancellationToken);
            if (refusal.Code is "grant-person-unknown")
            {
                ModelState.AddModelError("Input.Person", words[$"refusal.{refusal.Code}"]);
                return this.Again();
            }

            return this.Refused(refusal);
        }

        await LoadAsync(cancellationToken);
        return this.Again();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid grant, CancellationToken cancellationToken)
    {
        var taken = await desk.TakeBackAsync(viewer, GrantId.From(grant), cancellationToken);
        if (taken is null)
        {
            return NotFound();
        }

        if (taken.Value.Refusal is { } refusal)
        {
            ModelState.Clear();
            await LoadAsync(cancellationToken);
            return this.Refused(refusal);
        }

        return this.Onward(AdministrationLinks.Grants, "grants.flash.taken_back");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var grants = await desk.ListAsync(viewer, After is { } id ? GrantId.From(id) : null, GrantDesk.PageSize + 1, cancellationToken);
        Grants = [.. grants.Take(GrantDesk.PageSize)];
        Next = grants.Count > GrantDesk.PageSize ? Grants[^1].Id : null;
        Units = [.. (await desk.UnitsAsync(viewer, cancellationToken)).Select(u => new Choice(u.Id.Value.ToString("D"), u.Path))];
    }
}
