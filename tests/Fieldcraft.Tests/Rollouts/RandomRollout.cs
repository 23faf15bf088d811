using System.Text.Json.Nodes;
using Fieldcraft.RolloutChecker;

namespace Fieldcraft.Tests.Rollouts;

/// <summary>Small roll-outs of every sort from a seed: joined and apart, tight and easy, with halves, edges, languages, blackouts, locked sessions and a now.</summary>
internal static class RandomRollout
{
    public static JsonObject Make(int seed)
    {
        var chance = new Random(seed);
        var sites = 1 + chance.Next(4);
        var slot = Of(chance, 15, 30, 60);
        var json = RolloutMaker.Make(
            new RolloutShape
            {
                Sites = sites,
                People = sites * (4 + chance.Next(12)),
                Leaders = sites * (1 + chance.Next(3)),
                Days = 3 + chance.Next(10),
                SlotMinutes = slot,
                Minutes = slot * Of(chance, 1, 2, 4),
                MaxSize = 2 + chance.Next(8),
                EdgeMinutes = slot * chance.Next(3),
                ReleaseShare = Of(chance, 0.15m, 0.25m, 0.4m, 1m),
                FloorShare = Of(chance, 0, 0.2, 0.5),
                Capacity = 2 + chance.Next(6),
                RoomsASite = 1,
                Crews = 1 + chance.Next(3),
                MaxPerDay = 1 + chance.Next(2),
                MaxPerWeek = 1 + chance.Next(4),
                Absent = chance.Next(50),
                Joined = 1 + chance.Next(3),
                Languages = 1 + chance.Next(3),
                Blackouts = chance.Next(2) == 0,
            },
            seed
        );
        json["session"]!["splitAllowed"] = chance.Next(3) == 0 && json["session"]!["minutes"]!.GetValue<int>() % (2 * slot) == 0;
        if (chance.Next(3) == 0)
        {
            json["now"] = SmallRollout.At(chance.Next(4), chance.Next(24) + 0.25);
        }

        return json;
    }

    /// <summary>As it may look a few days later: something was held, somebody is ill, a room is gone.</summary>
    public static JsonObject Changed(JsonObject json, int seed)
    {
        var chance = new Random(seed + 1_000);
        var changed = json.DeepClone().AsObject();
        var people = changed["people"]!.AsArray();
        var leaders = changed["leaders"]!.AsArray();
        changed["now"] = SmallRollout.At(chance.Next(3), 0);
        changed["covered"] = new JsonArray(people[0]!["id"]!.DeepClone());
        people[chance.Next(people.Count)]!["shifts"] = new JsonArray();
        if (chance.Next(2) == 0)
        {
            leaders[chance.Next(leaders.Count)]!["available"] = new JsonArray();
        }
        else
        {
            changed["sites"]![0]!["rooms"]![0]!["capacity"] = 2;
        }

        return changed;
    }

    private static T Of<T>(Random chance, params T[] values) => values[chance.Next(values.Length)];
}
