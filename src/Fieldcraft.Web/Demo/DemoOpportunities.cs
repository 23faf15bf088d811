using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Demo;

/// <summary>A provider's year, as opportunities.json tells it. Days count from the day of the demo; in boxes they stand as +6 or -40.</summary>
internal sealed record ToldBook(
    IReadOnlyList<ToldBookEntry> Entries,
    IReadOnlyList<ToldCustomerTalk> Talks,
    IReadOnlyList<ToldOpportunity> Opportunities
);

internal sealed record ToldBookEntry(string Kind, IReadOnlyDictionary<string, string> Boxes, bool Shared = false);

internal sealed record ToldCustomerTalk(
    int Customer,
    int Day,
    IReadOnlyList<string> Questions,
    IReadOnlyDictionary<string, string> Boxes,
    string? Need = null,
    bool Confirmed = false
);

/// <param name="Until">The state in which it is now.</param>
/// <param name="Days">From its beginning to its last step.</param>
/// <param name="Trial">How many days its trial takes.</param>
internal sealed record ToldOpportunity(
    OpportunityKind Kind,
    string Title,
    int Day,
    int Days,
    OpportunityState Until,
    IReadOnlyDictionary<string, string> Boxes,
    int? Customer = null,
    IReadOnlyDictionary<string, string>? Page = null,
    IReadOnlyDictionary<string, string>? Change = null,
    OpportunityEnd? End = null,
    int Trial = 28
);

/// <summary>Books of customers, talks and opportunities: the shown leader's in full, and every third leader has a smaller one.</summary>
internal sealed class DemoOpportunities(DemoCast cast, DemoKeys keys, DemoRows rows, Rules rules, DateTimeOffset now)
{
    private const int BooksOfAHundred = 34;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly Lazy<IReadOnlyList<ToldBook>> Books = new(() =>
        JsonSerializer.Deserialize<IReadOnlyList<ToldBook>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "Together", "opportunities.json")),
            Json
        )!
    );

    public void Tell()
    {
        var shown = DemoAccounts.All.First(a => a.Key == "leader").EmployeeId;
        foreach (var leader in cast.Leaders.Where(l => l.Row.Status == PersonStatus.Active))
        {
            var chance = new DemoChance($"opportunities/{leader.Row.EmployeeId}");
            if (leader.Row.EmployeeId == shown)
            {
                Tell(leader, Books.Value[0], 0);
            }
            else if (chance.In(BooksOfAHundred))
            {
                Tell(leader, Books.Value[chance.From(1, Books.Value.Count - 1)], chance.From(0, 9));
            }
        }
    }

    /// <param name="earlier">By how many days all of it lies further back, so that not everybody did the same on one day.</param>
    private void Tell(DemoLeader leader, ToldBook book, int earlier)
    {
        var customers = new List<ProviderEntryId>();
        foreach (var (told, i) in book.Entries.Select((e, i) => (e, i)))
        {
            var at = now.AddDays(-300 - earlier + i);
            var kind = Enum.Parse<ProviderEntryKind>(told.Kind, ignoreCase: true);
            var id = DemoIds.Of<ProviderEntryId>(at, $"{leader.Row.EmployeeId}/{i}");
            var sheet = Sheet(told.Boxes);
            var entry = ProviderEntry.Write(id, leader.Person.Id, kind, sheet, Sealer(leader, id.Value, at), at);
            if (told.Shared && leader.Person.UnitId is { } unit)
            {
                entry.ShareWithUnit(unit, sheet, now.AddDays(-30));
            }

            rows.ProviderEntries.Add(entry);
            if (kind == ProviderEntryKind.Customer)
            {
                customers.Add(id);
            }
        }

        foreach (var (told, i) in book.Talks.Select((t, i) => (t, i)))
        {
            Talk(leader, told, customers[told.Customer], i, earlier);
        }

        foreach (var (told, i) in book.Opportunities.Select((o, i) => (o, i)))
        {
            Walk(leader, told, told.Customer is { } customer ? customers[customer] : null, i, earlier);
        }
    }

    private void Talk(DemoLeader leader, ToldCustomerTalk told, ProviderEntryId customer, int number, int earlier)
    {
        var at = now.AddDays(told.Day - earlier);
        var id = DemoIds.Of<CustomerDialogueId>(at, $"{leader.Row.EmployeeId}/talk/{number}");
        var sealer = Sealer(leader, id.Value, at);
        var dialogue = CustomerDialogue
            .Prepare(id, leader.Person.Id, customer, told.Questions, rules.Opportunities, sealer, at.AddDays(-3))
            .Value!;
        var summary = new Sheet(told.Need is { } need ? [KeyValuePair.Create("need", need)] : []);
        var sheet = Sheet(told.Boxes).With(SheetForms.Summary, summary);
        dialogue.Note(sheet, DateOnly.FromDateTime(at.UtcDateTime), acrossUnits: true, needIsAsConfirmed: false, sealer, at);
        if (told.Confirmed)
        {
            dialogue.TakeReply(summary, confirms: true, sealer, at.AddDays(2));
        }

        rows.Dialogues.Add(dialogue);
    }

    /// <summary>Goes the way step by step, through the same exit tests as everybody; a story that does not pass them breaks the demo.</summary>
    private void Walk(DemoLeader leader, ToldOpportunity told, ProviderEntryId? customer, int number, int earlier)
    {
        var begun = now.AddDays(told.Day - earlier);
        var id = DemoIds.Of<OpportunityId>(begun, $"{leader.Row.EmployeeId}/opportunity/{number}");
        var sealer = Sealer(leader, id.Value, begun);
        var written = Sheet(told.Boxes).With(SheetForms.Begin, new Sheet([KeyValuePair.Create("title", told.Title)]));
        var opportunity = Opportunity.Begin(id, leader.Person.Id, told.Kind, customer, written, sealer, begun);
        var page = Sheet(told.Page ?? new Dictionary<string, string>());
        var facts = new ProcessFacts(rules.Opportunities.CustomersWithNextContact, 1, ManagerAgrees: true);
        var steps = OpportunityProcess.RouteOf(told.Kind).Count(s => s <= told.Until);
        var at = begun;
        while (opportunity.State != told.Until && OpportunityProcess.After(told.Kind, opportunity.State) is not null)
        {
            at = at.AddDays(told.Days / (double)steps);
            if (opportunity.State == OpportunityState.Proposition)
            {
                page = Together(opportunity, page, told.Change!, sealer, at);
            }

            if (OpportunityProcess.After(told.Kind, opportunity.State) == OpportunityState.Trial)
            {
                written = written.With(SheetForms.Agreement, Agreement(written, at, told.Trial));
            }

            Done(opportunity.GoOn(written, page, facts, rules.Opportunities, sealer, at));
        }

        if (told.End is { } end)
        {
            if (opportunity.State == OpportunityState.Result)
            {
                opportunity.TakeResultReply(SheetForms.Result.Of(written), confirms: true, sealer, at);
            }

            Done(opportunity.Finish(end, written, page, facts, rules.Opportunities, sealer, at.AddDays(1)));
        }

        rows.Opportunities.Add(opportunity);
    }

    private static Sheet Together(
        Opportunity opportunity,
        Sheet page,
        IReadOnlyDictionary<string, string> change,
        ISealer sealer,
        DateTimeOffset at
    )
    {
        Done(opportunity.WriteProposition(page, sealer, at.AddDays(-3)));
        Done(opportunity.Send(CustomerAsk.Proposition, at.AddDays(11), at.AddDays(-3)));
        var theirs = new Sheet(page.Said.Where(s => !change.ContainsKey(s.Key)).Concat(change));
        opportunity.TakePage(theirs, hasChanges: true, sealer, at);
        return theirs;
    }

    private static Sheet Agreement(Sheet written, DateTimeOffset at, int days)
    {
        var from = DateOnly.FromDateTime(at.UtcDateTime);
        return new Sheet([
            KeyValuePair.Create("agreedWith", written["agreedWith"]),
            KeyValuePair.Create("from", Day(from)),
            KeyValuePair.Create("until", Day(from.AddDays(days))),
        ]);
    }

    private Sheet Sheet(IReadOnlyDictionary<string, string> boxes) =>
        new(
            boxes.Select(b =>
                b.Value.Length > 1
                && b.Value[0] is '+' or '-'
                && int.TryParse(b.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days)
                    ? KeyValuePair.Create(b.Key, Day(DateOnly.FromDateTime(now.UtcDateTime).AddDays(days)))
                    : b
            )
        );

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Done(Outcome outcome)
    {
        if (outcome.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"The demo's story is refused: {refusal.Code} {string.Join(' ', refusal.Arguments)}");
        }
    }

    private ISealer Sealer(DemoLeader leader, Guid id, DateTimeOffset at)
    {
        var document = Vault.NewDocument(leader.Person.Id, id, keys.Of(leader.Person.Id), at);
        rows.Wraps.Add(document.OwnersWrap);
        return document.Sealer;
    }
}
