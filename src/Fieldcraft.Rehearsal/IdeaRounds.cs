using System.Text.Json;

namespace Fieldcraft.Rehearsal;

/// <summary>Ideas are answered where they wait, or picked for the tier above; some are left lying, so that their date passes.</summary>
internal sealed class IdeaRounds(RehearsalOptions options, Company company, Desks desks, Ledger ledger, RehearsalClock clock)
{
    private int _round;

    /// <summary>One evening: whoever has something waiting looks at it.</summary>
    /// <param name="leaders">Who holds sessions.</param>
    public async Task HoldAsync(IEnumerable<Guid> leaders, CancellationToken cancellationToken)
    {
        var round = _round++;
        // From below upwards, so that what is picked can be seen above on the same evening.
        foreach (var tier in new[] { leaders, company.UnitLeads })
        {
            await Parallel.ForEachAsync(
                tier.Distinct().Where(p => new Chance(options.Seed, $"round/{round}/{p}").In(60)),
                new ParallelOptions { MaxDegreeOfParallelism = options.Together, CancellationToken = cancellationToken },
                async (person, token) => await AnswerAsync(person, token)
            );
        }
    }

    private async Task AnswerAsync(Guid person, CancellationToken cancellationToken)
    {
        var desk = await desks.OfAsync(company.People[person], cancellationToken);
        var waiting = await desk.GetAsync("ideas to answer", "/api/v1/ideas/to-answer", cancellationToken);
        if (!waiting.IsDone)
        {
            return;
        }

        foreach (var idea in waiting.Body.GetProperty("items").EnumerateArray().Where(i => ledger.Ideas.ContainsKey(Text(i))).ToList())
        {
            var id = idea.GetProperty("id").GetGuid();
            var chance = new Chance(options.Seed, $"idea/{Text(idea)}/{Company.Text(idea, "tier")}");
            // One in eight is never looked at here; its date passes it up.
            if (chance.In(12))
            {
                continue;
            }

            if (chance.In(35) && await ForwardAsync(desk, id, cancellationToken))
            {
                continue;
            }

            var answered = await desk.PostAsync(
                "answer an idea",
                $"/api/v1/ideas/{id}/answer",
                ReplyTo(chance),
                cancellationToken,
                Meanwhile
            );
            ledger.Count("ideas answered", answered.IsDone ? 1 : 0);
        }
    }

    // Two may stand in for the same unit, and look at the same list on the same evening.
    private static readonly string[] Meanwhile = ["idea-answered", "not-found", "idea-changed-meanwhile"];

    private async Task<bool> ForwardAsync(Device desk, Guid id, CancellationToken cancellationToken)
    {
        var picked = await desk.PostAsync(
            "pick an idea for the tier above",
            $"/api/v1/ideas/{id}/forward",
            new { },
            cancellationToken,
            ["idea-forwarded-enough", "idea-at-the-top", .. Meanwhile]
        );
        ledger.Count("ideas picked for the tier above", picked.IsDone ? 1 : 0);
        return picked.IsDone;
    }

    private Reply ReplyTo(Chance chance)
    {
        var on = DateOnly.FromDateTime(clock.Now.UtcDateTime.AddDays(14 + chance.Below(40)));
        return chance.Below(100) switch
        {
            < 45 => new Reply("adopted", "the shift leader", on, null),
            < 70 => new Reply("trial", null, on, "Two teams try it for four weeks and say what it cost."),
            _ => new Reply("notNow", null, null, Texts.Reasons[chance.Below(Texts.Reasons.Count)]),
        };
    }

    private static string Text(JsonElement idea) => Company.Text(idea, "text") ?? "";

    private sealed record Reply(string Kind, string? Who, DateOnly? On, string? Words);
}
