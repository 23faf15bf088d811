using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;

namespace Fieldcraft.Web.Features.Readiness;

/// <summary>Every address of readiness.</summary>
public static class ReadinessLinks
{
    /// <summary>The modules that a leader prepares, and the groups that a facilitator holds.</summary>
    public const string Room = "/readiness";

    public static string Mine(ModuleId module) => $"/modules/{module.Value}/readiness";

    public static string Noticed(ModuleId module) => $"{Mine(module)}/noticed";

    public static string Comfort(ModuleId module) => $"{Mine(module)}/comfort";

    public static string Confidence(ModuleId module) => $"{Mine(module)}/confidence";

    public static string NotYet(ModuleId module) => $"{Mine(module)}/not-yet";

    public static string Totals(ModuleId module) => $"{Mine(module)}/totals";

    public static string TotalsOf(ProgrammeId programme) => $"/programmes/{programme.Value}/readiness";

    public static string Previews(ModuleId module) => $"/modules/{module.Value}/previews";

    public static string Plan(ModuleId module) => $"{Previews(module)}/new";

    public static string Proposal(ModuleId module) => $"{Previews(module)}/proposal";

    public static string Invitations(ModuleId module) => $"{Previews(module)}/invitations";

    public static string Event(PreparationEventId id) => $"/previews/{id.Value}";

    public static string Change(PreparationEventId id) => $"{Event(id)}/change";

    public static string Invite(PreparationEventId id, UnitId? site = null) =>
        site is { } one ? $"{Event(id)}/invite?site={one.Value}" : $"{Event(id)}/invite";
}
