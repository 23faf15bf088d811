using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Web.Features.Outcomes;

/// <summary>Every address of results.</summary>
public static class OutcomesLinks
{
    public const string Room = "/outcomes";

    public static string Of(ProgrammeId programme) => $"/programmes/{programme.Value}/outcome";

    public static string Of(ProgrammeId programme, OutcomeMeasureId measure) => $"{Of(programme)}?measure={measure.Value}";

    public static string Of(ModuleId module) => $"/modules/{module.Value}/outcome";

    public static string Of(ModuleId module, OutcomeMeasureId measure) => $"{Of(module)}?measure={measure.Value}";

    public static string Levels(ProgrammeId programme) => $"{Of(programme)}/levels";

    public static string Sheet(ProgrammeId programme) => $"{Of(programme)}/sheet";

    public static string Measures(ProgrammeId programme) => $"{Of(programme)}/measures";

    public static string Measure(OutcomeMeasureId id) => $"{Room}/measures/{id.Value}";

    public static string Import(FigureImportId id) => $"{Room}/imports/{id.Value}";

    public static string Signs(ModuleId module) => $"/modules/{module.Value}/signs";

    public static string Use(ModuleId module) => $"/modules/{module.Value}/used";

    public static string Cases(ModuleId module) => $"/modules/{module.Value}/cases";

    public static string Guide(ModuleId module) => $"{Cases(module)}/guide";

    public static string Case(SuccessCaseId id) => $"{Room}/cases/{id.Value}";

    public static string WriteStory(SuccessCaseId id) => $"{Case(id)}/write";

    public static string Story(SuccessCaseId id) => $"{Case(id)}/story";
}
