using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Tests.Shared;
using Fieldcraft.Web.Content;

namespace Fieldcraft.Tests.Growth;

/// <summary>Checks and aims without a database.</summary>
internal static class Situations
{
    public const string Delegation = "delegation";
    public static readonly DateTimeOffset Now = new(2026, 11, 26, 9, 0, 0, TimeSpan.Zero);
    public static readonly Catalogue Standard = DefaultFramework.Read();

    public static AimsContent Aims(int target = 5, int importance = 2, string capability = Delegation) =>
        new() { Aims = [new Aim(capability, target, importance)] };

    /// <summary>An own view alone, so many days ago.</summary>
    public static OpenCheck OwnView(int? rating, int daysAgo = 0, string capability = Delegation) =>
        Check(rating, null, daysAgo, capability);

    /// <summary>A closed round in which others gave these ratings.</summary>
    public static OpenCheck Round(int own, IReadOnlyList<double> others, int daysAgo = 0, FrameworkEditionId? edition = null) =>
        Check(own, new CapabilityViews(View(others), [View(others)]), daysAgo, Delegation, edition);

    /// <summary>A closed round in which too few answered to show anything.</summary>
    public static OpenCheck TooFew(int own) => Check(own, new CapabilityViews(null, []), 0, Delegation);

    public static GapPicture Picture(AimsContent aims, params OpenCheck[] newestFirst) =>
        GapPictures.Of(aims, newestFirst, Standard, DocumentedRules.All).Single(p => p.Capability == aims.Aims[0].Capability);

    public static GroupView View(IReadOnlyList<double> ratings, bool isBand = false) =>
        new([RaterGroup.Peers], ratings.Count, ratings.Average(), Rwg(ratings), IsBand: isBand);

    /// <summary>None for a single voice, and none for simulated ratings that leave the scale.</summary>
    private static double? Rwg(IReadOnlyList<double> ratings) =>
        ratings.Count > 1 && ratings.All(r => r is >= 1 and <= 7)
            ? Agreement.Measure(new AgreementInput([.. ratings.Select(r => new[] { r })], 7), DocumentedRules.All.Agreement).Rwg
            : null;

    public static OpenCheck Check(int? own, CapabilityViews? views, int daysAgo, string capability, FrameworkEditionId? edition = null) =>
        new(
            new LeadershipCheckId(Guid.CreateVersion7(Now.AddDays(-daysAgo))),
            edition ?? FrameworkEditionId.Default,
            Now.AddDays(-daysAgo),
            new Dictionary<string, int?> { [capability] = own },
            views is null ? null : new CheckReport { Capabilities = new Dictionary<string, CapabilityViews> { [capability] = views } }
        );
}
