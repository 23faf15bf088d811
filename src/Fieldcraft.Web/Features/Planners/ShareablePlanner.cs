using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Planners;

/// <summary>A copy of a planner for named readers, such as the coach: what its owner wrote, block by block.</summary>
public sealed class ShareablePlanner(PlannerReading reading, Words words) : IShareable
{
    public SharedItemKind Kind => SharedItemKind.Planner;

    public string AddressOf(Guid item) => PlannersLinks.Planner(PlannerId.From(item));

    public async Task<SharedCopy?> CopyAsync(Viewer viewer, Guid item, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, PlannerId.From(item), cancellationToken) is not { } planner)
        {
            return null;
        }

        var sections = new List<SharedSection>();
        foreach (var part in planner.Parts)
        {
            var lines = part.Fields.Select(f => Line(planner, part, f)).OfType<string>().ToList();
            if (lines.Count > 0)
            {
                sections.Add(new SharedSection(HeadingOf(planner, part), string.Join('\n', lines)));
            }
        }

        return new SharedCopy(words["planner.title_of", planner.Module], sections);
    }

    private string HeadingOf(OpenPlanner planner, PlannerPart part)
    {
        if (!part.IsBlock)
        {
            return words[$"planner.part.{part.Name}"];
        }

        var timed = planner.Blocks.First(b => b.Block.Id == part.Block);
        return words["planner.block.timed", timed.From, timed.To, planner.In(timed.Block.Title)];
    }

    private string? Line(OpenPlanner planner, PlannerPart part, PlannerField field)
    {
        var text =
            planner.Experiment is { } experiment && part.Name == PlannerPart.Try.Name
                ? field switch
                {
                    PlannerField.TryWhat => experiment.What,
                    PlannerField.TryOn => words.Day(experiment.On),
                    _ => experiment.Planned.SeenBy ?? "",
                }
                : planner.Shown(part.At(field));
        return text.Length == 0 ? null : $"{words[$"planner.field.{field}.label"]}: {text}";
    }
}
