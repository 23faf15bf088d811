using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Demo;

/// <summary>What leaders of Meridian Post say about themselves while they are made ready: comfort, confidence, what they noticed.</summary>
internal sealed class DemoComfort(DemoKeys keys, DemoRows rows, DateTimeOffset now)
{
    /// <summary>Comfort marks of everybody in the groups of the demo's facilitator, and of the two leaders one can be.</summary>
    public void Tell(Module module, ModuleContent content, IReadOnlyList<PreparationEvent> events)
    {
        var coachOfTheDemo = Account("facilitator");
        foreach (
            var (group, seat) in events
                .Where(e => e.Kind == PreparationKind.Coaching)
                .SelectMany(e => e.Seated, (e, s) => (e, s))
                .Where(x => x.s.State is PreparationSeatState.Coming or PreparationSeatState.Attended)
                .Where(x => x.e.FacilitatorId == coachOfTheDemo || IsShown(x.s.PersonId))
                .DistinctBy(x => x.s.PersonId)
        )
        {
            var (owner, coach) = (seat.PersonId, group.FacilitatorId!.Value);
            if (owner == coach)
            {
                continue;
            }

            var chance = new DemoChance($"comfort/{module.Number}/{owner.Value}");
            var at =
                new DateTimeOffset(group.On.AddDays(-2).ToDateTime(new TimeOnly(16, 0)), TimeSpan.Zero) is var early && early < now
                    ? early
                    : now.AddHours(-5);
            var comfort = LeaderComfort.Begin(DemoIds.Of<LeaderComfortId>(at, $"{module.Number}/{owner.Value}"), owner, module.Id, at);
            var document = Vault.NewDocument(owner, comfort.Id.Value, keys.Of(owner), at);
            rows.Wraps.Add(document.OwnersWrap);
            comfort.LetIn(coach, at);
            rows.Wraps.Add(document.WrapFor(coach, keys.Of(coach), at));
            if (IsShown(owner) || chance.In(75))
            {
                comfort.Mark(Marks(module, content, chance), content, document.Sealer, at);
                var before = chance.From(2, 3);
                var said =
                    seat.State == PreparationSeatState.Attended
                        ? new Confidence(before, Math.Max(1, before - chance.From(0, 1)), Math.Min(5, before + chance.From(0, 2)))
                        : new Confidence(before);
                comfort.StateConfidence(
                    said.AfterCoaching is null ? ConfidenceMoment.BeforePreview : ConfidenceMoment.AfterCoaching,
                    said,
                    document.Sealer,
                    at
                );
            }

            rows.LeaderComforts.Add(comfort);
        }
    }

    private static ComfortMarks Marks(Module module, ModuleContent content, DemoChance chance)
    {
        // Reading out is easy, practising with grown-ups and deciding something with them is not.
        var blocks = content.Blocks.ToDictionary(
            b => b.Id,
            b =>
                b.Kind switch
                {
                    BlockKind.Practice => chance.In(60) ? Comfort.RatherNotYet : Comfort.WithSomebody,
                    BlockKind.TeamAction or BlockKind.Talk => chance.In(50) ? Comfort.AfterATry : Comfort.WithSomebody,
                    BlockKind.Welcome => chance.In(50) ? Comfort.WithNotes : Comfort.AfterATry,
                    _ => chance.In(70) ? Comfort.Tomorrow : Comfort.WithNotes,
                }
        );
        IReadOnlyList<int> questions = content.Questions.Count == 0 ? [] : [chance.From(0, content.Questions.Count - 1)];
        return new ComfortMarks(module.EditionId, blocks, questions);
    }

    public void CountConfidence(Module module)
    {
        var chance = new DemoChance($"confidence/{module.Number}");
        var tallies = new List<ConfidenceTally>();
        for (var i = 0; i < 134; i++)
        {
            var before = chance.From(2, 4);
            var after = Math.Clamp(before + chance.From(-1, 2) + (chance.In(40) ? 1 : 0), Confidence.Least, Confidence.Most);
            var lookingBack = Math.Max(Confidence.Least, before - (chance.In(45) ? 1 : 0));
            foreach (
                var pair in new Confidence(
                    before,
                    lookingBack,
                    after,
                    i < 47 ? Math.Min(Confidence.Most, after + (chance.In(30) ? 1 : 0)) : null
                ).Pairs()
            )
            {
                if (ConfidenceTally.Count(module.Id, tallies, pair) is { } line)
                {
                    tallies.Add(line);
                }
            }
        }

        rows.ConfidenceTallies.AddRange(tallies);
    }

    public static (string ToDo, string Otherwise, string ToAsk) Noticed(int module) =>
        module == 1
            ? (
                "She told her own late-parcel story before the first slide, and nobody looked at the clock. She waited after each question until somebody spoke.",
                "With my crew I would do the pairs standing at the belt. Sitting in a row makes them think it is a safety briefing.",
                "What do I do when the same two people answer everything?"
            )
            : (
                "He let the group find the sentence themselves and wrote down theirs, not his.",
                "Shorter film, longer practice. My people want to try it with a real complaint from last week.",
                "How far may we promise something before we have asked the office?"
            );

    /// <summary>One of the two leaders one can be.</summary>
    public static bool IsShown(PersonId person) => person == Account("leader") || person == Account("leader_many");

    private static PersonId Account(string key) => DemoUnits.PersonIdOf(DemoAccounts.All.First(a => a.Key == key).EmployeeId);
}
