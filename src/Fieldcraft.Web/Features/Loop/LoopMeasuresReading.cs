using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.People;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Loop;

/// <summary>The loop in one unit.</summary>
/// <param name="Measures">Null where fewer than five people work, or where that could be worked out: their ideas count in the units above.</param>
public sealed record MeasuredUnit(UnitId Id, string Name, UnitKind Kind, LoopMeasures? Measures);

/// <summary>A programme whose loop the viewer may look at.</summary>
public sealed record MeasuredProgramme(ProgrammeId Id, string Name);

/// <summary>The loop of a programme, from the whole down to each site, as far as the viewer answers for it.</summary>
/// <param name="Whole">Null where fewer than five people work in all of it.</param>
public sealed record LoopPicture(MeasuredProgramme Programme, LoopMeasures? Whole, IReadOnlyList<MeasuredUnit> Units);

/// <summary>Measures of the loop (DOMAIN 7.7), for those who lead a unit, and for those who answer for a programme.</summary>
public sealed class LoopMeasuresReading(FieldcraftDb db, Viewer viewer, Rules rules, TimeProvider clock)
{
    private static readonly UnitKind[] Shown = [UnitKind.State, UnitKind.Network, UnitKind.Facility];

    /// <summary>Programmes of which the viewer may see measures, those that go on first. One query.</summary>
    public async Task<IReadOnlyList<MeasuredProgramme>> ProgrammesAsync(CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var all = viewer.MayLeadProgrammes() || LedPaths.Count > 0;
        return await db
            .Programmes.AsNoTracking()
            .Where(p => all || p.SponsorId == me || p.LeadId == me)
            .OrderBy(p => p.EndedAt != null)
            .ThenByDescending(p => p.BegunAt)
            .ThenBy(p => p.Id)
            .Select(p => new MeasuredProgramme(p.Id, p.Name))
            .ToListAsync(cancellationToken);
    }

    /// <summary>With three questions to the database.</summary>
    public async Task<LoopPicture> OfAsync(MeasuredProgramme programme, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var scope = await db
            .Programmes.Where(p => p.Id == programme.Id)
            .Select(p => new
            {
                Path = db.Units.Where(u => u.Id == p.UnitId).Select(u => u.Path).First(),
                All = p.SponsorId == me || p.LeadId == me,
            })
            .FirstAsync(cancellationToken);
        var units = await UnitsAsync(scope.Path, scope.All || viewer.MayLeadProgrammes(), cancellationToken);
        var ids = units.Select(u => u.Id).ToHashSet();
        var ideas = (await IdeasAsync(programme.Id, today, cancellationToken)).Where(i => ids.Contains(i.Site)).ToList();
        var paths = units.ToDictionary(u => u.Id, u => u.Path);
        var listed = units.Where(u => Shown.Contains(u.Kind)).OrderBy(u => u.Path, StringComparer.Ordinal).ToList();

        // Who can have sent an idea. The office of a network, one person beside its sites, has none: it neither hides the network nor is told by it.
        var facilities = listed.Where(u => u.Kind == UnitKind.Facility).Select(u => u.Path).ToList();
        var sites = ideas.Select(i => i.Site).ToHashSet();
        var takingPart = units
            .Where(u => sites.Contains(u.Id) || facilities.Exists(f => u.Path.StartsWith(f, StringComparison.Ordinal)))
            .ToList();
        var shown = NestedGroups.Shown(
            [new NestedGroup("", takingPart.Sum(u => u.People)), .. listed.Select(u => new NestedGroup(u.Path, PeopleIn(u)))],
            rules.Loop.TeamShownFrom
        );
        return new LoopPicture(
            programme,
            shown.Contains("") ? LoopMeasures.Of(ideas, units.Sum(u => u.Teams)) : null,
            [.. listed.Select(Measured)]
        );

        int PeopleIn(UnitRow unit) => takingPart.Where(u => u.Path.StartsWith(unit.Path, StringComparison.Ordinal)).Sum(u => u.People);

        MeasuredUnit Measured(UnitRow unit)
        {
            var below = units.Where(u => u.Path.StartsWith(unit.Path, StringComparison.Ordinal)).ToList();
            return new MeasuredUnit(
                unit.Id,
                unit.Name,
                unit.Kind,
                shown.Contains(unit.Path)
                    ? LoopMeasures.Of(
                        [.. ideas.Where(i => paths[i.Site].StartsWith(unit.Path, StringComparison.Ordinal))],
                        below.Sum(u => u.Teams)
                    )
                    : null
            );
        }
    }

    private List<string> LedPaths =>
        [.. viewer.Leads.Where(l => l.Kind is UnitKind.Facility or UnitKind.Network or UnitKind.State).Select(l => l.Path)];

    private async Task<List<UnitRow>> UnitsAsync(string path, bool all, CancellationToken cancellationToken)
    {
        var (from, to) = SitesReading.Range(path);
        var units = db.Units.AsNoTracking().Where(u => string.Compare(u.Path, from) >= 0 && string.Compare(u.Path, to) < 0);
        if (!all)
        {
            units = units.Where(PeopleAccess.InAnyOf(LedPaths));
        }

        return await units
            .Select(u => new UnitRow(
                u.Id,
                u.Name,
                u.Kind,
                u.Path,
                db.People.Count(p => p.UnitId == u.Id && p.Status == PersonStatus.Active),
                db.People.Count(p =>
                    p.UnitId == u.Id
                    && p.Status == PersonStatus.Active
                    && db.People.Any(r => r.ManagerId == p.Id && r.Status == PersonStatus.Active)
                )
            ))
            .ToListAsync(cancellationToken);
    }

    private async Task<List<MeasuredIdea>> IdeasAsync(ProgrammeId programme, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await (
            from i in db.TeamIdeas.AsNoTracking()
            join m in db.Modules on i.ModuleId equals m.Id
            where m.ProgrammeId == programme
            join r in db.TeamIdeas on i.RootId equals r.Id
            select new
            {
                i.SiteId,
                i.LeaderId,
                i.SubmittedAt,
                IsForwarded = db.IdeaStays.Any(s => s.IdeaId == i.Id && s.End == StayEnd.Forwarded),
                WasLate = i.LateSince != null || r.LateSince != null || (r.AnsweredAt == null && r.DueOn < today),
                Answer = r.AnsweredAt == null ? null : r.AnswerKind,
                Own = i.AnsweredAt,
                Root = r.AnsweredAt,
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new MeasuredIdea(
                r.SiteId,
                r.LeaderId,
                r.SubmittedAt,
                r.IsForwarded,
                r.WasLate,
                r.Answer,
                r.Answer is null ? null
                    : r.Own > r.Root ? r.Own
                    : r.Root
            )),
        ];
    }

    private sealed record UnitRow(UnitId Id, string Name, UnitKind Kind, string Path, int People, int Teams);
}
