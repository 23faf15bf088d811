using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Communities;

/// <summary>What a community is about.</summary>
public sealed record CommunityFacts(string? Topic, string? Purpose)
{
    public IReadOnlyList<InputProblem> Problems() =>
        [.. Text("topic", Topic, Community.TopicLength), .. Text("purpose", Purpose, Community.PurposeLength)];

    private static IEnumerable<InputProblem> Text(string path, string? text, int most) =>
        string.IsNullOrWhiteSpace(text) ? [new InputProblem(path, InputProblems.Missing)]
        : text.Trim().Length > most ? [new InputProblem(path, "too-long")]
        : [];
}

/// <summary>
/// People who care about one topic, across units: a purpose, meetings, and a short memory of what was found out. Open to everybody signed in;
/// whoever wants joins and leaves. A steward keeps it alive, hands it on, and closes it well.
/// </summary>
public sealed class Community : Aggregate<CommunityId>
{
    public const int TopicLength = 120;
    public const int PurposeLength = 1_000;
    public const int FarewellLength = 2_000;

    private Community(CommunityId id)
        : base(id) { }

    public string Topic { get; private set; } = "";
    public string TopicKey { get; private set; } = "";
    public string Purpose { get; private set; } = "";
    public PersonId? StewardId { get; private set; }
    public DateTimeOffset FoundedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>What stays, and where it goes on: written when it is closed.</summary>
    public string? Farewell { get; private set; }

    public bool IsClosed => ClosedAt is not null;

    /// <exception cref="ArgumentException">The facts have problems: forms and API refuse that before.</exception>
    public static Community Found(CommunityId id, PersonId steward, CommunityFacts facts, DateTimeOffset now)
    {
        var community = new Community(id) { StewardId = steward, FoundedAt = now };
        community.Take(facts, now);
        community.Happened(new CommunityFounded(steward.Value, id.Value, now));
        return community;
    }

    /// <summary>Refused: <c>community-closed</c>.</summary>
    public Outcome Describe(CommunityFacts facts, PersonId by, DateTimeOffset now)
    {
        if (IsClosed)
        {
            return new Refusal("community-closed");
        }

        Take(facts, now);
        Happened(new CommunityDescribed(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Somebody else keeps it from now on; null when nobody is left who would. Refused: <c>community-closed</c>.</summary>
    public Outcome HandTo(PersonId? steward, PersonId by, DateTimeOffset now)
    {
        if (IsClosed)
        {
            return new Refusal("community-closed");
        }

        if (StewardId == steward)
        {
            return Outcome.Done;
        }

        (StewardId, ChangedAt) = (steward, now);
        Happened(new CommunityHandedOn(by.Value, Id.Value, steward?.Value, now));
        return Outcome.Done;
    }

    /// <summary>Ends it with a word on what stays; its memory can be read on. Refused: <c>community-closed</c>.</summary>
    public Outcome Close(string farewell, PersonId by, DateTimeOffset now)
    {
        if (IsClosed)
        {
            return new Refusal("community-closed");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(farewell);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(farewell.Trim().Length, FarewellLength, nameof(farewell));
        (Farewell, ClosedAt, ChangedAt) = (farewell.Trim(), now, now);
        Happened(new CommunityClosed(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    private void Take(CommunityFacts facts, DateTimeOffset now)
    {
        if (facts.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(facts));
        }

        Topic = facts.Topic!.Trim();
        TopicKey = FoldedName.Of(Topic);
        Purpose = facts.Purpose!.Trim();
        ChangedAt = now;
    }
}

/// <summary>That somebody belongs to a community. A root of its own: thousands may, and nobody waits for another.</summary>
public sealed class CommunityMembership : Aggregate<MembershipId>
{
    private CommunityMembership(MembershipId id)
        : base(id) { }

    public CommunityId CommunityId { get; private set; }
    public PersonId PersonId { get; private set; }
    public DateTimeOffset JoinedAt { get; private set; }

    public static CommunityMembership Join(MembershipId id, CommunityId community, PersonId person, DateTimeOffset now)
    {
        var membership = new CommunityMembership(id)
        {
            CommunityId = community,
            PersonId = person,
            JoinedAt = now,
        };
        membership.Happened(new CommunityJoined(person.Value, community.Value, now));
        return membership;
    }

    /// <summary>Tells that it ends; its row is then removed.</summary>
    public void Leave(DateTimeOffset now) => Happened(new CommunityLeft(PersonId.Value, CommunityId.Value, now));
}
