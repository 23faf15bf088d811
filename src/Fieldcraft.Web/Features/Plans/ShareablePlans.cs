using System.Text;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Plans;

/// <summary>A copy of a plan for named readers: what stands on its paper, and no hint.</summary>
public sealed class ShareablePlan(PlanReading reading, Words words) : IShareable
{
    public SharedItemKind Kind => SharedItemKind.Plan;

    public string AddressOf(Guid item) => PlansLinks.Plan(PlanId.From(item));

    public async Task<SharedCopy?> CopyAsync(Viewer viewer, Guid item, CancellationToken cancellationToken)
    {
        if (await reading.FindWholeAsync(viewer, PlanId.From(item), cancellationToken) is not { } plan)
        {
            return null;
        }

        var sections = new List<SharedSection>();
        void Add(string key, params IEnumerable<string?> texts)
        {
            var text = string.Join("\n", texts.Where(t => !string.IsNullOrWhiteSpace(t)));
            if (text.Length > 0)
            {
                sections.Add(new SharedSection(words[key], text));
            }
        }

        Add("plan.period", words["plan.from_until", words.Day(plan.StartsOn), words.Day(plan.EndsOn)]);
        Add("plan.why.label", plan.Frame.Why, plan.Frame.Change);
        Add("plan.goals", plan.Goals.Select(g => Paragraph(g.Text.Text, g.Text.Signs)));
        foreach (var behaviour in plan.Behaviours)
        {
            Add(
                "plan.behaviour",
                BehaviourLines(behaviour.Text).Concat(plan.ExperimentsOf(behaviour.Id).Where(e => e.IsActive).Select(TryLine))
            );
        }

        Add("plan.steps", plan.Steps.Select(s => s.Text.DueOn is { } due ? $"{s.Text.Text} ({words.Day(due)})" : s.Text.Text));
        Add("plan.supporters", plan.Supporters.Select(s => s.Text.Does is { } does ? $"{s.Text.Who}: {does}" : s.Text.Who));
        Add("plan.needs", plan.ManagerNeeds.Text);
        Add("plan.opportunity", plan.Opportunity.Text);
        Add("plan.sources", plan.Sources.Select(s => Paragraph(s.Text.Text, s.Text.Address)));
        Add("plan.stop", plan.StopRule.Text);
        return new SharedCopy(plan.Title, sections);
    }

    private IEnumerable<string?> BehaviourLines(BehaviourWording behaviour) =>
        [
            behaviour.Text,
            behaviour.Why,
            behaviour.Signs,
            behaviour.If is null ? null : words["plan.if_then.text", behaviour.If, behaviour.Then],
            behaviour.Support,
        ];

    private string TryLine(Experiments.OpenExperiment one) => $"{words["plan.behaviour.try_on", words.Day(one.On)]} {one.What}";

    private static string Paragraph(string? text, string? more)
    {
        var lines = (more ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new StringBuilder(text).AppendJoin("", lines.Select(l => $"\n– {l}")).ToString();
    }
}

/// <summary>What I need from my manager, alone: nothing else of the plan goes along, its title included.</summary>
public sealed class ShareableManagerNeeds(PlanReading reading, Words words) : IShareable
{
    public SharedItemKind Kind => SharedItemKind.ManagerNeeds;

    public string AddressOf(Guid item) => PlansLinks.Place(PlanId.From(item), PlanPart.ManagerNeeds);

    public async Task<SharedCopy?> CopyAsync(Viewer viewer, Guid item, CancellationToken cancellationToken) =>
        await reading.FindAsync(viewer, PlanId.From(item), cancellationToken) is { ManagerNeeds.Text: { } needs }
            ? new SharedCopy(words["plan.needs"], [new SharedSection(words["plan.needs"], needs)])
            : null;
}
