using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Pulses;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Persistence;

namespace Fieldcraft.Web.Demo;

/// <summary>What leaders of Meridian Post promised in two quarters, and what was asked of the learning team.</summary>
internal sealed class DemoPromises(DemoCast cast, DemoPeople people, DateTimeOffset now)
{
    private static readonly RefusedWords NoWords = new([], []);

    private readonly List<LearningRequest> _requests = [];
    private readonly List<EnablingPromise> _promises = [];

    public IReadOnlyList<EnablingPromise> Promises => _promises;

    private PersonId Lead => Account("programme_lead");

    public DemoPromises Tell()
    {
        TellRequests();
        TellPromises();
        return this;
    }

    public async Task StoreAsync(FieldcraftDb db, CancellationToken cancellationToken)
    {
        await db.InsertAsync(_requests, null, cancellationToken);
        await db.InsertAsync(_promises, null, cancellationToken);
    }

    private void TellRequests()
    {
        Ask(
            "leader",
            -40,
            [
                ("asked", "A course on talking to angry customers"),
                ("gap", "Complaints at our counter doubled since the new form"),
                ("actual", "38"),
                ("desired", "15"),
                ("processBroken", "3"),
                ("skillNeverLearned", "1"),
            ],
            RequestAnswer.SomethingElse,
            "The form is being shortened first; then let us look again together.",
            -33
        );
        Ask(
            "leader_many",
            -12,
            [
                ("asked", "Something that helps new people at the belt in their first week"),
                ("gap", "A third leave in the first month"),
                ("feedbackMissing", "2"),
                ("skillNeverLearned", "2"),
            ],
            null,
            null,
            0
        );
        Ask("employee", -5, [("asked", "I would like to learn to plan rounds")], null, null, 0);
    }

    private void TellPromises()
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        string[] words =
        [
            "Keep Tuesday mornings free of meetings for the whole site",
            "Let the team try its own plan for two weeks",
            "Sit in on one customer talk with each team leader",
            "Find a second leader for the night shift so that talks can happen",
        ];
        foreach (
            var (leader, i) in cast
                .Leaders.Where(l => l.Level is "facility" or "network" && l.Row.Status == PersonStatus.Active)
                .Select((l, i) => (l, i))
                .Where(x => x.i % 3 != 2)
        )
        {
            foreach (var (quarter, back) in new[] { (Quarter.Of(today), 0), (Quarter.Of(today).Before, 1) })
            {
                var sheet = DemoStrategy.Sheet([
                    ("promise", words[(i + back) % words.Length]),
                    ("feature", PulseItems.SixFeatures[i % 6]),
                    ("verb", i % 2 == 0 ? "enable" : "prioritise"),
                ]);
                var promise = EnablingPromise
                    .Make(
                        DemoIds.Of<EnablingPromiseId>(At(-1), $"promise/{i}/{back}"),
                        leader.Person.Id,
                        quarter,
                        sheet,
                        NoWords,
                        At(-20 - (80 * back))
                    )
                    .Value!;
                if (back == 1)
                {
                    promise.Answer(
                        i % 4 == 0 ? PromiseState.NotYet : PromiseState.Kept,
                        i % 4 == 0 ? "Peak weeks took the mornings." : null,
                        At(-10)
                    );
                }

                _promises.Add(promise);
            }
        }
    }

    private void Ask(string account, int day, IEnumerable<(string, string)> boxes, RequestAnswer? answer, string? text, int answered)
    {
        var by = Account(account);
        var unit = people.All.First(p => p.Id == by).UnitId!.Value;
        var request = LearningRequest.Ask(
            DemoIds.Of<LearningRequestId>(At(day), $"request/{account}"),
            by,
            unit,
            DemoStrategy.Sheet(boxes),
            Date(day + 10),
            At(day)
        );
        if (answer is { } said)
        {
            request.Reply(said, text!, false, null, Lead, At(answered));
        }

        _requests.Add(request);
    }

    private DateTimeOffset At(int day) => now.AddDays(day);

    private DateOnly Date(int day) => DateOnly.FromDateTime(At(day).UtcDateTime);

    private PersonId Account(string key) => people.Of(DemoAccounts.All.First(a => a.Key == key).EmployeeId).Id;
}
