using Fieldcraft.Domain.Journal;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Demo;

/// <summary>The personal keys that the demo's people write with.</summary>
internal sealed class DemoKeys(IReadOnlyDictionary<PersonId, byte[]> keys)
{
    public byte[] Of(PersonId person) => keys[person];

    /// <summary>Keys for those who write and those who read a copy, made in one transaction.</summary>
    public static async Task<DemoKeys> MakeAsync(KeyStore store, IEnumerable<DemoLeader> leaders, CancellationToken cancellationToken)
    {
        var people = leaders
            .SelectMany(l => new[] { l.Person, l.Manager, l.Peer })
            .OfType<Person>()
            .Select(p => p.Id)
            .Concat(DemoPartners.People)
            .ToHashSet();
        return new DemoKeys(await store.KeysOfAsync(people, cancellationToken));
    }
}

/// <summary>A year of the leaders' own work, told through the aggregates in the order of time.</summary>
internal sealed class DemoLife(
    DemoCast cast,
    DemoStories stories,
    DemoKeys keys,
    DemoRows rows,
    Rules rules,
    WordCatalogue catalogue,
    DateTimeOffset now
)
{
    private const int DaysShiftedAtMost = 5;

    public void Tell(DemoLeader leader)
    {
        foreach (var story in cast.StoriesOf(leader, stories))
        {
            var chance = new DemoChance($"life/{leader.Row.EmployeeId}/{story.Id}");
            var isShown = DemoAccounts.All.Any(a => a.EmployeeId == leader.Row.EmployeeId);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(leader.Row.Facts.TimeZone);
            var calendar = new DemoCalendar(
                now,
                zone,
                isShown ? 0 : chance.From(0, DaysShiftedAtMost),
                isShown ? 0 : chance.From(0, 2),
                chance
            );
            Tell(new DemoAuthor(leader, story.Id, calendar, chance, keys, rows, rules), story);
        }
    }

    private void Tell(DemoAuthor author, DemoStory story)
    {
        var assignment = DemoAssignments.Tell(author, story);
        var plan = DemoPlans.Tell(author, story, assignment);
        var experiments = DemoExperiments.Tell(author, story, plan);
        DemoFeedback.Tell(author, experiments);
        var reviews = DemoReviews.Tell(author, story, experiments);
        var entries = WriteJournal(author, story);
        var words = new Words(catalogue, WordCatalogue.Source, author.Leader.Row.Facts.TimeZone, false);
        new DemoShares(words).Tell(author, story, new DemoWritings(plan, reviews, entries));
    }

    private static Dictionary<StoryEntry, JournalEntry> WriteJournal(DemoAuthor author, DemoStory story)
    {
        var entries = new Dictionary<StoryEntry, JournalEntry>();
        foreach (var (told, i) in story.Journal.Select((e, i) => (e, i)))
        {
            var at = author.Calendar.On(told.Day);
            var id = author.Id<JournalEntryId>(at, $"entry/{i}");
            var prompt = told.Prompt switch
            {
                "happened" => JournalPrompt.WhatHappened,
                "felt" => JournalPrompt.WhatIFeltAndThought,
                "take" => JournalPrompt.WhatITake,
                _ => JournalPrompt.None,
            };
            var entry = JournalEntry.Write(id, author.Leader.Person.Id, told.Text, prompt, author.Document(id.Value, at).Sealer, at);
            author.Rows.Entries.Add(entry);
            entries[told] = entry;
        }

        return entries;
    }
}
