using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Content;

namespace Fieldcraft.Tests.Workshops;

/// <summary>What the product comes with: its programmes and its numbers.</summary>
internal static class Delivered
{
    public static readonly IReadOnlyList<WorkshopProgramme> Programmes = ContentFiles.Read<WorkshopProgramme>("workshops.json");

    public static readonly Rules Rules = RulesFile.Parse(File.ReadAllText(Path.Combine(ContentFiles.Folder, "rules.json")));

    public static WorkshopProgramme Day => Programmes.Single(p => p.Id == "initiative-day");

    public static ProgrammeBlock Block(string key) => Programmes.SelectMany(p => p.Blocks).First(b => b.Key == key);

    public static IReadOnlyList<ExercisePart> PartsOf(string key) => Block(key).OnPhones;
}
