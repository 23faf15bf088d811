// The database compares paths byte by byte; EF translates no other overload of StartsWith.
#pragma warning disable CA1310, MA0001, MA0074

using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.SignIn.HandOutSlips;

/// <summary>Somebody a slip could be printed for.</summary>
public sealed record SlipCandidate(PersonId Id, string Name, string Number, string? JobTitle, bool HasPassword, DateTimeOffset? OpenUntil);

internal sealed class HandOutSlipsModel(FieldcraftDb db, Codes codes, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    /// <summary>As many as fit on one screen and on a dozen and a half sheets.</summary>
    public const int Most = 200;

    [BindProperty(SupportsGet = true)]
    public Guid? Unit { get; set; }

    /// <summary>Also people who have a password: then the slip is a reset.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Everybody { get; set; }

    [BindProperty]
    public List<Guid> People { get; set; } = [];

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<SlipCandidate> Candidates { get; private set; } = [];

    public bool ThereAreMore { get; private set; }

    /// <summary>What was just made; shown this once.</summary>
    public IReadOnlyList<PrintedSlip> Slips { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var chosen = People.Distinct().Take(Most).Select(PersonId.From).ToArray();
        var people = await db.WhoMayGetACodeFrom(viewer)
            .Where(p => chosen.Contains(p.Id))
            .OrderBy(p => p.LastName)
            .ThenBy(p => p.FirstName)
            .ThenBy(p => p.Id)
            .ToListAsync(cancellationToken);
        if (people.Count == 0)
        {
            ModelState.AddModelError("", words["sign_in.slips.nobody"]);
            return this.Again();
        }

        var slips = new List<PrintedSlip>(people.Count);
        foreach (var person in people)
        {
            slips.Add(await codes.MakeSlipAsync(person, viewer.PersonId, cancellationToken));
        }

        await db.SaveChangesAsync(cancellationToken);
        Slips = slips;
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var units = await db.UnitsToChooseFor(viewer).AsNoTracking().OrderBy(u => u.Path).Take(1000).ToListAsync(cancellationToken);
        Units = [.. units.Select(u => new Choice(u.Id.Value.ToString(), new string('\u2003', Depth(u, units)) + u.Name))];
        var now = clock.GetUtcNow();
        var people = db.WhoMayGetACodeFrom(viewer).AsNoTracking();
        if (units.Find(u => u.Id.Value == Unit) is { } unit)
        {
            people = people.Where(p => db.Units.Any(u => u.Id == p.UnitId && u.Path.StartsWith(unit.Path)));
        }
        else
        {
            var me = viewer.PersonId;
            people = people.Where(p => p.ManagerId == me);
        }

        if (!Everybody)
        {
            people = people.Where(p => !db.Accounts.Any(a => a.PersonId == p.Id && a.PasswordHash != null));
        }

        var found = await people
            .OrderBy(p => p.LastName)
            .ThenBy(p => p.FirstName)
            .ThenBy(p => p.Id)
            .Take(Most + 1)
            .Select(p => new
            {
                Person = p,
                HasPassword = db.Accounts.Any(a => a.PersonId == p.Id && a.PasswordHash != null),
                OpenUntil = db
                    .OneTimeCodes.Where(c => c.PersonId == p.Id && c.UsedAt == null && c.EndedAt == null && c.ExpiresAt > now)
                    .OrderByDescending(c => c.ExpiresAt)
                    .Select(c => (DateTimeOffset?)c.ExpiresAt)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        ThereAreMore = found.Count > Most;
        Candidates =
        [
            .. found
                .Take(Most)
                .Select(f => new SlipCandidate(
                    f.Person.Id,
                    f.Person.FullName,
                    f.Person.EmployeeId ?? f.Person.Email ?? "",
                    f.Person.JobTitle,
                    f.HasPassword,
                    f.OpenUntil
                )),
        ];
    }

    private static int Depth(Unit unit, List<Unit> all) =>
        all.Count(u => u.Id != unit.Id && unit.Path.StartsWith(u.Path, StringComparison.Ordinal));
}
