using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Features.Growth;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Checks;

/// <summary>A copy of the report of a closed round, in words. Comments stay with the owner: how somebody writes can give them away to a third.</summary>
internal sealed class ShareableReport(ChecksReading reading, Rules rules, Words words) : IShareable
{
    public SharedItemKind Kind => SharedItemKind.CheckReport;

    public string AddressOf(Guid item) => ChecksLinks.One(LeadershipCheckId.From(item));

    public async Task<SharedCopy?> CopyAsync(Viewer viewer, Guid item, CancellationToken cancellationToken) =>
        await reading.FindAsync(viewer, LeadershipCheckId.From(item), cancellationToken) is { Report: { } report } own
            ? new SharedCopy(
                words["checks.report.title", words.Day(own.Check.ClosedAt!.Value)],
                [
                    .. own.Asked.Select(id => new SharedSection(
                        own.Catalogue.NameOf(id, words),
                        string.Join('\n', Lines(own, id, report.Capabilities.GetValueOrDefault(id)))
                    )),
                    new(words["checks.purpose.heading"], words["checks.share.purpose"]),
                ]
            )
            : null;

    private IEnumerable<string> Lines(OwnCheck own, string capability, CapabilityViews? views)
    {
        var self = own.Own.ValueOf(capability);
        yield return words[
            "checks.share.own",
            self is { } value ? words["checks.level", GapWords.Level(value, words)] : words["checks.not_observed"]
        ];
        if (views is null || views.Groups.Count == 0)
        {
            yield return words["checks.report.too_few"];
            yield break;
        }

        foreach (var view in views.Groups)
        {
            yield return words[
                "checks.share.group",
                GroupWords.Of(view, words),
                GroupWords.Says(view, rules.Agreement.ShowSpreadBelow, words)
            ];
        }
    }
}

/// <summary>How a figure of a group is called and said: as a level with one decimal, and never more (DOMAIN 2.2, 9.4).</summary>
public static class GroupWords
{
    /// <summary>"Peers", or several groups joined.</summary>
    public static string Of(GroupView view, Words words) =>
        string.Join($" {words["checks.groups.and"]} ", view.Of.Select(g => words[$"checks.group.{g}"]));

    /// <summary>The mean to one decimal; a band in words; where views differ, the two together.</summary>
    public static string Says(GroupView view, double showSpreadBelow, Words words) =>
        view.IsBand ? words["checks.report.band"]
        : view.Rwg < showSpreadBelow ? words["checks.report.differs", GapWords.Level(view.Mean, words), view.Raters]
        : words["checks.report.mean", GapWords.Level(view.Mean, words), view.Raters];
}
