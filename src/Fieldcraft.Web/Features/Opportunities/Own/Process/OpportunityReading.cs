using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Board;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Opportunities.Own.Process;

/// <summary>One state of the common page, opened.</summary>
public sealed record OpenVersion(int Number, bool IsCustomers, Sheet Page, DateTimeOffset WrittenAt, DateTimeOffset? SentAt);

/// <summary>An opportunity, opened for its owner.</summary>
/// <param name="Customer">The name in the owner's book; empty without a customer.</param>
public sealed record OpenOpportunity(
    OpportunityId Id,
    OpportunityKind Kind,
    OpportunityState State,
    ProviderEntryId? CustomerId,
    string Customer,
    Sheet Written,
    IReadOnlyList<OpenVersion> Versions,
    Sheet ResultReply,
    DateTimeOffset BegunAt,
    DateTimeOffset StateSince,
    DateTimeOffset? CoCreatedAt,
    DateTimeOffset? ResultConfirmedAt,
    OpportunityEnd? End,
    CustomerAsk? WithCustomer,
    DateTimeOffset? WithCustomerUntil,
    int Version
)
{
    public string Title => Written["title"];

    /// <summary>The common page as it stands.</summary>
    public Sheet Page => Versions.Count == 0 ? Sheet.Empty : Versions[^1].Page;

    /// <summary>What is written in one form.</summary>
    public Sheet SheetOf(SheetForm form) => form == SheetForms.Proposition ? Page : form.Of(Written);

    public bool IsOver => State.IsEnd();

    public bool IsWithCustomerAt(DateTimeOffset now) => WithCustomerUntil > now;

    public ProcessStanding Standing(ProcessFacts facts) =>
        new(Kind, State, Written, Page, CoCreatedAt is not null, ResultConfirmedAt is not null, facts);
}

/// <summary>What the exit test asks about, and the word to the own manager where there is one.</summary>
public sealed record ProcessAround(ProcessFacts Facts, TrialNoticeId? Notice);

/// <summary>Opens opportunities, and finds what their exit tests ask about.</summary>
public sealed class OpportunityReading(FieldcraftDb db, Vault vault)
{
    /// <summary>How many a page lists.</summary>
    public const int Shown = 40;

    /// <summary>The viewer's opportunities, the newest first.</summary>
    public async Task<IReadOnlyList<OpenOpportunity>> ListAsync(
        Viewer viewer,
        OpportunityId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var mine = db.Opportunities.AsNoTracking().VisibleTo(viewer);
        mine = after is { } last ? mine.Where(o => o.Id.CompareTo(last) < 0) : mine;
        return await OpenAsync(viewer, mine.OrderByDescending(o => o.Id).Take(limit), cancellationToken);
    }

    public async Task<OpenOpportunity?> FindAsync(Viewer viewer, OpportunityId id, CancellationToken cancellationToken) =>
        (await OpenAsync(viewer, db.Opportunities.AsNoTracking().VisibleTo(viewer).Where(o => o.Id == id), cancellationToken))
            is [var found]
            ? found
            : null;

    /// <summary>What the exit test of the present step needs to know; what it does not ask for is not looked up.</summary>
    public async Task<ProcessAround> AroundAsync(Viewer viewer, OpenOpportunity opportunity, CancellationToken cancellationToken)
    {
        if (opportunity.State == OpportunityState.Mapped)
        {
            return new(new ProcessFacts(await CustomersAsync(viewer, cancellationToken), 0, false), null);
        }

        if (opportunity.State == OpportunityState.Dialogue)
        {
            return new(new ProcessFacts(0, await NeedsAsync(viewer, opportunity.CustomerId, cancellationToken), false), null);
        }

        return OpportunityProcess.After(opportunity.Kind, opportunity.State) == OpportunityState.Trial
            ? await ManagerAsync(viewer, opportunity, cancellationToken)
            : new(new ProcessFacts(0, 0, false), null);
    }

    /// <summary>
    /// Whether the own manager was told of this trial, with these dates and not fewer hours, and has agreed. Silence counts once the job of the board has
    /// noted it, so that nobody's calendar has to be looked at here.
    /// </summary>
    private async Task<ProcessAround> ManagerAsync(Viewer viewer, OpenOpportunity opportunity, CancellationToken cancellationToken)
    {
        var id = opportunity.Id.Value;
        var told = await db
            .TrialNotices.AsNoTracking()
            .ToldBy(viewer)
            .Where(t => t.OpportunityId == id && t.State != TrialState.Withdrawn)
            .OrderByDescending(t => t.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (told is null)
        {
            return new(new ProcessFacts(0, 0, false), null);
        }

        var unlocked = await vault.UnlockAsync(viewer, [told.Facts], cancellationToken);
        var facts = TrialFacts.FromJson(unlocked.Open(told.Facts));
        var agreed =
            told.State is TrialState.Agreed or TrialState.Settled
            && facts.FromOn == opportunity.Written.Day("from")
            && facts.UntilOn == opportunity.Written.Day("until")
            && facts.HoursAWeek >= (opportunity.Written.Number("hours") ?? 0);
        return new(new ProcessFacts(0, 0, agreed), told.Id);
    }

    private async Task<int> CustomersAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var texts = await db
            .ProviderEntries.AsNoTracking()
            .VisibleTo(viewer)
            .Where(e => e.Kind == ProviderEntryKind.Customer)
            .Select(e => e.Written)
            .ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, texts, cancellationToken);
        return texts.Count(t => ProviderEntry.HasNextContact(SheetJson.Read(unlocked.Open(t))));
    }

    private Task<int> NeedsAsync(Viewer viewer, ProviderEntryId? customer, CancellationToken cancellationToken) =>
        db
            .CustomerDialogues.AsNoTracking()
            .VisibleTo(viewer)
            .CountAsync(d => d.CustomerId == customer && d.NeedConfirmedAt != null, cancellationToken);

    /// <summary>Opportunities with their versions and the sealed text of their customer.</summary>
    internal static IQueryable<OpportunityRow> Rows(FieldcraftDb db, IQueryable<Opportunity> opportunities) =>
        opportunities
            .Include(o => o.Versions)
            .Select(o => new OpportunityRow
            {
                Row = o,
                Customer = db.ProviderEntries.Where(e => e.Id == o.CustomerId).Select(e => e.Written).FirstOrDefault(),
            });

    private async Task<IReadOnlyList<OpenOpportunity>> OpenAsync(
        Viewer viewer,
        IQueryable<Opportunity> opportunities,
        CancellationToken cancellationToken
    )
    {
        var rows = await Rows(db, opportunities).ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, rows.SelectMany(r => r.Texts), cancellationToken);
        return [.. rows.Select(r => r.Open(unlocked))];
    }
}

/// <summary>An opportunity as it is read, still sealed.</summary>
internal sealed class OpportunityRow
{
    public required Opportunity Row { get; init; }
    public SealedText? Customer { get; init; }

    public IEnumerable<SealedText?> Texts =>
        Row.Versions.Select(v => (SealedText?)v.Page).Append(Row.Written).Append(Row.ResultReply).Append(Customer);

    public OpenOpportunity Open(Unlocked unlocked) =>
        new(
            Row.Id,
            Row.Kind,
            Row.State,
            Row.CustomerId,
            SheetJson.Read(unlocked.OpenOrEmpty(Customer))["name"],
            SheetJson.Read(unlocked.Open(Row.Written)),
            [
                .. Row
                    .Versions.OrderBy(v => v.Number)
                    .Select(v => new OpenVersion(v.Number, v.IsCustomers, SheetJson.Read(unlocked.Open(v.Page)), v.WrittenAt, v.SentAt)),
            ],
            SheetJson.Read(unlocked.OpenOrEmpty(Row.ResultReply)),
            Row.BegunAt,
            Row.StateSince,
            Row.CoCreatedAt,
            Row.ResultConfirmedAt,
            Row.End,
            Row.WithCustomer,
            Row.WithCustomerUntil,
            Row.Version
        );
}
