using System.Text.Json;
using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Demo;

/// <summary>What aims.json tells of somebody one can be with one click.</summary>
internal sealed record ToldAims(IReadOnlyList<string> Become, IReadOnlyList<string> Do, PullAnswers? Pull = null);

/// <summary>An aim and where its owner sees themselves, 1–7.</summary>
internal sealed record ToldAim(Aim Aim, int Own);

/// <summary>What the leaders of Meridian Post want to become and work towards, with their own view: most of them have said it, some have not yet.</summary>
internal sealed class DemoAims(DemoCast cast, DemoKeys keys, DemoRows rows, DemoFramework framework, DateTimeOffset now)
{
    private const int SaidByHundred = 85;

    /// <summary>What the shown leader works towards: what was asked about in the checks, so that both can be seen side by side.</summary>
    private static readonly IReadOnlyList<ToldAim> OfTheLeader =
    [
        new(new("delegation", 6, 1), 4),
        new(new("active_listening", 6, 3), 6),
        new(new("upward_influence", 7, 3), 2),
        new(new("composure", 5, 1), 6),
    ];

    private static readonly Lazy<IReadOnlyDictionary<string, ToldAims>> Told = new(() =>
        JsonSerializer.Deserialize<Dictionary<string, ToldAims>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "Together", "aims.json")),
            JsonSerializerOptions.Web
        )!
    );

    public void Tell()
    {
        var shown = DemoAccounts.All.ToDictionary(a => a.EmployeeId, a => a.Key, StringComparer.Ordinal);
        foreach (var leader in cast.Leaders.Where(l => l.Row.Status == PersonStatus.Active))
        {
            var chance = new DemoChance($"aims/{leader.Row.EmployeeId}");
            var account = shown.GetValueOrDefault(leader.Row.EmployeeId);
            if (account is not null && Told.Value.TryGetValue(account, out var told))
            {
                Write(leader, told, chance);
            }

            if (account is not null || chance.In(SaidByHundred))
            {
                Aim(leader, account == "leader" ? OfTheLeader : null, chance);
            }
        }
    }

    private void Write(DemoLeader leader, ToldAims told, DemoChance chance)
    {
        foreach (var (kind, wordings) in new[] { (StatementKind.Become, told.Become), (StatementKind.Do, told.Do) })
        {
            foreach (var (text, i) in wordings.Select((t, i) => (t, i)))
            {
                var at = now.AddDays(-chance.From(60, 90) * (wordings.Count - i));
                var id = DemoIds.Of<GrowthStatementId>(at, $"{leader.Row.EmployeeId}/{kind}/{i}");
                rows.Statements.Add(GrowthStatement.Write(id, leader.Person.Id, kind, text, Sealer(leader, id.Value, at), at));
            }
        }

        if (told.Pull is { } pull)
        {
            var at = now.AddDays(-40);
            var id = DemoIds.Of<PullReflectionId>(at, leader.Row.EmployeeId);
            rows.Pulls.Add(PullReflection.Write(id, leader.Person.Id, pull, Sealer(leader, id.Value, at), at));
        }
    }

    private void Aim(DemoLeader leader, IReadOnlyList<ToldAim>? wanted, DemoChance chance)
    {
        var at = now.AddDays(-chance.From(10, 200));
        var edition = framework.At(at);
        var told = wanted ?? Chosen(edition, chance);
        var id = DemoIds.Of<GrowthAimsId>(at, leader.Row.EmployeeId);
        var aims = new AimsContent { Aims = [.. told.Select(t => t.Aim)] };
        rows.Aims.Add(GrowthAims.Set(id, leader.Person.Id, edition.Id, aims, Sealer(leader, id.Value, at), at));
        var own = new CapabilityRatings { Ratings = told.ToDictionary(t => t.Aim.Capability, t => (int?)t.Own, StringComparer.Ordinal) };
        var check = DemoIds.Of<LeadershipCheckId>(at, $"{leader.Row.EmployeeId}/own");
        rows.Checks.Add(
            LeadershipCheck.RateSelf(check, leader.Person.Id, edition.Id, CheckForm.Fast, own, Sealer(leader, check.Value, at), at)
        );
    }

    private static List<ToldAim> Chosen(Catalogue edition, DemoChance chance)
    {
        var pool = edition.Shown.Select(c => c.Id).ToList();
        var chosen = new List<ToldAim>();
        for (var left = chance.From(3, 5); left > 0; left--)
        {
            var one = chance.Of(pool);
            pool.Remove(one);
            chosen.Add(new(new Aim(one, chance.From(4, 6), chance.From(1, 3)), chance.From(2, 5)));
        }

        return chosen;
    }

    private ISealer Sealer(DemoLeader leader, Guid id, DateTimeOffset at)
    {
        var document = Vault.NewDocument(leader.Person.Id, id, keys.Of(leader.Person.Id), at);
        rows.Wraps.Add(document.OwnersWrap);
        return document.Sealer;
    }
}
