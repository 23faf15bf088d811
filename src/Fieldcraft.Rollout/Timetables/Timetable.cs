using System.Globalization;
using System.Text.Json;
using Fieldcraft.Rollout.Instances;

namespace Fieldcraft.Rollout.Timetables;

public enum TimetableStatus
{
    /// <summary>The cost equals the proven bound.</summary>
    Optimal,
    Feasible,

    /// <summary>Proven: some reachable person stays uncovered.</summary>
    Infeasible,
}

/// <summary>Somebody who is in no session, and which limits bind, the smallest set first named.</summary>
public sealed record Uncovered(int Person, bool Unreachable, IReadOnlyList<string> Limits);

/// <summary>What the engine proposes, with what is proven of it.</summary>
public sealed record Timetable(
    RolloutInstance Instance,
    TimetableStatus Status,
    long Cost,
    long LowerBound,
    int UncoveredBound,
    double Seconds,
    IReadOnlyList<PlannedSession> Sessions,
    IReadOnlyList<Uncovered> Uncovered
)
{
    /// <summary>How far the cost lies above the bound, as a share of it.</summary>
    public double Gap => (Cost - LowerBound) / (double)Math.Max(1, LowerBound);

    /// <summary>The exchange format.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("status", Word(Status));
        json.WriteNumber("cost", Cost);
        json.WriteNumber("lowerBound", LowerBound);
        json.WriteNumber("uncoveredBound", UncoveredBound);
        json.WriteNumber("seconds", Math.Round(Seconds, 2));
        json.WriteStartArray("sessions");
        foreach (var session in Sessions)
        {
            Write(json, session);
        }

        json.WriteEndArray();
        json.WriteStartArray("uncovered");
        foreach (var person in Uncovered)
        {
            json.WriteStartObject();
            json.WriteString("person", Instance.People[person.Person].Id);
            json.WriteBoolean("unreachable", person.Unreachable);
            json.WriteStartArray("limits");
            foreach (var limit in person.Limits)
            {
                json.WriteStringValue(limit);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, PlannedSession session)
    {
        json.WriteStartObject();
        json.WriteString("id", session.Id);
        json.WriteString("site", Instance.Sites[session.Site].Id);
        json.WriteString("room", Instance.Sites[session.Site].Rooms[session.Room].Id);
        json.WriteString("leader", Instance.Leaders[session.Leader].Id);
        json.WriteString("start", Instance.Start.ToDateTime(TimeOnly.MinValue).AddMinutes(session.Start).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        json.WriteNumber("minutes", session.Minutes);
        json.WriteString("part", Word(session.Part));
        json.WriteStartArray("people");
        foreach (var person in session.People)
        {
            json.WriteStringValue(Instance.People[person].Id);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
