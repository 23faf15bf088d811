using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>Agrees team actions and takes in what became of them, the same for pages and API. Null: not there, or not the viewer's to do.</summary>
public sealed class TeamActionDesk(FieldcraftDb db, KeptSites sites, TimeProvider clock)
{
    /// <summary>
    /// What a team starts, from a session's log: added to the context, and saved with the next save of whoever calls.
    /// </summary>
    /// <exception cref="ArgumentException">The words have problems; see <see cref="TeamAction.Problems"/>.</exception>
    public TeamAction Agree(Viewer viewer, ActionSource source, string what, string? who, DateOnly? due)
    {
        var now = clock.GetUtcNow();
        var action = TeamAction.Agree(Id.New<TeamActionId>(now), source, what, who, due, viewer.PersonId, Today(viewer, now), now);
        db.Add(action);
        return action;
    }

    /// <summary>What the viewer's team starts outside a session, about a module that was opened at their site.</summary>
    public async Task<TeamActionId?> AgreeAsync(
        Viewer viewer,
        ModuleId module,
        string what,
        string? who,
        DateOnly? due,
        CancellationToken cancellationToken
    )
    {
        if (!viewer.HasReports || await sites.MineAsync(cancellationToken) is not { } site)
        {
            return null;
        }

        var opened = await sites.ModulesAsync(site.Site, Today(viewer, clock.GetUtcNow()), cancellationToken);
        if (opened.All(m => m.Id != module))
        {
            return null;
        }

        var action = Agree(viewer, new ActionSource(module, null, site.Id, viewer.PersonId), what, who, due);
        await db.SaveChangesAsync(cancellationToken);
        return action.Id;
    }

    /// <summary>Refused: <c>team-action-dropped</c>, <c>team-action-changed-meanwhile</c>.</summary>
    public Task<Outcome?> RewordAsync(
        Viewer viewer,
        TeamActionId id,
        int version,
        string what,
        string? who,
        DateOnly? due,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            viewer,
            id,
            (action, now) =>
                action.Version == version
                    ? action.Reword(what, who, due, viewer.PersonId, now)
                    : new Refusal("team-action-changed-meanwhile"),
            cancellationToken
        );

    /// <summary>Whether the board may say whose team it is.</summary>
    public Task<Outcome?> NameAsync(Viewer viewer, TeamActionId id, bool named, CancellationToken cancellationToken) =>
        ChangeAsync(
            viewer,
            id,
            (action, now) =>
            {
                action.NameTeam(named, viewer.PersonId, now);
                return Outcome.Done;
            },
            cancellationToken
        );

    /// <summary>What became of it. Refused: as <see cref="TeamAction.Answer"/>, and <c>team-action-changed-meanwhile</c>.</summary>
    public Task<Outcome?> AnswerAsync(
        Viewer viewer,
        TeamActionId id,
        int weeks,
        LookAnswer answer,
        string? text,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            viewer,
            id,
            (action, now) => action.Answer(weeks, answer, text, viewer.PersonId, Today(viewer, now), now),
            cancellationToken
        );

    private static DateOnly Today(Viewer viewer, DateTimeOffset now) => DateOnly.FromDateTime(LocalTime.Of(now, viewer.TimeZone));

    private async Task<Outcome?> ChangeAsync(
        Viewer viewer,
        TeamActionId id,
        Func<TeamAction, DateTimeOffset, Outcome> change,
        CancellationToken cancellationToken
    )
    {
        if (
            await db.TeamActions.LedBy(viewer).Include(a => a.Looks).FirstOrDefaultAsync(a => a.Id == id, cancellationToken)
            is not { } action
        )
        {
            return null;
        }

        var outcome = change(action, clock.GetUtcNow());
        return outcome.IsDone && !await db.TrySaveAsync(cancellationToken) ? new Refusal("team-action-changed-meanwhile") : outcome;
    }
}
