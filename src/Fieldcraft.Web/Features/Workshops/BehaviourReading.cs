using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Workshops;

/// <summary>
/// What people of a workshop did since their day, one count for each of them, from the room of opportunities. Whole spans of four weeks only: a sum that moved
/// every day would tell who had just held a talk. Null before the first span is over.
/// </summary>
public sealed class BehaviourReading(FieldcraftDb db)
{
    private const int SpanDays = 28;

    /// <param name="people">Everybody who attended; those with nothing count as nothing, not as missing.</param>
    /// <param name="from">The day of the workshop.</param>
    /// <param name="through">Today.</param>
    public async Task<IReadOnlyList<BehaviourCounts>?> OfAsync(
        IReadOnlyCollection<PersonId> people,
        DateOnly from,
        DateOnly through,
        CancellationToken cancellationToken
    )
    {
        var spans = (through.DayNumber - from.DayNumber) / SpanDays;
        if (spans < 1)
        {
            return null;
        }

        var until = from.AddDays(spans * SpanDays);
        var (begin, end) = (Instant(from), Instant(until));
        return await db
            .People.Where(p => people.Contains(p.Id))
            .Select(p => new BehaviourCounts(
                db.ProviderEntries.Count(e =>
                    e.OwnerId == p.Id && e.Kind == ProviderEntryKind.Customer && e.WrittenAt >= begin && e.WrittenAt < end
                ),
                db.CustomerDialogues.Count(d => d.OwnerId == p.Id && d.HeldOn >= from && d.HeldOn < until),
                db.CustomerDialogues.Count(d => d.OwnerId == p.Id && d.NeedConfirmedAt >= begin && d.NeedConfirmedAt < end),
                db.Opportunities.Count(o => o.OwnerId == p.Id && o.CoCreatedAt >= begin && o.CoCreatedAt < end),
                db.Opportunities.Count(o => o.OwnerId == p.Id && o.TrialAgreedAt >= begin && o.TrialAgreedAt < end),
                db.Opportunities.Count(o => o.OwnerId == p.Id && o.ResultConfirmedAt >= begin && o.ResultConfirmedAt < end),
                db.CustomerDialogues.Count(d => d.OwnerId == p.Id && d.IsAcrossUnits && d.HeldOn >= from && d.HeldOn < until)
            ))
            .ToListAsync(cancellationToken);
    }

    private static DateTimeOffset Instant(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
