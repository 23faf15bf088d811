using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Partners;

/// <summary>
/// Once a day: asks that nobody answered are silently over, agreements whose last day has passed end, and partners whose meetings do not happen
/// are told so, once.
/// </summary>
internal sealed class LookAfterPartners(
    FieldcraftDb db,
    Vault vault,
    Notices notices,
    MeetingsDesk meetings,
    Rules rules,
    TimeProvider clock
) : IJob
{
    public const string JobKind = "partners.look_after";
    private const int AtOnce = 200;

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        PartnershipId? last = null;
        while (true)
        {
            var open = db.Partnerships.Where(p =>
                (p.State == PartnershipState.Asked && p.ExpiresAt <= now)
                || p.State == PartnershipState.Arranging
                || p.State == PartnershipState.Running
            );
            if (last is { } behind)
            {
                open = open.Where(p => p.Id.CompareTo(behind) > 0);
            }

            var some = await open.Include(p => p.Members).OrderBy(p => p.Id).Take(AtOnce).ToListAsync(cancellationToken);
            if (some.Count == 0)
            {
                return;
            }

            last = some[^1].Id;
            await LookAsync(some, DateOnly.FromDateTime(now.UtcDateTime), now, cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private async Task LookAsync(List<Partnership> some, DateOnly today, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ids = some.Select(p => p.Id).ToList();
        var held = (
            await db
                .PartnerMeetings.AsNoTracking()
                .Where(m => ids.Contains(m.PartnershipId) && m.State != MeetingState.Off)
                .ToListAsync(cancellationToken)
        ).ToLookup(m => m.PartnershipId);
        foreach (var partnership in some)
        {
            if (partnership.State == PartnershipState.Asked)
            {
                partnership.Expire(now);
                if (await db.TrySaveAsync(cancellationToken))
                {
                    foreach (var member in partnership.Members.Where(m => m.PersonId != partnership.OwnerId))
                    {
                        await vault.ExpelAsync(partnership.Id.Value, member.PersonId, cancellationToken);
                    }
                }
            }
            else
            {
                await LookAsync(partnership, [.. held[partnership.Id]], today, now, cancellationToken);
            }
        }
    }

    private async Task LookAsync(
        Partnership partnership,
        IReadOnlyList<PartnerMeeting> held,
        DateOnly today,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (partnership.State == PartnershipState.Running && partnership.Until < today)
        {
            partnership.End(now);
            await meetings.CallOffAsync(partnership, partnership.OwnerId, cancellationToken);
            Tell(partnership, PartnersNotices.Over, PartnersLinks.Ending(partnership.Id));
        }
        else
        {
            switch (Stalls.Of(partnership, held.Select(m => (m.On, m.State)), today, rules.Partners))
            {
                case Stall.NoFirst when partnership.TellNoFirst(now):
                    Tell(partnership, PartnersNotices.NoFirst, PartnersLinks.One(partnership.Id));
                    break;
                case Stall.Missed when partnership.TellMissed(now):
                    Tell(partnership, PartnersNotices.Missed, PartnersLinks.One(partnership.Id));
                    break;
                default:
                    return;
            }
        }

        // Somebody who changes it at this moment wins; the next day looks again.
        await db.TrySaveAsync(cancellationToken);
    }

    /// <summary>Both are told, each with a name of the others.</summary>
    private void Tell(Partnership partnership, NoticeKind kind, string address)
    {
        List<PersonId> partners = [.. partnership.Partners];
        foreach (var person in partners)
        {
            notices.Tell(person, kind, address, partners.First(p => p != person));
        }
    }
}
