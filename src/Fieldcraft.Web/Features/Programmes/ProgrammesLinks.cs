using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Web.Features.Programmes;

/// <summary>Every address of programmes, and of what belongs to a module apart from what it says.</summary>
public static class ProgrammesLinks
{
    public const string Room = "/team-learning";
    public const string Begin = "/programmes/new";
    public const string Routines = "/routines";

    public static string Programme(ProgrammeId id) => $"/programmes/{id.Value}";

    public static string Describe(ProgrammeId id) => $"/programmes/{id.Value}/describe";

    public static string AddModule(ProgrammeId id) => $"/programmes/{id.Value}/modules/new";

    public static string DescribeModule(ModuleId id) => $"/modules/{id.Value}/describe";

    public static string Roles(ModuleId id) => $"/modules/{id.Value}/roles";

    public static string Module(ModuleId id) => $"/modules/{id.Value}";

    public static string Routine(RoutineId id) => $"/routines/{id.Value}";
}
