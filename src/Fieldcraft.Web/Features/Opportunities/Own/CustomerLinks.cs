using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Opportunities.Outside;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Mail;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Opportunities.Own;

/// <summary>What goes to a customer: what is asked, to whom, and where the link goes if it goes by mail.</summary>
public sealed record Asking(CustomerAsk Ask, string Customer, Sheet Sheet, string? Address);

/// <summary>A link to a customer, as its owner sees it.</summary>
public sealed record OpenLink(
    CustomerLinkId Id,
    CustomerAsk Ask,
    CustomerDialogueId? DialogueId,
    OpportunityId? OpportunityId,
    string Customer,
    string Secret,
    Sheet Sent,
    Sheet Answer,
    DateTimeOffset SentAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? AnsweredAt,
    bool? Agrees,
    bool HasChanges
)
{
    public bool IsOpenAt(DateTimeOffset now) => Secret.Length > 0 && ExpiresAt > now;
}

/// <summary>What was sent, as a page lists it.</summary>
public sealed record SentLinks(IReadOnlyList<OpenLink> Links, DateTimeOffset Now);

/// <summary>Plain messages to customers, by a link that is used once: sent, shown again and taken back by their owner.</summary>
public sealed class CustomerLinks(FieldcraftDb db, Vault vault, Post post, Settings settings, Rules rules, Words words, TimeProvider clock)
{
    /// <summary>Sends the summary of a talk to be confirmed.</summary>
    /// <returns>Null where the talk is not the viewer's.</returns>
    public async Task<Outcome<CustomerLink>?> SendAsync(
        Viewer viewer,
        CustomerDialogueId talk,
        Asking asking,
        CancellationToken cancellationToken
    )
    {
        if (await db.CustomerDialogues.VisibleTo(viewer).FirstOrDefaultAsync(d => d.Id == talk, cancellationToken) is not { } dialogue)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var (id, sealer, secret) = await BeginAsync(viewer, now, cancellationToken);
        return await KeepAsync(
            viewer,
            CustomerLink.ForDialogue(id, dialogue, asking.Customer, asking.Sheet, secret, rules.Opportunities, sealer, now),
            secret,
            asking,
            cancellationToken
        );
    }

    /// <summary>Sends the common page, or the result, of an opportunity.</summary>
    /// <returns>Null where it is not the viewer's. Refused: as <see cref="Opportunity.Send"/>.</returns>
    public async Task<Outcome<CustomerLink>?> SendAsync(
        Viewer viewer,
        OpportunityId opportunity,
        Asking asking,
        CancellationToken cancellationToken
    )
    {
        var found = await db
            .Opportunities.VisibleTo(viewer)
            .Include(o => o.Versions)
            .FirstOrDefaultAsync(o => o.Id == opportunity, cancellationToken);
        if (found is null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (found.Send(asking.Ask, CustomerLink.EndOf(now, rules.Opportunities), now).Refusal is { } refusal)
        {
            return new Outcome<CustomerLink>(null, refusal);
        }

        var (id, sealer, secret) = await BeginAsync(viewer, now, cancellationToken);
        return await KeepAsync(
            viewer,
            CustomerLink.ForOpportunity(id, found, asking.Ask, asking.Customer, asking.Sheet, secret, rules.Opportunities, sealer, now),
            secret,
            asking,
            cancellationToken
        );
    }

    /// <returns>Null where it is not the viewer's. Refused: <c>customer-answered-already</c>.</returns>
    public async Task<Outcome?> TakeBackAsync(Viewer viewer, CustomerLinkId id, CancellationToken cancellationToken)
    {
        if (await db.CustomerLinks.VisibleTo(viewer).FirstOrDefaultAsync(l => l.Id == id, cancellationToken) is not { } link)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var outcome = link.TakeBack(now);
        if (outcome.IsDone)
        {
            if (link.OpportunityId is { } about)
            {
                (await db.Opportunities.FirstAsync(o => o.Id == about, cancellationToken)).TakeBack(now);
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        return outcome;
    }

    public async Task<OpenLink?> FindAsync(Viewer viewer, CustomerLinkId id, CancellationToken cancellationToken) =>
        (await OpenAsync(viewer, db.CustomerLinks.AsNoTracking().VisibleTo(viewer).Where(l => l.Id == id), cancellationToken)) is [var link]
            ? link
            : null;

    /// <summary>What was sent about a talk, the newest first.</summary>
    public Task<IReadOnlyList<OpenLink>> ListAsync(Viewer viewer, CustomerDialogueId talk, CancellationToken cancellationToken) =>
        OpenAsync(viewer, Sent(viewer).Where(l => l.DialogueId == talk), cancellationToken);

    /// <summary>What was sent about an opportunity, the newest first.</summary>
    public Task<IReadOnlyList<OpenLink>> ListAsync(Viewer viewer, OpportunityId opportunity, CancellationToken cancellationToken) =>
        OpenAsync(viewer, Sent(viewer).Where(l => l.OpportunityId == opportunity), cancellationToken);

    private IQueryable<CustomerLink> Sent(Viewer viewer) =>
        db.CustomerLinks.AsNoTracking().VisibleTo(viewer).Where(l => l.TakenBackAt == null).OrderByDescending(l => l.Id);

    private async Task<(CustomerLinkId Id, ISealer Sealer, CustomerSecret Link)> BeginAsync(
        Viewer viewer,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var id = Id.New<CustomerLinkId>(now);
        var secret = Secrets.New();
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        var wrap = await vault.WrapForLinkAsync(viewer.PersonId, id.Value, secret, cancellationToken);
        return (id, sealer, new CustomerSecret(Secrets.Text(secret), Secrets.Hash(secret), wrap));
    }

    private async Task<CustomerLink> KeepAsync(
        Viewer viewer,
        CustomerLink link,
        CustomerSecret secret,
        Asking asking,
        CancellationToken cancellationToken
    )
    {
        db.Add(link);
        db.Enqueue(
            new JobRow
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                Kind = ExpireCustomerLink.JobKind,
                Key = link.Id.Value.ToString("n"),
                Payload = link.Id.Value.ToString("D"),
                DueAt = link.ExpiresAt,
            }
        );
        if (asking.Address is { } address)
        {
            post.Send(
                address,
                viewer.Language,
                viewer.TimeZone,
                $"customer.mail.{asking.Ask}",
                viewer.Name,
                words.Day(link.ExpiresAt),
                settings.PublicAddress + OpportunitiesLinks.Answer(secret.Secret)
            );
        }

        await db.SaveChangesAsync(cancellationToken);
        return link;
    }

    private async Task<IReadOnlyList<OpenLink>> OpenAsync(
        Viewer viewer,
        IQueryable<CustomerLink> links,
        CancellationToken cancellationToken
    )
    {
        var rows = await links.ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, rows.Select(l => l.Sent), cancellationToken);
        return
        [
            .. rows.Select(l => new OpenLink(
                l.Id,
                l.Ask,
                l.DialogueId,
                l.OpportunityId,
                unlocked.Open(l.CustomerName),
                unlocked.OpenOrEmpty(l.Secret),
                SheetJson.Read(unlocked.Open(l.Sent)),
                SheetJson.Read(unlocked.OpenOrEmpty(l.Answer)),
                l.SentAt,
                l.ExpiresAt,
                l.AnsweredAt,
                l.Agrees,
                l.HasChanges
            )),
        ];
    }
}
