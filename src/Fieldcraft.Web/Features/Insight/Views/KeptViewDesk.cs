using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Insight.Views;

/// <summary>What somebody keeps of Insight, by name.</summary>
/// <param name="HasAddress">Whether they can be mailed.</param>
public sealed record OwnViews(IReadOnlyList<KeptView> Views, bool HasAddress);

/// <summary>Keeping, changing and removing views of Insight, the same for pages and API.</summary>
public sealed class KeptViewDesk(FieldcraftDb db, InsightDesk insight, Words words, TimeProvider clock)
{
    public async Task<OwnViews> OwnAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var own = await db
            .People.AsNoTracking()
            .Where(p => p.Id == me)
            .Select(p => new { p.Email, Views = db.KeptViews.Where(v => v.OwnerId == p.Id).ToList() })
            .FirstAsync(cancellationToken);
        return new OwnViews([.. own.Views.OrderBy(v => v.Name, StringComparer.OrdinalIgnoreCase).ThenBy(v => v.Id)], own.Email is not null);
    }

    public Task<KeptView?> FindAsync(Viewer viewer, KeptViewId id, CancellationToken cancellationToken) =>
        db.KeptViews.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(v => v.Id == id, cancellationToken);

    /// <summary>
    /// Keeps what is chosen in an open view. Refused as <see cref="KeptView.Keep"/>; <c>kept-view-not-counted</c> where there is nothing like it to be seen.
    /// </summary>
    /// <param name="view">As the viewer opened it; the choice is its query.</param>
    /// <param name="measure">Null: all measures.</param>
    public async Task<Outcome<KeptView>> KeepAsync(
        Viewer viewer,
        InsightView view,
        string? measure,
        ViewWording wording,
        CancellationToken cancellationToken
    )
    {
        if (!Shows(view, measure))
        {
            return new Refusal("kept-view-not-counted");
        }

        var own = await OwnAsync(viewer, cancellationToken);
        var now = clock.GetUtcNow();
        var kept = KeptView.Keep(
            Id.New<KeptViewId>(now),
            viewer.PersonId,
            view.Query.Choice(measure),
            wording,
            own.Views,
            GroundOf(own, view),
            now
        );
        if (kept.Value is { } made)
        {
            db.Add(made);
            await db.SaveChangesAsync(cancellationToken);
        }

        return kept;
    }

    /// <summary>Another name or time of mailing. Refused as <see cref="KeptView.Change"/>.</summary>
    public async Task<SaveResult> ChangeAsync(
        Viewer viewer,
        KeptViewId id,
        int version,
        ViewWording wording,
        CancellationToken cancellationToken
    )
    {
        var own = await OwnAsync(viewer, cancellationToken);
        var ground = GroundOf(own, await insight.OpenAsync(viewer, new InsightQuery(), cancellationToken));
        return await db.ChangeAsync(
            await LoadAsync(viewer, id, cancellationToken),
            version,
            view => Task.FromResult(view.Change(wording, own.Views, ground, clock.GetUtcNow())),
            cancellationToken
        );
    }

    public async Task<SaveResult> RemoveAsync(Viewer viewer, KeptViewId id, int version, CancellationToken cancellationToken) =>
        await db.ChangeAsync(
            await LoadAsync(viewer, id, cancellationToken),
            version,
            view =>
            {
                view.Remove(clock.GetUtcNow());
                db.Remove(view);
                return Task.FromResult(Outcome.Done);
            },
            cancellationToken
        );

    private Task<KeptView?> LoadAsync(Viewer viewer, KeptViewId id, CancellationToken cancellationToken) =>
        db.KeptViews.VisibleTo(viewer).FirstOrDefaultAsync(v => v.Id == id, cancellationToken);

    private MailGround GroundOf(OwnViews own, InsightView? view) =>
        new(own.HasAddress, view?.Quarters is [var newest, ..] ? new Quarter(newest.From) : null, words.Today(clock.GetUtcNow()));

    /// <summary>Whether the unit and the marks are told apart in the release: an address may ask for anything.</summary>
    private static bool Shows(InsightView view, string? measure) =>
        InsightSheets.IsCounted(view, measure)
        && (view.Query.Filter.Unit is not { } unit || view.Units.Any(u => u.Id == unit))
        && Enum.GetValues<ReleaseMark>()
            .All(m => view.Query.Filter.Of(m) is not { } value || view.ValuesOf(m).Contains(value, StringComparer.Ordinal));
}
