using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Demo;

/// <summary>What checks.json tells.</summary>
internal sealed record ToldChecks(IReadOnlyList<string> Capabilities, IReadOnlyList<string> Comments);

/// <summary>
/// Checks of Meridian Post: one leader with two rounds nine months apart, one whose raters do not agree, one whom two people answered, one whose round
/// runs, and some thirty more that closed in the last months.
/// </summary>
internal sealed class DemoChecks(
    DemoCast cast,
    DemoKeys keys,
    KeyStore store,
    DemoRows rows,
    Rules rules,
    DemoFramework framework,
    DateTimeOffset now
)
{
    private const int OneOf = 6;
    private static readonly Lazy<ToldChecks> Told = new(() =>
        JsonSerializer.Deserialize<ToldChecks>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "Together", "checks.json")),
            JsonSerializerOptions.Web
        )!
    );

    private static readonly RaterGroup[] Twelve =
    [
        RaterGroup.Boss,
        .. Enumerable.Repeat(RaterGroup.Peers, 4),
        .. Enumerable.Repeat(RaterGroup.Reports, 6),
        RaterGroup.Customers,
    ];

    private RoundSizes Sizes =>
        new(rules.MinimumSizes.NamedRaterGroup, rules.MinimumSizes.CommentsInsideThreeSixty, rules.Checks.SpreadFrom);

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        var leader = Account("leader");
        Close(leader, "first", -340, Twelve, Around(4, 1));
        Close(leader, "second", -60, Twelve, Around(5, 1));
        Close(Account("leader_many"), "apart", -30, [RaterGroup.Boss, .. Enumerable.Repeat(RaterGroup.Reports, 9)], Apart);
        Close(Account("mentor"), "two", -45, [RaterGroup.Peers, RaterGroup.Reports], Around(5, 1));
        await RunAsync(Account("facility"), -9, answered: 6, cancellationToken);
        var others = cast.Leaders.Where(l =>
            l.Row.Status == PersonStatus.Active && DemoAccounts.All.All(a => a.EmployeeId != l.Row.EmployeeId)
        );
        foreach (var (other, i) in others.Where((_, i) => i % OneOf == 0).Select((l, i) => (l, i)))
        {
            Close(other, "one", -40 - (i * 8), [.. Twelve.Take(6 + (i % 7))], Around(3 + (i % 3), 1 + (i % 2)));
        }
    }

    private DemoLeader Account(string key) =>
        cast.Leaders.First(l => l.Row.EmployeeId == DemoAccounts.All.First(a => a.Key == key).EmployeeId);

    /// <summary>A round that was launched, answered by everybody and closed three weeks later.</summary>
    private void Close(DemoLeader leader, string name, int day, RaterGroup[] groups, Func<DemoChance, string, int> says)
    {
        var (check, sealer) = RateSelf(leader, name, day - rules.Checks.OpenDays);
        var chance = new DemoChance($"checks/{leader.Row.EmployeeId}/{name}");
        List<AnswerContent> answers = [.. groups.Select((g, i) => Answer(g, chance, says, i))];
        var launched = check.Launch(RoundOf(leader, name), groups.Length, null, Sizes, rules.Checks, check.RatedAt.AddHours(1));
        var report = RoundReport.Of(answers, Told.Value.Capabilities, Sizes, rules.Agreement);
        if (launched.IsRefused || check.Close(report, sealer, now.AddDays(day)).IsRefused)
        {
            throw new InvalidOperationException("The demo tells a round that the product refuses.");
        }

        foreach (var (group, i) in groups.Select((g, i) => (g, i)))
        {
            rows.Invitations.Add(Invitation(leader, check, sealer, group, $"{name}/{i}"));
        }
    }

    /// <summary>A round that runs: some have answered, and nobody can see who.</summary>
    private async Task RunAsync(DemoLeader leader, int day, int answered, CancellationToken cancellationToken)
    {
        const string Name = "running";
        var (check, sealer) = RateSelf(leader, Name, day);
        var round = RoundOf(leader, Name);
        check.Launch(round, Twelve.Length, null, Sizes, rules.Checks, check.RatedAt.AddHours(1));
        check.Remind(rules.Checks, check.RatedAt.AddDays(rules.Checks.RemindEveryDays).AddHours(2));
        await store.MakeRoundAsync(round, cancellationToken);
        byte[] secret = [.. (await store.RoundAsync(round, cancellationToken))!, .. keys.Of(leader.Person.Id)];
        var open = new OpenRound(leader.Person.Id, round, secret);
        var chance = new DemoChance($"checks/{leader.Row.EmployeeId}/{Name}");
        foreach (var (group, i) in Twelve.Select((g, i) => (g, i)))
        {
            var invitation = Invitation(leader, check, sealer, group, $"{Name}/{i}");
            var link = Secrets.New();
            var delivery = new RaterDelivery(Secrets.Text(link), null, null, Told.Value.Capabilities);
            invitation.Invite(
                Secrets.Hash(link),
                open.DeliveryOf(invitation.Id).Seal(nameof(RaterInvitation.Delivery), delivery.ToJson()),
                sealer.Seal(nameof(RaterInvitation.Link), delivery.Secret)
            );
            rows.Invitations.Add(invitation);
            if (i % 2 == 0 && i / 2 < answered)
            {
                var id = RaterAnswerId.From(GuidOf($"answer/{invitation.Id.Value}"));
                rows.RaterAnswers.Add(
                    RaterAnswer.Put(id, check, open.Answered(invitation.Id), Answer(group, chance, Around(5, 1), i), open.Answers)
                );
            }
        }
    }

    private (LeadershipCheck Check, ISealer Sealer) RateSelf(DemoLeader leader, string name, int day)
    {
        var (at, owner) = (now.AddDays(day), leader.Person.Id);
        var id = DemoIds.Of<LeadershipCheckId>(at, $"{leader.Row.EmployeeId}/{name}");
        var document = Vault.NewDocument(owner, id.Value, keys.Of(owner), at);
        rows.Wraps.Add(document.OwnersWrap);
        var chance = new DemoChance($"self/{leader.Row.EmployeeId}/{name}");
        var own = new CapabilityRatings
        {
            Ratings = Told.Value.Capabilities.ToDictionary(c => c, _ => (int?)chance.From(4, 6), StringComparer.Ordinal),
        };
        var check = LeadershipCheck.RateSelf(id, owner, framework.At(at).Id, CheckForm.Fast, own, document.Sealer, at);
        rows.Checks.Add(check);
        return (check, document.Sealer);
    }

    private RaterInvitation Invitation(DemoLeader leader, LeadershipCheck check, ISealer sealer, RaterGroup group, string name)
    {
        var chance = new DemoChance($"rater/{leader.Row.EmployeeId}/{name}");
        var address = new RaterAddress(chance.Of(cast.Leaders).Person.FullName, null, null);
        var id = DemoIds.Of<RaterInvitationId>(check.RatedAt, $"{leader.Row.EmployeeId}/{name}");
        return RaterInvitation.Propose(id, check, group, address, sealer);
    }

    private static AnswerContent Answer(RaterGroup group, DemoChance chance, Func<DemoChance, string, int> says, int place) =>
        new(
            group,
            new CapabilityRatings
            {
                Ratings = Told.Value.Capabilities.ToDictionary(
                    c => c,
                    c => chance.In(8) ? (int?)null : says(chance, c),
                    StringComparer.Ordinal
                ),
            },
            place % 3 == 2 ? null : Told.Value.Comments[place % Told.Value.Comments.Count]
        );

    private static Func<DemoChance, string, int> Around(int middle, int width) =>
        (chance, _) => Math.Clamp(middle + chance.From(-width, width), CapabilityRatings.Lowest, CapabilityRatings.Highest);

    private static int Apart(DemoChance chance, string capability) =>
        capability == Told.Value.Capabilities[0] ? (chance.In(50) ? chance.From(1, 2) : chance.From(6, 7)) : chance.From(3, 6);

    private static Guid RoundOf(DemoLeader leader, string name) => GuidOf($"round/{leader.Row.EmployeeId}/{name}");

    private static Guid GuidOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
