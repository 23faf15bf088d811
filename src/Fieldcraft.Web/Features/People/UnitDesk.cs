using Fieldcraft.Domain.People;
using Fieldcraft.Domain.People.Importing;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.People;

/// <summary>Opens units and corrects them, inside what the administrator looks after.</summary>
public sealed class UnitDesk(FieldcraftDb db, TimeProvider clock)
{
    public Task<Unit?> FindAsync(Viewer viewer, UnitId id, CancellationToken cancellationToken) =>
        db.Units.ManagedBy(viewer).FirstOrDefaultAsync(u => u.Id == id, cancellationToken);

    /// <summary>Opens a unit below another. Names are unique among the units with the same parent, because files name units by their path.</summary>
    public async Task<Outcome<UnitId>> OpenAsync(
        Unit under,
        UnitKind kind,
        string name,
        PersonId? lead,
        CancellationToken cancellationToken
    )
    {
        if (await RefuseNameAsync(under.Id, null, name, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (PeopleReading.IdsIn(under.Path).Count() >= UnitPaths.DeepestLevel)
        {
            return new Refusal("unit-too-deep", UnitPaths.DeepestLevel);
        }

        var now = clock.GetUtcNow();
        var unit = Unit.Open(Id.New<UnitId>(now), under, kind, name.Trim(), now);
        unit.EntrustTo(lead, now);
        db.Add(unit);
        await db.SaveChangesAsync(cancellationToken);
        return unit.Id;
    }

    public async Task<Outcome> CorrectAsync(
        Unit unit,
        int version,
        UnitKind kind,
        string name,
        PersonId? lead,
        CancellationToken cancellationToken
    )
    {
        if (version != unit.Version)
        {
            return new Refusal("unit-changed-meanwhile");
        }

        if (await RefuseNameAsync(unit.ParentId, unit.Id, name, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        unit.Rename(name.Trim(), now);
        unit.CountAs(kind, now);
        unit.EntrustTo(lead, now);
        return await db.TrySaveAsync(cancellationToken) ? Outcome.Done : new Refusal("unit-changed-meanwhile");
    }

    private async Task<Refusal?> RefuseNameAsync(UnitId? parent, UnitId? self, string name, CancellationToken cancellationToken)
    {
        if (name.Contains('/', StringComparison.Ordinal) || Formulas.IsFormula(name.Trim()))
        {
            return new Refusal("unit-name-with-slash");
        }

        var key = FoldedName.Of(name);
        return await db.Units.AnyAsync(u => u.ParentId == parent && u.Id != (self ?? default) && u.NameKey == key, cancellationToken)
            ? new Refusal("unit-name-taken")
            : null;
    }
}
