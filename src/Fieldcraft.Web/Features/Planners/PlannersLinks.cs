using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Web.Features.Planners;

/// <summary>Every address of the planners.</summary>
public static class PlannersLinks
{
    public const string List = "/planners";

    /// <summary>Opens the viewer's planner of a module, or begins it.</summary>
    public static string Mine(ModuleId module) => $"/modules/{module.Value}/planner";

    public static string Blank(ModuleId module, string paper = PlannerPaper.A3) => $"/modules/{module.Value}/planner/blank?paper={paper}";

    public static string BlankPdf(ModuleId module, string paper = PlannerPaper.A3) =>
        $"/modules/{module.Value}/planner/blank.pdf?paper={paper}";

    public static string Planner(PlannerId id) => $"/planners/{id.Value}";

    public static string Part(PlannerId id, string part) => $"/planners/{id.Value}/parts/{part}";

    /// <summary>Where a part stands on the sheet.</summary>
    public static string Place(PlannerId id, string part) => $"/planners/{id.Value}#{part}";

    public static string Print(PlannerId id, string paper = PlannerPaper.A3) => $"/planners/{id.Value}/print?paper={paper}";

    public static string Pdf(PlannerId id, string paper = PlannerPaper.A3) => $"/planners/{id.Value}.pdf?paper={paper}";

    public static string TearUp(PlannerId id) => $"/planners/{id.Value}/tear-up";
}
