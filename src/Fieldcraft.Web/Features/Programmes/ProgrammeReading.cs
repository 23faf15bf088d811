using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Programmes;

/// <summary>A module in a list: enough to find it and to know where it stands.</summary>
public sealed record ModuleLine(
    ModuleId Id,
    int Number,
    string Title,
    string CustomerAction,
    DateOnly WindowStart,
    int WindowDays,
    bool IsPublished,
    bool HasDraft
)
{
    /// <summary>The first day after the window.</summary>
    public DateOnly WindowEnd => WindowStart.AddDays(WindowDays);

    public bool IsOpenOn(DateOnly day) => day >= WindowStart && day < WindowEnd;
}

/// <summary>A programme with its modules, for one viewer.</summary>
public sealed record OpenProgramme(
    ProgrammeId Id,
    string Name,
    string Purpose,
    UnitId UnitId,
    string Unit,
    PersonId? LeadId,
    string? Lead,
    PersonId? SponsorId,
    string? Sponsor,
    DateTimeOffset? EndedAt,
    int Version,
    IReadOnlyList<ModuleLine> Modules
);

/// <summary>A programme in a list.</summary>
public sealed record ProgrammeLine(ProgrammeId Id, string Name, string Purpose, DateTimeOffset? EndedAt, int Modules);

/// <summary>Reads programmes. Everybody signed in may; a module without a published edition is left out for those who do not design.</summary>
public sealed class ProgrammeReading(FieldcraftDb db, Viewer viewer)
{
    /// <summary>All programmes, those that go on first, the newest first among them.</summary>
    public async Task<IReadOnlyList<ProgrammeLine>> ListAsync(CancellationToken cancellationToken) =>
        await db
            .Programmes.AsNoTracking()
            .OrderBy(p => p.EndedAt != null)
            .ThenByDescending(p => p.BegunAt)
            .ThenBy(p => p.Id)
            .Select(p => new ProgrammeLine(
                p.Id,
                p.Name,
                p.Purpose,
                p.EndedAt,
                db.Modules.VisibleTo(viewer).Count(m => m.ProgrammeId == p.Id)
            ))
            .ToListAsync(cancellationToken);

    public async Task<OpenProgramme?> FindAsync(ProgrammeId id, CancellationToken cancellationToken)
    {
        var found = await (
            from p in db.Programmes.AsNoTracking()
            where p.Id == id
            join u in db.Units on p.UnitId equals u.Id
            from lead in db.People.Where(l => l.Id == p.LeadId).DefaultIfEmpty()
            from sponsor in db.People.Where(s => s.Id == p.SponsorId).DefaultIfEmpty()
            select new
            {
                Programme = p,
                Unit = u.Name,
                Lead = lead == null ? null : NamedPerson.NameOf(lead.FirstName, lead.LastName, lead.PreferredName),
                Sponsor = sponsor == null ? null : NamedPerson.NameOf(sponsor.FirstName, sponsor.LastName, sponsor.PreferredName),
            }
        ).FirstOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : new OpenProgramme(
                id,
                found.Programme.Name,
                found.Programme.Purpose,
                found.Programme.UnitId,
                found.Unit,
                found.Programme.LeadId,
                found.Lead,
                found.Programme.SponsorId,
                found.Sponsor,
                found.Programme.EndedAt,
                found.Programme.Version,
                await ModulesAsync(id, cancellationToken)
            );
    }

    /// <summary>The modules of the programmes that go on, in the order of their windows.</summary>
    public async Task<IReadOnlyList<ModuleLine>> GoingOnAsync(CancellationToken cancellationToken) =>
        await Lines(
                db.Modules.AsNoTracking().VisibleTo(viewer).Where(m => db.Programmes.Any(p => p.Id == m.ProgrammeId && p.EndedAt == null))
            )
            .ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<ModuleLine>> ModulesAsync(ProgrammeId id, CancellationToken cancellationToken) =>
        await Lines(db.Modules.AsNoTracking().VisibleTo(viewer).Where(m => m.ProgrammeId == id)).ToListAsync(cancellationToken);

    private IQueryable<ModuleLine> Lines(IQueryable<Module> modules) =>
        modules
            .OrderBy(m => m.WindowStart)
            .ThenBy(m => m.Number)
            .ThenBy(m => m.Id)
            .Select(m => new ModuleLine(
                m.Id,
                m.Number,
                m.Title,
                m.CustomerAction,
                m.WindowStart,
                m.WindowDays,
                m.EditionId != null,
                db.ModuleEditions.Any(e => e.ModuleId == m.Id && e.PublishedAt == null)
            ));
}
