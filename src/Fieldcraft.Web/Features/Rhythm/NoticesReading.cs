using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rhythm;

/// <summary>An unseen notice as a query brings it, with what makes up the other person's name.</summary>
public sealed record NoticeRow
{
    public required NoticeId Id { get; init; }
    public required PersonId Person { get; init; }
    public required string Kind { get; init; }
    public required string Address { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateOnly? WaitsUntil { get; init; }
    public string? First { get; init; }
    public string? Called { get; init; }
    public string? Last { get; init; }

    public string? From => First is null ? null : $"{(string.IsNullOrEmpty(Called) ? First : Called)} {Last}".TrimEnd();
}

/// <summary>What a person is told, once for each page it leads to: the newest, and how many others told the same.</summary>
public sealed record ShownNotice(NoticeId Id, NoticeKind Kind, string? From, int Others, string Address, DateTimeOffset At)
{
    /// <summary>The sentence, in the reader's language.</summary>
    public string Say(Words words)
    {
        var sentence = words[Kind.Key, From ?? words["notices.somebody"]];
        return Others == 0 ? sentence : $"{sentence} {words.Count("notices.more", Others)}";
    }

    /// <summary>Notices of the same kind that lead to the same page are one.</summary>
    public static IReadOnlyList<ShownNotice> Of(IEnumerable<NoticeRow> rows) =>
        [
            .. rows.Where(n => NoticeKinds.Of(n.Kind) is not null)
                .OrderByDescending(n => n.At)
                .ThenByDescending(n => n.Id)
                .GroupBy(n => (n.Kind, n.Address))
                .Select(g => new ShownNotice(
                    g.First().Id,
                    NoticeKinds.Of(g.Key.Kind)!,
                    g.First().From,
                    g.Select(n => n.From).Distinct(StringComparer.Ordinal).Count() - 1,
                    g.Key.Address,
                    g.First().At
                )),
        ];
}

/// <summary>What a person is told now, and the requests that wait because the month's time is used up.</summary>
/// <param name="Until">The day on which the first of them arrives by itself.</param>
public sealed record ToldNotices(IReadOnlyList<ShownNotice> Now, IReadOnlyList<ShownNotice> Held, DateOnly? Until)
{
    public static ToldNotices Of(IReadOnlyCollection<NoticeRow> rows, DateOnly today)
    {
        var held = rows.Where(n => n.WaitsUntil > today).ToList();
        return new(ShownNotice.Of(rows.Except(held)), ShownNotice.Of(held), held.Min(n => n.WaitsUntil));
    }
}

/// <summary>What the viewer has been told and has not seen; opening it, putting it away.</summary>
public sealed class NoticesReading(FieldcraftDb db, TimeProvider clock)
{
    public const int MostShown = 100;

    /// <summary>The unseen notices, newest first, for a query that asks for more besides.</summary>
    public IQueryable<NoticeRow> Waiting(Viewer viewer) =>
        (
            from notice in db.Notices.AsNoTracking().VisibleTo(viewer)
            where notice.SeenAt == null
            join person in db.People on notice.FromId equals (PersonId?)person.Id into senders
            from sender in senders.DefaultIfEmpty()
            orderby notice.At descending, notice.Id descending
            select new NoticeRow
            {
                Id = notice.Id,
                Person = notice.PersonId,
                Kind = notice.Kind,
                Address = notice.Address,
                At = notice.At,
                WaitsUntil = notice.WaitsUntil,
                First = sender == null ? null : sender.FirstName,
                Called = sender == null ? null : sender.PreferredName,
                Last = sender == null ? null : sender.LastName,
            }
        ).Take(MostShown);

    public async Task<ToldNotices> ListAsync(Viewer viewer, DateOnly today, CancellationToken cancellationToken) =>
        ToldNotices.Of(await Waiting(viewer).ToListAsync(cancellationToken), today);

    /// <summary>Notes that the viewer opened a notice or put it away, with all that told the same.</summary>
    /// <returns>The page it leads to; null when it is not there.</returns>
    public async Task<string?> SeeAsync(Viewer viewer, Guid id, CancellationToken cancellationToken)
    {
        var noticeId = NoticeId.From(id);
        if (await db.Notices.VisibleTo(viewer).FirstOrDefaultAsync(n => n.Id == noticeId, cancellationToken) is not { } notice)
        {
            return null;
        }

        var (kind, address, now) = (notice.Kind, notice.Address, clock.GetUtcNow());
        notice.See(now);
        foreach (
            var same in await db
                .Notices.VisibleTo(viewer)
                .Where(n => n.SeenAt == null && n.Kind == kind && n.Address == address)
                .ToListAsync(cancellationToken)
        )
        {
            same.See(now);
        }

        await db.SaveChangesAsync(cancellationToken);
        return address;
    }

    /// <summary>Puts everything away that is told now; what is held back for lack of time stays.</summary>
    public async Task SeeAllAsync(Viewer viewer, DateOnly today, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (
            var notice in await db
                .Notices.VisibleTo(viewer)
                .Where(n => n.SeenAt == null && (n.WaitsUntil == null || n.WaitsUntil <= today))
                .OrderBy(n => n.Id)
                .ToListAsync(cancellationToken)
        )
        {
            notice.See(now);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
