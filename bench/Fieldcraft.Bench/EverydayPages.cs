using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Growth;
using Fieldcraft.Web.Features.Journal;
using Fieldcraft.Web.Features.People;
using Fieldcraft.Web.Features.Plans;

namespace Fieldcraft.Bench;

/// <summary>The pages that people open on an ordinary day.</summary>
internal static class EverydayPages
{
    public static IReadOnlyDictionary<string, string> Of(AssignmentId assignment, PlanId plan, Person person) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["home"] = "/",
            ["assignments"] = AssignmentsLinks.List,
            ["inquiry"] = AssignmentsLinks.Inquiry(assignment),
            ["plan"] = PlansLinks.Plan(plan),
            ["journal"] = JournalLinks.List,
            ["gaps"] = GrowthLinks.Gaps,
            ["experiences"] = GrowthLinks.Experiences("delegation"),
            ["people"] = $"{PeopleLinks.List}?search={Uri.EscapeDataString(person.LastName[..Math.Min(3, person.LastName.Length)])}",
        };
}
