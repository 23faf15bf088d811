using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Home;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Feedback;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Features.Sharing;

namespace Fieldcraft.Web.Demo;

/// <summary>The rhythm of the demo's people: the time they give, how they are told, what they were told, and one whose month is nearly full.</summary>
internal sealed class DemoRhythm(DemoPeople people, DemoKeys keys, DemoRows rows, Rules rules, DateTimeOffset now)
{
    private readonly Dictionary<PersonId, PersonalRhythm> _rhythms = [];

    public void Tell()
    {
        foreach (var (person, said) in rows.Strain)
        {
            var at = now.AddDays(-1);
            Of(person).MarkStrain(StrainMarks.Of(keys.Of(person), StrainCheck.Read(said, rules.Strain).IsPositive, at), at);
        }

        var leader = Account("leader");
        Say(leader, new RhythmWording { MinutesAWeek = 60, ReflectsOn = DayOfWeek.Friday });
        Of(leader)
            .ChooseTellings(
                new TellingWording(
                    new DayHours(new TimeOnly(20, 0), new TimeOnly(7, 0)),
                    DigestEvery.Week,
                    new Dictionary<string, Telling>(StringComparer.Ordinal) { [SharingNotices.Shared.Key] = Telling.InDigest }
                ),
                now.AddDays(-40)
            );
        GiveTaken(leader, now.AddDays(-5));

        // Two hours a month are soon used up by the reviews and the weekly look back.
        var many = Account("leader_many");
        Say(many, new RhythmWording { MinutesAWeek = 30, ReflectsOn = DayOfWeek.Thursday });
        Of(many).CapLoad(2 * 60, rules.Rhythm, now.AddDays(-30));

        // Somebody who put two reminders aside and has not let them come again.
        var facility = Account("facility");
        Of(facility).NoteDismissal(rules.Nudges, now.AddDays(-12));
        Of(facility).NoteDismissal(rules.Nudges, now.AddDays(-9));
        TellOfShares();
        TellOfAnswers();
        rows.Rhythms.AddRange(_rhythms.Values);
    }

    private PersonId Account(string key) => people.Of(DemoAccounts.All.First(a => a.Key == key).EmployeeId).Id;

    private PersonalRhythm Of(PersonId person)
    {
        if (!_rhythms.TryGetValue(person, out var rhythm))
        {
            var begun = now.AddDays(-60);
            rhythm = PersonalRhythm.Begin(DemoIds.Of<PersonalRhythmId>(begun, $"rhythm/{person.Value}"), person, begun);
            _rhythms[person] = rhythm;
        }

        return rhythm;
    }

    private void Say(PersonId person, RhythmWording wording) => Of(person).Say(wording, rules.Rhythm, now.AddDays(-50));

    private void GiveTaken(PersonId person, DateTimeOffset at)
    {
        var step = new NextStep(StepKind.Reflect);
        var nudge = Nudge.Give(DemoIds.Of<NudgeId>(at, $"nudge/{person.Value}"), person, step, rules.Rhythm.Minutes.Of(step.Kind), at);
        nudge.Take(NudgeEnd.Opened, at.AddMinutes(25));
        rows.Nudges.Add(nudge);
    }

    /// <summary>Every reader of a copy was told of it; whoever looked has seen it.</summary>
    private void TellOfShares()
    {
        foreach (var share in rows.Shares)
        {
            foreach (var reader in share.Readers)
            {
                var id = DemoIds.Of<NoticeId>(share.SharedAt, $"notice/{share.Id.Value}/{reader.ReaderId.Value}");
                var notice = Notice.Tell(
                    id,
                    reader.ReaderId,
                    SharingNotices.Shared.Key,
                    share.OwnerId,
                    SharingLinks.Copy(share.Id),
                    share.SharedAt
                );
                notice.NoteMail(share.SharedAt);
                if (rows.Looks.Find(l => l.ShareId == share.Id && l.ReaderId == reader.ReaderId) is { } look)
                {
                    notice.See(look.At);
                }

                rows.Notices.Add(notice);
            }
        }
    }

    /// <summary>Whoever was answered was told of it; whoever read it has seen the notice.</summary>
    private void TellOfAnswers()
    {
        foreach (var request in rows.Requests.Where(r => r.AnsweredAt is not null))
        {
            var at = request.AnsweredAt!.Value;
            var notice = Notice.Tell(
                DemoIds.Of<NoticeId>(at, $"notice/{request.Id.Value}"),
                request.OwnerId,
                FeedbackNotices.Answered.Key,
                null,
                FeedbackLinks.Request(request.Id),
                at
            );
            notice.NoteMail(at);
            if (request.ReadAt is { } read)
            {
                notice.See(read);
            }

            rows.Notices.Add(notice);
        }
    }
}
