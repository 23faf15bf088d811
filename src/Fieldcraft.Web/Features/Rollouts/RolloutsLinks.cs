using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;

namespace Fieldcraft.Web.Features.Rollouts;

/// <summary>Every address of roll-outs.</summary>
public static class RolloutsLinks
{
    public static string Of(ModuleId module) => $"/modules/{module.Value}/rollout";

    public static string Settings(ModuleId module) => $"{Of(module)}/settings";

    public static string Coverage(ModuleId module) => $"/modules/{module.Value}/coverage";

    public static string Effort(ModuleId module) => $"/modules/{module.Value}/effort";

    public static string Picture(ProgrammeId programme) => $"/programmes/{programme.Value}/picture";

    public static string Proposal(ProposalId id) => $"/rollouts/proposals/{id.Value}";
}
