using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fieldcraft.RolloutChecker;

/// <summary>What a made-up roll-out looks like. The numbers are those of a group with three crews around the clock.</summary>
public sealed record RolloutShape
{
    public int Sites { get; init; } = 42;
    public int People { get; init; } = 8_000;
    public int Leaders { get; init; } = 200;
    public int Days { get; init; } = 28;
    public int SlotMinutes { get; init; } = 30;
    public int Minutes { get; init; } = 60;
    public int MaxSize { get; init; } = 15;
    public int EdgeMinutes { get; init; }
    public bool SplitAllowed { get; init; }
    public decimal ReleaseShare { get; init; } = 0.25m;

    /// <summary>Of those of a crew who are usually on shift, so many stay whatever happens.</summary>
    public double FloorShare { get; init; } = 0.4;
    public int Capacity { get; init; } = 12;
    public int RoomsASite { get; init; } = 2;
    public int Crews { get; init; } = 3;
    public int MaxPerDay { get; init; } = 1;
    public int MaxPerWeek { get; init; } = 2;

    /// <summary>How many of a hundred shifts are not worked.</summary>
    public int Absent { get; init; } = 6;

    /// <summary>Each site joins the one before, in groups of so many; 1 joins none.</summary>
    public int Joined { get; init; } = 1;

    /// <summary>Every so-many-th site is a small one of 3 to 8 people; 0 has none.</summary>
    public int SmallEvery { get; init; }
    public int Languages { get; init; } = 1;
    public bool Blackouts { get; init; } = true;
}

/// <summary>Makes roll-outs up, in the exchange format and from a seed.</summary>
public static class RolloutMaker
{
    private static readonly DateTime Start = new(2027, 2, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public static JsonObject Make(RolloutShape shape, int seed)
    {
        var chance = new Random(seed);
        var (sites, leaders, people) = (new JsonArray(), new JsonArray(), new JsonArray());
        var small = shape.SmallEvery == 0 ? 0 : shape.Sites / shape.SmallEvery;
        var large = shape.Sites - small;
        var given = 0;
        for (var s = 0; s < shape.Sites; s++)
        {
            var isSmall = shape.SmallEvery > 0 && s % shape.SmallEvery == shape.SmallEvery - 1;
            var heads = isSmall ? 3 + chance.Next(6) : (shape.People / large * (80 + chance.Next(41)) / 100) + 1;
            var teaching = isSmall ? 0 : Math.Max(1, ((s + 1) * shape.Leaders / shape.Sites) - given);
            sites.Add(Site(shape, s, heads, isSmall, chance));
            for (var l = 0; l < teaching; l++)
            {
                leaders.Add(Leader(shape, s, given + l, l, teaching, chance));
            }

            var (first, count) = isSmall ? (Math.Max(0, given - 1), 1) : (given, teaching);
            for (var p = 0; p < heads; p++)
            {
                people.Add(Person(shape, s, people.Count, first + (p % count), p % count % shape.Crews, chance));
            }

            given += teaching;
        }

        return new JsonObject
        {
            ["window"] = new JsonObject { ["start"] = "2027-02-01", ["days"] = shape.Days },
            ["slotMinutes"] = shape.SlotMinutes,
            ["session"] = new JsonObject
            {
                ["minutes"] = shape.Minutes,
                ["maxSize"] = shape.MaxSize,
                ["edgeMinutes"] = shape.EdgeMinutes,
                ["splitAllowed"] = shape.SplitAllowed,
            },
            ["sites"] = sites,
            ["leaders"] = leaders,
            ["people"] = people,
        };
    }

    public static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node);

    private static JsonObject Site(RolloutShape shape, int s, int heads, bool isSmall, Random chance)
    {
        var rooms = new JsonArray();
        for (var r = 0; r < (isSmall ? 1 : shape.RoomsASite); r++)
        {
            rooms.Add(
                new JsonObject { ["id"] = $"s{s:000}-r{r + 1}", ["capacity"] = isSmall ? 6 : shape.Capacity + chance.Next(5) - (2 * r) }
            );
        }

        var blackouts = new JsonArray();
        if (shape.Blackouts)
        {
            var day = 7 + chance.Next(14);
            blackouts.Add(new JsonArray(At(day, 0), At(day + 2, 0)));
        }

        var onShift = heads / shape.Crews * 5 / 7;
        return new JsonObject
        {
            ["id"] = $"s{s:000}",
            ["rooms"] = rooms,
            ["releaseShare"] = isSmall ? 0.5m : shape.ReleaseShare,
            ["floorMinimum"] = isSmall ? 1 : (int)(onShift * shape.FloorShare),
            ["blackouts"] = blackouts,
            ["joins"] = s % shape.Joined > 0 || (isSmall && s > 0) ? new JsonArray($"s{s - 1:000}") : new JsonArray(),
        };
    }

    private static JsonObject Leader(RolloutShape shape, int s, int number, int within, int teaching, Random chance)
    {
        var languages = new JsonArray("l0");
        for (var i = 1; i < shape.Languages; i++)
        {
            if ((within + i) % 3 == 0)
            {
                languages.Add($"l{i}");
            }
        }

        return new JsonObject
        {
            ["id"] = $"l{number:0000}",
            ["site"] = $"s{s:000}",
            ["readyFrom"] = Start.AddDays(chance.Next(4)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["languages"] = languages,
            ["maxPerDay"] = shape.MaxPerDay,
            ["maxPerWeek"] = shape.MaxPerWeek,
            ["available"] = Shifts(shape, within % shape.Crews, 0, 0, chance),
            ["deputy"] = $"l{number - within + ((within + 1) % teaching):0000}",
        };
    }

    private static JsonObject Person(RolloutShape shape, int s, int number, int leader, int crew, Random chance) =>
        new()
        {
            ["id"] = $"p{number:00000}",
            ["site"] = $"s{s:000}",
            ["leader"] = $"l{leader:0000}",
            ["language"] = $"l{(chance.Next(5) == 0 ? chance.Next(shape.Languages) : 0)}",
            ["shifts"] = Shifts(shape, crew, chance.Next(7), shape.Absent, chance),
        };

    private static JsonArray Shifts(RolloutShape shape, int crew, int offset, int absent, Random chance)
    {
        var shifts = new JsonArray();
        for (var day = 0; day < shape.Days; day++)
        {
            if ((day + offset) % 7 < 5 && chance.Next(100) >= absent)
            {
                shifts.Add(new JsonArray(At(day, 6 + (8 * crew)), At(day, 14 + (8 * crew))));
            }
        }

        return shifts;
    }

    private static string At(int day, int hour) =>
        Start.AddDays(day).AddHours(hour).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
