using Fieldcraft.Domain.Experience;
using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Opportunities.Own.Process;

/// <summary>What the owner of an opportunity does with it, the same for pages and API.</summary>
public sealed class OpportunityDesk(FieldcraftDb db, Vault vault, OpportunityReading reading, Rules rules, Words words, TimeProvider clock)
{
    /// <summary>Begins one. Refused: <c>opportunities-full</c>, <c>opportunity-no-customer</c> where a service has none.</summary>
    public async Task<Outcome<Opportunity>> BeginAsync(
        Viewer viewer,
        OpportunityKind kind,
        ProviderEntryId? customer,
        string title,
        CancellationToken cancellationToken
    )
    {
        if (await db.Opportunities.VisibleTo(viewer).CountAsync(cancellationToken) >= rules.Opportunities.EntriesAtMost)
        {
            return new Refusal("opportunities-full", rules.Opportunities.EntriesAtMost);
        }

        if (
            !kind.IsCrafting()
            && !await db
                .ProviderEntries.VisibleTo(viewer)
                .AnyAsync(e => e.Id == customer && e.Kind == ProviderEntryKind.Customer, cancellationToken)
        )
        {
            return new Refusal("opportunity-no-customer");
        }

        var now = clock.GetUtcNow();
        var id = Id.New<OpportunityId>(now);
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        var begun = Opportunity.Begin(id, viewer.PersonId, kind, customer, Titled(title), sealer, now);
        db.Add(begun);
        await db.SaveChangesAsync(cancellationToken);
        return begun;
    }

    /// <summary>Keeps the boxes of one form.</summary>
    public Task<SaveResult> WriteAsync(
        Viewer viewer,
        OpportunityId id,
        int version,
        SheetForm form,
        Sheet boxes,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            viewer,
            id,
            version,
            (row, open, sealer) =>
                Task.FromResult(
                    form == SheetForms.Proposition
                        ? row.WriteProposition(boxes, sealer, clock.GetUtcNow())
                        : row.Write(form, open.Written.With(form, boxes), sealer, clock.GetUtcNow())
                ),
            cancellationToken
        );

    /// <summary>On to the next step, if the exit test of this one is passed.</summary>
    public Task<SaveResult> GoOnAsync(Viewer viewer, OpportunityId id, int version, CancellationToken cancellationToken) =>
        ChangeAsync(
            viewer,
            id,
            version,
            async (row, open, sealer) =>
                row.GoOn(
                    open.Written,
                    open.Page,
                    (await reading.AroundAsync(viewer, open, cancellationToken)).Facts,
                    rules.Opportunities,
                    sealer,
                    clock.GetUtcNow()
                ),
            cancellationToken
        );

    public Task<SaveResult> GoBackAsync(Viewer viewer, OpportunityId id, int version, CancellationToken cancellationToken) =>
        ChangeAsync(viewer, id, version, (row, _, _) => Task.FromResult(row.GoBack(clock.GetUtcNow())), cancellationToken);

    /// <summary>Ends it, and puts it on the owner's experience map with its lesson, in the same step.</summary>
    public Task<SaveResult> FinishAsync(
        Viewer viewer,
        OpportunityId id,
        int version,
        OpportunityEnd end,
        Sheet boxes,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            viewer,
            id,
            version,
            async (row, open, sealer) =>
            {
                var (facts, _) = await reading.AroundAsync(viewer, open, cancellationToken);
                var written = open.Written.With(SheetForms.End, boxes);
                var before = row.State;
                var ended = row.Finish(end, written, open.Page, facts, rules.Opportunities, sealer, clock.GetUtcNow());
                if (ended.IsDone)
                {
                    await RememberAsync(viewer, row, before, written, cancellationToken);
                }

                return ended;
            },
            cancellationToken
        );

    public async Task<SaveResult> RemoveAsync(Viewer viewer, OpportunityId id, int version, CancellationToken cancellationToken) =>
        await db.RemoveAsync(
            vault,
            await LoadAsync(viewer, id, cancellationToken),
            id.Value,
            version,
            db.CustomerLinks.VisibleTo(viewer).Where(l => l.OpportunityId == id),
            opportunity => opportunity.Remove(clock.GetUtcNow()),
            cancellationToken
        );

    private async Task<SaveResult> ChangeAsync(
        Viewer viewer,
        OpportunityId id,
        int version,
        Func<Opportunity, OpenOpportunity, ISealer, Task<Outcome>> change,
        CancellationToken cancellationToken
    ) =>
        await db.ChangeAsync(
            await LoadAsync(viewer, id, cancellationToken),
            version,
            async row =>
            {
                var kept = new OpportunityRow { Row = row };
                var open = kept.Open(await vault.UnlockAsync(viewer, kept.Texts, cancellationToken));
                return await change(row, open, await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken));
            },
            cancellationToken
        );

    /// <summary>What the work was full of and what was learned, as an experience of the owner's. A full map keeps nobody from ending.</summary>
    private async Task RememberAsync(
        Viewer viewer,
        Opportunity row,
        OpportunityState before,
        Sheet written,
        CancellationToken cancellationToken
    )
    {
        if (await db.PastExperiences.CountAsync(e => e.OwnerId == viewer.PersonId, cancellationToken) >= rules.Experience.PastAtMost)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var id = Id.New<PastExperienceId>(now);
        var told = new PastExperienceContent
        {
            Title = written["title"],
            FromYear = words.Local(row.BegunAt).Year,
            ToYear = words.Local(now).Year,
            Challenges = [.. OpportunityProcess.ChallengesUpTo(row.Kind, before).Take(rules.Experience.ChallengesAtMost)],
            Lesson = written["lesson"],
        };
        db.Add(PastExperience.Tell(id, viewer.PersonId, told, await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken), now));
    }

    private static Sheet Titled(string title) => new([KeyValuePair.Create("title", title)]);

    private Task<Opportunity?> LoadAsync(Viewer viewer, OpportunityId id, CancellationToken cancellationToken) =>
        db.Opportunities.VisibleTo(viewer).Include(o => o.Versions).FirstOrDefaultAsync(o => o.Id == id, cancellationToken);
}
