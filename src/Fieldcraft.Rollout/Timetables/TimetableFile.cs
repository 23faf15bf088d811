using System.Globalization;
using System.Text;
using System.Text.Json;
using Fieldcraft.Rollout.Instances;

namespace Fieldcraft.Rollout.Timetables;

/// <summary>The sessions of a timetable that was written before, or what is wrong with the file.</summary>
public sealed record ReadSessions(IReadOnlyList<PlannedSession> Sessions, IReadOnlyList<InstanceProblem> Problems);

/// <summary>A timetable in the exchange format.</summary>
public static class TimetableFile
{
    public static string Text(Timetable timetable)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = false }))
        {
            Write(timetable, json);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    public static void Write(Timetable timetable, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("status", Word(timetable.Status));
        json.WriteNumber("cost", timetable.Cost);
        json.WriteNumber("lowerBound", timetable.LowerBound);
        json.WriteNumber("uncoveredBound", timetable.UncoveredBound);
        json.WriteNumber("seconds", Math.Round(timetable.Seconds, 2));
        json.WriteStartArray("sessions");
        foreach (var session in timetable.Sessions)
        {
            Write(session, json);
        }

        json.WriteEndArray();
        json.WriteStartArray("uncovered");
        foreach (var person in timetable.Uncovered)
        {
            json.WriteStartObject();
            json.WriteString("person", person.Person);
            json.WriteBoolean("unreachable", person.IsUnreachable);
            json.WriteStartArray("limits");
            foreach (var limit in person.Limits)
            {
                json.WriteStringValue(limit);
            }

            json.WriteEndArray();
            json.WriteString("hint", person.Hint);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads the sessions back; the figures of an old timetable say nothing about a new instance.</summary>
    public static async Task<ReadSessions> ReadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
            var members = new JsonMembers();
            var sessions = members.List(document.RootElement, Place.Root, "sessions", (e, at) => InstanceReader.Session(members, e, at));
            return new ReadSessions(sessions, members.Problems);
        }
        catch (JsonException broken)
        {
            return new ReadSessions([], [new InstanceProblem("$", $"it is not JSON: {broken.Message.TrimEnd('.')}")]);
        }
    }

    private static void Write(PlannedSession session, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", session.Id);
        json.WriteString("site", session.Site);
        json.WriteString("room", session.Room);
        json.WriteString("leader", session.Leader);
        json.WriteString("start", session.Start.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        json.WriteNumber("minutes", session.Minutes);
        json.WriteString("part", Word(session.Part));
        json.WriteStartArray("people");
        foreach (var person in session.People)
        {
            json.WriteStringValue(person);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
