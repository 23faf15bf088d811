using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Opportunities.Outside;

/// <summary>What a customer is asked, as they read it.</summary>
public sealed record AskedCustomer(string By, CustomerAsk Ask, string Customer, Sheet Sheet, DateTimeOffset ExpiresAt);

/// <summary>What a customer answers: the boxes as they leave them, whether they agree where that is asked, a word of their own.</summary>
public sealed record CustomersAnswer(Sheet Sheet, bool? Agrees, string? Word);

public static class OpportunityNotices
{
    public static readonly NoticeKind Answered = new("opportunities.notice.answered", Telling.AtOnce);

    public static readonly IReadOnlyList<NoticeKind> All = [Answered];
}

/// <summary>
/// The customer's side: no account, a link that is used once. What they send is sealed for the owner at once; whoever holds no open link learns nothing.
/// </summary>
public sealed class CustomerAnswering(FieldcraftDb db, Vault vault, Notices notices, TimeProvider clock)
{
    public static readonly LinkTries Tries = new("customer", 60, TimeSpan.FromMinutes(10));

    /// <summary>Where a word of the customer's own stands beside the boxes.</summary>
    public const string WordKey = "word";

    /// <summary>What is asked, or null when the link is unknown, used, taken back or over: the same for all. Looking uses nothing up.</summary>
    public async Task<AskedCustomer?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        if (await OpenAsync(secret, cancellationToken) is not { } open)
        {
            return null;
        }

        var owner = await db.People.AsNoTracking().FirstAsync(p => p.Id == open.Link.OwnerId, cancellationToken);
        return new AskedCustomer(
            owner.FullName,
            open.Link.Ask,
            open.Unlocked.Open(open.Link.CustomerName),
            SheetJson.Read(open.Unlocked.Open(open.Link.Sent)),
            open.Link.ExpiresAt
        );
    }

    /// <summary>Takes the answer, once, to where it belongs.</summary>
    /// <returns>False when the link does not open, or was used meanwhile.</returns>
    public async Task<bool> AnswerAsync(string secret, CustomersAnswer answer, CancellationToken cancellationToken)
    {
        if (await OpenAsync(secret, cancellationToken) is not { } open)
        {
            return false;
        }

        var (link, now) = (open.Link, clock.GetUtcNow());
        var form = CustomerLink.FormOf(link.Ask);
        var sent = SheetJson.Read(open.Unlocked.Open(link.Sent));
        var sheet = form.Of(answer.Sheet);
        var hasChanges = sent.ChangedIn(form, sheet).Count > 0;
        var reply = string.IsNullOrWhiteSpace(answer.Word)
            ? sheet
            : new Sheet(sheet.Said.Append(KeyValuePair.Create(WordKey, answer.Word)));
        var sealer = await vault.SealerAsync(link.OwnerId, link.Id.Value, cancellationToken);
        if (link.Reply(reply, answer.Agrees, hasChanges, sealer, now).IsRefused)
        {
            return false;
        }

        var address = await HandOnAsync(link, sheet, reply, now, cancellationToken);
        notices.Tell(link.OwnerId, OpportunityNotices.Answered, address);
        return await db.TrySaveAsync(cancellationToken);
    }

    private async Task<string> HandOnAsync(
        CustomerLink link,
        Sheet sheet,
        Sheet reply,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (link.DialogueId is { } talk)
        {
            var dialogue = await db.CustomerDialogues.FirstAsync(d => d.Id == talk, cancellationToken);
            dialogue.TakeReply(reply, link.Agrees == true, await vault.SealerAsync(link.OwnerId, talk.Value, cancellationToken), now);
            return OpportunitiesLinks.Talk(talk);
        }

        var id = link.OpportunityId!.Value;
        var opportunity = await db.Opportunities.Include(o => o.Versions).FirstAsync(o => o.Id == id, cancellationToken);
        var sealer = await vault.SealerAsync(link.OwnerId, id.Value, cancellationToken);
        if (link.Ask == CustomerAsk.Proposition)
        {
            opportunity.TakePage(sheet, link.HasChanges, sealer, now);
        }
        else
        {
            opportunity.TakeResultReply(reply, link.Agrees == true, sealer, now);
        }

        return OpportunitiesLinks.One(id);
    }

    private async Task<(CustomerLink Link, Unlocked Unlocked)?> OpenAsync(string secret, CancellationToken cancellationToken)
    {
        if (Secrets.FromText(secret) is not { Length: Secrets.Length } bytes)
        {
            return null;
        }

        var hash = Secrets.Hash(bytes);
        var link = await db.CustomerLinks.FirstOrDefaultAsync(l => l.SecretHash == hash, cancellationToken);
        if (link?.IsOpenAt(clock.GetUtcNow()) != true)
        {
            return null;
        }

        var unlocked = await vault.UnlockByLinkAsync(link.OwnerId, link.Id.Value, link.LinkWrap!, bytes, cancellationToken);
        return unlocked.Opens(link.Sent) ? (link, unlocked) : null;
    }
}

/// <summary>Removes what opened a message once its time is over. The link is shut by the date before that.</summary>
internal sealed class ExpireCustomerLink(FieldcraftDb db, TimeProvider clock) : IJob
{
    public const string JobKind = "opportunities.expire_link";

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var id = CustomerLinkId.From(Guid.ParseExact(job.Payload!, "D"));
        if (await db.CustomerLinks.FirstOrDefaultAsync(l => l.Id == id, cancellationToken) is { } link)
        {
            link.Expire(clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
