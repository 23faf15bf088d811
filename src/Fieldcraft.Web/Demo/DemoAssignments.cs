using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;

namespace Fieldcraft.Web.Demo;

/// <summary>An assignment brought, thought through, looked at for overstretch, and ended where it is over.</summary>
internal static class DemoAssignments
{
    private const int KeptOfAHundred = 88;
    private const int FewestAnswers = 5;

    public static Assignment Tell(DemoAuthor author, DemoStory story)
    {
        var calendar = author.Calendar;
        var brought = calendar.On(story.StartDay);
        var id = author.Id<AssignmentId>(brought, "assignment");
        var facts = new AssignmentFacts
        {
            Title = story.Title,
            Context = story.Context,
            Archetype = story.Archetype,
            StartsOn = calendar.Day(story.StartDay),
            EndsOn = calendar.Day(story.EndDay),
        };
        var sealer = author.Document(id.Value, brought).Sealer;
        var assignment = Assignment.Bring(id, author.Leader.Person.Id, facts, sealer, brought);
        Answer(author, story, assignment, round: 1, story.StartDay, brought);
        Rate(author, story, assignment, brought);
        CheckIn(author, story);
        if (story.Answers.Any(a => a.Round == 2))
        {
            var lastDay = Math.Min(story.EndDay, -1);
            var day = story.StartDay + ((lastDay - story.StartDay) * 6 / 10);
            var again = calendar.On(day, brought);
            assignment.BeginRound(after: 1, hasAnswers: true, again);
            Answer(author, story, assignment, round: 2, day, again);
        }

        if (story.Ended)
        {
            var lesson = story.Plan.Behaviours.SelectMany(b => b.Experiments).Where(e => e.Lesson is not null).MaxBy(e => e.Day)?.Lesson;
            assignment.End(calendar.Day(story.EndDay), lesson, sealer, calendar.On(story.EndDay, brought));
        }

        author.Rows.Assignments.Add(assignment);
        return assignment;
    }

    private static void Answer(DemoAuthor author, DemoStory story, Assignment assignment, int round, int day, DateTimeOffset after)
    {
        var given = story.Answers.Where(a => a.Round == round).ToList();
        var left = given.Count;
        foreach (var answer in given)
        {
            if (!answer.Resonates && left > FewestAnswers && !author.Chance.In(KeptOfAHundred))
            {
                left--;
                continue;
            }

            var at = after = author.Calendar.On(day, after);
            var id = author.Id<AnswerId>(at, $"answer/{round}/{answer.Question}");
            var sealer = author.Document(id.Value, at).Sealer;
            author.Rows.Answers.Add(
                Domain.Assignments.Answer.Give(
                    id,
                    assignment,
                    answer.Question,
                    new AnswerWording(answer.Text, answer.Resonates),
                    sealer,
                    at
                )
            );
        }
    }

    private static void Rate(DemoAuthor author, DemoStory story, Assignment assignment, DateTimeOffset brought)
    {
        if (story.QuickLook is null && story.Profile is null)
        {
            return;
        }

        var at = author.Calendar.On(Math.Min(story.StartDay + 1, 0), brought);
        var id = author.Id<ChallengeProfileId>(at, "profile");
        var sealer = author.Document(id.Value, at).Sealer;
        var quick = new ProfileRatings
        {
            Support = story.QuickLook?.Support ?? [],
            HotParts = [.. (story.QuickLook?.Parts ?? []).Select(p => new HotPart(p.Text, p.Stretch))],
        };
        var full = story.Profile is not { } rated
            ? quick
            : quick with
            {
                Demand = rated.Demand,
                Readiness = rated.Readiness,
                Obstacles = rated.Obstacles,
                Support = rated.Support,
                Efficacy = rated.Efficacy,
            };
        var profile = ChallengeProfile.Begin(id, assignment, story.QuickLook is null ? full : quick, sealer, at);
        if (story is { QuickLook: not null, Profile: not null })
        {
            profile.Rate(full, sealer, author.Calendar.On(Math.Min(story.StartDay + 3, 0), at));
        }

        author.Rows.Profiles.Add(profile);
    }

    private static void CheckIn(DemoAuthor author, DemoStory story)
    {
        foreach (var said in story.Strain)
        {
            var at = author.Calendar.On(said.Day);
            var id = author.Id<CheckInId>(at, $"check-in/{said.Day}");
            var answers = new StrainCheckIn(author.Calendar.Day(said.Day), said.UsedUp, said.Recovered, said.Alarm);
            if (!author.Rows.Strain.TryGetValue(author.Leader.Person.Id, out var all))
            {
                author.Rows.Strain[author.Leader.Person.Id] = all = [];
            }

            all.Add(answers);
            author.Rows.CheckIns.Add(
                Domain.Assignments.CheckIn.Write(id, author.Leader.Person.Id, answers, author.Document(id.Value, at).Sealer, at)
            );
        }
    }
}
