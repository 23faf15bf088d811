using System.Text.Json;

namespace Fieldcraft.Rollout.Instances;

/// <summary>
/// Reads the exchange format. Unknown members are passed over; a missing or contradictory one is named with its path, and all of them are named at once.
/// </summary>
public static class InstanceReader
{
    /// <summary>Reads from a stream; text that is no JSON is a problem at <c>$</c> like any other.</summary>
    public static async Task<ReadInstance> ReadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
            return Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            return new ReadInstance(null, [new InstanceProblem("$", $"it is not JSON: {broken.Message.TrimEnd('.')}")]);
        }
    }

    public static ReadInstance Read(JsonElement root)
    {
        var members = new JsonMembers();
        var place = Place.Root;
        if (root.ValueKind != JsonValueKind.Object)
        {
            return new ReadInstance(null, [new InstanceProblem("$", "an object is needed")]);
        }

        var instance = new RolloutInstance
        {
            Window = members.Object(root, place, "window") is { } window
                ? new Window(members.Day(window, place.At("window"), "start"), members.Number(window, place.At("window"), "days"))
                : new Window(default, 0),
            SlotMinutes = members.Number(root, place, "slotMinutes"),
            Session = members.Object(root, place, "session") is { } session
                ? Shape(members, session, place.At("session"))
                : new SessionShape(0, 0),
            Sites = members.List(root, place, "sites", (e, at) => Site(members, e, at)),
            Leaders = members.List(root, place, "leaders", (e, at) => Leader(members, e, at)),
            People = members.List(root, place, "people", (e, at) => Person(members, e, at)),
            Now = JsonMembers.Has(root, "now") ? members.Moment(root, place, "now") : null,
            Locked = members.List(root, place, "locked", (e, at) => Session(members, e, at), isOptional: true),
            Covered = members.List(root, place, "covered", members.Id, isOptional: true),
        };
        var problems = members.Problems.Count > 0 ? members.Problems : InstanceChecks.Of(instance);
        return new ReadInstance(problems.Count == 0 ? instance : null, problems);
    }

    /// <summary>A session of the exchange format; null when a part of it is missing, and then noted.</summary>
    internal static PlannedSession? Session(JsonMembers members, JsonElement e, Place at)
    {
        var part = members.Text(e, at, "part") switch
        {
            "whole" => SessionPart.Whole,
            "first" => SessionPart.First,
            "second" => SessionPart.Second,
            _ => (SessionPart?)null,
        };
        if (part is null && JsonMembers.Has(e, "part"))
        {
            members.Wrong(at.At("part"), "whole, first or second is needed");
        }

        return members.Moment(e, at, "start") is { } start && part is { } known
            ? new PlannedSession(
                members.Text(e, at, "id"),
                members.Text(e, at, "site"),
                members.Text(e, at, "room"),
                members.Text(e, at, "leader"),
                start,
                members.Number(e, at, "minutes"),
                known,
                members.List(e, at, "people", members.Id)
            )
            : null;
    }

    private static SessionShape Shape(JsonMembers members, JsonElement e, Place at) =>
        new(
            members.Number(e, at, "minutes"),
            members.Number(e, at, "maxSize"),
            JsonMembers.Has(e, "edgeMinutes") ? members.Number(e, at, "edgeMinutes") : 0,
            members.Flag(e, at, "splitAllowed")
        );

    private static Site Site(JsonMembers members, JsonElement e, Place at) =>
        new(
            members.Text(e, at, "id"),
            members.List(e, at, "rooms", (r, where) => new Room(members.Text(r, where, "id"), members.Number(r, where, "capacity"))),
            members.Share(e, at, "releaseShare"),
            members.Number(e, at, "floorMinimum"),
            members.Stretches(e, at, "blackouts", isOptional: true),
            members.List(e, at, "joins", members.Id, isOptional: true),
            members.OptionalText(e, at, "timeZone")
        );

    private static Leader Leader(JsonMembers members, JsonElement e, Place at) =>
        new(
            members.Text(e, at, "id"),
            members.Text(e, at, "site"),
            members.Day(e, at, "readyFrom"),
            members.List(e, at, "languages", members.Id),
            members.Number(e, at, "maxPerDay"),
            members.Number(e, at, "maxPerWeek"),
            members.Stretches(e, at, "available"),
            members.OptionalText(e, at, "deputy")
        );

    private static Person Person(JsonMembers members, JsonElement e, Place at) =>
        new(
            members.Text(e, at, "id"),
            members.Text(e, at, "site"),
            members.Text(e, at, "leader"),
            members.Text(e, at, "language"),
            members.Stretches(e, at, "shifts")
        );
}
