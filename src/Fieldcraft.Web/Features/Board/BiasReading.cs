using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Board;

/// <summary>A unit with its figures.</summary>
public sealed record BiasUnit(UnitId Id, string Name, BiasFigure Figure);

/// <summary>Until when is counted, and what came of it.</summary>
/// <param name="Before">The first day that is not counted.</param>
public sealed record BiasPicture(DateOnly Before, int Minimum, BiasFigure Whole, IReadOnlyList<BiasUnit> Units);

/// <summary>
/// Who had done such work before, among those who asked and those who were taken up. Only what is settled counts, until the end of the last quarter: a
/// figure that moved with every single answer would give that answer away. Two queries.
/// </summary>
public sealed class BiasReading(FieldcraftDb db, Rules rules, TimeProvider clock)
{
    /// <summary>Null for a viewer who does not see the organisation's figures.</summary>
    public async Task<BiasPicture?> OfAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.MaySeeBias())
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var before = new DateOnly(now.Year, ((now.Month - 1) / 3 * 3) + 1, 1);
        var until = new DateTimeOffset(before.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var rows = await db
            .Interests.AsNoTracking()
            .Where(i => i.Newness != null && i.SettledAt != null && i.SettledAt < until)
            .OrderBy(i => i.SettledAt)
            .ThenBy(i => i.Id)
            .Select(i => new
            {
                i.OwnerId,
                i.State,
                i.Newness,
                Path = db
                    .Units.Where(u => db.Postings.Any(p => p.Id == i.PostingId && p.UnitId == u.Id))
                    .Select(u => u.Path)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var units = await db
            .Units.AsNoTracking()
            .Where(u => db.Units.Any(top => top.Id == u.ParentId && top.ParentId == null))
            .OrderBy(u => u.NameKey)
            .ThenBy(u => u.Id)
            .Select(u => new
            {
                u.Id,
                u.Name,
                u.Path,
            })
            .ToListAsync(cancellationToken);
        // Each person once: the newest that was taken up, else the newest.
        var people = rows.GroupBy(r => r.OwnerId)
            .Select(g => g.LastOrDefault(r => r.State == InterestState.TakenUp) ?? g.Last())
            .Select(r => new AskedPerson(r.Path ?? "", r.State == InterestState.TakenUp, r.Newness == WorkNewness.DoneBefore))
            .ToList();
        var bias = ReadyNowBias.Of(people, [.. units.Select(u => u.Path)], rules.Board.BiasFrom);
        return new BiasPicture(
            before,
            rules.Board.BiasFrom,
            bias.Whole,
            [.. units.Select(u => new BiasUnit(u.Id, u.Name, bias.Units[u.Path]))]
        );
    }
}
