using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Web.Features.Programmes;

/// <summary>Every address of programmes and modules.</summary>
public static class ProgrammesLinks
{
    public const string Room = "/team-learning";
    public const string Begin = "/programmes/new";
    public const string Routines = "/routines";

    public static string Programme(ProgrammeId id) => $"/programmes/{id.Value}";

    public static string Module(ModuleId id) => $"/modules/{id.Value}";
}
