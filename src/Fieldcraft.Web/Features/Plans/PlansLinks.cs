using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Plans;

namespace Fieldcraft.Web.Features.Plans;

/// <summary>Every address of the plans.</summary>
public static class PlansLinks
{
    public const string List = "/plans";
    public const string Start = "/plans/new";
    public const string Examples = "/plans/examples";

    public static string StartFor(AssignmentId assignment) => $"/plans/new?assignment={assignment.Value}";

    public static string Example(string id) => $"/plans/examples/{id}";

    public static string StartFrom(string example) => $"/plans/new?example={example}";

    public static string Plan(PlanId id) => $"/plans/{id.Value}";

    public static string After(PlanId id) => $"/plans?after={id.Value}";

    public static string Pdf(PlanId id) => $"/plans/{id.Value}.pdf";

    public static string Print(PlanId id) => $"/plans/{id.Value}/print";

    public static string ManagerSheet(PlanId id) => $"/plans/{id.Value}/manager-needs/sheet";

    public static string TearUp(PlanId id) => $"/plans/{id.Value}/tear-up";

    /// <summary>The form of one part, or of one row of it.</summary>
    public static string Part(PlanId id, PlanPart part, PlanItemId? row = null) =>
        row is { } item ? $"/plans/{id.Value}/{NameOf(part)}/{item.Value}" : $"/plans/{id.Value}/{NameOf(part)}";

    /// <summary>Where the part stands on the page of the plan.</summary>
    public static string Place(PlanId id, PlanPart part) => $"/plans/{id.Value}#{NameOf(part)}";

    public static string NameOf(PlanPart part) =>
        part switch
        {
            PlanPart.Frame => "frame",
            PlanPart.Goal => "goals",
            PlanPart.Step => "steps",
            PlanPart.Behaviour => "behaviours",
            PlanPart.Supporter => "supporters",
            PlanPart.Source => "sources",
            PlanPart.ManagerNeeds => "manager-needs",
            PlanPart.Opportunity => "opportunity",
            PlanPart.StopRule => "stop-rule",
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
        };
}
