using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fieldcraft.Rollout;
using Fieldcraft.Rollout.Instances;
using Fieldcraft.Rollout.Timetables;
using Fieldcraft.RolloutChecker;

namespace Fieldcraft.Tests.Rollouts;

/// <summary>
/// Three sites in a row (north, south, west), of which each joins the next; two leaders, and nine people on early shifts of 6 to 14. Tests change what they
/// are about.
/// </summary>
internal static class SmallRollout
{
    public const string Text = """
        {
          "window": {"start": "2027-02-01", "days": 14},
          "slotMinutes": 30,
          "session": {"minutes": 60, "maxSize": 3, "edgeMinutes": 0, "splitAllowed": false},
          "sites": [
            {"id": "north", "rooms": [{"id": "n1", "capacity": 4}, {"id": "n2", "capacity": 2}], "releaseShare": 0.6, "floorMinimum": 2,
             "blackouts": [["2027-02-03T00:00", "2027-02-04T00:00"]], "joins": []},
            {"id": "south", "rooms": [{"id": "s1", "capacity": 2}], "releaseShare": 1, "floorMinimum": 0, "blackouts": [], "joins": ["north"]},
            {"id": "west", "rooms": [{"id": "w1", "capacity": 2}], "releaseShare": 1, "floorMinimum": 0, "joins": ["south"]}
          ],
          "leaders": [
            {"id": "ada", "site": "north", "readyFrom": "2027-02-01", "languages": ["en", "de"], "maxPerDay": 1, "maxPerWeek": 2, "deputy": "ben",
             "available": [["2027-02-01T06:00", "2027-02-01T10:00"], ["2027-02-01T10:00", "2027-02-01T14:00"], ["2027-02-02T06:00", "2027-02-02T14:00"],
                           ["2027-02-03T06:00", "2027-02-03T14:00"], ["2027-02-04T06:00", "2027-02-04T14:00"], ["2027-02-08T06:00", "2027-02-08T14:00"]]},
            {"id": "ben", "site": "south", "readyFrom": "2027-02-02", "languages": ["en"], "maxPerDay": 2, "maxPerWeek": 3,
             "available": [["2027-02-01T00:00", "2027-02-15T00:00"]]}
          ],
          "people": []
        }
        """;

    private static readonly JsonWriterOptions Plain = new() { Indented = false };

    /// <summary>p1 to p6 at north, p7 and p8 at south, p9 at west; all with Ada, in English, on early shifts on weekdays.</summary>
    public static JsonObject Json()
    {
        var json = JsonNode.Parse(Text)!.AsObject();
        for (var i = 1; i <= 9; i++)
        {
            var shifts = new JsonArray();
            foreach (var day in Enumerable.Range(0, 14).Where(d => d % 7 < 5))
            {
                shifts.Add(new JsonArray(At(day, 6), At(day, 14)));
            }

            json["people"]!
                .AsArray()
                .Add(
                    new JsonObject
                    {
                        ["id"] = $"p{i}",
                        ["site"] =
                            i <= 6 ? "north"
                            : i <= 8 ? "south"
                            : "west",
                        ["leader"] = "ada",
                        ["language"] = "en",
                        ["shifts"] = shifts,
                    }
                );
        }

        return json;
    }

    public static string At(int day, double hour) =>
        new DateTime(2027, 2, 1, 0, 0, 0, DateTimeKind.Unspecified)
            .AddDays(day)
            .AddHours(hour)
            .ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    public static DateTime Time(int day, double hour) =>
        DateTime.ParseExact(At(day, hour), "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    public static JsonObject With(Action<JsonObject> change)
    {
        var json = Json();
        change(json);
        return json;
    }

    public static RolloutInstance Read(JsonNode json)
    {
        var read = InstanceReader.Read(RolloutMaker.Element(json));
        read.Problems.ShouldBeEmpty();
        return read.Instance.ShouldNotBeNull();
    }

    public static PlannedSession Session(
        string id,
        string site,
        string room,
        string leader,
        int day,
        double hour,
        params string[] people
    ) => new(id, site, room, leader, Time(day, hour), 60, SessionPart.Whole, people);

    /// <summary>A valid timetable of the instance as it stands.</summary>
    public static List<PlannedSession> Valid() =>
        [
            Session("t1", "north", "n1", "ada", 0, 8, "p1", "p2", "p3"),
            Session("t2", "south", "s1", "ben", 1, 9, "p7", "p9"),
            Session("t3", "south", "s1", "ben", 1, 10, "p4", "p5"),
            Session("t4", "south", "s1", "ben", 2, 9, "p6", "p8"),
        ];

    public static JsonObject Node(PlannedSession s) =>
        new()
        {
            ["id"] = s.Id,
            ["site"] = s.Site,
            ["room"] = s.Room,
            ["leader"] = s.Leader,
            ["start"] = s.Start.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
            ["minutes"] = s.Minutes,
            ["part"] = s.Part.ToString().ToLowerInvariant(),
            ["people"] = new JsonArray([.. s.People.Select(p => JsonValue.Create(p))]),
        };

    /// <summary>What the checker says about sessions that nobody claims anything of.</summary>
    public static IReadOnlyList<string> Checked(JsonNode instance, IEnumerable<PlannedSession> sessions)
    {
        var timetable = new JsonObject
        {
            ["status"] = "feasible",
            ["cost"] = 0,
            ["lowerBound"] = 0,
            ["uncoveredBound"] = 0,
            ["sessions"] = new JsonArray([.. sessions.Select(Node)]),
            ["uncovered"] = new JsonArray(),
        };
        return TimetableChecker.Check(RolloutMaker.Element(instance), RolloutMaker.Element(timetable)).Broken;
    }

    public static JsonElement Element(Timetable timetable)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Plain))
        {
            TimetableFile.Write(timetable, writer);
        }

        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }

    /// <summary>Solves and lets the checker find nothing.</summary>
    public static Timetable Solved(JsonNode json, Timetable? previous = null, int effort = 10, ulong seed = 1)
    {
        var instance = Read(json);
        var made = Solver.Solve(instance, new SolverOptions(effort, seed), previous?.Sessions);
        var found = TimetableChecker.Check(RolloutMaker.Element(json), Element(made), previous is null ? null : Element(previous));
        found.Broken.ShouldBeEmpty(json.ToJsonString());
        Rules.Broken(instance, made.Sessions).ShouldBeEmpty();
        return made;
    }
}
