using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fieldcraft.Domain.Circles;
using Fieldcraft.Domain.Communities;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Web.Features.Circles;
using Fieldcraft.Web.Features.Communities;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Demo;

/// <summary>A circle as it is told: people are accounts of the demo, or the n-th of the leaders around.</summary>
/// <param name="Asked">Who was asked and has not answered.</param>
/// <param name="First">The day of the first meeting; null while it is still finding people.</param>
internal sealed record ToldCircle(
    string Name,
    string Purpose,
    int Called,
    string Convenor,
    int Seats,
    CircleDoor Door,
    IReadOnlyList<JsonNode> Members,
    IReadOnlyList<JsonNode> Asked,
    int Weeks,
    int Minutes,
    int? First,
    string At,
    IReadOnlyList<ToldCommitment> Commitments
);

/// <param name="By">The place among the members.</param>
internal sealed record ToldCommitment(int Meeting, int By, string Text, bool Revealed, bool Settled);

internal sealed record ToldCommunity(
    string Topic,
    string Purpose,
    int Founded,
    string Steward,
    int Members,
    IReadOnlyList<string> With,
    IReadOnlyList<ToldCommunityMeeting> Meetings,
    IReadOnlyList<ToldFinding> Findings,
    int? Closed = null,
    string? Farewell = null
);

internal sealed record ToldCommunityMeeting(string Title, int Day, string At, int Minutes, string Place);

internal sealed record ToldFinding(int Day, JsonNode By, string Text);

/// <summary>Circles and communities of Meridian Post, told through the aggregates.</summary>
internal sealed class DemoTogether(IReadOnlyList<DemoLeader> leaders, DemoKeys keys, DemoRows rows, DateTimeOffset now)
{
    private const string TimeZone = "Australia/Sydney";
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    // Every fifth of those who lead a team or a building and are at work: spread over units, the same in every demo.
    private readonly List<DemoLeader> _around =
    [
        .. leaders
            .Where(l => l.Row.Status == PersonStatus.Active && l.Level is "team" or "facility")
            .Where(l => DemoAccounts.All.All(a => a.EmployeeId != l.Row.EmployeeId))
            .Where((_, i) => i % 5 == 2),
    ];

    public void Tell()
    {
        foreach (var told in Read<ToldCommunity>("communities.json"))
        {
            Tell(told);
        }

        foreach (var told in Read<ToldCircle>("circles.json"))
        {
            Tell(told);
        }
    }

    private static List<T> Read<T>(string file) =>
        JsonSerializer.Deserialize<List<T>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "Together", file)), Reading)!;

    private void Tell(ToldCommunity told)
    {
        var founded = now.AddDays(told.Founded);
        var steward = Account(told.Steward);
        var id = DemoIds.Of<CommunityId>(founded, told.Topic);
        var community = Community.Found(id, steward, new CommunityFacts(told.Topic, told.Purpose), founded);
        rows.Communities.Add(community);
        List<PersonId> members =
        [
            .. new[] { steward }
                .Concat(told.With.Select(Account))
                .Concat(_around.Take(told.Members).Select(l => l.Person.Id))
                .Distinct()
                .Take(told.Members),
        ];
        foreach (var (member, i) in members.Select((m, i) => (m, i)))
        {
            var joined = founded.AddHours(i * 29);
            rows.Memberships.Add(
                CommunityMembership.Join(DemoIds.Of<MembershipId>(joined, $"{told.Topic}/{member.Value}"), id, member, joined)
            );
        }

        foreach (var finding in told.Findings)
        {
            var at = now.AddDays(finding.Day);
            rows.Findings.Add(CommunityFinding.Write(DemoIds.Of<FindingId>(at, finding.Text), id, Named(finding.By), finding.Text, at));
        }

        foreach (var meeting in told.Meetings)
        {
            var at = now.AddDays(-6);
            var facts = new MeetingFacts(meeting.Title, meeting.Place, When(meeting.Day, meeting.At, meeting.Minutes));
            var arranged = CommunityMeeting.Arrange(
                DemoIds.Of<CommunityMeetingId>(at, $"{told.Topic}/{meeting.Title}"),
                id,
                facts,
                steward,
                at
            );
            rows.CommunityMeetings.Add(arranged);
            Appoint(arranged.Id.Value, "communities.appointment", facts.When, CommunitiesLinks.One(id), members, at);
        }

        if (told.Closed is { } closed)
        {
            community.Close(told.Farewell!, steward, now.AddDays(closed));
        }
    }

    private void Tell(ToldCircle told)
    {
        var called = now.AddDays(told.Called);
        var convenor = Account(told.Convenor);
        var id = DemoIds.Of<CircleId>(called, told.Name);
        var circle = Circle.Call(id, convenor, new CircleFacts(told.Name, told.Purpose, told.Seats, told.Door), called);
        var members = told.Members.Select(Named).ToList();
        foreach (var (member, i) in members.Select((m, i) => (m, i)).Skip(1))
        {
            circle.Invite(member, convenor, called.AddHours(i));
            circle.Join(member, called.AddHours(20 + (i * 7)));
        }

        foreach (var asked in told.Asked.Select(Named))
        {
            circle.Invite(asked, convenor, now.AddDays(-2));
        }

        rows.Circles.Add(circle);
        if (told.First is { } first)
        {
            circle.AgreeRhythm(new CircleRhythm(told.Weeks, told.Minutes), 2, convenor, now.AddDays(first - 12));
            Meet(told, circle, members, first);
        }
    }

    private void Meet(ToldCircle told, Circle circle, List<PersonId> members, int first)
    {
        var turns = new List<PersonId>();
        for (var number = 1; ; number++)
        {
            var day = first + ((number - 1) * told.Weeks * 7);
            var at = number == 1 ? now.AddDays(first - 12) : now.AddDays(day - (told.Weeks * 7));
            var owner = circle.NextInTurn(turns)!.Value;
            turns.Add(owner);
            var meeting = CircleMeeting.Arrange(
                DemoIds.Of<CircleMeetingId>(at, $"{told.Name}/{number}"),
                circle.Id,
                number,
                owner,
                When(day, told.At, told.Minutes),
                circle.ConvenorId!.Value,
                at
            );
            rows.CircleMeetings.Add(meeting);
            Appoint(meeting.Id.Value, "circles.appointment", meeting.When, CirclesLinks.Meeting(circle.Id, meeting.Id), members, at);
            if (day >= 0)
            {
                return;
            }

            meeting.Close(meeting.On, circle.ConvenorId!.Value, now.AddDays(day));
            foreach (var commitment in told.Commitments.Where(c => c.Meeting == number))
            {
                Commit(meeting, members, commitment, now.AddDays(day));
            }
        }
    }

    private void Commit(CircleMeeting meeting, List<PersonId> members, ToldCommitment told, DateTimeOffset at)
    {
        var owner = members[told.By];
        var id = DemoIds.Of<CommitmentId>(at, told.Text);
        var document = Vault.NewDocument(owner, id.Value, keys.Of(owner), at);
        rows.Wraps.Add(document.OwnersWrap);
        var commitment = CircleCommitment.Make(id, owner, meeting, told.Text, document.Sealer, at);
        if (told.Revealed)
        {
            commitment.Reveal(at);
            foreach (var reader in members.Where(m => m != owner))
            {
                rows.Wraps.Add(document.WrapFor(reader, keys.Of(reader), at));
            }
        }

        if (told.Settled)
        {
            commitment.Settle(true, at.AddDays(27) < now ? at.AddDays(27) : now);
        }

        rows.Commitments.Add(commitment);
    }

    private void Appoint(Guid source, string kind, AppointedTime when, string address, IEnumerable<PersonId> people, DateTimeOffset at)
    {
        foreach (var person in people)
        {
            rows.Appointments.Add(
                Appointment.Make(DemoIds.Of<AppointmentId>(at, $"{source}/{person.Value}"), person, source, kind, null, when, address, at)
            );
        }
    }

    private AppointedTime When(int day, string at, int minutes)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime);
        return new AppointedTime(today.AddDays(day), TimeOnly.Parse(at, CultureInfo.InvariantCulture), TimeZone, minutes);
    }

    private PersonId Named(JsonNode name) =>
        name.GetValueKind() == JsonValueKind.Number ? _around[name.GetValue<int>()].Person.Id : Account(name.GetValue<string>());

    private static PersonId Account(string key) => DemoUnits.PersonIdOf(DemoAccounts.All.First(a => a.Key == key).EmployeeId);
}
