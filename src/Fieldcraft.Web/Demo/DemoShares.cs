using Fieldcraft.Domain.Journal;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Reviews;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Demo;

/// <summary>What a leader has written in one story, to share from.</summary>
internal sealed record DemoWritings(
    DevelopmentPlan Plan,
    IReadOnlyDictionary<StoryReview, AfterEventReview> Reviews,
    IReadOnlyDictionary<StoryEntry, JournalEntry> Entries
);

/// <summary>Copies shared with the manager or a peer for a while; some were opened.</summary>
internal sealed class DemoShares(Words words)
{
    public void Tell(DemoAuthor author, DemoStory story, DemoWritings writings)
    {
        foreach (var told in story.Shares)
        {
            var reader = told.With == "manager" ? author.Leader.Manager : author.Leader.Peer;
            if (reader is not null && ItemOf(author, story, writings, told) is { } item)
            {
                Share(author, told, item, reader);
            }
        }
    }

    private static void Share(DemoAuthor author, StoryShare told, SharedItem item, Person reader)
    {
        var calendar = author.Calendar;
        var at = calendar.On(told.Day, item.WrittenAt);
        var id = author.Id<ShareId>(at, $"share/{told.Item}/{told.With}/{told.Day}");
        var document = author.Document(id.Value, at);
        var endsAt = calendar.StartOf(calendar.Day(told.UntilDay).AddDays(1));
        var readers = new[] { reader.Id };
        var share = Domain.Sharing.Share.With(
            id,
            author.Leader.Person.Id,
            item.Kind,
            item.Id,
            item.Copy.Title,
            SharingReading.Packed(item.Copy),
            readers,
            endsAt,
            document.Sealer,
            at
        );
        if (told.OpenedDay is { } opened && Look.Noted(id, reader.Id, null, calendar.On(opened, at)) is { } look)
        {
            author.Rows.Looks.Add(look);
        }

        author.Rows.Shares.Add(share);
        if (share.IsOpenAt(calendar.Now))
        {
            author.Rows.Wraps.Add(document.WrapFor(reader.Id, author.Keys.Of(reader.Id), at));
            author.Rows.Jobs.Add(
                new JobRow
                {
                    Id = author.Id<ShareId>(at, $"end/{told.Item}/{told.With}/{told.Day}").Value,
                    Kind = ExpireShare.JobKind,
                    Key = $"{id.Value:n}.end",
                    Payload = id.Value.ToString("D"),
                    DueAt = endsAt,
                }
            );
        }
    }

    private SharedItem? ItemOf(DemoAuthor author, DemoStory story, DemoWritings writings, StoryShare told)
    {
        var plan = writings.Plan;
        switch (told.Item)
        {
            case "needs" when story.Plan.NeedsFromManager is { } needs:
                var title = words["plan.needs"];
                return new(
                    SharedItemKind.ManagerNeeds,
                    plan.Id.Value,
                    new SharedCopy(title, [new SharedSection(title, needs)]),
                    plan.StartedAt
                );
            case "plan":
                return new(SharedItemKind.Plan, plan.Id.Value, PlanCopy(author, story, plan), plan.StartedAt);
            case "review"
                when writings.Reviews.Where(r => r.Key.Day <= told.Day).MaxBy(r => r.Key.Day) is { Value: { } review, Key: { } text }:
                return new(SharedItemKind.Review, review.Id.Value, ReviewCopy(author, text), review.ChangedAt);
            case "journal"
                when writings.Entries.Where(e => e.Key.Day <= told.Day).MaxBy(e => e.Key.Day) is { Value: { } entry, Key: { } written }:
                var heading = entry.Prompt == JournalPrompt.None ? "" : words[$"journal.prompt.{entry.Prompt}"];
                var copy = new SharedCopy(
                    words["journal.entry.title", words.Moment(entry.WrittenAt)],
                    [new SharedSection(heading, written.Text)]
                );
                return new(SharedItemKind.JournalEntry, entry.Id.Value, copy, entry.WrittenAt);
            default:
                return null;
        }
    }

    private SharedCopy PlanCopy(DemoAuthor author, DemoStory story, DevelopmentPlan plan)
    {
        var told = story.Plan;
        var sections = new List<SharedSection>
        {
            new(words["plan.period"], words["plan.from_until", words.Day(plan.StartsOn), words.Day(plan.EndsOn)]),
            new(words["plan.goals"], string.Join('\n', told.Goals.Select(g => $"{g.Text}\n{g.Sign}"))),
        };
        sections.AddRange(
            told.Behaviours.Select(b => new SharedSection(
                words["plan.behaviour"],
                string.Join('\n', new[] { b.Text, b.Why, b.Signs, b.Support }.OfType<string>())
            ))
        );
        sections.Add(
            new(words["plan.steps"], string.Join('\n', told.Steps.Select(s => $"{s.Text} ({words.Day(author.Calendar.Day(s.Day))})")))
        );
        if (told.NeedsFromManager is { } needs)
        {
            sections.Add(new(words["plan.needs"], needs));
        }

        return new SharedCopy(told.Title, sections);
    }

    private SharedCopy ReviewCopy(DemoAuthor author, StoryReview told)
    {
        var (when, then) = DemoAuthor.Halves(told.IfThen);
        var sections = new[]
        {
            new SharedSection(words["reviews.on.label"], words.Day(author.Calendar.Day(told.Day))),
            new SharedSection(words["aer.q1.text"], told.Trying ?? ""),
            new SharedSection(words["aer.q2.good"], told.ContributedGood ?? ""),
            new SharedSection(words["aer.q2.less"], told.ContributedLess ?? ""),
            new SharedSection(words["aer.q3.other"], told.OtherExplanation ?? ""),
            new SharedSection(words["aer.q3.source"], told.OutsideSource ?? ""),
            new SharedSection(words["aer.q4.text"], told.Differently ?? ""),
            new SharedSection(words["aer.q5.text"], when is null ? "" : words["reviews.next.sentence", when, then]),
        };
        return new SharedCopy(told.Event, [.. sections.Where(s => s.Text.Length > 0)]);
    }

    private sealed record SharedItem(SharedItemKind Kind, Guid Id, SharedCopy Copy, DateTimeOffset WrittenAt);
}
