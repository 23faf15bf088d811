using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SharedIdeas;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Mail;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.SharedIdeas;

/// <summary>A copy for a partner outside, as its owner sees it.</summary>
public sealed record OpenOutsideCopy(
    OutsideCopyId Id,
    SharedItemKind Kind,
    Guid ItemId,
    string Title,
    string Partner,
    string Secret,
    DateTimeOffset SharedAt,
    DateTimeOffset EndsAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? LastOpenedAt
)
{
    public bool IsOpenAt(DateTimeOffset now) => EndedAt is null && EndsAt > now;
}

/// <summary>Copies for partners without an account: made, shown again and ended by their owner.</summary>
public sealed class OutsideCopies(FieldcraftDb db, Vault vault, Post post, Settings settings, Words words, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>Makes a copy and its link; with an address the link goes there by mail, without a word of the copy.</summary>
    /// <param name="until">The last day, in the owner's time zone.</param>
    public async Task<OutsideCopyId> MakeAsync(
        Viewer viewer,
        SharedItemKind kind,
        Guid item,
        SharedCopy copy,
        string partner,
        string? address,
        DateOnly until,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var id = Id.New<OutsideCopyId>(now);
        var secret = Secrets.New();
        var sealer = await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken);
        var link = new CopyLink(
            Secrets.Text(secret),
            Secrets.Hash(secret),
            await vault.WrapForLinkAsync(viewer.PersonId, id.Value, secret, cancellationToken)
        );
        var midnight = until.AddDays(1).ToDateTime(TimeOnly.MinValue);
        var endsAt = new DateTimeOffset(midnight, words.Zone.GetUtcOffset(midnight)).ToUniversalTime();
        db.Add(
            OutsideCopy.For(id, viewer.PersonId, kind, item, copy.Title, SharingReading.Packed(copy), partner, link, endsAt, sealer, now)
        );
        db.Enqueue(
            new JobRow
            {
                Id = Guid.CreateVersion7(now),
                Kind = ExpireOutsideCopy.JobKind,
                Key = id.Value.ToString("n"),
                Payload = id.Value.ToString("D"),
                DueAt = endsAt,
            }
        );
        if (address is not null)
        {
            post.Send(
                address,
                viewer.Language,
                viewer.TimeZone,
                "ideas.mail",
                viewer.Name,
                words.Day(until),
                settings.PublicAddress + IdeasLinks.Open(link.Secret)
            );
        }

        await db.SaveChangesAsync(cancellationToken);
        return id;
    }

    public async Task<IReadOnlyList<OpenOutsideCopy>> ListAsync(Viewer viewer, CancellationToken cancellationToken) =>
        await OpenAsync(
            viewer,
            db.OutsideCopies.AsNoTracking().VisibleTo(viewer).OrderByDescending(c => c.SharedAt).ThenByDescending(c => c.Id).Take(Most),
            cancellationToken
        );

    public async Task<OpenOutsideCopy?> FindAsync(Viewer viewer, OutsideCopyId id, CancellationToken cancellationToken) =>
        await OpenAsync(viewer, db.OutsideCopies.AsNoTracking().VisibleTo(viewer).Where(c => c.Id == id), cancellationToken) is [var copy]
            ? copy
            : null;

    /// <returns>False when the viewer made no such copy.</returns>
    public async Task<bool> EndAsync(Viewer viewer, OutsideCopyId id, CancellationToken cancellationToken)
    {
        if (await db.OutsideCopies.VisibleTo(viewer).FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } copy)
        {
            return false;
        }

        copy.End(clock.GetUtcNow());
        await db.TrySaveAsync(cancellationToken);
        return true;
    }

    private async Task<IReadOnlyList<OpenOutsideCopy>> OpenAsync(
        Viewer viewer,
        IQueryable<OutsideCopy> copies,
        CancellationToken cancellationToken
    )
    {
        var rows = await copies.ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, rows.Select(c => c.Title), cancellationToken);
        return
        [
            .. rows.Select(c => new OpenOutsideCopy(
                c.Id,
                c.Kind,
                c.ItemId,
                unlocked.Open(c.Title),
                unlocked.Open(c.PartnerName),
                unlocked.OpenOrEmpty(c.Secret),
                c.SharedAt,
                c.EndsAt,
                c.EndedAt,
                c.LastOpenedAt
            )),
        ];
    }
}

/// <summary>Removes what opened a copy once its time is over. The link is shut by the date before that.</summary>
internal sealed class ExpireOutsideCopy(FieldcraftDb db, TimeProvider clock) : IJob
{
    public const string JobKind = "ideas.expire_copy";

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var id = OutsideCopyId.From(Guid.ParseExact(job.Payload!, "D"));
        if (await db.OutsideCopies.FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is { } copy && copy.EndsAt <= clock.GetUtcNow())
        {
            copy.End(clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
