using System.Text.Json;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Conversations;

namespace Fieldcraft.Web.Demo;

/// <summary>A live session as <c>Together/sessions.json</c> tells it.</summary>
/// <param name="Day">Counted from today; a session that is to come has a time on the organiser's clock.</param>
/// <param name="At">Hour of that day.</param>
/// <param name="Reached">The stage at which it stands, or null when it is over or has not begun.</param>
/// <param name="With">Accounts of the demo, or <c>other-N</c>: the N-th other team leader of the directory.</param>
internal sealed record ToldSession(
    string Id,
    string Name,
    string Script,
    string By,
    int Day,
    int At,
    bool Over,
    int? Reached,
    IReadOnlyList<string> With,
    IReadOnlyList<ToldSessionAnswer> Answers
);

internal sealed record ToldSessionAnswer(string Who, int Stage, string Text, bool Shows);

/// <summary>Group sessions: one that is over, one today, one under way. Told through the aggregates, step by step, as people would have done it.</summary>
internal sealed class DemoSessions(DemoCast cast, DemoKeys keys, DemoRows rows, Scripts scripts, UnitId organisation, DateTimeOffset now)
{
    private static readonly TimeSpan BetweenSteps = TimeSpan.FromMinutes(6);

    public void Tell()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Demo", "Together", "sessions.json");
        foreach (var told in JsonSerializer.Deserialize<List<ToldSession>>(File.ReadAllText(file), JsonSerializerOptions.Web)!)
        {
            Tell(told);
        }
    }

    private void Tell(ToldSession told)
    {
        var organiser = LeaderOf(told.By);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(organiser.Row.Facts.TimeZone);
        var script = scripts[told.Script];
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var isToCome = !told.Over && told.Reached is null;
        var when = isToCome
            ? new AppointedTime(today.AddDays(told.Day), new TimeOnly(told.At, 0), organiser.Row.Facts.TimeZone, script.Minutes)
            : null;
        var began = told.Over ? now.AddDays(told.Day) : now - (BetweenSteps * ((told.Reached ?? 0) + 1));
        var made = isToCome ? now.AddDays(-2) : began.AddMinutes(-10);
        var id = DemoIds.Of<LiveSessionId>(made, told.Id);
        var by = organiser.Person.Id;
        // A room's own script is told of the strategy alone: the organisation's.
        var origin = script.Use == ScriptUse.Room ? new SessionOrigin(script.Id, organisation.Value) : null;
        var session = LiveSession.Plan(id, by, new SessionFacts(told.Name, script.Id, script.For([]), when, origin), CodeOf(told.Id), made);
        rows.LiveSessions.Add(session);
        var members = Members(told, session, organiser, made, joins: !isToCome);
        if (when is not null)
        {
            Appoint(session, when, by, members, made);
        }
        else
        {
            Lead(told, session, by, members, began);
        }

        if (!told.Over)
        {
            rows.Jobs.Add(CloseForgotten.Of(session, now));
        }
    }

    private List<DemoLeader> Members(ToldSession told, LiveSession session, DemoLeader organiser, DateTimeOffset at, bool joins)
    {
        var people = new List<DemoLeader> { organiser };
        people.AddRange(told.With.Select(LeaderOf));
        foreach (var leader in people)
        {
            var role = leader == organiser ? SessionRole.Organiser : SessionRole.Participant;
            var id = DemoIds.Of<SessionMemberId>(at, $"{told.Id}/{leader.Row.EmployeeId}");
            var member = SessionMember.Invite(id, session.Id, leader.Person.Id, role, at);
            if (joins || leader == organiser)
            {
                member.Join(at.AddMinutes(5));
            }

            rows.SessionMembers.Add(member);
        }

        return people;
    }

    private void Appoint(LiveSession session, AppointedTime when, PersonId by, IReadOnlyList<DemoLeader> members, DateTimeOffset at)
    {
        foreach (var person in members.Select(m => m.Person.Id))
        {
            var name = $"{session.Id.Value:n}/{person.Value:n}";
            rows.Appointments.Add(
                Appointment.Make(
                    DemoIds.Of<AppointmentId>(at, name),
                    person,
                    session.Id.Value,
                    "conversations.appointment",
                    by,
                    when,
                    ConversationsLinks.Session(session.Id),
                    at
                )
            );
            if (person != by)
            {
                var kind = ConversationsNotices.Invited.Key;
                rows.Notices.Add(Notice.Tell(DemoIds.Of<NoticeId>(at, name), person, kind, by, ConversationsLinks.Session(session.Id), at));
            }
        }
    }

    private void Lead(ToldSession told, LiveSession session, PersonId by, IReadOnlyList<DemoLeader> members, DateTimeOffset began)
    {
        var last = told.Reached ?? session.Stages.Count - 1;
        session.Begin(by, began);
        var written = new List<(SessionAnswer Answer, Wall.NewDocument? Copy)>();
        for (var stage = 0; stage <= last; stage++)
        {
            // What stands now has just been entered, so that its clock has time left.
            var at = stage == last && !told.Over ? now.AddMinutes(-1) : began + (BetweenSteps * stage);
            if (stage > 0)
            {
                session.MoveOn(by, stage - 1, at);
            }

            if (session.Stages[stage] is { Kind: StageKind.Reveal, Of: { } of })
            {
                Reveal(written.Where(w => w.Answer.Stage == of), members, at);
            }

            foreach (var answer in told.Answers.Where(a => a.Stage == stage))
            {
                written.Add(Write(told, session, answer, at));
            }
        }

        if (told.Over)
        {
            session.End(by, began + (BetweenSteps * (last + 1)));
        }
    }

    private (SessionAnswer Answer, Wall.NewDocument? Copy) Write(
        ToldSession told,
        LiveSession session,
        ToldSessionAnswer written,
        DateTimeOffset at
    )
    {
        var person = LeaderOf(written.Who).Person.Id;
        var name = $"{told.Id}/{written.Who}/{written.Stage}";
        var answer = SessionAnswer.Begin(DemoIds.Of<SessionAnswerId>(at, name), session.Id, person, written.Stage);
        var document = Document(person, answer.Id.Value, at);
        var copy = written.Shows ? Document(person, DemoIds.Of<SessionAnswerId>(at, name + "/shown").Value, at) : null;
        answer.Write(written.Text, document.Sealer, copy?.Sealer, revealed: false, at);
        rows.SessionAnswers.Add(answer);
        return (answer, copy);
    }

    private Wall.NewDocument Document(PersonId owner, Guid id, DateTimeOffset at)
    {
        var document = Wall.Vault.NewDocument(owner, id, keys.Of(owner), at);
        rows.Wraps.Add(document.OwnersWrap);
        return document;
    }

    private void Reveal(
        IEnumerable<(SessionAnswer Answer, Wall.NewDocument? Copy)> written,
        IReadOnlyList<DemoLeader> members,
        DateTimeOffset at
    )
    {
        foreach (var (answer, copy) in written.Where(w => w.Copy is not null))
        {
            answer.Reveal(at);
            rows.Wraps.AddRange(
                members.Select(m => m.Person.Id).Where(p => p != answer.OwnerId).Select(p => copy!.WrapFor(p, keys.Of(p), at))
            );
        }
    }

    private DemoLeader LeaderOf(string who)
    {
        if (who.StartsWith("other-", StringComparison.Ordinal))
        {
            var place = int.Parse(who["other-".Length..], System.Globalization.CultureInfo.InvariantCulture);
            return Others[place];
        }

        var employee = DemoAccounts.All.First(a => a.Key == who).EmployeeId;
        return cast.Leaders.First(l => l.Row.EmployeeId == employee);
    }

    /// <summary>Team leaders whom nobody can be with one click.</summary>
    private List<DemoLeader> Others =>
        field ??= [
            .. cast.Leaders.Where(l =>
                l.Row.JobTitle == "Team leader"
                && l.Row.Status == PersonStatus.Active
                && DemoAccounts.All.All(a => a.EmployeeId != l.Row.EmployeeId)
            ),
        ];

    private static string CodeOf(string name)
    {
        var chance = new DemoChance($"code/{name}");
        return JoinCode.From([.. Enumerable.Range(0, JoinCode.Length).Select(_ => (byte)chance.From(0, 255))]);
    }
}
