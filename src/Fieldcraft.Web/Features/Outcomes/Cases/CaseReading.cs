using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Outcomes.Cases;

/// <summary>A case whose leader agreed.</summary>
public sealed record AgreedCase(SuccessCaseId Id, CaseSide Side, string Leader, string? Title, bool IsWritten, bool IsApproved);

/// <summary>The draw of a module with how far the asking is; names only of those who agreed.</summary>
/// <param name="Answers">How many teams said what; null: withheld, because fewer than five answered.</param>
public sealed record CasesOfModule(
    ModuleId Module,
    string Title,
    DateOnly AskedFrom,
    IReadOnlyDictionary<UseAnswer, int>? Answers,
    CaseDraw? Draw,
    IReadOnlyDictionary<(CaseSide Side, CaseState State), int> States,
    IReadOnlyList<AgreedCase> Agreed
);

/// <summary>A case with what its page needs; <see cref="Version"/> is what is read.</summary>
public sealed record OpenCase(
    SuccessCaseId Id,
    ModuleId Module,
    string ModuleTitle,
    string Leader,
    CaseSide Side,
    CaseState State,
    string? Title,
    string? Story,
    DateTimeOffset? WrittenAt,
    DateTimeOffset? ApprovedAt,
    int Version
);

/// <summary>Reads success cases, each for whom it is.</summary>
public sealed class CaseReading(FieldcraftDb db, Viewer viewer)
{
    /// <summary>For those who lead the programme; null: not there, or not theirs.</summary>
    public async Task<CasesOfModule?> OfModuleAsync(ModuleId id, CancellationToken cancellationToken)
    {
        var module = await db
            .Modules.AsNoTracking()
            .LedBy(db, viewer)
            .Where(m => m.Id == id)
            .Select(m => new
            {
                m.Title,
                m.WindowStart,
                Draw = db.CaseDraws.FirstOrDefault(d => d.ModuleId == m.Id),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (module is null)
        {
            return null;
        }

        var answers = await db
            .TeamUses.Where(u => u.ModuleId == id)
            .GroupBy(u => u.Answer)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var states = await db
            .SuccessCases.Where(c => c.ModuleId == id)
            .GroupBy(c => new { c.Side, c.State })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => (g.Key.Side, g.Key.State), g => g.Count, cancellationToken);
        var agreed = await (
            from c in db.SuccessCases.AsNoTracking().AgreedFor(db, viewer)
            where c.ModuleId == id
            join p in db.People on c.LeaderId equals p.Id
            orderby c.Side, c.Place
            select new AgreedCase(
                c.Id,
                c.Side,
                NamedPerson.NameOf(p.FirstName, p.LastName, p.PreferredName),
                c.Title,
                c.Story != null,
                c.ApprovedAt != null
            )
        ).ToListAsync(cancellationToken);
        return new CasesOfModule(
            id,
            module.Title,
            TeamUse.AskedFrom(module.WindowStart),
            answers.Values.Sum() < TeamUse.ShownFrom ? null : answers,
            module.Draw,
            states,
            agreed
        );
    }

    public Task<OpenCase?> OwnAsync(SuccessCaseId id, CancellationToken cancellationToken) =>
        OpenAsync(db.SuccessCases.OwnOf(viewer).Where(c => c.Id == id), cancellationToken);

    public Task<OpenCase?> ToWriteAsync(SuccessCaseId id, CancellationToken cancellationToken) =>
        OpenAsync(db.SuccessCases.AgreedFor(db, viewer).Where(c => c.Id == id), cancellationToken);

    /// <summary>A story that may be read: approved, or the viewer's own.</summary>
    public async Task<OpenCase?> StoryAsync(SuccessCaseId id, CancellationToken cancellationToken) =>
        await OpenAsync(db.SuccessCases.ShownTo(db, viewer).Where(c => c.Id == id), cancellationToken)
        ?? (await OwnAsync(id, cancellationToken) is { Story: not null } own ? own : null);

    private async Task<OpenCase?> OpenAsync(IQueryable<SuccessCase> cases, CancellationToken cancellationToken) =>
        await (
            from c in cases.AsNoTracking()
            join m in db.Modules on c.ModuleId equals m.Id
            join p in db.People on c.LeaderId equals p.Id
            select new OpenCase(
                c.Id,
                m.Id,
                m.Title,
                NamedPerson.NameOf(p.FirstName, p.LastName, p.PreferredName),
                c.Side,
                c.State,
                c.Title,
                c.Story,
                c.WrittenAt,
                c.ApprovedAt,
                c.Version
            )
        ).FirstOrDefaultAsync(cancellationToken);
}
