using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Outcomes.Asked;

/// <summary>What a leader is asked about results. The words are <c>outcomes.asked.NAME</c>, with the module's title.</summary>
public enum AskedKind
{
    /// <summary>May somebody talk with you?</summary>
    Case,

    /// <summary>A story about the team waits to be read.</summary>
    Story,

    /// <summary>Have we used it, and with an effect?</summary>
    Use,

    /// <summary>Which signs were seen this week?</summary>
    Signs,
}

/// <summary>One thing asked, and where it is answered.</summary>
public sealed record AskedOfLeader(AskedKind Kind, string Module, string Address);

/// <summary>What the viewer is asked as the leader of a team: a handful of lines, two questions to the database.</summary>
public sealed class AskedReading(FieldcraftDb db, Viewer viewer, Words words, TimeProvider clock)
{
    private const int SignsForDays = 84;
    private const int UseForDays = 182;

    public async Task<IReadOnlyList<AskedOfLeader>> OfAsync(CancellationToken cancellationToken)
    {
        if (!viewer.HasReports)
        {
            return [];
        }

        var me = viewer.PersonId;
        var today = words.Today(clock.GetUtcNow());
        var (oldest, asked, signs) = (today.AddDays(-UseForDays), today.AddDays(-TeamUse.AskedAfterDays), today.AddDays(-SignsForDays));
        var cases = await (
            from c in db.SuccessCases.AsNoTracking().OwnOf(viewer)
            where c.State == CaseState.Asked || (c.State == CaseState.Agreed && c.Story != null && c.ApprovedAt == null)
            join m in db.Modules on c.ModuleId equals m.Id
            orderby c.Id
            select new
            {
                c.Id,
                c.State,
                m.Title,
            }
        ).ToListAsync(cancellationToken);
        var modules = await db
            .Modules.AsNoTracking()
            .Where(m => m.EditionId != null && m.WindowStart >= oldest && m.WindowStart <= today)
            .Where(m =>
                db.Programmes.Any(p =>
                    p.Id == m.ProgrammeId
                    && db.Units.Any(u =>
                        u.Id == p.UnitId
                        && db.People.Any(x => x.Id == me && db.Units.Any(own => own.Id == x.UnitId && own.Path.StartsWith(u.Path)))
                    )
                )
            )
            .OrderBy(m => m.WindowStart)
            .ThenBy(m => m.Id)
            .Select(m => new
            {
                m.Id,
                m.Title,
                m.WindowStart,
                IsAtSite = db.People.Any(x =>
                    x.Id == me
                    && db.Units.Any(own =>
                        own.Id == x.UnitId && db.Units.Any(f => f.Kind == UnitKind.Facility && own.Path.StartsWith(f.Path))
                    )
                ),
                HasSaid = db.TeamUses.Any(u => u.ModuleId == m.Id && u.LeaderId == me),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. cases.Select(c => new AskedOfLeader(
                c.State == CaseState.Asked ? AskedKind.Case : AskedKind.Story,
                c.Title,
                OutcomesLinks.Case(c.Id)
            )),
            .. modules
                .Where(m => m.WindowStart <= asked && !m.HasSaid)
                .Select(m => new AskedOfLeader(AskedKind.Use, m.Title, OutcomesLinks.Use(m.Id))),
            .. modules
                .Where(m => m.WindowStart >= signs && m.IsAtSite)
                .Select(m => new AskedOfLeader(AskedKind.Signs, m.Title, OutcomesLinks.Signs(m.Id))),
        ];
    }
}
