using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Insight;

/// <summary>Two depots that may be shown, and two that are too small to be shown apart.</summary>
internal sealed record Depots(Unit North, Unit South, Unit East, Unit West)
{
    public static async Task<Depots> InAsync(World world) =>
        new(
            await world.UnitAsync("North depot", UnitKind.Facility),
            await world.UnitAsync("South depot", UnitKind.Facility),
            await world.UnitAsync("East depot", UnitKind.Facility),
            await world.UnitAsync("West depot", UnitKind.Facility)
        );

    /// <summary>A quarter as the job would have counted it: of 40, 20 and 12 + 6 people, so many of the first two have work that stretches.</summary>
    public async Task CountAsync(World world, Quarter quarter, int ofNorth = 10, int ofSouth = 10)
    {
        const int Minimum = 10;
        var release = Release.Freeze(
            Id.New<ReleaseId>(world.Now),
            ReleaseKind.Quarter,
            world.Organisation.Id,
            quarter.From,
            quarter.Until,
            Minimum,
            hasMarks: true,
            world.Now
        );
        ReleaseCell Cell(int number, int part, Unit unit, int size) =>
            new(release.Id, number, part, unit.Path, "leads", "unsaid", "unsaid", size);
        ReleaseCell[] cells = [Cell(0, 0, North, 40), Cell(1, 1, South, 20), Cell(2, 2, East, 12), Cell(3, 2, West, 6)];
        PartValue[] values = [.. Values(0, 40, ofNorth), .. Values(1, 20, ofSouth), .. Values(2, 18, 6)];
        var figures = GroupFigures.Publish(release.Id, "challenge", cells, values, Minimum);
        release.Publish(world.Now);
        await world.App.InDatabaseAsync(async db =>
        {
            db.Add(release);
            db.AddRange(cells);
            db.AddRange(figures);
            await db.SaveChangesAsync();
        });
    }

    private static IEnumerable<PartValue> Values(int part, int people, int ones) =>
        Enumerable.Range(0, people).Select(n => new PartValue(part, n < ones ? 1 : 0));
}
