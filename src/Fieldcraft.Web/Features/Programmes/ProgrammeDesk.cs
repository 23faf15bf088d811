using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.People;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Programmes;

/// <summary>Begins and describes programmes and their modules, the same for pages and API. An outcome of null: not there, or not the viewer's to do.</summary>
public sealed class ProgrammeDesk(FieldcraftDb db, Viewer viewer, TimeProvider clock)
{
    /// <summary>Refused: <c>programme-unit-unknown</c>, <c>programme-person-unknown</c>.</summary>
    public async Task<Outcome<ProgrammeId>> BeginAsync(ProgrammeFacts facts, CancellationToken cancellationToken)
    {
        if (await UnknownAsync(facts, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        var programme = Programme.Begin(Id.New<ProgrammeId>(now), viewer.PersonId, facts, now);
        db.Add(programme);
        await db.SaveChangesAsync(cancellationToken);
        return programme.Id;
    }

    /// <summary>Refused: as <see cref="BeginAsync"/>, and <c>programme-changed-meanwhile</c>.</summary>
    public async Task<Outcome?> DescribeAsync(ProgrammeId id, int version, ProgrammeFacts facts, CancellationToken cancellationToken)
    {
        if (await UnknownAsync(facts, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        return await ChangeAsync(id, version, p => p.Describe(facts, viewer.PersonId, clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>Refused: <c>programme-person-unknown</c>, <c>programme-ended</c>, <c>programme-changed-meanwhile</c>.</summary>
    public async Task<Outcome?> HandOverAsync(ProgrammeId id, int version, PersonId lead, CancellationToken cancellationToken) =>
        await IsThereAsync(lead, cancellationToken)
            ? await ChangeAsync(id, version, p => p.HandOverTo(lead, viewer.PersonId, clock.GetUtcNow()), cancellationToken)
            : new Refusal("programme-person-unknown");

    public Task<Outcome?> EndAsync(ProgrammeId id, int version, CancellationToken cancellationToken) =>
        ChangeAsync(id, version, p => p.End(viewer.PersonId, clock.GetUtcNow()), cancellationToken);

    /// <summary>Adds the next module. Refused: as <see cref="Module.Add"/>, <c>programme-ended</c>, <c>module-added-meanwhile</c>.</summary>
    public async Task<Outcome<ModuleId>?> AddModuleAsync(ProgrammeId id, ModuleFacts facts, CancellationToken cancellationToken)
    {
        if (await db.Programmes.AsNoTracking().LedBy(viewer).FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } programme)
        {
            return null;
        }

        if (programme.IsEnded)
        {
            return new Refusal("programme-ended");
        }

        var last = await db
            .Modules.AsNoTracking()
            .Where(m => m.ProgrammeId == id)
            .OrderByDescending(m => m.Number)
            .FirstOrDefaultAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var added = Module.Add(Id.New<ModuleId>(now), id, last, facts, viewer.PersonId, now);
        if (added.Value is not { } module)
        {
            return added.Refusal!;
        }

        db.Add(module);
        // Two who add the next module at one moment meet at the unique number.
        if (await db.TryAddAsync(cancellationToken))
        {
            return module.Id;
        }

        return new Refusal("module-added-meanwhile");
    }

    /// <summary>Refused: as <see cref="Module.Describe"/>, and <c>module-changed-meanwhile</c>.</summary>
    public async Task<Outcome?> DescribeModuleAsync(ModuleId id, int version, ModuleFacts facts, CancellationToken cancellationToken)
    {
        if (await db.Modules.FirstOrDefaultAsync(m => m.Id == id, cancellationToken) is not { } module || !viewer.MayDesignModules())
        {
            return null;
        }

        if (module.Version != version)
        {
            return new Refusal("module-changed-meanwhile");
        }

        var beside = await db
            .Modules.AsNoTracking()
            .Where(m => m.ProgrammeId == module.ProgrammeId && (m.Number == module.Number - 1 || m.Number == module.Number + 1))
            .ToListAsync(cancellationToken);
        var outcome = module.Describe(
            facts,
            beside.Find(m => m.Number < module.Number),
            beside.Find(m => m.Number > module.Number),
            viewer.PersonId,
            clock.GetUtcNow()
        );
        return outcome.IsDone && !await db.TrySaveAsync(cancellationToken) ? new Refusal("module-changed-meanwhile") : outcome;
    }

    /// <summary>Names somebody for a part in a module. Refused: <c>programme-person-unknown</c>, <c>module-role-holders-full</c>.</summary>
    public async Task<Outcome?> NameAsync(ModuleId id, ModuleRole role, PersonId person, CancellationToken cancellationToken)
    {
        if (!await IsThereAsync(person, cancellationToken))
        {
            return new Refusal("programme-person-unknown");
        }

        return await ChangeModuleAsync(id, m => m.Name(role, person, viewer.PersonId, clock.GetUtcNow()), cancellationToken);
    }

    public Task<Outcome?> ReleaseAsync(ModuleId id, ModuleRole role, PersonId person, CancellationToken cancellationToken) =>
        ChangeModuleAsync(
            id,
            m =>
            {
                m.Release(role, person, viewer.PersonId, clock.GetUtcNow());
                return Outcome.Done;
            },
            cancellationToken
        );

    private async Task<Outcome?> ChangeModuleAsync(ModuleId id, Func<Module, Outcome> change, CancellationToken cancellationToken)
    {
        var module = await db.Modules.Include(m => m.RoleHolders).FirstOrDefaultAsync(m => m.Id == id, cancellationToken);
        if (module is null || !viewer.MayDesignModules())
        {
            return null;
        }

        var outcome = change(module);
        return outcome.IsDone && !await db.TrySaveAsync(cancellationToken) ? new Refusal("module-changed-meanwhile") : outcome;
    }

    private async Task<Outcome?> ChangeAsync(
        ProgrammeId id,
        int version,
        Func<Programme, Outcome> change,
        CancellationToken cancellationToken
    )
    {
        if (await db.Programmes.LedBy(viewer).FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } programme)
        {
            return null;
        }

        if (programme.Version != version)
        {
            return new Refusal("programme-changed-meanwhile");
        }

        var outcome = change(programme);
        return outcome.IsDone && !await db.TrySaveAsync(cancellationToken) ? new Refusal("programme-changed-meanwhile") : outcome;
    }

    private async Task<Refusal?> UnknownAsync(ProgrammeFacts facts, CancellationToken cancellationToken)
    {
        if (!await db.Units.AnyAsync(u => u.Id == facts.UnitId, cancellationToken))
        {
            return new Refusal("programme-unit-unknown");
        }

        return facts.SponsorId is { } sponsor && !await IsThereAsync(sponsor, cancellationToken)
            ? new Refusal("programme-person-unknown")
            : null;
    }

    private Task<bool> IsThereAsync(PersonId person, CancellationToken cancellationToken) =>
        db.People.AnyAsync(p => p.Id == person && p.Status != PersonStatus.Left, cancellationToken);
}
